import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Failed, RawReport } from '../model/index.ts';
import type { SiteProfile } from '../read/index.ts';
import type { CodeOptions } from './coder.ts';
import { UsageError } from './status.ts';

/** The options that `code` and `ingest` share, as the command line gives them. */
export interface CodingFlags {
  threads?: string;
  minConfidence?: string;
  knowledge?: string[];
  languages?: string;
}

/** Adds the options that `code` and `ingest` share. */
export function withCoding(made: Command): Command {
  return withRules(
    made.option('--threads <n>', 'how many threads code (default: one a core; the output does not depend on it)'),
  );
}

/** Adds the options that say by what rules reports are coded. */
export function withRules(made: Command): Command {
  return made
    .option('--min-confidence <x>', 'leave out acts below this confidence, 0 to 1')
    .option('--knowledge <dir>', 'add your own knowledge tables to the built-in ones; may be given again', gathered)
    .option('--languages <codes>', 'code only these languages, for example vi,en');
}

/** An option that may be given several times, one folder each: what follows it is a page, not another folder. */
function gathered(folder: string, folders: string[] = []): string[] {
  return [...folders, folder];
}

/** Checks and turns the options into what the coder takes. */
export function codeOptions(flags: CodingFlags): { threads: number | undefined; options: CodeOptions } {
  const threads = flags.threads === undefined ? undefined : Number(flags.threads);
  if (threads !== undefined && !(Number.isInteger(threads) && threads >= 1 && threads <= 1024))
    throw new UsageError(`--threads ${flags.threads}: give a whole number from 1`);
  const minConfidence = flags.minConfidence === undefined ? undefined : Number(flags.minConfidence);
  if (minConfidence !== undefined && !(minConfidence >= 0 && minConfidence <= 1))
    throw new UsageError(`--min-confidence ${flags.minConfidence}: give a number from 0 to 1`);
  for (const folder of flags.knowledge ?? []) refuseNoTables(folder);
  const languages = flags.languages
    ?.split(',')
    .map((code) => code.trim())
    .filter((code) => code !== '');
  if (languages?.length === 0) throw new UsageError('--languages: name at least one, for example vi,en');
  return { threads, options: { minConfidence, languages, knowledge: flags.knowledge } };
}

/** @throws UsageError for what is no folder, or has no table right in it that would be read */
function refuseNoTables(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found) throw new UsageError(`--knowledge ${folder}: there is no such folder`);
  if (!found.isDirectory()) throw new UsageError(`--knowledge ${folder}: is a file; name the folder that it lies in`);
  const files = [
    ...readdirSync(folder),
    ...(existsSync(join(folder, 'people')) ? readdirSync(join(folder, 'people')) : []),
  ];
  if (!files.some((name) => name.endsWith('.tsv')))
    throw new UsageError(`--knowledge ${folder}: has no tables; readout check ${folder} says what is missing`);
}

/** Opens the reports of the paths; standard input when there is none and it is not a terminal. */
export async function openInput(paths: string[]): Promise<AsyncIterable<RawReport | Failed>> {
  if (paths.length === 0 && process.stdin.isTTY)
    throw new UsageError('nothing to read: name files or folders, or - for standard input');
  for (const path of paths)
    if (path !== '-' && !existsSync(path)) throw new UsageError(`${path}: there is no such file or folder`);
  const { openReports } = await import('../read/index.ts');
  return openReports(paths.length > 0 ? paths : ['-'], {});
}

/** Adds `--sites`, for what sees one report at a time and cannot learn what a site repeats. */
export function withSites(made: Command): Command {
  return made.option('--sites <file>', 'leave out what sites repeat, as readout sites --json tells it');
}

/** Reads the profiles of sites from a file of JSON lines. @throws UsageError when it is none */
export async function readSites(file: string | undefined): Promise<SiteProfile[] | undefined> {
  if (file === undefined) return undefined;
  const { readFile } = await import('node:fs/promises');
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, index) => {
    const profile = parsed(line) as Partial<SiteProfile> | null;
    if (typeof profile?.site !== 'string' || typeof profile.lines !== 'object' || profile.lines === null)
      throw new UsageError(
        `--sites ${file}: line ${index + 1} is no profile of a site; make one with readout sites --json`,
      );
    return { site: profile.site, pages: Number(profile.pages ?? 0), lines: profile.lines };
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
