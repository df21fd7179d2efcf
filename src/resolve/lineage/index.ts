import type { LineageEdge } from '../../model/index.ts';
import type { ReportFacts } from '../reportFacts.ts';
import { evidenceOf, outletEvidenceOf } from './evidence.ts';
import { kindOf } from './kind.ts';
import type { Kinship } from './kinship.ts';
import { absentSources, areSiblings, descentFrom, isBesideSource, type OutletDescent, outletDescents } from './outlets.ts';
import { akin, chosenDescents, type Descent, possibleDescents } from './parents.ts';
import { type Told, toldBy } from './passages.ts';

/** Who of a story's reports took it from whom. */
export interface Lineage {
  /** Made from a report of the story. */
  descents: readonly Descent[];
  /** Made from a text that is not at hand. */
  outlets: readonly OutletDescent[];
  edges: LineageEdge[];
}

/** Works out who took a story from whom, by credits, rare things shared, containment, order and time. */
export function lineageOf(reports: readonly ReportFacts[]): Lineage {
  const told = [...reports].sort((a, b) => (a.id < b.id ? -1 : 1)).map(toldBy);
  const absent = absentSources(told);
  const kinships = akin(allPairs(told));
  const apart = kinships.filter((kinship) => !areSiblings(kinship, absent));
  const chosen = chosenDescents(possibleDescents(apart, absent).filter((descent) => !isBesideSource(descent, absent)));
  const fromOutlets = outletDescents(told, absent, kinships, chosen);
  const { descents, outlets } = withHiddenSiblings(chosen, fromOutlets);
  const telling = counter(told);
  const edges = [...descents.map((one) => edgeOf(one, telling)), ...outlets.map(outletEdgeOf)];
  return { descents, outlets, edges: edges.sort(inOrder) };
}

function* allPairs(told: readonly Told[]): Generator<readonly [Told, Told]> {
  for (const [index, one] of told.entries()) for (const other of told.slice(index + 1)) yield [one, other];
}

/** So much of a report must be in none of its siblings for it to have had the source itself. */
const LEAST_OWN = 0.12;

/**
 * A report without a credit that seems made from one with a credit, and tells much that this one has not, had the same
 * source; so had one that seems made from a text which is itself only printed after the source.
 */
function withHiddenSiblings(
  descents: readonly Descent[],
  outlets: readonly OutletDescent[],
): { descents: Descent[]; outlets: OutletDescent[] } {
  const from = new Map(outlets.map((one) => [one.target, one]));
  const hidden = descents.filter((descent) => isHiddenSibling(descent, from.get(descent.source)));
  const added = hidden.map(({ source, target, kinship }) => {
    const { outlet, key } = from.get(source) as OutletDescent;
    return descentFrom({ outlet, key, dateline: false, signed: false, credited: true }, target, [kinship], false);
  });
  return { descents: descents.filter((descent) => !hidden.includes(descent)), outlets: [...outlets, ...added] };
}

function isHiddenSibling({ kinship, credited }: Descent, source: OutletDescent | undefined): boolean {
  if (!source || credited || kindOf(kinship) === 'copy' || kindOf(kinship) === 'excerpt') return false;
  return source.kind === 'copy' || 1 - kinship.coverB >= LEAST_OWN;
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

function outletEdgeOf(descent: OutletDescent): LineageEdge {
  const { outlet, target, kind, confidence } = descent;
  return { from: outlet, source: 'outlet', to: target.report.name, kind, confidence, evidence: outletEvidenceOf(descent) };
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

export type { Kinship };
