import type { Quantity } from '../../model/coded.ts';
import type { NumberGrammar } from '../../world/numbers.ts';
import type { TimeGrammar } from '../../world/times.ts';
import { HAN, NUMBER, PUNCTUATION, type Tokens, WORD } from '../../world/tokenise.ts';
import { WordReader } from '../times/words.ts';
import { NumberReader, type ReadNumber } from './number-reader.ts';

export { checkNumbers } from './check.ts';

/** A stretch that is a time and therefore no quantity. */
interface Taken {
  readonly start: number;
  readonly end: number;
}

export interface FindQuantitiesOptions {
  /** The times of the text, in text order: "two days ago" is no quantity. */
  readonly times?: readonly Taken[];
  readonly fold?: (token: number) => string;
}

/** The numbers of a text that count something: number, unit, and whether the text gives it as approximate. In text order. */
export function findQuantities(
  text: string,
  tokens: Tokens,
  grammar: TimeGrammar,
  options: FindQuantitiesOptions = {},
): Quantity[] {
  const words = new WordReader(text, tokens, grammar.vocabulary, options.fold);
  const finder = new QuantityFinder(new NumberReader(words, grammar.numbers), grammar.numbers);
  const taken = new TakenReader(options.times ?? []);
  const found: Quantity[] = [];
  for (let token = 0; token < tokens.count; token++) {
    const number = finder.numberAt(token);
    if (!number) continue;
    const read = taken.covers(tokens.start[token] ?? 0) ? null : finder.quantity(token, number);
    if (read) found.push(read.quantity);
    token = (read?.end ?? number.end) - 1;
  }
  return found;
}

/** Says whether a place lies in a time; asked in text order. */
class TakenReader {
  readonly #taken: readonly Taken[];
  #next = 0;

  constructor(taken: readonly Taken[]) {
    this.#taken = taken;
  }

  covers(place: number): boolean {
    while (this.#next < this.#taken.length && (this.#taken[this.#next] as Taken).end <= place) this.#next++;
    const next = this.#taken[this.#next];
    return next !== undefined && next.start <= place;
  }
}

/** A unit and where it ends. */
interface FoundUnit {
  readonly unit: string;
  readonly end: number;
  /** "một tiếng rưỡi": half a unit more. */
  readonly half: boolean;
}

class QuantityFinder {
  readonly #reader: NumberReader;
  readonly #words: WordReader;
  readonly #grammar: NumberGrammar;

  constructor(reader: NumberReader, grammar: NumberGrammar) {
    this.#reader = reader;
    this.#words = reader.words;
    this.#grammar = grammar;
  }

  numberAt(token: number): ReadNumber | null {
    const kind = this.#words.tokens.kind[token];
    if (kind === NUMBER) return this.#inName(token) ? null : this.#reader.number(token);
    if (kind !== WORD && kind !== HAN) return null;
    return this.#grammar.opens.has(this.#words.id(token)) ? this.#reader.number(token) : null;
  }

  /** The quantity whose number begins at `start`, and the token after it. */
  quantity(start: number, number: ReadNumber): { quantity: Quantity; end: number } | null {
    const currency = this.#reader.wordBefore(start, 'currency');
    const after = this.#reader.word(number.end, 'about-after');
    const unit = currency
      ? { unit: currency.word.unit, end: number.end, half: false }
      : this.#unit(after?.end ?? number.end);
    if (!unit || this.#reader.wordBefore(start, 'ordinal')) return null;
    const first = currency?.start ?? start;
    const about = this.#reader.wordBefore(first, 'about');
    if (number.yearLike && !about && !currency) return null;
    const late = this.#reader.word(unit.end, 'about-after');
    const { tokens } = this.#words;
    const quantity = {
      start: tokens.start[about?.start ?? first] ?? 0,
      end: tokens.end[unit.end - 1] ?? 0,
      value: rounded(number.value + (unit.half ? 0.5 : 0)),
      approximate: Boolean(about || after || late),
      unit: unit.unit,
    };
    return { quantity, end: unit.end };
  }

  /** The unit after a number: at once, after a classifier, or with a few words between ("20 Turkish companies"). */
  #unit(from: number): FoundUnit | null {
    const start = this.#pastHyphen(from);
    const classifier = this.#reader.word(start, 'classifier');
    const half = classifier && this.#reader.word(classifier.end, 'half');
    let at = half?.end ?? classifier?.end ?? start;
    for (let skipped = 0; skipped <= this.#grammar.gap; skipped++) {
      const found = this.#reader.word(at, 'unit', 'currency');
      if (found && (skipped === 0 || !this.#isOneHan(at, found.end)))
        return { unit: found.word.unit, ...this.#half(found.end, Boolean(half)) };
      if (!this.#mayStandBetween(at)) break;
      at++;
    }
    if (!classifier || classifier.word.unit === '-') return null;
    return { unit: classifier.word.unit, ...this.#half(classifier.end, false) };
  }

  #half(end: number, before: boolean): { end: number; half: boolean } {
    const half = before ? null : this.#reader.word(end, 'half');
    return half ? { end: half.end, half: true } : { end, half: before };
  }

  #pastHyphen(token: number): number {
    const { tokens, text } = this.#words;
    const mark = text.charAt(tokens.start[token] ?? 0);
    return mark === '-' && this.#words.touches(token) && this.#words.touches(token + 1) ? token + 1 : token;
  }

  /** A unit of one Han character is one only right after its number: further on it is part of a word. */
  #isOneHan(start: number, end: number): boolean {
    return end === start + 1 && this.#words.tokens.kind[start] === HAN;
  }

  /** An adjective: a word that is neither a small grammar word nor glued to the digits ("20th"). */
  #mayStandBetween(token: number): boolean {
    const { tokens } = this.#words;
    const kind = tokens.kind[token];
    if (token >= tokens.count || (kind !== WORD && kind !== HAN)) return false;
    if (tokens.kind[token - 1] === NUMBER && kind === WORD && tokens.start[token] === tokens.end[token - 1])
      return false;
    return this.#reader.word(token, 'stop', 'number', 'about', 'join') === null;
  }

  /** Digits that are part of a name or a date: F-16, G20, 24/11. */
  #inName(token: number): boolean {
    const { tokens, text } = this.#words;
    if (token === 0 || tokens.start[token] !== tokens.end[token - 1]) return false;
    if (tokens.kind[token - 1] === WORD) return this.#reader.wordBefore(token, 'currency') === null;
    if (tokens.kind[token - 1] !== PUNCTUATION) return false;
    const mark = text.charAt(tokens.start[token - 1] ?? 0);
    const joined = '-/.:,'.includes(mark) && tokens.end[token - 2] === tokens.start[token - 1];
    return joined && !(mark === '-' && tokens.kind[token - 2] === NUMBER);
  }
}

/** 1.1 × 1000 must not print as 1100.0000000000001. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
