import { createHash } from 'node:crypto';
import type { Act, ActMode, ActPerson, ActPlace, ActStatus, EventAct, Interval, ReadoutEvent } from '../model/index.ts';
import type { ActFacts } from './actFacts.ts';
import type { Cluster, Link } from './cluster.ts';
import { reasonsOf } from './compare.ts';
import { width } from './days.ts';
import { disputesOf } from './disputes.ts';
import { originsOf, reportsOf } from './origins.ts';
import { readoutsOf } from './readouts.ts';

/** The event that a cluster of acts tells of. */
export function eventOf(cluster: Cluster): ReadoutEvent {
  const best = bestFirst(cluster.acts);
  const { from, to } = sidesOf(best);
  const parties = [...new Set([...from, ...to])].sort();
  const originNames = originsOf(cluster);
  return {
    id: eventId(cluster),
    type: typeOf(best),
    mode: modeOf(best),
    subtype: first(best, (act) => act.subtype),
    status: statusOf(best),
    from,
    to,
    people: peopleOf(best),
    when: whenOf(best),
    place: first<ActPlace>(best, (act) => act.place),
    topics: sorted(best.flatMap(({ act }) => act.topics)),
    acts: cluster.acts.map(inEvent),
    reports: sorted(reportsOf(cluster).map(({ name }) => name)),
    origins: originNames.length,
    originNames,
    languages: sorted(reportsOf(cluster).map(({ language }) => language)),
    disputed: disputesOf(cluster.acts),
    readouts: readoutsOf(cluster, parties),
    core: cluster.acts.some(({ act }) => act.core),
    confidence: Number((1 - cluster.acts.reduce((doubt, { act }) => doubt * (1 - act.confidence), 1)).toFixed(4)),
    why: cluster.links.map(explain).sort(),
  };
}

/** Depends on the acts alone, never on when they came. */
function eventId(cluster: Cluster): string {
  const smallest = (cluster.acts[0] as ActFacts).key;
  return `e${createHash('sha256').update(`event ${smallest}`).digest('hex').slice(0, 15)}`;
}

/** The acts that say most stand first: the news itself, an exact day, the surest reading; ties by key. */
function bestFirst(acts: readonly ActFacts[]): ActFacts[] {
  const exact = ({ when }: ActFacts) => (when ? width(when) : Number.POSITIVE_INFINITY);
  return [...acts].sort(
    (a, b) =>
      Number(b.act.core) - Number(a.act.core) ||
      compareNumbers(exact(a), exact(b)) ||
      b.act.confidence - a.act.confidence ||
      (a.key < b.key ? -1 : 1),
  );
}

function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** The widest set of parties that the reports name, with the direction of the act that says most. */
function sidesOf(best: readonly ActFacts[]): { from: string[]; to: string[] } {
  const leading = best[0] as ActFacts;
  const from = new Set(leading.act.from);
  const to = new Set(leading.act.to);
  for (const { act } of best.slice(1)) {
    const turned =
      leading.symmetric && act.from.some((party) => to.has(party)) && !act.from.some((party) => from.has(party));
    for (const party of turned ? act.to : act.from) if (!to.has(party)) from.add(party);
    for (const party of turned ? act.from : act.to) if (!from.has(party)) to.add(party);
  }
  return { from: [...from].sort(), to: [...to].sort() };
}

/** A planned meeting that was held is a consultation. */
function typeOf(best: readonly ActFacts[]): Act['type'] {
  return best.find(({ act }) => act.type === 'CONSULT')?.act.type ?? (best[0] as ActFacts).act.type;
}

/** The manner that most reports give; a plain meeting gives way to what says more. */
function modeOf(best: readonly ActFacts[]): ActMode | null {
  const counts = new Map<ActMode, number>();
  for (const { act } of best)
    if (act.mode) counts.set(act.mode, (counts.get(act.mode) ?? 0) + (act.mode === 'meeting' ? 0.9 : 1));
  let most: ActMode | null = null;
  for (const [mode, count] of counts) if (!most || count > (counts.get(most) ?? 0)) most = mode;
  return most;
}

/** A life goes one way: what happened was planned before, what was denied may have been threatened. */
const LIFE: readonly ActStatus[] = ['happened', 'denied', 'planned', 'threatened', 'proposed', 'hypothetical'];

function statusOf(best: readonly ActFacts[]): ActStatus {
  return LIFE.find((status) => best.some(({ act }) => act.status === status)) ?? 'happened';
}

function first<T>(best: readonly ActFacts[], value: (act: Act) => T | null): T | null {
  for (const { act } of best) {
    const found = value(act);
    if (found !== null) return found;
  }
  return null;
}

function peopleOf(best: readonly ActFacts[]): ActPerson[] {
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
function whenOf(best: readonly ActFacts[]): Interval | null {
  const dated = best.filter(({ when }) => when);
  dated.sort((a, b) => compareNumbers(widthOf(a), widthOf(b)));
  const when = dated[0]?.act.when;
  return when ? { earliest: when.earliest, latest: when.latest } : null;
}

function widthOf({ when }: ActFacts): number {
  return when ? width(when) : Number.POSITIVE_INFINITY;
}

function inEvent({ report, act }: ActFacts): EventAct {
  return { report: report.name, act: act.id, language: report.language };
}

function explain({ a, b, score }: Link): string {
  return `${a.key} = ${b.key}: ${reasonsOf(a, b).join(', ')} (${score.toFixed(1)})`;
}

function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
