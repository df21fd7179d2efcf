import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Bytes of the nursery from which it grows no more. */
const ENOUGH = 24 * 1048576;
/** Reports from one look at it to the next. */
const PATIENCE = 8;

/**
 * Keeps the nursery of this thread's memory small: V8 lets it grow with the memory of the machine, to far more than all that
 * coding holds, though what is coded is soon gone. Gives the function to call before each report.
 */
export function smallNursery(): () => void {
  let calls = 0;
  let done = false;
  return () => {
    if (done || calls++ % PATIENCE !== 0) return;
    const nursery = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
    if ((nursery?.space_size ?? ENOUGH) < ENOUGH) return;
    setFlagsFromString('--semi-space-growth-factor=1');
    done = true;
  };
}
