import { fold } from './fold.ts';
import type { Vocabulary } from './vocabulary-table.ts';

export { Vocabulary } from './vocabulary-table.ts';

export const WORD = 1;
export const NUMBER = 2;
export const PUNCTUATION = 3;
export const HAN = 4;
export const BREAK = 5;

/** The first letter is a capital. */
export const CAPITAL = 1;
/** Every letter is a capital. */
export const ALL_CAPITALS = 2;
/** White space stands before the token. */
export const SPACED = 4;

/**
 * The tokens of a text, as parallel arrays: words (letters and marks), numbers (digits), single punctuation
 * marks, single Han characters, line breaks. Offsets are UTF-16 units of the article's text.
 */
export interface Tokens {
  count: number;
  start: Int32Array;
  end: Int32Array;
  /** Id of the folded form in the pack's vocabulary; −1 for a word no table holds. */
  id: Int32Array;
  kind: Uint8Array;
  flags: Uint8Array;
}

/** Room for the tokens of `length` UTF-16 units of text; it grows where the text has more. */
export function tokenBuffer(length: number): Tokens {
  const size = (length >> 2) + 64;
  return {
    count: 0,
    start: new Int32Array(size),
    end: new Int32Array(size),
    id: new Int32Array(size),
    kind: new Uint8Array(size),
    flags: new Uint8Array(size),
  };
}

function grow(tokens: Tokens): void {
  const size = tokens.start.length * 2;
  const wider = (list: Int32Array): Int32Array => {
    const larger = new Int32Array(size);
    larger.set(list);
    return larger;
  };
  const broader = (list: Uint8Array): Uint8Array => {
    const larger = new Uint8Array(size);
    larger.set(list);
    return larger;
  };
  tokens.start = wider(tokens.start);
  tokens.end = wider(tokens.end);
  tokens.id = wider(tokens.id);
  tokens.kind = broader(tokens.kind);
  tokens.flags = broader(tokens.flags);
}

/** Appends a token that stands for the end of a block. */
export function pushBreak(tokens: Tokens, at: number): void {
  if (tokens.count >= tokens.start.length) grow(tokens);
  const index = tokens.count++;
  tokens.start[index] = at;
  tokens.end[index] = at;
  tokens.id[index] = -1;
  tokens.kind[index] = BREAK;
}

const CLASS_OTHER = 8;
const CLASS_LOWER = 1;
const CLASS_UPPER = 2;
const CLASS_DIGIT = 3;
const CLASS_SPACE = 4;
const CLASS_HAN = 5;
const CLASS_MARK = 6;
const CLASS_BREAK = 7;

/** The class of each UTF-16 unit met so far: two regular expressions a character would be the slowest part of a run. */
const CLASSES = new Uint8Array(65_536);

function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return CLASSES[code] || classify(code);
}

function classify(code: number): number {
  const found = classOf(code);
  CLASSES[code] = found;
  return found;
}

function classOf(code: number): number {
  if (code === 10 || code === 13 || code === 0x2028) return CLASS_BREAK;
  if ((code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || code === 0x3007) return CLASS_HAN;
  if (code >= 0xac00 && code <= 0xd7a3) return CLASS_LOWER;
  if (code >= 0xd800 && code <= 0xdfff) return CLASS_LOWER;
  const character = String.fromCharCode(code);
  if (code >= 48 && code <= 57) return CLASS_DIGIT;
  if (code <= 32 || code === 0xa0 || code === 0x200b || code === 0xfeff || code === 0x3000 || code === 0xad)
    return CLASS_SPACE;
  if (code < 128) return code >= 97 && code <= 122 ? CLASS_LOWER : code >= 65 && code <= 90 ? CLASS_UPPER : CLASS_OTHER;
  if (/\p{Lu}/u.test(character)) return CLASS_UPPER;
  if (/\p{L}/u.test(character)) return CLASS_LOWER;
  if (/\p{M}/u.test(character)) return CLASS_MARK;
  if (/\p{Nd}/u.test(character)) return CLASS_DIGIT;
  return /\p{Zs}/u.test(character) ? CLASS_SPACE : CLASS_OTHER;
}

/** Appends the tokens of `text.slice(from, to)` to the buffer. */
export function tokenise(
  text: string,
  from: number,
  to: number,
  vocabulary: Pick<Vocabulary, 'surface'>,
  tokens: Tokens,
): void {
  let at = from;
  let spaced = true;
  while (at < to) {
    const unit = classAt(text, at);
    if (unit === CLASS_SPACE) {
      spaced = true;
      at++;
      continue;
    }
    const end =
      unit === CLASS_LOWER || unit === CLASS_UPPER
        ? wordEnd(text, at, to)
        : unit === CLASS_DIGIT
          ? digitsEnd(text, at, to)
          : at + 1;
    push(tokens, text, at, end, unit, spaced, vocabulary);
    spaced = unit === CLASS_BREAK;
    at = end;
  }
}

function wordEnd(text: string, at: number, to: number): number {
  let end = at + 1;
  while (end < to) {
    const unit = classAt(text, end);
    if (unit !== CLASS_LOWER && unit !== CLASS_UPPER && unit !== CLASS_MARK) break;
    end++;
  }
  return end;
}

function digitsEnd(text: string, at: number, to: number): number {
  let end = at + 1;
  while (end < to && classAt(text, end) === CLASS_DIGIT) end++;
  return end;
}

function push(
  tokens: Tokens,
  text: string,
  at: number,
  end: number,
  unit: number,
  spaced: boolean,
  vocabulary: Pick<Vocabulary, 'surface'>,
): void {
  if (tokens.count >= tokens.start.length) grow(tokens);
  const index = tokens.count++;
  tokens.start[index] = at;
  tokens.end[index] = end;
  tokens.id[index] = vocabulary.surface(text, at, end);
  tokens.kind[index] = kindOf(unit);
  tokens.flags[index] =
    (spaced ? SPACED : 0) | (unit === CLASS_UPPER ? CAPITAL | (allCapitals(text, at, end) ? ALL_CAPITALS : 0) : 0);
}

function kindOf(unit: number): number {
  if (unit === CLASS_LOWER || unit === CLASS_UPPER) return WORD;
  if (unit === CLASS_DIGIT) return NUMBER;
  if (unit === CLASS_HAN) return HAN;
  return unit === CLASS_BREAK ? BREAK : PUNCTUATION;
}

function allCapitals(text: string, at: number, end: number): boolean {
  for (let index = at + 1; index < end; index++) if (classAt(text, index) === CLASS_LOWER) return false;
  return true;
}

/** Looks nothing up: for phrases whose words are only now being entered. */
const NOTHING: Pick<Vocabulary, 'surface'> = { surface: () => -1 };
/** Phrases are tokenised one after another while a pack is compiled; they share one buffer. */
const PHRASE = tokenBuffer(1024);

/** The folded words of a phrase, for tables: the tokens a text would give for it. */
export function phraseTokens(phrase: string, vocabulary: Vocabulary): { ids: number[]; flags: number[] } {
  PHRASE.count = 0;
  tokenise(phrase, 0, phrase.length, NOTHING, PHRASE);
  const ids: number[] = [];
  const flags: number[] = [];
  for (let index = 0; index < PHRASE.count; index++) {
    ids.push(vocabulary.add(fold(phrase.slice(PHRASE.start[index], PHRASE.end[index]))));
    flags.push(PHRASE.flags[index] as number);
  }
  return { ids, flags };
}
