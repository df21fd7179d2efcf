import type { Dispute } from '../model/index.ts';
import type { ActFacts } from './actFacts.ts';
import { gapDays } from './days.ts';

/** The fields on which the reports of one event do not agree, every value with those who give it. */
export function disputesOf(acts: readonly ActFacts[]): Dispute[] {
  return [disputedDay(acts), disputedMode(acts), disputedStatus(acts), disputedPlace(acts)].filter(
    (found) => found !== null,
  );
}

function disputedDay(acts: readonly ActFacts[]): Dispute | null {
  const dated = acts.filter(({ when }) => when);
  const clash = dated.some((a) => dated.some((b) => a.when && b.when && gapDays(a.when, b.when) > 0));
  if (!clash) return null;
  return dispute('when', dated, ({ act }) =>
    [act.when?.earliest ?? '', act.when?.latest ?? ''].filter((day, index, days) => day !== days[index - 1]).join('..'),
  );
}

/** A call and a video call, a visit and a meeting say the same thing more and less exactly; remote against video does not. */
function disputedMode(acts: readonly ActFacts[]): Dispute | null {
  const modes = new Set(acts.map(({ act }) => act.mode));
  if (!(modes.has('phone') && modes.has('video'))) return null;
  return dispute('mode', acts, ({ act }) => act.mode);
}

function disputedStatus(acts: readonly ActFacts[]): Dispute | null {
  const statuses = new Set(acts.map(({ act }) => act.status));
  if (!(statuses.has('denied') && statuses.has('happened'))) return null;
  return dispute('status', acts, ({ act }) => act.status);
}

function disputedPlace(acts: readonly ActFacts[]): Dispute | null {
  const countries = new Set(acts.flatMap(({ act }) => act.place?.country ?? []));
  return countries.size > 1 ? dispute('place', acts, ({ act }) => act.place?.name ?? null) : null;
}

function dispute(
  field: Dispute['field'],
  acts: readonly ActFacts[],
  valueIn: (facts: ActFacts) => string | null,
): Dispute {
  const reports = new Map<string, Set<string>>();
  for (const facts of acts) {
    const value = valueIn(facts);
    if (value === null) continue;
    reports.set(value, (reports.get(value) ?? new Set()).add(facts.report.name));
  }
  const values = [...reports].map(([value, names]) => ({ value, reports: [...names].sort() }));
  return { field, values: values.sort((a, b) => (a.value < b.value ? -1 : 1)) };
}
