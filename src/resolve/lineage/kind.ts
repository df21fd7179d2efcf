import type { LineageKind } from '../../model/index.ts';
import type { Kinship } from './kinship.ts';

/** So much of a report's runs of words that stand in its source, and it is the same text. */
const LITERAL = 0.5;
/** A text that leaves out more of its source is an excerpt of it. */
const WHOLE = 0.78;
/** Told in another language, but not sentence by sentence. */
const FAITHFUL = 0.4;

/** How the second report was made from the first. */
export function kindOf({ a, b, coverA, coverB, withinA, likeness }: Kinship): LineageKind {
  if (a.report.language !== b.report.language)
    return likeness * Math.sqrt(Math.min(1, coverA * EXCERPTED) * coverB) >= FAITHFUL ? 'translation' : 'rewrite';
  if (withinA < LITERAL) return 'rewrite';
  return coverA >= WHOLE ? 'copy' : 'excerpt';
}

/** A translation may leave out so much of its source and still go sentence by sentence. */
const EXCERPTED = 1.25;

/** Whether two reports of one language are one text, whole or in part. */
export function isLiteral({ withinA, withinB }: Kinship): boolean {
  return Math.max(withinA, withinB) >= LITERAL;
}
