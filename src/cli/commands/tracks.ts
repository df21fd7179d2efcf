import { type AddCommand, command, withDatabase, withJson } from '../command.ts';
import { trackLine } from '../print/trackLine.ts';
import { withRecord } from '../record.ts';

/** `readout tracks`: lists long processes with the stage each has reached. */
export const addTracks: AddCommand = (program, output) => {
  const made = command(program, 'tracks', 'list long processes: agreements, applications, pipelines, arms deals', [
    ['readout tracks', 'lists those of which a stage is told'],
    ['readout tracks --all', 'also those that reports only name'],
    ['readout tracks --json | jq .current.stage', 'for another program'],
  ]);
  withJson(withDatabase(made)).option('--all', 'also tracks that reports only name, without a stage');
  made.action(async (flags: { db: string; json?: boolean; all?: boolean }) => {
    await withRecord(flags.db, async (store) => {
      for (const track of store.tracks({ all: flags.all }))
        await output.line(flags.json ? JSON.stringify(track) : trackLine(track));
    });
  });
};
