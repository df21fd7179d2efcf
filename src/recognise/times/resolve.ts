import type { Basis } from '../../model/when.ts';
import type { TimeUnit } from '../../world/time-meaning.ts';
import {
  type Days,
  fromDay,
  isoDay,
  parseDay,
  partOf,
  quarterDays,
  sameDayShifted,
  seasonDays,
  shifted,
  toDay,
  weekdayOf,
} from './calendar.ts';
import { placeDate, type Standpoint } from './dates.ts';
import type { TimeValue } from './value.ts';

export interface ResolveOptions {
  /** The days on which the text may have been published, ISO; null when unknown. */
  readonly reference: { readonly earliest: string; readonly latest: string } | null;
  /** The day of which the narrative speaks, ISO: what "a day earlier" is counted from; the reference when null. */
  readonly anchor?: string | null;
  /** Whether 3/4 is 3 April. */
  readonly dayFirst?: boolean;
  /** The sentence speaks of what is to come: "on Friday" is the coming Friday. */
  readonly future?: boolean;
}

export type TimePrecision = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'range';

/** A time placed in the calendar: days in ISO 8601, both ends included, null for an open end. */
export interface ResolvedTime {
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly basis: Basis;
  readonly precision: TimePrecision;
  /** How it was worked out, in words. */
  readonly why: string;
}

/** A stretch with open ends. */
interface Stretch {
  readonly from: number | null;
  readonly to: number | null;
}

interface Standpoints {
  readonly reference: Standpoint;
  readonly anchor: Standpoint;
}

/** The uncertainty of "a few days ago", as a share of the count. */
const ABOUT = 0.5;
/** A reference looser than this cannot give a year. */
const LOOSEST_REFERENCE = 330;

/** Places a time in the calendar; null when what it is counted from is not known, or there is no such day. */
export function resolveTime(value: TimeValue, options: ResolveOptions): ResolvedTime | null {
  const stated = isStated(value);
  const ends = stated ? null : referenceDays(options);
  if (!stated && ends && ends.to - ends.from > LOOSEST_REFERENCE && !usesAnchor(value, options)) return null;
  const early = place(value, standpoints(options, ends?.from ?? null));
  const late = ends && ends.to !== ends.from ? place(value, standpoints(options, ends.to)) : early;
  if (!early || !late) return null;
  const whole = { from: early.from, to: late.to };
  if (whole.from !== null && whole.to !== null && whole.from > whole.to) return null;
  return {
    earliest: whole.from === null ? null : isoDay(whole.from),
    latest: whole.to === null ? null : isoDay(whole.to),
    basis: stated ? 'stated' : 'inferred',
    precision: precisionOf(whole),
    why: stated ? 'the text gives it in full' : reasonFor(value, options),
  };
}

function referenceDays({ reference, anchor }: ResolveOptions): Days | null {
  if (reference) return { from: parseDay(reference.earliest), to: parseDay(reference.latest) };
  return anchor ? { from: parseDay(anchor), to: parseDay(anchor) } : null;
}

function standpoints(options: ResolveOptions, day: number | null): Standpoints {
  const habits = { dayFirst: options.dayFirst ?? true, future: options.future ?? false };
  const anchor = options.anchor ? parseDay(options.anchor) : day;
  return { reference: { day, ...habits }, anchor: { day: anchor, ...habits } };
}

function usesAnchor(value: TimeValue, options: ResolveOptions): boolean {
  return isAnchored(value) && Boolean(options.anchor);
}

function isAnchored(value: TimeValue): boolean {
  return (value.kind === 'offset' || value.kind === 'date') && value.base === 'anchor';
}

/** Whether the text alone gives the time, with nothing to count from. */
function isStated(value: TimeValue): boolean {
  switch (value.kind) {
    case 'date':
      return value.year !== null;
    case 'decade':
      return true;
    case 'season':
    case 'quarter':
      return value.year !== null;
    case 'part':
      return isStated(value.of);
    case 'since':
    case 'until':
      return isStated(value.bound);
    case 'range':
      return isStated(value.from) && isStated(value.to);
    default:
      return false;
  }
}

function place(value: TimeValue, points: Standpoints): Stretch | null {
  switch (value.kind) {
    case 'date':
      return placeDate(value, value.base === 'anchor' ? points.anchor : points.reference);
    case 'decade':
      return { from: toDay(value.year, 1, 1), to: toDay(value.year + 9, 12, 31) };
    case 'part':
      return placePart(value, points);
    case 'since':
      return opened(place(value.bound, points), 'to');
    case 'until':
      return opened(nearest(value.bound, points), 'from');
    case 'range':
      return placeRange(value, points);
    case 'season':
      return placeSeason(value, points.reference);
    default:
      return placeRelative(value, points);
  }
}

/** The times that only a standpoint gives. */
function placeRelative(
  value: Extract<
    TimeValue,
    { kind: 'offset' | 'weekday' | 'weekend' | 'recent' | 'coming' | 'sofar' | 'rest' | 'quarter' }
  >,
  points: Standpoints,
): Stretch | null {
  if (value.kind === 'quarter') return placeQuarter(value, points.reference.day);
  const day = value.kind === 'offset' && value.base === 'anchor' ? points.anchor.day : points.reference.day;
  if (day === null) return null;
  switch (value.kind) {
    case 'offset':
      return value.about ? around(day, value.amount, value.unit) : shifted(day, value.amount, value.unit);
    case 'weekday':
      return placeWeekday(value.weekday, value, day, points.reference.future);
    case 'weekend':
      return placeWeekend(value, day, points.reference.future);
    case 'recent':
      return { from: sameDayShifted(day, -value.amount, value.unit), to: day };
    case 'coming':
      return { from: day, to: sameDayShifted(day, value.amount, value.unit) };
    case 'sofar':
      return { from: shifted(day, 0, value.unit).from, to: day };
    case 'rest':
      return { from: day, to: shifted(day, 0, value.unit).to };
  }
}

