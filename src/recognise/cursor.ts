import { endsInOneOf } from '../world/endings.ts';
import { fold } from '../world/fold.ts';
import type { NameEntry, Sense, SenseKind, Tokens } from '../world/index.ts';
import type { Pack } from '../world/open-pack.ts';
import { KIND } from '../world/sense-kinds.ts';
import type { LanguageSettings } from '../world/settings.ts';
import { CAPITAL, HAN, NUMBER, PUNCTUATION, SPACED, WORD } from '../world/tokenise.ts';
import type { NameHit, WordHit } from './marked.ts';
import type { Hits } from './match.ts';

/** Looks at the tokens of an article one position at a time: which name or word begins there. */
export class Cursor {
  readonly text: string;
  readonly tokens: Tokens;
  readonly #nameAt: Int32Array;
  readonly #wordAt: Int32Array;
  readonly #wordEndingAt: Int32Array;
  readonly #nameEndingAt: Int32Array;
  readonly #covered: Uint8Array;
  readonly #hits: Hits;

  readonly settings: LanguageSettings;
  readonly #markOf: Pack['markOf'];
  readonly #pack: Pack;

  /** @param times the times of the text, by characters */
  constructor(
    text: string,
    tokens: Tokens,
    hits: Hits,
    pack: Pack,
    times: readonly { readonly start: number; readonly end: number }[] = [],
  ) {
    this.settings = pack.settings;
    this.#markOf = pack.markOf;
    this.#pack = pack;
    this.text = text;
    this.tokens = tokens;
    this.#hits = hits;
    this.#nameAt = new Int32Array(tokens.count);
    this.#wordAt = new Int32Array(tokens.count);
    this.#wordEndingAt = new Int32Array(tokens.count + 1);
    this.#nameEndingAt = new Int32Array(tokens.count + 1);
    this.#covered = new Uint8Array(tokens.count);
    hits.names.forEach((hit, index) => {
      this.#nameAt[hit.from] = index + 1;
      this.#nameEndingAt[hit.to] = index + 1;
      this.#covered.fill(1, hit.from, hit.to);
    });
    hits.words.forEach((hit, index) => {
      this.#wordAt[hit.from] = index + 1;
      this.#wordEndingAt[hit.to] = index + 1;
      this.#covered.fill(1, hit.from, hit.to);
    });
    if (pack.settings.adjectiveFirst) this.#cover(times);
  }

