import type {
  Act,
  Difference,
  DifferenceKind,
  DifferenceSide,
  Ends,
  Quantity,
  Sentence,
  Statement,
} from '../../model/index.ts';
import type { Bead } from '../lineage/align.ts';
import { type Figure, printedFigures } from '../lineage/features.ts';
import type { Passage, Told } from '../lineage/passages.ts';
import { sourcesOf } from '../lineage/sources.ts';

/** Something that a side names, and where. */
export interface Found {
  /** Its value: an id, a range of days, a strength. */
  value: string;
  start: number;
  end: number;
}

/** One side of a pair of passages that tell the same: what the coder read in it. */
export interface Side {
  told: Told;
  passages: readonly Passage[];
  start: number;
  end: number;
  quantities: readonly Quantity[];
  statements: readonly Statement[];
  acts: readonly Act[];
  /** Numbers printed in digits, also where nothing says what they count. */
  figures: readonly Figure[];
  /** What it names of a kind, in text order: `time`, `person`, `actor`, `place`, … */
  named(kind: string): readonly Found[];
}

/** A pair of passages that tell the same, with what was read in each. */
export interface Pair {
  a: Side;
  b: Side;
  bead: Bead;
}

/** Of the line that says where and when a report was written: "МОСКВА, 10 мая. /ТАСС/." */
const DATELINE = 30;

/** What a dateline may name. */
const IN_DATELINE = new Set(['time', 'place', 'actor', 'person', 'outlet', 'native']);

function hasDateline({ report }: Told): boolean {
  return sourcesOf(report).some(({ dateline }) => dateline);
}

/** A bead as a pair of sides. */
export function pairOf(bead: Bead, a: Told, b: Told): Pair {
  return { a: sideOf(a, bead.a), b: sideOf(b, bead.b), bead };
}

function sideOf(told: Told, passages: readonly Passage[]): Side {
  const { coded } = told.report;
  const opening = hasDateline(told) ? (told.passages.find(({ heading }) => !heading)?.start ?? 0) + DATELINE : 0;
  const within = (at: number) => at >= opening && passages.some(({ start, end }) => at >= start && at < end);
  const touches = (from: number, to: number) => passages.some(({ start, end }) => from < end && to > start);
  const sentences = (coded.sentences ?? []).filter(({ start, end }) => touches(start, end));
  const byKind = new Map<string, Found[]>();
  const named = (kind: string): Found[] => {
    if (byKind.size === 0) sortByKind(byKind, sentences, opening);
    return byKind.get(kind) ?? NOTHING;
  };
  return {
    told,
    passages,
    start: Math.min(...passages.map(({ start }) => start)),
    end: Math.max(...passages.map(({ end }) => end)),
    quantities: coded.quantities.filter(({ start }) => within(start)),
    statements: coded.statements.filter(({ start, end }) => touches(start, end)),
    acts: coded.acts.filter(({ evidence }) => touches(evidence.start, evidence.end)),
    figures: sentences.flatMap((sentence) => printedFigures(coded, sentence)).filter(({ start }) => within(start)),
    named: (kind) => named(kind),
  };
}

const NOTHING: Found[] = [];

/** What sentences name, by kind; of a dateline only what is no place or time. */
function sortByKind(byKind: Map<string, Found[]>, sentences: readonly Sentence[], opening: number): void {
  byKind.set('', NOTHING);
  for (const { marks } of sentences)
    for (const [what, start, end] of marks) {
      const space = what.indexOf(' ');
      const kind = what.slice(0, space);
      if (start < opening && IN_DATELINE.has(kind)) continue;
      const found = { value: what.slice(space + 1), start, end };
      const known = byKind.get(kind);
      if (known) known.push(found);
      else byKind.set(kind, [found]);
    }
}

/** The words of a report between two places, as one side of a difference. */
export function wordsAt({ report }: Told, start: number, end: number): DifferenceSide {
  const span: Ends = [start, end];
  return { report: report.name, text: report.coded.article.text.slice(start, end), span };
}

const CLAUSE_END = /[,;:.!?，；：。！？、—]/;

/** The words of the clause around a place, as one side of a difference. */
export function clauseAt({ told, start: first, end: last }: Side, start: number, end: number): DifferenceSide {
  const { text } = told.report.coded.article;
  let from = start;
  while (from > first && !CLAUSE_END.test(text[from - 1] as string)) from--;
  let to = end;
  while (to < last && !CLAUSE_END.test(text[to] as string)) to++;
  return wordsAt(told, ...trimmed(text, from, to));
}

/** The ends of a stretch without the white space at its edges. */
export function trimmed(text: string, start: number, end: number): Ends {
  const words = text.slice(start, end);
  return [start + words.length - words.trimStart().length, end - (words.length - words.trimEnd().length)];
}

/** A change that the second of two made: from words of the one to words of the other, or all that is compared where none are given. */
export function changed(
  kind: DifferenceKind,
  { a, b }: Pick<Pair, 'a' | 'b'>,
  from: Stretch | null,
  to: Stretch | null,
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

type Stretch = Pick<Found, 'start' | 'end'>;

/** Words in quotation marks. */
export const QUOTED = /["“«„「『]([^"”»“」』]+)["”»」』]/g;

/** Whether two stretches of a text have anything in common. */
export function meet(one: Stretch, other: Stretch): boolean {
  return one.start < other.end && one.end > other.start;
}

/** Whether a stretch of a side stands in somebody's own words. */
export function isQuoted(stretch: Stretch, { statements }: Side): boolean {
  return statements.some((one) => one.direct && meet(one, stretch));
}

/** A side that says nothing of it. */
export function nothing({ report }: Told): DifferenceSide {
  return { report: report.name, text: '', span: null };
}

/** All words of a side. */
export function wholeOf({ told, start, end }: Side): DifferenceSide {
  return wordsAt(told, start, end);
}
