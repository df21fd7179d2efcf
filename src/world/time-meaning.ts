/** Units that times are counted in. */
export const TIME_UNITS = ['hour', 'day', 'week', 'month', 'quarter', 'year', 'decade'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

/** Parts of a stretch of time. */
export const TIME_PARTS = ['start', 'mid', 'end', 'first-half', 'second-half', 'first-months', 'last-months'] as const;
export type TimePart = (typeof TIME_PARTS)[number];

/** A count: given by the row, or by the slot `{n}` of the text. */
export interface MeaningAmount {
  readonly sign: 1 | -1;
  /** null: the value of `{n}`. */
  readonly value: number | null;
}

/** What a pattern means: the last column but three of `times.tsv`, read. */
export type TimeMeaning =
  | { readonly kind: 'none' | 'since' | 'until' | 'range' | 'decade' | 'quarter' }
  | { readonly kind: 'time'; readonly which: 'last' | 'next' | null }
  | {
      readonly kind: 'date';
      readonly fixed: { year: number; month: number; day: number } | null;
      readonly base: 'reference' | 'anchor';
      /** A day of every year: Christmas. */
      readonly yearly: { month: number; day: number } | null;
      readonly year: number | null;
      readonly month: number | null;
      readonly which: 'last' | 'next' | null;
      /** The two numbers may be day and month or month and day. */
      readonly either: boolean;
    }
  | {
      readonly kind: 'offset';
      readonly base: 'reference' | 'anchor';
      readonly amount: MeaningAmount;
      /** null: the value of `{unit}`. */
      readonly unit: TimeUnit | null;
      readonly about: boolean;
    }
  | { readonly kind: 'season'; readonly which: 'last' | 'next' | null; readonly year: number | null }
  | { readonly kind: 'weekday' | 'weekend'; readonly which: 'last' | 'next' | null; readonly week: number | null }
  | {
      readonly kind: 'recent' | 'coming';
      readonly amount: MeaningAmount;
      readonly unit: TimeUnit | null;
    }
  | { readonly kind: 'sofar' | 'rest'; readonly unit: TimeUnit }
  | {
      readonly kind: 'part';
      /** null: the value of `{part}`. */
      readonly part: TimePart | null;
      /** What it is a part of, when the pattern has no `{time}`. */
      readonly of: { unit: TimeUnit; offset: number } | null;
    };

/** What is wrong with a meaning, in words. */
export class MeaningError extends Error {
  override name = 'MeaningError';
}

/** Reads a meaning: `date`, `offset -1 day`, `weekday last`, `part end`, … (docs: the head of `languages/en/times.tsv`). */
export function parseMeaning(text: string): TimeMeaning {
  const [kind = '', ...rest] = text.trim().split(/\s+/);
  const read = READERS[kind];
  if (!read) throw new MeaningError(`"${kind}" is no meaning: write one of ${Object.keys(READERS).join(', ')}`);
  const words = [...rest];
  const meaning = read(words);
  if (words.length > 0) throw new MeaningError(`"${words.join(' ')}" is left over after "${kind}"`);
  return meaning;
}

const READERS: Record<string, (words: string[]) => TimeMeaning> = {
  none: () => ({ kind: 'none' }),
  time: (words) => ({ kind: 'time', which: takeWhich(words) }),
  since: () => ({ kind: 'since' }),
  until: () => ({ kind: 'until' }),
  range: () => ({ kind: 'range' }),
  decade: () => ({ kind: 'decade' }),
  quarter: () => ({ kind: 'quarter' }),
  date: (words) => ({
    kind: 'date',
    fixed: takeFixed(words),
    yearly: takeYearly(words),
    base: takeWord(words, 'anchor') ? 'anchor' : 'reference',
    year: takeNamedNumber(words, 'year'),
    month: takeNamedNumber(words, 'month'),
    which: takeWhich(words),
    either: takeWord(words, 'either'),
  }),
  offset: (words) => offset('reference', words),
  anchor: (words) => offset('anchor', words),
  season: (words) => ({ kind: 'season', which: takeWhich(words), year: takeNamedNumber(words, 'year') }),
  weekday: (words) => ({ kind: 'weekday', which: takeWhich(words), week: takeNamedNumber(words, 'week') }),
  weekend: (words) => ({ kind: 'weekend', which: takeWhich(words), week: takeNamedNumber(words, 'week') }),
  recent: (words) => ({ kind: 'recent', amount: takeAmount(words), unit: takeUnitOrSlot(words) }),
  coming: (words) => ({ kind: 'coming', amount: takeAmount(words), unit: takeUnitOrSlot(words) }),
  sofar: (words) => ({ kind: 'sofar', unit: takeUnit(words) }),
  rest: (words) => ({ kind: 'rest', unit: takeUnit(words) }),
  part: (words) => ({ kind: 'part', part: takePart(words), of: takePartOf(words) }),
};

function offset(base: 'reference' | 'anchor', words: string[]): TimeMeaning {
  const amount = takeAmount(words);
  return { kind: 'offset', base, amount, unit: takeUnitOrSlot(words), about: takeWord(words, 'about') };
}

function takeWord(words: string[], word: string): boolean {
  if (words[0] !== word) return false;
  words.shift();
  return true;
}

function takeWhich(words: string[]): 'last' | 'next' | null {
  if (takeWord(words, 'last')) return 'last';
  return takeWord(words, 'next') ? 'next' : null;
}

function takeNamedNumber(words: string[], name: string): number | null {
  if (!takeWord(words, name)) return null;
  const number = Number(words.shift());
  if (!Number.isInteger(number)) throw new MeaningError(`a whole number is expected after "${name}"`);
  return number;
}

function takeFixed(words: string[]): { year: number; month: number; day: number } | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(words[0] ?? '');
  if (!parts) return null;
  words.shift();
  return { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) };
}

function takeYearly(words: string[]): { month: number; day: number } | null {
  const parts = /^(\d\d)-(\d\d)$/.exec(words[0] ?? '');
  if (!parts) return null;
  words.shift();
  return { month: Number(parts[1]), day: Number(parts[2]) };
}

function takeAmount(words: string[]): MeaningAmount {
  const word = words.shift() ?? '';
  const sign = word.startsWith('-') ? -1 : 1;
  const size = word.replace(/^[+-]/, '');
  if (size === '{n}') return { sign, value: null };
  if (!/^\d+$/.test(size)) throw new MeaningError(`"${word}" is no count: write a number or {n}`);
  return { sign, value: Number(size) };
}

function takeUnitOrSlot(words: string[]): TimeUnit | null {
  return takeWord(words, '{unit}') ? null : takeUnit(words);
}

function takeUnit(words: string[]): TimeUnit {
  const word = words.shift() ?? '';
  const unit = TIME_UNITS.find((known) => known === word);
  if (!unit) throw new MeaningError(`"${word}" is no unit: write one of ${TIME_UNITS.join(', ')}`);
  return unit;
}

function takePart(words: string[]): TimePart | null {
  const part = TIME_PARTS.find((known) => known === words[0]);
  if (part) words.shift();
  return part ?? null;
}

function takePartOf(words: string[]): { unit: TimeUnit; offset: number } | null {
  if (words.length === 0) return null;
  const unit = takeUnit(words);
  return { unit, offset: Number(words.shift() ?? 0) };
}
