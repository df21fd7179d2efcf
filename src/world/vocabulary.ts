import { fold } from './fold.ts';

const PIECE = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}])+|\p{N}+|[^\s]/gu;

/** Splits a phrase of a data file as the tokeniser splits text: words, numbers, single marks, Han characters. */
export function splitWords(phrase: string): string[] {
  return phrase.normalize('NFC').match(PIECE) ?? [];
}

/** Whether a word of a data file asks for a capital in the text. */
export function asksCapital(word: string): boolean {
  return word.charAt(0) !== word.charAt(0).toLowerCase();
}

/** The words of one small grammar, numbered from 0, so that a scanner compares numbers and not strings. */
export class GrammarVocabulary {
  readonly #ids = new Map<string, number>();
  #size = 0;
  #bound: Int32Array | null = null;

  get size(): number {
    return this.#size;
  }

  /** Every folded spelling that the grammar knows, for a tokeniser that interns words. */
  get words(): Iterable<string> {
    return this.#ids.keys();
  }

  /** Token id → own number, once `bind` has been called; −1 for words of no interest. */
  get bound(): Int32Array | null {
    return this.#bound;
  }

  /** The number of a word; a new one if need be. */
  add(word: string): number {
    const folded = fold(word);
    const known = this.#ids.get(folded);
    if (known !== undefined) return known;
    const id = this.#size++;
    for (const spelling of spellings(folded)) if (!this.#ids.has(spelling)) this.#ids.set(spelling, id);
    return id;
  }

  /** The number of a folded word, −1 for one that the grammar does not know. */
  find(folded: string): number {
    return this.#ids.get(folded) ?? -1;
  }

  /** Ties the numbers to a tokeniser's ids: `intern` gives the id of a folded word. Call once, before scanning. */
  bind(intern: (folded: string) => number): void {
    const pairs: [number, number][] = [];
    let largest = -1;
    for (const [word, own] of this.#ids) {
      const id = intern(word);
      pairs.push([id, own]);
      if (id > largest) largest = id;
    }
    const bound = new Int32Array(largest + 1).fill(-1);
    for (const [id, own] of pairs) if (id >= 0) bound[id] = own;
    this.#bound = bound;
  }
}

/** Russian texts write `е` for `ё`; a Turkish `I` that opens a word is folded to `i`. */
function spellings(folded: string): string[] {
  const all = [folded];
  if (folded.includes('ё')) all.push(folded.replaceAll('ё', 'е'));
  if (folded.startsWith('ı')) all.push(`i${folded.slice(1)}`);
  return all;
}
