import { SYMMETRIC } from '../code/merge.ts';
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

/** Two actors and how many events they have. */
export interface RelationCount {
  a: string;
  b: string;
  events: number;
}

/**
 * The facets of every event in memory: events by number in the order of their days, and for each value the numbers of
 * the events that have it. 100,000 events take some 10 MB and are counted in a few milliseconds.
 */
export interface FacetIndex {
  readonly ids: readonly string[];
  /** The first day of each event, '' where it has none: the order of the list. */
  readonly days: readonly string[];
  /** First and last day as numbers, 20230904; where one is not known the other, 0 where neither is. */
  readonly first: Uint32Array;
  readonly last: Uint32Array;
  readonly values: ReadonlyMap<Facet, ReadonlyMap<string, Uint32Array>>;
  /** Who dealt with whom, in how many events; the most first. */
  readonly relations: readonly RelationCount[];
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
  const days = (which: 'earliest' | 'latest', other: 'earliest' | 'latest') =>
    rows.map((row) => String(row[which] ?? row[other] ?? ''));
  const first = days('earliest', 'latest');
  return {
    ids: rows.map((row) => String(row.event)),
    days: first,
    first: Uint32Array.from(first, dayNumber),
    last: Uint32Array.from(days('latest', 'earliest'), dayNumber),
    values: new Map([...growing].map(([facet, lists]) => [facet, packed(lists)])),
    relations: relationsOf(pairs),
  };
}

/** A day as a number that can be compared: `2023-09-04` is 20230904, no day is 0. */
export function dayNumber(day: string): number {
  return Number(day.replaceAll('-', ''));
}

function relationsOf(pairs: ReadonlyMap<string, number>): RelationCount[] {
  return [...pairs]
    .map(([pair, events]) => {
      const [a = '', b = ''] = pair.split('\t');
      return { a, b, events };
    })
    .sort((x, y) => y.events - x.events || (x.a < y.a || (x.a === y.a && x.b < y.b) ? -1 : 1));
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
  for (const pair of dealings(stored, actors)) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
}

/** Who dealt with whom: each of one side with each of the other; in consultations everybody with everybody. */
function dealings({ type, from, to }: Stored, actors: readonly string[]): Set<string> {
  if (actors.length > MOST_PARTIES) return new Set();
  const both = SYMMETRIC.has(String(type));
  const [one, other] = both ? [actors, actors] : [listOf(from), listOf(to)];
  return new Set(one.flatMap((a) => other.filter((b) => b !== a).map((b) => (a < b ? `${a}\t${b}` : `${b}\t${a}`))));
}

function listOf(value: string | string[] | null | undefined): string[] {
  if (Array.isArray(value)) return value;
  return value ? [value] : [];
}

function packed(lists: ReadonlyMap<string, number[]>): Map<string, Uint32Array> {
  return new Map([...lists].map(([value, list]) => [value, Uint32Array.from(list)]));
}
