const WORD = /\p{Script=Han}|[\p{L}\p{M}]+|\p{N}+(?:[.,]\p{N}+)*/gu;

/** The words of a text in small letters; where nothing parts words, every character is one. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

/** A word in small letters and where it stands. */
export interface Placed {
  word: string;
  start: number;
  end: number;
}

/** The words between two places of a text, as `wordsOf` tells them. */
export function placedWords(text: string, start: number, end: number): Placed[] {
  return [...text.slice(start, end).matchAll(WORD)].map(({ 0: word, index }) => ({
    word: word.toLowerCase(),
    start: start + index,
    end: start + index + word.length,
  }));
}

/** How many words in a row are no accident; syllables and characters are shorter than words. */
const RUN_WORDS = 4;
const RUN_SYLLABLES = 6;

/** How many words a shingle of a language holds. */
export function shingleLength(language: string): number {
  return language.startsWith('zh') || language.startsWith('vi') ? RUN_SYLLABLES : RUN_WORDS;
}

/** The runs of so many words, each as a 32-bit number (FNV-1a over their letters); a shorter text is one run. */
export function shinglesOf(words: readonly string[], length: number): Set<number> {
  const hashes = words.map(hashOf);
  const shingles = new Set<number>();
  for (let at = 0; at + length <= hashes.length; at++) {
    let hash = SEED;
    for (let next = at; next < at + length; next++) hash = Math.imul(hash ^ (hashes[next] as number), PRIME);
    shingles.add(hash >>> 0);
  }
  if (shingles.size === 0 && hashes.length > 0)
    shingles.add(hashes.reduce((hash, word) => Math.imul(hash ^ word, PRIME), SEED) >>> 0);
  return shingles;
}

const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

/** A 32-bit hash of a word (FNV-1a). */
export function hashOf(word: string): number {
  let hash = SEED;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), PRIME);
  return hash >>> 0;
}

/** A 53-bit hash of a text: what a number holds exactly. */
export function longHashOf(text: string): number {
  let [low, high] = [SEED, SEED ^ PRIME];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, PRIME);
    high = Math.imul(high ^ code, HIGH_PRIME);
  }
  return (((high ^ (high >>> 15)) >>> 11) >>> 0) * 0x1_0000_0000 + (low >>> 0);
}

const HIGH_PRIME = 0x85ebca6b;

/** The share of one set's members that the other has too: its containment in the other (Broder 1997). */
export function containment(inner: ReadonlySet<number>, outer: ReadonlySet<number>): number {
  if (inner.size === 0) return 0;
  let shared = 0;
  for (const one of inner) if (outer.has(one)) shared++;
  return shared / inner.size;
}
