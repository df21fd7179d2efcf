import { Openings } from './openings.ts';
import type { PageRow } from './page-rows.ts';

/** One phrase of `page.tsv`. */
export interface PagePhrase {
  readonly kind: string;
  readonly form: string;
  readonly language: string;
}

/** The phrases of all languages, indexed so that a line needs a handful of look-ups. */
export interface PagePhrases {
  /** Kinds of the phrase that is the whole (folded) line. */
  readonly line: ReadonlyMap<string, readonly PagePhrase[]>;
  /** By the first word or sign of the phrase, longest phrase first. */
  readonly start: ReadonlyMap<string, readonly PagePhrase[]>;
  /** By the last word or sign. */
  readonly end: ReadonlyMap<string, readonly PagePhrase[]>;
  /** By the first word or sign; looked for in short lines only. */
  readonly anywhere: ReadonlyMap<string, readonly PagePhrase[]>;
  /** The first two letters of the phrases in `anywhere`: most words are passed over by it. */
  readonly openings: Openings;
}

type Place = 'line' | 'start' | 'end' | 'anywhere';

/** Signs that stay at the end of a line, because phrases end in them. */
const KEPT_AT_END = new Set([')', '）', '】', ']', '+', '!', '?'].map((sign) => sign.charCodeAt(0)));
const KEPT_AT_START = new Set(['©', '>', '(', '（', '【', '['].map((sign) => sign.charCodeAt(0)));
const SYMBOL = /[^\p{L}\p{N}]/u;

/** Lower case, one space between words, no punctuation at the ends: how phrases and lines are compared. */
export function foldLine(text: string): string {
  const lower = text.toLowerCase();
  let start = 0;
  let end = lower.length;
  while (start < end && isEdgeSign(lower, start) && !KEPT_AT_START.has(lower.charCodeAt(start))) start++;
  while (end > start && isEdgeSign(lower, end - 1) && !KEPT_AT_END.has(lower.charCodeAt(end - 1))) end--;
  const bare = start === 0 && end === lower.length ? lower : lower.slice(start, end);
  return oneSpaced(bare);
}

function oneSpaced(text: string): string {
  return hasLooseSpace(text) ? text.replace(/\s+/g, ' ') : text;
}

/** Neither letter nor digit; asked of the ends only. */
function isEdgeSign(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) return false;
  if (code < 0xaa) return true;
  if (isPlainLetter(code)) return false;
  if (code >= 0xd800 && code <= 0xdfff) return true;
  return SYMBOL.test(text.charAt(at));
}

/** Blocks that hold nothing but letters: most letters are told without asking Unicode. */
function isPlainLetter(code: number): boolean {
  return (
    (code >= 0xd8 && code < 0x250 && code !== 0xf7) ||
    (code >= 0x400 && code < 0x482) ||
    (code >= 0x1e00 && code < 0x1f00) ||
    (code >= 0x4e00 && code < 0x9ff0)
  );
}

function hasLooseSpace(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 9 || code === 0xa0 || (code === 32 && text.charCodeAt(at + 1) === 32)) return true;
  }
  return false;
}

/** The first word of a folded text, or its first sign where words are not spaced. */
export function headOf(folded: string, from = 0): string {
  const code = folded.charCodeAt(from);
  if (code >= 0x3000) return folded.charAt(from);
  let at = from;
  while (at < folded.length && isWordCode(folded.charCodeAt(at))) at++;
  return at === from ? folded.charAt(from) : folded.slice(from, at);
}

/** The last word of a folded text, or its last sign. */
export function tailOf(folded: string): string {
  const code = folded.charCodeAt(folded.length - 1);
  if (code >= 0x3000) return folded.charAt(folded.length - 1);
  let at = folded.length;
  while (at > 0 && isWordCode(folded.charCodeAt(at - 1))) at--;
  return at === folded.length ? folded.charAt(folded.length - 1) : folded.slice(at);
}

/** A letter or digit of a spaced script. */
export function isWordCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7)
  );
}

const PLACES = new Set(['line', 'start', 'end', 'anywhere']);

/** Compiles the `page.tsv` of every language. */
export function compilePhrases(rows: readonly PageRow[]): PagePhrases {
  const index = { line: new Map(), start: new Map(), end: new Map(), anywhere: new Map() } as {
    line: Map<string, PagePhrase[]>;
    start: Map<string, PagePhrase[]>;
    end: Map<string, PagePhrase[]>;
    anywhere: Map<string, PagePhrase[]>;
  };
  for (const { language, kind, match, forms } of rows)
    if (PLACES.has(match)) for (const form of forms) add(index, match as Place, kind, form, language);
  for (const map of [index.start, index.end, index.anywhere])
    for (const list of map.values()) list.sort((a, b) => b.form.length - a.form.length);
  const openings = new Openings();
  for (const list of index.anywhere.values()) for (const { form } of list) openings.add(form.slice(0, 2));
  return { ...index, openings };
}

function add(
  index: Record<Place, Map<string, PagePhrase[]>>,
  match: Place,
  kind: string,
  written: string,
  language: string,
): void {
  const form = match === 'line' ? foldLine(written) || written.toLowerCase() : oneSpaced(written.toLowerCase());
  if (form === '') return;
  const key = match === 'line' ? form : match === 'end' ? tailOf(form) : headOf(form);
  const list = index[match].get(key);
  const phrase = { kind, form, language };
  if (list) list.push(phrase);
  else index[match].set(key, [phrase]);
}
