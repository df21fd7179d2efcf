import { code } from './code/index.ts';
import type { Article, Coded, RawReport } from './model/index.ts';
import { read } from './read/index.ts';
import { recognise } from './recognise/index.ts';
import type { World } from './world/index.ts';

/** Reads, recognises and codes one report. Pure and synchronous: the same report and world give the same line. */
export function codeReport(world: World, raw: RawReport): Coded {
  const article = read(raw, world.pages);
  const marked = recognise(article, world);
  return marked ? code(marked, raw.report) : uncoded(article, raw);
}

/** A report in a language that is read but not coded. */
function uncoded(article: Article, raw: RawReport): Coded {
  return { report: raw.report, article, acts: [], statements: [], quantities: [], tracks: [], stages: [] };
}
