/** How a signature is cut: so many bands of so many rows. Fewer rows find sets that share less. */
export interface Bands {
  bands: number;
  rows: number;
}

/**
 * What sets that share much have in common, to look for them by: bands of a MinHash signature (Broder 1997). Two sets
 * of which a share J is common share a band with probability 1 − (1 − J^rows)^bands: a sentence that thousands of texts
 * share makes no pairs of them.
 * @param members 32-bit hashes
 */
export function bandsOf(members: ReadonlySet<number>, name: string, { bands, rows }: Bands): string[] {
  if (members.size < LEAST) return [];
  const smallest = new Uint32Array(bands * rows).fill(0xffffffff);
  for (const member of members)
    for (let at = 0; at < smallest.length; at++) {
      const mixed = mix(Math.imul(member, MULTIPLIERS[at] as number) ^ (ADDENDS[at] as number));
      if (mixed < (smallest[at] as number)) smallest[at] = mixed;
    }
  return Array.from({ length: bands }, (_, band) => `${name} ${band} ${bandHash(smallest, band * rows, rows)}`);
}

/** Too small a set has no signature worth the name. */
const LEAST = 6;
const MOST_ROWS = 64;

/** Spreads a number over all 32 bits (the finaliser of MurmurHash3). */
function mix(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Fixed odd numbers, the same on every machine: a linear congruential row from a fixed seed. */
const [MULTIPLIERS, ADDENDS] = constants(MOST_ROWS);

function constants(count: number): [Uint32Array, Uint32Array] {
  let state = 0x9e3779b9;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
  return [Uint32Array.from({ length: count }, () => next() | 1), Uint32Array.from({ length: count }, next)];
}

function bandHash(smallest: Uint32Array, from: number, rows: number): string {
  let hash = 0;
  for (let at = from; at < from + rows; at++) hash = mix(hash ^ (smallest[at] as number));
  return hash.toString(36);
}
