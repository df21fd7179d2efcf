import type { TimeGrammar } from '../../world/times.ts';
import type { Tokens } from '../../world/tokenise.ts';
import { TimeMatcher } from './matcher.ts';
import type { TimeValue } from './value.ts';
import { WordReader } from './words.ts';

/** A time as the text words it, not yet placed in the calendar. */
export interface TimeMention {
  /** `[start, end)` in UTF-16 units of the text. */
  readonly start: number;
  readonly end: number;
  readonly value: TimeValue;
  /** The row that found it: `en/times#12`. */
  readonly rule: string;
}

export interface FindTimesOptions {
  /** The folded form of a token; not needed once the grammar's vocabulary is bound to the tokeniser's. */
  readonly fold?: (token: number) => string;
}

/** The times of a text, in text order; they do not overlap. */
export function findTimes(
  text: string,
  tokens: Tokens,
  grammar: TimeGrammar,
  options: FindTimesOptions = {},
): TimeMention[] {
  const words = new WordReader(text, tokens, grammar.vocabulary, options.fold);
  const matcher = new TimeMatcher(grammar, words);
  const mentions: TimeMention[] = [];
  for (let token = 0; token < tokens.count; token++) {
    const match = matcher.at(token);
    if (!match) continue;
    if (match.value) {
      const rule = grammar.rules[match.rule]?.id ?? '';
      mentions.push({ start: tokens.start[token] ?? 0, end: tokens.end[match.end - 1] ?? 0, value: match.value, rule });
    }
    token = match.end - 1;
  }
  return mentions;
}
