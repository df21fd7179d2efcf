import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Act, Coded } from '../src/model/index.ts';
import { codeReport } from '../src/pipeline.ts';
import { openReports } from '../src/read/index.ts';
import { loadConfidence } from '../src/world/confidence.ts';
import { openWorld, type World } from '../src/world/index.ts';
import { jsonLines } from './json-lines.ts';
import { fitLogistic, type Judged } from './logistic.ts';

/**
 * Measures how right acts are on the pages marked by hand in `../shared/gold`, kind by kind and language by language, and
 * whether confidence means what it says. Writes `docs/accuracy.md`; with `--fit` first fits `knowledge/confidence.tsv` anew.
 */

interface GoldSet {
  gold: string;
  input: string;
  texts: string;
}

const root = join(import.meta.dirname, '..');
const shared = join(root, '..', 'shared');
const SETS: readonly GoldSet[] = [
  { gold: 'gold/seeds.jsonl', input: 'seeds', texts: 'seeds' },
  ...['vi', 'en', 'zh', 'tr'].map((code) => ({
    gold: `gold/dev-${code}.jsonl`,
    input: 'gold/texts',
    texts: 'gold/texts',
  })),
  { gold: 'gold/dev-wmt.jsonl', input: 'gold/dev-wmt.reports.jsonl', texts: 'gold/texts' },
];

const built = openWorld();
const folder = mkdtempSync(join(tmpdir(), 'readout-accuracy-'));
try {
  // With the bare fit for its confidence an act shows what the model is fitted to.
  const acts = await judgedActs({ ...built, confidence: { of: (_type, fit) => fit } });
  if (process.argv.includes('--fit')) writeConfidence(acts);
  const page = report(acts, await invented(built));
  writeFileSync(join(root, 'docs', 'accuracy.md'), page);
  console.log(`accuracy: ${acts.length} acts judged, docs/accuracy.md is written`);
} finally {
  rmSync(folder, { recursive: true });
}

async function judgedActs(world: World): Promise<Judged[]> {
  const judged: Judged[] = [];
  const coded = new Map<string, Coded[]>();
  for (const set of SETS) {
    if (!coded.has(set.input)) coded.set(set.input, await codeAll(world, join(shared, set.input)));
    judged.push(...judge(set, coded.get(set.input) ?? []));
  }
  return judged;
}

async function codeAll(world: World, path: string): Promise<Coded[]> {
  const lines: Coded[] = [];
  for await (const raw of openReports([path], {})) if (!('error' in raw)) lines.push(codeReport(world, raw));
  return lines;
}

