import { isSnippet, type Line, mark, remark } from '../lines.ts';

/** Marks what a page says twice: the headline again, a caption again, teasers printed as picture and as text. */
export function markRepeats(lines: readonly Line[], titleLine: Line | null, markup: boolean): void {
  const first = new Map<string, number>();
  lines.forEach((line, index) => {
    const before = first.get(line.folded);
    if (before === undefined || line.folded.length < 8) {
      first.set(line.folded, index);
      return;
    }
    const earlier = lines[before];
    if (earlier) markPair(lines, earlier, before, line, index, titleLine, markup);
  });
  markSnippets(lines);
}

function markPair(
  lines: readonly Line[],
  earlier: Line,
  before: number,
  line: Line,
  index: number,
  titleLine: Line | null,
  markup: boolean,
): void {
  if (line === titleLine) return;
  if (earlier === titleLine) {
    if (!line.prose || line.weight < 40) mark(line, 'chrome', 'repeat: the title again');
    return;
  }
  if (earlier.kind === 'caption') remark(line, 'chrome', 'repeat: the caption again');
  else if (earlier.kind === 'teaser') mark(line, 'teaser', 'repeat: a teaser again');
  else if (line.prose && line.weight >= 14) {
    if (isTeaserPair(lines, before, index)) markBoth(earlier, line);
    else if (index === before + 1 || (markup && index - before < 6))
      mark(line, 'chrome', 'repeat: the paragraph again');
  } else if (index === before + 1 && proseBefore(lines, before) && line.weight >= 4) markBoth(earlier, line);
  else if (!markup && !line.sentence && line.weight >= 3) mark(line, 'chrome', 'repeat: a short line again');
}

function markBoth(earlier: Line, line: Line): void {
  mark(earlier, 'teaser', 'repeat: a headline printed twice in a row');
  mark(line, 'teaser', 'repeat: a headline printed twice in a row');
}

/** A headline that is a sentence, twice in a row, among teasers or with a snippet after it. */
function isTeaserPair(lines: readonly Line[], before: number, index: number): boolean {
  const line = lines[index];
  if (!line || index !== before + 1 || line.weight > 45 || !proseBefore(lines, before)) return false;
  const next = lines[index + 1];
  return lines[before - 1]?.kind === 'teaser' || (next !== undefined && isSnippet(next.text));
}

function proseBefore(lines: readonly Line[], index: number): boolean {
  let prose = 0;
  for (let at = 0; at < index && prose < 2; at++) if (lines[at]?.prose) prose++;
  return prose >= 2;
}

/** A text that is cut off after a teaser's headline is the teaser's. */
function markSnippets(lines: readonly Line[]): void {
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before?.kind === 'teaser' && line.kind === null && isSnippet(line.text))
      mark(line, 'teaser', 'repeat: the cut-off text of a teaser');
  });
}

/** Within so many letters a headline is over. */
const HEADLINE_LENGTH = 160;
/** So many in a row are a list. */
const LIST = 3;

/**
 * Marks lists of headlines whose ends ran into the texts after them when markup was taken away ("… talks failThe ministers
 * …"). One such line may be an accident, or a name.
 */
export function markRunInto(lines: readonly Line[]): void {
  let run: Line[] = [];
  const close = () => {
    if (run.length >= LIST) for (const line of run) mark(line, 'teaser', 'repeat: headlines that ran into their texts');
    run = [];
  };
  for (const line of lines) {
    if (!line.prose) continue;
    if (isRunInto(line.text)) run.push(line);
    else close();
  }
  close();
}

/** A capital between small letters, three of them before it. */
function isRunInto(text: string): boolean {
  const most = Math.min(text.length - 1, HEADLINE_LENGTH);
  let small = 0;
  for (let at = 0; at < most; at++) {
    const code = text.charCodeAt(at);
    if (isSmall(code)) small++;
    else {
      if (small >= 3 && isCapital(code) && isSmall(text.charCodeAt(at + 1))) return true;
      small = 0;
    }
  }
  return false;
}

function isSmall(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 0xdf && code <= 0xff) ||
    (code >= 0x430 && code <= 0x45f) ||
    (isPaired(code) && code % 2 === 1)
  );
}

function isCapital(code: number): boolean {
  return (
    (code >= 65 && code <= 90) ||
    (code >= 0xc0 && code < 0xdf) ||
    (code >= 0x400 && code < 0x430) ||
    (isPaired(code) && code % 2 === 0)
  );
}

/** Blocks in which each capital is followed by its small letter. */
function isPaired(code: number): boolean {
  return (code >= 0x100 && code < 0x138) || (code >= 0x1ea0 && code < 0x1f00);
}
