import { join } from 'node:path';
import { DataError } from '../../world/table.ts';
import { compileTimes, type TimeGrammar } from '../../world/times.ts';
import type { Problem } from '../times/check.ts';
import { exampleTokens } from '../times/example-tokens.ts';
import { findTimes } from '../times/find.ts';
import { findQuantities } from './index.ts';

/** Compiles a language folder's `numbers.tsv` and runs every row's example. */
export function checkNumbers(folder: string, language: string): Problem[] {
  const file = join(folder, 'numbers.tsv');
  try {
    const grammar = compileTimes(folder, language);
    return grammar.numbers.examples.flatMap(({ line, example, yields }) => {
      const found = writtenQuantities(example, grammar);
      return found === yields ? [] : [{ file, line, message: `the example yields ${found}, not ${yields}` }];
    });
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return [{ file: error.file, line: error.line, message: error.message }];
  }
}

/** The quantities of a text as the column `yields` writes them: `~20 companies; 3 days`, or `none`. */
export function writtenQuantities(text: string, grammar: TimeGrammar): string {
  const tokens = exampleTokens(text);
  const found = findQuantities(text, tokens, grammar, { times: findTimes(text, tokens, grammar) });
  const written = found.map(({ value, unit, approximate }) => `${approximate ? '~' : ''}${value} ${unit}`);
  return written.join('; ') || 'none';
}
