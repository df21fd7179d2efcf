import { isDropped, type Line } from '../lines.ts';
import { titleRelevance } from '../relevance.ts';
import { findTitleLine } from '../rules/title.ts';
import type { Box, PageLine } from './walk-page.ts';

/** Names that pages give to what is not the article. */
const AWAY =
  /(?:^|[\s_-])(?:comment|comments|disqus|respond|reply|footer|foot|sidebar|side-bar|aside|nav|navbar|navigation|menu|breadcrumb|breadcrumbs|crumb|crumbs|related|relate|recommend|recommended|recommendation|recirc|share|sharing|social|addthis|sharethis|promo|promotion|advert|advertisement|ads|adbox|banner|sponsor|sponsored|newsletter|subscribe|subscription|signup|cookie|gdpr|consent|popup|modal|overlay|login|widget|taboola|outbrain|mgid|toolbar|pagination|pager|tag|tags|taglist|trending|popular|mostread|most-read|most-popular|latest|hotnews|ranking|copyright|masthead|skip|teaser|carousel|poll|rating|subnav|topbar|utility|partners|more-news|more-stories|also|readmore|outer-sidebar|rightcol|rightcolumn|right-column|leftcol|leftcolumn|left-column)(?:$|[\s_-]|s\b|list|box|bar|block|area|wrap|container|section|links|news)/;
const HERE =
  /(?:^|[\s_-])(?:article|articlebody|article-body|article__body|articlecontent|body-text|bodytext|content|contents|entry|entry-content|hentry|main|maintext|news-text|newstext|post|post-body|post-content|postcontent|story|storybody|story-body|text|detail|details|artibody|article_text|fulltext|full-text|textbody)(?:$|[\s_-]|body|text|content|box)/;
const COMMENTS = /comment|disqus|respond|replies/;
/** What an article quotes from elsewhere is its own choice. */
const EMBEDDED = /embed|tweet|quote/;
const AWAY_TAGS = new Set(['nav', 'footer', 'aside', 'form', 'menu']);

/** Which lines of a page stand in the box that holds the article. */
export interface Container {
  readonly inside: boolean[];
  /** Why a line inside is dropped all the same, by line index. */
  readonly away: (string | null)[];
  /** Nearly all lines are inside: the markup tells nothing, and the page is read by its lines. */
  readonly loose: boolean;
}

/** A box with so large a share of the lines tells nothing. */
const LOOSE = 0.9;

/**
 * Finds the box whose lines gain most: prose counts for a box, links and loose short lines against it,
 * names of boxes for or against. Every box above a line gets its share, so the best box is the smallest one
 * that holds the whole article.
 */
export function findContainer(
  pageLines: readonly PageLine[],
  boxes: readonly Box[],
  lines: readonly (Line | null)[],
  title: string | null,
): Container {
  const trusted = trustedBoxes(pageLines, boxes, lines);
  const away = pageLines.map((line) => awayBox(line.box, boxes, trusted));
  const near = nearness(lines, title);
  const sums = new Float64Array(boxes.length);
  pageLines.forEach((pageLine, index) => {
    const gain = away[index] ? -6 : worth(lines[index] ?? null) * near(index);
    for (let box = pageLine.box; box >= 0; box = boxes[box]?.parent ?? -1) sums[box] = (sums[box] ?? 0) + gain;
  });
  const best = bestBox(sums, boxes);
  const inside = pageLines.map((line) => isWithin(line.box, best, boxes));
  addNeighbours(inside, away, pageLines, boxes, lines, ancestor(best, boxes));
  const told = inside.filter((within, index) => within && !away[index]).length;
  return { inside, away, loose: told > LOOSE * pageLines.length };
}

/** Prose that takes up the words of the title, and the first prose after the headline, count for more. */
function nearness(lines: readonly (Line | null)[], title: string | null): (index: number) => number {
  const relevance = titleRelevance(title ?? '');
  const headline = headlineIndex(lines, title);
  let next = -1;
  for (let index = headline + 1; headline >= 0 && index < lines.length && next < 0; index++)
    if (isText(lines[index])) next = index;
  return (index) => {
    const line = lines[index];
    if (!line?.prose || isDropped(line)) return 1;
    if (index < headline) return 0.5;
    return 1 + 0.6 * Math.min(3, relevance(line.text)) + (index === next ? 1.5 : 0);
  };
}

