import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGE_COLUMNS } from './knowledge.ts';
import { alternatives, readTable } from './table.ts';

/** Tells the language of a stretch of text; `und` when there is too little to go by. */
export type Identify = (text: string) => string;

/** Function words by language: what a language is recognised by. */
export type FunctionWords = ReadonlyMap<string, readonly string[]>;

export type Script = 'latin' | 'cyrillic' | 'han' | 'kana' | 'hangul' | 'arabic' | 'other' | 'none';

/** How much of a text is looked at: enough for certainty, little enough for microseconds. */
const SAMPLE = 1600;
/** A word that several languages share counts for less. */
const CERTAIN = 1.2;
/** Votes up to which a text is too short to be sure, and by how much a coded language is then favoured. */
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
  const scripts = codes.map((code) => scriptOf((words.get(code) ?? []).join('')));
  return (text) => {
    const sample = sampleOf(text);
    const script = scriptOf(sample);
    if (script === 'none') return 'und';
    const scores = new Float64Array(codes.length);
    const bySign = script === 'han' || script === 'kana';
    if (bySign) voteBySign(sample, votes, scores);
    else voteByWord(sample.toLowerCase(), votes, scores);
    return winner(codes, scripts, script, favoured(scores, coded));
  };
}

/** In a line or two, where a few words decide, a language that is coded has the benefit of the doubt. */
function favoured(scores: Float64Array, coded: ReadonlySet<number>): Float64Array {
  if (Math.max(...scores) > BRIEF) return scores;
  return scores.map((score, index) => (coded.has(index) ? score * DOUBT : score));
}

function compileVotes(words: FunctionWords, codes: string[]): Map<string, number[]> {
  const votes = new Map<string, number[]>();
  codes.forEach((code, index) => {
    for (const word of words.get(code) ?? []) {
      const voters = votes.get(word);
      if (voters) voters.push(index);
      else votes.set(word, [index]);
    }
  });
  return votes;
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

function voteByWord(text: string, votes: Map<string, number[]>, scores: Float64Array): void {
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const inWord = at < text.length && isLetter(text.charCodeAt(at));
    if (inWord && start < 0) start = at;
    if (inWord || start < 0) continue;
    if (at - start <= 12) vote(text.slice(start, at), votes, scores);
    start = -1;
  }
}

function voteBySign(text: string, votes: Map<string, number[]>, scores: Float64Array): void {
  for (let at = 0; at < text.length; at++) vote(text.charAt(at), votes, scores);
}

function vote(word: string, votes: Map<string, number[]>, scores: Float64Array): void {
  const voters = votes.get(word);
  if (!voters) return;
  const weight = 1 / Math.sqrt(voters.length);
  for (const voter of voters) scores[voter] = (scores[voter] ?? 0) + weight;
}

/** The beginning, the middle and the end, so that a foreign title or footer does not decide. */
function sampleOf(text: string): string {
  if (text.length <= SAMPLE) return text;
  const third = Math.floor(SAMPLE / 3);
  const middle = Math.floor(text.length / 2);
  return `${text.slice(0, third)} ${text.slice(middle, middle + third)} ${text.slice(-third)}`;
}

const SCRIPTS: readonly Script[] = ['none', 'latin', 'cyrillic', 'han', 'kana', 'hangul', 'arabic', 'other'];
/** Script of every UTF-16 unit, by its place in SCRIPTS: one look-up a letter. */
const SCRIPT_OF = Uint8Array.from({ length: 65536 }, (_, code) => SCRIPTS.indexOf(scriptOfCode(code)));
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

function scriptOfCode(code: number): Script {
  if (code < 0x41) return 'none';
  if (code < 0x250) return code < 0x5b || (code > 0x60 && code < 0x7b) || code >= 0xc0 ? 'latin' : 'none';
  if (code >= 0x1e00 && code < 0x1f00) return 'latin';
  if (code >= 0x400 && code < 0x530) return 'cyrillic';
  if (code >= 0x4e00 && code < 0xa000) return 'han';
  if (code >= 0x3040 && code < 0x3100) return 'kana';
  if (code >= 0xac00 && code < 0xd7b0) return 'hangul';
  if (code >= 0x600 && code < 0x780) return 'arabic';
  if (code >= 0x370 && code < 0x1e00) return 'other';
  return 'none';
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
