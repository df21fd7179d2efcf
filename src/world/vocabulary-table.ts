import { fold } from './fold.ts';

/** A text of endless new words must not fill the memory. */
const LARGEST = 1 << 17;

/**
 * The folded words that a pack's tables hold, numbered from 0. It grows while the pack is compiled and is only read
 * afterwards. Words as they stand in a text are looked up by a hash of their characters, so that a word seen before
 * costs neither a copy nor a folding.
 */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  #mask = (1 << 14) - 1;
  #surfaces: (string | undefined)[] = new Array(1 << 14);
  #numbers = new Int32Array(1 << 14);
  #count = 0;
  /** Spellings that are looked up as another one: traditional characters as simplified. */
  readonly #variants: ReadonlyMap<string, string>;

  /** Words of which an unknown one may be a form: "Rusyaya" of Rusya. */
  readonly #stems: ((word: string) => readonly string[]) | null;

  constructor(
    variants: ReadonlyMap<string, string> = new Map(),
    stems: ((word: string) => readonly string[]) | null = null,
  ) {
    this.#variants = variants;
    this.#stems = stems;
  }

  get size(): number {
    return this.#ids.size;
  }

  add(folded: string): number {
    const word = this.#variants.get(folded) ?? folded;
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(word, id);
    if (this.#count > 0) this.#forget(this.#mask + 1);
    return id;
  }

  /** Id of a folded form, −1 when no table holds it. */
  get(folded: string): number {
    return this.#ids.get(this.#variants.get(folded) ?? folded) ?? -1;
  }

  /** Id of the word at `[start, end)` of a text, −1 when no table holds it. */
  surface(text: string, start: number, end: number): number {
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
