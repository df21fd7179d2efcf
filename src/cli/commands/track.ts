import { type AddCommand, command, withDatabase, withJson } from '../command.ts';
import { trackPage } from '../print/trackPage.ts';
import { notFound, withRecord } from '../record.ts';

/** `readout track ID`: the stages of one long process in time, each with its evidence. */
export const addTrack: AddCommand = (program, output) => {
  const made = command(program, 'track', 'show one long process: its stages in time, with the words of the reports', [
    ['readout track t83c1f20a', 'the beginning of an id is enough'],
    ['readout track application:SWE:NATO', 'or its key'],
    ['readout track "New START" --json', 'or its name in any language, as one JSON object'],
  ]);
  withJson(withDatabase(made.argument('<id>', 'the id of a track, its key or its name')), 'one JSON object');
  made.action(async (id: string, flags: { db: string; json?: boolean }) => {
    await withRecord(flags.db, async (store) => {
      const track = store.track(id);
      if (!track) throw notFound('track', id);
      if (flags.json) return output.line(JSON.stringify(track));
      for (const line of trackPage(track, output.columns, output.strong)) await output.line(line);
    });
  });
};
