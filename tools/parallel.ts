// The same text in five languages should give the same acts: how far it does, over the stories of test/fixtures/parallel.
//   node tools/parallel.ts [--misses]
import { openWorld } from '../src/world/index.ts';
import { measureParallel } from './parallel/figures.ts';
import { parallelStories } from './parallel/stories.ts';

const [flag] = process.argv.slice(2);
if (flag !== undefined && flag !== '--misses') {
  console.error(`usage: node tools/parallel.ts [--misses]   (not ${flag})`);
  process.exit(2);
}
const stories = parallelStories();
const { languages, common, expected } = measureParallel(openWorld(), stories);
for (const [language, { found, expected: told, invented, misses }] of languages) {
  console.log(`${language}: ${found} of ${told} acts (${(found / told).toFixed(3)}), ${invented} not expected`);
  if (flag) for (const miss of misses) console.log(`  ${miss}`);
}
console.log(
  `all languages: ${common} of ${expected} acts of ${stories.length} stories (${(common / expected).toFixed(3)}), goal 0.90`,
);
