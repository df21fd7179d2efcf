import type { Argument } from '../recognise/index.ts';
import { surface } from '../recognise/surface.ts';
import { endsInOneOf } from '../world/endings.ts';
import { GERUND, PAST, THIRD_PERSON } from '../world/inflect.ts';
import type { SentenceView, SpeechHit } from './view.ts';

/** How far behind a verb of saying its subject may stand: "сообщил журналистам в четверг на полях форума …". */
const REACH = 16;

/**
 * Whoever stands behind a verb of saying as its subject, where cases tell the subject and the order is free:
 * "…», сообщил журналистам в четверг представитель Кремля", "…, сообщили в Кремле". Null in any other language,
 * and where nobody stands there.
 */
export function speakerBehind(view: SentenceView, hit: SpeechHit, usable: readonly Argument[]): Argument | null {
  const { caseMarks, verbFinal } = view.marked.pack.settings;
  if (!caseMarks || verbFinal || (hit.is & (PAST | THIRD_PERSON)) === 0 || (hit.is & GERUND) !== 0) return null;
  const plural = isPlural(view, hit);
  let outlet: Argument | null = null;
  for (const argument of usable) {
    if (argument.from < hit.to) continue;
    if (argument.from - hit.to > REACH || endsClause(view, hit.to, argument.from)) break;
    if (plural && argument.markFrom === hit.to && isHouse(view, argument)) return argument;
    if (!canBeSubject(view, hit, argument, plural)) continue;
    if (argument.mentions[0]?.kind !== 'outlet') return argument;
    outlet ??= argument;
  }
  return outlet;
}

/** A verb form that only several, or nobody in particular, can be the subject of. */
export function isPlural(view: SentenceView, hit: { from: number }): boolean {
  return endsInOneOf(surface(view.marked, hit.from), view.marked.pack.settings.pluralVerbs);
}

function endsClause(view: SentenceView, from: number, to: number): boolean {
  return view.hasMark(from, to, ',;:.') || view.clauseBetween(from, to) !== null || view.finiteVerbBetween(from, to);
}

/** "в Кремле", "в МИД Ирана": those within speak for it. */
function isHouse(view: SentenceView, argument: Argument): boolean {
  return (
    argument.actors.length > 0 && argument.marks.some((mark) => view.marked.pack.settings.marks.place.includes(mark))
  );
}

function canBeSubject(view: SentenceView, hit: SpeechHit, argument: Argument, plural: boolean): boolean {
  if (argument.marks.length > 0 || argument.possessor || argument.adjectival || argument.opener === 'copula')
    return false;
  const [mention] = argument.mentions;
  if (
    argument.actors.length === 0 &&
    argument.people.length === 0 &&
    mention?.kind === 'unknown' &&
    mention.role !== 'official'
  )
    return false;
  if (argument.mentions.length === 1 && mention?.kind === 'person' && plural && argument.people.length === 1)
    return false;
  // "осудил Израиль": what may be the object of a verb that takes one is that.
  const takesObject = view.triggers.some((trigger) => trigger.from === hit.from && trigger.trigger.pos === 'verb');
  return !(takesObject && argument.cases.includes('acc'));
}
