import { createHash } from 'node:crypto';
import type { Act, ActMode, ActPerson, ActPlace, Coded, EventAct, Interval, ReadoutEvent } from '../model/index.ts';
import { type ActFacts, byKey, keyOf } from './actFacts.ts';
import type { Cluster, Link } from './cluster.ts';
import { reasonsOf } from './compare.ts';
import { width } from './days.ts';
import { disputesOf } from './disputes.ts';
import { lifeOf, statusOf } from './life.ts';
import { NO_ROOTS, originsOf, type RootsOf, tellersOf } from './origins.ts';
import { readoutsOf } from './readouts.ts';
import { sortedTexts } from './sortedTexts.ts';

/** An act of an event with the report that tells of it. */
export interface Telling {
  facts: ActFacts;
  act: Act;
  coded: Coded;
}

/**
 * The event that a cluster of acts tells of.
 * @param codedOf gives a report by its id
 * @param rootsOf gives what a report goes back to by the lineage of its story
 */
export function eventOf(
  { acts, links }: Cluster,
  codedOf: (report: string) => Coded,
  rootsOf: RootsOf = NO_ROOTS,
): ReadoutEvent {
  const tellings = acts.map((facts) => tellingOf(facts, codedOf(facts.report.id)));
  const best = bestFirst(tellings);
  const { from, to } = sidesOf(best);
  const tellers = tellersOf(tellings);
  const originNames = originsOf(tellers, rootsOf);
  const life = lifeOf(tellings);
  return {
    id: eventId(acts),
    type: typeOf(best),
    mode: modeOf(best),
    subtype: first(best, (act) => act.subtype),
    status: statusOf(life),
    from,
    to,
    people: peopleOf(best),
    when: whenOf(best),
    place: first<ActPlace>(best, (act) => act.place),
    topics: sortedTexts(best.flatMap(({ act }) => act.topics)),
    acts: acts.map(inEvent),
    reports: sortedTexts(acts.map(({ report }) => report.name)),
    origins: originNames.length,
    originNames,
    languages: sortedTexts(acts.map(({ report }) => report.language)),
    disputed: disputesOf(tellings),
    life,
    ...readoutsOf(tellers, sortedTexts([...from, ...to])),
    core: acts.some(({ deed }) => deed.core),
    confidence: Number((1 - best.reduce((doubt, { act }) => doubt * (1 - act.confidence), 1)).toFixed(4)),
    why: sortedTexts(links.map(explain)),
  };
}

function tellingOf(facts: ActFacts, coded: Coded): Telling {
  return { facts, coded, act: coded.acts.find(({ id }) => id === facts.id) as Act };
}

/**
 * The id of an event is that of its founding act: the one published first, ties by key. So it does not depend on the order
 * of arrival, it does not change when later news comes, and an id leads to its act for ever.
 */
export function eventId(acts: readonly ActFacts[]): string {
  const founding = acts.reduce((one, other) => (foundsBefore(other, one) ? other : one));
  return idFoundedBy(keyOf(founding));
}

/** The id that an act gives to the event that it founds. */
export function idFoundedBy(key: string): string {
  return `e${createHash('sha256').update(`event ${key}`).digest('hex').slice(0, 15)}`;
}

function foundsBefore(a: ActFacts, b: ActFacts): boolean {
  const [one, other] = [publishedDay(a), publishedDay(b)];
  return one < other || (one === other && byKey(a, b) < 0);
}

function publishedDay({ report }: ActFacts): number {
  return report.published?.first ?? Number.POSITIVE_INFINITY;
}

/** The acts that say most stand first: the news itself, an exact day, the surest reading; ties by key. */
function bestFirst(tellings: readonly Telling[]): Telling[] {
  if (tellings.length < 2) return [...tellings];
  return [...tellings].sort(
    (a, b) =>
      Number(b.act.core) - Number(a.act.core) ||
      compareNumbers(widthOf(a), widthOf(b)) ||
      compareNumbers(b.act.confidence, a.act.confidence) ||
      byKey(a.facts, b.facts),
  );
}

function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** The widest set of parties that the reports name, with the direction of the act that says most. */
function sidesOf(best: readonly Telling[]): { from: string[]; to: string[] } {
  const leading = best[0] as Telling;
  const from = new Set(leading.act.from);
  const to = new Set(leading.act.to);
  for (const { act } of best.slice(1)) {
    const turned =
      leading.facts.deed.symmetric &&
      act.from.some((party) => to.has(party)) &&
      !act.from.some((party) => from.has(party));
    for (const party of turned ? act.to : act.from) if (!to.has(party)) from.add(party);
    for (const party of turned ? act.from : act.to) if (!from.has(party)) to.add(party);
  }
  return { from: sortedTexts([...from]), to: sortedTexts([...to]) };
}

/** A planned meeting that was held is a consultation. */
function typeOf(best: readonly Telling[]): Act['type'] {
  return best.find(({ act }) => act.type === 'CONSULT')?.act.type ?? (best[0] as Telling).act.type;
}

/** The manner that most reports give; a plain meeting gives way to what says more. */
function modeOf(best: readonly Telling[]): ActMode | null {
  const counts = new Map<ActMode, number>();
  for (const { act } of best)
    if (act.mode) counts.set(act.mode, (counts.get(act.mode) ?? 0) + (act.mode === 'meeting' ? 0.9 : 1));
  let most: ActMode | null = null;
  for (const [mode, count] of counts) if (!most || count > (counts.get(most) ?? 0)) most = mode;
  return most;
}

function first<T>(best: readonly Telling[], value: (act: Act) => T | null): T | null {
  for (const { act } of best) {
    const found = value(act);
    if (found !== null) return found;
  }
  return null;
}

function peopleOf(best: readonly Telling[]): ActPerson[] {
  const people = new Map<string, ActPerson>();
  for (const { act } of best)
    for (const person of act.people) {
      const known = people.get(person.id);
      if (!known) people.set(person.id, { ...person });
      else known.post ??= person.post;
    }
  return [...people.values()];
}

/** The narrowest interval that a report gives; the others agree with it, or are listed as disputed. */
function whenOf(best: readonly Telling[]): Interval | null {
  const dated = best.filter(({ facts }) => facts.when);
  dated.sort((a, b) => compareNumbers(widthOf(a), widthOf(b)));
  const when = dated[0]?.act.when;
  return when ? { earliest: when.earliest, latest: when.latest } : null;
}

function widthOf({ facts: { when } }: Telling): number {
  return when ? width(when) : Number.POSITIVE_INFINITY;
}

function inEvent({ report, id }: ActFacts): EventAct {
  return { report: report.name, act: id, language: report.language };
}

function explain({ a, b, score, correction }: Link): string {
  if (correction !== undefined) return `${keyOf(a)} = ${keyOf(b)}: put together by hand (correction ${correction})`;
  const [one, other] = byKey(a, b) < 0 ? [a, b] : [b, a];
  const reasons = reasonsOf(one, other).map(({ reason }) => reason);
  return `${keyOf(one)} = ${keyOf(other)}: ${reasons.join(', ')} (${score.toFixed(1)})`;
}
