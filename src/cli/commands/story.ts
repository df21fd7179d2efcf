import type { Story } from '../../model/index.ts';
import type { Store } from '../../store/store.ts';
import { type AddCommand, command, withDatabase, withJson } from '../command.ts';
import { eventLine } from '../print/eventLine.ts';
import { notFound, withRecord } from '../record.ts';

/** `readout story ID`: one story, its reports and events. */
export const addStory: AddCommand = (program, output) => {
  const made = command(program, 'story', 'show one story: its reports and events', [
    ['readout story s09d2b7aa', 'the beginning of an id is enough'],
    ['readout story s09d2b7aa --plot story.svg', 'and a picture of where it came from'],
  ]);
  withJson(withDatabase(made.argument('<id>', 'the id of a story, or the beginning of it')), 'one JSON object');
  made.option('--plot <file>', 'draw where the story came from into this SVG file');
  made.action(async (id: string, flags: { db: string; json?: boolean; plot?: string }) => {
    await withRecord(flags.db, async (store) => {
      const story = store.story(id);
      if (!story) throw notFound('story', id);
      if (flags.plot) await drawLineage(flags.plot, store, story);
      if (flags.json) return output.line(JSON.stringify(story));
      await output.line(output.strong(story.title));
      for (const report of story.reports) await output.line(`  ${report}`);
      await output.line(output.strong('Events'));
      for (const event of story.events.flatMap((found) => store.event(found) ?? []))
        await output.line(`  ${eventLine(event)}`);
    });
  });
};

async function drawLineage(file: string, store: Store, story: Story): Promise<void> {
  const [{ lineagePlot }, { writePlot }] = await Promise.all([
    import('../../show/plots/lineagePlot.ts'),
    import('../plotFile.ts'),
  ]);
  await writePlot(file, lineagePlot(story, store.browse.reportsOfStory(story.id)));
}
