import { type AddCommand, command, withDatabase, withJson } from '../command.ts';
import { notFound, oneOf, withRecord } from '../record.ts';

/** `readout event ID`: one event with its readouts side by side. */
export const addEvent: AddCommand = (program, output) => {
  const made = command(program, 'event', 'show one event: readouts side by side, what only one report says, reports', [
    ['readout event e3f0a91c2', 'the beginning of an id is enough'],
    ['readout event e3f0a91c2 --json', 'the same as one JSON object'],
  ]);
  withJson(withDatabase(made.argument('<id>', 'the id of an event, or the beginning of it')), 'one JSON object');
  made.option('--width <columns>', 'columns to print in (default: those of the terminal)');
  made.action(async (id: string, flags: { db: string; json?: boolean; width?: string }) => {
    const [{ eventPage }, { onlyIn }] = await Promise.all([
      import('../print/eventPage.ts'),
      import('../../resolve/onlyIn.ts'),
    ]);
    await withRecord(flags.db, async (store) => {
      const event = store.event(oneOf(store, id));
      if (!event) throw notFound('event', id);
      const reports = store.reportsOf(event);
      const corrections = store
        .corrections()
        .filter(({ acts }) => acts.some((key) => store.eventHolding(key) === event.id));
      const page = {
        event,
        reports,
        corrections,
        stories: store.storiesOf(event),
        onlyIn: onlyIn(reports, store.eventOfAct),
      };
      const columns = Math.max(40, Number(flags.width) || output.columns);
      const { stories, onlyIn: only } = page;
      if (flags.json) await output.line(JSON.stringify({ ...event, onlyIn: only, stories, corrections }));
      else for (const line of eventPage(page, columns, output.strong)) await output.line(line);
    });
  });
};
