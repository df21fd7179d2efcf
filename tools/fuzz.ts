import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fixed } from '../test/fuzz/fixed.ts';
import { type Fuzzed, fuzzCode, fuzzRead, warmUp } from '../test/fuzz/index.ts';
import { readBytes } from '../test/fuzz/oracle.ts';

/**
 * Reads and codes inputs that nobody would write, for so many seconds: `npm run fuzz -- --seconds 60 --seed 1`.
 * The same seed makes the same inputs. A failing input is made as small as it gets, and written to a file.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
});
const seconds = Number(values.seconds);
const seed = Number(values.seed);
if (!(seconds > 0) || !Number.isInteger(seed)) {
  console.error('fuzz: give --seconds N and --seed N');
  process.exit(2);
}

const started = performance.now();
const failures: string[] = [];
let folder: string | null = null;

function failed(name: string, input: Buffer, message: string): void {
  folder ??= mkdtempSync(join(tmpdir(), 'readout-fuzz-'));
  const file = join(folder, `${failures.length + 1}-${name.replace(/\W+/g, '-').slice(0, 50)}.bin`);
  writeFileSync(file, input);
  failures.push(file);
  console.log(`FAILED ${name}: ${message}\n  input: ${file} (npx readout code ${file})`);
}

warmUp();
const left = (): number => seconds * 1000 - (performance.now() - started);
let cases = 0;
for (const [name, make] of Object.entries(fixed)) {
  if (values.only && !name.includes(values.only)) continue;
  const input = make();
  cases++;
  await readBytes(input).catch((error: Error) => failed(name, input, error.stack ?? error.message));
}

const counts = { read: 0, code: 0 };
const work: [keyof typeof counts, typeof fuzzRead][] = [
  ['read', fuzzRead],
  ['code', fuzzCode],
];
for (const [at, [name, fuzz]] of work.entries()) {
  if (values.only) break;
  const milliseconds = Math.max(1000, left() / (work.length - at));
  const { runs, failure }: Fuzzed = await fuzz({ seed, runs: 1e9, milliseconds });
  counts[name] = runs;
  // Text goes to the file as a user would have it.
  if (failure)
    failed(name, name === 'code' ? Buffer.from(failure.input.toString('utf16le')) : failure.input, failure.message);
}

const told = `${cases} fixed cases, ${counts.read} mutated containers read, ${counts.code} mutated texts coded in ${((performance.now() - started) / 1000).toFixed(0)} s, seed ${seed}`;
console.log(failures.length === 0 ? `fuzz: ${told}: passed` : `fuzz: ${told}: ${failures.length} FAILED`);
process.exitCode = failures.length === 0 ? 0 : 1;
