import { Dice } from './dice.ts';
import type { Passage, Told } from './passages.ts';

/** How far runs of passages of two reports tell the same, 0…1. */
export interface Likeness {
  /** Of `rows` passages of the one from `row` on, and `columns` of the other from `column` on. */
  of(row: number, rows: number, column: number, columns: number): number;
}

/** What naming the same thing says, by kind: a figure or an initiative says more than a state. */
const WEIGHT: Readonly<Record<string, number>> = {
  figure: 3,
  initiative: 3,
  outlet: 2.5,
  name: 2,
  time: 2.5,
  person: 2,
  place: 1.5,
  act: 2,
  quotation: 1.2,
  voice: 1,
  actor: 1,
  topic: 1,
  contrast: 0,
  clause: 0,
  force: 0,
  mode: 0,
  status: 0,
  role: 0.7,
  deed: 0.6,
  speech: 0.3,
};

/** Passages that name little must not be alike for one thing that they share. */
const SMOOTHING = 1.5;
/** What the other report never names may be its language's way, or a gap of ours. */
const UNSHARED = 0.5;
/** Passages of very unequal length rarely say the same. */
const LENGTH_SHARE = 0.25;

/** Compares the passages of two reports by what they name, and within one language by their words as well. */
export function likenessOf(a: Told, b: Told): Likeness {
  const named = new Dice(featuresIn(a), featuresIn(b), featureWeights(a, b), SMOOTHING);
  const said = a.report.language === b.report.language ? new Dice(wordsIn(a), wordsIn(b), wordWeights(a, b), 0) : null;
  const columnsInAll = b.passages.length * 2;
  // What was worked out, by row, rows, column and columns; −1 where nothing was yet.
  const known = new Float64Array(a.passages.length * 2 * columnsInAll).fill(-1);
  const fit = fitOf(a.passages, b.passages);
  const single = (row: number, column: number): number => Math.max(named.of(row, column), said?.of(row, column) ?? 0);
  const compare = (row: number, rows: number, column: number, columns: number): number => {
    if (rows + columns === 2) return single(row, column);
    // Two that have nothing to do with it will not have it together.
    if (Math.max(single(row, column), single(row + rows - 1, column + columns - 1)) < LEAST_SINGLE) return 0;
    const union = named.ofUnion(row, rows, column, columns);
    return said ? Math.max(union, said.ofUnion(row, rows, column, columns)) : union;
  };
  return {
    of(row, rows, column, columns) {
      const key = (row * 2 + rows - 1) * columnsInAll + column * 2 + columns - 1;
      const before = known[key] as number;
      if (before >= 0) return before;
      const score = compare(row, rows, column, columns);
      const value = score === 0 ? 0 : score * fit(row, rows, column, columns);
      known[key] = value;
      return value;
    },
  };
}

const LEAST_SINGLE = 0.12;

/** How well two runs of passages fit by their length, and by how much of them is quoted. */
function fitOf(one: readonly Passage[], other: readonly Passage[]): Likeness['of'] {
  const [sizeA, sizeB] = [one, other].map((passages) => sums(passages.map(({ size }) => size))) as [number[], number[]];
  const [saidA, saidB] = [one, other].map((passages) => sums(passages.map(({ size, quoted }) => size * quoted))) as [
    number[],
    number[],
  ];
  return (row, rows, column, columns) => {
    const [a, b] = [between(sizeA, row, rows), between(sizeB, column, columns)];
    const [quotedA, quotedB] = [
      between(saidA, row, rows) / Math.max(1, a),
      between(saidB, column, columns) / Math.max(1, b),
    ];
    // 0 for the same length, 1 for lengths apart by a factor of three and more.
    const unlike = Math.min(1, Math.abs(Math.log((a + 1) / (b + 1))) / Math.log(3));
    return (1 - LENGTH_SHARE * unlike) * (1 - QUOTED_SHARE * Math.abs(quotedA - quotedB));
  };
}

/** A quotation rather stays one. */
const QUOTED_SHARE = 0.25;

/** Sums up to each place, so that the sum of a run is a difference. */
function sums(values: readonly number[]): number[] {
  const all = [0];
  for (const value of values) all.push((all.at(-1) as number) + value);
  return all;
}

function between(all: readonly number[], from: number, count: number): number {
  return (all[from + count] as number) - (all[from] as number);
}

function featuresIn({ passages }: Told): ReadonlySet<string>[] {
  return passages.map(({ features }) => features);
}

function wordsIn({ passages }: Told): ReadonlySet<string>[] {
  return passages.map(({ words }) => words);
}

/** What stands in many passages of the two tells little of which belong together; what only one names, half as much. */
function featureWeights(a: Told, b: Told): (feature: string) => number {
  const weights = new Map<string, number>();
  return (feature) => {
    const known = weights.get(feature);
    if (known !== undefined) return known;
    const space = feature.indexOf(' ');
    const kind = space < 0 ? feature : feature.slice(0, space);
    const [here, there] = [a.frequency.get(feature) ?? 0, b.frequency.get(feature) ?? 0];
    const isShared = here > 0 && there > 0;
    const weight = ((WEIGHT[kind] ?? 1) * (isShared ? 1 : UNSHARED)) / Math.sqrt(Math.max(here, there, 1));
    weights.set(feature, weight);
    return weight;
  };
}

function wordWeights(a: Told, b: Told): (word: string) => number {
  const counts = new Map<string, number>();
  for (const { words } of [...a.passages, ...b.passages])
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => 1 / Math.sqrt(counts.get(word) ?? 1);
}
