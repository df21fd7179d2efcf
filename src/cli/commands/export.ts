import { type AddCommand, command, withDatabase } from '../command.ts';
import { type EventFlags, eventFilter, withEventFilter } from '../eventFilter.ts';
import { withRecord } from '../record.ts';
import { UsageError } from '../status.ts';

const FORMATS = ['csv', 'jsonl'];

/** `readout export`: the record for other tools. */
export const addExport: AddCommand = (program, output) => {
  const made = command(program, 'export', 'write the events for other tools', [
    ['readout export --format csv > events.csv', 'a table, one row an event'],
    ['readout export --format jsonl --since 2024', 'JSON lines, from 2024 on'],
  ]);
  withDatabase(withEventFilter(made.requiredOption('--format <format>', FORMATS.join(' or '))));
  made.action(async (flags: EventFlags & { db: string; format: string }) => {
    if (!FORMATS.includes(flags.format))
      throw new UsageError(`--format ${flags.format}: the formats are ${FORMATS.join(', ')}`);
    const filter = eventFilter(flags);
    const { csvHeader, csvRow } = await import('../print/csv.ts');
    await withRecord(flags.db, async (store) => {
      if (flags.format === 'csv') await output.line(csvHeader());
      for (const event of store.events(filter))
        await output.line(flags.format === 'csv' ? csvRow(event) : JSON.stringify(event));
    });
  });
};
