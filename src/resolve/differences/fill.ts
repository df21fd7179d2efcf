import type { Bead } from '../lineage/align.ts';
import type { Kinship } from '../lineage/kinship.ts';
import type { Passage, Told } from '../lineage/passages.ts';

/** Passages between the same neighbours tell the same if their lengths are not further apart than this. */
const LENGTHS = 2.2;
/** A passage joins a neighbour's bead where that makes its two sides more equal by so much. */
const FITS = 0.35;
/** What stands at the same place is taken to tell the same, but is not known to. */
export const BY_PLACE = 0.3;

/**
 * The beads of two reports of which one surely was made from the other, with those filled in that only their place and
 * length tell of: what stands between the same neighbours.
 */
export function filled(kinship: Kinship): Bead[] {
  const { a, b } = kinship;
  const row = kinship.beads.filter(({ moved }) => !moved);
  const used = new Set(kinship.beads.flatMap((bead) => [...bead.a, ...bead.b]));
  const beads: Bead[] = [];
  for (let index = 0; index <= row.length; index++) {
    const [before, after] = [row[index - 1], row[index]];
    const gapA = between(a, before?.a.at(-1), after?.a[0], used);
    const gapB = between(b, before?.b.at(-1), after?.b[0], used);
    beads.push(...paired(gapA, gapB));
    if (after) beads.push(after);
  }
  return withNeighbours([...beads, ...kinship.beads.filter(({ moved }) => moved)], a, b);
}

function between(
  told: Told,
  from: Passage | undefined,
  to: Passage | undefined,
  used: ReadonlySet<Passage>,
): Passage[] {
  const passages = told.passages.slice((from?.place ?? -1) + 1, to?.place ?? told.passages.length);
  return passages.filter((passage) => !used.has(passage) && !passage.heading);
}

/** As many on either side and of like length: one by one; else all together if they are few. */
function paired(a: readonly Passage[], b: readonly Passage[]): Bead[] {
  if (a.length === 0 || b.length === 0) return [];
  if (a.length === b.length && a.every((passage, index) => areLike([passage], [b[index] as Passage])))
    return a.map((passage, index) => bead([passage], [b[index] as Passage]));
  return a.length + b.length <= 3 && areLike(a, b) ? [bead(a, b)] : [];
}

function bead(a: readonly Passage[], b: readonly Passage[]): Bead {
  return { a, b, likeness: BY_PLACE, moved: false };
}

function areLike(a: readonly Passage[], b: readonly Passage[]): boolean {
  const ratio = sizeOf(a) / sizeOf(b);
  return ratio < LENGTHS && ratio > 1 / LENGTHS;
}

function sizeOf(passages: readonly Passage[]): number {
  return passages.reduce((sum, { size }) => sum + size, 0);
}

/** A sentence that the other language has made part of the one before. */
function withNeighbours(beads: readonly Bead[], a: Told, b: Told): Bead[] {
  const used = new Set(beads.flatMap((one) => [...one.a, ...one.b]));
  const joined = [...beads];
  const join = (told: Told, side: 'a' | 'b'): void => {
    for (const passage of told.passages) {
      if (used.has(passage) || passage.heading) continue;
      const at = joined.findIndex(
        (one) => one[side].some(({ place }) => Math.abs(place - passage.place) === 1) && fits(one, passage, side),
      );
      const neighbour = joined[at];
      if (!neighbour) continue;
      const passages = [...neighbour[side], passage].sort((x, y) => x.place - y.place);
      joined[at] = { ...neighbour, [side]: passages };
      used.add(passage);
    }
  };
  join(a, 'a');
  join(b, 'b');
  return joined;
}

function fits(one: Bead, passage: Passage, side: 'a' | 'b'): boolean {
  if (one.a.length + one.b.length > 3 || one.a.some(({ heading }) => heading)) return false;
  const [own, other] = side === 'a' ? [sizeOf(one.a), sizeOf(one.b)] : [sizeOf(one.b), sizeOf(one.a)];
  const [now, then] = [Math.abs(Math.log(own / other)), Math.abs(Math.log((own + passage.size) / other))];
  return own < other && now - then >= FITS;
}
