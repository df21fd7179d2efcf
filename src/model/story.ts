import type { Ends } from './span.ts';

/** The reports that carry the same news. */
export interface Story {
  id: string;
  title: string;
  reports: string[];
  events: string[];
  lineage: LineageEdge[];
  differences: Difference[];
}

/** How a report was made from another: the same text, a part of it, in another language sentence by sentence, told anew. */
export type LineageKind = 'copy' | 'excerpt' | 'translation' | 'rewrite';

/** Who took the story from whom. */
export interface LineageEdge {
  /** A report as the record names it; or an outlet by name, when its text is not at hand. */
  from: string;
  /** What `from` names. */
  source: 'report' | 'outlet';
  to: string;
  kind: LineageKind;
  /** 0…1: the share of such edges that a careful reader would accept. */
  confidence: number;
  /** Sentences that a person can check, the strongest first. */
  evidence: string[];
}

/** In what two accounts differ. */
export type DifferenceKind =
  | 'number'
  | 'date'
  | 'name'
  | 'place'
  | 'mode'
  | 'actor'
  | 'claim-dropped'
  | 'claim-added'
  | 'attribution'
  | 'strength'
  | 'quotation-altered'
  | 'quotation-dropped'
  | 'quotation-split'
  | 'mistranslation';

/** One side of a difference, in the words of the original. */
export interface DifferenceSide {
  report: string;
  /** The words; empty where the report says nothing of it. */
  text: string;
  /** Where they stand in the article's text; null where the report says nothing of it. */
  span: Ends | null;
}

/** What a retelling changed, or in what two retellings of one source differ. */
export interface Difference {
  kind: DifferenceKind;
  from: DifferenceSide;
  to: DifferenceSide;
  /** Whether `to` took the value from another source of its own or came to it by itself: `inherited` or `introduced`. */
  origin: 'inherited' | 'introduced';
  /** What differs, for a reader: `20 companies, against 30 companies`. */
  note: string;
}
