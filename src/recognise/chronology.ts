import type { Knowledge, NameEntry, Tokens } from '../world/index.ts';
import type { Occasion, Person } from '../world/knowledge.ts';
import { KIND } from '../world/sense-kinds.ts';
import { BREAK } from '../world/tokenise.ts';
import type { Hits } from './match.ts';
import { isHeld, shiftDay } from './people.ts';
import { fitsRole } from './roles.ts';
import type { TimeMention } from './times/index.ts';

/** How many tokens from the beginning tell what a report is news about. */
const LEAD = 160;
/** How many days after a summit, a round of talks or a call a report still says "on Monday" of what followed. */
const AFTERMATH = 4;
/** What each day after its end takes from the fit of an occasion: of two rounds of talks, the one just over. */
const AFTER_COST = 0.2;
/** Within so many days of the latest thing that a report dates, an occasion is the more likely one. */
const SOON = 75;

/** What the beginning of a report says of when it was written, without a date. */
export interface Clues {
  /** Actor codes that its beginning names. */
  actors: ReadonlySet<string>;
  /** Actor codes that its first line names. */
  headline: ReadonlySet<string>;
  /** Countries and places that its beginning names, by English name and by code. */
  places: ReadonlySet<string>;
  /** People it names with the post they hold. */
  holders: readonly Holder[];
  /** The first day of the week it names, Monday 1 … Sunday 7. */
  weekday: number | null;
  /** Days that it tells without their year, as `MM-DD`. */
  days: ReadonlySet<string>;
  /** Occasions it names, by index. */
  named: ReadonlySet<number>;
  /** No earlier than this day, where the text dates something. */
  floor: string | null;
}

/** Somebody with the post that the words before the name give. */
export interface Holder {
  person: Person;
  role: string;
}

/** A dated fact that a report fits, and the day it gives the report. */
export interface Fit {
  day: string;
  why: string;
}

/** Collects the clues of a report from what the matcher found. */
export function cluesOf(
  tokens: Tokens,
  hits: Hits,
  times: readonly TimeMention[],
  knowledge: Knowledge,
  floor: string | null,
): Clues {
  const actors = new Set<string>();
  const headline = new Set<string>();
  const headlineEnd = tokens.kind.indexOf(BREAK);
  const places = new Set<string>();
  const named = new Set<number>();
  const holders: Holder[] = [];
  for (const hit of hits.occasions) for (const index of hit.occasions) named.add(index);
  const roles = rolesBefore(hits);
  for (const hit of hits.names) {
    for (const entry of hit.entries) {
      if (hit.from > LEAD) continue;
      for (const actor of actorsOf(entry, knowledge)) {
        actors.add(actor);
        if (hit.from < headlineEnd) headline.add(actor);
      }
      for (const place of placesOf(entry, knowledge)) places.add(place);
      const role = roles.get(hit.from);
      if (entry.kind === 'person' && role !== undefined)
        holders.push({ person: knowledge.people[entry.ref] as Person, role });
    }
  }
  return { actors, headline, places, holders, weekday: weekdayOf(tokens, times), days: daysOf(times), named, floor };
}

/** The role that stands before a token, at once or with the state between: "President Biden", "Tổng thống Mỹ Biden". */
function rolesBefore(hits: Hits): Map<number, string> {
  const roles = new Map<number, string>();
  for (const hit of hits.words)
    if ((hit.kinds & KIND.post) !== 0)
      for (const sense of hit.senses) if (sense.kind === 'post') roles.set(hit.to, sense.role);
  for (const hit of hits.names) {
    const role = roles.get(hit.from);
    if (role !== undefined && hit.entries.some(({ kind }) => kind === 'state' || kind === 'adjective'))
      roles.set(hit.to, role);
  }
  return roles;
}

function actorsOf(entry: NameEntry, knowledge: Knowledge): string[] {
  const { ref } = entry;
  if (entry.kind === 'person') return [...new Set((knowledge.people[ref] as Person).posts.map((post) => post.actor))];
  if (entry.kind === 'office') return [knowledge.offices[ref]?.actor ?? ''];
  const list = {
    state: knowledge.states,
    adjective: knowledge.adjectives,
    capital: knowledge.capitals,
    organisation: knowledge.organisations,
  }[entry.kind as 'state'];
  return list ? [list[ref]?.id ?? ''] : [];
}

function placesOf(entry: NameEntry, knowledge: Knowledge): string[] {
  const { ref } = entry;
  if (entry.kind === 'place') return [knowledge.places[ref]?.name ?? '', knowledge.places[ref]?.country ?? ''];
  if (entry.kind === 'capital')
    return [knowledge.capitals[ref]?.names['en']?.[0] ?? '', knowledge.capitals[ref]?.id ?? ''];
  if (entry.kind === 'state') return [knowledge.states[ref]?.id ?? ''];
  return [];
}

function weekdayOf(tokens: Tokens, times: readonly TimeMention[]): number | null {
  const limit = tokens.start[Math.min(LEAD, tokens.count - 1)] ?? 0;
  for (const mention of times) {
    if (mention.start > limit) return null;
    if (mention.value.kind === 'weekday' && mention.value.which === null) return mention.value.weekday;
    if (mention.value.kind === 'date' && mention.value.weekday !== null) return mention.value.weekday;
  }
  return null;
}

function daysOf(times: readonly TimeMention[]): Set<string> {
  const days = new Set<string>();
  for (const { value } of times)
    if (value.kind === 'date' && value.year === null && value.month !== null && value.day !== null)
      days.add(`${String(value.month).padStart(2, '0')}-${String(value.day).padStart(2, '0')}`);
  return days;
}

