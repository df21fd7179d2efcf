import { dayNumber, gapDays, NEWS_DAYS } from './days.ts';
import { creditOf } from './lineage/direction.ts';
import { kinshipOf } from './lineage/kinship.ts';
import { bandsOf } from './lineage/minhash.ts';
import { strengthOf } from './lineage/parents.ts';
import { type Passage, toldBy } from './lineage/passages.ts';
import { hashOf, longHashOf } from './lineage/words.ts';
import type { ReportFacts } from './reportFacts.ts';

/** From this likeness on two reports carry the same news. */
export const SAME_NEWS = 0.33;
/** From here on it is worth while to compare them passage by passage. */
const LOOK_CLOSER = 0.25;
/** Reports that tell so much the same, passage by passage, are of one story whatever else they tell. */
const AKIN = 0.3;
/** Where one credits the outlet that the other is of. */
const AKIN_CREDITED = 0.22;

/** What naming the same thing says of two reports being about the same news. A state or a topic says little. */
const WEIGHT: Readonly<Record<string, number>> = {
  act: 2,
  initiative: 2,
  person: 1,
  place: 1,
  name: 0.7,
  outlet: 0.7,
  voice: 0.5,
  topic: 0.4,
  actor: 0.3,
  role: 0.2,
};
const FIGURE = 1.5;
const COMMON_FIGURE = 0.2;
/** A time by its width: a day, a month, more. */
const TIME = [1.5, 0.5, 0.2] as const;

/** So many passages from the top say what the news is. */
const OPENING = 4;
/** So much must come together before a share of it means anything. */
const SMOOTHING = 4;
const SMOOTHING_OPENING = 3;

/** How far two reports carry the same news, 0…1: what they name in all and at the top, else how much one tells as the other does. */
export function storyLikeness(one: ReportFacts, other: ReportFacts): number {
  const [a, b] = one.id < other.id ? [one, other] : [other, one];
  const known = LIKENESS.get(a) ?? new Map<string, number>();
  const before = known.get(b.id);
  if (before !== undefined) return before;
  const likeness = compared(a, b);
  LIKENESS.set(a, known.set(b.id, likeness));
  return likeness;
}

/** Pairs meet again when the stories that they touch are grouped. */
const LIKENESS = new WeakMap<ReportFacts, Map<string, number>>();

function compared(a: ReportFacts, b: ReportFacts): number {
  if (a.published && b.published && gapDays(a.published, b.published) > NEWS_DAYS) return 0;
  const [one, other] = [namedBy(a), namedBy(b)];
  const likeness = (shared(one.all, other.all, SMOOTHING) + shared(one.opening, other.opening, SMOOTHING_OPENING)) / 2;
  if (likeness >= SAME_NEWS || likeness < LOOK_CLOSER) return likeness;
  return areAkin(a, b) ? SAME_NEWS : likeness;
}

/** Whether one of two reports was made from the other, or both from a third. */
export function areAkin(a: ReportFacts, b: ReportFacts): boolean {
  const strength = strengthOf(kinshipOf(toldBy(a), toldBy(b)));
  return strength >= AKIN || (strength >= AKIN_CREDITED && (creditOf(a, b) !== null || creditOf(b, a) !== null));
}

const RARE = /^(?:act|initiative) /;

/**
 * What two reports of one story have in common at least, to look for pairs by: an act, an initiative, a figure or an
 * older day; two people, or a day with a person or a state, near the top; the same run of text. Each is rare enough
 * within a few days. As numbers, in rising order: two traits of one number only make a pair more to compare.
 */
export function traitsOf(report: ReportFacts): number[] {
  const { all, opening } = namedBy(report);
  const { shingles, passages } = toldBy(report);
  const traits = new Set<string>([
    ...bandsOf(shingles, 'text', LITERAL),
    ...bandsOf(hashed(passages), 'told', NAMING),
    ...bandsOf(hashed(passages.slice(0, OPENING)), 'opening', NAMING),
  ]);
  for (const [feature, weight] of all.weights)
    if (RARE.test(feature) || (weight === FIGURE && isRareFigure(feature))) traits.add(feature);
  for (const day of [...all.weights.keys()].filter((feature) => isOlderDay(feature, report))) traits.add(day);
  for (const pair of pairsIn([...opening.weights.keys()].filter((feature) => /^(?:person|time|actor) /.test(feature))))
    traits.add(pair);
  return [...new Set([...traits].map(longHashOf))].sort((a, b) => a - b);
}

