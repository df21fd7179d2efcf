import type { Coded, Failed, Given, RawReport } from '../../model/index.ts';
import type { Kept, Store } from '../../store/store.ts';
import type { CodeOptions } from '../coder.ts';
import { type AddCommand, command, withDatabase, withJson } from '../command.ts';
import { type CodingFlags, codeOptions, openInput, withCoding } from '../input.ts';
import type { Output } from '../output.ts';
import { keepKnowledge } from '../record.ts';
import { STATUS } from '../status.ts';

/** Reports kept in one transaction: an interrupt loses no more work than this, and never half a report. */
const REPORTS_A_TRANSACTION = 64;

/** What an ingest did, as `--json` prints it. */
interface Summary {
  kept: number;
  known: number;
  skipped: number;
  /** Reports, kept before or now, that read otherwise for what their site turned out to repeat. */
  reread: number;
  events: { created: number; changed: number; merged: number; withdrawn: number };
}

/** `readout ingest`: codes reports, keeps them, and resolves them into events. */
export const addIngest: AddCommand = (program, output) => {
  const made = command(program, 'ingest', 'code reports, resolve them into events, and keep them', [
    ['readout ingest news/', 'keeps a folder of pages in readout.db'],
    ['readout ingest feed.xml --db april.db', 'keeps a feed in a database of its own'],
    ['zcat crawl.warc.gz | readout ingest -', 'keeps an archive; run again to go on where it stopped'],
  ]);
  withJson(
    withDatabase(withCoding(made.argument('[path...]', 'files, folders, or - for standard input'))),
    'what was done as one JSON object',
  );
  made.action(async (paths: string[], flags: CodingFlags & { db: string; json?: boolean }) => {
    const { threads, options } = codeOptions(flags);
    const input = await openInput(paths);
    const { openStore } = await import('../../store/store.ts');
    const store = openStore(flags.db);
    try {
      await keepKnowledge(store, options.knowledge);
      const summary = await ingest(store, input, threads, options, output);
      await output.line(flags.json ? JSON.stringify(summary) : inWords(summary, store, flags.db));
      if (summary.skipped > 0) process.exitCode = STATUS.skipped;
    } finally {
      store.close();
    }
  });
};

async function ingest(
  store: Store,
  input: AsyncIterable<RawReport | Failed>,
  threads: number | undefined,
  options: CodeOptions,
  output: Output,
): Promise<Summary> {
  const [{ codeLines }, { Tally }, { rereadSites }] = await Promise.all([
    import('../pool.ts'),
    import('../tally.ts'),
    import('../reread.ts'),
  ]);
  const tally = new Tally(output, 'kept');
  const known = { count: 0 };
  const given: (Given | undefined)[] = [];
  let waiting: Kept[] = [];
  let kept = 0;
  const flush = (): void => {
    kept += store.keep(waiting);
    waiting = [];
  };
  for await (const line of codeLines(unknownOnly(input, store, known, given), threads, options)) {
    const beside = given.shift();
    if (tally.count(line)) continue;
    waiting.push({ ...(JSON.parse(line) as Coded), given: beside });
    if (waiting.length < REPORTS_A_TRANSACTION) continue;
    flush();
    await breathe();
  }
  flush();
  const reread = await rereadSites(store, threads, options, output);
  output.progress('resolving');
  const events = store.resolve();
  tally.end();
  const repeated = tally.reports - tally.skipped - kept;
  return { kept, known: known.count + repeated, skipped: tally.skipped, reread, events };
}

/** Lets an interrupt in between two transactions. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Reports that are kept already are not coded again; what came beside the text of the others is noted, in their order. */
async function* unknownOnly(
  input: AsyncIterable<RawReport | Failed>,
  store: Store,
  known: { count: number },
  given: (Given | undefined)[],
) {
  for await (const raw of input) {
    if (!('error' in raw) && store.has(raw.report)) {
      known.count++;
      continue;
    }
    given.push('error' in raw ? undefined : { kind: raw.kind, hints: raw.hints });
    yield raw;
  }
}

function inWords(summary: Summary, store: Store, file: string): string {
  const { kept, known, skipped, reread, events } = summary;
  const parts = [`${kept} reports kept`];
  if (known > 0) parts.push(`${known} known already`);
  if (skipped > 0) parts.push(`${skipped} skipped`);
  if (reread > 0) parts.push(`${reread} read again without what their site repeats`);
  const changes = Object.entries(events).flatMap(([kind, count]) => (count > 0 ? `${count} ${kind}` : []));
  const counts = store.counts();
  return [
    `${parts.join(', ')}; events: ${changes.length > 0 ? changes.join(', ') : 'none new'}.`,
    `${file} holds ${counts.reports} reports, ${counts.acts} acts, ${counts.statements} statements, ${counts.events} events, ${counts.stories} stories.`,
  ].join('\n');
}
