/** How many letters of a word are compared: endings change. */
const STEM = 5;

/** Counts how many words of a title a text takes up: the article does, teasers of other stories seldom do. */
export function titleRelevance(title: string): (text: string) => number {
  const stems = new Set(stemsOf(title));
  return (text) => {
    if (stems.size === 0) return 0;
    const found = new Set<string>();
    for (const stem of stemsOf(text.length > 1500 ? text.slice(0, 1500) : text)) if (stems.has(stem)) found.add(stem);
    return found.size;
  };
}

/** Beginnings of the longer words; pairs of signs where words are not spaced. */
export function stemsOf(text: string): string[] {
  const stems: string[] = [];
  for (const match of text.toLowerCase().matchAll(/[\u3040-\u9fff]+|[\p{L}\p{N}]+/gu)) {
    const word = match[0];
    if (word.charCodeAt(0) >= 0x3040 && word.charCodeAt(0) < 0xa000)
      for (let at = 0; at + 2 <= word.length; at++) stems.push(word.slice(at, at + 2));
    else if (word.length >= 4) stems.push(word.slice(0, STEM));
  }
  return stems;
}
