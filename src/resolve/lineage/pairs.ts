import { bandsOf } from './minhash.ts';
import type { Told } from './passages.ts';

/** Up to so many reports every pair is compared. */
const ALL_PAIRS = 24;
/** Of more, each report with so many that share most of what is rare. */
const NEAREST = 10;
/** What more reports than this name tells nothing of who took it from whom. */
const COMMON = 60;
/** Copies and excerpts are looked for by their runs of words. */
const LITERAL = { bands: 12, rows: 3 };

/**
 * The pairs of a story's reports that are worth comparing passage by passage, each once. What many reports have, such
 * as an agency's closing sentence, makes no pairs, so their number grows with that of the reports and no faster.
 */
export function pairsToCompare(told: readonly Told[]): (readonly [Told, Told])[] {
  if (told.length <= ALL_PAIRS)
    return told.flatMap((one, index) => told.slice(index + 1).map((other) => [one, other] as const));
  const holders = new Map<string, number[]>();
  told.forEach((one, index) => {
    const traits = [...one.frequency.keys(), ...bandsOf(one.shingles, 'text', LITERAL)];
    for (const trait of traits) {
      const known = holders.get(trait);
      if (known) known.push(index);
      else holders.set(trait, [index]);
    }
  });
  const shared = told.map(() => new Map<number, number>());
  for (const indices of holders.values()) if (indices.length <= COMMON) count(indices, shared);
  const pairs = new Set<string>();
  shared.forEach((counts, index) => {
    const nearest = [...counts].sort((x, y) => y[1] - x[1] || x[0] - y[0]).slice(0, NEAREST);
    for (const [other] of nearest) pairs.add(index < other ? `${index} ${other}` : `${other} ${index}`);
  });
  return [...pairs].sort().map((pair) => {
    const [one, other] = pair.split(' ').map(Number) as [number, number];
    return [told[one] as Told, told[other] as Told] as const;
  });
}

/** What fewer have says more. */
function count(indices: readonly number[], shared: readonly Map<number, number>[]): void {
  const weight = 1 / indices.length;
  for (const one of indices)
    for (const other of indices) {
      const counts = shared[one];
      if (one !== other && counts) counts.set(other, (counts.get(other) ?? 0) + weight);
    }
}
