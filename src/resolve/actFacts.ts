import type { Act, ActMode, ActStatus, Coded } from '../model/index.ts';
import { dayRange, type Told } from './days.ts';
import { FactArena } from './factArena.ts';
import { reportFacts } from './reportFacts.ts';
import { type ReportSketch, sketchOf } from './reportSketch.ts';
import { SharedValues } from './sharedValues.ts';

/** An act with what comparing needs, worked out once. It holds no text, and equal values are one object. */
export interface ActFacts {
  id: string;
  report: ReportSketch;
  deed: Deed;
  sides: Sides;
  people: People;
  topics: readonly string[];
  place: Place | null;
  /** Figures with units in the sentence that tells of it: `20 companies`. */
  figures: readonly string[];
  /** When the text says it was; null when it does not. */
  when: Told | null;
}

/** What was done, and how. */
export interface Deed {
  /** Type, with consultations and planned meetings as one kind: one event with a life. */
  kind: string;
  /** Whether it says nothing to turn the two sides around. */
  symmetric: boolean;
  mode: ActMode | null;
  subtype: string | null;
  status: ActStatus;
  core: boolean;
}

interface Sides {
  from: readonly string[];
  to: readonly string[];
  parties: readonly string[];
}

interface People {
  all: readonly string[];
  from: readonly string[];
  to: readonly string[];
}

interface Place {
  id: string;
  country: string | null;
}

const SYMMETRIC = new Set(['CONSULT', 'AGREE', 'COOPERATE', 'MEETING']);
/** An open end reaches so far. */
const OPEN_DAYS = 400;

/** Turns the acts of reports into facts. What equal acts have in common is kept once for all reports. */
export class FactMaker {
  readonly #shared = new SharedValues();
  readonly #arena = new FactArena();

  /** The acts of a report, in the order in which it tells them. */
  factsOf(coded: Coded): ActFacts[] {
    const report = sketchOf(reportFacts(coded), this.#arena);
    return coded.acts.map((act) => this.#factsOf(act, coded, report));
  }

  #factsOf(act: Act, coded: Coded, report: ReportSketch): ActFacts {
    return {
      id: act.id,
      report,
      deed: this.#deed(act),
      sides: this.#sides(act),
      people: this.#people(act),
      topics: this.#shared.list(act.topics),
      place: this.#place(act),
      figures: this.#shared.list(figuresOf(act, coded)),
      when: this.#time(act),
    };
  }

  #deed({ type, mode, subtype, status, core }: Act): Deed {
    const kind = type === 'CONSULT' || (type === 'AGREE' && mode !== null) ? 'MEETING' : type;
    return this.#shared.once(['deed', kind, mode ?? '', subtype ?? '', status, core ? 'core' : ''], () => ({
      kind,
      symmetric: SYMMETRIC.has(kind),
      mode,
      subtype,
      status,
      core,
    }));
  }

  #sides({ from, to }: Act): Sides {
    const shared = this.#shared;
    return shared.once(['sides', ...from, '>', ...to], () => ({
      from: shared.list(from),
      to: shared.list(to),
      parties: shared.list([...from, ...to]),
    }));
  }

  #people({ people }: Act): People {
    const shared = this.#shared;
    if (people.length === 0) return NOBODY;
    const on = (side: 'from' | 'to') => shared.list(people.flatMap((one) => (one.side === side ? one.id : [])));
    return shared.once(['people', ...people.flatMap(({ id, side }) => [side, id])], () => ({
      all: shared.list(people.map(({ id }) => id)),
      from: on('from'),
      to: on('to'),
    }));
  }

  #place({ place }: Act): Place | null {
    return (
      place &&
      this.#shared.once(['place', place.id, place.country ?? ''], () => ({ id: place.id, country: place.country }))
    );
  }

  #time({ when, spans }: Act): Told | null {
    const range = dayRange(when);
    if (!range) return null;
    const { first, last } = range;
    return this.#shared.time(
      Number.isFinite(first) ? first : last - OPEN_DAYS,
      Number.isFinite(last) ? last : first + OPEN_DAYS,
      when?.basis === 'stated' || spans.when !== undefined,
    );
  }
}

const NOBODY: People = { all: [], from: [], to: [] };

/** The identity of an act among all reports. */
export function actKey(report: string, act: string): string {
  return act.startsWith(report) ? act : `${report}:${act}`;
}

/** `report:act`, the identity of an act among all reports. */
export function keyOf({ report, id }: ActFacts): string {
  return actKey(report.id, id);
}

/** Acts in the order of their keys. */
export function byKey(a: ActFacts, b: ActFacts): number {
  return compareText(a.report.id, b.report.id) || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Spans of time are no figures of a deed. */
const TIMES = new Set(['seconds', 'minutes', 'hours', 'days', 'weeks', 'months', 'years', 'times']);

function figuresOf({ evidence }: Act, { quantities }: Coded): string[] {
  return quantities
    .filter(({ start, end, unit }) => start >= evidence.start && end <= evidence.end && !TIMES.has(unit))
    .map(({ value, unit }) => `${value} ${unit}`);
}
