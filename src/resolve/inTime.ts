import type { ReadoutEvent } from '../model/index.ts';

/** Events in the order of their days, those without one last; ties by id. */
export function inTime(a: ReadoutEvent, b: ReadoutEvent): number {
  const [one, other] = [a, b].map((event) => event.when?.earliest ?? event.when?.latest ?? '9999') as [string, string];
  return one < other ? -1 : one > other ? 1 : a.id < b.id ? -1 : 1;
}
