import type { Article, CodedLine, RawReport, ReportRef } from '../model/index.ts';
import type { SiteProfile } from '../read/index.ts';
import type { SharedTables } from '../world/index.ts';
import { UsageError } from './status.ts';

/** What a run of coding depends on; sent to worker threads, so plain data only. */
export interface CodeOptions {
  /** Folders of knowledge tables that add to the built-in ones. */
  knowledge?: string[];
  languages?: string[];
  /** Acts below this confidence are left out. */
  minConfidence?: number;
  /** What sites repeat; text that is theirs and not the article's. */
  sites?: SiteProfile[];
  /** Compiled tables that the main thread has read. */
  shared?: SharedTables;
}

/** A report to be coded from the article that was read from it. */
export interface ReadReport {
  report: ReportRef;
  article: Article;
}

/** Codes one report to one JSON line. */
export type CodeReport = (task: RawReport | ReadReport) => string;

/**
 * Loads the knowledge once and gives the function that codes reports with it.
 * @param onCompile called before tables are compiled that no run has compiled before
 */
export async function openCoder(options: CodeOptions, onCompile?: () => void): Promise<CodeReport> {
  const [{ openWorld }, { codeArticle, codeReport }, { siteLines }] = await Promise.all([
    import('../world/index.ts'),
    import('../pipeline.ts'),
    import('../read/site.ts'),
  ]);
  const world = openWorld({ ...options, onCompile });
  const unknown = options.languages?.filter((code) => !world.languages.includes(code)) ?? [];
  if (unknown.length > 0)
    throw new UsageError(
      `--languages: there is no language ${unknown.join(', ')}; there are ${openWorld().languages.join(', ')}`,
    );
  const sites = options.sites && siteLines(options.sites);
  return (task) => {
    const coded = 'article' in task ? codeArticle(world, task.article, task.report) : codeReport(world, task, sites);
    return JSON.stringify(confident(coded, options.minConfidence ?? 0));
  };
}

/** Leaves out the acts below a confidence, and the references of statements to them. */
export function confident(line: CodedLine, least: number): CodedLine {
  if (least <= 0 || 'error' in line) return line;
  const acts = line.acts.filter((act) => act.confidence >= least);
  if (acts.length === line.acts.length) return line;
  const kept = new Set(acts.map((act) => act.id));
  const statements = line.statements.map((statement) => ({
    ...statement,
    acts: statement.acts.filter((id) => kept.has(id)),
  }));
  return { ...line, acts, statements };
}
