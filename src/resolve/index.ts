import type { Coded, ReadoutEvent, Story } from '../model/index.ts';
import { actFacts } from './actFacts.ts';
import { candidatePairs } from './candidates.ts';
import { type Cluster, clusters, components, linkPairs } from './cluster.ts';
import { eventOf } from './event.ts';
import { reportFacts } from './reportFacts.ts';
import { storyGroups, storyLinks, storyOf, storyPairs } from './stories.ts';

/** The events and stories that reports tell of. */
export interface Resolved {
  events: ReadoutEvent[];
  stories: Story[];
}

/**
 * Resolves the acts of many reports into events, and the reports into stories.
 * The result depends on the set of reports alone: their order, and how often one is given, do not show.
 */
export function resolve(coded: readonly Coded[]): Resolved {
  const distinct = new Map(coded.map((one) => [one.report.id, one]));
  const reports = [...distinct.values()].sort((a, b) => (a.report.id < b.report.id ? -1 : 1));
  const told = reports.map(reportFacts);
  const acts = told.flatMap(actFacts);
  const groups = components(acts, linkPairs(candidatePairs(acts))).flatMap(clusters);
  const events = groups.map(eventOf);
  const news = newsOf(groups, events);
  const stories = storyGroups(told, storyLinks(storyPairs(told))).map((group) =>
    storyOf(group, [...new Set(group.flatMap(({ id }) => news.get(id) ?? []))]),
  );
  return { events: events.sort(inTime), stories };
}

/** The events that each report, by its id, is news of. */
function newsOf(groups: readonly Cluster[], events: readonly ReadoutEvent[]): Map<string, ReadoutEvent[]> {
  const news = new Map<string, ReadoutEvent[]>();
  for (const [index, { acts }] of groups.entries())
    for (const { act, report } of acts) {
      if (!act.core) continue;
      const found = news.get(report.id) ?? [];
      found.push(events[index] as ReadoutEvent);
      news.set(report.id, found);
    }
  return news;
}

/** Events in the order of their days, those without one last; ties by id. */
export function inTime(a: ReadoutEvent, b: ReadoutEvent): number {
  const [one, other] = [a, b].map((event) => event.when?.earliest ?? event.when?.latest ?? '9999') as [string, string];
  return one < other ? -1 : one > other ? 1 : a.id < b.id ? -1 : 1;
}
