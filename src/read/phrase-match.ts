import { headOf, isWordCode, type PagePhrase, type PagePhrases, tailOf } from '../world/page-phrases.ts';
import type { Line } from './lines.ts';

/** A phrase found in a line, and how. */
export interface PhraseHit {
  readonly kind: string;
  readonly form: string;
  readonly match: 'line' | 'start' | 'end' | 'anywhere';
}

const SHORT = 40;

/** All phrases that speak about a line, the ones that say most first: whole line, start, end, anywhere. */
export function matchPhrases(line: Line, phrases: PagePhrases): PhraseHit[] {
  const { folded } = line;
  const hits: PhraseHit[] = [];
  if (folded === '') return hits;
  const whole = phrases.line.get(folded) ?? counted(folded, phrases);
  if (whole) for (const phrase of whole) hits.push({ kind: phrase.kind, form: phrase.form, match: 'line' });
  starts(phrases.start.get(headOf(folded)), folded, hits);
  if (isDigit(folded.charCodeAt(0))) afterCount(folded, phrases, hits);
  if (line.text.charAt(0).toLowerCase().charCodeAt(0) !== folded.charCodeAt(0)) {
    const raw = line.text.slice(0, 60).toLowerCase();
    starts(phrases.start.get(headOf(raw)), raw, hits);
  }
  if (line.weight > SHORT && hits.length === 0) return hits;
  ends(phrases.end.get(tailOf(folded)), folded, hits);
  if (line.weight <= SHORT) anywhere(line, phrases, hits);
  return hits;
}

/** "Comments (31)", "13 comments": the phrase without its number. */
function counted(folded: string, phrases: PagePhrases): readonly PagePhrase[] | undefined {
  if (folded.length > SHORT || !/\d/.test(folded)) return undefined;
  const bare = folded
    .replace(/[\d.,:()[\]（）|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return bare.length > 3 || bare.charCodeAt(0) >= 0x3000 ? phrases.line.get(bare) : undefined;
}

/** "34 responses to …": the phrase after its number. */
function afterCount(folded: string, phrases: PagePhrases, hits: PhraseHit[]): void {
  const space = folded.indexOf(' ');
  if (space < 1 || space > 6) return;
  const rest = folded.slice(space + 1, space + 61);
  starts(
    phrases.start.get(headOf(rest))?.filter(({ kind }) => kind === 'stop'),
    rest,
    hits,
  );
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function starts(list: readonly PagePhrase[] | undefined, folded: string, hits: PhraseHit[]): void {
  for (const phrase of list ?? [])
    if (folded.startsWith(phrase.form) && isEdge(folded, phrase.form.length, phrase.form)) {
      hits.push({ kind: phrase.kind, form: phrase.form, match: 'start' });
    }
}

function ends(list: readonly PagePhrase[] | undefined, folded: string, hits: PhraseHit[]): void {
  for (const phrase of list ?? [])
    if (folded.endsWith(phrase.form)) hits.push({ kind: phrase.kind, form: phrase.form, match: 'end' });
}

function anywhere(line: Line, phrases: PagePhrases, hits: PhraseHit[]): void {
  const lower = line.text.toLowerCase();
  let inWord = false;
  for (let at = 0; at < lower.length; at++) {
    const code = lower.charCodeAt(at);
    const opens = code >= 0x3000 || !inWord || !isWordCode(code);
    inWord = code < 0x3000 && isWordCode(code);
    if (opens && phrases.openings.mayOpen(lower, at, Math.min(at + 2, lower.length)))
      phraseAt(lower, at, phrases, hits);
  }
}

function phraseAt(lower: string, at: number, phrases: PagePhrases, hits: PhraseHit[]): void {
  for (const phrase of phrases.anywhere.get(headOf(lower, at)) ?? [])
    if (lower.startsWith(phrase.form, at) && isEdge(lower, at + phrase.form.length, phrase.form)) {
      hits.push({ kind: phrase.kind, form: phrase.form, match: 'anywhere' });
      return;
    }
}

/** A phrase that ends in a letter must end where the word ends. */
function isEdge(text: string, at: number, form: string): boolean {
  const last = form.charCodeAt(form.length - 1);
  if (last >= 0x3000 || !isWordCode(last)) return true;
  return at >= text.length || !isWordCode(text.charCodeAt(at));
}
