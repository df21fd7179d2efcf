import type { Difference, DifferenceKind } from '../../model/index.ts';
import { type Placed, placedWords } from '../lineage/words.ts';
import { changed, isQuoted, meet, type Pair, type Side } from './side.ts';

/** So much of two sentences must be the same, word for word, for what is not to be an edit. */
const LITERAL = 0.75;
/** A sentence with more edits was told anew. */
const MOST_EDITS = 3;
/** Edits of fewer letters are of form. */
const LEAST_LETTERS = 6;

/** Words that one sentence has between words that both have. */
interface Edit {
  from: Placed[];
  to: Placed[];
}

/** What was cut from a sentence, put into it or exchanged in it, where the rest stands word for word. */
export function wordingDifferences(pair: Pair): Difference[] {
  const { a, b } = pair;
  if (a.told.report.language !== b.told.report.language) return [];
  if (!mayBeLiteral(a, b)) return [];
  const [said, repeated] = [wordsIn(a), wordsIn(b)];
  const { edits, kept } = editsOf(said, repeated);
  if ((2 * kept) / (said.length + repeated.length) < LITERAL || edits.length > MOST_EDITS) return [];
  // A sentence with its parts in another order has each of them both cut and put in.
  if (edits.some(({ from, to }) => isMoved(from, repeated) || isMoved(to, said))) return [];
  return edits.flatMap((edit) => {
    const told = kindOf(edit, pair);
    if (!told) return [];
    const [kind, note] = told;
    return changed(
      kind,
      pair,
      edit.from.length > 0 ? stretchOf(edit.from) : null,
      edit.to.length > 0 ? stretchOf(edit.to) : null,
      note,
    );
  });
}

/** By which words stand in the two, in whatever order: comparing them in order costs more. */
function mayBeLiteral(a: Side, b: Side): boolean {
  const [here, there] = [a, b].map(({ passages }) => new Set(passages.flatMap(({ words }) => [...words]))) as [
    Set<string>,
    Set<string>,
  ];
  let shared = 0;
  for (const word of here) if (there.has(word)) shared++;
  const same = (2 * shared) / Math.max(1, here.size + there.size);
  return same >= LITERAL - SLACK && (shared < here.size || shared < there.size);
}

/** A word that stands twice counts once there. */
const SLACK = 0.1;

function wordsIn({ told, passages }: Side): Placed[] {
  const { text } = told.report.coded.article;
  return passages.flatMap(({ start, end }) => placedWords(text, start, end));
}

function isMoved(words: readonly Placed[], others: readonly Placed[]): boolean {
  return words.length > 1 && words.every(({ word }) => others.some((other) => other.word === word));
}

function kindOf({ from, to }: Edit, { a, b }: Pair): [DifferenceKind, string] | null {
  if (isCredit(from, a) || isCredit(to, b)) return null;
  if (from.length > 0 && to.length > 0) return null;
  const [words, side] = from.length > 0 ? ([from, a] as const) : ([to, b] as const);
  if (words.reduce((sum, { word }) => sum + word.length, 0) < LEAST_LETTERS || isQuoted(stretchOf(words), side))
    return null;
  if (touches(words, side, 'speech') && words.length > 1)
    return ['attribution', from.length > 0 ? 'whose word it is, is left out' : 'laid to somebody'];
  const isName = ['person', 'role', 'time', 'place'].some((kind) => touches(words, side, kind));
  // Who somebody is, or when it was, is told again and again.
  if (isName && !touches(words, side, 'deed')) return null;
  return from.length > 0 ? ['claim-dropped', 'the words are left out'] : ['claim-added', 'the words are put in'];
}

/** It names an outlet, or opens the text, where the outlet and the day stand. */
function isCredit(words: readonly Placed[], side: Side): boolean {
  const body = side.told.passages.find(({ heading }) => !heading);
  return touches(words, side, 'outlet') || (words.length > 0 && words[0]?.start === firstWord(side, body?.start));
}

function firstWord({ told, passages }: Side, start: number | undefined): number | undefined {
  const first = passages.find((passage) => passage.start === start);
  return first && placedWords(told.report.coded.article.text, first.start, first.end)[0]?.start;
}

function stretchOf(words: readonly Placed[]): { start: number; end: number } {
  return { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
}

function touches(words: readonly Placed[], side: Side, kind: string): boolean {
  const stretch = stretchOf(words);
  return side.named(kind).some((one) => meet(one, stretch));
}

/** The edits that lead from one row of words to the other, by their longest common subsequence. */
function editsOf(a: readonly Placed[], b: readonly Placed[]): { edits: Edit[]; kept: number } {
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let row = a.length - 1; row >= 0; row--)
    for (let column = b.length - 1; column >= 0; column--)
      common[row * width + column] =
        a[row]?.word === b[column]?.word
          ? (common[(row + 1) * width + column + 1] as number) + 1
          : Math.max(common[(row + 1) * width + column] as number, common[row * width + column + 1] as number);
  const edits: Edit[] = [];
  let edit: Edit = { from: [], to: [] };
  const close = (): void => {
    if (edit.from.length + edit.to.length > 0) edits.push(edit);
    edit = { from: [], to: [] };
  };
  let [row, column] = [0, 0];
  while (row < a.length || column < b.length) {
    const [one, other] = [a[row], b[column]];
    if (one && other && one.word === other.word) {
      close();
      row++;
      column++;
    } else if (
      one &&
      (!other || (common[(row + 1) * width + column] as number) >= (common[row * width + column + 1] as number))
    ) {
      edit.from.push(one);
      row++;
    } else if (other) {
      edit.to.push(other);
      column++;
    }
  }
  close();
  return { edits, kept: common[0] as number };
}
