import { fold } from '../../world/fold.ts';
import { BREAK, HAN, NUMBER, PUNCTUATION, type Tokens, WORD } from '../../world/tokenise.ts';
import type { GrammarVocabulary } from '../../world/vocabulary.ts';

const UNREAD = -2;
const UNUSED = new Int32Array(0);

/** Gives the tokens of a text their numbers in a small grammar's vocabulary, each looked up once at most. */
export class WordReader {
  readonly text: string;
  readonly tokens: Tokens;
  readonly #vocabulary: GrammarVocabulary;
  readonly #fold: ((token: number) => string) | null;
  readonly #bound: Int32Array | null;
  /** Numbers looked up so far, for a vocabulary that is not bound. */
  readonly #ids: Int32Array;

  constructor(text: string, tokens: Tokens, vocabulary: GrammarVocabulary, fold?: (token: number) => string) {
    this.text = text;
    this.tokens = tokens;
    this.#vocabulary = vocabulary;
    this.#fold = fold ?? null;
    this.#bound = vocabulary.bound;
    this.#ids = this.#bound ? UNUSED : new Int32Array(tokens.count).fill(UNREAD);
  }

  /** The token's number, −1 for one the grammar does not know. */
  id(token: number): number {
    const bound = this.#bound;
    if (bound) {
      const interned = this.tokens.id[token] as number;
      return interned >= 0 && interned < bound.length ? (bound[interned] as number) : -1;
    }
    const known = this.#ids[token] ?? -1;
    if (known !== UNREAD) return known;
    const id = this.#read(token);
    this.#ids[token] = id;
    return id;
  }

  isCapital(token: number): boolean {
    const code = this.text.charCodeAt(this.tokens.start[token] ?? 0);
    if (code < 128) return code >= 65 && code <= 90;
    const letter = String.fromCharCode(code);
    return letter !== letter.toLowerCase();
  }

  /** Whether nothing stands between the token and the one before; Chinese may leave a space beside a character. */
  touches(token: number): boolean {
    const { start, end, kind } = this.tokens;
    return start[token] === end[token - 1] || kind[token] === HAN || kind[token - 1] === HAN;
  }

  /** The value of a number in digits, and how many digits it has; −1 when it is none. */
  number(token: number): number {
    const { start, end, kind } = this.tokens;
    if (kind[token] !== NUMBER) return -1;
    let value = 0;
    for (let at = start[token] ?? 0; at < (end[token] ?? 0); at++) {
      const digit = this.text.charCodeAt(at) - 48;
      if (digit < 0 || digit > 9) return -1;
      value = value * 10 + digit;
    }
    return value;
  }

  /** Whether a cut before this token would cut a number or a code in two: "24|.500", "7|h". */
  cutsNumber(token: number): boolean {
    const { start, end, kind, count } = this.tokens;
    if (token >= count || kind[token - 1] !== NUMBER || start[token] !== end[token - 1]) return false;
    if (kind[token] === WORD) return true;
    const joins = kind[token] === PUNCTUATION && '.,/-:'.includes(this.text.charAt(start[token] ?? 0));
    return joins && kind[token + 1] === NUMBER && start[token + 1] === end[token];
  }

  /** Whether a number begins here, and not the digits after a point ("1.|22 May"). */
  isWhole(token: number): boolean {
    if (token < 2) return true;
    const { start, end, kind } = this.tokens;
    if (start[token] !== end[token - 1] || start[token - 1] !== end[token - 2]) return true;
    return kind[token - 2] !== NUMBER || !'.,/-:'.includes(this.text.charAt(start[token - 1] ?? 0));
  }

  digits(token: number): number {
    return (this.tokens.end[token] ?? 0) - (this.tokens.start[token] ?? 0);
  }

  #read(token: number): number {
    if (this.tokens.kind[token] === BREAK) return -1;
    return this.#vocabulary.find(this.#fold ? this.#fold(token) : this.#folded(token));
  }

  #folded(token: number): string {
    return fold(this.text.slice(this.tokens.start[token], this.tokens.end[token]));
  }
}
