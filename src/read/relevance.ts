/** How many letters of a word are compared: endings change. */
const STEM = 5;
/** Shorter words are seldom what a text is about. */
const SHORTEST = 4;
/** Of longer texts the beginning is asked. */
const LOOKED_AT = 1500;

/** Counts how many words of a title a text takes up: the article does, teasers of other stories seldom do. */
export function titleRelevance(title: string): (text: string) => number {
  const stems = stemsOf(title);
  return (text) => (stems.size === 0 ? 0 : countShared(stems, stemsOf(text)));
}

/** How many words two texts have in common. */
export function countShared(stems: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let count = 0;
  for (const stem of stems) if (others.has(stem)) count++;
  return count;
}

/** Beginnings of the longer words of a text; pairs of signs where words are not spaced. */
export function stemsOf(text: string): Set<string> {
  const stems = new Set<string>();
  const lower = (text.length > LOOKED_AT ? text.slice(0, LOOKED_AT) : text).toLowerCase();
  let start = -1;
  for (let at = 0; at <= lower.length; at++) {
    const code = at < lower.length ? lower.charCodeAt(at) : 0;
    if (isSign(code)) {
      if (isSign(lower.charCodeAt(at + 1))) stems.add(lower.slice(at, at + 2));
    } else if (isInWord(code)) {
      if (start < 0) start = at;
      continue;
    }
    if (start >= 0 && at - start >= SHORTEST) stems.add(lower.slice(start, Math.min(at, start + STEM)));
    start = -1;
  }
  return stems;
}

/** Han and kana. */
function isSign(code: number): boolean {
  return code >= 0x3040 && code < 0xa000;
}

/** A letter or a digit of a script that spaces its words, lower case. */
function isInWord(code: number): boolean {
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  return (code >= 0xc0 && code < 0x2000) || code >= 0xac00;
}
