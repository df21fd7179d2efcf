import type { Article } from '../model/article.ts';
import type { RawReport } from '../model/report.ts';
import type { ReadWorld } from '../world/page.ts';
import { assemble, type Page } from './assemble.ts';
import { markAlone } from './classify.ts';
import { readHtml } from './html/index.ts';
import { mark, splitLines } from './lines.ts';
import { readWithSite, type SiteLines } from './site.ts';

/** No article is longer; what is longer is no article, and must not hold the others up. */
const MOST_TEXT = 500_000;
/** The same for a page whose markup had to be read first. */
const MOST_PAGE_TEXT = 300_000;
const MOST_MARKUP = 2_500_000;

/** The lines of a text as the record keeps them: NFC, `\n`. */
export function normaliseText(content: string): string {
  const text = content.charCodeAt(0) === 0xfeff ? content.slice(1) : content;
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return lines.normalize('NFC');
}

/**
 * Reads a report: tells its article from the page around it, and finds its title, outlet, authors, credits and date.
 * Pure: the same report, world and sites give the same article.
 * @param sites what the pages of sites repeat, where that is known
 */
export function read(raw: RawReport, world: ReadWorld, sites?: SiteLines): Article {
  const article = readAlone(raw, world);
  return sites ? readWithSite(article, raw.kind, sites, (why) => readAlone(raw, world, why)) : article;
}

/**
 * Reads again, from the article that a report gave when it was read alone, knowing what its site repeats: the same as
 * reading the report with what is known of its site.
 * @param hints what the container said of the report
 */
export function readAgain(
  { report, kind, hints }: Pick<RawReport, 'report' | 'kind' | 'hints'>,
  article: Article,
  world: ReadWorld,
  sites: SiteLines,
): Article {
  return readWithSite(article, kind, sites, (why) => {
    const again = readAlone({ report, kind, hints, content: article.text }, world, why);
    const cut = article.warnings.filter(({ code }) => code === 'truncated');
    return { ...again, warnings: [...again.warnings, ...cut] };
  });
}

function readAlone(raw: RawReport, world: ReadWorld, repeated?: ReadonlyMap<number, string>): Article {
  const most = raw.kind === 'html' ? MOST_MARKUP : MOST_TEXT;
  const cut = raw.content.length > most ? { ...raw, content: raw.content.slice(0, most) } : raw;
  const page = cut.kind === 'html' ? readHtml(cut, world, MOST_PAGE_TEXT) : readText(cut, world, repeated);
  const article = assemble(page, world);
  if (cut !== raw || page.cut)
    article.warnings.push({
      code: 'truncated',
      message: page.cut
        ? `only the first ${MOST_PAGE_TEXT} characters of its text were read`
        : `only the first ${most} characters were read`,
    });
  return article;
}

function readText(raw: RawReport, world: ReadWorld, repeated?: ReadonlyMap<number, string>): Page {
  const text = normaliseText(raw.content);
  const lines = splitLines(text);
  const phrases = markAlone(lines, world);
  if (repeated)
    for (const line of lines) {
      const why = repeated.get(line.number);
      if (why !== undefined) mark(line, 'chrome', why);
    }
  return { raw, text, lines, phrases, meta: null, cut: false, markup: false };
}

export { type OpenOptions, openReports } from './containers/index.ts';
export { pageReport } from './containers/page.ts';
export { renderArticle, traceArticle } from './render.ts';
export { type SiteLines, type SiteProfile, siteLines } from './site.ts';
