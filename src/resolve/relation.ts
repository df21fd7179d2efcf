import type { ReadoutEvent } from '../model/index.ts';

/** Two actors over time. */
export interface Relation {
  a: string;
  b: string;
  years: RelationYear[];
}

/** The events of one year, or of none. */
export interface RelationYear {
  year: string | null;
  types: Record<string, number>;
  events: ReadoutEvent[];
}

/** The relation of two actors from their events, in the order of the days. */
export function relationOf(a: string, b: string, events: Iterable<ReadoutEvent>): Relation {
  const years = new Map<string | null, RelationYear>();
  for (const event of events) {
    const year = (event.when?.earliest ?? event.when?.latest)?.slice(0, 4) ?? null;
    const found = years.get(year) ?? { year, types: {}, events: [] };
    found.events.push(event);
    found.types[event.type] = (found.types[event.type] ?? 0) + 1;
    years.set(year, found);
  }
  return { a, b, years: [...years.values()].sort((x, y) => ((x.year ?? '9999') < (y.year ?? '9999') ? -1 : 1)) };
}
