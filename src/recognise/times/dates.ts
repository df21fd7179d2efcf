import { type Days, fromDay, isDate, monthDays, shifted, toDay, weekdayOf, yearDays } from './calendar.ts';
import type { DateValue } from './value.ts';

/** Whom a time is counted from. */
export interface Standpoint {
  /** The day the text speaks from, counted from 1970-01-01; null when nobody knows. */
  readonly day: number | null;
  readonly dayFirst: boolean;
  /** The text speaks of what is to come. */
  readonly future: boolean;
}

/** A day and month without a year belong to the past unless they are this much nearer in the coming year. */
const COMING_DAYS = 120;
/** In a text that speaks of what is to come, a day that passed so lately is still meant as past. */
const JUST_PAST_DAYS = 3;

/** Places a date in the calendar; null when a part is missing and the standpoint does not give it. */
export function placeDate(value: DateValue, standpoint: Standpoint): Days | null {
  const date = value.either ? ordered(value, standpoint.dayFirst) : value;
  const year = date.year ?? offsetYear(date, standpoint);
  if (date.monthOffset !== null && date.month === null) return inOffsetMonth(date, standpoint);
  if (date.month === null)
    return date.day === null ? (year === null ? null : yearDays(year)) : bareDay(date, standpoint);
  if (year !== null) return inYear(year, date.month, date.day);
  if (standpoint.day === null) return null;
  return date.day === null
    ? bareMonth(date.month, date, standpoint.day, standpoint)
    : yearless(date, standpoint.day, standpoint);
}

/** "3/4/2024": which number is the month, by what the calendar has and by the page's habit. */
function ordered(value: DateValue, dayFirst: boolean): DateValue {
  const { day, month } = value;
  if (day === null || month === null) return value;
  const swap = month > 12 || (!dayFirst && day <= 12);
  return swap ? { ...value, day: month, month: day } : value;
}

function offsetYear(date: DateValue, standpoint: Standpoint): number | null {
  if (date.yearOffset === null || standpoint.day === null) return null;
  return fromDay(standpoint.day).year + date.yearOffset;
}

function inYear(year: number, month: number, day: number | null): Days | null {
  if (day === null) return month >= 1 && month <= 12 ? monthDays(year, month) : null;
  return isDate(year, month, day) ? single(toDay(year, month, day)) : null;
}

/** "on the 5th of last month". */
function inOffsetMonth(date: DateValue, standpoint: Standpoint): Days | null {
  if (standpoint.day === null) return null;
  const days = shifted(standpoint.day, date.monthOffset ?? 0, 'month');
  const { year, month } = fromDay(days.from);
  return inYear(year, month, date.day);
}

/** "the 24th": the latest such day, or the coming one. */
function bareDay(date: DateValue, { day, future }: Standpoint): Days | null {
  if (day === null || date.day === null) return null;
  const here = fromDay(day);
  const step = future || date.which === 'next' ? 1 : -1;
  for (let months = 0; months < 4; months++) {
    const first = fromDay(toDay(here.year, here.month + step * months, 1));
    if (!isDate(first.year, first.month, date.day)) continue;
    const found = toDay(first.year, first.month, date.day);
    if (step > 0 ? found >= day : found <= day) return single(found);
  }
  return null;
}

/** "in October": the latest one, or the coming one. */
function bareMonth(month: number, date: DateValue, day: number, standpoint: Standpoint): Days {
  const here = fromDay(day);
  if (date.which === 'last') return monthDays(month < here.month ? here.year : here.year - 1, month);
  if (date.which === 'next') return monthDays(month > here.month ? here.year : here.year + 1, month);
  if (standpoint.future) return monthDays(month >= here.month ? here.year : here.year + 1, month);
  return monthDays(month <= here.month ? here.year : here.year - 1, month);
}

/** "3 May": the year that fits the weekday printed beside it, else the nearest, the past preferred. */
function yearless(date: DateValue, day: number, standpoint: Standpoint): Days | null {
  const here = fromDay(day).year;
  const candidates: number[] = [];
  for (let year = here - 4; year <= here + 4; year++) {
    if (!isDate(year, date.month ?? 0, date.day ?? 0)) continue;
    candidates.push(toDay(year, date.month ?? 0, date.day ?? 0));
  }
  const fitting = candidates.filter((each) => weekdayOf(each) === date.weekday && Math.abs(each - day) <= 400);
  const best = nearest(fitting.length > 0 ? fitting : candidates, day, date.which === 'next' || standpoint.future);
  return best === null ? null : single(best);
}

function nearest(candidates: number[], day: number, future: boolean): number | null {
  const past = candidates.filter((each) => each <= day).at(-1) ?? null;
  const coming = candidates.find((each) => each > day) ?? null;
  if (past === null || coming === null) return past ?? coming;
  if (future) return day - past <= JUST_PAST_DAYS ? past : coming;
  return coming - day < COMING_DAYS && coming - day < day - past ? coming : past;
}

function single(day: number): Days {
  return { from: day, to: day };
}
