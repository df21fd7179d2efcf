import { existsSync } from 'node:fs';
import type { Coded, Failed, RawReport } from '../../model/index.ts';
import type { Ingest, Round } from '../../show/watch/watch.ts';
import type { ChangeCounts, Store } from '../../store/store.ts';
import type { CodeOptions } from '../coder.ts';
import { type AddCommand, command, withDatabase, withJson } from '../command.ts';
import { type CodingFlags, codeOptions, withRules } from '../input.ts';
import type { Output } from '../output.ts';
import { packageVersion } from '../packageVersion.ts';
import { keepKnowledge } from '../record.ts';
import { rereadSites } from '../reread.ts';
import { STATUS, UsageError } from '../status.ts';

interface WatchFlags extends CodingFlags {
  db: string;
  every: string;
  delay: string;
  once?: boolean;
  json?: boolean;
}

/** What a round did, as `--json` prints it. */
interface Told extends Round {
  kept: number;
  skipped: number;
  reread: number;
  events: ChangeCounts;
}

/** `readout watch`: polls feeds and folders, and keeps what is new. */
export const addWatch: AddCommand = (program, output) => {
  const made = command(program, 'watch', 'poll feeds and folders, and keep what is new', [
    ['readout watch https://news.example/feed.xml', 'fetches the pages of a feed as they appear'],
    ['readout watch inbox/ --every 5m --db april.db', 'keeps what is put into a folder'],
    ['readout watch feeds/*.url --once', 'one round, as a timer of the system starts it'],
  ]);
  made
    .argument('<source...>', 'addresses of feeds, folders, or .url files with an address a line')
    .option('--every <time>', 'how often to look: 90s, 15m, 2h', '15m')
    .option('--delay <time>', 'least time between two requests to one host', '2s')
    .option('--once', 'look once and end');
  withJson(withDatabase(withRules(made)), 'one JSON object a round');
  made.action(async (sources: string[], flags: WatchFlags) => {
    const { options } = codeOptions(flags);
    const { feeds, folders } = await sourcesOf(sources);
    const every = milliseconds('--every', flags.every, 60_000);
    const delay = milliseconds('--delay', flags.delay, 0);
    const { openStore } = await import('../../store/store.ts');
    const store = openStore(flags.db);
    try {
      await keepKnowledge(store, options.knowledge);
      const look = await looker(store, { feeds, folders, options, delay, settle: flags.once ? 0 : 2000 }, output);
      do {
        const told = await look();
        await output.line(flags.json ? JSON.stringify(told) : inWords(told));
        if (flags.once && told.skipped > 0) process.exitCode = STATUS.skipped;
      } while (!flags.once && (await pause(every)));
    } finally {
      store.close();
    }
  });
};

interface Looking {
  feeds: string[];
  folders: string[];
  options: CodeOptions;
  delay: number;
  settle: number;
}

/** Gives the function that looks at everything once. */
async function looker(store: Store, looking: Looking, output: Output): Promise<() => Promise<Told>> {
  const [{ watchRound }, { PoliteClient }, { systemClock, webFetcher }] = await Promise.all([
    import('../../show/watch/watch.ts'),
    import('../../show/watch/polite.ts'),
    import('../../show/watch/fetcher.ts'),
  ]);
  const fetcher = webFetcher(`Readout/${packageVersion()}`);
  const places = store.watched;
  const client = new PoliteClient(fetcher, systemClock, places, { product: 'Readout', delay: looking.delay });
  const note = (text: string): void => output.note(`readout: ${text}`);
  const tally = { kept: 0, skipped: 0 };
  const ingest = ingester(store, looking.options, tally, note);
  return async () => {
    Object.assign(tally, { kept: 0, skipped: 0 });
    const round = await watchRound({ ...looking, client, places, clock: systemClock, ingest, note });
    const reread = await rereadSites(store, 1, looking.options, output);
    return { ...round, ...tally, reread, events: store.resolve() };
  };
}

/** Codes and keeps what is not kept yet. The knowledge is loaded when the first report comes. */
function ingester(
  store: Store,
  options: CodeOptions,
  tally: { kept: number; skipped: number },
  note: (text: string) => void,
): Ingest {
  let coder: Promise<(raw: RawReport) => string> | null = null;
  const skip = ({ report, error }: Failed): void => {
    tally.skipped++;
    note(`skipped ${report.path}: ${error.message}`);
  };
  return async (reports) => {
    for await (const raw of reports) {
      if ('error' in raw) skip(raw);
      else if (!store.has(raw.report)) {
        coder ??= import('../coder.ts').then(({ openCoder }) => openCoder(options));
        const line = JSON.parse((await coder)(raw)) as Coded | Failed;
        if ('error' in line) skip(line);
        else tally.kept += store.keep([{ ...line, given: { kind: raw.kind, hints: raw.hints } }]);
      }
    }
  };
}

/** Feeds and folders; a `.url` file names feeds, an address a line. */
async function sourcesOf(sources: string[]): Promise<{ feeds: string[]; folders: string[] }> {
  const { readFile } = await import('node:fs/promises');
  const feeds: string[] = [];
  const folders: string[] = [];
  for (const source of sources) {
    if (/^https?:\/\//i.test(source)) feeds.push(address(source));
    else if (!existsSync(source))
      throw new UsageError(`${source}: there is no such folder, and it is no address of a feed`);
    else if (source.endsWith('.url')) {
      const lines = (await readFile(source, 'utf8')).split('\n').map((line) => line.trim());
      feeds.push(...lines.filter((line) => line !== '' && !line.startsWith('#')).map(address));
    } else folders.push(source);
  }
  return { feeds: [...new Set(feeds)], folders: [...new Set(folders)] };
}

function address(text: string): string {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) throw new UsageError(`${text}: is not an address of the web`);
  return url.href;
}

const UNIT: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

function milliseconds(option: string, text: string, least: number): number {
  const [, number, unit] = /^(\d+)([smhd])$/.exec(text) ?? [];
  const time = Number(number) * (UNIT[unit ?? ''] ?? Number.NaN);
  if (Number.isNaN(time)) throw new UsageError(`${option} ${text}: give a time as 90s, 15m or 2h`);
  if (time < least) throw new UsageError(`${option} ${text}: give at least ${least / 1000} seconds`);
  return time;
}

function pause(time: number): Promise<true> {
  return new Promise((resolve) => void setTimeout(resolve, time, true));
}

function inWords({ feeds, unchanged, pages, refused, gone, later, files, kept, skipped, events }: Told): string {
  const parts = [
    `${feeds} feeds asked`,
    unchanged > 0 && `${unchanged} unchanged`,
    `${pages} pages fetched`,
    refused > 0 && `${refused} forbidden by robots.txt`,
    gone > 0 && `${gone} gone`,
    later > 0 && `${later} to be tried later`,
    files > 0 && `${files} files read`,
    skipped > 0 && `${skipped} skipped`,
  ].filter(Boolean);
  const changes = Object.entries(events).flatMap(([kind, count]) => (count > 0 ? `${count} ${kind}` : []));
  return `${parts.join(', ')}; ${kept} reports kept; events: ${changes.length > 0 ? changes.join(', ') : 'none new'}.`;
}