/** Asks the scorer which of the acts it would strike out, or finds half right. */
function judge(set: GoldSet, coded: readonly Coded[]): Judged[] {
  const goldFile = join(shared, set.gold);
  const documents = new Set(jsonLines<{ doc: string }>(goldFile).map(({ doc }) => basename(doc)));
  const file = join(folder, 'coded.jsonl');
  writeFileSync(file, coded.map((line) => JSON.stringify(line)).join('\n'));
  const misses = execFileSync(
    process.execPath,
    [join(shared, 'score', 'score-reports.mjs'), goldFile, file, join(shared, set.texts), '--misses'],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  const struck = counted(
    misses.matchAll(/^(\S+): act not in gold: (\S+ \S+ \S*>\S*) (\S*) "/gm),
    (m) => `${m[1]} ${m[2]} ${m[3]}`,
  );
  const half = counted(misses.matchAll(/^(\S+): act half right, .*; coded (.+)$/gm), (m) => `${m[1]} ${m[2]}`);
  return coded
    .map((line) => ({ line, document: basename(line.report.path) }))
    .filter(({ document }) => documents.has(document))
    .flatMap(({ line, document }) =>
      line.acts.map((act) => {
        const told = `${document} ${act.type} ${act.status} ${act.from}>${act.to}`;
        const found = !take(struck, `${told} ${act.when?.earliest ?? ''}`);
        const { language } = line.article;
        return { document, language, type: act.type, fit: act.confidence, found, right: found && !take(half, told) };
      }),
    );
}

function counted(matches: Iterable<RegExpMatchArray>, key: (match: RegExpMatchArray) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const match of matches) counts.set(key(match), (counts.get(key(match)) ?? 0) + 1);
  return counts;
}

function take(counts: Map<string, number>, key: string): boolean {
  const left = counts.get(key) ?? 0;
  if (left > 0) counts.set(key, left - 1);
  return left > 0;
}

function writeConfidence(acts: readonly Judged[]): void {
  const { slope, types } = fitLogistic(acts);
  const rows = [['fit', slope] as const, ...[...types].sort((a, b) => (a[0] < b[0] ? -1 : 1))];
  writeFileSync(
    join(root, 'knowledge', 'confidence.tsv'),
    [
      '# What each act and the fit of its frame weigh in the confidence of an act (log odds). Do not edit: node tools/accuracy.ts --fit',
      '# source: fitted to the acts that readers marked on development pages, strictly right or not',
      'what\tweight',
      ...rows.map(([what, weight]) => `${what}\t${weight.toFixed(2)}`),
      '',
    ].join('\n'),
  );
}

/** Acts coded in news that is not about dealings of states: nearly all of them are invented. */
async function invented(world: World): Promise<Map<string, { reports: number; acts: number }>> {
  const text = gunzipSync(readFileSync(join(shared, 'corpus', 'news.jsonl.gz'))).toString();
  const general = text.split('\n').filter((line) => line.includes('"set": "general"'));
  const file = join(folder, 'general.jsonl');
  writeFileSync(file, general.join('\n'));
  const counts = new Map<string, { reports: number; acts: number }>();
  for (const { article, acts } of await codeAll(world, file)) {
    const count = counts.get(article.language) ?? { reports: 0, acts: 0 };
    counts.set(article.language, { reports: count.reports + 1, acts: count.acts + acts.length });
  }
  return counts;
}

function report(acts: readonly Judged[], general: Map<string, { reports: number; acts: number }>): string {
  return [
    '# How right the acts are',
    '',
    'Written by `node tools/accuracy.ts` from pages marked by hand, which lie beside the repository and not in a clone. Readout was',
    'built while looking at these pages: expect less on yours. *Found* means that the parties, the time and the quarter of the',
    'ontology agree with what a reader marked; *right*, that type, direction and status agree as well.',
    '',
    ...table('By language', acts, (act) => act.language),
    ...table('By type', acts, (act) => act.type),
    ...calibration(acts),
    '## Acts in news about other matters',
    '',
    'Sport, culture, business, crime (`../shared/corpus`, set `general`). A few of these reports do tell of a dealing of states.',
    '',
    '| language | reports | acts | a hundred reports |',
    '| --- | --- | --- | --- |',
    ...[...general]
      .filter(([, { reports }]) => reports >= 10)
      .sort((a, b) => (a[0] < b[0] ? -1 : 1))
      .map(
        ([code, { reports, acts: count }]) =>
          `| ${code} | ${reports} | ${count} | ${((100 * count) / reports).toFixed(1)} |`,
      ),
    '',
    ...readByHand(general),
  ].join('\n');
}

/** All acts of that news, read by somebody: how many a careful reader would strike out. */
function readByHand(general: Map<string, { reports: number; acts: number }>): string[] {
  const { day, languages } = JSON.parse(readFileSync(join(import.meta.dirname, 'accuracy-read.json'), 'utf8')) as {
    day: string;
    languages: Record<string, { acts: number; struck: number }>;
  };
  return [
    `All these acts were read on ${day}, in the state of that day: the wrong deed, the wrong parties, or no dealing of states at all`,
    'is struck out. The Turkish set is politics for the most part. The goal is fewer than 2 in a hundred reports.',
    '',
    '| language | acts read | struck out | a hundred reports |',
    '| --- | --- | --- | --- |',
    ...Object.entries(languages).map(
      ([code, { acts, struck }]) =>
        `| ${code} | ${acts} | ${struck} | ${((100 * struck) / (general.get(code)?.reports ?? 1)).toFixed(1)} |`,
    ),
    '',
  ];
}

function table(title: string, acts: readonly Judged[], key: (act: Judged) => string): string[] {
  const groups = grouped(acts, key);
  const rows = [...groups].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  return [
    `## ${title}`,
    '',
    '| | acts | found | right | mean confidence |',
    '| --- | --- | --- | --- | --- |',
    ...[...rows, ['all', acts] as const].map(
      ([name, group]) =>
        `| ${name} | ${group.length} | ${share(group, ({ found }) => found)} | ${share(group, ({ right }) => right)} | ${mean(group).toFixed(2)} |`,
    ),
    '',
  ];
}

/** Each page is judged by a model fitted to the other pages. */
function calibration(acts: readonly Judged[]): string[] {
  const told = [...grouped(acts, ({ document }) => document)].flatMap(([document, own]) => {
    const model = fitLogistic(acts.filter((act) => act.document !== document));
    return own.map((act) => ({ act, confidence: model.of(act) }));
  });
  const bins = grouped(told, ({ confidence }) => (Math.floor(confidence * 10) / 10).toFixed(1));
  const brier = told.reduce((sum, { act, confidence }) => sum + (confidence - Number(act.right)) ** 2, 0) / told.length;
  return [
    '## Does confidence mean what it says?',
    '',
    'The model of confidence, fitted to all pages but the one at hand and asked about that one. Brier score',
    `${brier.toFixed(3)} (0 is perfect; always saying the overall share of right acts gives ${baseline(acts).toFixed(3)}).`,
    '',
    '| confidence | acts | mean confidence | right |',
    '| --- | --- | --- | --- |',
    ...[...bins]
      .sort((a, b) => (a[0] < b[0] ? -1 : 1))
      .map(
        ([bin, group]) =>
          `| ${bin} to ${(Number(bin) + 0.1).toFixed(1)} | ${group.length} | ${(group.reduce((sum, { confidence }) => sum + confidence, 0) / group.length).toFixed(2)} | ${share(group, ({ act }) => act.right)} |`,
      ),
    '',
  ];
}

function baseline(acts: readonly Judged[]): number {
  const rate = acts.filter(({ right }) => right).length / acts.length;
  return rate * (1 - rate);
}

function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): string {
  return (items.filter(holds).length / items.length).toFixed(2);
}

function mean(acts: readonly Judged[]): number {
  const confidence = loadConfidence(join(root, 'knowledge'));
  return acts.reduce((sum, act) => sum + confidence.of(act.type as Act['type'], act.fit), 0) / acts.length;
}