/** Texts of which half the runs of words are common meet in two cases of three, copies always. */
const LITERAL = { bands: 16, rows: 4 };
/** Reports that name the same half of what they name meet in four cases of five, whatever their languages. */
const NAMING = { bands: 12, rows: 3 };
/** Kinds whose values no language plays a part in; deeds are in all reports. */
const COMMON = /^(?:person|place|outlet|initiative|actor|topic|time|figure|act) /;

function hashed(passages: readonly Passage[]): Set<number> {
  const hashes = new Set<number>();
  for (const { features } of passages)
    for (const feature of features) if (COMMON.test(feature)) hashes.add(hashOf(feature));
  return hashes;
}

/** Eleven and ninety are in any report of a week, and so are hundreds and thousands. */
function isRareFigure(feature: string): boolean {
  const digits = /^figure (\d+(?:\.\d+)?)$/.exec(feature)?.[1];
  return (
    digits !== undefined && Number(digits) >= RARE_FIGURE && digits.replace('.', '').replace(/0+$/, '').length >= 2
  );
}

const RARE_FIGURE = 100;

/** A day before the news: few reports of a week name it. */
function isOlderDay(feature: string, { published }: ReportFacts): boolean {
  if (!feature.startsWith('time ') || weightOf(feature) !== TIME[0]) return false;
  return published !== null && dayNumber(feature.slice('time '.length)) < published.first - FRESH_DAYS;
}

const FRESH_DAYS = 7;

/** Two people, or a day with whoever is named. */
function pairsIn(features: readonly string[]): string[] {
  const people = features.filter((feature) => feature.startsWith('person ')).sort();
  const days = features.filter((feature) => feature.startsWith('time ') && weightOf(feature) === TIME[0]);
  const actors = features.filter((feature) => feature.startsWith('actor '));
  return [
    ...people.flatMap((one, index) => people.slice(index + 1).map((other) => `${one} ${other}`)),
    ...days.flatMap((day) => [...people, ...actors].map((who) => `${day} ${who}`)),
  ];
}

/** Things named, with what each weighs. */
interface Named {
  weights: ReadonlyMap<string, number>;
  total: number;
}

const NAMED = new WeakMap<ReportFacts, { all: Named; opening: Named }>();

function namedBy(report: ReportFacts): { all: Named; opening: Named } {
  const known = NAMED.get(report);
  if (known) return known;
  const { passages } = toldBy(report);
  const named = { all: weighed(passages), opening: weighed(passages.slice(0, OPENING)) };
  NAMED.set(report, named);
  return named;
}

function weighed(passages: readonly Passage[]): Named {
  const weights = new Map<string, number>();
  for (const { features } of passages)
    for (const feature of features) {
      const weight = weightOf(feature);
      if (weight > 0) weights.set(feature, weight);
    }
  return { weights, total: [...weights.values()].reduce((sum, weight) => sum + weight, 0) };
}

function shared(a: Named, b: Named, smoothing: number): number {
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [feature, weight] of small.weights) if (large.weights.has(feature)) sum += weight;
  return sum / (Math.min(a.total, b.total) + smoothing);
}

function weightOf(feature: string): number {
  const space = feature.indexOf(' ');
  const kind = space < 0 ? feature : feature.slice(0, space);
  if (kind === 'figure') return isCommon(Number(feature.slice(space + 1))) ? COMMON_FIGURE : FIGURE;
  return kind === 'time' ? timeWeight(feature.slice(space + 1)) : (WEIGHT[kind] ?? 0);
}

/** Small figures and years are in any report. */
function isCommon(value: number): boolean {
  return value <= 10 || (Number.isInteger(value) && value > 1900 && value < 2100);
}

function timeWeight(range: string): number {
  const [first, last] = range.split('..').map((day) => Date.parse(day)) as [number, number];
  const days = (last - first) / 86_400_000 + 1;
  return days <= 2 ? TIME[0] : days <= 31 ? TIME[1] : TIME[2];
}
