import type { ReportFacts } from '../reportFacts.ts';
import { directionOf } from './direction.ts';
import { isLiteral, kindOf } from './kind.ts';
import { type Kinship, kinshipOf } from './kinship.ts';
import type { Passage, Told } from './passages.ts';
import { identitiesOf, isTextOf, type NamedSource, sourcesOf, takenFrom } from './sources.ts';
import { sharedSecret } from './variants.ts';

/** A report that was made from another. */
export interface Descent {
  source: Told;
  target: Told;
  /** With the source as `a` and the target as `b`. */
  kinship: Kinship;
  /** How much of the two tells the same, 0…1. */
  strength: number;
  /** How surely the source is the source, above 0. */
  direction: number;
  /** The outlet by whose name the target credits the source. */
  credited: string | null;
  /** It gave only a part, beside another source. */
  partly: boolean;
}

/** From this strength on one report was made from the other, or both from a third. */
const LEAST_STRENGTH = 0.29;
/** With a credit, so much is enough. */
const LEAST_CREDITED = 0.22;
/** Two agencies have two reporters: only a copy is then the other's. */
const LEAST_STRANGERS = 0.5;
/** Without anything sure about the direction, so much more is needed. */
const UNSURE_DIRECTION = 0.2;
const MORE_IF_UNSURE = 0.06;

/** How much of two reports tells the same: the mean of what each has of the other, weighed by likeness. */
export function strengthOf({ coverA, coverB, likeness }: Kinship): number {
  return likeness * Math.sqrt(coverA * coverB);
}

/** The kinships of all pairs of which one may have been made from the other, or both from a third. */
export function akin(pairs: Iterable<readonly [Told, Told]>): Kinship[] {
  return [...pairs]
    .map(([one, other]) => kinshipOf(one, other))
    .filter((kinship) => strengthOf(kinship) >= LEAST_CREDITED);
}

/** Those of which one may have been made from the other, with the source first. */
export function possibleDescents(kinships: readonly Kinship[], absent: ReadonlyMap<Told, NamedSource>): Descent[] {
  return kinships.flatMap((kinship) => {
    const strength = strengthOf(kinship);
    const { score, credited } = directionOf(kinship, absent);
    if (score === 0 || strength < leastStrength(kinship, score, credited)) return [];
    const [a, b] = score > 0 ? [kinship.a, kinship.b] : [kinship.b, kinship.a];
    return {
      source: a,
      target: b,
      kinship: score > 0 ? kinship : turned(kinship),
      strength,
      direction: Math.abs(score),
      credited,
      partly: false,
    };
  });
}

function leastStrength({ a, b }: Kinship, score: number, credited: string | null): number {
  if (credited) return LEAST_CREDITED;
  if (ownMarks(a.report).some((key) => !ownMarks(b.report).includes(key)) && ownMarks(b.report).length > 0)
    return LEAST_STRANGERS;
  return LEAST_STRENGTH + (Math.abs(score) < UNSURE_DIRECTION ? MORE_IF_UNSURE : 0);
}

/** The outlets whose own text a report shows itself to be. */
function ownMarks(report: ReportFacts): string[] {
  return sourcesOf(report).flatMap((source) => (isTextOf(report, source) ? source.key : []));
}

/** The same kinship with the two reports in each other's place. */
export function turned({ a, b, beads, coverA, coverB, withinA, withinB, likeness }: Kinship): Kinship {
  return {
    a: b,
    b: a,
    beads: beads.map((bead) => ({ ...bead, a: bead.b, b: bead.a })),
    coverA: coverB,
    coverB: coverA,
    withinA: withinB,
    withinB: withinA,
    likeness,
  };
}

/** For each report its nearest ancestor, and a second one for what the first does not explain. */
export function chosenDescents(descents: readonly Descent[]): Descent[] {
  const parent = new Map<Told, Descent>();
  const order = [...descents].sort(
    (x, y) => weightOf(y) - weightOf(x) || compareIds(x.source, y.source) || compareIds(x.target, y.target),
  );
  for (const descent of order) {
    if (parent.has(descent.target) || isAncestor(descent.target, descent.source, parent)) continue;
    parent.set(descent.target, descent);
  }
  for (const descent of [...parent.values()]) parent.set(descent.target, corrected(descent, parent, order));
  const first = [...parent.values()];
  return [...first, ...first.flatMap((descent) => secondSource(descent, order, parent) ?? [])];
}

const CREDIT_FACTOR = 1.25;
/** It bears the mark of one outlet, and the other report credits another. */
const OTHER_CREDIT = 0.85;

function weightOf({ strength, credited, source, target, kinship }: Descent): number {
  if (credited) return strength * CREDIT_FACTOR;
  const isOther = !isLiteral(kinship) && takenFrom(target.report).length > 0 && identitiesOf(source.report).size > 0;
  return strength * (isOther ? OTHER_CREDIT : 1);
}

function compareIds(a: Told, b: Told): number {
  return a.report.id < b.report.id ? -1 : a.report.id > b.report.id ? 1 : 0;
}

function isAncestor(one: Told, of: Told, parent: ReadonlyMap<Told, Descent>): boolean {
  for (let at: Told | undefined = of; at; at = parent.get(at)?.source) if (at === one) return true;
  return false;
}

function rootOf(told: Told, parent: ReadonlyMap<Told, Descent>): Told {
  let at = told;
  for (let up = parent.get(at); up; up = parent.get(at)) at = up.source;
  return at;
}

/** So much weaker a kinship may be with the report that was meant after all. */
const NEARLY = 0.8;
const WITH_SECRET = 0.55;

/** The source's own source, where that was meant: the source is a copy of it, or it has what the source changed and the report has not. */
function corrected(descent: Descent, parent: ReadonlyMap<Told, Descent>, all: readonly Descent[]): Descent {
  const above = parent.get(descent.source);
  const other = all.find(({ source, target }) => source === above?.source && target === descent.target);
  if (!above || !other || isLiteral(descent.kinship)) return descent;
  if (descent.credited && descent.credited !== other.credited) return descent;
  const isCopy = kindOf(above.kinship) === 'copy' && other.strength >= NEARLY * descent.strength;
  const secret = other.strength >= WITH_SECRET * descent.strength && sharedSecret(descent, other) > 0;
  return isCopy || secret ? other : descent;
}

/** So much of a report, and so many passages, must come from a second source. */
const LEAST_REST = 0.2;
const LEAST_PASSAGES = 2;
const LEAST_LIKENESS = 0.35;

function secondSource(first: Descent, order: readonly Descent[], parent: ReadonlyMap<Told, Descent>): Descent | null {
  const explained = new Set(first.kinship.beads.filter(isSure).flatMap(({ b }) => b));
  const family = rootOf(first.source, parent);
  let best: Descent | null = null;
  let most = LEAST_REST;
  for (const other of order) {
    if (other.target !== first.target || other === first || rootOf(other.source, parent) === family) continue;
    const rest = restOf(other, explained);
    if (rest.length < LEAST_PASSAGES) continue;
    const share = rest.reduce((sum, { size }) => sum + size, 0) / other.target.size;
    if (share > most) [best, most] = [other, share];
  }
  return best ? { ...best, partly: true } : null;
}

function isSure({ likeness }: { likeness: number }): boolean {
  return likeness >= LEAST_LIKENESS;
}

function restOf({ kinship }: Descent, explained: ReadonlySet<Passage>): Passage[] {
  return kinship.beads
    .filter(isSure)
    .flatMap(({ b }) => b)
    .filter((passage) => !passage.heading && !explained.has(passage));
}
