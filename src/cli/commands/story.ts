import type { Story } from '../../model/index.ts';
import type { Store } from '../../store/store.ts';
import { type AddCommand, command, withDatabase, withJson } from '../command.ts';
import { notFound, oneOf, withRecord } from '../record.ts';

interface Flags {
  db: string;
  json?: boolean;
  width?: string;
  plot?: string;
}

/** `readout story ID`: one story: who took it from whom, and what each retelling changed. */
export const addStory: AddCommand = (program, output) => {
  const made = command(program, 'story', 'show one story: who took it from whom, and what each retelling changed', [
    ['readout story s09d2b7aa', 'the beginning of an id is enough'],
    ['readout story s09d2b7aa --json', 'the same as one JSON object'],
    ['readout story s09d2b7aa --plot story.svg', 'and a picture of where it came from'],
  ]);
  withJson(withDatabase(made.argument('<id>', 'the id of a story, or the beginning of it')), 'one JSON object');
  made.option('--width <columns>', 'columns to print in (default: those of the terminal)');
  made.option('--plot <file>', 'draw where the story came from into this SVG file');
  made.action(async (id: string, flags: Flags) => {
    const { storyPage } = await import('../print/storyPage.ts');
    await withRecord(flags.db, async (store) => {
      const story = store.story(oneOf(store, id));
      if (!story) throw notFound('story', id);
      if (flags.plot) await drawLineage(flags.plot, store, story);
      if (flags.json) return output.line(JSON.stringify(story));
      const events = story.events.flatMap((found) => store.event(found) ?? []);
      const columns = Math.max(40, Number(flags.width) || output.columns);
      for (const line of storyPage(story, events, columns, output.strong)) await output.line(line);
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
