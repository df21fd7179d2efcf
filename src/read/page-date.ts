import type { DateWords } from '../world/date-words.ts';

/** A date printed on a page. */
export interface PageDate {
  /** ISO day. */
  readonly day: string;
  /** `19:56`, or null. */
  readonly time: string | null;
  /** `+07:00`, or null when none is printed. */
  readonly zone: string | null;
  /** Ends of the date with its time, in the text searched. */
  readonly start: number;
  readonly end: number;
  /** Words of the text that belong neither to the date nor to its furniture. */
  readonly rest: string[];
}

interface Token {
  text: string;
  start: number;
  end: number;
  number: number | null;
}

/** Cheap: no date is without a year of four digits, or three numbers with signs between. */
const DATED = /\d{4}|\d\s*[-/.–]\s*\d+\s*[-/.–]\s*\d/;
const TOKEN = /\d+|\p{L}+/gu;
const TIME = /(?<![\d:.])(\d{1,2})[:h](\d{2})(?::\d{2})?(?![\d:])\s*([ap])?\.?(m\b)?/iu;
const ZONE = /(?:gmt|utc)\s*([+-])\s*(\d{1,2})(?::?(\d{2}))?|(?<=\d)([+-])(\d{2}):?(\d{2})\b/iu;

/** Finds the first full date of a short text; `order` says how `3/1` reads. */
export function findDate(text: string, words: DateWords, order: string): PageDate | null {
  if (!DATED.test(text)) return null;
  const tokens = tokenise(text);
  for (let at = 0; at < tokens.length; at++) {
    const found = numeric(text, tokens, at, order, words) ?? named(text, tokens, at, words);
    if (found) return withTime(text, tokens, found, words);
  }
  return null;
}

interface Found {
  day: string;
  first: number;
  last: number;
}

function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const start = match.index;
    const digits = match[0].charCodeAt(0) < 58;
    tokens.push({
      text: match[0].toLowerCase(),
      start,
      end: start + match[0].length,
      number: digits ? Number(match[0]) : null,
    });
  }
  return tokens;
}

/** 22/01/2025, 2025-01-22, 22.01.2025, 2025年1月22日, "ngày 22 tháng 1 năm 2025". */
function numeric(text: string, tokens: Token[], at: number, order: string, words: DateWords): Found | null {
  const [a, b, c] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!a || a.number === null) return null;
  const worded = yearFirst(tokens, at, words) ?? dayFirst(tokens, at, words);
  if (worded) return worded;
  if (!b || !c || b.number === null || c.number === null) return null;
  const one = text.slice(a.end, b.start).trim();
  const two = text.slice(b.end, c.start).trim();
  if (one !== two || !/^[-/.–]$/.test(one)) return null;
  // Dots part day, month and year in that order wherever they are used: 10.05.2023 is in May on an English page too.
  return ordered(a, b, c, at, one === '.' ? 'day' : order);
}

function ordered(a: Token, b: Token, c: Token, at: number, order: string): Found | null {
  const [x, y, z] = [a.number ?? 0, b.number ?? 0, c.number ?? 0];
  if (a.text.length === 4) return found(x, y, z, at, at + 2);
  const year = c.text.length === 4 ? z : c.text.length === 2 && a.text.length === 2 ? 2000 + z : 0;
  if (year === 0) return null;
  const monthFirst = (order === 'month' && x <= 12) || y > 12;
  return monthFirst ? found(year, x, y, at, at + 2) : found(year, y, x, at, at + 2);
}

/** Year, month and day, each with its sign after it. */
function yearFirst(tokens: Token[], at: number, words: DateWords): Found | null {
  const [year, one, month, two, day, three] = tokens.slice(at, at + 6);
  if (!year || !month || !day || year.text.length !== 4 || month.number === null || day.number === null) return null;
  if (![one, two, three].every((token) => token && isFiller(token.text.charAt(0), words))) return null;
  return found(year.number ?? 0, month.number, day.number, at, at + 5);
}

/** Day, the word for month, month, the word for year, year. */
function dayFirst(tokens: Token[], at: number, words: DateWords): Found | null {
  const [day, one, month, two, year] = tokens.slice(at, at + 5);
  if (!day || !month || !year || month.number === null || year.text.length !== 4 || year.number === null) return null;
  if (![one, two].every((token) => token && token.number === null && isFiller(token.text, words))) return null;
  return found(year.number, month.number, day.number ?? 0, at, at + 4);
}

