import { type AddCommand, command } from '../command.ts';
import { type CorrectionFlags, needed, runCorrection, withCorrection } from '../correction.ts';
import { oneOf } from '../record.ts';

/** `readout join EVENT EVENT`: makes two events one. */
export const addJoin: AddCommand = (program, output) => {
  const made = command(program, 'join', 'make two events one', [
    ['readout join e3f0a91c2 e77d10b4a', 'they are one event, whatever comes later'],
    ['readout join --list', 'the joins in force'],
    ['readout join --undo 4', 'takes one back'],
  ]);
  withCorrection(
    made.argument('[event]', 'the id of an event, or the beginning of it').argument('[other]', 'the other event'),
    'join',
  );
  made.action(async (event: string | undefined, other: string | undefined, flags: CorrectionFlags) => {
    await runCorrection('join', flags, output, (store) =>
      store.join(oneOf(store, needed(event, 'the first event')), oneOf(store, needed(other, 'the second event'))),
    );
  });
};
