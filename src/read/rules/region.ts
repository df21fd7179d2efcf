import { Kinship } from '../kinship.ts';
import { isDropped, type Line, mark } from '../lines.ts';
import { countShared, stemsOf } from '../relevance.ts';

/** The first and the last line (as indexes) between which the article stands. */
export interface Region {
  readonly first: number;
  readonly last: number;
}

/** A long paragraph counts no more than this, so that one long footer does not outweigh an article. */
const MOST = 60;
/** What a line costs that may be a heading, a caption, or chrome no phrase knows; the second in a row costs more. */
const UNKNOWN = -2;
const DROPPED = -5;
const IN_A_ROW = -1.5;
const WORST = -20;
/** No snippet is longer. */
const SNIPPET = 45;
/** Short prose alone between short lines is as often a snippet or a comment as the article's. */
const ALONE = 0.3;
/** What prose is worth that stands between short lines and shares no words with any. */
const STRANGER = 2;
/** How far before its first line the headline of a stretch may stand. */
const HEADLINE_WITHIN = 10;
/** What each word of the headline that the text takes up adds, and how many count. */
const TAKEN_UP = 0.35;
const MOST_TAKEN_UP = 4;
/** A stretch with so little is not asked for its headline. */
const ENOUGH = 30;

/**
 * The stretch of lines that gains most: prose counts for it, chrome and loose short lines against it. Among the stretches
 * that cannot be made better by adding or leaving out lines, the one wins whose text also takes up the words of the
 * headline before it.
 */
export function findRegion(lines: readonly Line[]): Region | null {
  let best: Stretch | null = null;
  let most = 0;
  const candidates = stretches(gains(lines));
  for (const stretch of candidates) {
    const sum = stretch.right - stretch.left;
    if (sum < most / 3) continue;
    const asked = sum >= ENOUGH && candidates.length > 1;
    const taken = asked ? Math.min(MOST_TAKEN_UP, headlineWords(lines, stretch)) : 0;
    const score = sum * (1 + TAKEN_UP * taken);
    if (score > most) {
      most = score;
      best = stretch;
    }
  }
  return best && withItsLists(lines, withClosing(lines, best));
}

/** A last paragraph that one known line (a button, an advertisement) parts from the text. */
function withClosing(lines: readonly Line[], region: Region): Region {
  const [between, next, after] = lines.slice(region.last + 1, region.last + 4);
  const isClosing = between && isDropped(between) && next && isText(next) && next.sentence && !(after && isText(after));
  return isClosing ? { first: region.first, last: region.last + 2 } : region;
}

/** So many lines of one shape in a row are a list that belongs to the text before it. */
const LIST = 4;
/** How far after the text such a list may begin: its heading stands between. */
const LIST_WITHIN = 2;

/** Lists of the text's own at its end: lines of one shape, as menus and headlines are not ("Path A: one, two"). */
function withItsLists(lines: readonly Line[], region: Region): Region {
  for (let start = region.last + 1; start <= region.last + 1 + LIST_WITHIN; start++) {
    const shape = shapeOf(lines[start]);
    let end = start;
    while (shape !== '' && shapeOf(lines[end]) === shape) end++;
    if (end - start >= LIST) return withItsLists(lines, { first: region.first, last: end - 1 });
  }
  return region;
}

/** The first signs of a line that are no letters; none where it begins with a number, as counted and dated teasers do. */
function shapeOf(line: Line | undefined): string {
  if (!line || line.prose || isDropped(line) || /^\W*\d/u.test(line.text)) return '';
  const signs = line.text.replace(/\d+/g, '0').match(/[0():@/–—-]/gu) ?? [];
  return signs.length > 1 ? signs.slice(0, 2).join('') : '';
}

/** The first paragraphs of a stretch. @param besides a line that is not to be told by itself */
export function opening(lines: readonly Line[], { first, last }: Region, besides: Line | null = null): string {
  return lines
    .slice(first, Math.min(last + 1, first + 8))
    .filter((line) => line.prose && line !== besides)
    .slice(0, 4)
    .map((line) => line.text)
    .join(' ');
}

/** Most words that a title-like line shortly before a stretch shares with the beginning of it. */
export function headlineWords(lines: readonly Line[], region: Region): number {
  const { first } = region;
  const taken = stemsOf(opening(lines, region));
  let most = 0;
  for (let index = Math.max(0, first - HEADLINE_WITHIN); index <= first; index++) {
    const line = lines[index];
    if (!line || line.prose || line.weight < 3 || line.weight > 30) continue;
    most = Math.max(most, countShared(stemsOf(line.text), taken));
  }
  return most;
}

function gains(lines: readonly Line[]): Float64Array {
  const gained = new Float64Array(lines.length);
  const kinship = new Kinship(lines);
  let short = 0;
  for (let index = 0; index < lines.length; index++) {
    const gain = worth(lines, index, kinship);
    short = gain > 0 ? 0 : gain === 0 ? short : short + 1;
    gained[index] = gain < 0 ? Math.max(WORST, gain + IN_A_ROW * (short - 1)) : gain;
  }
  return gained;
}

