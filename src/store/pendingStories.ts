import { connected } from '../resolve/connected.ts';
import { NEWS_DAYS } from '../resolve/days.ts';
import type { ReportFacts } from '../resolve/reportFacts.ts';
import {
  publishedRange,
  storyGroups,
  storyId,
  storyLinks,
  storyOf,
  storyPairs,
  type Traced,
} from '../resolve/stories.ts';
import type { Driver } from './driver.ts';
import { takeUndone } from './pendingEvents.ts';
import type { PendingReports } from './pendingReports.ts';

/**
 * Groups fresh reports into stories, with the kept reports that they can touch and no others. A story whose reports stay the
 * same is left as it is.
 * @returns the kept reports that go back to something else now: their events have other origins
 */
export function resolveStories(driver: Driver, reports: PendingReports, ids: readonly string[], at: string): string[] {
  const fresh = ids.map((id) => reports.report(id));
  const touched = touchedStories(driver, reports, fresh);
  for (const component of takeUndone(driver, 'story')) touched.add(component);
  const kept = keptIn(driver, touched);
  const all = [...new Set([...fresh, ...kept.map(({ id }) => reports.report(id))])].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  const links = storyLinks(storyPairs(all, ({ id }) => reports.traits(id)));
  const component = connected(links.map(({ a, b }) => [a.id, b.id]));
  const groups = storyGroups(all, links);
  const unchanged = unchangedStories(groups, kept, new Set(ids));
  for (const story of new Set(kept.map((one) => one.story)))
    if (!unchanged.has(story)) driver.run('DELETE FROM stories WHERE id = ?', story);
  const before = new Map(kept.map(({ id, roots }) => [id, roots]));
  const moved: string[] = [];
  for (const group of groups) {
    const story = storyId(group);
    const roots = unchanged.has(story) ? null : keepStory(driver, group, at);
    for (const { id } of group) {
      driver.run('UPDATE reports SET story = ?, component = ? WHERE id = ?', story, component(id), id);
      if (!roots) continue;
      const now = JSON.stringify(roots.get(id) ?? []);
      driver.run('UPDATE reports SET roots = ? WHERE id = ?', now, id);
      if (before.has(id) && before.get(id) !== now) moved.push(id);
    }
  }
  return moved;
}

/** A kept report with its story, and what it goes back to. */
interface Kept {
  id: string;
  story: string;
  roots: string;
}

function keptIn(driver: Driver, components: Iterable<string>): Kept[] {
  return [...components].flatMap((component) =>
    driver
      .all('SELECT id, story, roots FROM reports WHERE component = ?', component)
      .map(({ id, story, roots }) => ({ id: String(id), story: String(story), roots: String(roots) })),
  );
}

/** The kept stories that hold the same reports as before, none of which came anew or under another name. */
function unchangedStories(
  groups: readonly (readonly ReportFacts[])[],
  kept: readonly Kept[],
  fresh: ReadonlySet<string>,
): Set<string> {
  const held = Map.groupBy(kept, ({ story }) => story);
  const same = groups.filter((group) => {
    const before = held.get(storyId(group)) ?? [];
    return (
      before.length === group.length && group.every(({ id }) => !fresh.has(id) && before.some((one) => one.id === id))
    );
  });
  return new Set(same.map(storyId));
}

function keepStory(driver: Driver, group: readonly ReportFacts[], at: string): Traced['roots'] {
  const { story, roots } = storyOf(group);
  driver.run(
    'INSERT OR REPLACE INTO stories (id, story, changed) VALUES (?, ?, ?)',
    story.id,
    JSON.stringify(story),
    at,
  );
  return roots;
}

function touchedStories(driver: Driver, reports: PendingReports, fresh: readonly ReportFacts[]): Set<string> {
  const touched = new Set<string>();
  for (const report of fresh) {
    const { first, last } = publishedRange(report);
    for (const row of driver.all(
      NEAR_REPORTS,
      JSON.stringify(reports.traits(report.id)),
      last + NEWS_DAYS,
      first - NEWS_DAYS,
    )) {
      const component = String(row.component);
      if (touched.has(component)) continue;
      if (storyLinks([[report, reports.report(String(row.id))]]).length > 0) touched.add(component);
    }
  }
  return touched;
}

/** Kept reports that share a trait with one and may be of the same days. */
const NEAR_REPORTS = `SELECT DISTINCT reports.id, reports.component FROM json_each(?) AS own
  JOIN traits ON traits.trait = own.value JOIN reports ON reports.id = traits.report
  WHERE traits.first <= ? AND traits.last >= ? AND component IS NOT NULL`;
