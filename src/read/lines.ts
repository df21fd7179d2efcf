import type { BlockKind } from '../model/article.ts';
import { foldLine } from '../world/page-phrases.ts';
import { isLeftOut } from './left-out.ts';

/** One line of a page, with what its shape tells. */
export interface Line {
  /** 1-based, as the input has it. */
  readonly number: number;
  /** Ends of the line without the white space around it, in the article's text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Lower case, punctuation at the ends gone; cut for long lines. */
  readonly folded: string;
  /** About how many words of English it would be. */
  readonly weight: number;
  /** Ends as a sentence does. */
  readonly sentence: boolean;
  /** Long enough, and with enough sentence in it, to be told as text. */
  readonly prose: boolean;
  /** Share of the letters that stand in links (HTML), else 0. */
  readonly linked: number;
  /** Name of the element it came from (HTML), else an empty string. */
  readonly tag: string;
  kind: BlockKind | null;
  why: string;
}

/** What the HTML reader knows of a line beyond its text. */
export interface LineOrigin {
  readonly linked: number;
  readonly tag: string;
}

const CLOSERS = new Set('"\'”’»)]）】」』》›*_ '.split(''));
const ENDERS = new Set('.!?。！？…;；:：'.split(''));
/** Longer lines are told by their beginning: nothing that is looked up is longer. */
const FOLDED = 240;

/** Splits a text into its lines, blank ones left out. */
export function splitLines(text: string, origins?: readonly LineOrigin[]): Line[] {
  const lines: Line[] = [];
  let from = 0;
  let number = 0;
  while (from <= text.length) {
    let to = text.indexOf('\n', from);
    if (to < 0) to = text.length;
    number++;
    const line = lineOf(text, from, to, number, origins?.[number - 1]);
    if (line) lines.push(line);
    from = to + 1;
  }
  return lines;
}

function lineOf(text: string, from: number, to: number, number: number, origin: LineOrigin | undefined): Line | null {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (start === end) return null;
  const content = text.slice(start, end);
  const { weight, commas, stops, full } = measure(content);
  const sentence = endsSentence(content);
  const linked = origin?.linked ?? 0;
  const prose = linked < 0.5 && isProse(weight, sentence, commas, stops, full);
  const folded = foldLine(content.length > FOLDED ? content.slice(0, FOLDED) : content);
  return {
    number,
    start,
    end,
    text: content,
    folded,
    weight,
    sentence,
    prose,
    linked,
    tag: origin?.tag ?? '',
    kind: null,
    why: '',
  };
}

function isProse(weight: number, sentence: boolean, commas: number, stops: number, full: number): boolean {
  if (sentence) return weight >= 9 || (weight >= 6 && stops > 1);
  return (weight >= 26 && commas + stops > 1) || (weight >= 14 && full > 0);
}

/** `full` counts the full stops that stand for nothing else, unlike "U.S.". */
function measure(text: string): { weight: number; commas: number; stops: number; full: number } {
  let words = 0;
  let signs = 0;
  let commas = 0;
  let stops = 0;
  let full = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x3040 && code < 0xd800) {
      signs++;
      inWord = false;
    } else if (code === 0x20 || code === 0xa0 || code === 0x09) inWord = false;
    else if (!inWord && (code > 0x7f ? code < 0x2000 || code > 0x206f : isAlphanumeric(code))) {
      words++;
      inWord = true;
    }
    if (code === 0x2c || code === 0xff0c || code === 0x3001) commas++;
    else if (code === 0x2e || code === 0x3002 || code === 0x21 || code === 0x3f || code === 0xff01 || code === 0xff1f)
      stops++;
    if (code === 0x3002) full++;
  }
  return { weight: words + signs / 1.8, commas, stops, full };
}

/** Whether the last sign that is no closing quote or bracket ends a sentence. */
export function endsSentence(text: string): boolean {
  let at = text.length - 1;
  while (at > 0 && CLOSERS.has(text.charAt(at))) at--;
  const last = text.charAt(at);
  if (!ENDERS.has(last)) return false;
  return !isSnippet(text) && last !== ';' && last !== '；' && !isAbbreviated(text.slice(-6));
}

const ABBREVIATED = /\s[^\P{L}aeiouyаеёиоуыэюяıøœæ]{1,4}\.$/iu;

/** A word without a vowel before the last stop is an abbreviation ("… hk."), such as titles end in; no sentence does. */
function isAbbreviated(end: string): boolean {
  return end.charCodeAt(end.length - 1) === 0x2e && ABBREVIATED.test(end.normalize('NFD').replace(/\p{M}/gu, ''));
}

/** Cut off in the middle, as the snippet of a teaser is. */
export function isSnippet(text: string): boolean {
  return /(\.\.\.|…)\s*(\[…\]|\]|»|>>)?$/.test(text.slice(-8));
}

function isAlphanumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    code === 0x09 ||
    code === 0x0d ||
    code === 0xa0 ||
    code === 0x3000 ||
    code === 0xfeff ||
    code === 0x200b ||
    code === 0x0c ||
    code === 0x0b
  );
}

/** Says what a line is, and by which rule. The first rule to speak is believed. */
export function mark(line: Line, kind: BlockKind, why: string): void {
  if (line.kind !== null) return;
  line.kind = kind;
  line.why = why;
}

/** Says what a line is, whatever was said before. */
export function remark(line: Line, kind: BlockKind, why: string): void {
  line.kind = kind;
  line.why = why;
}

/** Not the article's own text. */
export function isDropped(line: Line): boolean {
  return isLeftOut(line.kind);
}
