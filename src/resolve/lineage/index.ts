import type { LineageEdge } from '../../model/index.ts';
import type { ReportFacts } from '../reportFacts.ts';
import { evidenceOf } from './evidence.ts';
import { kindOf } from './kind.ts';
import { chosenDescents, type Descent, possibleDescents } from './parents.ts';
import { type Told, toldBy } from './passages.ts';

/** Who of a story's reports took it from whom. */
export interface Lineage {
  descents: readonly Descent[];
  edges: LineageEdge[];
}

/** Works out who took a story from whom, by credits, rare things shared, containment, order and time. */
export function lineageOf(reports: readonly ReportFacts[]): Lineage {
  const told = [...reports].sort((a, b) => (a.id < b.id ? -1 : 1)).map(toldBy);
  const descents = chosenDescents(possibleDescents(allPairs(told)));
  const telling = counter(told);
  return { descents, edges: descents.map((descent) => edgeOf(descent, telling)).sort(inOrder) };
}

function* allPairs(told: readonly Told[]): Generator<readonly [Told, Told]> {
  for (const [index, one] of told.entries()) for (const other of told.slice(index + 1)) yield [one, other];
}

/** In how many reports of the story a feature stands. */
function counter(told: readonly Told[]): (feature: string) => number {
  const counts = new Map<string, number>();
  for (const { frequency } of told) for (const one of frequency.keys()) counts.set(one, (counts.get(one) ?? 0) + 1);
  return (feature) => counts.get(feature) ?? 0;
}

function edgeOf(descent: Descent, telling: (feature: string) => number): LineageEdge {
  return {
    from: descent.source.report.name,
    source: 'report',
    to: descent.target.report.name,
    kind: kindOf(descent.kinship),
    confidence: confidenceOf(descent),
    evidence: evidenceOf(descent, telling),
  };
}

/** Grows with what is shared and with what tells the direction. */
function confidenceOf({ strength, direction, credited }: Descent): number {
  const shared = Math.min(1, strength / 0.6);
  const directed = Math.min(1, direction / 3);
  return Number(Math.min(0.99, 0.4 + 0.35 * shared + 0.15 * directed + (credited ? 0.09 : 0)).toFixed(2));
}

function inOrder(a: LineageEdge, b: LineageEdge): number {
  return compare(a.to, b.to) || compare(a.from, b.from);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
