import type { Published } from '../model/index.ts';
import type { Knowledge } from '../world/index.ts';
import { type Holder, heldPost } from './chronology.ts';
import { shiftDay } from './people.ts';
import type { FoundTimes } from './published.ts';
import type { DateValue, TimeMention } from './times/index.ts';

/** The first year that the knowledge has tenures for. */
const FIRST_YEAR = 2000;

/** A day told without its year, with the day of the week it was. */
interface Pair {
  date: DateValue & { month: number; day: number };
  weekday: number;
  mention: TimeMention;
  /** The report was sent on this very day: "MOSCOW, Feb 10 (Agency) -". */
  dateline: boolean;
}

/**
 * The year of a day and month from the day of the week beside it: a calendar repeats every five to eleven years, and of the
 * years that fit, the posts that people hold and the wars that are named leave one. Null where they leave several.
 */
export function yearByWeekday(
  found: FoundTimes,
  holders: readonly Holder[],
  floor: string | null,
  knowledge: Knowledge,
): Published | null {
  const pair = firstPair(found);
  if (!pair) return null;
  const begun = latestWar(found, knowledge);
  const days = sameWeekday(pair, lastYear(knowledge)).filter(
    (day) =>
      (floor === null || day >= floor) &&
      (begun === null || day >= begun.from) &&
      holders.every((holder) => heldPost(holder, day, knowledge)),
  );
  const [day] = days;
  if (days.length !== 1 || !day) return null;
  const phrase = found.text.slice(pair.mention.start, pair.mention.end);
  const why = [
    `"${phrase}" on that day of the week`,
    holders.length > 0 ? `posts held by ${names(holders)}` : '',
    begun?.why ?? '',
  ];
  return {
    earliest: day,
    latest: pair.dateline ? day : shiftDay(day, 7),
    basis: 'inferred',
    time: null,
    why: why.filter(Boolean).join(', '),
  };
}

function names(holders: readonly Holder[]): string {
  return [...new Set(holders.map(({ person }) => person.name))].join(', ');
}

function firstPair(found: FoundTimes): Pair | null {
  for (const mention of found.times) {
    const date = mention.value;
    if (!isBare(date)) continue;
    const dateline = opensLine(found.text, mention);
    const weekday =
      date.weekday ?? weekdayBefore(found.times, mention) ?? (dateline ? weekdayAfter(found.times, mention) : null);
    if (weekday !== null) return { date, weekday, mention, dateline };
  }
  return null;
}

function isBare(value: TimeMention['value']): value is Pair['date'] {
  return (
    value.kind === 'date' &&
    value.year === null &&
    value.yearOffset === null &&
    value.month !== null &&
    value.day !== null
  );
}

/** Only a place and the agency stand beside it at the beginning of a line. */
function opensLine(text: string, { start, end }: TimeMention): boolean {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return before.length <= 40 && !/[.!?;:]\s/.test(before) && /^[.,]?\s*[(（/]/.test(text.slice(end, end + 4));
}

/** "on Friday, 13 January": a grammar may read the two as times of their own. */
function weekdayBefore(times: readonly TimeMention[], date: TimeMention): number | null {
  const before = times.find(({ end }) => end <= date.start && date.start - end <= BESIDE);
  return before?.value.kind === 'weekday' && before.value.which === null ? before.value.weekday : null;
}

const BESIDE = 8;

/** The day of the week that the sentence after a dateline names: "Feb 10 (Agency) - … said on Monday". */
function weekdayAfter(times: readonly TimeMention[], dateline: TimeMention): number | null {
  const next = times.find(({ start }) => start > dateline.end);
  if (!next || next.start > dateline.end + FIRST_SENTENCE) return null;
  return next.value.kind === 'weekday' && next.value.which === null && next.value.week === null
    ? next.value.weekday
    : null;
}

const FIRST_SENTENCE = 300;

/** The days of that month and day, year by year, that fell on the weekday. */
function sameWeekday({ date, weekday }: Pair, last: number): string[] {
  const days: string[] = [];
  for (let year = FIRST_YEAR; year <= last; year++) {
    const time = new Date(Date.UTC(year, date.month - 1, date.day));
    const exists = time.getUTCDate() === date.day;
    if (exists && (time.getUTCDay() || 7) === weekday) days.push(time.toISOString().slice(0, 10));
  }
  return days;
}

/** The latest war that the report names: it was written after it began. */
function latestWar({ hits }: FoundTimes, knowledge: Knowledge): { from: string; why: string } | null {
  const wars = hits.occasions
    .flatMap(({ occasions }) => occasions.map((index) => knowledge.occasions[index]))
    .filter((occasion) => occasion?.lasts)
    .sort((a, b) => ((a?.from ?? '') < (b?.from ?? '') ? 1 : -1));
  const [latest] = wars;
  return latest ? { from: latest.from, why: `after the beginning of ${latest.names['en']?.[0] ?? latest.id}` } : null;
}

const lastYears = new WeakMap<Knowledge, number>();

/** The year up to which the knowledge goes: it cannot tell of posts held later. */
function lastYear(knowledge: Knowledge): number {
  const known = lastYears.get(knowledge);
  if (known !== undefined) return known;
  const last = Math.max(...knowledge.occasions.filter(({ lasts }) => !lasts).map(({ to }) => Number(to.slice(0, 4))));
  lastYears.set(knowledge, last);
  return last;
}
