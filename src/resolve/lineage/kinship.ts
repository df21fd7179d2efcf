import { align, type Bead } from './align.ts';
import type { Passage, Told } from './passages.ts';
import { containment } from './words.ts';

/** How two reports are akin: what of each the other tells too, and how literally. */
export interface Kinship {
  a: Told;
  b: Told;
  beads: readonly Bead[];
  /** The share of each body that stands in beads, 0…1, by size. */
  coverA: number;
  coverB: number;
  /** The share of each one's runs of words that the other has, quotations left out; 0 across languages. */
  withinA: number;
  withinB: number;
  /** Mean likeness of the beads, by size. */
  likeness: number;
}

const KNOWN = new WeakMap<Told, WeakMap<Told, Kinship>>();

/** Compares two reports passage by passage; the one with the smaller id is `a`. Worked out once. */
export function kinshipOf(one: Told, other: Told): Kinship {
  const [a, b] = one.report.id < other.report.id ? [one, other] : [other, one];
  const known = KNOWN.get(a) ?? new WeakMap<Told, Kinship>();
  const before = known.get(b);
  if (before) return before;
  const kinship = compared(a, b);
  KNOWN.set(a, known.set(b, kinship));
  return kinship;
}

function compared(a: Told, b: Told): Kinship {
  const beads = align(a, b);
  const sameLanguage = a.report.language === b.report.language;
  const body = (passages: readonly Passage[]) =>
    passages.reduce((sum, { heading, size }) => sum + (heading ? 0 : size), 0);
  let [inA, inB, liked] = [0, 0, 0];
  for (const bead of beads) {
    inA += body(bead.a);
    inB += body(bead.b);
    liked += bead.likeness * (body(bead.a) + body(bead.b));
  }
  return {
    a,
    b,
    beads,
    coverA: share(inA, a.size),
    coverB: share(inB, b.size),
    withinA: sameLanguage ? containment(b.shingles, a.shingles) : 0,
    withinB: sameLanguage ? containment(a.shingles, b.shingles) : 0,
    likeness: share(liked, inA + inB),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
