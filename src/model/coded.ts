import type { Act } from './act.ts';
import type { Article } from './article.ts';
import type { ReportError, ReportRef } from './report.ts';
import type { Span } from './span.ts';
import type { Statement } from './statement.ts';

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
}

/** A report that could not be read: the other kind of line. */
export interface Failed {
  report: ReportRef;
  error: ReportError;
}

export type CodedLine = Coded | Failed;
