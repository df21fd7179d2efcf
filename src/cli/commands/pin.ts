import { type AddCommand, command } from '../command.ts';
import { type CorrectionFlags, needed, runCorrection, withCorrection } from '../correction.ts';
import { oneOf } from '../record.ts';

/** `readout pin EVENT`: keeps the acts of an event as they are. */
export const addPin: AddCommand = (program, output) => {
  const made = command(program, 'pin', 'keep the acts of an event as they are, whatever comes later', [
    ['readout pin e3f0a91c2', 'no act joins this event, and none leaves it'],
    ['readout pin --list', 'the pins in force'],
    ['readout pin --undo 4', 'takes one back'],
  ]);
  withCorrection(made.argument('[event]', 'the id of an event, or the beginning of it'), 'pin');
  made.action(async (event: string | undefined, flags: CorrectionFlags) => {
    await runCorrection('pin', flags, output, (store) => store.pin(oneOf(store, needed(event, 'the event'))));
  });
};
