import type { ReadoutEvent } from './event.ts';

/** How scores spread: their mean, the least, the greatest, and how many there are. */
export interface Spread {
  mean: number;
  min: number;
  max: number;
  n: number;
}

/** One quarter of a relation. A quarter without events is a gap in our reports, and no score. */
export interface RelationQuarter {
  /** `2024-Q4`. */
  quarter: string;
  /** Goldstein scores of the events, −10…10, hypothetical ones left out; null when no report of ours tells of any. */
  score: Spread | null;
  /** Scores of what the first did towards the second, and the second towards the first; dealings of both are in neither. */
  forth: Spread | null;
  back: Spread | null;
  /** Counts by event type, of all statuses. */
  types: Record<string, number>;
  statuses: Record<string, number>;
  events: string[];
}

/** A run of quarters of which no report of ours tells anything. */
export interface RelationGap {
  from: string;
  to: string;
  quarters: number;
}

/** Two actors over time. */
export interface Relation {
  a: string;
  b: string;
  since: string | null;
  until: string | null;
  /** From the first quarter with an event to the last, gaps included. */
  quarters: RelationQuarter[];
  gaps: RelationGap[];
  types: Record<string, number>;
  statuses: Record<string, number>;
  score: Spread | null;
  forth: Spread | null;
  back: Spread | null;
  topics: { topic: string; events: number }[];
  /** Tracks that both take part in. */
  tracks: { id: string; key: string; name: string; current: string | null }[];
  /** In the order of their days, those without one last. */
  events: ReadoutEvent[];
  /** Events that no quarter can hold: their time is not told, or spans more than a quarter. */
  unplaced: number;
}