function headlineIndex(lines: readonly (Line | null)[], title: string | null): number {
  const line = title
    ? findTitleLine(
        lines.filter((candidate) => candidate !== null),
        title,
      )
    : null;
  return line ? lines.indexOf(line) : -1;
}

function isText(line: Line | null | undefined): boolean {
  return line?.prose === true && !isDropped(line);
}

/** A box with most of the page's prose is no sidebar, whatever its name; a box called comments may hold more than the article. */
const MOST_PROSE = 0.4;
const MOST_COMMENTS = 0.85;

/** Boxes whose names are not believed, because most of the page's text stands in them. */
function trustedBoxes(
  pageLines: readonly PageLine[],
  boxes: readonly Box[],
  lines: readonly (Line | null)[],
): boolean[] {
  const prose = new Float64Array(boxes.length);
  pageLines.forEach((pageLine, index) => {
    const line = lines[index];
    if (!line || !isText(line)) return;
    for (let box = pageLine.box; box >= 0; box = boxes[box]?.parent ?? -1) prose[box] = (prose[box] ?? 0) + line.weight;
  });
  const all = prose[0] ?? 0;
  return boxes.map(({ label }, box) => (prose[box] ?? 0) > all * (COMMENTS.test(label) ? MOST_COMMENTS : MOST_PROSE));
}

function bestBox(sums: Float64Array, boxes: readonly Box[]): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let box = 0; box < boxes.length; box++) {
    const named = boxes[box];
    const bonus =
      named && (named.itemprop === 'articleBody' || named.tag === 'article' || HERE.test(named.label)) ? 1.08 : 1;
    const sum = (sums[box] ?? 0) * ((sums[box] ?? 0) > 0 ? bonus : 1);
    if (sum >= most) {
      most = sum;
      best = box;
    }
  }
  return best;
}

/** How many levels above the best box, and how many lines off, text may stand that belongs to it. */
const LEVELS = 3;
const NEARBY = 9;

function ancestor(box: number, boxes: readonly Box[]): number {
  let at = box;
  for (let level = 0; level < LEVELS; level++) at = Math.max(0, boxes[at]?.parent ?? 0);
  return at;
}

/** Adds prose that stands close to the best box, under one roof with it: a lead, a first paragraph set apart. */
function addNeighbours(
  inside: boolean[],
  away: readonly (string | null)[],
  pageLines: readonly PageLine[],
  boxes: readonly Box[],
  lines: readonly (Line | null)[],
  roof: number,
): void {
  const joins = (index: number) => {
    const line = lines[index];
    return (
      line != null &&
      isText(line) &&
      line.linked < 0.3 &&
      line.weight >= 12 &&
      !away[index] &&
      isWithin(pageLines[index]?.box ?? 0, roof, boxes)
    );
  };
  const first = inside.indexOf(true);
  const last = inside.lastIndexOf(true);
  if (first < 0) return;
  reach(inside, joins, first, -1);
  reach(inside, joins, last, 1);
}

/** Takes lines in one direction, as long as the next that joins is near the last that did. */
function reach(inside: boolean[], joins: (index: number) => boolean, from: number, step: number): void {
  let edge = from;
  for (let index = from + step; inside[index] !== undefined && Math.abs(index - edge) <= NEARBY; index += step) {
    if (!joins(index)) continue;
    inside[index] = true;
    edge = index;
  }
}

function isWithin(box: number, wanted: number, boxes: readonly Box[]): boolean {
  for (let at = box; at >= 0; at = boxes[at]?.parent ?? -1) if (at === wanted) return true;
  return false;
}

/** The nearest box above a line whose name or kind says that it is not the article's, if any. */
function awayBox(from: number, boxes: readonly Box[], trusted: readonly boolean[]): string | null {
  for (let box = from; box > 0; box = boxes[box]?.parent ?? -1) {
    const { tag, label } = boxes[box] ?? { tag: '', label: '' };
    if (tag === 'body' || tag === 'html') return null;
    if (trusted[box]) return null;
    if (AWAY_TAGS.has(tag)) return tag;
    if (label !== '' && AWAY.test(label) && !HERE.test(label) && !EMBEDDED.test(label)) return label;
  }
  return null;
}

function worth(line: Line | null): number {
  if (!line) return 0;
  if (isDropped(line)) return -4;
  if (line.prose) return Math.min(line.weight, 80) * (1 - line.linked);
  if (line.linked > 0.6) return -3;
  return line.sentence && line.weight > 4 ? line.weight / 3 : -0.6;
}
