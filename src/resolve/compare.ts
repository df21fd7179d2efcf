import type { ActMode } from '../model/index.ts';
import type { ActFacts } from './actFacts.ts';
import { mayMeet, mostApart } from './candidates.ts';
import { type DayRange, gapDays, width } from './days.ts';
import { clashingUnit } from './figures.ts';
import { likeness } from './reportSketch.ts';
import { countShared } from './sharedValues.ts';

/** Hears of each thing that speaks for or against two acts being one event; points of minus infinity are a veto. */
export type Note = (points: number, reason: string) => void;

/** The two cannot be one event, whatever else speaks for it. */
export const VETO = Number.NEGATIVE_INFINITY;

/** From this score on two acts are linked. */
export const LINK = 3;

/** One point is about what a shared pair of parties says alone. */
const POINTS = {
  sameParties: 1,
  partiesWithin: 0.7,
  onePartyWithin: 0.4,
  partiesOverlap: 0.2,
  samePeople: 2,
  onePerson: 1,
  otherPeople: -1,
  sameMode: 1,
  samePlace: 1,
  otherPlace: -1,
  topic: 0.3,
  figure: 0.7,
  subtype: 0.5,
  bothCore: 0.3,
  unlikeCore: -0.2,
  otherStatus: -0.6,
  story: 3.5,
  sameDay: 2,
  sameDays: 1.5,
  sameMonth: 1,
  sameLongTime: 1,
  timesOverlap: 0.3,
  sameNews: 0.4,
  oldNews: -0.7,
  unknownTime: -2.5,
} as const;

/** So much other evidence lets two reports differ about a day or a figure of one event. */
const CERTAIN = 4.5;
/** Two reports so alike tell one story: then a call and a meeting of the same people on the same day are one, disputed. */
const SAME_STORY = 0.7;
/** So alike, two reports without a date may be news of the same days. */
const LIKE_NEWS = 0.3;
const MOST_TOPICS = 3;
const MOST_FIGURES = 2;

/**
 * Compares two acts. Depends on the two and their reports alone, so that links stay as they are when others come.
 * @param a the one with the smaller key
 * @param note hears of each part of the score; without it nothing is put in words
 * @returns the score, or {@link VETO}
 */
export function compareActs(a: ActFacts, b: ActFacts, note?: Note): number {
  if (a.deed.kind !== b.deed.kind) return veto(note, 'different kinds of deed');
  if (a.report === b.report && !repeats(a, b)) return veto(note, 'one report tells them as two');
  if (!mayMeet(a, b)) return neverMeet(a, b, note);
  const parties = compareParties(a, b, note);
  if (parties === VETO) return VETO;
  const people = comparePeople(a, b, note);
  if (people === VETO) return VETO;
  const rest = parties + people + compareRest(a, b, note);
  const clash = modesClash(a.deed.mode, b.deed.mode);
  // Reports are compared only where it can matter: it is by far the dearest part.
  if (!clash && !note && rest + POINTS.story + POINTS.sameDay < LINK) return 0;
  const alike = likeness(a.report, b.report);
  if (clash && !(alike >= SAME_STORY && sameDay(a, b) && people >= POINTS.samePeople))
    return veto(note, both(a.deed.mode, b.deed.mode, 'and'));
  if (clash) note?.(0, `${both(a.deed.mode, b.deed.mode, 'or')} is disputed`);
  const story = POINTS.story * alike;
  if (alike > 0.3) note?.(story, `reports alike ${alike.toFixed(2)}`);
  const score = compareTime(a, b, rest + story, note);
  return score === VETO ? VETO : withFigures(a, b, score, note);
}

/** Figures that cannot be the same are a veto, or a dispute where the two are certainly one. */
function withFigures(a: ActFacts, b: ActFacts, score: number, note?: Note): number {
  const unit = clashingUnit(a.figures, b.figures);
  if (unit === null) return score;
  if (score < CERTAIN) return veto(note, `other figures: ${unit}`);
  note?.(0, `the figure is disputed: ${unit}`);
  return score;
}

/** The parts of a comparison in words, for `readout why`. */
export function reasonsOf(a: ActFacts, b: ActFacts): { points: number; reason: string }[] {
  const parts: { points: number; reason: string }[] = [];
  compareActs(a, b, (points, reason) => parts.push({ points, reason }));
  return parts;
}

/** Days that clash are a veto; times too wide to compare by only say nothing. */
function neverMeet(a: ActFacts, b: ActFacts, note?: Note): number {
  const clash = a.when && b.when ? gapDays(a.when, b.when) > 0 : tooOld(a, b) || tooOld(b, a);
  if (clash) return veto(note, apartInTime(a, b));
  note?.(0, apartInTime(a, b));
  return 0;
}

/** Two values in words, the same whichever comes first. */
function both(a: string | null, b: string | null, joiner: string): string {
  return [a, b].sort().join(` ${joiner} `);
}

