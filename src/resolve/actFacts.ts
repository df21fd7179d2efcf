import type { Act, ActMode, ActStatus, Coded } from '../model/index.ts';
import { type DayRange, dayRange } from './days.ts';
import type { ReportSketch } from './reportSketch.ts';
import type { SharedValues } from './sharedValues.ts';

/** An act with what comparing needs, worked out once. It holds no text: see {@link ReportSketch}. */
export interface ActFacts {
  /** `report:act`, the identity of an act among all reports. */
  key: string;
  id: string;
  report: ReportSketch;
  /** Type, with consultations and planned meetings as one kind: one event with a life. */
  kind: string;
  /** Whether it says nothing to turn the two sides around. */
  symmetric: boolean;
  mode: ActMode | null;
  subtype: string | null;
  status: ActStatus;
  core: boolean;
  from: readonly string[];
  to: readonly string[];
  parties: readonly string[];
  people: readonly string[];
  /** The people of each side. */
  peopleFrom: readonly string[];
  peopleTo: readonly string[];
  topics: readonly string[];
  place: string | null;
  country: string | null;
  /** Figures with units in the sentence that tells of it: `20 companies`. */
  figures: readonly string[];
  /** When the text says it was; null when it does not. Ends are finite. */
  when: DayRange | null;
}

const SYMMETRIC = new Set(['CONSULT', 'AGREE', 'COOPERATE', 'MEETING']);
/** An open end reaches so far. */
const OPEN_DAYS = 400;

/** The acts of a report as facts. */
export function actFacts(coded: Coded, report: ReportSketch, shared: SharedValues): ActFacts[] {
  return coded.acts.map((act) => factsOf(act, coded, report, shared));
}

/** The identity of an act among all reports. */
export function actKey(report: string, act: string): string {
  return act.startsWith(report) ? act : `${report}:${act}`;
}

function factsOf(act: Act, coded: Coded, report: ReportSketch, shared: SharedValues): ActFacts {
  const kind = act.type === 'CONSULT' || (act.type === 'AGREE' && act.mode !== null) ? 'MEETING' : act.type;
  const when = dayRange(act.when);
  const peopleOn = (side: 'from' | 'to') =>
    shared.list(act.people.filter((person) => person.side === side).map(({ id }) => id));
  return {
    key: actKey(report.id, act.id),
    id: act.id,
    report,
    kind: shared.text(kind),
    symmetric: SYMMETRIC.has(kind),
    mode: act.mode,
    subtype: act.subtype && shared.text(act.subtype),
    status: act.status,
    core: act.core,
    from: shared.list(act.from),
    to: shared.list(act.to),
    parties: shared.list([...act.from, ...act.to]),
    people: shared.list(act.people.map(({ id }) => id)),
    peopleFrom: peopleOn('from'),
    peopleTo: peopleOn('to'),
    topics: shared.list(act.topics),
    place: act.place && shared.text(act.place.id),
    country: act.place?.country ? shared.text(act.place.country) : null,
    figures: shared.list(figuresOf(act, coded)),
    when: when && finite(when, shared),
  };
}

function finite({ first, last }: DayRange, shared: SharedValues): DayRange {
  return shared.range(
    Number.isFinite(first) ? first : last - OPEN_DAYS,
    Number.isFinite(last) ? last : first + OPEN_DAYS,
  );
}

/** Spans of time are no figures of a deed. */
const TIMES = new Set(['seconds', 'minutes', 'hours', 'days', 'weeks', 'months', 'years', 'times']);

function figuresOf({ evidence }: Act, { quantities }: Coded): string[] {
  return quantities
    .filter(({ start, end, unit }) => start >= evidence.start && end <= evidence.end && !TIMES.has(unit))
    .map(({ value, unit }) => `${value} ${unit}`);
}
