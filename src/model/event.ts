import type { ActMode, ActPerson, ActPlace, ActStatus, ActType } from './act.ts';
import type { Ends } from './span.ts';

/** An interval of days with open ends as null. */
export interface Interval {
  earliest: string | null;
  latest: string | null;
}

/** Two or more accounts of one field that do not agree; every value is kept with those who give it. */
export interface Dispute {
  field: 'when' | 'mode' | 'status' | 'place' | 'number' | 'people';
  values: { value: string; reports: string[] }[];
}

/** One stage in the life of an event: a status, and the reports that give it. */
export interface LifeStage {
  status: ActStatus;
  /** When those reports were published: the days in which the event stood so; null when that is not known. */
  when: Interval | null;
  reports: string[];
}

/** A user's correction of which acts are one event, kept by the keys of acts (`report:act`). */
export interface Correction {
  /** Counts up; of two corrections that speak of the same acts the later counts. */
  number: number;
  /** `join`: acts are one event. `split`: they are one, and not with `others`. `pin`: they are one, and nothing else is. */
  kind: 'split' | 'join' | 'pin';
  /** ISO 8601. */
  at: string;
  acts: string[];
  /** The acts that a split leaves behind. */
  others: string[];
}

/** One statement within a readout, in the words of the original. */
export interface ReadoutStatement {
  report: string;
  statement: string;
  speaker: string;
  /** Actor code of the speaker; null for a medium or an unnamed source. */
  actor: string | null;
  language: string;
  direct: boolean;
  /** The quotation, or the sentence for reported speech. */
  text: string;
  span: Ends;
  topics: string[];
  via: string[];
  /** All reports that carry it in these words or nearly these, the one above among them. */
  reports: string[];
  /** Whether no other side says something that answers to it. */
  alone: boolean;
}

/** One side's account of an event. */
export interface Readout {
  /** Actor code of the side; null gathers accounts of third parties. */
  side: string | null;
  statements: ReadoutStatement[];
  topics: string[];
  /** Topics that only this side names. */
  onlyHere: string[];
  reports: string[];
}

/** How often each side names a topic: a row of the topic matrix. */
export interface TopicRow {
  topic: string;
  /** Statements that name it, by side; null stands for third parties. Sides that do not name it are left out. */
  sides: { side: string | null; statements: number }[];
}

/** What two sides both say, each in its own words. */
export interface Counterpart {
  topics: string[];
  /** Figures that both give: `20 companies`. */
  figures: string[];
  /** One statement of each side, by its place in the readouts. */
  statements: { side: string; speaker: string; report: string; statement: string; text: string }[];
}

/** One act that was taken into an event. */
export interface EventAct {
  report: string;
  act: string;
  language: string;
}

/** What happened in the world once: the acts of many reports resolved into one. */
export interface ReadoutEvent {
  id: string;
  type: ActType;
  mode: ActMode | null;
  subtype: string | null;
  status: ActStatus;
  from: string[];
  to: string[];
  people: ActPerson[];
  when: Interval | null;
  place: ActPlace | null;
  topics: string[];
  acts: EventAct[];
  /** Path or URL of each report. */
  reports: string[];
  /** How many independent origins the reports go back to. */
  origins: number;
  /** The origins by name: an outlet, or a report's path where none is credited. */
  originNames: string[];
  languages: string[];
  disputed: Dispute[];
  /** What was said of it, in the order of publication: planned, then held, put off or called off. */
  life: LifeStage[];
  /** Each side's account, the sides in the order of their codes, third parties last. */
  readouts: Readout[];
  /** Topics by side. */
  topicMatrix: TopicRow[];
  /** What two sides both say in different words. */
  counterparts: Counterpart[];
  core: boolean;
  confidence: number;
  /** Why its acts are one event, a line a link. */
  why: string[];
}
