// How well the kinds of difference are told apart on single sentences: test/fixtures/differences has ten pairs a kind that show it
// and three that only look like it.
//   node tools/differences.ts [KIND…] [--misses]
import { openWorld } from '../src/world/index.ts';
import { allPairs, measurePair, type PairResult } from './differences/pairs.ts';

const args = process.argv.slice(2);
const kinds = args.filter((arg) => arg !== '--misses');
const pairs = allPairs();
const unknown = kinds.filter((kind) => !pairs.some((pair) => pair.kind === kind));
if (unknown.length > 0) {
  console.error(`usage: node tools/differences.ts [KIND…] [--misses]   (no such kind: ${unknown.join(' ')})`);
  process.exit(2);
}
const world = openWorld();
const results = pairs
  .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
  .map((pair) => measurePair(world, pair));
for (const [kind, some] of Map.groupBy(results, ({ pair }) => pair.kind)) print(kind, some);
print('all', results);

function print(kind: string, some: readonly PairResult[]): void {
  const shown = some.filter(({ found }) => found !== null);
  const found = shown.filter((one) => one.found).length;
  const others = some.reduce((sum, one) => sum + one.others.length, 0);
  console.log(`${kind}: found ${found} of ${shown.length}, others ${others} in ${some.length} pairs`);
  if (!args.includes('--misses') || kind === 'all') return;
  for (const one of some) printMisses(one);
}

function printMisses({ pair, found, others }: PairResult): void {
  if (found !== false && others.length === 0) return;
  console.log(
    `  ${found === false ? 'MISSED' : 'ok'} ${pair.from}>${pair.to}\n    ${pair.source}\n    ${pair.retelling}`,
  );
  for (const { kind, from, to, note } of others) console.log(`    + ${kind}: ${from.text} / ${to.text} (${note})`);
}
