import type { Driver } from './driver.ts';
import { buryEmptied, type ChangeCounts, noChanges, resolveEvents } from './pendingEvents.ts';
import { PendingReports } from './pendingReports.ts';
import { resolveStories } from './pendingStories.ts';

/** Reports resolved in one transaction. */
const REPORTS_A_STEP = 2000;

/** Whether reports wait to be resolved. */
export function isPending(driver: Driver): boolean {
  const waiting =
    driver.get('SELECT 1 FROM reports WHERE resolved = 0 LIMIT 1') ?? driver.get('SELECT 1 FROM undone LIMIT 1');
  return waiting !== undefined;
}

/**
 * Resolves the reports that wait, with the kept acts that they can touch and no others. Links between two acts depend
 * on the two alone, so the groups they hold together can be redone apart, and the result is that of resolving all at once.
 */
export function resolvePending(driver: Driver, at: string): ChangeCounts {
  const counts = noChanges();
  for (;;) {
    const ids = driver
      .all('SELECT id FROM reports WHERE resolved = 0 ORDER BY id LIMIT ?', REPORTS_A_STEP)
      .map(({ id }) => String(id));
    if (ids.length === 0) break;
    driver.transaction(() => {
      const reports = new PendingReports(driver);
      const moved = resolveStories(driver, reports, ids, at);
      resolveEvents(driver, reports, { fresh: ids, moved }, at, counts);
      for (const id of ids) driver.run('UPDATE reports SET resolved = 1 WHERE id = ?', id);
    });
  }
  driver.transaction(() => buryEmptied(driver, at, counts));
  return counts;
}
