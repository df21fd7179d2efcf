import { type Tokens, tokenBuffer, tokenise, Vocabulary } from '../../world/tokenise.ts';

/** The tokens of a short text, with no vocabulary: for examples and tests, not for speed. */
export function exampleTokens(text: string): Tokens {
  const tokens = tokenBuffer(text.length);
  tokenise(text, 0, text.length, new Vocabulary(), tokens);
  return tokens;
}
