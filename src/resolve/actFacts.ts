import type { Act } from '../model/index.ts';
import { type DayRange, dayRange } from './days.ts';
import type { ReportFacts } from './reportFacts.ts';

/** An act with what comparing needs, worked out once. */
export interface ActFacts {
  /** `report:act`, the identity of an act among all reports. */
  key: string;
  act: Act;
  report: ReportFacts;
  /** Type, with consultations and planned meetings as one kind: one event with a life. */
  kind: string;
  /** Whether it says nothing to turn the two sides around. */
  symmetric: boolean;
  parties: string[];
  people: ReadonlySet<string>;
  /** When the text says it was; null when it does not. */
  when: DayRange | null;
  /** When it can have been at all: of the text, else around publication. Ends are finite. */
  window: DayRange;
  /** The keys under which acts of one event can meet: kind and each pair of parties. */
  blocks: readonly string[];
}

const SYMMETRIC = new Set(['CONSULT', 'AGREE', 'COOPERATE', 'MEETING']);
/** An undated act of the news itself is this fresh; of the background, it may be older. */
const FRESH_DAYS = 14;
const PAST_DAYS = 400;
/** An open end reaches so far: enough for a block to find it, and finite for the index. */
const OPEN_DAYS = 400;
const UNKNOWN: DayRange = { first: 0, last: 40_000 };

/** The acts of a report as facts. */
export function actFacts(report: ReportFacts): ActFacts[] {
  return report.coded.acts.map((act) => factsOf(act, report));
}

/** The identity of an act among all reports. */
export function actKey(report: string, act: string): string {
  return act.startsWith(report) ? act : `${report}:${act}`;
}

function factsOf(act: Act, report: ReportFacts): ActFacts {
  const kind = act.type === 'CONSULT' || (act.type === 'AGREE' && act.mode !== null) ? 'MEETING' : act.type;
  const when = dayRange(act.when);
  const parties = [...new Set([...act.from, ...act.to])].sort();
  return {
    key: actKey(report.id, act.id),
    act,
    report,
    kind,
    symmetric: SYMMETRIC.has(kind),
    parties,
    people: new Set(act.people.map((person) => person.id)),
    when,
    window: when ? finite(when) : around(report.published, act.core),
    blocks: blockKeys(kind, parties),
  };
}

function finite(range: DayRange): DayRange {
  return {
    first: Number.isFinite(range.first) ? range.first : range.last - OPEN_DAYS,
    last: Number.isFinite(range.last) ? range.last : range.first + OPEN_DAYS,
  };
}

function around(published: DayRange | null, core: boolean): DayRange {
  if (!published) return UNKNOWN;
  return { first: published.first - (core ? FRESH_DAYS : PAST_DAYS), last: published.last + FRESH_DAYS };
}

function blockKeys(kind: string, parties: readonly string[]): string[] {
  if (parties.length < 2) return parties.length === 1 ? [`${kind} ${parties[0]}`] : [];
  const keys: string[] = [];
  // A summit of twenty would make 190 pairs: there the first parties say enough.
  const some = parties.slice(0, MOST_PARTIES);
  for (const [index, one] of some.entries())
    for (const other of some.slice(index + 1)) keys.push(`${kind} ${one} ${other}`);
  return keys;
}

const MOST_PARTIES = 8;
