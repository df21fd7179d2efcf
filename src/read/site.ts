import type { Article, Block, BlockKind } from '../model/article.ts';
import type { RawReport } from '../model/report.ts';
import { foldLine } from '../world/page-phrases.ts';
import { isLeftOut } from './left-out.ts';
import { type Line, splitLines } from './lines.ts';
import { siteHost } from './outlet.ts';

/** What repeats across the pages of one site. Plain data: a store keeps it, a file carries it. */
export interface SiteProfile {
  /** The host of its pages without `www.`, or the id of its outlet. */
  readonly site: string;
  /** Pages it was learnt from. */
  readonly pages: number;
  /** On how many of them each line stands, by its form. */
  readonly lines: Readonly<Record<string, number>>;
}

/** The lines that sites repeat, by site: what reading takes of profiles. */
export type SiteLines = ReadonlyMap<string, ReadonlySet<string>>;

/** A line is the site's when it stands on so many of its pages, and on so large a share of them. */
const FEWEST_PAGES = 3;
const SHARE = 0.3;
/** Longer lines repeat only where a page repeats, above all in copies of one report. */
const LONGEST = 400;
/** Longer lines do not only count something. */
const COUNTED = 50;
/** Reading with the profile must leave so much of the text that was found without it. */
const LEFT = 0.5;
/** A repeated line of these kinds is the site's own way of writing, not chrome. */
const KEPT: ReadonlySet<BlockKind> = new Set(['byline', 'credit', 'dateline', 'title']);
const TEXT: ReadonlySet<BlockKind> = new Set(['lead', 'paragraph']);

/** The site a report belongs to; null when nothing tells. */
export function siteOf({ url, outlet }: Article): string | null {
  return siteHost(url) || (outlet?.id ?? null);
}

/**
 * What tells a page from others of its site: copies of one report, and what is sent out again with another headline or
 * another paragraph, must not teach that its text is the site's.
 */
export function pageOf(article: Article): string {
  let longest = '';
  for (const { kind, start, end } of article.blocks)
    if (TEXT.has(kind) && end - start > longest.length) longest = article.text.slice(start, end);
  return `${foldLine(article.title ?? '')}\n${foldLine(longest)}`;
}

/** The forms of the lines that may turn out to be the site's, each once. */
export function siteForms(article: Article): Set<string> {
  const own = ownForms(article);
  const forms = new Set<string>();
  for (const line of article.text.split('\n')) {
    const form = formOf(line.trim());
    if (form.length > 1 && !own.has(form)) forms.add(form);
  }
  return forms;
}

/** Whether a line that stands on so many pages of a site is the site's. */
export function isRepeated(pages: number, all: number): boolean {
  return pages >= Math.max(FEWEST_PAGES, Math.ceil(all * SHARE));
}

/** Learns what repeats across reports of one site. */
export function learnSite(site: string, articles: readonly Article[]): SiteProfile {
  const seen = new Map<string, Set<string>>();
  const pages = new Set<string>();
  for (const article of articles) {
    const page = pageOf(article);
    pages.add(page);
    for (const form of siteForms(article)) {
      const on = seen.get(form);
      if (on) on.add(page);
      else seen.set(form, new Set([page]));
    }
  }
  const lines = [...seen].filter(([, on]) => isRepeated(on.size, pages.size)).sort(([a], [b]) => (a < b ? -1 : 1));
  return { site, pages: pages.size, lines: Object.fromEntries(lines.map(([form, on]) => [form, on.size])) };
}

/** What reading takes of profiles. */
export function siteLines(profiles: readonly SiteProfile[]): SiteLines {
  return new Map(profiles.map(({ site, lines }) => [site, new Set(Object.keys(lines))]));
}

/**
 * Reads an article again, knowing what its site repeats. Text alone is read anew with these lines left out from the
 * start, so that they cannot mislead about where the article stands; where there was markup, the lines are dropped from
 * what was found. The article given is left as it is.
 * @param article as it reads without the profile
 * @param readText reads a text whose lines of these numbers are the site's
 */
