import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Runs the scorers of `../shared` on what `readout code` and `readout ingest` give, and holds each score to its
 * minimum in `.ci/scores.json`: a ratchet. `--update` raises the minimums to what was
 * reached, cut to three places, and never lowers one.
 */

interface ScoreSet {
  /** Which scorer. */
  scorer: 'reports' | 'consults' | 'events';
  gold: string;
  /** Only these languages' rows of the gold; all when empty. */
  languages: string[];
  input: string[];
  texts: string;
  minimum: Record<string, number>;
}

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const shared = join(root, '..', 'shared');
const minimumsFile = join(root, '.ci', 'scores.json');
const readout = join(root, 'bin', 'readout.mjs');

if (!existsSync(shared)) throw new Error(`the measuring data is not beside this checkout: ${shared}`);
const sets = JSON.parse(readFileSync(minimumsFile, 'utf8')) as Record<string, ScoreSet>;
const folder = mkdtempSync(join(tmpdir(), 'readout-score-'));
/** Files of coded reports by what was coded. */
const codedFiles = new Map<string, string>();
const update = process.argv.includes('--update');
let low = 0;
try {
  for (const [name, set] of Object.entries(sets)) low += report(name, set, score(name, set));
  if (update) writeFileSync(minimumsFile, `${JSON.stringify(sets, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = low > 0 && !update ? 1 : 0;

function score(name: string, set: ScoreSet): Record<string, number | null> {
  const gold = goldOf(name, set);
  const input = set.input.map((path) => join(shared, path));
  if (set.scorer === 'events') return scoreEvents(name, gold, input);
  const coded = codedOf(input);
  const scorer = join(shared, 'score', `score-${set.scorer}.mjs`);
  const args = set.scorer === 'reports' ? [gold, coded, join(shared, set.texts)] : [gold, coded];
  return JSON.parse(run(process.execPath, [scorer, ...args, '--json'])) as Record<string, number | null>;
}

/** What `readout code` gives for an input, coded once however many sets measure it. */
function codedOf(input: string[]): string {
  const key = input.join(' ');
  const known = codedFiles.get(key);
  if (known) return known;
  const file = join(folder, `coded-${codedFiles.size}.jsonl`);
  writeFileSync(file, run(process.execPath, [readout, 'code', ...input]));
  codedFiles.set(key, file);
  return file;
}

function scoreEvents(name: string, gold: string, input: string[]): Record<string, number | null> {
  const db = join(folder, `${name}.db`);
  run(process.execPath, [readout, 'ingest', ...input, '--db', db]);
  const events = join(folder, `${name}.events.jsonl`);
  const stories = join(folder, `${name}.stories.jsonl`);
  writeFileSync(events, run(process.execPath, [readout, 'events', '--json', '--db', db]));
  writeFileSync(stories, run(process.execPath, [readout, 'stories', '--json', '--db', db]));
  return JSON.parse(
    run(process.execPath, [join(shared, 'score', 'score-events.mjs'), gold, events, stories, '--json']),
  ) as Record<string, number | null>;
}

/** The gold rows of the set's languages, as a file. */
function goldOf(name: string, set: ScoreSet): string {
  const rows = set.gold
    .split(',')
    .flatMap((file) =>
      readFileSync(join(shared, file), 'utf8')
        .split('\n')
        .filter((line) => line.trim()),
    )
    .filter(
      (line) =>
        set.languages.length === 0 || set.languages.includes((JSON.parse(line) as { language: string }).language),
    );
  const file = join(folder, `${name}.gold.jsonl`);
  writeFileSync(file, `${rows.join('\n')}\n`);
  return file;
}

function run(command: string, args: readonly string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Prints a line a score; returns how many are below their minimum. */
function report(name: string, set: ScoreSet, scores: Record<string, number | null>): number {
  let below = 0;
  for (const [key, minimum] of Object.entries(set.minimum)) {
    const reached = scores[key] ?? 0;
    const ok = reached >= minimum - 1e-9;
    if (!ok) below++;
    if (update && reached > minimum) set.minimum[key] = Math.floor(reached * 1000) / 1000;
    console.log(
      `${name.padEnd(12)} ${key.padEnd(20)} ${reached.toFixed(3)} (at least ${minimum.toFixed(3)}) ${ok ? 'ok' : 'LOW'}`,
    );
  }
  return below;
}
