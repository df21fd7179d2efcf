import type { ActFacts } from './actFacts.ts';
import { type DayRange, gapDays, NEWS_DAYS, type Told, width } from './days.ts';

/** Two reports may differ by so much about the day of one event. */
const DISPUTE_DAYS = 1;
/** News is told so long after: the day of the news may be so far from the day itself. */
const NEWS_OF_DAYS = 2;
/** From more than a month on a time says too little to meet by: publication does. */
const NARROW_DAYS = 31;
/** A report whose publication is not known can be of any day. */
const ANY_DAY: DayRange = { first: 0, last: 40_000 };
/** A summit of twenty would make 190 pairs: there the first parties say enough. */
const MOST_PARTIES = 8;

/** A stretch of days in which an act stands under a key; acts of one event meet where keys are equal and days come near. */
export interface Place extends DayRange {
  block: string;
}

/** Whether an act says too little of its time to be looked up by it. */
function isVague({ when }: ActFacts): boolean {
  return !when || width(when) > NARROW_DAYS;
}

/** Days between which two dated acts may still be one event: more when one of them has its day only from the news. */
export function mostApart(a: Told, b: Told): number {
  return a.given && b.given ? DISPUTE_DAYS : NEWS_OF_DAYS;
}

/**
 * Whether two acts may be compared at all, by their times. An act with a day meets what happened within days of it; one
 * without meets news of the same days, or acts that give the very same long time.
 */
export function mayMeet(a: ActFacts, b: ActFacts): boolean {
  if (a.when && b.when && !isVague(a) && !isVague(b)) return gapDays(a.when, b.when) <= mostApart(a.when, b.when);
  return gapDays(publishedOf(a), publishedOf(b)) <= NEWS_DAYS || sameTime(a, b);
}

function publishedOf({ report }: ActFacts): DayRange {
  return report.published ?? ANY_DAY;
}

function sameTime(a: ActFacts, b: ActFacts): boolean {
  return a.when !== null && b.when !== null && a.when.first === b.when.first && a.when.last === b.when.last;
}

/** The pairs of parties under which an act can meet others; a party alone when there is but one. */
export function pairsOf(parties: readonly string[]): readonly string[] {
  if (parties.length < 2) return parties;
  const some = parties.slice(0, MOST_PARTIES);
  return some.flatMap((one, index) => some.slice(index + 1).map((other) => `${one} ${other}`));
}

/** Where the store keeps an act, so that later ones find it. */
export function placesOf(facts: ActFacts): Place[] {
  const { when } = facts;
  const published = daysOf(publishedOf(facts));
  return pairsOf(facts.sides.parties).flatMap((pair): Place[] => {
    const block = `${facts.deed.kind} ${pair}`;
    if (!isVague(facts)) return [at(block, 'day', when as DayRange), at(block, 'dated', published)];
    return [at(block, 'vague', published), ...(when ? [at(block, 'time', when)] : [])];
  });
}

/** Where the store looks for those that an act may meet. */
export function placesToLook(facts: ActFacts): Place[] {
  const { when } = facts;
  const published = wider(daysOf(publishedOf(facts)), NEWS_DAYS);
  return pairsOf(facts.sides.parties).flatMap((pair): Place[] => {
    const block = `${facts.deed.kind} ${pair}`;
    const vague = at(block, 'vague', published);
    if (!isVague(facts)) return [at(block, 'day', wider(when as DayRange, NEWS_OF_DAYS)), vague];
    return [vague, at(block, 'dated', published), ...(when ? [at(block, 'time', when)] : [])];
  });
}

function at(block: string, lane: string, { first, last }: DayRange): Place {
  return { block: `${block} ${lane}`, first, last };
}

function wider({ first, last }: DayRange, days: number): DayRange {
  return { first: first - days, last: last + days };
}

function daysOf({ first, last }: DayRange): DayRange {
  return { first: Math.max(first, ANY_DAY.first), last: Math.min(last, ANY_DAY.last) };
}

