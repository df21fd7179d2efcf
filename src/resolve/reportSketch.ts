import type { DayRange } from './days.ts';
import { gapDays } from './days.ts';
import type { ReportFacts } from './reportFacts.ts';
import { NEWS_DAYS } from './similarity.ts';

/** What of a report its acts are compared by: small enough to hold for each of a great many reports. */
export interface ReportSketch {
  id: string;
  name: string;
  language: string;
  published: DayRange | null;
  /** A number for each fact, in the order in which the report tells them. */
  facts: readonly number[];
  /** The same numbers in rising order, and the weight of each. */
  sorted: readonly number[];
  weights: readonly number[];
  total: number;
}

/** So much shared weight must come together before a share of it means anything. */
const SMOOTHING = 4;

/** The sketch of a report. */
export function sketchOf({ id, name, language, published, facts, weights, total }: ReportFacts): ReportSketch {
  const weighed = facts.map((fact): [number, number] => [hash(fact), weights.get(fact) ?? 0]);
  const rising = [...weighed].sort((a, b) => a[0] - b[0]);
  return {
    id,
    name,
    language,
    published,
    facts: weighed.map(([fact]) => fact),
    sorted: rising.map(([fact]) => fact),
    weights: rising.map(([, weight]) => weight),
    total,
  };
}

/** How far two reports tell the same, 0…1: the weight of their shared facts over that of the shorter one. */
export function likeness(a: ReportSketch, b: ReportSketch): number {
  if (a === b) return 1;
  if (a.published && b.published && gapDays(a.published, b.published) > NEWS_DAYS) return 0;
  let [shared, i, j] = [0, 0, 0];
  while (i < a.sorted.length && j < b.sorted.length) {
    const [left, right] = [a.sorted[i] as number, b.sorted[j] as number];
    if (left === right) shared += Math.min(a.weights[i++] as number, b.weights[j++] as number);
    else if (left < right) i++;
    else j++;
  }
  return shared / (Math.min(a.total, b.total) + SMOOTHING);
}

/** FNV-1a, 32 bits: the same number for the same fact, with no table of all facts to keep. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value | 0;
}
