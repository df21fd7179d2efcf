import type { Warning } from '../model/article.ts';
import type { ReadWorld } from '../world/page.ts';
import { isDropped, type Line, mark } from './lines.ts';
import { areOutlets } from './outlet.ts';
import { titleRelevance } from './relevance.ts';
import { markAfterStamps, markAfterStop, markForeign, markHead, markOutlets, markTail } from './rules/edges.ts';
import { type DateLine, isName, markDates, markFurniture } from './rules/furniture.ts';
import { type LinePhrases, markPhrases } from './rules/phrases.ts';
import { dropOutside, findRegion, headlineWords, isNoisy, opening, type Region } from './rules/region.ts';
import { markRepeats, markRunInto } from './rules/repeats.ts';
import { markShapes } from './rules/shape.ts';
import { type Corruption, markSpam } from './rules/spam.ts';
import { cleanTitle, findTitle, findTitleLine, markTitle, type Title } from './rules/title.ts';

/** Every line told, and what was learnt on the way. */
export interface Classified {
  readonly lines: readonly Line[];
  readonly phrases: Map<Line, LinePhrases>;
  readonly title: Title | null;
  readonly dates: readonly DateLine[];
  readonly corrupt: readonly Corruption[];
  readonly warnings: readonly Warning[];
}

/** What is known of a page beside its lines. */
export interface PageHints {
  readonly title: string | null;
  /** The title came beside the page and not from its head. */
  readonly trusted: boolean;
  /** Names of the site, as metadata or the address gives them. */
  readonly siteNames: readonly string[];
  readonly language: string;
  /** `day` or `month`: what comes first in `3/1`. */
  readonly dateOrder: string;
  /** The markup was kept: the article's box is known already. */
  readonly markup: boolean;
}

/** What each line says by itself, wherever it stands: shapes and phrases. */
export function markAlone(lines: readonly Line[], world: ReadWorld): Map<Line, LinePhrases> {
  markShapes(lines);
  return markPhrases(lines, world);
}

/**
 * Tells what each line of a page is. The steps go from what needs no context (shapes, phrases)
 * to what does (the region, the title, repetition, the edges); the first to speak is believed.
 */
export function classify(
  lines: readonly Line[],
  phrases: Map<Line, LinePhrases>,
  text: string,
  world: ReadWorld,
  hints: PageHints,
): Classified {
  const warnings: Warning[] = [];
  const corrupt = markSpam(lines, phrases, world.phrases, warnings);
  const stated = hints.title ? findTitleLine(lines, hints.title) : null;
  const dates = markDates(lines, phrases, world, hints.dateOrder, stated);
  markFurniture(lines, phrases);
  markAfterStamps(lines, dates);
  if (!hints.markup) markRunInto(lines);
  markAfterStop(lines, phrases, () => (stated ? lines.indexOf(stated) : surelyFrom(lines)));
  const region = findRegion(lines);
  const title = hints.title ? statedTitle(hints.title, stated, lines, region, hints) : titleOf(lines, region, corrupt);
  markTitle(title);
  markHead(lines, phrases, title?.line ?? null);
  markRepeats(lines, title?.line ?? null, hints.markup);
  if (!hints.markup && region && isNoisy(lines, region)) dropOutside(lines, region, title?.line ?? null);
  markForeign(lines, text);
  markOutlets(lines, phrases, (words) => areOutlets(words, world.outlets));
  markTail(lines, phrases, hints.markup);
  markText(lines);
  return { lines, phrases, title, dates, corrupt, warnings };
}

/** The title that metadata states; one that the page does not print may be the site's own, and gives way to a better one. */
function statedTitle(
  title: string,
  line: Line | null,
  lines: readonly Line[],
  region: Region | null,
  { siteNames, trusted }: PageHints,
): Title {
  const found = line || trusted || !region ? null : findTitle(lines, region);
  const text = region && found ? opening(lines, region, found.line) : '';
  if (found && titleRelevance(found.text)(text) > Math.max(1, titleRelevance(title)(text))) return found;
  return { text: trusted ? title : cleanTitle(title, line, siteNames), line };
}

function titleOf(lines: readonly Line[], region: Region | null, corrupt: readonly Corruption[]): Title | null {
  const title = findTitle(lines, region);
  return isHeadline(corrupt, title) ? null : title;
}

/** Whether it is the headline that lost its spaces, and not a menu above one that is whole. */
function isHeadline(corrupt: readonly Corruption[], title: Title | null): boolean {
  const last = corrupt.at(-1);
  return last !== undefined && !(title?.line && title.line.number > last.line.number && !title.line.prose);
}

/** Words of a headline that a stretch must take up to be taken for its article without further question. */
const SURE = 2;

/** The first line of a stretch that is the article beyond doubt: what looks like an end before it is none. */
function surelyFrom(lines: readonly Line[]): number {
  const region = findRegion(lines);
  return region && headlineWords(lines, region) >= SURE ? region.first : -1;
}

/** What is left is the article's: paragraphs, the lead, headings. */
function markText(lines: readonly Line[]): void {
  let led = false;
  lines.forEach((line, index) => {
    if (isDropped(line)) return;
    if (line.kind === null) {
      if (line.tag.length === 2 && line.tag[0] === 'h') mark(line, 'heading', 'text: a heading element');
      else if (line.prose || line.sentence || line.weight > 20) {
        mark(line, !led && hasTitleBefore(lines, index) ? 'lead' : 'paragraph', 'text');
        led = true;
      } else if (index > lines.length - 3 && isName(line.text)) mark(line, 'byline', 'text: a name at the end');
      else mark(line, 'heading', 'text: a short line between paragraphs');
    } else if (line.kind === 'paragraph') led = true;
  });
}

function hasTitleBefore(lines: readonly Line[], index: number): boolean {
  for (let at = index - 1; at >= 0; at--) if (lines[at]?.kind === 'title') return true;
  return false;
}
