import type { Coded, Track, TrackStage } from '../../model/index.ts';
import type { TrackKnowledge } from '../../world/knowledge.ts';
import { dayRange, gapDays } from '../days.ts';
import { type ToldStage, toldTracks } from './facts.ts';
import { type TrackIdentity, trackId, trackIdentity } from './identity.ts';
import { byFact, sameTimes, stageOf, stageStatus } from './stage.ts';

export { type ToldStage, toldTracks } from './facts.ts';
export { trackId } from './identity.ts';

/**
 * Puts the stages that many reports tell of together into tracks. Depends on the set of reports alone.
 * @returns tracks by key; one that is only named has no stages
 */
export function resolveTracks(coded: readonly Coded[], knowledge: TrackKnowledge): Track[] {
  const distinct = new Map(coded.map((one) => [one.report.id, one]));
  const stages = new Map<string, ToldStage[]>();
  const named = new Map<string, Set<string>>();
  for (const one of distinct.values()) {
    const told = toldTracks(one);
    for (const stage of told.stages) stages.set(stage.fact.track, [...(stages.get(stage.fact.track) ?? []), stage]);
    const name = one.report.path || one.report.url || one.report.id;
    for (const key of told.named) named.set(key, (named.get(key) ?? new Set()).add(name));
  }
  return [...named.keys()]
    .sort()
    .map((key) => trackOf(key, stages.get(key) ?? [], [...(named.get(key) ?? [])], knowledge));
}

/** One track from all that is told of it, in whatever order. */
export function trackOf(
  key: string,
  told: readonly ToldStage[],
  reports: readonly string[],
  knowledge: TrackKnowledge,
): Track {
  const identity = trackIdentity(knowledge, key);
  const stages = groups(told, identity).map(stageOf).sort(inOrder(identity));
  return {
    id: trackId(key),
    key,
    name: identity.name,
    kind: identity.kind,
    parties: identity.parties,
    current: stages.findLast(({ status }) => status === 'reached') ?? null,
    stages,
    reports: [...new Set(reports)].sort(),
  };
}

/** Facts that are one stage: of one name and status, of one party where each takes the stage for itself, and of one time. */
function groups(told: readonly ToldStage[], { stages }: TrackIdentity): ToldStage[][] {
  const byStage = new Map<string, ToldStage[]>();
  for (const one of [...told].sort(byFact)) {
    const key = `${one.fact.stage} ${stageStatus(one.fact)}`;
    byStage.set(key, [...(byStage.get(key) ?? []), one]);
  }
  return [...byStage.values()].flatMap((group) => {
    const kind = stages.find(({ name }) => name === group[0]?.fact.stage);
    const parts = kind?.each ? byParty(group) : [group];
    return parts.flatMap((part) => sameTimes(part, kind?.again ?? false));
  });
}

/** By whose step it was; one that names nobody joins the one party whose time fits, if there is but one. */
function byParty(told: readonly ToldStage[]): ToldStage[][] {
  const parties = new Map<string, ToldStage[]>();
  const nobody: ToldStage[] = [];
  for (const one of told) {
    const key = [...one.fact.by].sort().join('+');
    if (key === '') nobody.push(one);
    else parties.set(key, [...(parties.get(key) ?? []), one]);
  }
  const named = [...parties.values()].map((group) => [...group]);
  const loose: ToldStage[] = [];
  for (const one of nobody) {
    const fitting = [...parties.values()].flatMap((group, at) => (group.some((other) => fits(one, other)) ? [at] : []));
    const [only] = fitting;
    if (only !== undefined && fitting.length === 1) named[only]?.push(one);
    else loose.push(one);
  }
  return loose.length > 0 ? [...named, loose] : named;
}

function fits(one: ToldStage, other: ToldStage): boolean {
  const [here, there] = [dayRange(one.fact.when), dayRange(other.fact.when)];
  return !here || !there || gapDays(here, there) === 0;
}

/** In time; a stage without one stands where a report first knows of it; on one day, in the order of the kind. */
function inOrder({ stages }: TrackIdentity): (a: TrackStage, b: TrackStage) => number {
  const place = ({ stage }: TrackStage): number => stages.findIndex(({ name }) => name === stage);
  const time = ({ when, asOf }: TrackStage): string => when?.earliest ?? when?.latest ?? asOf ?? '9999';
  return (a, b) => {
    const [one, other] = [time(a), time(b)];
    if (one !== other) return one < other ? -1 : 1;
    return (
      place(a) - place(b) || (a.status < b.status ? -1 : a.status > b.status ? 1 : a.by.join() < b.by.join() ? -1 : 1)
    );
  };
}
