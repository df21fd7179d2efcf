import type { Difference, Statement } from '../../model/index.ts';
import { sizeOf } from '../lineage/passages.ts';
import { wordsOf } from '../lineage/words.ts';
import { type Pair, type Side, wholeOf, wordsAt } from './side.ts';

/** A term in quotation marks is no quotation. */
const LEAST_SIZE = 20;
/** A quotation of which less is left was cut short. */
const CUT = 0.55;
/** In one language: so much of its words must be the same for it to be the same. */
const SAME_WORDS = 0.9;

/** Quotations that were altered, dropped or split where the passages themselves tell the same. */
export function quotationDifferences(pair: Pair): Difference[] {
  const { a, b } = pair;
  const [here, there] = [quotationsOf(a), quotationsOf(b)];
  if (here.length === 0 && there.length === 0) return [];
  if (there.length === 0)
    return hasMarks(b)
      ? scraps(pair, here)
      : here.map((one) => difference('quotation-dropped', pair, one, null, 'direct words became reported speech'));
  if (here.length === 0)
    return hasMarks(a)
      ? []
      : there
          .filter(isLong)
          .map((one) => difference('quotation-altered', pair, null, one, 'reported speech became direct words'));
  if (here.length < there.length && isSplit(here, there)) return [split(pair, here, there)];
  const turned = here.flatMap((one, index) => speakerDifference(pair, one, there[index]));
  if (turned.length > 0) return turned;
  return here.length === there.length
    ? here.flatMap((one, index) => altered(pair, one, there[index] as Statement))
    : [];
}

const MARKS = /["“”«»„「『]/;

/** Quotation marks where the coder found no quotation: nothing is sure. */
function hasMarks({ passages }: Side): boolean {
  return passages.some(({ text }) => MARKS.test(text));
}

const QUOTED = /["“«„「『]([^"”»“」』]+)["”»」』]/g;

/** Of a whole quotation a few words are left in quotation marks. */
function scraps(pair: Pair, here: readonly Statement[]): Difference[] {
  const left = pair.b.passages.flatMap(({ text }) =>
    [...text.matchAll(QUOTED)].map(([, words]) => sizeOf(words ?? '')),
  );
  const whole = here.reduce((sum, { quote }) => sum + sizeOf(quote ?? ''), 0);
  const [one] = here;
  const isCut = left.length > 0 && left.reduce((sum, size) => sum + size, 0) < CUT * whole;
  return one && isCut
    ? [difference('quotation-altered', pair, one, null, 'only a few words are left of the quotation')]
    : [];
}

const LONG = 40;

function isLong({ quote }: Statement): boolean {
  return sizeOf(quote ?? '') >= LONG;
}

function quotationsOf({ statements }: Side): Statement[] {
  const direct = statements.filter(
    ({ direct: isDirect, quote }) => isDirect && quote !== null && sizeOf(quote) >= LEAST_SIZE,
  );
  return direct.sort((one, other) => one.start - other.start);
}

function difference(
  kind: Difference['kind'],
  { a, b }: Pair,
  from: Statement | null,
  to: Statement | null,
  note: string,
): Difference {
  return {
    kind,
    from: from ? wordsAt(a.told, from.start, from.end) : wholeOf(a),
    to: to ? wordsAt(b.told, to.start, to.end) : wholeOf(b),
    origin: 'introduced',
    note,
  };
}

/** One quotation, in pieces that together are about as long. */
function isSplit(here: readonly Statement[], there: readonly Statement[]): boolean {
  const total = (all: readonly Statement[]) => all.reduce((sum, { quote }) => sum + sizeOf(quote ?? ''), 0);
  return here.length === 1 && there.length > 1 && total(there) >= CUT * total(here);
}

function split({ a, b }: Pair, here: readonly Statement[], there: readonly Statement[]): Difference {
  const [one] = here as [Statement];
  return {
    kind: 'quotation-split',
    from: wordsAt(a.told, one.start, one.end),
    to: wordsAt(b.told, Math.min(...there.map(({ start }) => start)), Math.max(...there.map(({ end }) => end))),
    origin: 'introduced',
    note: `one quotation became ${there.length}`,
  };
}

function altered(pair: Pair, one: Statement, other: Statement): Difference[] {
  const [from, to] = [one.quote ?? '', other.quote ?? ''];
  const share = sizeOf(to) / Math.max(1, sizeOf(from));
  if (share < CUT) return [difference('quotation-altered', pair, one, other, 'the quotation is cut short')];
  if (pair.a.told.report.language !== pair.b.told.report.language) return [];
  const [said, repeated] = [wordsOf(from), wordsOf(to)];
  const kept = said.filter((word) => repeated.includes(word)).length / Math.max(said.length, repeated.length, 1);
  return kept < SAME_WORDS
    ? [difference('quotation-altered', pair, one, other, 'the words of the quotation differ')]
    : [];
}

/** The passage names the speaker; it is not only whoever spoke last. */
function isNamed({ speaker }: Statement, side: Side): boolean {
  return side.named('person').some(({ value }) => value === speaker.id);
}

/** The same words in another mouth. */
function speakerDifference({ a, b }: Pair, one: Statement, other: Statement | undefined): Difference[] {
  const isOther = one.speaker.id && other?.speaker.id && one.speaker.id !== other.speaker.id;
  if (
    !other ||
    !isOther ||
    !isNamed(one, a) ||
    !isNamed(other, b) ||
    one.speaker.kind !== 'person' ||
    other.speaker.kind !== 'person'
  )
    return [];
  return [
    {
      kind: 'actor',
      from: wholeOf(a),
      to: wholeOf(b),
      origin: 'introduced',
      note: `said by ${one.speaker.name}, against ${other.speaker.name}`,
    },
  ];
}