/** A dated fact with what is asked of it for every report. */
interface Entry {
  index: number;
  occasion: Occasion;
  parties: readonly string[];
  /** Code of the country that its place is in; empty for a call. */
  host: string;
}

/** The chronology by number and by first party, so that a report is held only against what its own actors did. */
interface Chronology {
  byIndex: ReadonlyMap<number, Entry>;
  byParty: ReadonlyMap<string, readonly Entry[]>;
}

const chronologies = new WeakMap<Knowledge, Chronology>();

function chronologyOf(knowledge: Knowledge): Chronology {
  const known = chronologies.get(knowledge);
  if (known) return known;
  const hosts = new Map(knowledge.capitals.map((capital) => [capital.names['en']?.[0] ?? '', capital.id]));
  for (const place of knowledge.places.toReversed()) hosts.set(place.name, place.country);
  const entries = knowledge.occasions.flatMap((occasion, index): Entry[] => {
    if (occasion.lasts) return [];
    const parties = occasion.actor.split(' ').filter(Boolean);
    return [{ index, occasion, parties, host: occasion.place === '' ? '' : (hosts.get(occasion.place) ?? '') }];
  });
  const chronology = {
    byIndex: new Map(entries.map((entry) => [entry.index, entry])),
    byParty: Map.groupBy(entries, ({ parties }) => parties[0] ?? ''),
  };
  chronologies.set(knowledge, chronology);
  return chronology;
}

/** Occasions that the report names, and, where its first line names two actors, those whose parties it all names. */
function candidatesOf({ actors, headline, named }: Clues, { byIndex, byParty }: Chronology): Set<Entry> {
  const candidates = new Set([...named].flatMap((index) => byIndex.get(index) ?? []));
  if (headline.size < 2) return candidates;
  for (const actor of actors)
    for (const entry of byParty.get(actor) ?? [])
      if (entry.parties.every((party) => actors.has(party))) candidates.add(entry);
  return candidates;
}

/** The one dated fact of the chronology that a report fits, or null where none or several do. */
export function fitChronology(clues: Clues, knowledge: Knowledge): Fit | null {
  if (clues.weekday === null && clues.days.size === 0) return null;
  let best: { score: number; day: string; occasion: Occasion } | null = null;
  let rival = false;
  for (const entry of candidatesOf(clues, chronologyOf(knowledge))) {
    const { occasion } = entry;
    const fit = scoreOf(clues, entry, knowledge);
    const day = fit > 0 ? dayOf(clues, occasion) : null;
    if (!day) continue;
    const score = fit - AFTER_COST * daysAfter(day, occasion.to) + (isNext(clues.floor, occasion.from) ? 1 : 0);
    if (!best || score > best.score) {
      best = { score, day, occasion };
      rival = false;
    } else if (score === best.score && day !== best.day) rival = true;
  }
  if (!best || rival) return null;
  const { day, occasion } = best;
  return {
    day,
    why: `the report fits ${occasion.names['en']?.[0] ?? occasion.id}${occasion.place ? ` in ${occasion.place}` : ''}, ${occasion.from}`,
  };
}

/** How well a report fits an occasion: its parties, its place, its name; 0 when something speaks against it. */
function scoreOf(clues: Clues, { occasion, index, parties, host }: Entry, knowledge: Knowledge): number {
  const present = parties.filter((party) => clues.actors.has(party)).length;
  const isNamed = clues.named.has(index);
  if (present < parties.length && !(isNamed && present > 0)) return 0;
  // The first line says whom it is about: those must be the parties, and nobody else.
  if (
    !isNamed &&
    (clues.headline.size < 2 || ![...clues.headline].every((actor) => parties.includes(actor) || actor === host))
  )
    return 0;
  if (clues.floor && occasion.to < clues.floor) return 0;
  if (!clues.holders.every((holder) => heldPost(holder, occasion.from, knowledge))) return 0;
  const place = occasion.place !== '' && clues.places.has(occasion.place);
  // That a party is named does not say that it was the host.
  const country = host !== '' && !parties.includes(host) && clues.places.has(host);
  // Without its place or its name, two parties alone would fit too much: a call has no place, and must fit all else.
  if (!place && !country && !isNamed && occasion.place !== '') return 0;
  return present + (isNamed ? 2 : 0) + (place ? 2 : country ? 1 : 0);
}

/** Whether somebody held the post that the report names, or one that it can mean by its word, on a day. */
export function heldPost({ person, role }: Holder, day: string, knowledge: Knowledge): boolean {
  return person.posts.some((post) => isHeld(post, day) && fitsRole(post, role, knowledge));
}

/** The day of the report: the weekday it begins with, on or soon after the occasion; a call must be of that very day. */
function dayOf(clues: Clues, occasion: Occasion): string | null {
  if (clues.weekday === null) return dayTold(clues, occasion);
  const last = occasion.place === '' ? occasion.to : shiftDay(occasion.to, AFTERMATH);
  for (let day = occasion.from; day <= last; day = shiftDay(day, 1))
    if ((new Date(`${day}T00:00:00Z`).getUTCDay() || 7) === clues.weekday) return day;
  return null;
}

/** The day of an occasion that the report tells without its year. */
function dayTold(clues: Clues, occasion: Occasion): string | null {
  for (let day = occasion.to; day >= occasion.from; day = shiftDay(day, -1))
    if (clues.days.has(day.slice(5))) return day;
  return null;
}

function daysAfter(day: string, end: string): number {
  return Math.max(0, (Date.parse(day) - Date.parse(end)) / 86_400_000);
}

/** A day follows soon upon what the report itself dates. */
export function isNext(floor: string | null, from: string): boolean {
  return floor !== null && from <= shiftDay(floor, SOON);
}