function veto(note: Note | undefined, reason: string): number {
  note?.(VETO, reason);
  return VETO;
}

/** In one report two meetings on the same day between the same people are one that it tells twice; other acts it keeps apart. */
function repeats(a: ActFacts, b: ActFacts): boolean {
  return a.deed.kind === 'MEETING' && sameDay(a, b);
}

function sameDay(a: ActFacts, b: ActFacts): boolean {
  return a.when !== null && b.when !== null && width(a.when) === 1 && sameRange(a.when, b.when);
}

function sameRange(a: DayRange, b: DayRange): boolean {
  return a.first === b.first && a.last === b.last;
}

/** Remote talks are not held in a room; a letter is neither. Nothing said fits everything. */
const MANNER: Record<ActMode, string> = {
  phone: 'remote',
  video: 'remote',
  visit: 'room',
  meeting: 'room',
  multilateral: 'room',
  letter: 'letter',
};

function modesClash(a: ActMode | null, b: ActMode | null): boolean {
  if (!a || !b || a === b) return false;
  // A video conference of many is multilateral and remote at once.
  if ((a === 'multilateral' && b === 'video') || (a === 'video' && b === 'multilateral')) return false;
  return MANNER[a] !== MANNER[b];
}

function compareParties(a: ActFacts, b: ActFacts, note?: Note): number {
  let points: number;
  if (a.deed.symmetric) points = compareSets(a.sides.parties, b.sides.parties, isMultilateral(a) && isMultilateral(b));
  else points = Math.min(compareSets(a.sides.from, b.sides.from, false), compareSets(a.sides.to, b.sides.to, false));
  if (points === VETO) return veto(note, a.deed.symmetric ? 'other parties' : 'other sides');
  note?.(points, points === POINTS.sameParties ? 'same parties' : 'parties overlap');
  return points;
}

function isMultilateral({ deed: { mode } }: ActFacts): boolean {
  return mode === 'multilateral' || mode === null;
}

function compareSets(a: readonly string[], b: readonly string[], mayOverlap: boolean): number {
  // One list for equal sets: see SharedValues.
  if (a === b && a.length > 0) return POINTS.sameParties;
  const shared = countShared(a, b);
  if (shared === 0) return VETO;
  if (shared === a.length && shared === b.length) return POINTS.sameParties;
  if (shared === Math.min(a.length, b.length)) return shared > 1 ? POINTS.partiesWithin : POINTS.onePartyWithin;
  return mayOverlap && shared >= 2 ? POINTS.partiesOverlap : VETO;
}

function comparePeople(a: ActFacts, b: ActFacts, note?: Note): number {
  if (a.people.all.length === 0 || b.people.all.length === 0) return 0;
  const shared = countShared(a.people.all, b.people.all);
  if (shared >= 2) {
    note?.(POINTS.samePeople, 'same people');
    return POINTS.samePeople;
  }
  // Two who meet in one report and two others in the other: ministers are not presidents.
  if (a.deed.kind === 'MEETING' && rival(a, b)) return veto(note, 'other people');
  const points = shared === 1 ? POINTS.onePerson : POINTS.otherPeople;
  note?.(points, shared === 1 ? 'one person shared' : 'other people');
  return points;
}

/** Whether on some side both reports name people, and none of them the same: then somebody else was there. */
function rival(a: ActFacts, b: ActFacts): boolean {
  const turned = a.deed.symmetric && isTurned(a, b);
  const [from, to] = turned ? [b.people.to, b.people.from] : [b.people.from, b.people.to];
  const [fromParties, toParties] = turned ? [b.sides.to, b.sides.from] : [b.sides.from, b.sides.to];
  return (
    (isOne(a.sides.from, fromParties) && noneShared(a.people.from, from)) ||
    (isOne(a.sides.to, toParties) && noneShared(a.people.to, to))
  );
}

/** Two may be there for the two states of a side: only where a side is one party does one person stand for another. */
function isOne(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 1 && b.length === 1 && a[0] === b[0];
}

/** A symmetric act may put the same parties on either side. */
function isTurned(a: ActFacts, b: ActFacts): boolean {
  return (
    countShared(a.sides.from, b.sides.to) + countShared(a.sides.to, b.sides.from) >
    countShared(a.sides.from, b.sides.from) + countShared(a.sides.to, b.sides.to)
  );
}

function noneShared(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && countShared(a, b) === 0;
}

