import type { Coded, Difference } from '../../model/index.ts';
import type { Bead } from '../lineage/align.ts';
import { type Passage, type Told, totalSize } from '../lineage/passages.ts';
import { nothing, wordsAt } from './side.ts';

/** Two reports passage by passage, with what stands at the same place. */
export interface Aligned {
  a: Told;
  b: Told;
  beads: readonly Bead[];
  /** It was told anew, not sentence by sentence. */
  isRetold: boolean;
  /** Passages of the retelling that come from another source. */
  elsewhere: ReadonlySet<Passage>;
}

/** So many are named of one pair: what a short retelling leaves out is not each a difference. */
const MOST = 3;
const MOST_RETOLD = 2;
const MOST_ADDED = 1;
/** Told anew, it leaves out as a matter of course: only an accusation, a denial or a quotation is missed. */
const GRAVE_WEIGHT = 3;
/** A sentence as short as this says nothing by itself. */
const LEAST_SIZE = 25;

/** What the source claims and the retelling leaves out, between sentences that both have. */
export function droppedClaims({ a, b, beads, isRetold }: Aligned): Difference[] {
  const aligned = new Set(beads.flatMap((bead) => bead.a));
  return lone(a, aligned, isRetold ? GRAVE_WEIGHT : 1)
    .sort(heaviestFirst(a))
    .slice(0, isRetold ? MOST_RETOLD : MOST)
    .map((passage) => {
      const isQuoted = passage.features.has('quotation');
      return {
        kind: isQuoted ? 'quotation-dropped' : 'claim-dropped',
        from: wordsAt(a, passage.start, passage.end),
        to: nothing(b),
        origin: 'introduced',
        note: isQuoted ? 'the quotation is left out' : 'left out',
      };
    });
}

/** What the retelling claims beyond its source, between sentences that both have. */
export function addedClaims({ a, b, beads, isRetold, elsewhere }: Aligned): Difference[] {
  const aligned = new Set(beads.flatMap((bead) => bead.b));
  return lone(b, aligned, 0)
    .filter((passage) => !elsewhere.has(passage) && !isCredit(passage, b.report.coded))
    .filter((passage) =>
      isRetold
        ? saysNew(passage, a) && !isToldSomewhere(passage, a)
        : saysNew(passage, a) ||
          (standsBetween(passage, b, aligned) && !isSplitOff(passage, beads) && !isToldSomewhere(passage, a)),
    )
    .sort(heaviestFirst(b))
    .slice(0, MOST_ADDED)
    .map((passage) => ({
      kind: 'claim-added',
      from: nothing(a),
      to: wordsAt(b, passage.start, passage.end),
      origin: 'introduced',
      note: 'not in the source',
    }));
}

/** Passages without a counterpart beside ones that have one. */
function lone({ passages, report }: Told, aligned: ReadonlySet<Passage>, least: number): Passage[] {
  return passages.filter((passage, place) => {
    if (passage.heading || passage.size < LEAST_SIZE || aligned.has(passage)) return false;
    const beside = passages.slice(Math.max(0, place - REACH), place + REACH + 1).some((one) => aligned.has(one));
    return beside && weightOf(passage, report.coded) >= least;
  });
}

/** Both its neighbours have a counterpart: where the source goes on, the retelling stops to say something. */
function standsBetween({ place }: Passage, { passages }: Told, aligned: ReadonlySet<Passage>): boolean {
  return [passages[place - 1], passages[place + 1]].every((one) => one !== undefined && aligned.has(one));
}

/** The sentence beside it is so much shorter than what it retells that this may be the rest of it. */
function isSplitOff({ place, size }: Passage, beads: readonly Bead[]): boolean {
  return beads.some(({ a, b }) => {
    if (!b.some((one) => Math.abs(one.place - place) === 1)) return false;
    return totalSize(b) + REST * size <= totalSize(a);
  });
}

const REST = 0.5;

/** What only the second of two siblings explains: it claims nothing for anybody, and the first goes on without it. */
export function explanations({ a, b, beads }: Aligned): Difference[] {
  const aligned = new Set(beads.flatMap((bead) => bead.b));
  return lone(b, aligned, 0)
    .filter((passage) => weightOf(passage, b.report.coded) === 0 && standsBetween(passage, b, aligned))
    .map((passage) => ({
      kind: 'claim-added',
      from: nothing(a),
      to: wordsAt(b, passage.start, passage.end),
      origin: 'introduced',
      note: 'explained by one alone',
    }));
}

const REACH = 2;

/** How much a passage claims: a quotation, an accusation or a denial, somebody's word, a figure. */
function weightOf({ start, end, features }: Passage, { acts, statements, quantities }: Coded): number {
  const within = (at: number) => at >= start && at < end;
  let weight = features.has('quotation') ? 4 : 0;
  for (const act of acts)
    if (within(act.evidence.start)) weight += GRAVE.has(act.type) || act.status === 'denied' ? 3 : 1;
  for (const one of quantities) if (within(one.start)) weight += 1;
  if ([...features].some((feature) => feature.startsWith('time '))) weight += 1;
  // Whose word it is counts only with what is said.
  if (weight > 0) weight += statements.filter((one) => within(one.start)).length;
  return weight;
}

const GRAVE = new Set(['ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'COERCE', 'ASSAULT', 'REQUEST']);

function heaviestFirst({ report }: Told): (a: Passage, b: Passage) => number {
  return (a, b) => weightOf(b, report.coded) - weightOf(a, report.coded) || a.place - b.place;
}

/** It says no more than where the news is from: "Reuters reports this". */
function isCredit(passage: Passage, coded: Coded): boolean {
  const { features, size } = passage;
  return (
    size <= LONGEST_CREDIT && weightOf(passage, coded) === 0 && [...features].some((one) => one.startsWith('outlet '))
  );
}

const LONGEST_CREDIT = 70;

/**
 * Told anew, a sentence may have become part of another: only where no passage of the source shares with it a figure,
 * a day or a person, nor a state together with what it does or what it is about, is it surely not from there.
 */
function isToldSomewhere({ features }: Passage, { passages }: Told): boolean {
  return passages.some((other) => {
    const shared = [...features].filter((feature) => other.features.has(feature));
    return shared.some((one) => HARD.test(one)) || (shared.some(isActor) && shared.some((one) => SUBJECT.test(one)));
  });
}

const HARD = /^(?:figure|time|person|initiative|act) /;
const SUBJECT = /^(?:deed|topic|contrast) /;

function isActor(feature: string): boolean {
  return feature.startsWith('actor ');
}

/** It names something hard that the source has nowhere, or nothing of it is in the source. */
function saysNew({ features }: Passage, { frequency }: Told): boolean {
  return [...features].some(
    (feature) => /^(?:figure|time|person|place|initiative) /.test(feature) && !frequency.has(feature),
  );
}
