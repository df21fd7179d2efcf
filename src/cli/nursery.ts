import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Bytes of the nursery from which it grows no more. */
const ENOUGH = 24 * 1048576;
/** Reports from one look at it to the next. */
const PATIENCE = 8;
/** Objects made between two looks while it is filled. */
const HANDFUL = 20_000;

let calls = 0;
let settled = false;

/**
 * Keeps the nursery of this process's memory small, called before each report: V8 lets it grow with the memory of the
 * machine, to far more than all that coding holds, though what is coded is soon gone.
 */
export function keepNurserySmall(): void {
  if (!settled && calls++ % PATIENCE === 0 && isGrown()) settle();
}

/** Lets the nursery grow to what is enough and no further, before something that would make it grow at one go. */
export function settleNursery(): void {
  if (settled) return;
  for (let held: object[] = []; !isGrown(); ) held = held.concat(Array.from({ length: HANDFUL }, (_, at) => ({ at })));
  settle();
}

function isGrown(): boolean {
  const nursery = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
  return (nursery?.space_size ?? ENOUGH) >= ENOUGH;
}

function settle(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  settled = true;
}
