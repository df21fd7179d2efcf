/** A power of two: enough that few words pass which open no name. */
const SIZE = 16384;
const FIRST_SIGN = 0x3000;
/** İ lowers to two units; words that begin with it are always looked up. */
const DOTTED = 0x130;

/** Lower case of the letters of spaced scripts, unit by unit; ё is е, as keys have it. */
const LOWER = Uint16Array.from({ length: 0x530 }, (_, code) => {
  const lower = String.fromCharCode(code).toLowerCase();
  return lower === 'ё' ? 0x435 : lower.charCodeAt(0);
});

/**
 * The beginnings of many words. Asked whether a place in a text may begin one of them, before the word is cut out, folded
 * and looked up: it may say yes wrongly, never no.
 */
export class Openings {
  readonly #known = new Uint8Array(SIZE);

  add(word: string): void {
    this.#known[hashAt(word, 0, word.length)] = 1;
  }

  mayOpen(text: string, at: number, end: number): boolean {
    return this.#known[hashAt(text, at, end)] === 1 || hasDotted(text, at, end);
  }
}

/** Of the first three letters, or of the one sign. */
function hashAt(text: string, at: number, end: number): number {
  const first = text.charCodeAt(at);
  if (first >= FIRST_SIGN) return (first * 7) & (SIZE - 1);
  const second = at + 1 < end ? lower(text.charCodeAt(at + 1)) : 0;
  const third = at + 2 < end ? lower(text.charCodeAt(at + 2)) : 0;
  return (lower(first) * 1009 + second * 53 + third) & (SIZE - 1);
}

function lower(code: number): number {
  return LOWER[code] ?? code;
}

function hasDotted(text: string, at: number, end: number): boolean {
  for (let index = at; index < end && index < at + 3; index++) if (text.charCodeAt(index) === DOTTED) return true;
  return false;
}
