import { type Line, mark } from '../lines.ts';

const URL_ONLY = /^(?:[a-z]+:\/\/|www\.)\S+$/i;
const LINK_ONLY = /^[*\-•\s]*(?:!?\[[^\]]*\]\(\S*\)[\s|•·*]*)+$/;
const IMAGE_FILE = /^[\p{L}\p{N} _.,()@%+-]{1,120}\.(?:jpe?g|png|gif|webp|svg|bmp|avif)$/iu;
/** Why a line that is an address is dropped; one under a credit is part of it. */
export const ADDRESS = 'shape: an address alone';
const RULE_LINE = /^[-*_=~#\s]{3,}$/;
const COUNT = /^[\d.,:/|\s%+()-]+[KkMm]?$/;

/** Lines that say nothing whatever the language: lone punctuation, bare links, the names of image files. */
export function markShapes(lines: readonly Line[]): void {
  for (const line of lines) {
    const { text } = line;
    if (text.length > 500) continue;
    if (RULE_LINE.test(text)) mark(line, 'chrome', 'shape: a ruled line');
    else if (line.folded === '' || !/[\p{L}\p{N}]/u.test(text)) mark(line, 'chrome', 'shape: punctuation alone');
    else if (URL_ONLY.test(text)) mark(line, 'chrome', ADDRESS);
    else if (LINK_ONLY.test(text)) mark(line, 'chrome', 'shape: links alone');
    else if (IMAGE_FILE.test(text)) mark(line, 'chrome', 'shape: the name of an image file');
    else if (COUNT.test(text) && text.length < 4) mark(line, 'chrome', 'shape: a count alone');
  }
}
