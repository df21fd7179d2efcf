import { type AddCommand, command } from '../command.ts';
import { type CorrectionFlags, needed, runCorrection, withCorrection } from '../correction.ts';
import { oneOf } from '../record.ts';
import { UsageError } from '../status.ts';

/** `readout split EVENT`: takes acts out of an event. */
export const addSplit: AddCommand = (program, output) => {
  const made = command(program, 'split', 'take a report, or one act, out of an event', [
    ['readout split e3f0a91c2 --report page.txt', 'what page.txt tells is another event'],
    ['readout split e3f0a91c2 --act 858cf83f14cb0658:a1', 'only this act is'],
    ['readout split --list', 'the splits in force'],
    ['readout split --undo 4', 'takes one back'],
  ]);
  withCorrection(made.argument('[event]', 'the id of an event, or the beginning of it'), 'split')
    .option('--report <report>', 'the report to take out: its path, URL or id')
    .option('--act <act>', 'the act to take out: its id, or report:act');
  made.action(async (event: string | undefined, flags: CorrectionFlags & { report?: string; act?: string }) => {
    await runCorrection('split', flags, output, (store) => {
      const id = needed(event, 'the event');
      if (flags.report !== undefined && flags.act === undefined)
        return store.split(oneOf(store, id), { report: flags.report });
      if (flags.act !== undefined && flags.report === undefined)
        return store.split(oneOf(store, id), { act: flags.act });
      throw new UsageError('say what to take out: --report or --act');
    });
  });
};
