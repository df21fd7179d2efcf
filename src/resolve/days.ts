const DAY_MS = 86_400_000;
/** Reports further apart than this do not carry the same news. */
export const NEWS_DAYS = 10;

/** An interval as day numbers since 1970-01-01; an open end is infinite. */
export interface DayRange {
  first: number;
  last: number;
}

/** When something was, as day numbers with finite ends, and whether the words that tell of it give the time. */
export interface Told extends DayRange {
  /** False when it was only taken to be the day of the news. */
  given: boolean;
}

/** The number of an ISO day since 1970-01-01. */
export function dayNumber(iso: string): number {
  return Math.floor(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / DAY_MS);
}

/** The ISO day of a number. */
export function isoDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** An interval of ISO days as numbers; null when both ends are open or nothing is known. */
export function dayRange(when: { earliest: string | null; latest: string | null } | null): DayRange | null {
  if (!when || (!when.earliest && !when.latest)) return null;
  return {
    first: when.earliest ? dayNumber(when.earliest) : Number.NEGATIVE_INFINITY,
    last: when.latest ? dayNumber(when.latest) : Number.POSITIVE_INFINITY,
  };
}

/** Days between two intervals: 0 when they touch or overlap. */
export function gapDays(a: DayRange, b: DayRange): number {
  return Math.max(0, a.first - b.last, b.first - a.last);
}

/** Days an interval covers: 1 for a single day. */
export function width(range: DayRange): number {
  return range.last - range.first + 1;
}
