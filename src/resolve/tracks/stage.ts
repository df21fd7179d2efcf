import type { ActStatus, Interval, StageEvidence, StageFact, StageStatus, TrackStage } from '../../model/index.ts';
import { dayRange, gapDays, isoDay, width } from '../days.ts';
import type { ToldStage } from './facts.ts';

/** Stages that come again are one when their days lie no further apart. */
const SAME_DAYS = 7;

const STATUS: Record<ActStatus, StageStatus> = {
  happened: 'reached',
  planned: 'planned',
  proposed: 'planned',
  threatened: 'planned',
  denied: 'denied',
  hypothetical: 'possible',
};

/** How far a stage fact says that the stage was reached. */
export function stageStatus({ status }: StageFact): StageStatus {
  return STATUS[status];
}

/** Facts of one stage and status that tell of one time: all of them, unless the stage may come again and their days lie apart. */
export function sameTimes(told: readonly ToldStage[], again: boolean): ToldStage[][] {
  if (!again) return [[...told]];
  const dated = told.filter(({ fact }) => fact.when).sort(byTime);
  const groups: ToldStage[][] = [];
  for (const one of dated) {
    const group = groups.find((known) => known.some((other) => isNear(one, other)));
    if (group) group.push(one);
    else groups.push([one]);
  }
  const undated = told.filter(({ fact }) => !fact.when);
  // Told without a time, it may be any of them: it joins the last that was known by then.
  for (const one of undated) {
    const known = groups.findLast((group) => group.some((other) => startOf(other.fact) <= (one.fact.asOf ?? '9999')));
    if (known) known.push(one);
  }
  const loose = undated.filter((one) => !groups.some((group) => group.includes(one)));
  return loose.length > 0 ? [...groups, loose] : groups;
}

function isNear(a: ToldStage, b: ToldStage): boolean {
  const [one, other] = [dayRange(a.fact.when), dayRange(b.fact.when)];
  return one !== null && other !== null && gapDays(one, other) <= SAME_DAYS;
}

function byTime(a: ToldStage, b: ToldStage): number {
  return compare(startOf(a.fact), startOf(b.fact)) || byFact(a, b);
}

function startOf({ when }: StageFact): string {
  return when?.earliest ?? when?.latest ?? '9999';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Facts in an order of their own, whatever order they came in. */
export function byFact(a: ToldStage, b: ToldStage): number {
  return compare(a.id, b.id) || a.fact.evidence.start - b.fact.evidence.start || compare(a.fact.id, b.fact.id);
}

/** One stage from all that is told of it. Times that agree narrow each other; others stand side by side. */
export function stageOf(told: readonly ToldStage[]): TrackStage {
  const sorted = [...told].sort(byFact);
  const [first] = sorted as [ToldStage];
  const when = agreed(sorted);
  return {
    stage: first.fact.stage,
    status: stageStatus(first.fact),
    by: [...new Set(sorted.flatMap(({ fact }) => fact.by))].sort(),
    when,
    asOf: when ? null : (sorted.flatMap(({ fact }) => fact.asOf ?? []).sort()[0] ?? null),
    disputed: disputedTimes(sorted),
    evidence: sorted.map(evidenceOf),
  };
}

/** The narrowest time that most reports can agree on; ties go to the earliest. */
function agreed(told: readonly ToldStage[]): Interval | null {
  const dated = told.flatMap(({ fact }) => {
    const range = dayRange(fact.when);
    return range && fact.when ? [{ range, when: fact.when, stated: fact.when.basis === 'stated' }] : [];
  });
  const votes = (one: (typeof dated)[number]): number =>
    dated.filter((other) => gapDays(one.range, other.range) === 0).length;
  dated.sort(
    (a, b) =>
      votes(b) - votes(a) ||
      Number(b.stated) - Number(a.stated) ||
      width(a.range) - width(b.range) ||
      a.range.first - b.range.first,
  );
  const [best] = dated;
  if (!best) return null;
  let { first, last } = best.range;
  for (const { range } of dated) {
    if (range.first > last || range.last < first) continue;
    [first, last] = [Math.max(first, range.first), Math.min(last, range.last)];
  }
  return {
    earliest: Number.isFinite(first) ? isoDay(first) : null,
    latest: Number.isFinite(last) ? isoDay(last) : null,
  };
}

/** Two reports contradict each other when no day fits both. */
function disputedTimes(told: readonly ToldStage[]): TrackStage['disputed'] {
  const dated = told.filter(({ fact }) => fact.when);
  const clash = dated.some((a) => dated.some((b) => isApart(a, b)));
  if (!clash) return [];
  const values = new Map<string, Set<string>>();
  for (const { fact, report } of dated) {
    const value = [...new Set([fact.when?.earliest ?? '', fact.when?.latest ?? ''])].join('..');
    values.set(value, (values.get(value) ?? new Set()).add(report));
  }
  return [...values]
    .map(([value, reports]) => ({ value, reports: [...reports].sort() }))
    .sort((a, b) => compare(a.value, b.value));
}

function isApart(a: ToldStage, b: ToldStage): boolean {
  const [one, other] = [dayRange(a.fact.when), dayRange(b.fact.when)];
  return one !== null && other !== null && gapDays(one, other) > 0;
}

function evidenceOf({ fact, report, language, text }: ToldStage): StageEvidence {
  const { id, evidence, when, asOf, according, teaser, why } = fact;
  return {
    report,
    fact: id,
    language,
    text,
    span: [evidence.start, evidence.end],
    when: when ? { earliest: when.earliest, latest: when.latest } : null,
    asOf,
    according,
    teaser,
    why,
  };
}