/** "until June" looks ahead or back, whichever June is nearer. */
function nearest(value: TimeValue, points: Standpoints): Stretch | null {
  const { day, future } = points.reference;
  const here = place(value, points);
  if (day === null || here === null || here.to === null || isStated(value)) return here;
  const other = place(value, { ...points, reference: { ...points.reference, future: !future } });
  if (other === null || other.to === null) return here;
  return Math.abs(other.to - day) < Math.abs(here.to - day) ? other : here;
}

function around(day: number, amount: number, unit: TimeUnit): Days {
  const middle = sameDayShifted(day, amount, unit);
  const margin = Math.max(1, Math.round(Math.abs(middle - day) * ABOUT));
  return { from: middle - margin, to: Math.min(middle + margin, amount < 0 ? day : middle + margin) };
}

function placeWeekday(
  weekday: number,
  { which, week }: { which: 'last' | 'next' | null; week: number | null },
  day: number,
  future: boolean,
): Days {
  if (week !== null) return single(shifted(day, week, 'week').from + weekday - 1);
  const back = (weekdayOf(day) - weekday + 7) % 7;
  const ahead = (weekday - weekdayOf(day) + 7) % 7;
  if (which === 'last') return single(day - (back || 7));
  if (which === 'next') return single(day + (ahead || 7));
  return single(future ? day + ahead : day - back);
}

/** Saturday and Sunday: the latest that has begun, or the coming one. */
function placeWeekend(
  { which, week }: { which: 'last' | 'next' | null; week: number | null },
  day: number,
  future: boolean,
): Days {
  const saturday = shifted(day, week ?? 0, 'week').from + 5;
  const next = which === 'next' || (which === null && future);
  if (week !== null || next) return { from: saturday, to: saturday + 1 };
  const begun = which === 'last' ? saturday + 1 < day : saturday <= day;
  return begun ? { from: saturday, to: saturday + 1 } : { from: saturday - 7, to: saturday - 6 };
}

function placeQuarter(
  value: { quarter: number; year: number | null; yearOffset: number | null },
  day: number | null,
): Days | null {
  if (value.year !== null) return quarterDays(value.year, value.quarter);
  if (day === null) return null;
  const here = fromDay(day);
  if (value.yearOffset !== null) return quarterDays(here.year + value.yearOffset, value.quarter);
  return quarterDays(value.quarter <= Math.ceil(here.month / 3) ? here.year : here.year - 1, value.quarter);
}

/** "last summer" is over, "this summer" is of this year, "next summer" has not begun. */
function placeSeason(
  { first, year, yearOffset, which }: Extract<TimeValue, { kind: 'season' }>,
  { day, future }: Standpoint,
): Days | null {
  if (year !== null) return seasonDays(year, first);
  if (day === null) return null;
  const here = fromDay(day).year;
  if (yearOffset !== null) return seasonDays(here + yearOffset, first);
  const near = [here - 2, here - 1, here, here + 1].map((each) => seasonDays(each, first));
  if (which === 'last') return near.findLast(({ to }) => to < day) ?? null;
  const coming = near.find(({ from }) => from > day) ?? null;
  if (which === 'next') return coming;
  return future ? (near.find(({ to }) => to >= day) ?? null) : (near.findLast(({ from }) => from <= day) ?? null);
}

function placePart(value: Extract<TimeValue, { kind: 'part' }>, points: Standpoints): Stretch | null {
  const of = place(value.of, points);
  return of && of.from !== null && of.to !== null
    ? partOf({ from: of.from, to: of.to }, value.part, value.months)
    : null;
}

function placeRange(value: Extract<TimeValue, { kind: 'range' }>, points: Standpoints): Stretch | null {
  const from = place(value.from, points);
  const to = place(value.to, points);
  if (!from || !to) return null;
  if (from.from !== null && to.to !== null && from.from > to.to) {
    const back = value.from.kind === 'date' ? 'year' : value.from.kind === 'weekday' ? 'week' : null;
    return back && { from: sameDayShifted(from.from, -1, back), to: to.to };
  }
  return { from: from.from, to: to.to };
}

function opened(stretch: Stretch | null, end: 'from' | 'to'): Stretch | null {
  return stretch && { ...stretch, [end]: null };
}

function precisionOf({ from, to }: Stretch): TimePrecision {
  if (from === null || to === null) return 'range';
  const length = to - from + 1;
  if (length === 1) return 'day';
  if (length === 7 && weekdayOf(from) === 1) return 'week';
  if (fromDay(from).day !== 1 || fromDay(to + 1).day !== 1) return 'range';
  if (length <= 31) return 'month';
  if (length >= 90 && length <= 92) return 'quarter';
  return length === 365 || length === 366 ? 'year' : 'range';
}

function reasonFor(value: TimeValue, { reference, anchor }: ResolveOptions): string {
  if (isAnchored(value) && anchor) return `counted from ${anchor}, of which the text speaks`;
  if (!reference) return `counted from ${anchor}, of which the text speaks`;
  const { earliest, latest } = reference;
  const day = earliest === latest ? earliest : `${earliest} to ${latest}`;
  return value.kind === 'date'
    ? `the rest of the date from the publication day ${day}`
    : `counted from the publication day ${day}`;
}

function single(day: number): Days {
  return { from: day, to: day };
}
