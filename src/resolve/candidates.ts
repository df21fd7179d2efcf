import type { ActFacts } from './actFacts.ts';

/** Pairs of acts that share a block key and whose windows come within a day of each other; each pair once. */
export function* candidatePairs(acts: readonly ActFacts[]): Generator<readonly [ActFacts, ActFacts]> {
  for (const [block, members] of blocksOf(acts)) {
    members.sort((a, b) => a.window.first - b.window.first || (a.key < b.key ? -1 : 1));
    let open: ActFacts[] = [];
    for (const act of members) {
      open = open.filter((earlier) => earlier.window.last + 1 >= act.window.first);
      for (const earlier of open) if (firstSharedBlock(earlier, act) === block) yield [earlier, act];
      open.push(act);
    }
  }
}

function blocksOf(acts: readonly ActFacts[]): Map<string, ActFacts[]> {
  const blocks = new Map<string, ActFacts[]>();
  for (const act of acts)
    for (const key of act.blocks) {
      const members = blocks.get(key);
      if (members) members.push(act);
      else blocks.set(key, [act]);
    }
  return blocks;
}

/** Acts of several parties meet in several blocks: only the first one counts. */
function firstSharedBlock(a: ActFacts, b: ActFacts): string | undefined {
  return a.blocks.find((key) => b.blocks.includes(key));
}
