import type { Act } from './act.ts';
import type { Article } from './article.ts';
import type { ReportError, ReportRef } from './report.ts';
import type { Span } from './span.ts';
import type { Statement } from './statement.ts';
import type { StageFact, TrackMention } from './track.ts';

/** A number with its unit, as the text gives it. */
export interface Quantity extends Span {
  value: number;
  approximate: boolean;
  unit: string;
}

/**
 * Something that a sentence names, in a form that no language plays a part in, and where: `[what, start, end)`.
 * `what` is a kind and a value: `actor TUR`, `person ID`, `role foreign-minister`, `place ID`, `initiative ID`, `outlet ID`,
 * `native ID` (an outlet that writes in the language of the text), `time 2024-11-24..2024-11-24`, `topic trade`, `deed SANCTION`, `speech insist`,
 * `force admit` (what a verb of saying does beyond telling), `clause if` (a word that opens a clause), `mode phone`, `status planned` (a verb
 * that says how its act stands), `contrast trade/import`.
 */
export type Mark = [what: string, start: number, end: number];

/** A sentence of the article's own text with what it names, in text order: what reports are compared by. */
export interface Sentence extends Span {
  marks: Mark[];
}

/** One report, read and coded: a line of `readout code`. */
export interface Coded {
  report: ReportRef;
  article: Article;
  acts: Act[];
  statements: Statement[];
  quantities: Quantity[];
  /** Where long processes are named; absent from lines of an earlier version. */
  tracks?: TrackMention[];
  /** Which stages of them the report tells of. */
  stages?: StageFact[];
  /** Absent where the language is read but not coded. */
  sentences?: Sentence[];
}

/** A report that could not be read: the other kind of line. */
export interface Failed {
  report: ReportRef;
  error: ReportError;
}

export type CodedLine = Coded | Failed;
