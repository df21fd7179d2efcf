import { scriptOf } from '../../world/identify.ts';
import { isDropped, isSnippet, type Line, mark, remark } from '../lines.ts';
import { type DateLine, isName } from './furniture.ts';
import { type LinePhrases, phrasesOf } from './phrases.ts';
import { isTrail } from './shape.ts';

/** Lines after a stop phrase that are looked at to see whether the article goes on. */
const AHEAD = 8;
/** A lone line after the text is no longer than this when it is the headline of another story. */
const HEADLINE = 14;
/** What stands after a stop phrase is not so many times longer than what stands before it. */
const MOST_AFTER = 4;
/** So much prose must stand before a stop phrase can end the article. */
const ENOUGH = 40;

/** Ends the article at "Leave a Reply", "Related stories" and the like, when no text follows that is the article's. */
export function markAfterStop(lines: readonly Line[], found: Map<Line, LinePhrases>, surelyFrom: () => number): void {
  const all = lines.reduce((sum, line) => sum + (line.prose && !isDropped(line) ? line.weight : 0), 0);
  let prose = 0;
  let from: number | null = null;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (!line) break;
    if (line.prose && !isDropped(line)) prose += line.weight;
    const { kinds } = phrasesOf(found, line);
    if (!kinds.has('stop') || prose < ENOUGH || all > prose * MOST_AFTER) continue;
    from ??= surelyFrom();
    if (index < from) continue;
    if (!kinds.has('comment') && goesOn(lines, index)) continue;
    drop(lines, index);
    return;
  }
}

/** So many dates with words after each make a list of comments or of other stories. */
const STAMPS = 3;
/** From one date of such a list to the next there are no more lines. */
const STAMPED = 6;

/**
 * Ends the article where a list of dated pieces begins: comments, each under a name and a time, or other stories. What has
 * dates like that from its beginning is a list of its own (a live blog).
 */
export function markAfterStamps(lines: readonly Line[], dates: readonly DateLine[]): void {
  const stamped = new Set(dates.map(({ line }) => line));
  const at = lines.flatMap((line, index) => (stamped.has(line) ? [index] : []));
  for (let first = 0; first + STAMPS <= at.length; first++) {
    const run = at.slice(first, first + STAMPS);
    if (!run.every((index, place) => place === 0 || isPiece(lines, run[place - 1] ?? 0, index))) continue;
    const start = beginning(lines, run[0] ?? 0);
    if (proseIn(lines.slice(0, start)) < ENOUGH) continue;
    for (const line of lines.slice(start))
      if (!keepsItself(line)) remark(line, 'teaser', 'stamps: in a list of dated pieces');
    return;
  }
}

/** Words between two dates, but not many lines. */
function isPiece(lines: readonly Line[], from: number, to: number): boolean {
  const between = lines.slice(from + 1, to);
  return to - from <= STAMPED && between.some((line) => line.prose || line.sentence) && proseIn(between) < ENOUGH * 3;
}

/** The name over the first date. */
function beginning(lines: readonly Line[], stamp: number): number {
  const before = lines[stamp - 1];
  return before && !before.prose && !before.sentence && before.weight <= 6 ? stamp - 1 : stamp;
}

function proseIn(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + (line.prose && !isDropped(line) ? line.weight : 0), 0);
}

function goesOn(lines: readonly Line[], index: number): boolean {
  let weight = 0;
  let loose = 0;
  for (const line of lines.slice(index + 1, index + 1 + AHEAD)) {
    if (line.prose && !isDropped(line) && !isSnippet(line.text)) weight += line.weight;
    else loose++;
  }
  return weight > ENOUGH && loose <= AHEAD / 2;
}

function drop(lines: readonly Line[], from: number): void {
  for (let index = from; index < lines.length; index++) {
    const line = lines[index];
    if (!line || keepsItself(line)) continue;
    if (line.kind === 'dateline') remark(line, 'chrome', 'stop: a date among other stories');
    mark(line, index === from ? 'chrome' : 'teaser', `stop: after "${lines[from]?.folded}"`);
  }
}

function keepsItself(line: Line): boolean {
  return line.kind === 'credit' || (line.kind === 'dateline' && line.why.includes('label'));
}

