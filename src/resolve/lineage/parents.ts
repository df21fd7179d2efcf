import { directionOf } from './direction.ts';
import { kindOf } from './kind.ts';
import { type Kinship, kinshipOf } from './kinship.ts';
import type { Passage, Told } from './passages.ts';

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
const CREDIT_FACTOR = 1.25;

/** How much of two reports tells the same: the mean of what each has of the other, weighed by likeness. */
export function strengthOf({ coverA, coverB, likeness }: Kinship): number {
  return likeness * Math.sqrt(coverA * coverB);
}

/** All pairs of which one may have been made from the other, with the source first. */
export function possibleDescents(pairs: Iterable<readonly [Told, Told]>): Descent[] {
  const descents: Descent[] = [];
  for (const [one, other] of pairs) {
    const kinship = kinshipOf(one, other);
    const strength = strengthOf(kinship);
    if (strength < LEAST_CREDITED) continue;
    const { score, credited } = directionOf(kinship);
    if (score === 0 || (strength < LEAST_STRENGTH && !credited)) continue;
    const forward = score > 0;
    descents.push({
      source: forward ? one : other,
      target: forward ? other : one,
      kinship: forward ? kinship : turned(kinship),
      strength,
      direction: Math.abs(score),
      credited,
      partly: false,
    });
  }
  return descents;
}

function turned({ a, b, beads, coverA, coverB, withinA, withinB, likeness }: Kinship): Kinship {
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
  for (const descent of parent.values()) parent.set(descent.target, originalOf(descent, parent, order));
  const first = [...parent.values()];
  return [...first, ...first.flatMap((descent) => secondSource(descent, order, parent) ?? [])];
}

/** What was taken from one of two copies was rather taken from the first of them, unless the copy is credited. */
function originalOf(descent: Descent, parent: ReadonlyMap<Told, Descent>, all: readonly Descent[]): Descent {
  const copy = parent.get(descent.source);
  if (!copy || kindOf(copy.kinship) !== 'copy' || kindOf(descent.kinship) === 'copy') return descent;
  const other = all.find(({ source, target }) => source === copy.source && target === descent.target);
  if (!other || other.strength < NEARLY * descent.strength) return descent;
  return descent.credited && descent.credited !== other.credited ? descent : other;
}

const NEARLY = 0.93;

function weightOf({ strength, credited }: Descent): number {
  return strength * (credited ? CREDIT_FACTOR : 1);
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

/** So much of a report, and so many passages, must come from a second source. */
const LEAST_REST = 0.2;
const LEAST_PASSAGES = 2;
const LEAST_LIKENESS = 0.35;

function secondSource(first: Descent, order: readonly Descent[], parent: ReadonlyMap<Told, Descent>): Descent | null {
  const explained = new Set(first.kinship.beads.filter(({ likeness }) => likeness >= LEAST_LIKENESS).flatMap(({ b }) => b));
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

function restOf({ kinship }: Descent, explained: ReadonlySet<Passage>): Passage[] {
  return kinship.beads
    .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
    .flatMap(({ b }) => b)
    .filter((passage) => !passage.heading && !explained.has(passage));
}
