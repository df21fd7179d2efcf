import type { Article } from '../model/article.ts';
import type { RawReport } from '../model/report.ts';
import type { ReadWorld } from '../world/page.ts';
import { assemble, type Page } from './assemble.ts';
import { markAlone } from './classify.ts';
import { readHtml } from './html/index.ts';
import { splitLines } from './lines.ts';

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
 * Pure: the same report and world give the same article.
 */
export function read(raw: RawReport, world: ReadWorld): Article {
  const most = raw.kind === 'html' ? MOST_MARKUP : MOST_TEXT;
  const cut = raw.content.length > most ? { ...raw, content: raw.content.slice(0, most) } : raw;
  const page = cut.kind === 'html' ? readHtml(cut, world, MOST_PAGE_TEXT) : readText(cut, world);
  const article = assemble(page, world);
  if (cut !== raw || page.cut)
    article.warnings.push({
      code: 'truncated',
      message: page.cut
        ? `only the first ${MOST_PAGE_TEXT} characters of its text were read`
        : `only the first ${most} of ${raw.content.length} characters were read`,
    });
  return article;
}

function readText(raw: RawReport, world: ReadWorld): Page {
  const text = normaliseText(raw.content);
  const lines = splitLines(text);
  return { raw, text, lines, phrases: markAlone(lines, world), meta: null, cut: false };
}

export { type OpenOptions, openReports } from './containers/index.ts';
export { pageReport } from './containers/page.ts';
export { renderArticle, traceArticle } from './render.ts';
