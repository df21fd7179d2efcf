import type { Coded, Correction, ReadoutEvent, Story } from '../model/index.ts';
import { type ActFacts, FactMaker } from './actFacts.ts';
import { type Cluster, clusters } from './cluster.ts';
import { eventOf } from './event.ts';
import { inTime } from './inTime.ts';
import type { RootsOf } from './origins.ts';
import { reportFacts, reportName } from './reportFacts.ts';
import { Rulings } from './rulings.ts';
import { storyGroups, storyLinks, storyOf, storyPairs, type Traced } from './stories.ts';

/** The events and stories that reports tell of. */
export interface Resolved {
  events: ReadoutEvent[];
  stories: Story[];
}

/**
 * Resolves the acts of many reports into events, and the reports into stories.
 * The result depends on the set of reports alone: their order, and how often one is given, do not show.
 * @param corrections what a user has split, joined and pinned
 */
export function resolve(coded: readonly Coded[], corrections: readonly Correction[] = []): Resolved {
  const reports = eachOnce(coded);
  const traced = storiesOf(reports.values());
  const roots = rootsIn(traced);
  const groups = [...eventClusters(reports.values(), corrections)];
  const events = groups.map((cluster) => eventOf(cluster, (id) => reports.get(id) as Coded, roots));
  const news = newsOf(groups, events);
  const stories = traced.map(({ story, reports: ids }) => {
    const found = new Set(ids.flatMap((id) => news.get(id) ?? []));
    return { ...story, events: [...found].map(({ id }) => id).sort() };
  });
  return { events: events.sort(inTime), stories };
}

/** What reports go back to by the lineage of their stories. */
export function rootsAmong(reports: Iterable<Coded>): RootsOf {
  return rootsIn(storiesOf(reports));
}

function storiesOf(reports: Iterable<Coded>): (Traced & { reports: string[] })[] {
  const told = [...reports].sort((a, b) => (a.report.id < b.report.id ? -1 : 1)).map(reportFacts);
  return storyGroups(told, storyLinks(storyPairs(told))).map((group) => ({
    ...storyOf(group),
    reports: group.map(({ id }) => id),
  }));
}

function rootsIn(traced: readonly Traced[]): RootsOf {
  const roots = new Map(traced.flatMap((one) => [...one.roots]));
  return (report) => roots.get(report) ?? [];
}

/**
 * Resolves acts into events, for any number of reports: it reads each once for a sketch of it, and asks for a report again
 * when it makes an event of what the report tells. It has no stories at hand: origins are told by credits alone.
 * @param codedOf gives a report by its id
 * @returns events in no order of their own, but always the same for the same reports
 */
export function* resolveEvents(
  reports: Iterable<Coded>,
  codedOf: (report: string) => Coded,
  corrections: readonly Correction[] = [],
): Generator<ReadoutEvent> {
  for (const cluster of eventClusters(reports, corrections)) yield eventOf(cluster, codedOf);
}

function* eventClusters(reports: Iterable<Coded>, corrections: readonly Correction[]): Generator<Cluster> {
  const facts = new FactMaker();
  const acts: ActFacts[] = [];
  for (const coded of reports) acts.push(...facts.factsOf(coded));
  for (const component of clusters(acts, new Rulings(corrections))) yield* component;
}

/** Each report once, by its id. Of two names for one content the smaller counts, so that the order does not show. */
function eachOnce(coded: readonly Coded[]): Map<string, Coded> {
  const reports = new Map<string, Coded>();
  for (const one of coded) {
    const known = reports.get(one.report.id);
    if (!known || reportName(one) < reportName(known)) reports.set(one.report.id, one);
  }
  return reports;
}

/** The events that each report, by its id, is news of. */
function newsOf(groups: readonly Cluster[], events: readonly ReadoutEvent[]): Map<string, ReadoutEvent[]> {
  const news = new Map<string, ReadoutEvent[]>();
  for (const [index, { acts }] of groups.entries())
    for (const { deed, report } of acts) {
      if (!deed.core) continue;
      const found = news.get(report.id) ?? [];
      found.push(events[index] as ReadoutEvent);
      news.set(report.id, found);
    }
  return news;
}
