import type { Argument } from '../recognise/index.ts';
import { THIRD_PERSON } from '../world/inflect.ts';
import { isPivot } from './pivot.ts';
import type { SentenceView } from './view.ts';

/** How far after a verb its object may stand where every character is a token. */
const OBJECT_REACH = 14;

/**
 * A noun phrase that follows a verb at once is that verb's object, and not the subject of what stands at `head`:
 * "visited Hong Kong and urged …". Right before a verb it is the subject after all: "said Russia attacked".
 */
export function isObjectBefore(view: SentenceView, argument: Argument, head: number): boolean {
  if (view.marked.pack.settings.verbFinal) return false;
  const joined = view.ands.some((word) => word.from >= argument.to && word.to <= head);
  // "resisting US calls for sanctions": a form that may be a plural noun makes no subject of what stands before it.
  const { spaces } = view.marked.pack.settings;
  if (!spaces && isPivot(view, argument, head)) return false;
  if (spaces && head - argument.to <= 1 && !joined && !isThirdPersonOnly(view, head)) return false;
  if (!spaces && opensClause(view, argument.to) && !view.hasMark(argument.to, head, '，；')) return false;
  // "出席金砖国家会晤期间会见": what follows a light verb is its object too.
  if (!spaces && view.light.some((word) => word.to <= argument.from && argument.from - word.to <= 2)) return true;
  const verb = view.triggers.find(
    (trigger) =>
      trigger.trigger.pos === 'verb' &&
      trigger.from < head &&
      trigger.to <= argument.from &&
      argument.from - trigger.to <= (spaces ? 2 : OBJECT_REACH) &&
      trigger.from !== head,
  );
  if (!verb || view.hasMark(verb.to, argument.from, ',;:，；：。')) return false;
  // "was signed as Netanyahu is in …": past a conjunction stands the subject of a clause; "demanded that Israel …" names whom.
  const clause = view.clauseBetween(verb.to, argument.from);
  return clause === null || (spaces && clause.value === 'that');
}

/** "谴责美国对伊朗的袭击": a mark or a word such as 将 right after a noun phrase belongs to that one's own verb. */
function opensClause(view: SentenceView, at: number): boolean {
  return [...view.marks, ...view.passive, ...view.status].some((word) => word.from === at);
}

function isThirdPersonOnly(view: SentenceView, at: number): boolean {
  const found = view.verbs.filter((verb) => verb.from === at);
  return found.length > 0 && found.every((verb) => verb.is === THIRD_PERSON);
}
