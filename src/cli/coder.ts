import type { CodedLine, RawReport } from '../model/index.ts';
import type { SharedTables } from '../world/index.ts';
import { UsageError } from './status.ts';

/** What a run of coding depends on; sent to worker threads, so plain data only. */
export interface CodeOptions {
  /** Folders of knowledge tables that add to the built-in ones. */
  knowledge?: string[];
  languages?: string[];
  /** Acts below this confidence are left out. */
  minConfidence?: number;
  /** Compiled tables that the main thread has read. */
  shared?: SharedTables;
}

/** Codes one report to one JSON line. */
export type CodeReport = (raw: RawReport) => string;

/**
 * Loads the knowledge once and gives the function that codes reports with it.
 * @param onCompile called before tables are compiled that no run has compiled before
 */
export async function openCoder(options: CodeOptions, onCompile?: () => void): Promise<CodeReport> {
  const [{ openWorld }, { codeReport }] = await Promise.all([import('../world/index.ts'), import('../pipeline.ts')]);
  const world = openWorld({ ...options, onCompile });
  const unknown = options.languages?.filter((code) => !world.languages.includes(code)) ?? [];
  if (unknown.length > 0)
    throw new UsageError(
      `--languages: there is no language ${unknown.join(', ')}; there are ${openWorld().languages.join(', ')}`,
    );
  return (raw) => JSON.stringify(confident(codeReport(world, raw), options.minConfidence ?? 0));
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
