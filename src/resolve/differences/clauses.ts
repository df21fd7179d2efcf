import type { Difference } from '../../model/index.ts';
import { sizeOf, totalSize } from '../lineage/passages.ts';
import { wordsOf } from '../lineage/words.ts';
import { BY_PLACE } from './fill.ts';
import { changed, isQuoted, type Pair, type Side, trimmed } from './side.ts';

/** A clause of one side and what it names that the other has not. */
interface Clause {
  start: number;
  end: number;
  size: number;
  /** What it names that is in no passage beside the other side's, by weight. */
  alone: number;
  shared: number;
  /** It bears an accusation, a denial, a threat, a condition. */
  grave: boolean;
  /** It does no more than say whose word the rest is. */
  says: boolean;
}

/** How passages are told in the two reports. */
export interface Telling {
  /** How long the retelling's sentences are beside the source's, as a rule. */
  ratio: number;
  /** It was told anew. */
  isRetold: boolean;
}

/** Clauses that one of two sentences has and the other leaves out: the sentence is shorter by about as much, and what the clause names is missing. */
export function clauseDifferences(pair: Pair, { ratio, isRetold }: Telling): Difference[] {
  const { a, b, bead } = pair;
  if (bead.likeness <= BY_PLACE && bead.a.length + bead.b.length > 2) return [];
  const share = sizeOfSide(b) / (ratio * sizeOfSide(a));
  const dropped = share < 1 ? lostClauses(a, b, share, isRetold) : [];
  const added = share > 1 ? lostClauses(b, a, 1 / share, true) : [];
  return [
    ...dropped.map((one) =>
      one.says
        ? changed('attribution', pair, one, null, 'whose word it is, is left out')
        : changed('claim-dropped', pair, one, null, 'the clause is left out'),
    ),
    ...added.map((one) => changed('claim-added', pair, null, one, 'the clause is not in the source')),
  ];
}

/** How much longer the second report's passages are than the first's, as a rule; 1 where too few show it. */
export function lengthRatio(beads: readonly { a: Side['passages']; b: Side['passages'] }[]): number {
  const ratios = beads
    .map(({ a, b }) => totalSize(b) / Math.max(1, totalSize(a)))
    .filter((ratio) => ratio > 0.4 && ratio < 2.5)
    .sort((x, y) => x - y);
  if (ratios.length < FEW) return 1;
  return ratios[ratios.length >> 1] as number;
}

const FEW = 3;

function sizeOfSide({ passages }: Side): number {
  return Math.max(1, totalSize(passages));
}

/** A clause as short as this says nothing by itself. */
const LEAST_SIZE = 14;
const LEAST_PLAIN = 20;
/** What is nearly the whole sentence is no clause of it. */
const MOST_SIZE = 0.85;
/** So much of what would be missing is missing; less is asked where what the clause names is grave and nowhere. */
const MISSING = 0.45;
const MISSING_IF_SURE = 0.25;
const SURE = 2;
/** So much it must name that the other has not, and so much more than what the other has. */
const LEAST_ALONE = 1.5;
const MOST_SHARED = 0.5;
const MOST_WORDS = 0.4;
const MOST = 1;

function lostClauses(side: Side, other: Side, share: number, mustBeGrave: boolean): Clause[] {
  const whole = sizeOfSide(side);
  const sameLanguage = side.told.report.language === other.told.report.language;
  return clausesOf(side, other)
    .filter((clause) => {
      const isSure = clause.grave && clause.alone >= SURE;
      if (clause.size < (isSure ? LEAST_SIZE : LEAST_PLAIN) || clause.size > whole * MOST_SIZE) return false;
      if (share > 1 - (isSure ? MISSING_IF_SURE : MISSING) * (clause.size / whole) || isQuoted(clause, side))
        return false;
      if (mustBeGrave && !clause.grave) return false;
      // A credit left out says nothing of the news; nor is it news who spoke where somebody is still said to.
      if (namesOutlet(clause, side) || (clause.says && (!sameLanguage || other.named('speech').length > 0)))
        return false;
      if (sameLanguage) return keptWords(clause, side, other) <= MOST_WORDS;
      return clause.alone >= LEAST_ALONE && clause.shared <= MOST_SHARED * clause.alone;
    })
    .sort((x, y) => Number(y.grave) - Number(x.grave) || y.alone - x.alone || y.size - x.size || x.start - y.start)
    .slice(0, MOST);
}

function namesOutlet({ start, end }: Clause, { named }: Side): boolean {
  return named('outlet').some((outlet) => outlet.start >= start && outlet.start < end);
}

/** The share of a clause's words that the other side, or the passages beside it, have too. */
function keptWords({ start, end }: Clause, { told }: Side, other: Side): number {
  const words = wordsOf(told.report.coded.article.text.slice(start, end)).filter((word) => word.length > 2);
  const there = new Set(nearOf(other).flatMap(({ words: some }) => [...some]));
  return words.length === 0 ? 1 : words.filter((word) => there.has(word)).length / words.length;
}

