import type { Difference, Speaker } from '../../model/index.ts';
import { sizeOf } from '../lineage/passages.ts';
import { wordsOf } from '../lineage/words.ts';
import { BY_PLACE } from './fill.ts';
import { changed, meet, type Pair, QUOTED, type Side, wordsAt } from './side.ts';

/** A term in quotation marks is no quotation. */
const LEAST_SIZE = 20;
/** Without a speaker it may be a title or a slogan. */
const LEAST_MARKED = 30;
/** A quotation of which less is left was cut short. */
const CUT = 0.55;
/** In one language: so much of its words must be the same for it to be the same. */
const SAME_WORDS = 0.9;

/** Words in quotation marks that are long enough to be somebody's. */
interface Quotation {
  start: number;
  end: number;
  words: string;
  /** Null where the coder has given it to nobody. */
  speaker: Speaker | null;
}

/** Quotations that were altered, dropped or split where the passages themselves tell the same. */
export function quotationDifferences(pair: Pair): Difference[] {
  const { a, b } = pair;
  const [here, there] = [quotationsOf(a), quotationsOf(b)];
  if (here.length === 0 && there.length === 0) return [];
  if (there.length === 0)
    return hasMarks(b)
      ? isSure(pair)
        ? scraps(pair, here)
        : []
      : here.map((one) => changed('quotation-dropped', pair, one, null, 'direct words became reported speech'));
  if (here.length === 0)
    return hasMarks(a)
      ? []
      : there
          .filter(isLong)
          .map((one) => changed('quotation-altered', pair, null, one, 'reported speech became direct words'));
  if (here.length < there.length && isSplit(here, there)) return [split(pair, here, there)];
  const turned = here.flatMap((one, index) => speakerDifference(pair, one, there[index]));
  if (turned.length > 0) return turned;
  return here.length === there.length
    ? here.flatMap((one, index) => altered(pair, one, there[index] as Quotation))
    : [];
}

const MARKS = /["“”«»„「『]/;

/** Quotation marks where the coder found no quotation: nothing is sure. */
function hasMarks({ passages }: Side): boolean {
  return passages.some(({ text }) => MARKS.test(text));
}

/** The two passages are known to tell the same; not only by their place. */
function isSure({ bead }: Pair): boolean {
  return bead.likeness > BY_PLACE;
}

/** Of a whole quotation a few words are left in quotation marks. */
function scraps(pair: Pair, here: readonly Quotation[]): Difference[] {
  const left = pair.b.passages.flatMap(({ text }) =>
    [...text.matchAll(QUOTED)].map(([, words]) => sizeOf(words ?? '')),
  );
  const whole = here.reduce((sum, { words }) => sum + sizeOf(words), 0);
  const [one] = here;
  const isCut = left.length > 0 && left.reduce((sum, size) => sum + size, 0) < CUT * whole;
  return one && isCut
    ? [changed('quotation-altered', pair, one, null, 'only a few words are left of the quotation')]
    : [];
}

const LONG = 40;

function isLong({ words }: Quotation): boolean {
  return sizeOf(words) >= LONG;
}

function quotationsOf(side: Side): Quotation[] {
  const given = side.statements.flatMap(({ direct, quote, start, end, speaker }) =>
    direct && quote !== null ? [{ start, end, words: quote, speaker }] : [],
  );
  const marked = side.passages.flatMap(({ text, start: first }) =>
    [...text.matchAll(QUOTED)].map(({ 1: words = '', index }): Quotation => {
      const start = first + index + 1;
      return { start, end: start + words.length, words, speaker: null };
    }),
  );
  const others = marked.filter(
    (quotation) => sizeOf(quotation.words) >= LEAST_MARKED && !given.some((one) => meet(one, quotation)),
  );
  return [...given.filter(({ words }) => sizeOf(words) >= LEAST_SIZE), ...others].sort((x, y) => x.start - y.start);
}

/** One quotation, in pieces that together are about as long. */
function isSplit(here: readonly Quotation[], there: readonly Quotation[]): boolean {
  const total = (all: readonly Quotation[]) => all.reduce((sum, { words }) => sum + sizeOf(words), 0);
  return here.length === 1 && there.length > 1 && total(there) >= CUT * total(here);
}

function split({ a, b }: Pair, here: readonly Quotation[], there: readonly Quotation[]): Difference {
  const [one] = here as [Quotation];
  return {
    kind: 'quotation-split',
    from: wordsAt(a.told, one.start, one.end),
    to: wordsAt(b.told, Math.min(...there.map(({ start }) => start)), Math.max(...there.map(({ end }) => end))),
    origin: 'introduced',
    note: `one quotation became ${there.length}`,
  };
}

function altered(pair: Pair, one: Quotation, other: Quotation): Difference[] {
  const [from, to] = [one.words, other.words];
  const share = sizeOf(to) / Math.max(1, sizeOf(from));
  if (share < CUT) return [changed('quotation-altered', pair, one, other, 'the quotation is cut short')];
  if (pair.a.told.report.language !== pair.b.told.report.language) return [];
  const [said, repeated] = [wordsOf(from), wordsOf(to)];
  const kept = said.filter((word) => repeated.includes(word)).length / Math.max(said.length, repeated.length, 1);
  return kept < SAME_WORDS ? [changed('quotation-altered', pair, one, other, 'the words of the quotation differ')] : [];
}

/** The passage names the speaker; it is not only whoever spoke last. */
function isNamed({ speaker }: Quotation, side: Side): boolean {
  return side.named('person').some(({ value }) => value === speaker?.id);
}

/** The same words in another mouth. */
function speakerDifference({ a, b }: Pair, one: Quotation, other: Quotation | undefined): Difference[] {
  const isOther = one.speaker?.id && other?.speaker?.id && one.speaker.id !== other.speaker.id;
  if (
    !other ||
    !isOther ||
    !isNamed(one, a) ||
    !isNamed(other, b) ||
    one.speaker?.kind !== 'person' ||
    other.speaker?.kind !== 'person'
  )
    return [];
  return [changed('actor', { a, b }, null, null, `said by ${one.speaker.name}, against ${other.speaker.name}`)];
}
