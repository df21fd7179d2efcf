// How fast Readout is: opening the world, coding on one core by stage, keeping and resolving; and the memory it takes.
//   node bench/index.ts [PATH…]     (files or folders of reports; without any, ../shared/corpus, else examples/)
// Rates are of processor time, so that a busy machine does not count; take the best of the rounds.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { code } from '../src/code/index.ts';
import type { Coded, RawReport } from '../src/model/index.ts';
import { codeReport } from '../src/pipeline.ts';
import { openReports, read } from '../src/read/index.ts';
import { recognise } from '../src/recognise/index.ts';
import { openStore } from '../src/store/store.ts';
import { openWorld, type World } from '../src/world/index.ts';

const ROUNDS = 4;
/** So many reports a stage are timed together: the clock of the processor is coarse. */
const BATCH = 50;
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const corpus = join(root, '..', 'shared', 'corpus', 'news.jsonl.gz');

const world = openWorld();
const LANGUAGES = [...world.languages];
benchOpening();
const sets = await inputs(process.argv.slice(2));
for (const [name, raws] of sets) benchCoding(name, raws);
benchStore([...sets.values()].flat());
console.log(`memory: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB at the most, with all inputs held`);

/** Opens everything, as a run does whose reports are in all languages; then one language after another in a process of its own. */
function benchOpening(): void {
  const opening = (cache?: null): number => milliseconds(() => openAll(openWorld({ cache })));
  const kept = opening() && Math.min(opening(), opening());
  console.log(
    `opening the world with all languages: ${kept.toFixed(0)} ms; compiling it: ${opening(null).toFixed(0)} ms`,
  );
  const sizes = [[], ...LANGUAGES.map((code) => [code]), LANGUAGES].map(
    (codes) => `${codes.join('+') || 'none'} ${heapOf(codes)}`,
  );
  console.log(`memory by languages opened, MB: ${sizes.join(', ')}`);
}

function openAll(opened: World): void {
  for (const code of opened.languages) opened.times(code);
  if (opened.knowledge.people.length === 0 || !opened.pages) throw new Error('the world is empty');
}

/** Megabytes that a world of some languages holds, of the heap and of arrays beside it. */
function heapOf(codes: readonly string[]): string {
  const script = `
    const { openWorld } = await import(${JSON.stringify(pathToFileURL(join(root, 'src', 'world', 'index.ts')).href)});
    const world = openWorld();
    for (const code of ${JSON.stringify(codes)}) world.times(code);
    world.knowledge; world.pages; gc();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    console.log(Math.round((heapUsed + arrayBuffers) / 1048576));`;
  return execFileSync(process.execPath, ['--expose-gc', '--input-type=module', '--eval', script], {
    encoding: 'utf8',
  }).trim();
}

/** The reports to measure with, by set. */
async function inputs(paths: string[]): Promise<Map<string, RawReport[]>> {
  if (paths.length > 0 || !existsSync(corpus)) {
    const from = paths.length > 0 ? paths : [join(root, 'examples')];
    const raws: RawReport[] = [];
    for await (const raw of openReports(from, {})) if (!('error' in raw)) raws.push(raw);
    return new Map([[from.join(' '), raws]]);
  }
  return corpusSets();
}

function corpusSets(): Map<string, RawReport[]> {
  const sets = new Map<string, RawReport[]>();
  const lines = gunzipSync(readFileSync(corpus)).toString('utf8').trim().split('\n');
  for (const line of lines) {
    const { id, language, set, text } = JSON.parse(line) as Record<'id' | 'language' | 'set' | 'text', string>;
    const name = `${language} ${set}`;
    const report = { id, path: id, url: null, bytes: Buffer.byteLength(text) };
    sets.set(name, [...(sets.get(name) ?? []), { report, kind: 'text', content: text, hints: {} }]);
  }
  return sets;
}

function benchCoding(name: string, raws: readonly RawReport[]): void {
  let [whole, reading, recognising, coding] = [Infinity, Infinity, Infinity, Infinity];
  for (let round = 0; round < ROUNDS; round++) {
    whole = Math.min(
      whole,
      milliseconds(() => raws.map((raw) => JSON.stringify(codeReport(world, raw)).length)),
    );
    const stages = codingRound(raws);
    [reading, recognising, coding] = [
      Math.min(reading, stages[0]),
      Math.min(recognising, stages[1]),
      Math.min(coding, stages[2]),
    ];
  }
  const [first, second, third] = [reading, recognising, coding].map((time) => (time / raws.length).toFixed(3));
  const rate = ((1000 * raws.length) / whole).toFixed(0);
  console.log(
    `${name.padEnd(14)} ${rate.padStart(6)} articles/s on one core (ms an article: read ${first}, recognise ${second}, code ${third})`,
  );
}

/** Milliseconds of processor time in each stage; nothing is kept longer than a run of the pipeline keeps it. */
function codingRound(raws: readonly RawReport[]): [number, number, number] {
  const times: [number, number, number] = [0, 0, 0];
  for (let from = 0; from < raws.length; from += BATCH) {
    const batch = raws.slice(from, from + BATCH);
    let articles: ReturnType<typeof read>[] = [];
    let marked: ReturnType<typeof recognise>[] = [];
    times[0] += milliseconds(() => {
      articles = batch.map((raw) => read(raw, world.pages));
    });
    times[1] += milliseconds(() => {
      marked = articles.map((article) => recognise(article, world));
    });
    times[2] += milliseconds(() => marked.map((one, index) => one && code(one, (batch[index] as RawReport).report)));
  }
  return times;
}

function benchStore(raws: readonly RawReport[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'readout-bench-'));
  try {
    const store = openStore(join(folder, 'bench.db'));
    const coded: Coded[] = raws.map((raw) => codeReport(world, raw));
    const keeping = milliseconds(() => {
      for (let at = 0; at < coded.length; at += 64) store.keep(coded.slice(at, at + 64));
    });
    const resolving = milliseconds(() => store.resolve());
    console.log(
      `store: ${((1000 * raws.length) / keeping).toFixed(0)} reports/s kept, ${((1000 * raws.length) / resolving).toFixed(0)} reports/s resolved`,
    );
    store.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function milliseconds(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