function compareRest(a: ActFacts, b: ActFacts, note?: Note): number {
  const topics = Math.min(MOST_TOPICS, countShared(a.topics, b.topics)) * POINTS.topic;
  if (topics > 0) note?.(topics, 'topics shared');
  const mode = a.deed.mode && a.deed.mode === b.deed.mode ? POINTS.sameMode : 0;
  if (mode > 0) note?.(mode, `both ${a.deed.mode}`);
  const subtype = a.deed.subtype && a.deed.subtype === b.deed.subtype ? POINTS.subtype : 0;
  if (subtype > 0) note?.(subtype, `both ${a.deed.subtype}`);
  const status = a.deed.status === b.deed.status || a.deed.kind === 'MEETING' ? 0 : POINTS.otherStatus;
  if (status < 0) note?.(status, both(a.deed.status, b.deed.status, 'and'));
  const core = a.deed.core !== b.deed.core ? POINTS.unlikeCore : a.deed.core ? POINTS.bothCore : 0;
  if (core !== 0) note?.(core, core > 0 ? 'news in both' : 'news in one, background in the other');
  return topics + mode + subtype + status + core + comparePlaces(a, b, note) + compareFigures(a, b, note);
}

function comparePlaces(a: ActFacts, b: ActFacts, note?: Note): number {
  if (!a.place || !b.place) return 0;
  if (a.place.id === b.place.id) {
    note?.(POINTS.samePlace, `both in ${a.place.id}`);
    return POINTS.samePlace;
  }
  if (a.place.country === b.place.country) return 0;
  note?.(POINTS.otherPlace, 'other places');
  return POINTS.otherPlace;
}

function compareFigures(a: ActFacts, b: ActFacts, note?: Note): number {
  const shared = Math.min(MOST_FIGURES, countShared(a.figures, b.figures)) * POINTS.figure;
  if (shared > 0) note?.(shared, 'figures shared');
  return shared;
}

function compareTime(a: ActFacts, b: ActFacts, evidence: number, note?: Note): number {
  if (!a.when || !b.when) return compareUndated(a, b, evidence, note);
  const gap = gapDays(a.when, b.when);
  if (gap > 0) {
    if (gap > mostApart(a.when, b.when)) return veto(note, apartInTime(a, b));
    const given = a.when.given && b.when.given;
    if (given && evidence < CERTAIN) return veto(note, apartInTime(a, b));
    const points = given ? 0 : POINTS.sameNews;
    note?.(points, given ? 'the day is disputed' : 'news within days, and the day is not given');
    return evidence + points;
  }
  const [points, reason] = timesAgree(a.when, b.when);
  note?.(points, reason);
  return evidence + points;
}

function timesAgree(a: DayRange, b: DayRange): readonly [number, string] {
  const widest = Math.max(width(a), width(b));
  const same = sameRange(a, b);
  if (widest === 1) return SAME_DAY;
  if (widest <= 7) return SAME_DAYS;
  if (widest <= 31) return same ? SAME_DAYS : SAME_MONTH;
  return same ? SAME_LONG_TIME : TIMES_OVERLAP;
}

const SAME_DAY = [POINTS.sameDay, 'same day'] as const;
const SAME_DAYS = [POINTS.sameDays, 'same days'] as const;
const SAME_MONTH = [POINTS.sameMonth, 'same month'] as const;
const SAME_LONG_TIME = [POINTS.sameLongTime, 'same long time'] as const;
const TIMES_OVERLAP = [POINTS.timesOverlap, 'times overlap'] as const;

/** An undated act of the news itself is this fresh; of the background, it may be older. */
const FRESH_DAYS = 14;
const PAST_DAYS = 400;

/** With a date missing, publication stands in: news of the same days may be one event, and only likeness shows that it is. */
function compareUndated(a: ActFacts, b: ActFacts, evidence: number, note?: Note): number {
  if (tooOld(a, b) || tooOld(b, a)) return veto(note, apartInTime(a, b));
  const [one, other] = [a.report.published, b.report.published];
  if (!one || !other) {
    // Without any time, only reports of one story can tell one event: two leaders speak on many days.
    const sameNews = likeness(a.report, b.report) >= LIKE_NEWS;
    note?.(sameNews ? POINTS.sameNews : POINTS.unknownTime, sameNews ? 'news alike' : 'nothing says when');
    return evidence + (sameNews ? POINTS.sameNews : POINTS.unknownTime);
  }
  const apart = gapDays(one, other);
  const points = apart <= 3 ? POINTS.sameNews : apart <= 10 ? 0 : POINTS.oldNews;
  if (points !== 0) note?.(points, points > 0 ? 'published within days' : 'published far apart');
  return evidence + points;
}

/** Whether a dated act lies outside the time in which an undated one can have been. */
function tooOld({ when }: ActFacts, { when: none, deed, report }: ActFacts): boolean {
  if (!when || none || !report.published) return false;
  const { first, last } = report.published;
  return when.last < first - (deed.core ? FRESH_DAYS : PAST_DAYS) || when.first > last + FRESH_DAYS;
}

function apartInTime({ when: a }: ActFacts, { when: b }: ActFacts): string {
  if (!a || !b) return 'other times';
  const gap = gapDays(a, b);
  return gap > 0 ? `${gap} ${gap === 1 ? 'day' : 'days'} apart` : 'times too wide, and not news of the same days';
}
