import { type AddCommand, command, withDatabase, withJson } from '../command.ts';
import { notFound, withRecord } from '../record.ts';

/** `readout story ID`: one story: who took it from whom, and what each retelling changed. */
export const addStory: AddCommand = (program, output) => {
  const made = command(program, 'story', 'show one story: who took it from whom, and what each retelling changed', [
    ['readout story s09d2b7aa', 'the beginning of an id is enough'],
    ['readout story s09d2b7aa --json', 'the same as one JSON object'],
  ]);
  withJson(withDatabase(made.argument('<id>', 'the id of a story, or the beginning of it')), 'one JSON object');
  made.option('--width <columns>', 'columns to print in (default: those of the terminal)');
  made.action(async (id: string, flags: { db: string; json?: boolean; width?: string }) => {
    const { storyPage } = await import('../print/storyPage.ts');
    await withRecord(flags.db, async (store) => {
      const story = store.story(id);
      if (!story) throw notFound('story', id);
      if (flags.json) return output.line(JSON.stringify(story));
      const events = story.events.flatMap((found) => store.event(found) ?? []);
      const columns = Math.max(40, Number(flags.width) || output.columns);
      for (const line of storyPage(story, events, columns, output.strong)) await output.line(line);
    });
  });
};
