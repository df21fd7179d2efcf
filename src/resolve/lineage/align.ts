import { type Likeness, likenessOf } from './likeness.ts';
import type { Passage, Told } from './passages.ts';

/** Passages of two reports that tell the same: one of each, or two of one and one of the other. */
export interface Bead {
  a: readonly Passage[];
  b: readonly Passage[];
  /** How far they tell the same, 0…1. */
  likeness: number;
  /** They do not stand in the order of the others. */
  moved: boolean;
}

/** From this likeness on two passages are rather the same than not. */
const LEAST = 0.22;
/** Passages out of order must be liker. */
const LEAST_MOVED = 0.4;
/** What joining two passages costs: only where each adds something. */
const JOIN = 0.08;

/**
 * Aligns the passages of two reports: the row of beads, in the order of both, that is likest together (dynamic
 * programming, as Gale and Church 1993, with likeness by what the passages name and say in place of length alone);
 * then those left over that are surely the same, out of order.
 */
export function align(a: Told, b: Told): Bead[] {
  const likeness = likenessOf(a, b);
  const inOrder = bestRow(a, b, likeness);
  return [...inOrder, ...movedBeads(a, b, likeness, inOrder)].sort(
    (x, y) =>
      (x.a[0] as Passage).place - (y.a[0] as Passage).place || (x.b[0] as Passage).place - (y.b[0] as Passage).place,
  );
}

/** How many passages of each a bead takes. */
const STEPS = [
  [1, 1],
  [1, 2],
  [2, 1],
] as const;
type Step = (typeof STEPS)[number];

function bestRow(a: Told, b: Told, likeness: Likeness): Bead[] {
  const [rows, columns] = [a.passages.length, b.passages.length];
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  const step = new Int8Array((rows + 1) * width);
  for (let row = 0; row <= rows; row++)
    for (let column = 0; column <= columns; column++) {
      const at = row * width + column;
      if (row === 0 && column === 0) continue;
      // Written out: this runs for every pair of passages of every pair of reports.
      let most = row > 0 ? (best[at - width] as number) : 0;
      let taken = row > 0 ? UP : LEFT;
      if (column > 0 && (row === 0 || (best[at - 1] as number) > most)) {
        most = best[at - 1] as number;
        taken = LEFT;
      }
      for (let index = 0; index < STEPS.length; index++) {
        const [down, right] = STEPS[index] as Step;
        if (row < down || column < right) continue;
        const gain = likeness.of(row - down, down, column - right, right) - LEAST - (down + right > 2 ? JOIN : 0);
        const total = (best[at - down * width - right] as number) + gain;
        if (gain > 0 && total > most) {
          most = total;
          taken = index;
        }
      }
      best[at] = most;
      step[at] = taken;
    }
  return traced(a, b, likeness, step);
}

const UP = -1;
const LEFT = -2;

function traced(a: Told, b: Told, likeness: Likeness, step: Int8Array): Bead[] {
  const width = b.passages.length + 1;
  const beads: Bead[] = [];
  let [row, column] = [a.passages.length, b.passages.length];
  while (row > 0 || column > 0) {
    const taken = step[row * width + column] as number;
    if (taken === UP) row--;
    else if (taken === LEFT) column--;
    else {
      const [down, right] = STEPS[taken] as Step;
      row -= down;
      column -= right;
      beads.push({
        a: a.passages.slice(row, row + down),
        b: b.passages.slice(column, column + right),
        likeness: likeness.of(row, down, column, right),
        moved: false,
      });
    }
  }
  return beads.reverse();
}

function movedBeads(a: Told, b: Told, likeness: Likeness, inOrder: readonly Bead[]): Bead[] {
  const usedA = new Set(inOrder.flatMap((bead) => bead.a));
  const usedB = new Set(inOrder.flatMap((bead) => bead.b));
  const pairs: { one: Passage; other: Passage; like: number }[] = [];
  for (const one of a.passages)
    for (const other of b.passages) {
      if (usedA.has(one) || usedB.has(other)) continue;
      const like = likeness.of(one.place, 1, other.place, 1);
      if (like >= LEAST_MOVED) pairs.push({ one, other, like });
    }
  pairs.sort((x, y) => y.like - x.like || x.one.place - y.one.place || x.other.place - y.other.place);
  const beads: Bead[] = [];
  for (const { one, other, like } of pairs) {
    if (usedA.has(one) || usedB.has(other)) continue;
    usedA.add(one);
    usedB.add(other);
    beads.push({ a: [one], b: [other], likeness: like, moved: true });
  }
  return beads;
}
