import type { Line } from '../lines.ts';
import type { Box, PageLine } from './walk-page.ts';

/** Names that pages give to what is not the article. */
const AWAY = /(?:^|[\s_-])(?:comment|comments|disqus|respond|reply|footer|foot|sidebar|side-bar|aside|nav|navbar|navigation|menu|breadcrumb|breadcrumbs|crumb|crumbs|related|relate|recommend|recommended|recommendation|recirc|share|sharing|social|addthis|sharethis|promo|promotion|advert|advertisement|ads|adbox|banner|sponsor|sponsored|newsletter|subscribe|subscription|signup|cookie|gdpr|consent|popup|modal|overlay|login|widget|taboola|outbrain|mgid|toolbar|pagination|pager|tag|tags|taglist|trending|popular|mostread|most-read|most-popular|latest|hotnews|ranking|copyright|masthead|skip|teaser|carousel|poll|rating|subnav|topbar|utility|partners|more-news|more-stories|also|readmore|outer-sidebar|rightcol|rightcolumn|right-column|leftcol|leftcolumn|left-column)(?:$|[\s_-]|s\b|list|box|bar|block|area|wrap|container|section|links|news)/;
const HERE = /(?:^|[\s_-])(?:article|articlebody|article-body|article__body|articlecontent|body-text|bodytext|content|contents|entry|entry-content|hentry|main|maintext|news-text|newstext|post|post-body|post-content|postcontent|story|storybody|story-body|text|detail|details|artibody|article_text|fulltext|full-text|textbody)(?:$|[\s_-]|body|text|content|box)/;
const COMMENTS = /comment|disqus|respond|replies/;
/** What an article quotes from elsewhere is its own choice. */
const EMBEDDED = /embed|tweet|quote/;
const AWAY_TAGS = new Set(['nav', 'footer', 'aside', 'form', 'menu']);

/** Which lines of a page stand in the box that holds the article. */
export interface Container {
  readonly inside: boolean[];
  /** Why a line inside is dropped all the same, by line index. */
  readonly away: (string | null)[];
}

/**
 * Finds the box whose lines gain most: prose counts for a box, links and loose short lines against it,
 * names of boxes for or against. Every box above a line gets its share, so the best box is the smallest one
 * that holds the whole article.
 */
export function findContainer(pageLines: readonly PageLine[], boxes: readonly Box[], lines: readonly (Line | null)[]): Container {
  const trusted = trustedBoxes(pageLines, boxes, lines);
  const away = pageLines.map((line) => awayBox(line.box, boxes, trusted));
  const sums = new Float64Array(boxes.length);
  pageLines.forEach((pageLine, index) => {
    const gain = away[index] ? -6 : worth(lines[index] ?? null);
    for (let box = pageLine.box; box >= 0; box = boxes[box]?.parent ?? -1) sums[box] = (sums[box] ?? 0) + gain;
  });
  const best = bestBox(sums, boxes);
  return { inside: pageLines.map((line) => isWithin(line.box, best, boxes)), away };
}

/** A box with most of the page's prose is no sidebar, whatever its name; a box called comments may hold more than the article. */
const MOST_PROSE = 0.4;
const MOST_COMMENTS = 0.85;

/** Boxes whose names are not believed, because most of the page's text stands in them. */
function trustedBoxes(pageLines: readonly PageLine[], boxes: readonly Box[], lines: readonly (Line | null)[]): boolean[] {
  const prose = new Float64Array(boxes.length);
  pageLines.forEach((pageLine, index) => {
    const line = lines[index];
    if (!line?.prose) return;
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
    const bonus = named && (named.itemprop === 'articleBody' || named.tag === 'article' || HERE.test(named.label)) ? 1.08 : 1;
    const sum = (sums[box] ?? 0) * ((sums[box] ?? 0) > 0 ? bonus : 1);
    if (sum >= most) {
      most = sum;
      best = box;
    }
  }
  return best;
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
  if (line.prose) return Math.min(line.weight, 80) * (1 - line.linked);
  if (line.linked > 0.6) return -3;
  return line.sentence && line.weight > 4 ? line.weight / 3 : -0.6;
}
