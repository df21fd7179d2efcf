import type { Interval } from '../model/index.ts';

/** An interval for a table, in ISO days; whole months and years by their names. */
export function isoDays(when: Interval | null): string {
  const shape = shapeOf(when);
  switch (shape.kind) {
    case 'none':
      return '';
    case 'since':
      return `${shape.first}…`;
    case 'until':
      return `…${shape.last}`;
    case 'range':
      return `${shape.first}…${shape.last}`;
    default:
      return shape.text;
  }
}

/** How wide an interval is: a day, a whole month or year, a range, or open at one end. */
export type DayShape =
  | { kind: 'none' }
  | { kind: 'day' | 'month' | 'year'; text: string; first: string }
  | { kind: 'range'; first: string; last: string }
  | { kind: 'since'; first: string }
  | { kind: 'until'; last: string };

/** Tells the shape of an interval. */
export function shapeOf(when: Interval | null): DayShape {
  const { earliest, latest } = when ?? { earliest: null, latest: null };
  if (!earliest) return latest ? { kind: 'until', last: latest } : { kind: 'none' };
  if (!latest) return { kind: 'since', first: earliest };
  if (earliest === latest) return { kind: 'day', text: earliest, first: earliest };
  const year = earliest.slice(0, 4);
  if (earliest === `${year}-01-01` && latest === `${year}-12-31`) return { kind: 'year', text: year, first: earliest };
  const month = earliest.slice(0, 7);
  if (earliest === `${month}-01` && latest === monthEnd(month)) return { kind: 'month', text: month, first: earliest };
  return { kind: 'range', first: earliest, last: latest };
}

function monthEnd(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`;
}

/**
 * A day, month or year as its first and last day; null when it is none of these, or not in the calendar: 2024-02-31.
 */
export function daysOf(text: string): { first: string; last: string } | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text) ?? [];
  if (!year || (month && !(Number(month) >= 1 && Number(month) <= 12))) return null;
  if (!month) return { first: `${year}-01-01`, last: `${year}-12-31` };
  const [first, last] = [`${year}-${month}-01`, monthEnd(`${year}-${month}`)];
  if (!day) return { first, last };
  return text >= first && text <= last ? { first: text, last: text } : null;
}
