import type { Marked } from '../recognise/index.ts';

/** A quotation in the article's text: UTF-16 offsets of what stands between its marks. */
export interface Quote {
  start: number;
  end: number;
  block: number;
}

const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '「': '」',
  '『': '』',
  '‘': '’',
  // Windows-1252 read as Latin-1.
  '\u0093': '\u0094',
  '\u0091': '\u0092',
  '"': '"',
  "'": "'",
};
/** By UTF-16 unit: 1 for marks that open a quotation, 2 for those that may close one opened nowhere. Most of a text is neither. */
const MARKS = new Uint8Array(0x3010);
const OPENING = 1;
const DOUBLE = 2;
const DOUBLE_MARKS = '"“”«»„「」';
for (const mark of Object.keys(PAIRS)) MARKS[mark.charCodeAt(0)] = OPENING;
for (const mark of DOUBLE_MARKS) MARKS[mark.charCodeAt(0)] = (MARKS[mark.charCodeAt(0)] as number) | DOUBLE;

/** A run between single marks shorter than this is a word with an apostrophe, not a quotation. */
const SHORTEST_SINGLE = 4;

/** A shorter stretch before a mark that only closes may be anything. */
const SHORTEST_UNOPENED = 6;

/** How many blocks a quotation that is not closed may run on. */
const LONGEST_RUN = 8;

/** Finds the quotations of the article's own blocks, in text order, also those that run on over several blocks. */
export function findQuotes(marked: Marked): Quote[] {
  const { blocks, text } = marked.article;
  const own = blocks.flatMap((block, index) =>
    isChrome(block.kind) ? [] : [{ start: block.start, end: block.end, index }],
  );
  const quotes: Quote[] = [];
  for (let at = 0; at < own.length; at++) {
    const block = own[at] as OwnBlock;
    const from = unopened(text, block);
    if (from > block.start) quotes.push({ start: block.start, end: from - 1, block: block.index });
    const open = scan(text, from, block.end, block.index, quotes);
    if (open < 0) continue;
    const last = runsTo(text, own, at);
    // A straight mark in the middle of a line opens only what a later block closes.
    if (last.at === at && text[open] === '"' && !startsBlock(text, open, block.start)) continue;
    quotes.push({ start: open + 1, end: block.end, block: block.index });
    for (let next = at + 1; next <= last.at; next++) {
      const run = own[next] as OwnBlock;
      quotes.push({ start: run.start, end: next === last.at ? last.end : run.end, block: run.index });
    }
  }
  return quotes.sort((left, right) => left.start - right.start);
}

interface OwnBlock {
  start: number;
  end: number;
  index: number;
}

function isMark(text: string, at: number, which: number): boolean {
  return ((MARKS[text.charCodeAt(at)] ?? 0) & which) !== 0;
}

function isChrome(kind: string): boolean {
  return kind === 'chrome' || kind === 'teaser' || kind === 'spam';
}

/**
 * Where a quotation ends that was opened nowhere, as when a page or a translator lost the mark: the first mark of the block
 * closes, after a full stop or comma. @returns the position after the mark, or the beginning of the block
 */
function unopened(text: string, { start, end }: OwnBlock): number {
  for (let at = start; at < end; at++) {
    if (!isMark(text, at, DOUBLE)) continue;
    const mark = text[at] as string;
    const closes = '"”»」'.includes(mark) && /[.,!?…。，！？]/.test(text[at - 1] ?? '');
    const apart = mark !== '"' || /[\s,.—–-]|^$/.test(text[at + 1] ?? '');
    return closes && apart && at - start >= SHORTEST_UNOPENED ? at + 1 : start;
  }
  return start;
}

/** The later block where an unclosed quotation is closed: one whose first mark closes; else the block it opened in. */
function runsTo(text: string, own: readonly OwnBlock[], from: number): { at: number; end: number } {
  for (let at = from + 1; at < own.length && at - from <= LONGEST_RUN; at++) {
    const { start, end } = own[at] as OwnBlock;
    for (let position = start; position < end; position++) {
      if (!isMark(text, position, DOUBLE)) continue;
      const mark = text[position] as string;
      const closes =
        '”»」'.includes(mark) || (mark === '"' && position > start && !/\s/.test(text[position - 1] as string));
      return closes ? { at, end: position } : { at: from, end: 0 };
    }
  }
  return { at: from, end: 0 };
}

/** Collects the quotations of one block; returns where one opens that the block does not close, else −1. */
function scan(text: string, from: number, to: number, block: number, quotes: Quote[]): number {
  let at = from;
  while (at < to) {
    const close = isMark(text, at, OPENING) ? PAIRS[text[at] as string] : undefined;
    if (close === undefined || !opens(text, at, from)) {
      at++;
      continue;
    }
    const end = closing(text, at, to, close);
    const single = text[at] === "'" || text[at] === '‘';
    if (end < 0) {
      if (!single) return at;
      at++;
      continue;
    }
    if (end - at - 1 >= (single ? SHORTEST_SINGLE : 2)) quotes.push({ start: at + 1, end, block });
    at = end + 1;
  }
  return -1;
}

function startsBlock(text: string, at: number, from: number): boolean {
  return text.slice(from, at).trim() === '' || /[:：]\s*$/.test(text.slice(Math.max(from, at - 3), at));
}

/** A straight mark opens after white space, an opening bracket or nothing; typographic marks say so themselves. */
function opens(text: string, at: number, from: number): boolean {
  const mark = text[at] as string;
  if (mark !== '"' && mark !== "'" && mark !== '‘') return true;
  return at === from || /[\s([—–:：,，-]/.test(text[at - 1] as string);
}

function closing(text: string, open: number, to: number, close: string): number {
  const straight = close === '"' || close === "'" || close === '’';
  for (let at = open + 1; at < to; at++) {
    const mark = text[at] as string;
    // A double quotation may be closed by either of the double marks: pages mix them.
    const closes =
      close.includes(mark) || (mark === '"' && '”“'.includes(close[0] as string)) || (mark === '”' && close === '"');
    if (!closes) continue;
    if (straight && (close === "'" || close === '’') && /\p{L}/u.test(text[at + 1] ?? '')) continue;
    return at;
  }
  return -1;
}
