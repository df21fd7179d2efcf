import { connected } from '../resolve/connected.ts';
import type { ReportFacts } from '../resolve/reportFacts.ts';
import { NEWS_DAYS } from '../resolve/similarity.ts';
import { publishedRange, storyGroups, storyLinks, storyOf, storyPairs } from '../resolve/stories.ts';
import { traitsOf } from '../resolve/storyLikeness.ts';
import type { Driver } from './driver.ts';
import { takeUndone } from './pendingEvents.ts';
import type { PendingReports } from './pendingReports.ts';

/** Groups fresh reports into stories, with the kept reports that they can touch and no others. */
export function resolveStories(driver: Driver, reports: PendingReports, ids: readonly string[], at: string): void {
  const fresh = ids.map((id) => reports.report(id));
  const touched = touchedStories(driver, reports, fresh);
  for (const component of takeUndone(driver, 'story')) touched.add(component);
  const kept = [...touched].flatMap((component) =>
    driver
      .all('SELECT id, story FROM reports WHERE component = ?', component)
      .map(({ id, story }) => ({ id: String(id), story: String(story) })),
  );
  for (const story of new Set(kept.map(({ story }) => story))) driver.run('DELETE FROM stories WHERE id = ?', story);
  const all = [...new Set([...fresh, ...kept.map(({ id }) => reports.report(id))])].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  const links = storyLinks(storyPairs(all));
  const component = connected(links.map(({ a, b }) => [a.id, b.id]));
  for (const group of storyGroups(all, links)) {
    const story = storyOf(group, []);
    driver.run(
      'INSERT OR REPLACE INTO stories (id, story, changed) VALUES (?, ?, ?)',
      story.id,
      JSON.stringify(story),
      at,
    );
    for (const { id } of group)
      driver.run('UPDATE reports SET story = ?, component = ? WHERE id = ?', story.id, component(id), id);
  }
}

function touchedStories(driver: Driver, reports: PendingReports, fresh: readonly ReportFacts[]): Set<string> {
  const touched = new Set<string>();
  for (const report of fresh) {
    const { first, last } = publishedRange(report);
    const near = new Map<string, string>();
    for (const trait of traitsOf(report))
      for (const row of driver.all(NEAR_REPORTS, trait, last + NEWS_DAYS, first - NEWS_DAYS))
        near.set(String(row.id), String(row.component));
    for (const [id, component] of near)
      if (!touched.has(component) && storyLinks([[report, reports.report(id)]]).length > 0) touched.add(component);
  }
  return touched;
}

const NEAR_REPORTS = `SELECT reports.id, reports.component FROM traits JOIN reports ON reports.id = traits.report
  WHERE trait = ? AND first <= ? AND last >= ? AND component IS NOT NULL`;
