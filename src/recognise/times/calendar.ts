import type { TimePart, TimeUnit } from '../../world/time-meaning.ts';

/** A stretch of whole days, counted from 1970-01-01, both ends included. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

const DAY = 86_400_000;

/** Counts a calendar day from 1970-01-01; months run from 1 and may overflow. */
export function toDay(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / DAY;
}

export function fromDay(day: number): { year: number; month: number; day: number } {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** `2024-11-24` → the day's count. */
export function parseDay(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / DAY;
}

export function isoDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** Monday 1 … Sunday 7. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function daysOfMonth(year: number, month: number): number {
  return toDay(year, month + 1, 1) - toDay(year, month, 1);
}

/** Whether the calendar has such a day. */
export function isDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOfMonth(year, month);
}

export function monthDays(year: number, month: number): Days {
  return { from: toDay(year, month, 1), to: toDay(year, month + 1, 1) - 1 };
}

export function yearDays(year: number): Days {
  return { from: toDay(year, 1, 1), to: toDay(year, 12, 31) };
}

export function quarterDays(year: number, quarter: number): Days {
  return { from: toDay(year, quarter * 3 - 2, 1), to: toDay(year, quarter * 3 + 1, 1) - 1 };
}

/** Three months from the first of one on; a winter ends in the next year. */
export function seasonDays(year: number, month: number): Days {
  return { from: toDay(year, month, 1), to: toDay(year, month + 3, 1) - 1 };
}

/** The calendar unit that lies `amount` units after (before, when negative) the one that holds the day. */
export function shifted(day: number, amount: number, unit: TimeUnit): Days {
  const { year, month } = fromDay(day);
  switch (unit) {
    case 'hour':
      return single(day + Math.trunc(amount / 24));
    case 'day':
      return single(day + amount);
    case 'week': {
      const monday = day - weekdayOf(day) + 1 + amount * 7;
      return { from: monday, to: monday + 6 };
    }
    case 'month':
      return { from: toDay(year, month + amount, 1), to: toDay(year, month + amount + 1, 1) - 1 };
    case 'quarter':
      return quarterDays(year, Math.ceil(month / 3) + amount);
    case 'year':
      return yearDays(year + amount);
    case 'decade': {
      const first = Math.floor(year / 10) * 10 + amount * 10;
      return { from: toDay(first, 1, 1), to: toDay(first + 9, 12, 31) };
    }
  }
}

/** The same day of the calendar, `amount` units on: what "three months before" a day is, to the day. */
export function sameDayShifted(day: number, amount: number, unit: TimeUnit): number {
  const date = fromDay(day);
  switch (unit) {
    case 'hour':
      return day + Math.trunc(amount / 24);
    case 'day':
      return day + amount;
    case 'week':
      return day + amount * 7;
    case 'month':
      return clamped(date.year, date.month + amount, date.day);
    case 'quarter':
      return clamped(date.year, date.month + amount * 3, date.day);
    case 'year':
      return clamped(date.year + amount, date.month, date.day);
    case 'decade':
      return clamped(date.year + amount * 10, date.month, date.day);
  }
}

/** A part of a stretch, by the length of the stretch: of a month in thirds, of a year the first or last quarter. */
export function partOf(days: Days, part: TimePart, months: number): Days {
  const length = days.to - days.from + 1;
  if (length <= 2) return days;
  if (part === 'first-months') return { from: days.from, to: sameDayShifted(days.from, months, 'month') - 1 };
  if (part === 'last-months') return { from: sameDayShifted(days.to + 1, -months, 'month'), to: days.to };
  const cut = (share: number): number => days.from + Math.round(length * share);
  if (part === 'first-half') return { from: days.from, to: half(days) - 1 };
  if (part === 'second-half') return { from: half(days), to: days.to };
  if (length >= 360 && length <= 366) return partOfYear(fromDay(days.from).year, part);
  if (length >= 28 && length <= 31) return partOfMonth(days, part);
  if (length > 3650) return partOfDecade(fromDay(days.from).year, part);
  if (part === 'start') return { from: days.from, to: cut(1 / 3) - 1 };
  if (part === 'mid') return { from: cut(1 / 3), to: cut(2 / 3) - 1 };
  return { from: cut(2 / 3), to: days.to };
}

function half(days: Days): number {
  const { year } = fromDay(days.from);
  if (days.to - days.from > 360) return toDay(year, 7, 1);
  return days.from + Math.round((days.to - days.from + 1) / 2);
}

function partOfYear(year: number, part: TimePart): Days {
  if (part === 'start') return quarterDays(year, 1);
  if (part === 'end') return quarterDays(year, 4);
  return { from: toDay(year, 5, 1), to: toDay(year, 8, 31) };
}

function partOfDecade(first: number, part: TimePart): Days {
  const years = part === 'start' ? [0, 3] : part === 'mid' ? [4, 6] : [7, 9];
  return { from: toDay(first + (years[0] ?? 0), 1, 1), to: toDay(first + (years[1] ?? 9), 12, 31) };
}

function partOfMonth(days: Days, part: TimePart): Days {
  if (part === 'start') return { from: days.from, to: days.from + 9 };
  if (part === 'mid') return { from: days.from + 10, to: days.from + 19 };
  return { from: days.from + 20, to: days.to };
}

function single(day: number): Days {
  return { from: day, to: day };
}

function clamped(year: number, month: number, day: number): number {
  const first = fromDay(toDay(year, month, 1));
  return toDay(first.year, first.month, Math.min(day, daysOfMonth(first.year, first.month)));
}