/** Marks what follows the last paragraph: a signature stays, headlines of other stories do not. */
export function markTail(lines: readonly Line[], found: Map<Line, LinePhrases>, markup: boolean): void {
  markBiography(lines, found);
  const last = lastText(lines);
  if (last < 0) return;
  const tail = lines.slice(last + 1);
  const open = tail.filter((line) => line.kind === null);
  const noisy = tail.some(isDropped);
  const signature = open[0] === tail[0] ? open[0] : undefined;
  for (const line of tail)
    if (line.kind === 'dateline' && noisy && !line.why.includes('label'))
      remark(line, 'chrome', 'tail: a date among other stories');
  for (const line of open) {
    if (line === signature && isByText(line)) mark(line, 'byline', 'tail: a name after the text');
    else if (markup && line.linked < 0.3 && !/^h\d$/.test(line.tag)) continue;
    else if (open.length >= 2 || noisy || line.weight <= HEADLINE)
      mark(line, line.weight > 4 ? 'teaser' : 'chrome', 'tail: short lines after the text');
  }
}

/** How many lines after the text may credit outlets. */
const SIGNATURES = 3;

/**
 * Outlets that are named alone credit them, whatever the phrase before them says of other lines ("Kaynak: AA" is no author,
 * "Nguồn: Bloomberg" after the text no picture's); without a phrase, right after the text only.
 */
export function markOutlets(
  lines: readonly Line[],
  found: Map<Line, LinePhrases>,
  areOutlets: (text: string) => boolean,
): void {
  const last = lastText(lines);
  lines.forEach((line, index) => {
    const after = last >= 0 && index > last && index <= last + SIGNATURES;
    const { hits, kinds } = phrasesOf(found, line);
    const isSource =
      (line.kind === 'byline' && (after || kinds.has('source'))) ||
      (line.kind === 'caption' && after && kinds.has('source'));
    if (line.weight > 8 || !(isSource || (line.kind === null && after))) return;
    const forms = hits.filter(({ match }) => match === 'start').map(({ form }) => form.length);
    const bare = line.text.replace(/^[(（[]/, '');
    if (
      areOutlets(line.text) ||
      forms.some((length) => areOutlets(bare.slice(length)) || areOutlets(line.text.slice(length)))
    )
      remark(line, 'credit', 'outlets: named alone');
  });
}

/** What the page says of its author after the text is the page's, not the text's. */
function markBiography(lines: readonly Line[], found: Map<Line, LinePhrases>): void {
  for (let count = 0; count < 3; count++) {
    const line = lines[lastText(lines)];
    if (!line || !phrasesOf(found, line).kinds.has('bio') || lines.indexOf(line) < 5) return;
    remark(line, 'chrome', 'tail: about the author');
  }
}

function lastText(lines: readonly Line[]): number {
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index];
    if (line && !isDropped(line) && (line.prose || (line.sentence && line.kind === null && line.weight >= 3)))
      return index;
  }
  return -1;
}

function isByText(line: Line): boolean {
  const bare = line.text
    .replace(/[(（].*[)）]/, '')
    .replace(/[-–—/].*$/, '')
    .trim();
  return line.weight <= 10 && (isName(line.text) || (bare !== '' && isName(bare)));
}

/** Marks section names and loose short lines before the title. */
export function markHead(lines: readonly Line[], found: Map<Line, LinePhrases>, titleLine: Line | null): void {
  const title = titleLine ? lines.indexOf(titleLine) : -1;
  const firstProse = lines.findIndex((line) => line.prose && !isDropped(line));
  lines.forEach((line, index) => {
    if (line.kind !== null) return;
    if (phrasesOf(found, line).kinds.has('section') && (index < firstProse || title < 0))
      mark(line, 'chrome', 'head: the name of a section');
    else if (index < title && !line.prose) mark(line, 'chrome', 'head: a short line before the title');
    else if (index < firstProse && isTrail(line.text)) mark(line, 'chrome', 'head: a trail of sections');
  });
}

/** A short line in another script than the article: a comment heading, injected spam. Latin is at home everywhere. */
export function markForeign(lines: readonly Line[], text: string): void {
  let home: string | null = null;
  lines.forEach((line, index) => {
    if (line.kind !== null || line.weight > 12 || !/\P{ASCII}/u.test(line.text)) return;
    const script = scriptOf(line.text);
    home ??= scriptOf(text.slice(0, 4000));
    if (script === home || script === 'none' || script === 'latin') return;
    if (index > lines.length / 2 || line.weight < 4)
      mark(line, 'chrome', 'foreign: a short line in another script than the article');
  });
}
