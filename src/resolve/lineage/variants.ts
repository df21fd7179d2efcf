import type { Descent } from './parents.ts';
import type { Passage } from './passages.ts';

const HARD = /^(?:figure|time|place|role|person|initiative) /;

/**
 * Which of two reports a third was made from, by what the two have differently, as editors of old texts tell copies apart:
 * above 0 when the third goes with the second, below when with the first.
 */
export function sharedSecret(nearer: Descent, further: Descent): number {
  let score = 0;
  const [near, far] = [partners(nearer), partners(further)];
  for (const passage of nearer.target.passages) {
    const [here, there] = [near.get(passage), far.get(passage)];
    if (!here || !there) continue;
    for (const feature of passage.features) {
      if (!HARD.test(feature)) continue;
      const [inNear, inFar] = [has(here, feature), has(there, feature)];
      if (inFar && !inNear && isReplaced(feature, passage, here)) score++;
      if (inNear && !inFar && isReplaced(feature, passage, there)) score--;
    }
  }
  return score;
}

/** The other says something else of the kind at the same place: it was changed, not left out. */
function isReplaced(feature: string, passage: Passage, other: readonly Passage[]): boolean {
  const kind = feature.slice(0, feature.indexOf(' ') + 1);
  return other.some(({ features }) => [...features].some((one) => one.startsWith(kind) && !passage.features.has(one)));
}

function has(passages: readonly Passage[], feature: string): boolean {
  return passages.some(({ features }) => features.has(feature));
}

/** For each passage of the target those of the source that tell the same. */
function partners({ kinship }: Descent): Map<Passage, readonly Passage[]> {
  return new Map(kinship.beads.flatMap(({ a, b }) => b.map((passage): [Passage, readonly Passage[]] => [passage, a])));
}
