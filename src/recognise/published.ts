import type { Published } from '../model/index.ts';
import type { Knowledge, Tokens } from '../world/index.ts';
import type { Occasion } from '../world/knowledge.ts';
import { type Clues, cluesOf, fitChronology, type Holder, heldPost, isNext } from './chronology.ts';
import { datelineDay } from './dateline-day.ts';
import type { Hits } from './match.ts';
import { shiftDay } from './people.ts';
import { resolveTime, type TimeMention } from './times/index.ts';
import { yearByWeekday } from './weekday-year.ts';

/** News comes out within a week of the latest day that it names. */
const NEWS_DAYS = 7;
/** A date that cannot be bounded to within this many days is not given. */
const WIDEST = 61;

/**
 * The publication date of a report that prints none: the narrowest interval that its own dated facts leave.
 * A named summit or conference (`occasions.tsv`) gives the year; days and months without a year are placed next to it.
 */
export function inferPublished(found: FoundTimes, knowledge: Knowledge): Published | null {
  const { text, tokens, hits, times } = found;
  const printed = datelineDay(text, times);
  if (printed) return printed;
  const clues = cluesOf(tokens, hits, times, knowledge, null);
  const occasion = latestOccasion(text, tokens, hits, clues.holders, knowledge);
  const explicit = latestExplicit(times);
  const floor =
    [occasion?.day, explicit?.day]
      .filter((day): day is string => day !== undefined)
      .sort()
      .at(-1) ?? null;
  const certain = occasion !== null || explicit?.toTheDay === true;
  const bare = [...times, ...found.teasers];
  return (
    (floor && certain ? nextTo(floor, occasion, explicit, text, bare) : null) ??
    yearByWeekday(found, clues.holders, floor, knowledge) ??
    fitted({ ...clues, floor }, knowledge)
  );
}

/** What the matcher and the time grammar found in a report. */
export interface FoundTimes {
  text: string;
  tokens: Tokens;
  hits: Hits;
  times: readonly TimeMention[];
  /** Times in teasers of other stories. */
  teasers: readonly TimeMention[];
}

/** Days and months without a year, placed next to a day that is certain. */
function nextTo(
  floor: string,
  occasion: DatedFact | null,
  explicit: TextDate | null,
  text: string,
  times: readonly TimeMention[],
): Published | null {
  const bare = latestBare(times, floor);
  // A date with its year may be years old: alone it bounds the report on one side only.
  if (!bare || bare.day === explicit?.day) return null;
  if (occasion?.tellsYear && explicit?.toTheDay !== true && !isNext(floor, bare.day)) return null;
  const earliest = bare.day > floor ? bare.day : floor;
  const yearEnd = `${earliest.slice(0, 4)}-12-31`;
  const limit = shiftDay(earliest, NEWS_DAYS);
  // A date told without its year is of the year of the report; in the last days of December it may be the year before.
  const latest = limit > yearEnd && shiftDay(earliest, 14) <= yearEnd ? yearEnd : limit;
  if (Date.parse(latest) - Date.parse(earliest) > WIDEST * 86_400_000) return null;
  const reasons = [
    occasion ? `year from ${occasion.name}` : explicit ? `after ${explicit.phrase(text)}` : null,
    `after ${bare.phrase(text)}`,
  ];
  return { earliest, latest, basis: 'inferred', time: null, why: reasons.filter(Boolean).join(', ') };
}

/** The day of a dated fact that the report fits, by its parties, its place and the day of the week. */
function fitted(clues: Clues, knowledge: Knowledge): Published | null {
  const fit = fitChronology(clues, knowledge);
  if (!fit) return null;
  // "On Monday" is the day before or of the report; a day told by its date may be a week old.
  const latest = clues.weekday === null ? shiftDay(fit.day, NEWS_DAYS) : fit.day;
  return { earliest: fit.day, latest, basis: 'inferred', time: null, why: fit.why };
}

interface DatedFact {
  day: string;
  name: string;
  /** Its name gives the year ("the 2020 election"): a report may speak of it years later. */
  tellsYear: boolean;
}

