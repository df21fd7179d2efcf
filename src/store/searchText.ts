import { stripDiacritics } from '../world/fold.ts';

const HAN = /\p{Script=Han}/gu;
const WORD = /\p{Script=Han}|[\p{L}\p{M}\p{N}]+/gu;

/** Text as the index holds it: no diacritics, small letters, Chinese character by character. */
export function searchable(text: string): string {
  return stripDiacritics(text).toLowerCase().replace(HAN, ' $& ');
}

/** A query as the words to look for, in order; what stood in quotation marks, and Chinese, stays together. */
export function queryPhrases(query: string): string[][] {
  const phrases: string[][] = [];
  for (const [, quoted, plain] of query.matchAll(/"([^"]*)"|([^\s"]+)/g)) {
    const words = wordsOf(quoted ?? plain ?? '').map(({ folded }) => folded);
    if (words.length > 0) phrases.push(words);
  }
  return phrases;
}

/** The FTS5 expressions of a query, the strictest first: all of it in one run, then its parts anywhere. */
export function queryExpressions(query: string): string[] {
  const phrases = queryPhrases(query);
  if (phrases.length === 0) return [];
  const quoted = (words: readonly string[]) => `"${words.join(' ')}"`;
  const run = quoted(phrases.flat());
  const parts = phrases.map(quoted).join(' AND ');
  return run === parts ? [run] : [run, parts];
}

interface Word {
  folded: string;
  start: number;
  end: number;
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map((match) => ({
    folded: stripDiacritics(match[0]).toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** A stretch of a text around what a query found. */
export interface Snippet {
  text: string;
  /** Where the found words stand in `text`, `[start, end)`. */
  found: [number, number][];
}

const SNIPPET_CHARS = 160;

/** The stretch that shows most of the query; null when the text has none of it. */
export function snippetOf(text: string, query: string): Snippet | null {
  const phrases = queryPhrases(query);
  const words = wordsOf(text);
  const runs = runsOf(words, phrases.flat());
  const found = runs.length > 0 ? runs : foundWords(words, phrases);
  if (found.length === 0) return null;
  const wanted = new Set(phrases.flat());
  const first = densest(found, wanted);
  const start = lineOrWordStart(text, Math.max(0, first - SNIPPET_CHARS / 4));
  const end = wordEnd(text, Math.min(text.length, start + SNIPPET_CHARS));
  const inside = found.filter((word) => word.start >= start && word.end <= end);
  return {
    text: `${start > 0 ? '…' : ''}${text.slice(start, end).replace(/\s/g, ' ')}${end < text.length ? '…' : ''}`,
    found: inside.map((word) => {
      const shift = start > 0 ? 1 - start : 0;
      return [word.start + shift, word.end + shift];
    }),
  };
}

/** The words of the phrases, wherever a whole phrase stands. */
function foundWords(words: readonly Word[], phrases: readonly string[][]): Word[] {
  const found = new Set(phrases.flatMap((phrase) => runsOf(words, phrase)));
  return words.filter((word) => found.has(word));
}

/** The words that stand in runs of these, in this order and with nothing between. */
function runsOf(words: readonly Word[], run: readonly string[]): Word[] {
  const found: Word[] = [];
  for (let at = 0; at + run.length <= words.length; ) {
    const matches = run.length > 0 && run.every((folded, index) => words[at + index]?.folded === folded);
    if (matches) found.push(...words.slice(at, at + run.length));
    at += matches ? run.length : 1;
  }
  return found;
}

/** Where the stretch begins that holds the most different words of the query; the earliest, and the tightest, of them. */
function densest(found: readonly Word[], wanted: ReadonlySet<string>): number {
  let best = found[0] as Word;
  let most = 0;
  for (const [index, word] of found.entries()) {
    const seen = new Set<string>();
    for (let next = index; next < found.length && (found[next] as Word).end - word.start < SNIPPET_CHARS / 2; next++)
      seen.add((found[next] as Word).folded);
    const tight = found.slice(index, index + wanted.size).at(-1) as Word;
    const score = seen.size * SNIPPET_CHARS - (tight.end - word.start);
    if (index === 0 || score > most) [best, most] = [word, score];
  }
  return best.start;
}

function lineOrWordStart(text: string, from: number): number {
  if (from === 0) return 0;
  const line = text.lastIndexOf('\n', from + SNIPPET_CHARS / 4);
  if (line >= from) return line + 1;
  const space = text.indexOf(' ', from);
  return space >= 0 && space < from + 20 ? space + 1 : from;
}

function wordEnd(text: string, from: number): number {
  if (from >= text.length) return text.length;
  const space = text.lastIndexOf(' ', from);
  return space > from - 20 ? space : from;
}

/** Whether a text has every word of a query. */
export function hasAll(text: string, query: string): boolean {
  const words = new Set(wordsOf(text).map(({ folded }) => folded));
  return queryPhrases(query)
    .flat()
    .every((word) => words.has(word));
}
