import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileSigns, voteBySigns } from './identify-signs.ts';
import { LANGUAGE_COLUMNS } from './knowledge.ts';
import { alternatives, readTable } from './table.ts';

/** Tells the language of a stretch of text; `und` when there is too little to go by. */
export type Identify = (text: string) => string;

/**
 * What a language is recognised by: its function words; an ending behind an apostrophe (`'den`), a letter that its
 * neighbours do not write (`*ğ`), the end of a word (`-лся`).
 */
export type FunctionWords = ReadonlyMap<string, readonly string[]>;

export type Script = 'latin' | 'cyrillic' | 'han' | 'kana' | 'hangul' | 'arabic' | 'other' | 'none';

/** How much of a text is looked at: enough for certainty, little enough for microseconds. */
const SAMPLE = 1600;
/** A word that several languages share counts for less. */
const CERTAIN = 1.2;
/** No function word is longer. */
const LONGEST = 15;
const FULL_STOP = 0x2e;
/**
 * Votes up to which a text is too short to be sure. In a line or two, where a few words decide, a language that is
 * coded has the benefit of the doubt, and letters and endings are heard too.
 */
const BRIEF = 4;
const DOUBT = 1.8;

/**
 * Reads the function words of `languages/<code>/identify.txt` and of `languages/other-identify.tsv`.
 * Every language folder takes part, also one that is not coded in this run: its text must not be taken for another's.
 */
export function loadFunctionWords(root: string): FunctionWords {
  const words = new Map<string, string[]>();
  for (const code of folders(root)) {
    const text = readOptional(join(root, 'languages', code, 'identify.txt'));
    if (text) words.set(code, text.normalize('NFC').split(/\s+/).filter(Boolean));
  }
  const others = readTable(join(root, 'languages', 'other-identify.tsv'), { optional: true });
  for (const { cells } of others.rows) {
    const list = alternatives(cells.words).flatMap((part) => part.split(/\s+/));
    if (cells.language && !words.has(cells.language)) words.set(cells.language, list);
  }
  return words;
}

/** Builds the identifier: function words vote, after the script has said who may stand. */
export function createIdentifier(words: FunctionWords): Identify {
  const codes = [...words.keys()];
  const coded = new Set(LANGUAGE_COLUMNS.map((code) => codes.indexOf(code)));
  const votes = compileVotes(words, codes);
  const signs = compileSigns(words, codes);
  const scripts = codes.map((code) => scriptOf((words.get(code) ?? []).join('')));
  return (text) => {
    const sample = sampleOf(text);
    const script = scriptOf(sample);
    if (script === 'none') return 'und';
    const scores = new Float64Array(codes.length);
    const byCharacter = script === 'han' || script === 'kana';
    if (byCharacter) voteByCharacter(sample, votes, scores);
    else voteByWord(sample.toLowerCase(), votes, scores);
    if (scores.some((score) => score > BRIEF)) return winner(codes, scripts, script, scores);
    const total = scores.map((score, index) => (coded.has(index) ? score * DOUBT : score));
    if (!byCharacter) voteBySigns(sample, signs, total, script === 'latin');
    return winner(codes, scripts, script, total);
  };
}

/** A function word's languages and the weight of its vote. */
interface Voters {
  readonly languages: readonly number[];
  readonly weight: number;
}

/** Function words by a number made of their letters, so that no word of a text is cut out to be looked up. */
type Votes = ReadonlyMap<number, Voters>;

function compileVotes(words: FunctionWords, codes: string[]): Votes {
  const votes = new Map<string, number[]>();
  codes.forEach((code, index) => {
    for (const word of words.get(code) ?? []) {
      const voters = votes.get(word);
      if (voters) voters.push(index);
      else votes.set(word, [index]);
    }
  });
  const byNumber = new Map<number, Voters>();
  for (const [word, languages] of votes)
    byNumber.set(numberOf(word), { languages, weight: 1 / Math.sqrt(languages.length) });
  return byNumber;
}

/** 30 bits of a word's letters: that two words share them is rarer than a misprint. */
function numberOf(word: string): number {
  let number = 0;
  for (let at = 0; at < word.length; at++) number = next(number, word.charCodeAt(at));
  return number;
}

function next(number: number, code: number): number {
  return (Math.imul(number, 0x01000193) ^ code) & 0x3fffffff;
}

