import fc from 'fast-check';
import { type Mutation, mutated, mutation, type Rewording, reworded, rewording } from './mutate.ts';
import { codeText, readBytes, textReport } from './oracle.ts';
import { containers, others, pages } from './samples.ts';

/** What a stretch of fuzzing came to. */
export interface Fuzzed {
  runs: number;
  /** The smallest input found that fails, and how; null when none does. */
  failure: { input: Buffer; message: string } | null;
}

export interface FuzzOptions {
  seed: number;
  /** Ends after so many inputs or milliseconds, whichever comes first. */
  runs: number;
  milliseconds: number;
}

const texts = [...pages, ...others];
const page = fc.nat(texts.length - 1);

const packed = fc.record({
  page,
  container: fc.constantFrom(...Object.keys(containers)),
  mutations: fc.array(mutation, { minLength: 1, maxLength: 6 }),
});

/** Packs pages in every container, changes bytes, and reads them. */
export function fuzzRead(options: FuzzOptions): Promise<Fuzzed> {
  const input = (made: { page: number; container: string; mutations: readonly Mutation[] }): Buffer =>
    mutated(containers[made.container]?.(texts[made.page] as string) ?? Buffer.alloc(0), made.mutations);
  return run(packed, input, async (bytes) => void (await readBytes(bytes)), options);
}

const worded = fc.record({ page, changes: fc.array(rewording, { minLength: 1, maxLength: 12 }) });

/** Rewords pages, and codes them. */
export function fuzzCode(options: FuzzOptions): Promise<Fuzzed> {
  const input = (made: { page: number; changes: readonly Rewording[] }): Buffer =>
    Buffer.from(reworded(texts[made.page] as string, made.changes, texts).slice(0, 200_000), 'utf16le');
  return run(worded, input, async (bytes) => codeText(textReport(bytes.toString('utf16le'))), options);
}

async function run<T>(
  made: fc.Arbitrary<T>,
  input: (value: T) => Buffer,
  check: (bytes: Buffer) => Promise<void>,
  { seed, runs, milliseconds }: FuzzOptions,
): Promise<Fuzzed> {
  const property = fc.asyncProperty(made, async (value) => check(input(value)));
  const result = await fc.check(property, {
    seed,
    numRuns: runs,
    interruptAfterTimeLimit: milliseconds,
    markInterruptAsFailure: false,
  });
  if (!result.failed || !result.counterexample) return { runs: result.numRuns, failure: null };
  const error = result.errorInstance;
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { runs: result.numRuns, failure: { input: input(result.counterexample[0] as T), message } };
}

/** Loads what the first report of each language loads, so that no report's time has it. */
export function warmUp(): void {
  for (const text of texts) {
    try {
      codeText(textReport(text));
    } catch {
      // Only the time can be too long here; the real runs tell.
    }
  }
}
