import { type AddCommand, command, withDatabase, withJson } from '../command.ts';
import { day } from '../eventFilter.ts';
import { withRecord } from '../record.ts';
import { UsageError } from '../status.ts';

/** `readout changes --since T`: what happened to the events of the record. */
export const addChanges: AddCommand = (program, output) => {
  const made = command(program, 'changes', 'list events created, changed, merged and withdrawn', [
    ['readout changes --since 2025-01-31', 'since a day'],
    ['readout changes --since 2025-01-31T12:00:00Z --json', 'since a minute, for another program'],
  ]);
  withJson(withDatabase(made)).option('--since <time>', 'a time, a day, a month or a year, ISO 8601', '0000-01-01');
  made.action(async (flags: { db: string; json?: boolean; since: string }) => {
    const since = timeOf(flags.since);
    await withRecord(flags.db, async (store) => {
      for (const change of store.changes(since)) {
        const into = change.into ? ` into ${change.into}` : '';
        const from = change.from ? ` out of ${change.from}` : '';
        await output.line(
          flags.json ? JSON.stringify(change) : `${change.at}  ${change.kind.padEnd(9)}  ${change.event}${into}${from}`,
        );
      }
    });
  });
};

function timeOf(value: string): string {
  if (!value.includes('T')) return day('--since', value, 'first') as string;
  const time = new Date(value);
  if (Number.isNaN(time.getTime())) throw new UsageError(`--since ${value}: give a time as 2025-01-31T12:00:00Z`);
  return time.toISOString();
}
