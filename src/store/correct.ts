import type { Correction, ReadoutEvent } from '../model/index.ts';
import { CorrectionError, keysIn, keysOf, readCorrections } from './corrections.ts';
import type { Driver } from './driver.ts';
import { type ChangeCounts, noChanges, resolveAgain } from './pendingEvents.ts';
import { PendingReports } from './pendingReports.ts';

/** What a correction did. */
export interface Corrected {
  correction: Correction;
  changes: ChangeCounts;
}

/** Takes acts out of an event. @throws CorrectionError when it has no such act, or no other */
export function split(
  driver: Driver,
  event: ReadoutEvent,
  which: { report?: string; act?: string },
  at: string,
): Corrected {
  const acts = keysIn(driver, event, which);
  const others = keysOf(driver, event).filter((key) => !acts.includes(key));
  if (acts.length === 0)
    throw new CorrectionError(`event ${event.id} has no act ${which.act ?? `of report ${which.report}`}`);
  if (others.length === 0) throw new CorrectionError(`event ${event.id} has no other act: there is nothing to split`);
  return correct(driver, { kind: 'split', acts, others }, at);
}

/** Makes two events one. @throws CorrectionError when they are one already */
export function join(driver: Driver, event: ReadoutEvent, other: ReadoutEvent, at: string): Corrected {
  if (event.id === other.id) throw new CorrectionError(`${event.id} is one event already`);
  const acts = [...keysOf(driver, event), ...keysOf(driver, other)].sort();
  return correct(driver, { kind: 'join', acts, others: [] }, at);
}

/** Fixes the acts of an event as they are now. */
export function pin(driver: Driver, event: ReadoutEvent, at: string): Corrected {
  return correct(driver, { kind: 'pin', acts: keysOf(driver, event), others: [] }, at);
}

/** Keeps a correction, and resolves anew what it touches. */
function correct(driver: Driver, made: Pick<Correction, 'kind' | 'acts' | 'others'>, at: string): Corrected {
  return driver.transaction(() => {
    const { kind, acts, others } = made;
    const values = [kind, at, JSON.stringify(acts), JSON.stringify(others)];
    driver.run('INSERT INTO corrections (kind, at, acts, others) VALUES (?, ?, ?, ?)', ...values);
    const number = Number(driver.get('SELECT last_insert_rowid() AS number')?.number);
    const correction = { number, at, ...made };
    return { correction, changes: again(driver, correction, at) };
  });
}

/** Takes a correction back, and resolves anew what it touched. @throws CorrectionError when there is none of this number */
export function undo(driver: Driver, number: number, at: string): Corrected {
  return driver.transaction(() => {
    const correction = readCorrections(driver).find((one) => one.number === number);
    if (!correction) throw new CorrectionError(`there is no correction ${number}`);
    driver.run('DELETE FROM corrections WHERE number = ?', number);
    return { correction, changes: again(driver, correction, at) };
  });
}

function again(driver: Driver, { acts, others }: Correction, at: string): ChangeCounts {
  const counts = noChanges();
  resolveAgain(driver, new PendingReports(driver), [...acts, ...others], at, counts);
  return counts;
}