/** Shows each pair of acts that may be one event, once; as places in the list, the smaller first. */
export function eachCandidate(acts: readonly ActFacts[], visit: (a: number, b: number) => void): void {
  const pairs = new Pairs();
  for (const [key, members] of blocksOf(acts, pairs)) {
    if (members.length < 2) continue;
    const pair = key.slice(key.indexOf(' ') + 1);
    const show = (one: number, other: number): void => {
      if (pairs.firstShared(acts[one] as ActFacts, acts[other] as ActFacts) !== pair) return;
      if (one < other) visit(one, other);
      else visit(other, one);
    };
    const vague = members.filter((index) => isVague(acts[index] as ActFacts));
    sweepDays(
      acts,
      members.filter((index) => !isVague(acts[index] as ActFacts)),
      show,
    );
    if (vague.length === 0) continue;
    sweepNews(acts, members, show);
    sameTimes(acts, vague, show);
  }
}

function blocksOf(acts: readonly ActFacts[], pairs: Pairs): Map<string, number[]> {
  const blocks = new Map<string, number[]>();
  for (const [index, { deed, sides }] of acts.entries())
    for (const pair of pairs.of(sides.parties)) {
      const key = `${deed.kind} ${pair}`;
      const members = blocks.get(key);
      if (members) members.push(index);
      else blocks.set(key, [index]);
    }
  return blocks;
}

type Show = (one: number, other: number) => void;

/** Pairs of dated acts whose days come near. */
function sweepDays(acts: readonly ActFacts[], dated: number[], show: Show): void {
  const when = (index: number): Told => (acts[index] as ActFacts).when as Told;
  dated.sort((a, b) => when(a).first - when(b).first || a - b);
  const open: number[] = [];
  for (const index of dated) {
    const { first } = when(index);
    keepOnly(open, (other) => when(other).last + NEWS_OF_DAYS >= first);
    for (const other of open) if (mayMeet(acts[other] as ActFacts, acts[index] as ActFacts)) show(other, index);
    open.push(index);
  }
}

/** Pairs of which one at least is vague, and which were published within days of each other. */
function sweepNews(acts: readonly ActFacts[], members: readonly number[], show: Show): void {
  const published = (index: number): DayRange => publishedOf(acts[index] as ActFacts);
  const inOrder = [...members].sort((a, b) => published(a).first - published(b).first || a - b);
  const [vague, dated]: [number[], number[]] = [[], []];
  for (const index of inOrder) {
    const { first } = published(index);
    const near = (other: number): boolean => published(other).last + NEWS_DAYS >= first;
    keepOnly(vague, near);
    for (const other of vague) show(other, index);
    if (isVague(acts[index] as ActFacts)) {
      keepOnly(dated, near);
      for (const other of dated) show(other, index);
      vague.push(index);
    } else dated.push(index);
  }
}

/** Pairs of vague acts that give the same long time, though they were not published within days of each other. */
function sameTimes(acts: readonly ActFacts[], vague: readonly number[], show: Show): void {
  const byTime = new Map<string, number[]>();
  for (const index of vague) {
    const { when } = acts[index] as ActFacts;
    if (!when) continue;
    const key = `${when.first} ${when.last}`;
    const earlier = byTime.get(key) ?? [];
    for (const other of earlier)
      if (gapDays(publishedOf(acts[other] as ActFacts), publishedOf(acts[index] as ActFacts)) > NEWS_DAYS)
        show(other, index);
    byTime.set(key, earlier);
    earlier.push(index);
  }
}

/** Drops from a list, in place and in order, what no longer counts. */
function keepOnly(list: number[], counts: (index: number) => boolean): void {
  let kept = 0;
  for (const index of list) if (counts(index)) list[kept++] = index;
  list.length = kept;
}

/** The pairs of each set of parties, worked out once. Acts of several parties meet in several blocks: only the first counts. */
class Pairs {
  readonly #known = new Map<readonly string[], readonly string[]>();

  of(parties: readonly string[]): readonly string[] {
    const known = this.#known.get(parties);
    if (known) return known;
    const pairs = pairsOf(parties);
    this.#known.set(parties, pairs);
    return pairs;
  }

  firstShared(a: ActFacts, b: ActFacts): string | undefined {
    const [here, there] = [this.of(a.sides.parties), this.of(b.sides.parties)];
    if (here.length === 1 || here === there) return here[0];
    if (there.length === 1) return there[0];
    return here.find((pair) => there.includes(pair));
  }
}
