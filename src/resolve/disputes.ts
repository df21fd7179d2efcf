import type { Dispute } from '../model/index.ts';
import { gapDays } from './days.ts';
import type { Telling } from './event.ts';

/** The fields on which the reports of one event do not agree, every value with those who give it. */
export function disputesOf(tellings: readonly Telling[]): Dispute[] {
  if (tellings.length < 2) return [];
  return [
    disputedDay(tellings),
    disputedMode(tellings),
    disputedStatus(tellings),
    disputedPlace(tellings),
    ...disputedFigures(tellings),
  ].filter((found) => found !== null);
}

/** A plan may name another day than the one on which it came about: that is its life, not a dispute. */
function disputedDay(tellings: readonly Telling[]): Dispute | null {
  const days = tellings.flatMap(({ facts }) => facts.when ?? []);
  const clash = days.some((a) => days.some((b) => gapDays(a, b) > 0));
  if (!clash) return null;
  return dispute('when', tellings, ({ act }) =>
    act.when
      ? [act.when.earliest ?? '', act.when.latest ?? ''].filter((day, index, all) => day !== all[index - 1]).join('..')
      : null,
  );
}

/** Kinds of manner that cannot both be; a visit and a meeting say the same thing more and less exactly. */
const MANNERS: readonly (readonly string[])[] = [['phone'], ['video'], ['visit', 'meeting'], ['letter']];

function disputedMode(tellings: readonly Telling[]): Dispute | null {
  const modes = new Set(tellings.map(({ act }) => act.mode));
  const kinds = MANNERS.filter((manner) => manner.some((mode) => modes.has(mode as never)));
  return kinds.length > 1 ? dispute('mode', tellings, ({ act }) => act.mode) : null;
}

/** What was called off and held after all has a life; denied when it is said to have happened already is a dispute. */
function disputedStatus(tellings: readonly Telling[]): Dispute | null {
  const told = tellings.filter(({ act }) => act.status === 'happened' || act.status === 'denied');
  const first = (status: string) =>
    told.flatMap(({ act, coded }) => (act.status === status ? (coded.article.published?.earliest ?? '0') : [])).sort();
  const [held] = first('happened');
  const denied = first('denied').at(-1);
  if (held === undefined || denied === undefined || (denied < held && denied !== '0')) return null;
  return dispute('status', told, ({ act }) => act.status);
}

function disputedPlace(tellings: readonly Telling[]): Dispute | null {
  const countries = new Set(tellings.flatMap(({ act }) => act.place?.country ?? []));
  return countries.size > 1 ? dispute('place', tellings, ({ act }) => act.place?.name ?? null) : null;
}

/** Figures with one unit of which two reports give none in common. */
function disputedFigures(tellings: readonly Telling[]): Dispute[] {
  const byUnit = new Map<string, Map<string, Set<string>>>();
  for (const { facts } of tellings)
    for (const figure of facts.figures) {
      const unit = figure.slice(figure.indexOf(' ') + 1);
      const byReport = byUnit.get(unit) ?? new Map<string, Set<string>>();
      byUnit.set(unit, byReport);
      byReport.set(facts.report.name, (byReport.get(facts.report.name) ?? new Set()).add(figure));
    }
  return [...byUnit].flatMap(([, byReport]) => {
    const given = [...byReport.values()];
    const clash = given.some((a) => given.some((b) => ![...a].some((figure) => b.has(figure))));
    return clash ? figuresIn(byReport) : [];
  });
}

function figuresIn(byReport: ReadonlyMap<string, ReadonlySet<string>>): Dispute {
  const reports = new Map<string, string[]>();
  for (const [report, figures] of byReport)
    for (const figure of figures) reports.set(figure, [...(reports.get(figure) ?? []), report]);
  return { field: 'number', values: valuesOf(reports) };
}

function dispute(
  field: Dispute['field'],
  tellings: readonly Telling[],
  valueIn: (telling: Telling) => string | null,
): Dispute {
  const reports = new Map<string, string[]>();
  for (const telling of tellings) {
    const value = valueIn(telling);
    if (value !== null) reports.set(value, [...(reports.get(value) ?? []), telling.facts.report.name]);
  }
  return { field, values: valuesOf(reports) };
}

function valuesOf(reports: ReadonlyMap<string, readonly string[]>): Dispute['values'] {
  const values = [...reports].map(([value, names]) => ({ value, reports: [...new Set(names)].sort() }));
  return values.sort((a, b) => (a.value < b.value ? -1 : 1));
}
