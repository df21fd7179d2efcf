import { fold } from './fold.ts';
import { type WordArrays, WordTable, wordArrays } from './word-table.ts';

/** A text of endless new words must not fill the memory. */
const LARGEST = 1 << 16;
const SMALLEST = 1 << 12;

/** What a vocabulary knows of words beyond their list. */
interface VocabularyOptions {
  /** Spellings that are looked up as another one: traditional characters as simplified. */
  variants?: ReadonlyMap<string, string>;
  /** Words of which an unknown one may be a form: "Rusyaya" of Rusya. */
  stems?: ((word: string) => readonly string[]) | null;
  /** The words of a compiled pack. */
  compiled?: { size: number; words: WordArrays };
}

/**
 * The folded words that a pack's tables hold, numbered from 0. Words as they stand in a text are looked up by a hash of
 * their characters, folded on the way. Those that cannot be folded character by character, and forms of known words, are
 * remembered as they stand, so that a word seen before costs neither a copy nor a folding.
 */
export class Vocabulary {
  /** Words entered since the vocabulary was compiled: all of them while it is. */
  readonly #ids = new Map<string, number>();
  readonly #compiled: WordTable | null;
  readonly #compiledSize: number;
  readonly #variants: ReadonlyMap<string, string>;
  readonly #stems: ((word: string) => readonly string[]) | null;
  #mask = SMALLEST - 1;
  #surfaces: (string | undefined)[] = new Array(SMALLEST);
  #numbers = new Int32Array(SMALLEST);
  #count = 0;

  constructor({ variants = new Map(), stems = null, compiled }: VocabularyOptions = {}) {
    this.#variants = variants;
    this.#stems = stems;
    this.#compiled = compiled ? new WordTable(compiled.words) : null;
    this.#compiledSize = compiled?.size ?? 0;
  }

  get size(): number {
    return this.#compiledSize + this.#ids.size;
  }

  add(folded: string): number {
    const word = this.#variants.get(folded) ?? folded;
    const known = this.#ids.get(word) ?? this.#compiled?.get(word) ?? -1;
    if (known >= 0) return known;
    const id = this.size;
    this.#ids.set(word, id);
    if (this.#count > 0) this.#forget(this.#mask + 1);
    return id;
  }

  /** Id of a folded form, −1 when no table holds it. */
  get(folded: string): number {
    const known = this.#compiled ? this.#compiled.get(folded) : -1;
    return known >= 0 || this.#ids.size === 0 ? known : (this.#ids.get(this.#variants.get(folded) ?? folded) ?? -1);
  }

  /** Id of the word at `[start, end)` of a text, −1 when no table holds it. */
  surface(text: string, start: number, end: number): number {
    if (this.#compiled === null || this.#ids.size > 0) return this.#remembered(text, start, end);
    const id = this.#compiled.surface(text, start, end);
    if (id >= 0 || (id === -1 && this.#stems === null)) return id;
    return this.#remembered(text, start, end);
  }

  /** The words as flat arrays, with every variant of a word beside it. */
  compile(): WordArrays {
    const all = new Map(this.#ids);
    for (const [variant, word] of this.#variants) {
      const id = this.#ids.get(word);
      if (id === undefined) all.delete(variant);
      else all.set(variant, id);
    }
    return wordArrays([...all.keys()], [...all.values()]);
  }

  #remembered(text: string, start: number, end: number): number {
    let hash = 0x811c9dc5;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    let slot = (hash ^ (hash >>> 15)) & this.#mask;
    for (;;) {
      const word = this.#surfaces[slot];
      if (word === undefined) return this.#learn(slot, text.slice(start, end));
      if (word.length === end - start && text.startsWith(word, start)) return this.#numbers[slot] as number;
      slot = (slot + 1) & this.#mask;
    }
  }

  #learn(slot: number, word: string): number {
    let id = this.get(fold(word));
    if (id < 0 && this.#stems) id = this.#idOfStem(word);
    if (id < 0 && this.#stems && isShouted(word)) id = this.get(fold(word.replaceAll('I', 'ı')));
    // A slice keeps its whole text alive; a copy does not.
    this.#surfaces[slot] = Buffer.from(word).toString();
    this.#numbers[slot] = id;
    if (++this.#count * 2 > this.#mask) this.#forget(this.#mask + 1 < LARGEST ? (this.#mask + 1) * 2 : LARGEST);
    return id;
  }

  #idOfStem(word: string): number {
    const known = this.#stems?.(word).find((stem) => this.get(stem) >= 0);
    return known === undefined ? -1 : this.get(known);
  }

  #forget(size: number): void {
    this.#mask = size - 1;
    this.#surfaces = new Array(size);
    this.#numbers = new Int32Array(size);
    this.#count = 0;
  }
}

/** "KINADI": where words end in suffixes with vowel harmony, a capital I without its dot is no i. */
function isShouted(word: string): boolean {
  return word.length > 1 && word.includes('I') && word === word.toUpperCase();
}
