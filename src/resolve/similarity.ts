import { gapDays } from './days.ts';
import type { ReportFacts } from './reportFacts.ts';

/** Reports further apart than this do not carry the same news. */
export const NEWS_DAYS = 10;
/** So much shared weight must come together before a share of it means anything. */
const SMOOTHING = 4;

/** How far two reports tell the same, 0…1: the weight of their shared facts over that of the shorter one. */
export function similarity(a: ReportFacts, b: ReportFacts): number {
  const [one, other] = a.id < b.id ? [a, b] : [b, a];
  const known = KNOWN.get(one) ?? new Map<string, number>();
  const before = known.get(other.id);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const value = compared(one, other);
  KNOWN.set(one, known.set(other.id, value));
  return value;
}

/** Two reports are asked about for every pair of their acts; forgotten with the report. */
const MOST_KNOWN = 128;
const KNOWN = new WeakMap<ReportFacts, Map<string, number>>();

function compared(a: ReportFacts, b: ReportFacts): number {
  if (a.published && b.published && gapDays(a.published, b.published) > NEWS_DAYS) return 0;
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [fact, weight] of small.weights) shared += Math.min(weight, large.weights.get(fact) ?? 0);
  return shared / (Math.min(a.total, b.total) + SMOOTHING);
}

/** How many facts two reports tell in the same order, gaps allowed. */
export function sharedOrder<Fact>(a: { facts: readonly Fact[] }, b: { facts: readonly Fact[] }): number {
  const place = new Map(b.facts.map((fact, index) => [fact, index]));
  return longestRising(a.facts.flatMap((fact) => place.get(fact) ?? []));
}

/** Facts are unique in a report, so the longest common order is the longest rising row of places. */
function longestRising(places: readonly number[]): number {
  // ends[n] is the smallest place that a rising row of n + 1 places can end with.
  const ends: number[] = [];
  for (const place of places) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as number) < place) low = middle + 1;
      else high = middle;
    }
    ends[low] = place;
  }
  return ends.length;
}
