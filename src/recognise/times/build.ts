import { TIME_PARTS, TIME_UNITS, type TimeMeaning, type TimeUnit } from '../../world/time-meaning.ts';
import { CAPTURES, type Capture } from '../../world/times.ts';
import type { DateValue, TimeValue } from './value.ts';

/** What the slots of a matched pattern hold: a number a capture (−1 for none), and the times inside it. */
export interface Captured {
  readonly numbers: Int32Array;
  readonly times: readonly TimeValue[];
}

/** Puts a pattern's meaning and what its slots hold together; null when they make no time. */
export function buildValue(meaning: TimeMeaning, captured: Captured): TimeValue | null {
  switch (meaning.kind) {
    case 'none':
      return null;
    case 'time':
      return wrapped(meaning.which, captured);
    case 'date':
      return dated(meaning, captured);
    case 'offset':
      return offset(meaning, captured);
    case 'season':
      return season(meaning, captured);
    case 'weekday':
    case 'weekend':
      return weekday(meaning, captured);
    case 'recent':
    case 'coming':
      return { kind: meaning.kind, amount: count(meaning.amount, captured), unit: unitOf(meaning.unit, captured) };
    case 'sofar':
    case 'rest':
      return { kind: meaning.kind, unit: meaning.unit };
    case 'decade':
      return { kind: 'decade', year: held(captured, 'decade') ?? 0 };
    case 'quarter':
      return quarter(captured);
    case 'part':
      return part(meaning, captured);
    case 'since':
    case 'until':
      return bounded(meaning.kind, captured);
    case 'range':
      return range(captured);
  }
}

function held(captured: Captured, name: Capture): number | null {
  const value = captured.numbers[CAPTURES.indexOf(name)] ?? -1;
  return value < 0 ? null : value;
}

function count(amount: { sign: number; value: number | null }, captured: Captured): number {
  return amount.sign * (amount.value ?? held(captured, 'n') ?? 1);
}

function unitOf(unit: TimeUnit | null, captured: Captured): TimeUnit {
  return unit ?? TIME_UNITS[held(captured, 'unit') ?? 1] ?? 'day';
}

const BARE_DATE: DateValue = {
  kind: 'date',
  year: null,
  month: null,
  day: null,
  weekday: null,
  yearOffset: null,
  monthOffset: null,
  base: 'reference',
  which: null,
  either: false,
};

function dated(meaning: TimeMeaning & { kind: 'date' }, captured: Captured): DateValue {
  if (meaning.fixed) return { ...BARE_DATE, ...meaning.fixed };
  return {
    kind: 'date',
    ...slotsOf(captured),
    ...meaning.yearly,
    yearOffset: meaning.year,
    monthOffset: meaning.month,
    base: meaning.base,
    which: meaning.which,
    either: meaning.either,
  };
}

/** A date of what the slots hold, and nothing that the row says. */
function datedBySlots(captured: Captured): DateValue {
  return { ...BARE_DATE, ...slotsOf(captured) };
}

function slotsOf(captured: Captured): Pick<DateValue, 'year' | 'month' | 'day' | 'weekday'> {
  return {
    year: held(captured, 'year'),
    month: held(captured, 'month'),
    day: held(captured, 'day'),
    weekday: held(captured, 'weekday'),
  };
}

/** "last year": −1; null for what is no year counted from the day of publication. */
function yearsAway(time: TimeValue): number | null {
  return time.kind === 'offset' && time.unit === 'year' && time.base === 'reference' ? time.amount : null;
}

function offset(meaning: TimeMeaning & { kind: 'offset' }, captured: Captured): TimeValue {
  const amount = count(meaning.amount, captured);
  return { kind: 'offset', base: meaning.base, amount, unit: unitOf(meaning.unit, captured), about: meaning.about };
}

function season({ which, year }: TimeMeaning & { kind: 'season' }, captured: Captured): TimeValue | null {
  const first = held(captured, 'season');
  return first === null ? null : { kind: 'season', first, year: held(captured, 'year'), yearOffset: year, which };
}

function weekday(meaning: TimeMeaning & { kind: 'weekday' | 'weekend' }, captured: Captured): TimeValue | null {
  const { which, week } = meaning;
  if (meaning.kind === 'weekend') return { kind: 'weekend', which, week };
  const day = held(captured, 'weekday');
  return day === null ? null : { kind: 'weekday', weekday: day, which, week };
}

/** "Saturday, 27 July": the weekday goes into the date, where it helps to find the year. */
function wrapped(which: 'last' | 'next' | null, captured: Captured): TimeValue | null {
  const [time] = captured.times;
  if (!time) return null;
  if (time.kind !== 'date') return time;
  return { ...time, weekday: held(captured, 'weekday') ?? time.weekday, which: which ?? time.which };
}

function quarter(captured: Captured): TimeValue | null {
  const quarter = held(captured, 'quarter');
  if (quarter === null) return null;
  const [year] = captured.times;
  return { kind: 'quarter', quarter, year: held(captured, 'year'), yearOffset: year ? yearsAway(year) : null };
}

function part(meaning: TimeMeaning & { kind: 'part' }, captured: Captured): TimeValue | null {
  const part = meaning.part ?? TIME_PARTS[held(captured, 'part') ?? -1];
  const of = meaning.of
    ? offset(
        {
          kind: 'offset',
          base: 'reference',
          amount: { sign: 1, value: meaning.of.offset },
          unit: meaning.of.unit,
          about: false,
        },
        captured,
      )
    : (captured.times[0] ?? datedBySlots(captured));
  return part ? { kind: 'part', part, of, months: held(captured, 'n') ?? 1 } : null;
}

function bounded(kind: 'since' | 'until', captured: Captured): TimeValue | null {
  const bound = captured.times[0] ?? (held(captured, 'year') === null ? null : datedBySlots(captured));
  if (!bound) return null;
  const open = bound.kind === 'since' || bound.kind === 'until' || (bound.kind === 'range' && kind === 'since');
  return open ? bound : { kind, bound };
}

function range(captured: Captured): TimeValue | null {
  const [first, second] = captured.times;
  if (first && second)
    return { kind: 'range', from: inherit(first, second), to: inheritYear(inherit(second, first), first) };
  const from = { ...datedBySlots(captured), yearOffset: first ? yearsAway(first) : null };
  const to = {
    ...BARE_DATE,
    day: held(captured, 'day2'),
    month: held(captured, 'month2'),
    year: held(captured, 'year2'),
    weekday: held(captured, 'weekday2'),
  };
  return { kind: 'range', from: inherit(from, to), to: inheritYear(inherit(to, from), from) };
}

/** "from January of last year to May": the end is of the year that the beginning is counted to. */
function inheritYear(end: TimeValue, from: TimeValue): TimeValue {
  if (end.kind !== 'date' || from.kind !== 'date' || end.year !== null || end.yearOffset !== null) return end;
  return { ...end, yearOffset: from.yearOffset };
}

/** "from 3 to 5 May 2024": what one end leaves out, the other gives. */
function inherit(end: TimeValue, other: TimeValue): TimeValue {
  if (end.kind !== 'date' || other.kind !== 'date') return end;
  const month = end.month ?? (end.day === null ? null : other.month);
  return { ...end, month, year: end.year ?? (end.yearOffset === null ? other.year : null) };
}
