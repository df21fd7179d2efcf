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
  '"': '"',
  "'": "'",
};
/** A run between single marks shorter than this is a word with an apostrophe, not a quotation. */
const SHORTEST_SINGLE = 4;

/** Finds the quotations of the article's own blocks, in text order. An unclosed one runs to the end of its block. */
export function findQuotes(marked: Marked): Quote[] {
  const quotes: Quote[] = [];
  const { blocks, text } = marked.article;
  blocks.forEach((block, index) => {
    if (block.kind === 'chrome' || block.kind === 'teaser' || block.kind === 'spam') return;
    scan(text, block.start, block.end, index, quotes);
  });
  return quotes;
}

function scan(text: string, from: number, to: number, block: number, quotes: Quote[]): void {
  let at = from;
  while (at < to) {
    const close = PAIRS[text[at] as string];
    if (close === undefined || !opens(text, at, from)) {
      at++;
      continue;
    }
    const end = closing(text, at, to, close);
    const single = text[at] === "'" || text[at] === '‘';
    if (end < 0 && (single || text[at] === '"') && !startsBlock(text, at, from)) {
      at++;
      continue;
    }
    const stop = end < 0 ? to : end;
    if (stop - at - 1 >= (single ? SHORTEST_SINGLE : 2)) quotes.push({ start: at + 1, end: stop, block });
    at = stop + 1;
  }
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
