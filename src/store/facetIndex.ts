import type { Driver } from './driver.ts';

/** What events can be chosen by. */
export const FACETS = [
  'actor',
  'type',
  'mode',
  'subtype',
  'status',
  'topic',
  'language',
  'outlet',
  'disputed',
] as const;
export type Facet = (typeof FACETS)[number];

/**
 * The facets of every event in memory: events by number in the order of their days, and for each value the numbers of
 * the events that have it. 100,000 events take some 10 MB and are counted in a few milliseconds.
 */
export interface FacetIndex {
  readonly ids: readonly string[];
  /** The first day of each event, '' where it has none: the order of the list. */
  readonly days: readonly string[];
  readonly earliest: readonly string[];
  readonly latest: readonly string[];
  readonly values: ReadonlyMap<Facet, ReadonlyMap<string, Uint32Array>>;
  /** How many events two actors have, by `A B` in the order of the codes. */
  readonly pairs: ReadonlyMap<string, number>;
}

/** An event with more parties than this is a conference: it says little of any two of them. */
const MOST_PARTIES = 12;

const ROWS = `SELECT event, earliest, latest, facets FROM facets ORDER BY coalesce(earliest, latest, ''), event`;

type Stored = Record<Exclude<Facet, 'actor'> | 'from' | 'to', string | string[] | null>;
type Growing = Map<Facet, Map<string, number[]>>;

/** Reads the facets of the record. */
export function readFacetIndex(driver: Driver): FacetIndex {
  const growing: Growing = new Map(FACETS.map((facet) => [facet, new Map()]));
  const pairs = new Map<string, number>();
  const rows = driver.all(ROWS);
  for (const [number, row] of rows.entries())
    addEvent(growing, pairs, number, JSON.parse(String(row.facets)) as Stored);
  const earliest = rows.map((row) => String(row.earliest ?? ''));
  const latest = rows.map((row) => String(row.latest ?? ''));
  return {
    ids: rows.map((row) => String(row.event)),
    days: rows.map((_, number) => earliest[number] || latest[number] || ''),
    earliest,
    latest,
    values: new Map([...growing].map(([facet, lists]) => [facet, packed(lists)])),
    pairs,
  };
}

function addEvent(growing: Growing, pairs: Map<string, number>, number: number, stored: Stored): void {
  const actors = [...new Set([...listOf(stored.from), ...listOf(stored.to)])].sort();
  for (const facet of FACETS)
    for (const value of facet === 'actor' ? actors : new Set(listOf(stored[facet]))) {
      const lists = growing.get(facet) as Map<string, number[]>;
      const list = lists.get(value);
      if (list) list.push(number);
      else lists.set(value, [number]);
    }
  if (actors.length > MOST_PARTIES) return;
  for (const [at, a] of actors.entries())
    for (const b of actors.slice(at + 1)) pairs.set(`${a} ${b}`, (pairs.get(`${a} ${b}`) ?? 0) + 1);
}

function listOf(value: string | string[] | null | undefined): string[] {
  if (Array.isArray(value)) return value;
  return value ? [value] : [];
}

function packed(lists: ReadonlyMap<string, number[]>): Map<string, Uint32Array> {
  return new Map([...lists].map(([value, list]) => [value, Uint32Array.from(list)]));
}
