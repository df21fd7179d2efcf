import type { Article } from '../model/article.ts';
import type { RawReport } from '../model/report.ts';
import type { ReadWorld } from '../world/page.ts';
import { assemble } from './assemble.ts';
import { markAlone } from './classify.ts';
import { readHtml } from './html/index.ts';
import { splitLines } from './lines.ts';

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
  if (raw.kind === 'html') return assemble(readHtml(raw, world), world);
  const text = normaliseText(raw.content);
  const lines = splitLines(text);
  return assemble({ raw, text, lines, phrases: markAlone(lines, world), meta: null }, world);
}

export { openReports, type OpenOptions } from './containers/index.ts';
export { renderArticle, traceArticle } from './render.ts';
