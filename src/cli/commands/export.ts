import type { Format, FormatContext } from '../../show/formats/index.ts';
import type { EventFilter } from '../../store/store.ts';
import { type AddCommand, command, withDatabase } from '../command.ts';
import { type EventFlags, eventFilter, withEventFilter } from '../eventFilter.ts';
import { withRecord } from '../record.ts';
import { openSink, type Sink, writeAll } from '../sink.ts';
import { UsageError } from '../status.ts';

/** As `FORMATS` has them; named here so that the help does not load them. A test compares. */
const NAMES = ['csv', 'jsonl', 'parquet', 'icews', 'gdelt', 'jsonld', 'ics', 'atom', 'ftm', 'graphml', 'annotations'];

interface ExportFlags extends EventFlags {
  db: string;
  format?: string;
  datapackage?: string;
  output?: string;
  base?: string;
  forSpreadsheet?: boolean;
}

/** `readout export`: the record for other tools. */
export const addExport: AddCommand = (program) => {
  const made = command(program, 'export', 'write the events for other tools', [
    ['readout export --format csv > events.csv', 'a table, one row an event'],
    ['readout export --format jsonl --since 2024', 'JSON lines, from 2024 on'],
    ['readout export --format ics --status planned --output soon.ics', 'a calendar of what is planned'],
    ['readout export --datapackage record/', 'tables of events, acts, statements and reports'],
  ]);
  made
    .option('--format <format>', `one of ${NAMES.join(', ')}`)
    .option(
      '--datapackage <dir>',
      'write events, acts, statements and reports as CSV with datapackage.json into this folder',
    )
    .option('--output <file>', 'write to this file instead of standard output')
    .option('--base <url>', 'where the record is served: links begin with it')
    .option('--for-spreadsheet', 'csv: put an apostrophe before cells that a spreadsheet would run as a formula');
  withDatabase(withEventFilter(made));
  made.action(async (flags: ExportFlags) => {
    const filter = eventFilter(flags);
    const base = baseOf(flags.base);
    if ((flags.format === undefined) === (flags.datapackage === undefined))
      throw new UsageError(`name a format with --format (${NAMES.join(', ')}), or a folder with --datapackage`);
    const format = flags.format === undefined ? null : await chosenFormat(flags.format, flags.output);
    await withRecord(flags.db, async (store) => {
      const context = {
        store,
        base,
        title: titleOf(filter),
        query: queryOf(filter),
        spreadsheet: flags.forSpreadsheet,
      };
      if (format) await writeFormat(format, filter, context, flags.output);
      else await writePackage(flags.datapackage as string, filter, context);
    });
  });
};

async function writeFormat(format: Format, filter: EventFilter, context: FormatContext, file?: string): Promise<void> {
  const { takenBy } = await import('../../show/formats/index.ts');
  const events = context.store.events(filter);
  await writeAll(file, format.write(filter.status ? events : takenBy(format, events), context));
}

async function writePackage(folder: string, filter: EventFilter, context: FormatContext): Promise<void> {
  const [{ writeDataPackage }, { mkdir }, { join }] = await Promise.all([
    import('../../show/formats/dataPackage.ts'),
    import('node:fs/promises'),
    import('node:path'),
  ]);
  await mkdir(folder, { recursive: true });
  const files: Sink[] = [];
  const open = async (name: string): Promise<Sink> => {
    const file = await openSink(join(folder, name));
    files.push(file);
    return file;
  };
  try {
    await writeDataPackage(context.store.events(filter), context, open);
  } catch (error) {
    for (const file of files) await file.drop();
    throw error;
  }
}

async function chosenFormat(name: string, output: string | undefined): Promise<Format> {
  const { formatOf } = await import('../../show/formats/index.ts');
  const format = formatOf(name);
  if (!format) throw new UsageError(`--format ${name}: the formats are ${NAMES.join(', ')}`);
  if (format.binary && output === undefined && process.stdout.isTTY)
    throw new UsageError(`${format.name} is not text: name a file with --output, or send it on with > or |`);
  return format;
}

function baseOf(base = ''): string {
  if (base !== '' && !/^https?:\/\/[^\s?#]+$/.test(base))
    throw new UsageError(`--base ${base}: give an address as http://127.0.0.1:8000`);
  return base.replace(/\/+$/, '');
}

/** The filter as the addresses of the served pages have it. */
function queryOf({ between, type, status, since, until }: EventFilter): string {
  const query = new URLSearchParams((between ?? []).map((actor): [string, string] => ['actor', actor]));
  for (const [name, value] of Object.entries({ type, status, since, until })) if (value) query.set(name, value);
  return query.toString();
}

function titleOf({ between, type, status, since, until }: EventFilter): string {
  const parts = [
    between?.join(' and '),
    type?.toLowerCase(),
    status,
    since && `since ${since}`,
    until && `until ${until}`,
  ].filter(Boolean);
  return ['Readout', ...(parts.length > 0 ? [parts.join(', ')] : ['all events'])].join(': ');
}
