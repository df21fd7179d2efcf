import type { ActMode } from '../model/index.ts';
import type { ActFacts } from './actFacts.ts';
import { gapDays, width } from './days.ts';
import { similarity } from './similarity.ts';

/** One thing that speaks for or against two acts being one event. */
interface Part {
  score: number;
  reason?: string;
}

/** How far two acts are one event. */
export interface Comparison {
  score: number;
  parts: readonly Part[];
}

/** From this score on two acts are linked. */
export const LINK = 3;

/** One point is about what a shared pair of parties says alone. */
const POINTS = {
  samePeople: 2,
  onePerson: 1,
  sameMode: 1,
  samePlace: 1,
  otherPlace: -1,
  topic: 0.3,
  subtype: 0.5,
  bothCore: 0.3,
  unlikeCore: -0.2,
  otherStatus: -0.6,
  story: 3.5,
} as const;

/**
 * Compares two acts of different reports.
 * @returns null when they cannot be one event, whatever else speaks for it
 */
export function compareActs(a: ActFacts, b: ActFacts): Comparison | null {
  if (a.kind !== b.kind) return null;
  if (a.report === b.report && !repeats(a, b)) return null;
  const parties = compareParties(a, b);
  if (!parties || modesClash(a.act.mode, b.act.mode)) return null;
  const people = comparePeople(a, b);
  if (!people) return null;
  const parts: Part[] = [parties, people, ...compareRest(a, b)];
  // Reports are compared only where it can matter: it is by far the dearest part.
  if (sum(parts) + POINTS.story + MOST_FOR_TIME < LINK) return UNLIKELY;
  const story = a.report === b.report ? 1 : similarity(a.report, b.report);
  parts.push({ score: POINTS.story * story, reason: story > 0.3 ? `reports alike ${story.toFixed(2)}` : undefined });
  const time = compareTime(a, b, sum(parts));
  if (!time) return null;
  parts.push(time);
  return { score: sum(parts), parts };
}

/** What spoke for two acts being one event, for `readout why`. */
export function reasonsOf(a: ActFacts, b: ActFacts): string[] {
  return compareActs(a, b)?.parts.flatMap(({ reason }) => reason ?? []) ?? [];
}

/** They do not exclude each other, and no likeness of their reports could link them. */
const UNLIKELY: Comparison = { score: 0, parts: [] };

const MOST_FOR_TIME = 2;

function sum(parts: readonly Part[]): number {
  return parts.reduce((total, { score }) => total + score, 0);
}

