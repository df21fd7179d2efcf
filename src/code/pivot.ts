import type { ActType } from '../model/index.ts';
import type { Argument } from '../recognise/index.ts';
import type { SentenceView } from './view.ts';

/** Acts of speech, whose object may go on to do something. */
const SAID_OF = new Set<ActType>(['ACCUSE', 'REQUEST', 'SUPPORT', 'THREATEN', 'AGREE', 'REJECT']);
/** How far behind its verb the object may stand. */
const REACH = 2;

/**
 * Where verbs follow each other in chains, whether an object is the subject of the verb that stands at `head`: "谴责青年党上周袭击营地", with a
 * time or an adverb between at the most. After a verb of doing it is not: "进入厄瓜多尔打死…".
 */
export function isPivot(view: SentenceView, argument: Argument, head: number): boolean {
  const before = view.triggers.findLast(
    ({ to, trigger }) => trigger.pos === 'verb' && to <= argument.from && argument.from - to <= REACH,
  );
  if (before && before.from < head && !SAID_OF.has(before.trigger.type)) return false;
  if (argument.to === head) return true;
  return before !== undefined && isFilled(view, argument.to, head);
}

/** Nothing but times and adverbs stands in `[from, to)`. */
function isFilled(view: SentenceView, from: number, to: number): boolean {
  const { tokens } = view.marked;
  for (let at = from; at < to; at++) {
    const start = tokens.start[at] as number;
    const isTime = view.sentence.times.some((time) => time.start <= start && start < time.end);
    if (!isTime && !view.auxiliaries.some((word) => word.from <= at && at < word.to)) return false;
  }
  return true;
}
