import type { LineageEdge } from '../../model/index.ts';
import type { ReportFacts } from '../reportFacts.ts';
import { evidenceOf, outletEvidenceOf, type Story } from './evidence.ts';
import { isLiteral, kindOf } from './kind.ts';
import type { Kinship } from './kinship.ts';
import {
  absentSources,
  areSiblings,
  descentFrom,
  isBesideSource,
  type OutletDescent,
  outletDescents,
} from './outlets.ts';
import { pairsToCompare } from './pairs.ts';
import { akin, chosenDescents, type Descent, possibleDescents, strengthOf } from './parents.ts';
import { type Told, toldBy } from './passages.ts';
import { sourcesOf } from './sources.ts';

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
  const kinships = akin(pairsToCompare(told));
  const apart = kinships.filter((kinship) => !areSiblings(kinship, absent));
  const chosen = chosenDescents(possibleDescents(apart, absent).filter((descent) => !isBesideSource(descent, absent)));
  const fromOutlets = outletDescents(told, absent, kinships, chosen);
  const { descents, outlets } = withHiddenSiblings(told, kinships, chosen, fromOutlets);
  const story = { telling: counter(told), others: told.length - 2 };
  const edges = [...descents.map((one) => edgeOf(one, story)), ...outlets.map(outletEdgeOf)];
  return { descents, outlets, edges: edges.sort(inOrder) };
}

/** So much of a report must be in none of its siblings for it to have had the source itself. */
const LEAST_OWN = 0.12;
/** So much the two must tell the same for the one to have the source that the other credits. */
const LEAST_ALIKE = 0.4;
/** Whoever signs with a name rather saw it himself: two reporters of one meeting tell much the same. */
const LEAST_SIGNED = 0.55;

/**
 * A report without a credit that tells the same as one with a credit, and much that this one has not, had the same
 * source; so had one that tells the same as a text which is itself only printed after the source.
 */
function withHiddenSiblings(
  told: readonly Told[],
  kinships: readonly Kinship[],
  descents: readonly Descent[],
  outlets: readonly OutletDescent[],
): { descents: Descent[]; outlets: OutletDescent[] } {
  const from = new Map(outlets.map((one) => [one.target, one]));
  const parent = new Map(descents.map((descent) => [descent.target, descent]));
  const added: OutletDescent[] = [];
  for (const one of told) {
    const descent = parent.get(one);
    if (from.has(one) || (descent && (descent.credited || !from.has(descent.source)))) continue;
    const near = kinships
      .filter((kinship) => isHiddenSibling(one, kinship, from))
      .sort((x, y) => strengthOf(y) - strengthOf(x));
    const [nearest] = near;
    const source = nearest && from.get(otherOf(nearest, one));
    if (!nearest || !source) continue;
    const named = {
      ...source.named,
      dateline: false,
      line: false,
      native: one.report.language === source.target.report.language && source.named.native,
    };
    added.push(descentFrom(named, one, [nearest], false));
  }
  const hidden = new Set(added.map(({ target }) => target));
  return { descents: descents.filter(({ target }) => !hidden.has(target)), outlets: [...outlets, ...added] };
}

function isHiddenSibling(one: Told, kinship: Kinship, from: ReadonlyMap<Told, OutletDescent>): boolean {
  if (kinship.a !== one && kinship.b !== one) return false;
  const source = from.get(otherOf(kinship, one));
  const least = one.report.coded.article.authors.length > 0 ? LEAST_SIGNED : LEAST_ALIKE;
  if (!source || isLiteral(kinship) || strengthOf(kinship) < least || hasMark(one)) return false;
  const covered = kinship.a === one ? kinship.coverA : kinship.coverB;
  return source.kind === 'copy' || 1 - covered >= LEAST_OWN;
}

function hasMark({ report }: Told): boolean {
  return sourcesOf(report).some(({ dateline, publisher, signed }) => dateline || publisher || signed);
}

function otherOf({ a, b }: Kinship, one: Told): Told {
  return a === one ? b : a;
}

/** In how many reports of the story a feature stands. */
function counter(told: readonly Told[]): (feature: string) => number {
  const counts = new Map<string, number>();
  for (const { frequency } of told) for (const one of frequency.keys()) counts.set(one, (counts.get(one) ?? 0) + 1);
  return (feature) => counts.get(feature) ?? 0;
}

function edgeOf(descent: Descent, story: Story): LineageEdge {
  return {
    from: descent.source.report.name,
    source: 'report',
    to: descent.target.report.name,
    kind: kindOf(descent.kinship),
    confidence: confidenceOf(descent),
    evidence: evidenceOf(descent, story),
  };
}

function outletEdgeOf(descent: OutletDescent): LineageEdge {
  const { outlet, target, kind, confidence } = descent;
  return {
    from: outlet,
    source: 'outlet',
    to: target.report.name,
    kind,
    confidence,
    evidence: outletEvidenceOf(descent),
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