/** The passages of a side and those right before and behind. */
function nearOf({ told, passages }: Side): Side['passages'] {
  const places = passages.map(({ place }) => place);
  return told.passages.slice(Math.max(0, Math.min(...places) - 1), Math.max(...places) + 2);
}

/** What a clause names, by what it says of the clause being a claim of its own. */
const WEIGHT: Readonly<Record<string, number>> = {
  deed: 0.7,
  person: 2,
  initiative: 2,
  time: 1.5,
  actor: 1,
  place: 1,
  force: 1,
  topic: 0.6,
  contrast: 0.6,
  role: 0.5,
};
const FIGURE = 1.5;
const GRAVE_WEIGHT = 1.5;
const GRAVE = new Set(
  ['ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'ASSAULT', 'COERCE', 'RETREAT'].map((type) => `deed ${type}`),
);
const GRAVE_FORCES = new Set(['force deny', 'force threaten', 'clause if']);
/** Words that say the same in another form. */
const AS_GOOD = new Map([
  ['force deny', ['deed REJECT']],
  ['deed REJECT', ['force deny', 'deed CONCEDE']],
  ['deed THREATEN', ['force threaten']],
  ['force threaten', ['deed THREATEN']],
  ['deed ASSAULT', ['deed COERCE', 'contrast harm']],
  ['deed COERCE', ['deed ASSAULT']],
]);

function clausesOf(side: Side, other: Side): Clause[] {
  const there = featuresNear(other);
  const rest = new Set([...there].map(kindOf));
  const here = featuresNear(side);
  const lone = new Set([...there].filter((feature) => !here.has(feature)).map(kindOf));
  const marks = marksOf(side);
  return spansOf(side).map(([start, end]) => {
    const isJoined = side.named('clause').some((one) => one.value === 'and' && one.start === start);
    const clause: Clause = { start, end, size: 0, alone: 0, shared: 0, grave: false, says: false };
    clause.size = sizeOf(side.told.report.coded.article.text.slice(start, end));
    for (const { what, at } of marks) {
      if (at < start || at >= end) continue;
      if (what.startsWith('speech ')) clause.says = true;
      const isGrave = GRAVE.has(what) || GRAVE_FORCES.has(what);
      const weight = isGrave ? GRAVE_WEIGHT : (WEIGHT[kindOf(what)] ?? (what.startsWith('figure ') ? FIGURE : 0));
      if (weight === 0) continue;
      const isShared = there.has(what) || (AS_GOOD.get(what) ?? []).some((one) => there.has(one));
      // Another value of the kind stands there: it was changed, not left out.
      const isChanged = !isShared && VALUES.has(kindOf(what)) && rest.has(kindOf(what)) && lone.has(kindOf(what));
      if (isShared || isChanged) clause.shared += weight;
      else clause.alone += weight;
      if (isGrave && !isShared) clause.grave = true;
    }
    // A member of a list is no clause.
    if (isJoined && !clause.grave && clause.alone < SURE) clause.alone = 0;
    if (clause.grave || namesOutlet(clause, side)) clause.says = false;
    return clause;
  });
}

const VALUES = new Set(['time', 'figure', 'place', 'person']);

function kindOf(feature: string): string {
  const space = feature.indexOf(' ');
  return space < 0 ? feature : feature.slice(0, space);
}

/** What a side and the passages beside it name. */
function featuresNear(side: Side): Set<string> {
  const features = new Set<string>();
  for (const { features: some } of nearOf(side)) for (const one of some) features.add(one);
  if ([...features].some((one) => one.startsWith('contrast harm/'))) features.add('contrast harm');
  return features;
}

function marksOf({ told, start, end, quantities }: Side): { what: string; at: number }[] {
  const marks = (told.report.coded.sentences ?? [])
    .filter((sentence) => sentence.start < end && sentence.end > start)
    .flatMap((sentence) => sentence.marks.map(([what, at]) => ({ what, at })));
  return [...marks, ...quantities.map(({ value, start: at }) => ({ what: `figure ${value}`, at }))];
}

const STOPS = /[,;:.!?，；：。！？—–]/g;
const BEFORE = new Set(['if', 'contrast', 'cause', 'reason', 'relative', 'time', 'and']);

/** The clauses of a side: between stops, and before words that open one. */
function spansOf({ told, passages, named }: Side): [number, number][] {
  const { text } = told.report.coded.article;
  const openings = named('clause').filter(({ value }) => BEFORE.has(value));
  return passages.flatMap(({ start, end }) => {
    const cuts = new Set([start, end]);
    for (const match of text.slice(start, end).matchAll(STOPS)) {
      const at = start + match.index;
      if (!/\d/.test(text[at - 1] ?? '') || !/\d/.test(text[at + 1] ?? '')) cuts.add(at + 1);
    }
    for (const one of openings) if (one.start > start && one.start < end) cuts.add(one.start);
    const sorted = [...cuts].sort((x, y) => x - y);
    return sorted.slice(1).map((cut, index): [number, number] => trimmed(text, sorted[index] as number, cut));
  });
}
