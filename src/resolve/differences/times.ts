import type { Difference } from '../../model/index.ts';
import { type DayRange, dayRange, gapDays, width } from '../days.ts';
import { changed, type Found, type Pair, type Side } from './side.ts';

/** Times that tell of the same and do not agree; a weekday and its date, "since 2023" and "since last year" do. */
export function timeDifferences({ a, b }: Pair): Difference[] {
  const left = unmatched(a, b);
  const right = unmatched(b, a);
  const differences: Difference[] = [];
  for (const one of left) {
    const rivals = right.filter((other) => differ(one, other) && !isOtherYear(one, a, other, b));
    const nearest = rivals.length > 1 ? rivals.filter((other) => sharesPart(one, other)) : rivals;
    const [other] = nearest;
    // Which belongs to which must be sure.
    if (nearest.length !== 1 || !other || (left.length > 1 && !sharesPart(one, other))) continue;
    right.splice(right.indexOf(other), 1);
    differences.push(
      changed(
        isCount(one, a) || isCount(other, b) ? 'number' : 'date',
        { a, b },
        one,
        other,
        `${inWords(one)}, against ${inWords(other)}`,
      ),
    );
  }
  return differences;
}

/** "in the last two months": what differs is a number of something. */
function isCount({ start, end }: Found, { quantities }: Side): boolean {
  return quantities.some((quantity) => quantity.start >= start && quantity.end <= end);
}

/** The same month of another year, the same day of another month: one part was changed. */
function sharesPart(one: Found, other: Found): boolean {
  const [x, y] = [one.value.split('..')[0]?.split('-') ?? [], other.value.split('..')[0]?.split('-') ?? []];
  const [p, q] = [rangeOf(one), rangeOf(other)];
  return (
    p !== null &&
    q !== null &&
    precisionOf(p) === precisionOf(q) &&
    x.some((part, index) => part !== '' && part === y[index] && (index > 0 ? part !== '01' : true))
  );
}

/** Times of one side with which none of the other agrees. */
function unmatched(side: Side, other: Side): Found[] {
  const there = other.named('time');
  return side.named('time').filter((one) => !there.some((two) => !differ(one, two)));
}

/** The same day or month, and one of the two names no year: the year was inferred, and may be wrong. */
function isOtherYear(one: Found, a: Side, other: Found, b: Side): boolean {
  const [x, y] = [one.value.slice(4).replace(/\.\.\d{4}/, '..'), other.value.slice(4).replace(/\.\.\d{4}/, '..')];
  return x === y && !(hasYear(one, a) && hasYear(other, b));
}

function hasYear({ start, end }: Found, { told }: Side): boolean {
  return /\d{4}/.test(told.report.coded.article.text.slice(start, end));
}

/** So much wider, one of two stretches that end together is another stretch: two weeks, two months. */
const WIDER = 2.5;

function differ(one: Found, other: Found): boolean {
  const [x, y] = [rangeOf(one), rangeOf(other)];
  if (!x || !y) return false;
  if (gapDays(x, y) > 0) return precisionOf(x) === precisionOf(y) || (isCounted(x) && isCounted(y));
  const [narrow, wide] = [x, y].map(width).sort((p, q) => p - q) as [number, number];
  if (!Number.isFinite(wide)) return areBothOpen(x, y) || isOtherStart(x, y) || isOtherStart(y, x);
  return (
    narrow > 1 && wide / narrow >= WIDER && isCounted(x) && isCounted(y) && (x.first === y.first || x.last === y.last)
  );
}

/** "since 2011", "since 2012". */
function areBothOpen(x: DayRange, y: DayRange): boolean {
  if (x.last === Number.POSITIVE_INFINITY && y.last === Number.POSITIVE_INFINITY) return x.first !== y.first;
  return x.first === Number.NEGATIVE_INFINITY && y.first === Number.NEGATIVE_INFINITY && x.last !== y.last;
}

/** "from 1 March on", and the first of January. */
function isOtherStart(open: DayRange, day: DayRange): boolean {
  return open.last === Number.POSITIVE_INFINITY && width(day) === 1 && day.first !== open.first && !isYearStart(open);
}

/** "since 2023" begins with the year, and no day is meant. */
function isYearStart({ first }: DayRange): boolean {
  return new Date(first * 86_400_000).toISOString().slice(5, 10) === '01-01';
}

/** A stretch that is no month or year of the calendar: it was counted from a day. */
function isCounted({ first, last }: DayRange): boolean {
  const [from, to] = [first, last].map((day) => new Date(day * 86_400_000)) as [Date, Date];
  const next = new Date((last + 1) * 86_400_000);
  return !(from.getUTCDate() === 1 && (next.getUTCDate() === 1 || to.getUTCMonth() === 11));
}

function precisionOf(range: DayRange): string {
  const days = width(range);
  return days <= 3 ? 'day' : days <= 31 ? 'month' : days <= 366 ? 'year' : 'longer';
}

function rangeOf({ value }: Found): DayRange | null {
  const [earliest, latest] = value.split('..');
  return dayRange({ earliest: earliest || null, latest: latest || null });
}

function inWords({ value }: Found): string {
  const [earliest, latest] = value.split('..');
  if (earliest === latest) return earliest as string;
  return `${earliest || '…'} to ${latest || '…'}`;
}
