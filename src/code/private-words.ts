import type { Statement } from '../model/index.ts';

/**
 * Whether a character of a report stands in a quotation of somebody who speaks for no state and no organisation: what
 * an analyst says a state has done is no news of it.
 * @param at character offset in the article's text
 */
export function isPrivateWord(statements: readonly Statement[], at: number): boolean {
  return statements.some(
    ({ direct, start, end, speaker }) =>
      direct && start <= at && at < end && speaker.kind === 'person' && speaker.actor === null,
  );
}
