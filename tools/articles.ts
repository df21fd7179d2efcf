// How well the articles of test/fixtures/articles are coded, which were written and marked by hand for the project.
//   node tools/articles.ts [en|vi|ru|tr|zh]… [--misses] [--update]
// --misses lists what was missed or is wrong; --update raises the minimums that test/articles.test.ts holds, and lowers none.
import { readFileSync, writeFileSync } from 'node:fs';
import { openWorld } from '../src/world/index.ts';
import { Figures, measureArticle } from './articles/figures.ts';
import { articleFile, codeMarked, LANGUAGES, type Language, marksOf } from './articles/marks.ts';
import { MINIMUMS, minimums } from './articles/minimums.ts';

const args = process.argv.slice(2);
const wrong = args.filter((arg) => arg !== '--misses' && arg !== '--update' && !LANGUAGES.includes(arg as Language));
if (wrong.length > 0) {
  console.error(
    `usage: node tools/articles.ts [${LANGUAGES.join('|')}]… [--misses] [--update]   (not ${wrong.join(' ')})`,
  );
  process.exit(2);
}
const world = openWorld();
const held = minimums();
for (const language of LANGUAGES.filter((one) => args.includes(one) || !LANGUAGES.some((any) => args.includes(any))))
  await measure(language);
if (args.includes('--update')) writeFileSync(MINIMUMS, `${JSON.stringify(held, null, 2)}\n`);

async function measure(language: Language): Promise<void> {
  const figures = new Figures();
  const marks = marksOf(language);
  for (const marked of marks)
    measureArticle(marked, await codeMarked(world, marked), readFileSync(articleFile(marked), 'utf8'), figures);
  const reached = Object.entries(figures.summary()).filter((entry): entry is [string, number] => entry[1] !== null);
  console.log(
    `${language}: ${marks.length} articles, ${reached.map(([name, value]) => `${name} ${value.toFixed(3)}`).join(', ')}`,
  );
  if (args.includes('--misses')) for (const miss of figures.misses) console.log(`  ${miss}`);
  for (const [name, value] of reached) raise(language, name, value);
}

function raise(language: Language, name: string, value: number): void {
  held[language] ??= {};
  held[language][name] = Math.max(held[language][name] ?? 0, Math.floor(value * 1000) / 1000);
}
