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
  concept: 1,
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
  const sameLanguage = a.report.language === b.report.language;
  const weights = new FeatureWeights(a, b);
  const words = sameLanguage ? new WordWeights(a, b) : null;
  const known = new Map<number, number>();
  const compare = (one: Passage[], other: Passage[]): number => {
    const named = weights.dice(one, other);
    const said = words ? words.dice(one, other) : 0;
    const score = Math.max(said, named);
    return (
      score *
      (1 - LENGTH_SHARE * unlikeLength(one, other)) *
      (1 - QUOTED_SHARE * Math.abs(quotedOf(one) - quotedOf(other)))
    );
  };
  return {
    of(row, rows, column, columns) {
      const key = ((row * 2 + rows - 1) * 4096 + column) * 2 + columns - 1;
      const before = known.get(key);
      if (before !== undefined) return before;
      const value = compare(a.passages.slice(row, row + rows), b.passages.slice(column, column + columns));
      known.set(key, value);
      return value;
    },
  };
}

/** A quotation rather stays one. */
const QUOTED_SHARE = 0.25;

function quotedOf(passages: readonly Passage[]): number {
  const size = passages.reduce((sum, passage) => sum + passage.size, 0);
  return passages.reduce((sum, passage) => sum + passage.quoted * passage.size, 0) / Math.max(1, size);
}

/** 0 for the same length, 1 for lengths apart by a factor of three and more. */
function unlikeLength(one: readonly Passage[], other: readonly Passage[]): number {
  const size = (passages: readonly Passage[]) => passages.reduce((sum, passage) => sum + passage.size, 0);
  const ratio = Math.log((size(one) + 1) / (size(other) + 1));
  return Math.min(1, Math.abs(ratio) / Math.log(3));
}

/** Weights of features for two reports: what stands in many of their passages tells little of which belong together. */
class FeatureWeights {
  readonly #a: Told;
  readonly #b: Told;
  readonly #weights = new Map<string, number>();

  constructor(a: Told, b: Told) {
    this.#a = a;
    this.#b = b;
  }

  dice(one: readonly Passage[], other: readonly Passage[]): number {
    const [here, there] = [union(one), union(other)];
    let shared = 0;
    let total = SMOOTHING;
    for (const feature of here) {
      const weight = this.#weight(feature);
      total += weight;
      if (there.has(feature)) shared += weight;
    }
    for (const feature of there) total += this.#weight(feature);
    return (2 * shared) / total;
  }

  #weight(feature: string): number {
    const known = this.#weights.get(feature);
    if (known !== undefined) return known;
    const kind = feature.slice(0, feature.indexOf(' ') < 0 ? undefined : feature.indexOf(' '));
    const count = Math.max(this.#a.frequency.get(feature) ?? 0, this.#b.frequency.get(feature) ?? 0, 1);
    const isShared = this.#a.frequency.has(feature) && this.#b.frequency.has(feature);
    const weight = ((WEIGHT[kind] ?? 1) * (isShared ? 1 : UNSHARED)) / Math.sqrt(count);
    this.#weights.set(feature, weight);
    return weight;
  }
}

function union(passages: readonly Passage[]): ReadonlySet<string> {
  const [first, second] = passages;
  return second && first ? new Set([...first.features, ...second.features]) : (first as Passage).features;
}

/** Weights of words for two reports in one language. */
class WordWeights {
  readonly #counts = new Map<string, number>();

  constructor(a: Told, b: Told) {
    for (const { words } of [...a.passages, ...b.passages])
      for (const word of new Set(words)) this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
  }

  dice(one: readonly Passage[], other: readonly Passage[]): number {
    const here = new Set(one.flatMap(({ words }) => words));
    const there = new Set(other.flatMap(({ words }) => words));
    let shared = 0;
    let total = 0;
    for (const word of here) {
      const weight = 1 / Math.sqrt(this.#counts.get(word) ?? 1);
      total += weight;
      if (there.has(word)) shared += weight;
    }
    for (const word of there) total += 1 / Math.sqrt(this.#counts.get(word) ?? 1);
    return total === 0 ? 0 : (2 * shared) / total;
  }
}