/** The latest summit or conference that the text names together with its place. */
function latestOccasion(
  text: string,
  tokens: Tokens,
  hits: Hits,
  holders: readonly Holder[],
  knowledge: Knowledge,
): DatedFact | null {
  const lower = text.toLowerCase();
  let latest: DatedFact | null = null;
  for (const hit of hits.occasions) {
    const named = text.slice(tokens.start[hit.from], tokens.end[hit.to - 1]);
    const occasion = theOne(
      hit,
      (place) => mentionsNearby(lower, tokens, hit.to, place, knowledge),
      holders,
      knowledge,
    );
    if (!occasion || (latest && occasion.from <= latest.day)) continue;
    latest = {
      day: occasion.from,
      name: `${named} in ${occasion.place} (${occasion.from})`,
      tellsYear: /\p{Nd}{4}/u.test(named),
    };
  }
  return latest;
}

/** Of the occasions of one name the one that the report can mean: by its place, then by who held which post then; null where several are left. */
function theOne(
  hit: Hits['occasions'][number],
  isNear: (place: string) => boolean,
  holders: readonly Holder[],
  knowledge: Knowledge,
): Occasion | null {
  const near = new Map<string, boolean>();
  const possible = hit.occasions.flatMap((index) => {
    const occasion = knowledge.occasions[index];
    if (!occasion || occasion.lasts) return [];
    const { place } = occasion;
    if (place !== '' && !near.has(place)) near.set(place, isNear(place));
    return place === '' || near.get(place) ? [occasion] : [];
  });
  if (possible.length < 2) return possible[0] ?? null;
  const held = possible.filter((occasion) => holders.every((holder) => heldPost(holder, occasion.from, knowledge)));
  return held.length === 1 ? (held[0] as Occasion) : null;
}

/** The place of an occasion stands within a sentence or so of its name. */
function mentionsNearby(lower: string, tokens: Tokens, at: number, place: string, knowledge: Knowledge): boolean {
  const from = Math.max(0, (tokens.start[at - 1] as number) - 200);
  const window = lower.slice(from, (tokens.start[at - 1] as number) + 200);
  return namesOfPlace(place, knowledge).some((name) => window.includes(name));
}

const placeNames = new WeakMap<Knowledge, Map<string, readonly string[]>>();

/** Every name of a place in small letters, by its English name. */
function namesOfPlace(place: string, knowledge: Knowledge): readonly string[] {
  let table = placeNames.get(knowledge);
  if (!table) {
    table = new Map();
    for (const { names } of [...knowledge.capitals, ...knowledge.places.toReversed()])
      table.set(
        names['en']?.[0] ?? '',
        Object.values(names)
          .flat()
          .map((name) => name.toLowerCase()),
      );
    placeNames.set(knowledge, table);
  }
  return table.get(place) ?? [place.toLowerCase()];
}

interface TextDate {
  day: string;
  /** The text gives the day, not only the month. */
  toTheDay: boolean;
  phrase(text: string): string;
}

/** The latest date with its year that the text gives, to the month at least. */
function latestExplicit(times: readonly TimeMention[]): TextDate | null {
  let latest: TextDate | null = null;
  for (const mention of times) {
    if (mention.value.kind !== 'date' || mention.value.year === null || mention.value.month === null) continue;
    const resolved = resolveTime(mention.value, { reference: null });
    if (!resolved?.earliest || resolved.earliest > '2100') continue;
    if (!latest || resolved.earliest > latest.day)
      latest = {
        day: resolved.earliest,
        toTheDay: mention.value.day !== null,
        phrase: (text) => `"${text.slice(mention.start, mention.end)}"`,
      };
  }
  return latest;
}

/** The latest day told without its year, placed next to a day that is certain. */
function latestBare(times: readonly TimeMention[], floor: string): TextDate | null {
  let latest: TextDate | null = null;
  for (const mention of times) {
    const { value } = mention;
    if (value.kind !== 'date' || value.year !== null || value.month === null || value.day === null) continue;
    const day = nearest(value.month, value.day, floor);
    if (day >= floor && (!latest || day > latest.day))
      latest = { day, toTheDay: true, phrase: (text) => `"${text.slice(mention.start, mention.end)}"` };
  }
  return latest;
}

function nearest(month: number, day: number, floor: string): string {
  const year = Number(floor.slice(0, 4));
  const two = (value: number): string => String(value).padStart(2, '0');
  const candidates = [year - 1, year, year + 1].map((candidate) => `${candidate}-${two(month)}-${two(day)}`);
  const distance = (candidate: string): number => Math.abs(Date.parse(candidate) - Date.parse(floor));
  return candidates.reduce((best, candidate) => (distance(candidate) < distance(best) ? candidate : best));
}
