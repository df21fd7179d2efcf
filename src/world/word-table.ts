/** Folded words as flat arrays: how they are kept once compiled. */
export type WordArrays = {
  /** All spellings one after another, as UTF-16 units. */
  units: Uint16Array;
  /** Where each spelling begins in `units`, and at the end how many units there are. */
  starts: Int32Array;
  /** The id of each spelling: several may be one word. */
  ids: Int32Array;
  /** Open-addressing hash table, a power of two long: index of a spelling and 1, or 0. */
  slots: Int32Array;
};

const SEED = 0x811c9dc5;
const PRIME = 0x01000193;
/** A unit that is folded together with others or to several: its word takes the long way. */
const INVOLVED = 0xffff;

/** Folded units by unit, filled as they are met; 0 is not met yet. */
const FOLDED = new Uint16Array(0x10000);
/** Parts of a Hangul syllable, which compose as marks do. */
const JAMO = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/;

function foldUnit(code: number): number {
  const character = String.fromCharCode(code);
  const lower = character.normalize('NFC').replaceAll('İ', 'i').toLowerCase();
  const involved =
    code === 0 ||
    code === 0x3a3 ||
    code === 0x2bc ||
    (code >= 0xd800 && code <= 0xdfff) ||
    lower.length !== 1 ||
    /\p{M}/u.test(character) ||
    JAMO.test(character);
  // An apostrophe of any shape is one; a mark is a token of its own, so that no word holds it.
  const folded = involved ? INVOLVED : lower === '’' ? 0x27 : lower.charCodeAt(0);
  FOLDED[code] = folded;
  return folded;
}

/** Looks up words without cutting them out of their text. */
export class WordTable {
  readonly #units: Uint16Array;
  readonly #starts: Int32Array;
  readonly #ids: Int32Array;
  readonly #slots: Int32Array;

  constructor(arrays: WordArrays) {
    this.#units = arrays.units;
    this.#starts = arrays.starts;
    this.#ids = arrays.ids;
    this.#slots = arrays.slots;
  }

  /** Id of a folded word, −1 when the table does not hold it. */
  get(folded: string): number {
    let hash = SEED;
    for (let at = 0; at < folded.length; at++) hash = Math.imul(hash ^ folded.charCodeAt(at), PRIME);
    for (let slot = slotOf(hash, this.#slots.length); ; slot = (slot + 1) & (this.#slots.length - 1)) {
      const spelling = (this.#slots[slot] as number) - 1;
      if (spelling < 0) return -1;
      if (this.#is(spelling, folded)) return this.#ids[spelling] as number;
    }
  }

  /**
   * Id of the word at `[start, end)` of a text, folded on the way; −1 when the table does not hold it, −2 when the
   * word is one that must be folded as a whole first.
   */
  surface(text: string, start: number, end: number): number {
    let hash = SEED;
    let before = 0;
    let unit = 0;
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at);
      before = unit;
      unit = FOLDED[code] || foldUnit(code);
      if (unit === INVOLVED) return -2;
      hash = Math.imul(hash ^ unit, PRIME);
    }
    // "hoà", "thuý": where the tone stands is for the folding of whole words to say.
    if (unit > 0x7f && (before === 0x6f || before === 0x75)) return -2;
    const mask = this.#slots.length - 1;
    for (let slot = slotOf(hash, this.#slots.length); ; slot = (slot + 1) & mask) {
      const spelling = (this.#slots[slot] as number) - 1;
      if (spelling < 0) return -1;
      if (this.#isSurface(spelling, text, start, end)) return this.#ids[spelling] as number;
    }
  }

  #is(spelling: number, folded: string): boolean {
    const start = this.#starts[spelling] as number;
    if ((this.#starts[spelling + 1] as number) - start !== folded.length) return false;
    for (let at = 0; at < folded.length; at++) if (this.#units[start + at] !== folded.charCodeAt(at)) return false;
    return true;
  }

  #isSurface(spelling: number, text: string, from: number, to: number): boolean {
    const start = this.#starts[spelling] as number;
    if ((this.#starts[spelling + 1] as number) - start !== to - from) return false;
    for (let at = from; at < to; at++) if (this.#units[start + at - from] !== FOLDED[text.charCodeAt(at)]) return false;
    return true;
  }
}

/** Lays out spellings, with the id of each. */
export function wordArrays(spellings: readonly string[], ids: readonly number[]): WordArrays {
  const starts = new Int32Array(spellings.length + 1);
  spellings.forEach((spelling, index) => {
    starts[index + 1] = (starts[index] as number) + spelling.length;
  });
  const units = new Uint16Array(starts[spellings.length] as number);
  let size = 16;
  while (size < spellings.length * 2) size *= 2;
  const slots = new Int32Array(size);
  spellings.forEach((spelling, index) => {
    let hash = SEED;
    for (let at = 0; at < spelling.length; at++) {
      units[(starts[index] as number) + at] = spelling.charCodeAt(at);
      hash = Math.imul(hash ^ spelling.charCodeAt(at), PRIME);
    }
    let slot = slotOf(hash, size);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = index + 1;
  });
  return { units, starts, ids: Int32Array.from(ids), slots };
}

function slotOf(hash: number, size: number): number {
  return (hash ^ (hash >>> 15)) & (size - 1);
}
