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
}

/** A report that could not be read: the other kind of line. */
export interface Failed {
  report: ReportRef;
  error: ReportError;
}

export type CodedLine = Coded | Failed;
