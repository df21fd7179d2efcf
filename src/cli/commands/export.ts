import type { Format, FormatContext } from '../../show/formats/index.ts';
import type { EventFilter } from '../../store/store.ts';
import { type AddCommand, command, withDatabase } from '../command.ts';
import { type EventFlags, eventFilter, withEventFilter } from '../eventFilter.ts';
import { withRecord } from '../record.ts';
import { writeAll } from '../sink.ts';
import { UsageError } from '../status.ts';

interface ExportFlags extends EventFlags {
  db: string;
  format: string;
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
  ]);
  made
    .requiredOption('--format <format>', 'csv, jsonl, jsonld, ics or atom')
    .option('--output <file>', 'write to this file instead of standard output')
    .option('--base <url>', 'where the record is served: links begin with it')
    .option('--for-spreadsheet', 'csv: put an apostrophe before cells that a spreadsheet would run as a formula');
  withDatabase(withEventFilter(made));
  made.action(async (flags: ExportFlags) => {
    const format = await chosenFormat(flags);
    const filter = eventFilter(flags);
    const { takenBy } = await import('../../show/formats/index.ts');
    await withRecord(flags.db, async (store) => {
      const events = store.events(filter);
      const context: FormatContext = {
        store,
        base: (flags.base ?? '').replace(/\/+$/, ''),
        title: titleOf(filter),
        query: queryOf(filter),
        spreadsheet: flags.forSpreadsheet,
      };
      await writeAll(flags.output, format.write(filter.status ? events : takenBy(format, events), context));
    });
  });
};

async function chosenFormat({ format: name, output, base }: ExportFlags): Promise<Format> {
  const { FORMATS, formatOf } = await import('../../show/formats/index.ts');
  const format = formatOf(name);
  if (!format) throw new UsageError(`--format ${name}: the formats are ${FORMATS.map((one) => one.name).join(', ')}`);
  if (format.binary && output === undefined && process.stdout.isTTY)
    throw new UsageError(`${format.name} is not text: name a file with --output, or send it on with > or |`);
  if (base !== undefined && !/^https?:\/\/[^\s?#]+$/.test(base))
    throw new UsageError(`--base ${base}: give an address as http://127.0.0.1:8000`);
  return format;
}

/** The filter as it stands in a URL. */
function queryOf({ between, type, status, since, until }: EventFilter): string {
  const given = { between: between?.join(','), type, status, since, until };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) if (value) query.set(name, value);
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
