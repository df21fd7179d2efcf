import type { SenseKind } from '../../world/senses.ts';
import { NUMBER, SPACED } from '../../world/tokenise.ts';
import type { SentenceView } from '../view.ts';

/** Words that may stand between a stage word and its track without parting them. */
const FREE = new Set<SenseKind>([
  'determiner',
  'modifier',
  'auxiliary',
  'passive',
  'former',
  'status',
  'title',
  'pronoun',
  'infinitive',
  'postposition',
]);

/**
 * How many words of other things stand in `[from, to)`; infinite when a mark leads on to something else there:
 * "signed a book on New START" signed no treaty. Times, places, actors and links ("participation in") count nothing, nor
 * does a verb's "will" or "not" before it (`verb`).
 */
export function wordsBetween(view: SentenceView, from: number, to: number, verb: boolean): number {
  let count = 0;
  for (let at = from; at < to; ) {
    const end = passed(view, at, to);
    if (end > at) {
      at = end;
      continue;
    }
    if (isEnding(view, at, to)) {
      at += 2;
      continue;
    }
    if (view.marked.tokens.kind[at] === NUMBER) {
      at++;
      continue;
    }
    const word = view.sentence.words.find((hit) => hit.from === at && hit.to <= to);
    if (word?.senses.some(({ kind }) => kind === 'mark')) {
      if (passed(view, word.to, to) === word.to) return Number.POSITIVE_INFINITY;
    } else if (
      !word?.senses.some(
        ({ kind }) => FREE.has(kind) || (verb && (kind === 'status' || kind === 'light' || kind === 'clause')),
      ) &&
      view.mark(at) === ''
    )
      count++;
    at = word?.to ?? at + 1;
  }
  return count;
}

/** "Anlaşması'nı": an apostrophe with the ending behind it. */
function isEnding(view: SentenceView, at: number, to: number): boolean {
  const mark = view.mark(at);
  const flags = view.marked.tokens.flags[at + 1] as number;
  return (mark === "'" || mark === '’') && at + 1 < to && (flags & SPACED) === 0;
}

function isLink(stage: string): boolean {
  return stage === 'link' || stage === 'nominal';
}

/** Where the link, time, name or noun phrase that begins at a token ends; the token itself when none does. */
function passed(view: SentenceView, at: number, to: number): number {
  const { stages, names, times } = view.sentence;
  const { tokens } = view.marked;
  const link = stages.find(
    (hit) => hit.from === at && hit.entries.some((entry) => entry.kind === 'word' && isLink(entry.word.stage)),
  );
  if (link) return link.to;
  const start = tokens.start[at] as number;
  const time = times.find((mention) => mention.start <= start && start < mention.end);
  if (time) {
    let end = at + 1;
    while (end < to && (tokens.start[end] as number) < time.end) end++;
    return end;
  }
  const argument = view.arguments.find((one) => one.from === at && one.to <= to && one.to > at);
  // Where the verb is last, an accusative before it is its object: nothing else is.
  if (argument && view.marked.pack.settings.verbFinal && argument.cases.includes('acc')) return at;
  return argument?.to ?? names.find((hit) => hit.from === at && hit.to <= to)?.to ?? at;
}
