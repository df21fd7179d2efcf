import { FACETS, type Facet } from '../store/facetIndex.ts';
import type { Choice, ListEdge } from '../store/facets.ts';
import { daysOf } from './days.ts';
import { Problem } from './problem.ts';
import type { Query } from './view.ts';

/** Characters that the query of a request may have, and values that one facet may be given. */
export const MOST_QUERY = 2000;
const MOST_VALUES = 20;
export const MOST_SEARCH = 200;

/** Which events a request asks for. @throws Problem (400) for a value that cannot be */
export function choiceOf(params: URLSearchParams): Choice {
  const values: Partial<Record<Facet, string[]>> = {};
  for (const facet of FACETS) {
    const wanted = [...new Set(params.getAll(facet).filter(Boolean))];
    if (wanted.length > MOST_VALUES) throw new Problem(400, 'bad-query', `${facet}: at most ${MOST_VALUES} values`);
    if (wanted.length > 0) values[facet] = wanted;
  }
  const since = dayOf(params, 'since', 'first');
  const until = dayOf(params, 'until', 'last');
  return { values, ...(since ? { since } : {}), ...(until ? { until } : {}) };
}

function dayOf(params: URLSearchParams, name: 'since' | 'until', end: 'first' | 'last'): string | undefined {
  const text = params.get(name);
  if (!text) return undefined;
  const days = daysOf(text);
  if (!days)
    throw new Problem(400, 'bad-query', `${name}=${text.slice(0, 40)}: give a day as 2024-11-24, or a month or a year`);
  return days[end];
}

/** A choice as the query of a link. */
export function queryOf({ values, since, until }: Choice): Query {
  return { ...values, since, until };
}

/** The choice with one value more, or without it when it was chosen. */
export function toggled(choice: Choice, facet: Facet, value: string): Choice {
  const now = choice.values[facet] ?? [];
  const next = now.includes(value) ? now.filter((one) => one !== value) : [...now, value];
  return { ...choice, values: { ...choice.values, [facet]: next.length > 0 ? next : undefined } };
}

/** Whether anything at all was chosen. */
export function isChosen({ values, since, until }: Choice): boolean {
  return Boolean(since || until || Object.values(values).some((list) => list && list.length > 0));
}

/** A place in a list as a link carries it; readers are not meant to look inside. */
export function cursorOf({ day, id }: ListEdge): string {
  return Buffer.from(`${day}|${id}`).toString('base64url');
}

/** The place that a cursor names. @throws Problem (400) when it is none of ours */
export function edgeOf(cursor: string | null): ListEdge | undefined {
  if (!cursor) return undefined;
  const [day, id, ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split('|');
  if (day === undefined || !id || rest.length > 0 || !/^(\d{4}-\d\d-\d\d)?$/.test(day))
    throw new Problem(400, 'bad-cursor', 'this cursor was not made by this list; begin again without it');
  return { day, id };
}

/** A whole number of a query within limits. @throws Problem (400) */
export function numberOf(params: URLSearchParams, name: string, otherwise: number, most: number): number {
  const text = params.get(name);
  if (text === null || text === '') return otherwise;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw new Problem(400, 'bad-query', `${name}: give a whole number from 1 to ${most}`);
  return value;
}