function winner(codes: string[], scripts: Script[], script: Script, scores: Float64Array): string {
  let best = -1;
  let only = -1;
  let standing = 0;
  for (let index = 0; index < codes.length; index++) {
    if (!mayStand(scripts[index], script)) continue;
    standing++;
    only = index;
    if ((scores[index] ?? 0) >= CERTAIN && (best < 0 || (scores[index] ?? 0) > (scores[best] ?? 0))) best = index;
  }
  if (best >= 0) return codes[best] ?? 'und';
  return standing === 1 ? (codes[only] ?? 'und') : 'und';
}

function mayStand(script: Script | undefined, seen: Script): boolean {
  if (seen === 'kana' || script === 'kana') return seen === 'kana' && script === 'kana';
  return script === seen;
}

function voteByWord(text: string, votes: Votes, scores: Float64Array): void {
  let length = 0;
  let number = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 0;
    if (isLetter(code)) {
      number = next(number, code);
      length++;
    } else if (length > 0) {
      // The letters of "U.S." are no words.
      const isInitial = length === 1 && code === FULL_STOP;
      if (length <= LONGEST && !isInitial) vote(number, votes, scores);
      number = 0;
      length = 0;
    }
  }
}

function voteByCharacter(text: string, votes: Votes, scores: Float64Array): void {
  for (let at = 0; at < text.length; at++) vote(next(0, text.charCodeAt(at)), votes, scores);
}

function vote(number: number, votes: Votes, scores: Float64Array): void {
  const voters = votes.get(number);
  if (!voters) return;
  for (const language of voters.languages) scores[language] = (scores[language] ?? 0) + voters.weight;
}

/** The beginning, the middle and the end, so that a foreign title or footer does not decide. */
function sampleOf(text: string): string {
  if (text.length <= SAMPLE) return text;
  const third = Math.floor(SAMPLE / 3);
  const middle = Math.floor(text.length / 2);
  return `${text.slice(0, third)} ${text.slice(middle, middle + third)} ${text.slice(-third)}`;
}

const SCRIPTS: readonly Script[] = ['none', 'latin', 'cyrillic', 'han', 'kana', 'hangul', 'arabic', 'other'];
/** The stretches of UTF-16 units that belong to a script, in order of precedence: a later one overrules. */
const STRETCHES: readonly (readonly [Script, number, number])[] = [
  ['other', 0x370, 0x1e00],
  ['latin', 0x41, 0x5b],
  ['latin', 0x61, 0x7b],
  ['latin', 0xc0, 0x250],
  ['latin', 0x1e00, 0x1f00],
  ['cyrillic', 0x400, 0x530],
  ['arabic', 0x600, 0x780],
  ['kana', 0x3040, 0x3100],
  ['han', 0x4e00, 0xa000],
  ['hangul', 0xac00, 0xd7b0],
];
/** Script of every UTF-16 unit, by its place in SCRIPTS: one look-up a letter. */
const SCRIPT_OF = new Uint8Array(65536);
for (const [script, from, to] of STRETCHES) SCRIPT_OF.fill(SCRIPTS.indexOf(script), from, to);
const HAN = SCRIPTS.indexOf('han');
const KANA = SCRIPTS.indexOf('kana');
const SPACED = ['latin', 'cyrillic', 'hangul', 'arabic', 'other'].map((script) => SCRIPTS.indexOf(script as Script));

/** The script that most letters of a text belong to. */
export function scriptOf(text: string): Script {
  const counts = new Uint32Array(SCRIPTS.length);
  for (let at = 0; at < text.length; at++) {
    const script = SCRIPT_OF[text.charCodeAt(at)] ?? 0;
    counts[script] = (counts[script] ?? 0) + 1;
  }
  const most = SPACED.reduce(
    (best, script) => ((counts[script] ?? 0) > (counts[best] ?? 0) ? script : best),
    SPACED[0] ?? 0,
  );
  const spaced = counts[most] ?? 0;
  const kana = counts[KANA] ?? 0;
  const signs = (counts[HAN] ?? 0) + kana;
  // one Han sign carries about as much as two letters
  if (signs > 0 && signs * 2 > spaced) return kana * 12 > signs ? 'kana' : 'han';
  return spaced > 0 ? (SCRIPTS[most] ?? 'none') : 'none';
}

function isLetter(code: number): boolean {
  return SCRIPT_OF[code] !== 0 || (code >= 0x300 && code < 0x370);
}

function folders(root: string): string[] {
  try {
    const entries = readdirSync(join(root, 'languages'), { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function readOptional(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
