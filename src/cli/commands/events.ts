import { type AddCommand, command, withDatabase, withJson } from '../command.ts';
import { type EventFlags, eventFilter, withEventFilter } from '../eventFilter.ts';
import { eventLine } from '../print/eventLine.ts';
import { withRecord } from '../record.ts';

/** `readout events`: lists events in the order of their days. */
export const addEvents: AddCommand = (program, output) => {
  const made = command(program, 'events', 'list events', [
    ['readout events', 'lists every event of the record'],
    ['readout events --between TUR RUS --type CONSULT', 'the dealings of two actors'],
    ['readout events --since 2024-01-01 --json | jq .id', 'for another program'],
  ]);
  withJson(withDatabase(withEventFilter(made)));
  made.action(async (flags: EventFlags & { db: string; json?: boolean }) => {
    const filter = eventFilter(flags);
    await withRecord(flags.db, async (store) => {
      let listed = 0;
      for (const event of store.events(filter)) {
        await output.line(flags.json ? JSON.stringify(event) : eventLine(event));
        listed++;
      }
      if (listed === 0) output.note('no events in this record fit what was asked');
    });
  });
};
