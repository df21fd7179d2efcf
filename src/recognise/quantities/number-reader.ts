import type { NumberGrammar, NumberKind, NumberNode, NumberWord } from '../../world/numbers.ts';
import { NUMBER, WORD } from '../../world/tokenise.ts';
import type { WordReader } from '../times/words.ts';

/** A number as it stands in the text: its value and the tokens it takes, `[start, end)`. */
export interface ReadNumber {
  readonly value: number;
  readonly end: number;
  /** Digits alone, of the length of a year. */
  readonly yearLike: boolean;
}

/** A word of `numbers.tsv` in the text. */
export interface FoundWord {
  readonly word: NumberWord;
  readonly end: number;
}

/** Part of a number: what has been added up so far, and the magnitude it was last multiplied by. */
interface Part {
  value: number;
  magnitude: number;
}

/** Reads numbers in digits and words: "1.5 billion", "hai trăm nghìn", "三万五千", "twenty-five". */
export class NumberReader {
  readonly words: WordReader;
  readonly #grammar: NumberGrammar;

  constructor(words: WordReader, grammar: NumberGrammar) {
    this.words = words;
    this.#grammar = grammar;
  }

  /** The longest phrase of the given kind that begins at a token. */
  word(token: number, ...kinds: NumberKind[]): FoundWord | null {
    let node: NumberNode | undefined = this.#grammar.root;
    let found: FoundWord | null = null;
    for (let at = token; node && at < this.words.tokens.count; at++) {
      node = node.words.get(this.words.id(at));
      const entry = node?.entries.find((each) => kinds.includes(each.kind) && this.#written(each, token));
      if (entry) found = { word: entry, end: at + 1 };
    }
    return found;
  }

  /** Whether the text capitalises a word as the table does: `A$` is no "a $"; a unit with a capital is part of a name ("Three Cities"). */
  #written(word: NumberWord, token: number): boolean {
    const capital = this.words.isCapital(token);
    return capital ? word.capital || word.kind !== 'unit' : !word.capital;
  }

  /** The phrase of the given kind that ends right before a token; the token it begins at. */
  wordBefore(token: number, kind: NumberKind): { word: NumberWord; start: number } | null {
    for (let start = Math.max(0, token - 3); start < token; start++) {
      const found = this.word(start, kind);
      if (found?.end === token) return { word: found.word, start };
    }
    return null;
  }

  /** The number that begins at a token, null when none does. */
  number(token: number): ReadNumber | null {
    const parts: Part[] = [];
    let end = token;
    for (;;) {
      const next = this.#step(parts, end, token);
      if (next === end) break;
      end = next;
    }
    if (parts.length === 0) return null;
    const value = parts.reduce((sum, part) => sum + part.value, 0);
    return {
      value,
      end,
      yearLike: end === token + 1 && this.words.digits(token) === 4 && value >= 1800 && value < 2100,
    };
  }

  /** Takes one more word or digit run into the number; returns where it ends, the same token when it does not go on. */
  #step(parts: Part[], at: number, start: number): number {
    const { tokens } = this.words;
    if (at >= tokens.count) return at;
    const last = parts.at(-1);
    if (tokens.kind[at] === NUMBER) {
      if (last && last.magnitude < 1000) return at;
      const digits = this.#digits(at);
      if (last && digits.value >= last.magnitude) return at;
      parts.push({ value: digits.value, magnitude: 1 });
      return digits.end;
    }
    const from = last ? this.#joined(at) : at;
    const found = this.word(from, 'number', 'magnitude', 'half', 'article');
    if (!found || !this.#takes(parts, found, at, start)) return at;
    return found.end;
  }