export function readWithSite(
  article: Article,
  kind: RawReport['kind'],
  sites: SiteLines,
  readText: (why: ReadonlyMap<number, string>) => Article,
): Article {
  const site = siteOf(article);
  const forms = site === null ? undefined : sites.get(site);
  if (!forms || site === null) return article;
  const lines = splitLines(article.text);
  const repeated = repeatedLines(article, lines, forms);
  for (const chosen of [repeated, repeated.filter(({ prose }) => !prose)]) {
    if (chosen.length === 0) return article;
    const why = new Map(chosen.map(({ number }) => [number, `site: repeated across the pages of ${site}`]));
    const again = kind === 'text' ? readText(why) : withoutLines(article, lines, why);
    // the outlet may be told by a line that it prints on every page
    if (textIn(again) >= textIn(article) * LEFT) return { ...again, outlet: again.outlet ?? article.outlet };
  }
  return article;
}

/**
 * The lines that the site repeats. A paragraph that it repeats may be the background of a story that goes on: it is the
 * site's only where it stands at the edge of the page, or beside what is no article either.
 */
function repeatedLines(article: Article, lines: readonly Line[], forms: ReadonlySet<string>): Line[] {
  const own = ownForms(article);
  const dropped = droppedLines(article);
  const known = lines.map(({ text }) => {
    const form = formOf(text);
    return forms.has(form) && !own.has(form);
  });
  const isPage = (index: number) => {
    const line = lines[index];
    return line === undefined || known[index] || dropped.has(line.number);
  };
  return lines.filter((line, index) => known[index] && (!line.prose || isPage(index - 1) || isPage(index + 1)));
}

/** Forms of lines that are the article's own whatever repeats: its title stands in the lists of other pages too. */
function ownForms({ text, blocks }: Article): Set<string> {
  const forms = new Set<string>();
  for (const { kind, start, end } of blocks)
    if (KEPT.has(kind)) for (const line of text.slice(start, end).split('\n')) forms.add(formOf(line.trim()));
  return forms;
}

function droppedLines({ blocks }: Article): Set<number> {
  const numbers = new Set<number>();
  for (const { kind, lines } of blocks)
    if (isLeftOut(kind)) for (let number = lines[0]; number <= lines[1]; number++) numbers.add(number);
  return numbers;
}

/** Numbers differ from page to page in what is otherwise the same line ("12 comments"); in a sentence they are its news. */
function formOf(line: string): string {
  if (line.length > LONGEST) return '';
  return line.length > COUNTED ? foldLine(line) : foldLine(line).replace(/\d+/g, '0');
}

function textIn({ blocks }: Article): number {
  return blocks.reduce((sum, { kind, start, end }) => sum + (TEXT.has(kind) ? end - start : 0), 0);
}

/** The article without some of its lines; blocks that stay are the same objects. */
function withoutLines(article: Article, lines: readonly Line[], why: ReadonlyMap<number, string>): Article {
  const gone: Block[] = [];
  const blocks = article.blocks.flatMap((block) => {
    if (isLeftOut(block.kind) || KEPT.has(block.kind)) return [block];
    const inside = lines.filter(({ number }) => number >= block.lines[0] && number <= block.lines[1]);
    if (!inside.some(({ number }) => why.has(number))) return [block];
    const parts = inside.map((line) => partOf(block, line, why.get(line.number)));
    gone.push(...parts.filter(({ kind }) => kind === 'chrome'));
    return parts;
  });
  const stays = (start: number) => !gone.some((block) => block.start <= start && start < block.end);
  return { ...article, blocks, credits: article.credits.filter(({ start }) => stays(start)) };
}

function partOf(block: Block, line: Line, why: string | undefined): Block {
  const start = Math.max(block.start, line.start);
  const part: Block = { ...block, start, end: Math.min(block.end, line.end), lines: [line.number, line.number] };
  return why === undefined ? part : { ...part, kind: 'chrome', why };
}
