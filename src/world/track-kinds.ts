import type { Row } from './table.ts';

/** A stage of a kind of track. */
export interface TrackStageKind {
  name: string;
  /** Each party takes it for itself: ratified by one, then by another. */
  each: boolean;
  /** It may come again: extended in November, and in March. */
  again: boolean;
}

/** A kind of long process and its stages, in the order in which they come: one line of `track-kinds.tsv`. */
export interface TrackKind {
  id: string;
  /** Kinds of `initiatives.tsv` that are tracks of this kind. */
  initiatives: readonly string[];
  stages: readonly TrackStageKind[];
  /** What makes one track of many: `buyer` for arms, `applicant` for applications; empty: its name alone. */
  by: string;
}

/** Reads a row of `track-kinds.tsv`. */
export function trackKind(row: Row): TrackKind {
  const { id = '', initiatives = '', stages = '', by = '' } = row.cells;
  const list = words(stages).map((text) => ({
    name: text.replace(/[*+]+$/, ''),
    each: /\*/.test(text),
    again: /\+/.test(text),
  }));
  return { id, initiatives: words(initiatives), stages: list, by };
}

function words(text: string): string[] {
  return text.split(' ').filter(Boolean);
}
