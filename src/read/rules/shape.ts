import { type Line, mark } from '../lines.ts';

const URL_ONLY = /^(?:[a-z]+:\/\/|www\.)\S+$/i;
const LINK_ONLY = /^[*\-•\s]*(?:!?\[[^\]]*\]\([^\s()]*(?:\([^\s()]*\)[^\s()]*)*\)[\s|•·*]*)+$/;
const IMAGE_FILE = /^[\p{L}\p{N} _.,()@%+-]{1,120}\.(?:jpe?g|png|gif|webp|svg|bmp|avif)$/iu;
/** Why a line that is an address is dropped; one under a credit is part of it. */
export const ADDRESS = 'shape: an address alone';
const RULE_LINE = /^[-*_=~#\s]{3,}$/;
const COUNT = /^[\d.,:/|\s%+()-]+[KkMm]?$/;

/** Lines that say nothing whatever the language: lone punctuation, bare links, the names of image files. */
export function markShapes(lines: readonly Line[]): void {
  for (const line of lines) {
    const why = line.text.length > 500 ? null : shapeOf(line.text, line.folded);
    if (why) mark(line, 'chrome', why);
  }
}

/** The cheap questions come first: nearly every line is none of these. */
function shapeOf(text: string, folded: string): string | null {
  if (text.length < 80 && RULE_LINE.test(text)) return 'shape: a ruled line';
  if (folded === '' || (folded.length < 12 && !/[\p{L}\p{N}]/u.test(text))) return 'shape: punctuation alone';
  if (!text.includes(' ') && URL_ONLY.test(text)) return ADDRESS;
  if (text.includes('](') && LINK_ONLY.test(text)) return 'shape: links alone';
  if (text.length < 130 && text.lastIndexOf('.') >= text.length - 5 && IMAGE_FILE.test(text))
    return 'shape: the name of an image file';
  return text.length < 4 && COUNT.test(text) ? 'shape: a count alone' : null;
}

/** A trail of sections: "Home > World > Asia". */
export function isTrail(text: string): boolean {
  return text.length < 140 && (text.match(/\s*[>›»|/]\s+/g)?.length ?? 0) >= 2 && !/[.。]$/.test(text);
}
