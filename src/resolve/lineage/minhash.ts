/** Bands and rows of the signature: reports of which half the runs of words are shared meet in some band in two cases of three, copies always. */
const BANDS = 16;
const ROWS = 4;

/**
 * What near copies have in common, to look for them by: bands of a MinHash signature (Broder 1997). Two sets of which
 * a share J is common share a band with probability 1 − (1 − J⁴)¹⁶; a sentence that thousands share makes no pairs.
 */
export function bandsOf(shingles: ReadonlySet<number>): string[] {
  if (shingles.size < LEAST) return [];
  const smallest = new Uint32Array(BANDS * ROWS).fill(0xffffffff);
  for (const shingle of shingles)
    for (let at = 0; at < smallest.length; at++) {
      const hash = (Math.imul(shingle, MULTIPLIERS[at] as number) ^ (shingle >>> 15) ^ (ADDENDS[at] as number)) >>> 0;
      const mixed = Math.imul(hash ^ (hash >>> 13), 0x5bd1e995) >>> 0;
      if (mixed < (smallest[at] as number)) smallest[at] = mixed;
    }
  return Array.from({ length: BANDS }, (_, band) => `band ${band} ${bandHash(smallest, band * ROWS)}`);
}

/** Too short a text has no signature worth the name. */
const LEAST = 12;

/** Fixed odd numbers, the same on every machine: a linear congruential row from a fixed seed. */
const [MULTIPLIERS, ADDENDS] = constants(BANDS * ROWS);

function constants(count: number): [Uint32Array, Uint32Array] {
  let state = 0x9e3779b9;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
  return [Uint32Array.from({ length: count }, () => next() | 1), Uint32Array.from({ length: count }, next)];
}

function bandHash(smallest: Uint32Array, from: number): string {
  let hash = 0;
  for (let at = from; at < from + ROWS; at++) hash = (Math.imul(hash, 31) + (smallest[at] as number)) >>> 0;
  return hash.toString(36);
}
