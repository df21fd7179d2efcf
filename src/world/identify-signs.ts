/** Letters and endings that few languages share: what tells the language of a line that has hardly a function word. */
export interface Signs {
  readonly letters: ReadonlyMap<number, Ballot>;
  readonly endings: ReadonlyMap<string, Ballot>;
  readonly behindApostrophe: ReadonlyMap<string, Ballot>;
}

interface Ballot {
  readonly languages: readonly number[];
  readonly weight: number;
}

/** A letter that a language's neighbours lack says more than a word that they may happen to share. */
const LETTER = 2.5;
/** One word whose ending no other language has is enough. */
const ENDING = 1.25;
/** Lengths of the endings of words. */
const ENDINGS = [5, 4, 3, 2];
const WORD = /(['’]?)(\p{L}[\p{L}\p{M}]*)/gu;

/** Reads the signs among the words a language is recognised by: `*ğ`, `-лся`, `'den`. */
export function compileSigns(words: ReadonlyMap<string, readonly string[]>, codes: readonly string[]): Signs {
  const letters = ballots(words, codes, '*', LETTER);
  return {
    letters: new Map([...letters].map(([letter, cast]) => [letter.charCodeAt(0), cast])),
    endings: ballots(words, codes, '-', ENDING),
    behindApostrophe: ballots(words, codes, "'", ENDING),
  };
}

function ballots(
  words: ReadonlyMap<string, readonly string[]>,
  codes: readonly string[],
  mark: string,
  weight: number,
): Map<string, Ballot> {
  const languages = new Map<string, number[]>();
  codes.forEach((code, index) => {
    for (const word of words.get(code) ?? [])
      if (word.startsWith(mark)) languages.set(word.slice(1), [...(languages.get(word.slice(1)) ?? []), index]);
  });
  return new Map(
    [...languages].map(([sign, voters]) => [sign, { languages: voters, weight: weight / Math.sqrt(voters.length) }]),
  );
}

/** Every word votes by its ending and by its letters. In Latin script names keep the letters of their own language, and have no vote. */
export function voteBySigns(text: string, signs: Signs, scores: Float64Array, isLatin: boolean): void {
  for (const [, apostrophe, word = ''] of text.matchAll(WORD)) {
    const lower = word.toLowerCase();
    if (apostrophe) count(signs.behindApostrophe.get(lower), scores);
    if (isLatin && isCapital(word)) continue;
    count(ofEnding(lower, signs), scores);
    count(ofLetters(lower, signs), scores);
  }
}

function isCapital(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toLowerCase();
}

function ofEnding(word: string, { endings }: Signs): Ballot | undefined {
  for (const length of ENDINGS) {
    const found = word.length > length ? endings.get(word.slice(-length)) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** The letter that the fewest languages write decides. */
function ofLetters(word: string, { letters }: Signs): Ballot | undefined {
  let rarest: Ballot | undefined;
  for (let at = 0; at < word.length; at++) {
    const found = letters.get(word.charCodeAt(at));
    if (found && found.weight > (rarest?.weight ?? 0)) rarest = found;
  }
  return rarest;
}

function count(cast: Ballot | undefined, scores: Float64Array): void {
  for (const language of cast?.languages ?? []) scores[language] = (scores[language] ?? 0) + (cast?.weight ?? 0);
}
