import type { Correction, ReadoutEvent } from '../model/index.ts';
import type { Driver } from './driver.ts';

/** The correction cannot be made as asked. Nothing was changed (exit status 2 on the command line). */
export class CorrectionError extends Error {
  override name = 'CorrectionError';
}

/** The corrections that are in force, in the order in which they were made. */
export function readCorrections(driver: Driver): Correction[] {
  return driver.all('SELECT number, kind, at, acts, others FROM corrections ORDER BY number').map((row) => ({
    number: Number(row.number),
    kind: row.kind as Correction['kind'],
    at: String(row.at),
    acts: JSON.parse(String(row.acts)) as string[],
    others: JSON.parse(String(row.others)) as string[],
  }));
}

/** The keys of an event's acts. */
export function keysOf(driver: Driver, event: ReadoutEvent): string[] {
  return driver.all('SELECT key FROM acts WHERE event = ? ORDER BY key', event.id).map(({ key }) => String(key));
}

/** The keys of those of an event's acts that a report tells, by its path, URL or id; or of the one act with an id or key. */
export function keysIn(driver: Driver, event: ReadoutEvent, which: { report?: string; act?: string }): string[] {
  const { report = '', act = '' } = which;
  return driver
    .all(
      `SELECT key FROM acts JOIN reports ON reports.id = acts.report
       WHERE event = ? AND (reports.id = ? OR path = ? OR url = ? OR acts.id = ? OR key = ?) ORDER BY key`,
      event.id,
      report,
      report,
      report,
      act,
      act,
    )
    .map(({ key }) => String(key));
}