/** In one report two meetings on the same day between the same people are one that it tells twice; other acts it keeps apart. */
function repeats(a: ActFacts, b: ActFacts): boolean {
  if (a.kind !== 'MEETING' || !a.when || !b.when) return false;
  return width(a.when) === 1 && a.when.first === b.when.first && a.when.last === b.when.last;
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

function compareParties(a: ActFacts, b: ActFacts): Part | null {
  if (a.symmetric) return compareSets(a.parties, b.parties, isMultilateral(a) && isMultilateral(b));
  const from = compareSets(a.act.from, b.act.from, false);
  const to = compareSets(a.act.to, b.act.to, false);
  if (!from || !to) return null;
  return {
    score: Math.min(from.score, to.score),
    reason: from.score + to.score === 2 ? 'same sides' : 'sides overlap',
  };
}

function isMultilateral({ act }: ActFacts): boolean {
  return act.mode === 'multilateral' || act.mode === null;
}

function compareSets(a: readonly string[], b: readonly string[], mayOverlap: boolean): Part | null {
  const shared = a.filter((party) => b.includes(party)).length;
  if (shared === 0) return null;
  if (shared === a.length && shared === b.length) return { score: 1, reason: 'same parties' };
  if (shared === Math.min(a.length, b.length))
    return { score: shared > 1 ? 0.7 : 0.4, reason: 'parties of one within the other' };
  return mayOverlap && shared >= 2 ? { score: 0.2, reason: `${shared} parties shared` } : null;
}

function comparePeople(a: ActFacts, b: ActFacts): Part | null {
  const shared = [...a.people].filter((person) => b.people.has(person)).length;
  if (shared >= 2) return { score: POINTS.samePeople, reason: 'same people' };
  const both = a.people.size > 0 && b.people.size > 0;
  // Two who meet in one report and two others in the other: ministers are not presidents.
  if (both && a.kind === 'MEETING' && rival(a, b)) return null;
  if (shared === 1) return { score: POINTS.onePerson, reason: 'one person shared' };
  return { score: both ? -1 : 0 };
}

/** Whether for some party both reports name a person, and not the same: then somebody else was there. */
function rival(a: ActFacts, b: ActFacts): boolean {
  return (['from', 'to'] as const).some((side) => {
    const here = new Set(a.act.people.filter((person) => person.side === side).map(({ id }) => id));
    const where = sideOf(b, a.act[side], side);
    const there = b.act.people.filter((person) => person.side === where).map(({ id }) => id);
    return here.size > 0 && there.length > 0 && !there.some((id) => here.has(id));
  });
}

/** The side of an act on which these parties stand; a symmetric act may put them on either. */
function sideOf(facts: ActFacts, parties: readonly string[], side: 'from' | 'to'): 'from' | 'to' {
  const other = side === 'from' ? 'to' : 'from';
  const on = (which: 'from' | 'to') => facts.act[which].filter((party) => parties.includes(party)).length;
  return facts.symmetric && on(other) > on(side) ? other : side;
}

function compareRest(a: ActFacts, b: ActFacts): Part[] {
  const topics = a.act.topics.filter((topic) => b.act.topics.includes(topic)).length;
  const parts: Part[] = [
    { score: Math.min(3, topics) * POINTS.topic, reason: topics > 0 ? 'topics shared' : undefined },
  ];
  if (a.act.mode && a.act.mode === b.act.mode) parts.push({ score: POINTS.sameMode, reason: `both ${a.act.mode}` });
  if (a.act.subtype && a.act.subtype === b.act.subtype)
    parts.push({ score: POINTS.subtype, reason: `both ${a.act.subtype}` });
  if (a.act.status !== b.act.status) parts.push({ score: a.kind === 'MEETING' ? 0 : POINTS.otherStatus });
  parts.push({ score: a.act.core !== b.act.core ? POINTS.unlikeCore : a.act.core ? POINTS.bothCore : 0 });
  parts.push(comparePlaces(a, b));
  return parts;
}

function comparePlaces(a: ActFacts, b: ActFacts): Part {
  const [here, there] = [a.act.place, b.act.place];
  if (!here || !there) return { score: 0 };
  if (here.id === there.id) return { score: POINTS.samePlace, reason: `both in ${here.name}` };
  return { score: here.country === there.country ? 0 : POINTS.otherPlace };
}

/** So much other evidence lets two reports differ about the day of one event. */
const CERTAIN = 4.5;
const DISPUTE_DAYS = 1;

function compareTime(a: ActFacts, b: ActFacts, evidence: number): Part | null {
  if (!a.when || !b.when) return compareUndated(a, b);
  const gap = gapDays(a.when, b.when);
  if (gap > DISPUTE_DAYS) return null;
  if (gap > 0) return evidence >= CERTAIN ? { score: 0, reason: 'the day is disputed' } : null;
  const widest = Math.max(width(a.when), width(b.when));
  const narrow = Math.min(width(a.when), width(b.when));
  if (widest === 1) return { score: 2, reason: 'same day' };
  if (widest <= 7) return { score: 1.5, reason: 'same days' };
  if (widest <= 31) return { score: narrow === widest ? 1.5 : 1, reason: 'same month' };
  return { score: narrow === widest ? 1 : 0.3, reason: 'times overlap' };
}

/** With a date missing, publication stands in: news of the same days may be one event, and only likeness shows that it is. */
function compareUndated(a: ActFacts, b: ActFacts): Part | null {
  const gap = gapDays(a.window, b.window);
  if (gap > 0) return null;
  const published = a.report.published && b.report.published ? gapDays(a.report.published, b.report.published) : 0;
  return { score: published <= 3 ? 0.4 : published <= 10 ? 0 : -0.7 };
}