  /** Adds a word's value to the number; false when the word does not belong to it. */
  #takes(parts: Part[], { word, end }: FoundWord, at: number, start: number): boolean {
    const last = parts.at(-1);
    if (word.kind === 'magnitude') return multiply(parts, word.value);
    if (word.kind === 'half') return last ? addHalf(parts, last) : false;
    if (word.kind === 'article')
      return at === start && this.word(end, 'magnitude', 'half') !== null && push(parts, word.value);
    if (last && !follows(last, word.value)) return false;
    return push(parts, word.value);
  }

  /** Past "and" or the hyphen of "twenty-five". */
  #joined(at: number): number {
    const joint = this.word(at, 'join');
    if (joint && this.word(joint.end, 'number')) return joint.end;
    const { tokens, text } = this.words;
    const hyphen = text.charAt(tokens.start[at] ?? 0) === '-' && this.words.touches(at) && this.words.touches(at + 1);
    return hyphen && this.word(at + 1, 'number') ? at + 1 : at;
  }

  /** A run of digits with its thousands and fraction: "1,500", "1.5", "20 000". */
  #digits(token: number): { value: number; end: number } {
    let text = this.#digitsAt(token);
    let end = token + 1;
    const first = text.length;
    while (
      first <= 3 &&
      this.#separated(end, this.#grammar.group) &&
      this.#digitsAt(this.#afterMark(end)).length === 3
    ) {
      end = this.#afterMark(end);
      text += this.#digitsAt(end++);
    }
    const grouped = text.length > first;
    const marks = grouped ? this.#grammar.decimal : this.#grammar.decimal + this.#grammar.group.trim();
    if (!this.#marked(end, marks)) return { value: Number(text), end };
    const fraction = this.#digitsAt(end + 1);
    if (fraction.length > 2 && !this.#marked(end, this.#grammar.decimal)) return { value: Number(text), end };
    return { value: Number(`${text}.${fraction}`), end: end + 2 };
  }

  #digitsAt(token: number): string {
    const { tokens, text } = this.words;
    return tokens.kind[token] === NUMBER ? text.slice(tokens.start[token], tokens.end[token]) : '';
  }

  /** Whether thousands go on here: a mark and digits, or a space where the language writes one. */
  #separated(token: number, marks: string): boolean {
    if (this.#marked(token, marks)) return true;
    const { tokens } = this.words;
    return (
      marks.includes(' ') && tokens.kind[token] === NUMBER && tokens.start[token] === (tokens.end[token - 1] ?? 0) + 1
    );
  }

  #marked(token: number, marks: string): boolean {
    const { tokens, text } = this.words;
    if (token + 1 >= tokens.count || tokens.kind[token + 1] !== NUMBER) return false;
    const mark = text.charAt(tokens.start[token] ?? 0);
    return (
      mark !== '' &&
      marks.includes(mark) &&
      tokens.end[token - 1] === tokens.start[token] &&
      tokens.end[token] === tokens.start[token + 1]
    );
  }

  #afterMark(token: number): number {
    const { kind } = this.words.tokens;
    return kind[token] === NUMBER || kind[token] === WORD ? token : token + 1;
  }
}

function push(parts: Part[], value: number): boolean {
  parts.push({ value, magnitude: 1 });
  return true;
}

/** "two hundred | thousand": everything smaller than the magnitude is multiplied by it. */
function multiply(parts: Part[], magnitude: number): boolean {
  let value = 0;
  while (parts.length > 0 && (parts.at(-1) as Part).magnitude < magnitude) value += (parts.pop() as Part).value;
  parts.push({ value: (value || 1) * magnitude, magnitude });
  return true;
}

/** "one and a half", "1 tỷ rưỡi": half of the last magnitude. */
function addHalf(parts: Part[], last: Part): boolean {
  parts.push({ value: last.magnitude / 2, magnitude: 0 });
  return true;
}

/** Whether a number word may follow without a magnitude between: "twenty | five", "two hundred | five". */
function follows(last: Part, value: number): boolean {
  if (last.magnitude > 1) return value < last.magnitude;
  return last.value >= 20 && last.value < 100 && last.value % 10 === 0 && value < 10;
}
