import type { Marked } from '../recognise/index.ts';

/** A quotation in the article's text: UTF-16 offsets of what stands between its marks. */
export interface Quote {
  start: number;
  end: number;
  block: number;
  /** Where the whole quotation ends, which may be several blocks further on. */
  closes: number;
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

/** Words of the longest name that stands in quotation marks, dashes counted. */
const LONGEST_NAME = 4;

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
    if (marked.pack.settings.dashQuotes) quotes.push(...dialogue(text, block));
    const from = unopened(text, block);
    if (from > block.start) quotes.push({ start: block.start, end: from - 1, block: block.index, closes: from - 1 });
    const open = scan(text, from, block.end, block.index, quotes);
    if (open < 0) continue;
    const last = runsTo(text, own, at);
    // A straight mark in the middle of a line opens only what a later block closes.
    if (last.at === at && text[open] === '"' && !startsBlock(text, open, block.start)) continue;
    const closes = last.at === at ? block.end : last.end;
    quotes.push({ start: open + 1, end: block.end, block: block.index, closes });
    for (let next = at + 1; next <= last.at; next++) {
      const run = own[next] as OwnBlock;
      quotes.push({ start: run.start, end: next === last.at ? last.end : run.end, block: run.index, closes });
    }
  }
  const { quotedNames } = marked.pack.settings;
  return quotes
    .filter((quote, index) => quotes.findIndex((other) => other.start === quote.start) === index)
    .filter((quote) => !(quotedNames && isName(text, quote)))
    .sort((left, right) => left.start - right.start);
}

/** "— Мы готовы, — сказал Лавров. — Вопрос решён.": words between dashes, with their speaker in the middle or at the end. */
function dialogue(text: string, { start, end, index }: OwnBlock): Quote[] {
  const said = /^\s*[—–-]\s+(.+?[,.!?…])\s+[—–-]\s+\p{Ll}.+?(?:\.\s+[—–-]\s+(?=\p{Lu})|$)/su.exec(
    text.slice(start, end),
  );
  if (!said?.[1]) return [];
  const first = start + said[0].indexOf(said[1]);
  const last = first + said[1].replace(/,$/, '').length;
  const rest = start + said[0].length;
  const quotes = [{ start: first, end: last, block: index, closes: last }];
  if (rest < end) quotes.push({ start: rest, end, block: index, closes: end });
  return quotes;
}

/** «Роснефть», «Северный поток — 2»: a few words with a capital that no colon leads to, and nobody's name follows. */
function isName(text: string, { start, end }: Quote): boolean {
  const words = text.slice(start, end);
  if (!/^[\p{Lu}\d]/u.test(words) || words.split(/\s+/).length > LONGEST_NAME || /[.!?…,]$/.test(words)) return false;
  if (endsSaying(text, end)) return false;
  return (
    /[\p{L}\d,)] *$/u.test(text.slice(Math.max(0, start - 4), start - 1)) ||
    /^ +[\p{Ll}(]/u.test(text.slice(end + 1, end + 4))
  );
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
 * closes, after a full stop or comma or with its speaker behind it. @returns the position after the mark, or the beginning of the block
 */
function unopened(text: string, { start, end }: OwnBlock): number {
  for (let at = start; at < end; at++) {
    if (!isMark(text, at, DOUBLE)) continue;
    const mark = text[at] as string;
    const closes = '"”»」'.includes(mark) && (/[.,!?…。，！？]/.test(text[at - 1] ?? '') || endsSaying(text, at));
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
    if (end - at - 1 >= (single ? SHORTEST_SINGLE : 2)) quotes.push({ start: at + 1, end, block, closes: end });
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

/** Where a quotation ends, over those within it; one mark may close both. −1 when the block does not close it. */
function closing(text: string, open: number, to: number, close: string): number {
  const single = close === "'" || close === '’';
  let depth = 1;
  let last = -1;
  for (let at = open + 1; at < to; at++) {
    const mark = text[at] as string;
    if (!single && mark === text[open] && nests(text, at)) {
      depth++;
      continue;
    }
    // A double quotation may be closed by either of the double marks: pages mix them.
    const closes =
      close.includes(mark) || (mark === '"' && '”“'.includes(close[0] as string)) || (mark === '”' && close === '"');
    if (!closes) continue;
    if (single && /\p{L}/u.test(text[at + 1] ?? '')) continue;
    last = at;
    if (--depth === 0 || endsSaying(text, at)) return at;
  }
  return last;
}

/** Within a quotation the same mark opens another one: «единый голос стран «Большой семёрки»». */
function nests(text: string, at: number): boolean {
  if (!/[\p{L}\d]/u.test(text[at + 1] ?? '')) return false;
  return text[at] !== '"' || /[\s([«—–-]/.test(text[at - 1] as string);
}

/** A comma and a dash, or a dash alone behind a full stop, lead from a quotation to who says it. */
function endsSaying(text: string, at: number): boolean {
  const stop = /[!?….,]/.test(text[at - 1] ?? '');
  return (stop ? /^\s*,?\s*[—–-]+\s*\p{Ll}/u : /^\s*,\s*[—–-]+\s*\p{Ll}/u).test(text.slice(at + 1, at + 8));
}