function isFiller(word: string, words: DateWords): boolean {
  return words.fillers.has(word);
}

/** 22 January 2025, 22 de enero de 2025, January 22, 2025, 22 января 2025, Jan. 22nd 2025. */
function named(text: string, tokens: Token[], at: number, words: DateWords): Found | null {
  const here = tokens[at];
  if (!here) return null;
  if (here.number !== null) {
    const next = tokens[at + 1]?.text ?? '';
    // a word between, and another name of the month beside the one known here
    const skip =
      !words.months.has(next) && (isFiller(next, words) || words.months.has(tokens[at + 2]?.text ?? '')) ? 1 : 0;
    const month = words.months.get(tokens[at + 1 + skip]?.text ?? '');
    const last = at + 2 + skip + (isFiller(tokens[at + 2 + skip]?.text ?? '', words) ? 1 : 0);
    const year = tokens[last];
    if (!month || !year || year.text.length !== 4 || !close(text, here, year)) return null;
    return found(year.number ?? 0, month, here.number, at, last);
  }
  const month = words.months.get(here.text);
  const day = tokens[at + 1];
  if (!month || !day || day.number === null || day.text.length > 2) return null;
  const skip = tokens[at + 2]?.number === null && isFiller(tokens[at + 2]?.text ?? '', words) ? 1 : 0;
  const year = tokens[at + 2 + skip];
  if (year?.text.length !== 4 || !close(text, here, year)) return null;
  return found(year.number ?? 0, month, day.number, at, at + 2 + skip);
}

function close(text: string, a: Token, b: Token): boolean {
  return /^[\s\p{L}\d,.'’\-/]*$/u.test(text.slice(a.start, b.end)) && b.end - a.start < 32;
}

function found(year: number, month: number, day: number, first: number, last: number): Found | null {
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1) return null;
  return { day: date.toISOString().slice(0, 10), first, last };
}

function withTime(text: string, tokens: Token[], { day, first, last }: Found, words: DateWords): PageDate {
  const start = tokens[first]?.start ?? 0;
  let end = tokens[last]?.end ?? 0;
  if (tokens[last]?.number === null) end = (tokens[last]?.start ?? 0) + 1;
  const around = `${text.slice(0, start)}\u0000${text.slice(end)}`;
  const clock = TIME.exec(around);
  const time = clock ? clockOf(clock) : null;
  if (clock && clock.index >= start) end += clock.index + clock[0].length - start - 1;
  const zone = clock ? zoneOf(around, words) : null;
  const bare = around.replace(TIME, ' ').replace(ZONE, ' ');
  const rest = tokenise(bare)
    .filter((token) => isRest(token, words))
    .map((token) => token.text);
  return { day, time, zone, start, end: Math.min(end, text.length), rest };
}

function isRest({ text, number }: Token, words: DateWords): boolean {
  if (number !== null) return text.length > 2;
  return !(
    words.fillers.has(text) ||
    words.weekdays.has(text) ||
    words.months.has(text) ||
    words.zones.has(text) ||
    (text.charCodeAt(0) >= 0x3000 && words.fillers.has(text.charAt(0)))
  );
}

function clockOf(match: RegExpExecArray): string | null {
  let hour = Number(match[1]);
  const half = match[4] ? match[3]?.toLowerCase() : undefined;
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour === 12) hour = 0;
  if (hour > 23 || Number(match[2]) > 59) return null;
  return `${String(hour).padStart(2, '0')}:${match[2]}`;
}

function zoneOf(text: string, words: DateWords): string | null {
  const match = ZONE.exec(text);
  if (match) {
    const [sign, hour, minute] = match[1] ? [match[1], match[2], match[3]] : [match[4], match[5], match[6]];
    return `${sign}${String(hour).padStart(2, '0')}:${minute ?? '00'}`;
  }
  for (const token of tokenise(text)) {
    const zone = words.zones.get(token.text);
    if (zone) return zone;
  }
  return null;
}

/** The record's form of a time with its day and zone. */
export function timeOf(date: PageDate): string | null {
  return date.time ? `${date.day}T${date.time}${date.zone ?? ''}` : null;
}
