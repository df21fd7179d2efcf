import type { Interval } from '../model/index.ts';
import { type Key, type Locale, messageOf } from './catalogue.ts';
import { shapeOf } from './days.ts';

/** Values for the `{name}` places of a message. */
export type Values = Readonly<Record<string, string | number>>;

/** The interface in one language: its texts, and numbers and days as it writes them. */
export interface Words {
  readonly locale: Locale;
  /** A message; numbers in it are written as the language does. */
  text(key: Key, values?: Values): string;
  /** A message that depends on a number, given to it as `{n}`. */
  count(key: Key, n: number, values?: Values): string;
  /** The name of a value, such as `type.CONSULT`; the bare value when the catalogue has none. */
  label(kind: string, value: string): string;
  number(value: number): string;
  /** A day, ISO 8601, in full. */
  day(iso: string): string;
  interval(when: Interval | null): string;
  /** A number of bytes, rounded for reading. */
  bytes(value: number): string;
  /** The name of a language by its BCP 47 tag. */
  language(tag: string): string;
}

const made = new Map<Locale, Words>();

/** The words of a language, made once. */
export function wordsOf(locale: Locale): Words {
  const known = made.get(locale);
  if (known) return known;
  const words = makeWords(locale);
  made.set(locale, words);
  return words;
}

function makeWords(locale: Locale): Words {
  const numbers = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  const write = (value: string | number) => (typeof value === 'number' ? numbers.format(value) : value);
  const filled = (text: string, values: Values) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? write(values[name] as string) : whole));
  const message = (key: string, n: number, values: Values) => {
    const found = messageOf(locale, key);
    if (found === undefined) return key;
    if (typeof found === 'string') return filled(found, values);
    return filled(found[plurals.select(n)] ?? found.other ?? key, values);
  };
  return {
    locale,
    text: (key, values = {}) => message(key, 0, values),
    count: (key, n, values = {}) => message(key, n, { n, ...values }),
    label: (kind, value) =>
      messageOf(locale, `${kind}.${value}`) === undefined ? value : message(`${kind}.${value}`, 0, {}),
    number: (value) => numbers.format(value),
    bytes: bytesIn(locale),
    language: languagesIn(locale, () => message('language.unknown', 0, {})),
    ...daysIn(locale, (key, values) => message(key, 0, values)),
  };
}

function daysIn(locale: Locale, message: (key: Key, values: Values) => string): Pick<Words, 'day' | 'interval'> {
  const long = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  const day = (iso: string) => long.format(utc(iso));
  const interval = (when: Interval | null) => {
    const shape = shapeOf(when);
    switch (shape.kind) {
      case 'none':
        return message('undated', {});
      case 'day':
        return day(shape.text);
      case 'month':
        return month.format(utc(shape.first));
      case 'year':
        return shape.text;
      case 'since':
        return message('since', { day: day(shape.first) });
      case 'until':
        return message('until', { day: day(shape.last) });
      default:
        return long.formatRange(utc(shape.first), utc(shape.last));
    }
  };
  return { day, interval };
}

function utc(iso: string): Date {
  return new Date(`${iso.slice(0, 10)}T00:00:00Z`);
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

function bytesIn(locale: Locale): (value: number) => string {
  const formats = UNITS.map(
    (unit) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumSignificantDigits: 2 }),
  );
  return (value) => {
    const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, value)) / 3));
    return (formats[step] as Intl.NumberFormat).format(value / 1000 ** step);
  };
}

/** Names of languages by tag, each looked up once: the look-up is slow. */
function languagesIn(locale: Locale, unknown: () => string): (tag: string) => string {
  const display = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  const known = new Map<string, string>();
  return (tag) => {
    const name = known.get(tag) ?? (tag === 'und' ? unknown() : (display.of(tag) ?? tag));
    known.set(tag, name);
    return name;
  };
}
