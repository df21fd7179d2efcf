import type { Article, BlockKind } from '../model/article.ts';
import { foldLine } from '../world/page-phrases.ts';

/** A line that pages of one site print, by its folded form; which is not the article's on any of them. */
export interface SiteLine {
  /** Pages it was seen on. */
  readonly pages: number;
  /** What most pages told it to be, when any told; else `chrome`. */
  readonly kind: BlockKind;
}

/** What repeats across the pages of one site. Plain data: a store can keep it and let it go again. */
export interface SiteProfile {
  readonly host: string | null;
  /** Pages it was learnt from. */
  readonly pages: number;
  readonly lines: Readonly<Record<string, SiteLine>>;
}

/** Fewer pages say nothing of what repeats. */
const FEWEST_PAGES = 3;
/** A line is the site's when it stands on so large a share of its pages, and on this many. */
const SHARE = 0.3;
const DROPPED: ReadonlySet<BlockKind> = new Set(['chrome', 'teaser', 'spam']);
/** A repeated line of these kinds is the site's own way of writing, not chrome. */
const KEPT: ReadonlySet<BlockKind> = new Set(['byline', 'credit', 'dateline', 'title']);
/** Longer lines repeat only where a page repeats, above all in copies of one report. */
const LONGEST = 400;

/**
 * Learns what repeats across reports of one site. Copies of one report (the same title) count once, so that a text that
 * came twice is not taken for chrome.
 */
export function learnSite(articles: readonly Article[]): SiteProfile {
  const pages = withoutCopies(articles);
  const lines: Record<string, SiteLine> = {};
  if (pages.length >= FEWEST_PAGES)
    for (const [form, kinds] of linesOf(pages)) {
      const most = Math.max(FEWEST_PAGES, Math.ceil(pages.length * SHARE));
      if (kinds.length >= most) lines[form] = { pages: kinds.length, kind: commonest(kinds) };
    }
  return { host: hostOf(pages), pages: pages.length, lines };
}

/**
 * The article with the lines dropped that its site repeats. The article itself is left as it is; blocks that stay are the
 * same objects. What the profile drops says so, and reading again without the profile undoes it.
 */
export function applySite(article: Article, profile: SiteProfile): Article {
  const blocks = article.blocks.flatMap((block) => {
    if (DROPPED.has(block.kind) || KEPT.has(block.kind)) return [block];
    return split(article.text, block, profile);
  });
  return { ...article, blocks };
}

type Block = Article['blocks'][number];

/** A block in runs of lines that the site repeats and lines that it does not. */
function split(text: string, block: Block, profile: SiteProfile): Block[] {
  const lines = linesIn(text, block);
  if (!lines.some(({ form }) => profile.lines[form])) return [block];
  const parts: Block[] = [];
  for (const { form, start, end, number } of lines) {
    const known = profile.lines[form];
    const kind = known?.kind ?? block.kind;
    const before = parts.at(-1);
    if (before && before.kind === kind) {
      before.end = end;
      before.lines = [before.lines[0], number];
    } else
      parts.push({
        ...block,
        kind,
        start,
        end,
        lines: [number, number],
        ...(known ? { why: `site: on ${known.pages} of ${profile.pages} pages of the site` } : {}),
      });
  }
  return parts;
}

interface Stretch {
  readonly form: string;
  readonly start: number;
  readonly end: number;
  readonly number: number;
}

function linesIn(text: string, block: Block): Stretch[] {
  const found: Stretch[] = [];
  let start = block.start;
  let number = block.lines[0];
  for (const line of text.slice(block.start, block.end).split('\n')) {
    const trimmed = line.trim();
    const from = start + (line.length - line.trimStart().length);
    if (trimmed !== '') found.push({ form: formOf(trimmed), start: from, end: from + trimmed.length, number });
    start += line.length + 1;
    number++;
  }
  return found;
}

/** Numbers differ from page to page in what is otherwise the same line ("12 comments"). */
function formOf(line: string): string {
  return line.length > LONGEST ? '' : foldLine(line).replace(/\d+/g, '0');
}

/** What each line is on each page that has it; a line counts once a page. */
function linesOf(articles: readonly Article[]): Map<string, BlockKind[]> {
  const seen = new Map<string, BlockKind[]>();
  for (const { text, blocks } of articles) {
    const own = new Map<string, BlockKind>();
    for (const block of blocks) for (const { form } of linesIn(text, block)) own.set(form, block.kind);
    for (const [form, kind] of own) {
      if (form.length < 2 || KEPT.has(kind)) continue;
      const kinds = seen.get(form);
      if (kinds) kinds.push(kind);
      else seen.set(form, [kind]);
    }
  }
  return seen;
}

function commonest(kinds: readonly BlockKind[]): BlockKind {
  const counts = new Map<BlockKind, number>();
  for (const kind of kinds) if (DROPPED.has(kind)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0]?.[0] ?? 'chrome';
}

/** One page a title. */
function withoutCopies(articles: readonly Article[]): Article[] {
  const titles = new Set<string>();
  return articles.filter(({ title, text }) => {
    const key = title ? foldLine(title) : text;
    if (titles.has(key)) return false;
    titles.add(key);
    return true;
  });
}

function hostOf(articles: readonly Article[]): string | null {
  const hosts = new Set(articles.map(({ url }) => (url && URL.canParse(url) ? new URL(url).hostname : null)));
  return hosts.size === 1 ? ([...hosts][0] ?? null) : null;
}
