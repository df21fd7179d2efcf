import { SYMMETRIC } from '../code/merge.ts';
import type { ReadoutEvent, Relation, RelationGap, RelationQuarter, Spread, Track } from '../model/index.ts';

/** Of which time a relation is asked for; days are ISO 8601. */
export interface RelationFilter {
  since?: string;
  until?: string;
}

/** What a relation is made of: events that name both, tracks, and the Goldstein score of an event. */
export interface RelationSource {
  events: Iterable<ReadoutEvent>;
  tracks: Iterable<Track>;
  score: (event: ReadoutEvent) => number;
}

/**
 * The relation of two actors, by their codes: their dealings quarter by quarter. A quarter of which no report of ours tells has
 * no score, which is not a score of nought.
 */
export function relationOf(a: string, b: string, source: RelationSource, filter: RelationFilter = {}): Relation {
  const events = [...source.events].filter((event) => dealing(event, a, b) !== null);
  const byQuarter = new Map<string, ReadoutEvent[]>();
  for (const event of events) {
    const quarter = quarterOf(event);
    if (quarter) byQuarter.set(quarter, [...(byQuarter.get(quarter) ?? []), event]);
  }
  const score = scorer(a, b, source.score);
  const quarters = span([...byQuarter.keys()]).map((name) => quarterly(name, byQuarter.get(name) ?? [], score));
  return {
    a,
    b,
    since: filter.since ?? null,
    until: filter.until ?? null,
    quarters,
    gaps: gapsIn(quarters),
    types: counts(events.map(({ type }) => type)),
    statuses: counts(events.map(({ status }) => status)),
    ...score(events),
    topics: topicsOf(events),
    tracks: sharedTracks(a, b, source.tracks),
    events,
    unplaced: events.filter((event) => quarterOf(event) === null).length,
  };
}

type Direction = 'forth' | 'back' | 'both';

/** Who acts towards whom; null for two who only act together on a third. */
function dealing({ type, from, to }: ReadoutEvent, a: string, b: string): Direction | null {
  if (SYMMETRIC.has(type)) return 'both';
  if (from.includes(a) && to.includes(b)) return 'forth';
  return from.includes(b) && to.includes(a) ? 'back' : null;
}

/** The quarter that holds the whole time of an event; null when none does. */
function quarterOf({ when }: ReadoutEvent): string | null {
  if (!when?.earliest || !when.latest) return null;
  const [first, last] = [nameOf(when.earliest), nameOf(when.latest)];
  return first === last ? first : null;
}

function nameOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** All quarters from the first to the last. */
function span(names: readonly string[]): string[] {
  const [first, last] = [names.toSorted()[0], names.toSorted().at(-1)];
  if (!first || !last) return [];
  const all = [first];
  for (let at = first; at < last; ) {
    const [year, quarter] = at.split('-Q').map(Number) as [number, number];
    at = quarter === 4 ? `${year + 1}-Q1` : `${year}-Q${quarter + 1}`;
    all.push(at);
  }
  return all;
}

type Scores = Pick<RelationQuarter, 'score' | 'forth' | 'back'>;

function scorer(a: string, b: string, score: RelationSource['score']): (events: readonly ReadoutEvent[]) => Scores {
  return (events) => {
    const real = events.filter(({ status }) => status !== 'hypothetical');
    const of = (direction: Direction): number[] =>
      real.filter((event) => dealing(event, a, b) === direction).map(score);
    return { score: spreadOf(real.map(score)), forth: spreadOf(of('forth')), back: spreadOf(of('back')) };
  };
}

function spreadOf(scores: readonly number[]): Spread | null {
  if (scores.length === 0) return null;
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return { mean: Number(mean.toFixed(2)), min: Math.min(...scores), max: Math.max(...scores), n: scores.length };
}

function quarterly(
  quarter: string,
  events: readonly ReadoutEvent[],
  score: (events: readonly ReadoutEvent[]) => Scores,
): RelationQuarter {
  return {
    quarter,
    ...score(events),
    types: counts(events.map(({ type }) => type)),
    statuses: counts(events.map(({ status }) => status)),
    events: events.map(({ id }) => id),
  };
}

function gapsIn(quarters: readonly RelationQuarter[]): RelationGap[] {
  const gaps: RelationGap[] = [];
  let open: RelationGap | null = null;
  for (const { quarter, events } of quarters) {
    if (events.length > 0) open = null;
    else if (open) {
      open.to = quarter;
      open.quarters++;
    } else {
      open = { from: quarter, to: quarter, quarters: 1 };
      gaps.push(open);
    }
  }
  return gaps;
}

/** How often each value occurs, the most frequent first. */
function counts(values: readonly string[]): Record<string, number> {
  const found = new Map<string, number>();
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
  return Object.fromEntries([...found].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)));
}

function topicsOf(events: readonly ReadoutEvent[]): Relation['topics'] {
  const found = counts(events.flatMap(({ topics }) => topics));
  return Object.entries(found).map(([topic, events]) => ({ topic, events }));
}

function sharedTracks(a: string, b: string, tracks: Iterable<Track>): Relation['tracks'] {
  return [...tracks]
    .filter(({ parties }) => parties.includes(a) && parties.includes(b))
    .map(({ id, key, name, current }) => ({ id, key, name, current: current?.stage ?? null }));
}
