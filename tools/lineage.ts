// How well lineage and differences are found in the stories of test/fixtures/lineage, whose ancestry is known.
//   node tools/lineage.ts [dev|held|blind] [--misses]
// Each story is resolved by itself, and all stories of a part as one archive. --misses lists what was not found or is wrong,
// but not for the blind part: whoever reads its errors tunes to it.
import { join } from 'node:path';
import type { Coded, Story } from '../src/model/index.ts';
import { codeReport } from '../src/pipeline.ts';
import { openReports } from '../src/read/index.ts';
import { resolve } from '../src/resolve/index.ts';
import { openWorld, type World } from '../src/world/index.ts';
import { bCubed, type CodedStory, Figures, measureStory, type SameOutlet } from './lineage/figures.ts';
import { HALVES, type Half, storiesOf, type TrueStory } from './lineage/truth.ts';

/** What is to be reached. */
const GOALS = { precision: 0.9, recall: 0.8, kinds: 0.85, planted: 0.9, falseDifferences: 1, stories: 0.95 };

const args = process.argv.slice(2);
const wrong = args.filter((arg) => arg !== '--misses' && !HALVES.includes(arg as Half));
if (wrong.length > 0) {
  console.error(`usage: node tools/lineage.ts [dev|held|blind] [--misses]   (not ${wrong.join(' ')})`);
  process.exit(2);
}
const halves = HALVES.filter((half) => !HALVES.some((one) => args.includes(one)) || args.includes(half));
const world = openWorld();
const sameOutlet = outletComparer(world);
let goals = 0;
let reached = 0;
for (const half of halves) await measureHalf(half);
console.log(`lineage: ${reached} of ${goals} goals reached`);

async function measureHalf(half: Half): Promise<void> {
  const stories: CodedStory[] = [];
  for (const story of storiesOf(half)) stories.push(await codedStory(story));
  const listed = args.includes('--misses') && half !== 'blind';
  const alone = new Figures();
  for (const story of stories) measureStory(story, resolve([...story.reports.values()]).stories, sameOutlet, alone);
  print(`${half}, each story alone`, alone, listed);
  const archive = new Figures();
  const resolved = resolve(stories.flatMap(({ reports }) => [...reports.values()])).stories;
  for (const story of stories) measureStory(story, resolved, sameOutlet, archive);
  print(`${half}, one archive`, archive, listed);
  printGrouping(`${half}, one archive`, stories, resolved, listed);
}

/** Codes a story's files. A report's path is `story/file`, so that two stories may have files of one name. */
async function codedStory({ folder, files, truth }: TrueStory): Promise<CodedStory> {
  const reports = new Map<string, Coded>();
  for (const file of files.keys())
    for await (const raw of openReports([join(folder, file)])) {
      if ('error' in raw) throw new Error(`${folder}/${file}: ${raw.error.message}`);
      reports.set(file, codeReport(world, { ...raw, report: { ...raw.report, path: `${truth.story}/${file}` } }));
    }
  return { truth, reports };
}

function print(what: string, figures: Figures, listed: boolean): void {
  const { trueEdges, foundEdges, rightEdges, rightKinds, planted, plantedFound, pairs, falseDifferences } = figures;
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  const of = (part: number, whole: number) => `(${part} of ${whole})`;
  line(what, 'edge precision', share(rightEdges, foundEdges), of(rightEdges, foundEdges), GOALS.precision);
  line(what, 'edge recall', share(rightEdges, trueEdges), of(rightEdges, trueEdges), GOALS.recall);
  line(what, 'kinds right', share(rightKinds, rightEdges), of(rightKinds, rightEdges), GOALS.kinds);
  line(what, 'planted differences found', share(plantedFound, planted), of(plantedFound, planted), GOALS.planted);
  const each = share(falseDifferences, pairs);
  goals++;
  // With no pair found there is nothing that could be false, and nothing reached.
  if (pairs > 0 && each <= GOALS.falseDifferences) reached++;
  console.log(
    `${what}: false differences a pair ${each.toFixed(3)} ${of(falseDifferences, pairs)} goal ≤ ${GOALS.falseDifferences}`,
  );
  console.log(`${what}: equal words told as different ${figures.equalTold} of ${figures.equalWords}`);
  if (listed) for (const miss of figures.misses) console.log(`  ${miss}`);
}

function printGrouping(
  what: string,
  stories: readonly CodedStory[],
  resolved: readonly Story[],
  listed: boolean,
): void {
  const storyOf = new Map(resolved.flatMap(({ id, reports }) => reports.map((name) => [name, id] as const)));
  const items = stories.flatMap(({ truth, reports }) =>
    [...reports.values()].map(({ report }) => ({
      truth: truth.story,
      found: storyOf.get(report.path) ?? `none ${report.path}`,
    })),
  );
  line(what, 'stories B³ F1', bCubed(items), `(${stories.length} stories, ${resolved.length} found)`, GOALS.stories);
  if (listed) for (const miss of groupingMisses(items)) console.log(`  ${miss}`);
}

/** Stories that were found in pieces, and found stories that hold several. */
function groupingMisses(items: readonly { truth: string; found: string }[]): string[] {
  const groups = (key: 'truth' | 'found', other: 'truth' | 'found') =>
    [...Map.groupBy(items, (item) => item[key])].map(([name, held]) => ({
      name,
      others: [...new Set(held.map((item) => item[other]))],
    }));
  return [
    ...groups('truth', 'found')
      .filter(({ others }) => others.length > 1)
      .map(({ name, others }) => `${name} was found as ${others.length} stories`),
    ...groups('found', 'truth')
      .filter(({ others }) => others.length > 1)
      .map(({ others }) => `found as one story: ${others.join(' + ')}`),
  ];
}

function line(what: string, figure: string, value: number, counts: string, goal: number): void {
  goals++;
  if (value >= goal) reached++;
  console.log(`${what}: ${figure} ${value.toFixed(3)} ${counts} goal ≥ ${goal}`);
}

/** Compares outlets by the names and ids that the knowledge has. */
function outletComparer({ knowledge }: World): SameOutlet {
  const ids = new Map<string, string>();
  for (const { id, name, names } of knowledge.outlets)
    for (const one of [id, name, ...Object.values(names).flat()]) ids.set(one.toLowerCase(), id);
  const idOf = (name: string) => ids.get(name.toLowerCase()) ?? name.toLowerCase();
  return (one, other) => idOf(one) === idOf(other);
}
