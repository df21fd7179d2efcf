import { code } from './code/index.ts';
import type { Article, Coded, RawReport, ReportRef } from './model/index.ts';
import { read, type SiteLines } from './read/index.ts';
import { recognise } from './recognise/index.ts';
import type { World } from './world/index.ts';

/**
 * Reads, recognises and codes one report. Pure and synchronous: the same report, world and sites give the same line.
 * @param sites what the pages of sites repeat, where that is known
 */
export function codeReport(world: World, raw: RawReport, sites?: SiteLines): Coded {
  return codeArticle(world, read(raw, world.pages, sites), raw.report);
}

/** Recognises and codes an article that was read before. */
export function codeArticle(world: World, article: Article, report: ReportRef): Coded {
  const marked = recognise(article, world);
  return marked ? code(marked, report) : uncoded(article, report);
}

/** A report in a language that is read but not coded. */
function uncoded(article: Article, report: ReportRef): Coded {
  return { report, article, acts: [], statements: [], quantities: [], tracks: [], stages: [] };
}
