import { BASE, PAST } from '../world/inflect.ts';
import { CAPITAL, WORD } from '../world/tokenise.ts';
import type { Place, SentenceView, TriggerHit } from './view.ts';

/**
 * Whether a form that may be a noun ("stronger demand from China") can head a clause here: after "to", after an auxiliary or
 * another verb joined to it, or right after its subject.
 */
export function canHeadClause(view: SentenceView, hit: TriggerHit): boolean {
  if (!view.marked.pack.inflected) return true;
  if (isDescribed(view, hit)) return false;
  if (hit.is !== BASE || hit.to - hit.from > 1) return true;
  const before = (word: Place, reach: number): boolean => word.to <= hit.from && hit.from - word.to <= reach;
  return (
    hit.from === view.sentence.from ||
    view.mark(hit.from - 1) !== '' ||
    view.infinitives.some((word) => before(word, 0) || (before(word, 1) && isAdverb(view, hit.from - 1))) ||
    view.auxiliaries.some((word) => before(word, 6)) ||
    view.status.some((word) => before(word, 3)) ||
    view.ands.some((word) => before(word, 1)) ||
    view.arguments.some((argument) => before(argument, 3) && argument.marks.length === 0)
  );
}

/** "a calculated snub", "a disputed comment": behind an article stands a noun, or what describes one. */
function isDescribed(view: SentenceView, { from, to, is }: TriggerHit): boolean {
  const isBehind = (at: number): boolean =>
    view.determiners.includes(at) && !view.infinitives.some((word) => word.to === at);
  if (is === BASE && to - from === 1)
    return isBehind(from - 1) && !isAdverb(view, from - 1) && !view.arguments.some((argument) => argument.to === from);
  const { tokens } = view.marked;
  const isNoun = tokens.kind[to] === WORD && ((tokens.flags[to] as number) & CAPITAL) === 0 && to < view.sentence.to;
  const goesOn = view.determiners.includes(to + 1) || view.marks.some((mark) => mark.from === to);
  return (is & PAST) !== 0 && to - from === 1 && isBehind(from) && isNoun && !goesOn;
}

function isAdverb(view: SentenceView, at: number): boolean {
  const { tokens, article, pack } = view.marked;
  const word = article.text.slice(tokens.start[at], tokens.end[at]);
  return pack.settings.adverbEndings?.some((ending) => word.endsWith(ending)) ?? false;
}
