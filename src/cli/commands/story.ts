import { type AddCommand, command, withDatabase, withJson } from '../command.ts';
import { eventLine } from '../print/eventLine.ts';
import { notFound, withRecord } from '../record.ts';

/** `readout story ID`: one story, its reports and events. */
export const addStory: AddCommand = (program, output) => {
  const made = command(program, 'story', 'show one story: its reports and events', [
    ['readout story s09d2b7aa', 'the beginning of an id is enough'],
  ]);
  withJson(withDatabase(made.argument('<id>', 'the id of a story, or the beginning of it')), 'one JSON object');
  made.action(async (id: string, flags: { db: string; json?: boolean }) => {
    await withRecord(flags.db, async (store) => {
      const story = store.story(id);
      if (!story) throw notFound('story', id);
      if (flags.json) return output.line(JSON.stringify(story));
      await output.line(output.strong(story.title));
      for (const report of story.reports) await output.line(`  ${report}`);
      await output.line(output.strong('Events'));
      for (const event of story.events.flatMap((found) => store.event(found) ?? []))
        await output.line(`  ${eventLine(event)}`);
    });
  });
};
