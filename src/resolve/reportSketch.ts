import { type DayRange, gapDays, NEWS_DAYS } from './days.ts';
import type { FactArena } from './factArena.ts';
import { hashOf } from './lineage/words.ts';
import type { ReportFacts } from './reportFacts.ts';

/** What of a report its acts are compared by: small enough to hold for each of a great many reports. */
export interface ReportSketch {
  id: string;
  name: string;
  language: string;
  published: DayRange | null;
  /** Where its facts stand in the arena, in rising order of their numbers; each weighs its weight. */
  arena: FactArena;
  start: number;
  end: number;
  total: number;
}

/** So much shared weight must come together before a share of it means anything. */
const SMOOTHING = 4;

/** The sketch of a report. */
export function sketchOf(report: ReportFacts, arena: FactArena): ReportSketch {
  const { id, name, language, published, facts, weights, total } = report;
  // The same number for the same fact, with no table of all facts to keep; the arena holds signed ones.
  const numbered = facts.map((fact) => ({ number: hashOf(fact) | 0, weight: weights.get(fact) ?? 0 }));
  const start = arena.length;
  for (const { number, weight } of numbered.sort(rising)) arena.add(number, weight);
  return { id, name, language, published, arena, start, end: arena.length, total };
}

function rising(a: { number: number }, b: { number: number }): number {
  return a.number < b.number ? -1 : a.number > b.number ? 1 : 0;
}

/** How far two reports tell the same, 0…1: the weight of their shared facts over that of the shorter one. */
export function likeness(a: ReportSketch, b: ReportSketch): number {
  if (a === b) return 1;
  if (a.published && b.published && gapDays(a.published, b.published) > NEWS_DAYS) return 0;
  const { arena } = a;
  let [shared, i, j] = [0, a.start, b.start];
  while (i < a.end && j < b.end) {
    const order = arena.fact(i) - b.arena.fact(j);
    if (order === 0) shared += Math.min(arena.weight(i), b.arena.weight(j));
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
  return shared / (Math.min(a.total, b.total) + SMOOTHING);
}