  /** "Biden Thursday": the day is no part of a name. */
  #cover(times: readonly { readonly start: number; readonly end: number }[]): void {
    const { start, count } = this.tokens;
    let at = 0;
    for (const time of times)
      for (; at < count && (start[at] as number) < time.end; at++)
        if ((start[at] as number) >= time.start) this.#covered[at] = 1;
  }

  get names(): readonly NameHit[] {
    return this.#hits.names;
  }

  /** The name that a longer word hides which begins at a position. */
  hiddenName(at: number): NameHit | null {
    return this.#hits.hidden.find((hit) => hit.from === at) ?? null;
  }

  /** A name, a time or a word of the lexicon lies on the position. */
  covered(at: number): boolean {
    return this.#covered[at] === 1;
  }

  /** The name that ends just before a position. */
  nameBefore(at: number): NameHit | null {
    const index = this.#nameEndingAt[at];
    return index ? (this.#hits.names[index - 1] as NameHit) : null;
  }

  /** The word of the lexicon that ends just before a position. */
  wordBefore(at: number): WordHit | null {
    const index = this.#wordEndingAt[at];
    return index ? (this.#hits.words[index - 1] as WordHit) : null;
  }

  /** Names of the marks that the last word of a longer phrase is: the "with" of "talks with". */
  marksEnding(hit: WordHit): readonly string[] {
    // "由于" opens a clause and has no 于 in it.
    const opens = !this.settings.spaces && hit.senses.some((sense) => sense.kind === 'clause');
    return hit.to - hit.from > 1 && !opens ? (this.#markOf.get(this.tokens.id[hit.to - 1] as number) ?? []) : [];
  }

  /** A name or a word of the lexicon begins at a position. */
  begins(at: number): boolean {
    return this.#nameAt[at] !== 0 || this.#wordAt[at] !== 0;
  }

  /** What begins at a position can begin a noun phrase about an actor: a name, or a word for somebody. */
  beginsPhrase(at: number): boolean {
    if (this.#nameAt[at] !== 0) return true;
    const word = this.word(at);
    if (word && (word.kinds & SOMEBODY) !== 0) return true;
    return this.settings.initials === true && (this.tokens.end[at] as number) - (this.tokens.start[at] as number) === 1;
  }

  name(at: number): NameHit | null {
    const index = this.#nameAt[at];
    return index ? (this.#hits.names[index - 1] as NameHit) : null;
  }

  word(at: number): WordHit | null {
    const index = this.#wordAt[at];
    return index ? (this.#hits.words[index - 1] as WordHit) : null;
  }

  /** The sense of a kind that begins at a position. */
  sense<K extends SenseKind>(at: number, kind: K): { sense: Extract<Sense, { kind: K }>; to: number } | null {
    const hit = this.word(at);
    if (!hit || (hit.kinds & KIND[kind]) === 0) return null;
    for (const sense of hit.senses)
      if (sense.kind === kind) return { sense: sense as Extract<Sense, { kind: K }>, to: hit.to };
    return null;
  }

  has(at: number, kind: SenseKind): boolean {
    const hit = this.word(at);
    return hit !== null && (hit.kinds & KIND[kind]) !== 0;
  }

  entry(at: number, kind: NameEntry['kind']): NameEntry | null {
    return this.name(at)?.entries.find((entry) => entry.kind === kind) ?? null;
  }

  surface(from: number, to: number): string {
    return this.text.slice(this.tokens.start[from], this.tokens.end[to - 1]);
  }

  isCapital(at: number): boolean {
    return ((this.tokens.flags[at] as number) & CAPITAL) !== 0;
  }

  isWord(at: number): boolean {
    return this.tokens.kind[at] === WORD || this.tokens.kind[at] === HAN;
  }

  isNumber(at: number): boolean {
    return this.tokens.kind[at] === NUMBER;
  }

  isSpaced(at: number): boolean {
    return ((this.tokens.flags[at] as number) & SPACED) !== 0;
  }

  /** The punctuation mark at a position, or an empty string. */
  mark(at: number): string {
    return at < this.tokens.count && this.tokens.kind[at] === PUNCTUATION
      ? (this.text[this.tokens.start[at] as number] as string)
      : '';
  }

  isApostrophe(at: number): boolean {
    const mark = this.mark(at);
    return mark === "'" || mark === '’' || mark === '\u0092';
  }

  /** The ending of a name that ends before a position, behind an apostrophe or in one with it: its cases and where it ends; null without one. */
  endingAt(at: number): { cases: readonly string[]; to: number } | null {
    const { suffixes, vocabulary } = this.#pack;
    if (!suffixes || at === 0) return null;
    if (at + 1 < this.tokens.count && this.isApostrophe(at) && !this.isSpaced(at + 1)) {
      const cases = this.isWord(at + 1) ? suffixes.apart(this.surface(at + 1, at + 2)) : null;
      return cases ? { cases, to: at + 2 } : null;
    }
    const word = this.surface(at - 1, at);
    if (!this.isWord(at - 1) || !this.isCapital(at - 1) || vocabulary.get(fold(word)) >= 0) return null;
    const ending = suffixes.endingOf(word, (stem) => vocabulary.get(stem) >= 0);
    return ending ? { cases: ending.cases, to: at } : null;
  }

  /** A word of no table, in small letters, that by its ending belongs to what stands before it: "Filistin sorununda". */
  isOwned(at: number): boolean {
    const { suffixes } = this.#pack;
    if (!suffixes || at >= this.tokens.count || !this.isWord(at) || this.isCapital(at)) return false;
    if (this.word(at)?.senses.some((sense) => sense.kind !== 'status')) return false;
    return suffixes.isPossessed(this.surface(at, at + 1));
  }

  /** A word in small letters that ends as an object in the plural does, or as what several own: "suçlamaları". */
  isPlural(at: number): boolean {
    if (at >= this.tokens.count || !this.isWord(at) || this.isCapital(at)) return false;
    return endsInOneOf(this.surface(at, at + 1), this.settings.pluralEndings);
  }

  #genitiveEnd(at: number): number {
    const ending = this.endingAt(at);
    return ending?.cases.includes('gen') ? ending.to : 0;
  }

  /** The possessive `'s` (or a bare apostrophe after a plural) at a position: where it ends; 0 when there is none. */
  possessiveEnd(at: number): number {
    const { possessive, verbFinal } = this.settings;
    if (verbFinal) return this.#genitiveEnd(at);
    if (possessive && at < this.tokens.count && this.surface(at, at + 1) === possessive) return at + 1;
    if (!this.isApostrophe(at) || this.isSpaced(at)) return 0;
    if (at + 1 < this.tokens.count && !this.isSpaced(at + 1) && this.surface(at + 1, at + 2).toLowerCase() === 's')
      return at + 2;
    return at > 0 &&
      this.surface(at - 1, at)
        .toLowerCase()
        .endsWith('s')
      ? at + 1
      : 0;
  }
}

/** Kinds of words that a noun phrase about an actor can begin with. */
const SOMEBODY = KIND.former | KIND.title | KIND.post | KIND.office | KIND.head | KIND.corefer;