interface Stretch extends Region {
  /** Sum of all gains before the stretch, and up to its end. */
  readonly left: number;
  readonly right: number;
}

/** All maximal stretches, in one pass (Ruzzo and Tompa). */
function stretches(gained: Float64Array): Stretch[] {
  const found: Stretch[] = [];
  let sum = 0;
  gained.forEach((gain, index) => {
    const before = sum;
    sum += gain;
    if (gain <= 0) return;
    let stretch: Stretch = { first: index, last: index, left: before, right: sum };
    for (;;) {
      let at = found.length - 1;
      while (at >= 0 && (found[at]?.left ?? 0) >= stretch.left) at--;
      const earlier = found[at];
      if (!earlier || earlier.right >= stretch.right) break;
      stretch = { first: earlier.first, last: index, left: earlier.left, right: sum };
      found.length = at;
    }
    found.push(stretch);
  });
  return found;
}

function worth(lines: readonly Line[], index: number, kinship: Kinship): number {
  const line = lines[index];
  if (!line) return 0;
  if (isDropped(line)) return DROPPED;
  if (line.prose) return hasProseBeside(lines, index) ? Math.min(line.weight, MOST) : worthAlone(line, kinship);
  if (line.kind !== null) return 0;
  return line.sentence && line.weight > 4 ? line.weight / 3 : UNKNOWN;
}

/** Prose between short lines: a paragraph if others take up its words, else as often a snippet. */
function worthAlone(line: Line, kinship: Kinship): number {
  const weight = Math.min(line.weight, MOST);
  if (line.weight > SNIPPET) return weight;
  const kin = kinship.of(line);
  if (kin === 0) return STRANGER;
  return weight * (kin !== null && kin > 1 ? 1 : ALONE);
}

function hasProseBeside(lines: readonly Line[], index: number): boolean {
  return isText(lines[index - 1]) || isText(lines[index + 1]);
}

function isText(line: Line | undefined): boolean {
  return line?.prose === true && !isDropped(line);
}

/** Whether a page shows so much chrome that what stands outside its region is chrome too. */
export function isNoisy(lines: readonly Line[], region: Region): boolean {
  let outside = 0;
  let proseOutside = 0;
  let proseInside = 0;
  lines.forEach((line, index) => {
    const within = index >= region.first && index <= region.last;
    if (!isText(line)) outside += within ? 0 : 1;
    else if (within) proseInside += line.weight;
    else proseOutside += line.weight;
  });
  return outside >= 8 && (proseOutside < proseInside * 0.5 || outside >= 16);
}

/** So many short lines in a row are no headings. */
const RUN = 3;

/** A line between the headline and the text that is no shorter may be a subtitle. */
const SUBTITLE = 6;

/** Drops what stands outside the region of a noisy page, and runs of short lines within it. */
export function dropOutside(lines: readonly Line[], region: Region, headline: Line | null): void {
  const from = headline ? lines.indexOf(headline) : -1;
  const taken = stemsOf(opening(lines, region));
  const isSubtitle = (line: Line, index: number) =>
    from >= 0 &&
    index > from &&
    index < region.first &&
    line.weight >= SUBTITLE &&
    (line.sentence || countShared(stemsOf(line.text), taken) > 1);
  let run: Line[] = [];
  lines.forEach((line, index) => {
    if ((index < region.first || index > region.last) && !isSubtitle(line, index))
      mark(line, 'chrome', 'region: outside the stretch that holds the article');
    if (line.kind === null && !line.sentence && !line.prose && line.weight < 20 && shapeOf(line) === '') run.push(line);
    else if (!isDropped(line)) {
      dropRun(run);
      run = [];
    }
  });
  dropRun(run);
  dropStrayHeadlines(lines, region);
}

/** No heading within a text is so long; a headline is. */
const HEADLINE = 7;
/** Paragraphs around a line that take up its words if it is their heading. */
const AROUND = 3;

/** Drops headlines of other stories between the paragraphs: long for headings, and nothing near takes up their words. */
function dropStrayHeadlines(lines: readonly Line[], region: Region): void {
  for (let index = region.first + 1; index < region.last; index++) {
    const line = lines[index];
    if (!line || line.kind !== null || line.prose || line.sentence || line.weight < HEADLINE) continue;
    if (line.tag !== '' || shapeOf(line) !== '' || /[:：]$/.test(line.text)) continue;
    const stems = stemsOf(line.text);
    const near = lines
      .slice(Math.max(region.first, index - AROUND), index + AROUND + 1)
      .filter((other) => other !== line && isText(other));
    if (near.every(({ text }) => countShared(stemsOf(text), stems) === 0))
      mark(line, 'teaser', 'region: a headline that nothing near takes up');
  }
}

function dropRun(run: readonly Line[]): void {
  if (run.length >= RUN) for (const line of run) mark(line, 'chrome', 'region: a run of short lines');
}
