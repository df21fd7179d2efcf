import type { Difference, Quantity } from '../../model/index.ts';
import type { Told } from '../lineage/passages.ts';
import { changed, meet, type Pair, type Side } from './side.ts';

/** Given as about, two figures so near are one. */
const ROUNDED = 0.06;
const SMALL = 20;
/** Two and one are said of many things. */
const SMALLEST = 2;
const CALENDAR = new Set(['minutes', 'hours', 'days', 'weeks', 'months', 'years', 'decades']);

/** Figures that count the same thing and differ. Those of one value are one, however they are written. */
export function numberDifferences({ a, b }: Pair): Difference[] {
  const left = unmatched(a, b);
  const right = unmatched(b, a);
  const differences: Difference[] = [];
  for (const one of left) {
    const rivals = right.filter((other) => areRivals(one, other, left, right));
    const [other] = rivals;
    if (rivals.length !== 1 || !other) continue;
    right.splice(right.indexOf(other), 1);
    differences.push(changed('number', { a, b }, one, other, `${inWords(one)}, against ${inWords(other)}`));
  }
  return differences;
}

/** Figures of one side that the other report gives nowhere. */
function unmatched(side: Side, other: Side): Quantity[] {
  const there = countsOf(other);
  return countsOf(side).filter((one) => !hasFigure(other.told, one) && !there.some((two) => isSame(one, two)));
}

/** What a side counts, and the numbers of which nothing says what they count. */
function countsOf({ quantities, figures, named }: Side): Quantity[] {
  const taken = [...quantities, ...['initiative', 'outlet', 'place', 'contrast'].flatMap(named)];
  const bare = figures.filter((figure) => !taken.some((one) => meet(one, figure)));
  return [...quantities, ...bare.map((figure) => ({ ...figure, approximate: false, unit: '' }))];
}

/** A small figure may stand for something else there, so its unit must be the same. */
function hasFigure({ frequency, report }: Told, { value, unit }: Quantity): boolean {
  if (value > SMALL || unit === '') return frequency.has(`figure ${value}`);
  return report.coded.quantities.some((other) => other.value === value && other.unit === unit && value > SMALLEST);
}

function isSame(one: Quantity, other: Quantity): boolean {
  if (one.value === other.value)
    return one.unit === other.unit || !(CALENDAR.has(one.unit) && CALENDAR.has(other.unit));
  if ((one.unit === '' || other.unit === '') && digitsOf(one) === digitsOf(other)) return true;
  const largest = Math.max(Math.abs(one.value), Math.abs(other.value));
  return (one.approximate || other.approximate) && Math.abs(one.value - other.value) / largest <= ROUNDED;
}

/** Its digits without the zeros behind: the word for a thousand or a million may not have been read. */
function digitsOf({ value }: Quantity): string {
  return String(value).replace('.', '').replace(/0+$/, '');
}

/** They count the same thing; or each is the only figure left, and nothing says that they do not. */
function areRivals(one: Quantity, other: Quantity, left: readonly Quantity[], right: readonly Quantity[]): boolean {
  if (one.unit === other.unit) return one.value !== other.value;
  const bothCalendar = CALENDAR.has(one.unit) && CALENDAR.has(other.unit);
  if (bothCalendar) return one.value === other.value;
  return left.length === 1 && right.length === 1 && isVague(one) !== isVague(other);
}

function isVague({ unit }: Quantity): boolean {
  return unit === '' || unit === '-' || unit === 'people';
}

function inWords({ value, unit, approximate }: Quantity): string {
  return `${approximate ? 'about ' : ''}${value.toLocaleString('en')} ${unit}`.trim();
}
