import { join } from 'node:path';
import { DataError } from '../../world/table.ts';
import { compileTimes, type TimeGrammar, type TimeRule } from '../../world/times.ts';
import { exampleTokens } from './example-tokens.ts';
import { findTimes } from './find.ts';
import { type ResolvedTime, type ResolveOptions, resolveTime } from './resolve.ts';

/** What is wrong with a data file, where, and what to write instead. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** The day that examples are counted from when they name none: a Saturday. */
const REFERENCE = '2024-06-15';

/** Compiles `times.tsv` of a language's folder and runs every row's example. */
export function checkTimes(folder: string, language: string): Problem[] {
  const file = join(folder, 'times.tsv');
  try {
    const grammar = compileTimes(folder, language);
    return grammar.rules.flatMap((rule) =>
      checkRule(grammar, rule).map((message) => ({ file, line: rule.line, message })),
    );
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return [{ file: error.file, line: error.line, message: error.message }];
  }
}

function checkRule(grammar: TimeGrammar, rule: TimeRule): string[] {
  if (rule.example === '') return ['the row has no example: write a sentence that shows it, and what it yields'];
  const options = exampleOptions(grammar.language, rule.reference);
  const mentions = findTimes(rule.example, exampleTokens(rule.example), grammar);
  const found = mentions.map((mention) => writtenTime(resolveTime(mention.value, options)));
  if (rule.yields === 'none')
    return found.length === 0 ? [] : [`the example must yield nothing, but yields ${found.join(', ')}`];
  const problems = found.includes(rule.yields)
    ? []
    : [`the example yields ${found.join(', ') || 'nothing'}, not ${rule.yields}`];
  const reader = mentions.find((_, index) => found[index] === rule.yields)?.rule;
  if (reader && reader !== rule.id && !rule.inner && rule.meaning.kind !== 'time') {
    problems.push(`the example is read by ${reader}, not by this row`);
  }
  return problems;
}

/** A reference cell: `2024-06-15`, with `anchor 2024-06-10`, `future` or `month-first` after it where the example needs it. */
export function exampleOptions(language: string, cell: string): ResolveOptions {
  const words = cell.split(' ').filter((word) => word !== '');
  const [earliest = REFERENCE, latest = earliest] = (/^\d/.test(words[0] ?? '') ? (words[0] ?? '') : REFERENCE).split(
    '..',
  );
  const anchor = words.includes('anchor') ? (words[words.indexOf('anchor') + 1] ?? null) : null;
  return {
    reference: words.includes('unknown') ? null : { earliest, latest },
    anchor,
    dayFirst: language !== 'en' || !words.includes('month-first'),
    future: words.includes('future'),
  };
}

/** `2024-06-15`, `2024-06-01..2024-06-30`, `2014-01-01..`, or `null`. */
export function writtenTime(time: ResolvedTime | null): string {
  if (!time) return 'null';
  return time.earliest === time.latest ? (time.earliest ?? '') : `${time.earliest ?? ''}..${time.latest ?? ''}`;
}
