import { dayNumber, FACETS, type Facet, type FacetIndex } from './facetIndex.ts';

/** Which events to show. Actors must all take part; of the other facets any of the values will do. */
export interface Choice {
  values: Partial<Record<Facet, string[]>>;
  /** ISO days. */
  since?: string;
  until?: string;
}

/** A value of a facet with the events that choosing it would show. */
export interface FacetCount {
  value: string;
  events: number;
  chosen: boolean;
}

/** Where a page of a list begins: the sort key of the event before it, or after it. */
export interface ListEdge {
  day: string;
  id: string;
}

export interface ListOptions {
  limit: number;
  after?: ListEdge;
  before?: ListEdge;
  oldestFirst?: boolean;
}

/** A page of the chosen events, by id. */
export interface ListPage {
  ids: string[];
  first: ListEdge | null;
  last: ListEdge | null;
  hasBefore: boolean;
  hasAfter: boolean;
}

/** The chosen events as a set of numbers, one bit an event. */
export interface Chosen {
  readonly bits: Uint32Array;
  readonly total: number;
  facets(most: number): Record<Facet, FacetCount[]>;
  page(options: ListOptions): ListPage;
  /** The ids of all of them, newest first. */
  all(): Generator<string>;
}

/** Chooses events. */
export function choose(index: FacetIndex, choice: Choice): Chosen {
  const dated = inDays(index, choice);
  const sets = new Map<Facet, Uint32Array>();
  for (const facet of FACETS) {
    const wanted = choice.values[facet] ?? [];
    if (wanted.length > 0) sets.set(facet, facetSet(index, facet, wanted));
  }
  const bits = intersection(dated, [...sets.values()]);
  return {
    bits,
    total: countBits(bits),
    facets: (most) => countFacets(index, choice, sets, dated, bits, most),
    page: (options) => pageOf(index, bits, options),
    *all() {
      for (let at = index.ids.length - 1; at >= 0; at--) if (has(bits, at)) yield index.ids[at] as string;
    },
  };
}

function facetSet(index: FacetIndex, facet: Facet, wanted: readonly string[]): Uint32Array {
  const sets = wanted.map((value) => setOf(index, index.values.get(facet)?.get(value)));
  const [first, ...others] = sets as [Uint32Array, ...Uint32Array[]];
  if (facet === 'actor') return intersection(first, others);
  for (const other of others) for (const [at, word] of other.entries()) first[at] = (first[at] as number) | word;
  return first;
}

function setOf(index: FacetIndex, numbers: Uint32Array | undefined): Uint32Array {
  const bits = new Uint32Array(Math.ceil(index.ids.length / 32));
  for (const number of numbers ?? []) bits[number >>> 5] = (bits[number >>> 5] as number) | (1 << (number & 31));
  return bits;
}

/** The events that may lie between two days; one without a day lies nowhere. */
function inDays({ ids, first, last }: FacetIndex, { since, until }: Choice): Uint32Array {
  const bits = new Uint32Array(Math.ceil(ids.length / 32));
  const from = since ? dayNumber(since) : 0;
  const to = until ? dayNumber(until) : Number.MAX_SAFE_INTEGER;
  const least = until ? 1 : 0;
  for (let at = 0; at < ids.length; at++) {
    const day = first[at] as number;
    if ((last[at] as number) >= from && day <= to && day >= least)
      bits[at >>> 5] = (bits[at >>> 5] as number) | (1 << (at & 31));
  }
  return bits;
}

function intersection(first: Uint32Array, others: readonly Uint32Array[]): Uint32Array {
  const bits = first.slice();
  for (const other of others)
    for (let at = 0; at < bits.length; at++) bits[at] = (bits[at] as number) & (other[at] as number);
  return bits;
}

function has(bits: Uint32Array, number: number): boolean {
  return (((bits[number >>> 5] as number) >>> (number & 31)) & 1) === 1;
}

function countBits(bits: Uint32Array): number {
  let count = 0;
  for (let word of bits) for (; word !== 0; word &= word - 1) count++;
  return count;
}

/** Counts each value among the events that the other facets choose, so that a second value of a facet can be added. */
function countFacets(
  index: FacetIndex,
  choice: Choice,
  sets: ReadonlyMap<Facet, Uint32Array>,
  dated: Uint32Array,
  bits: Uint32Array,
  most: number,
): Record<Facet, FacetCount[]> {
  const counted = FACETS.map((facet): [Facet, FacetCount[]] => {
    const others = [...sets].filter(([other]) => other !== facet).map(([, set]) => set);
    const among = facet === 'actor' || !sets.has(facet) ? bits : intersection(dated, others);
    return [facet, countValues(index, facet, among, choice.values[facet] ?? [], most)];
  });
  return Object.fromEntries(counted) as Record<Facet, FacetCount[]>;
}

function countValues(
  index: FacetIndex,
  facet: Facet,
  among: Uint32Array,
  wanted: readonly string[],
  most: number,
): FacetCount[] {
  const counts: FacetCount[] = [];
  const all = countBits(among) === index.ids.length;
  for (const [value, numbers] of index.values.get(facet) ?? []) {
    const events = all ? numbers.length : countIn(among, numbers);
    const chosen = wanted.includes(value);
    if (events > 0 || chosen) counts.push({ value, events, chosen });
  }
  counts.sort((a, b) => Number(b.chosen) - Number(a.chosen) || b.events - a.events || (a.value < b.value ? -1 : 1));
  return counts.slice(0, most);
}

function countIn(bits: Uint32Array, numbers: Uint32Array): number {
  let count = 0;
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] as number;
    count += ((bits[number >>> 5] as number) >>> (number & 31)) & 1;
  }
  return count;
}

function pageOf(index: FacetIndex, bits: Uint32Array, options: ListOptions): ListPage {
  const { limit, after, before, oldestFirst } = options;
  const step = oldestFirst ? 1 : -1;
  const start = oldestFirst ? 0 : index.ids.length - 1;
  const edge = after ?? before;
  const backwards = after === undefined && before !== undefined;
  const from = edge ? beside(index, edge, backwards ? -step : step) : start;
  const numbers = walk(bits, index.ids.length, from, backwards ? -step : step, limit + 1);
  const more = numbers.length > limit;
  const shown = numbers.slice(0, limit);
  if (backwards) shown.reverse();
  return {
    ids: shown.map((number) => index.ids[number] as string),
    first: edgeAt(index, shown[0]),
    last: edgeAt(index, shown.at(-1)),
    hasBefore: backwards
      ? more
      : shown.length > 0 && walk(bits, index.ids.length, (shown[0] as number) - step, -step, 1).length > 0,
    hasAfter: backwards ? shown.length > 0 : more,
  };
}

function walk(bits: Uint32Array, length: number, from: number, step: number, most: number): number[] {
  const found: number[] = [];
  for (let at = from; at >= 0 && at < length && found.length < most; at += step) if (has(bits, at)) found.push(at);
  return found;
}

function edgeAt(index: FacetIndex, number: number | undefined): ListEdge | null {
  return number === undefined ? null : { day: index.days[number] as string, id: index.ids[number] as string };
}

/** The number next to a key in the direction of the step, also when the event of that key is no more. */
function beside(index: FacetIndex, { day, id }: ListEdge, step: number): number {
  let [low, high] = [0, index.ids.length];
  const past = (at: number) => {
    const other = index.days[at] as string;
    return other > day || (other === day && (index.ids[at] as string) >= id);
  };
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (past(middle)) high = middle;
    else low = middle + 1;
  }
  if (step < 0) return low - 1;
  return index.ids[low] === id ? low + 1 : low;
}
