import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DataError, decoded, parseTable, type Table } from '../world/table.ts';
import type { Problem } from './problem.ts';
import { formOf, nearest, TABLE_FORMS } from './table-forms.ts';

/** Files that a folder of tables may hold beside them. */
const BESIDE = /^(?:readme|license|licence|notes?|changelog)(?:\.|$)|\.md$/i;

/** The tables of a user's own folder, by name, and what is wrong with its files. */
export function ownTables(folder: string): { tables: Map<string, Table>; problems: Problem[] } {
  const tables = new Map<string, Table>();
  const refused = refusal(folder);
  if (refused) return { tables, problems: [refused] };
  const names = filesOf(folder);
  const problems = names.flatMap((name) => nameProblem(folder, name));
  for (const name of names.filter(isRead)) {
    const read = tryRead(folder, name);
    if (read instanceof DataError) problems.push(problemOf(read));
    else tables.set(name, read);
  }
  if (tables.size === 0 && problems.length === 0)
    problems.push({ file: folder, line: 0, message: `has no tables: put ${examples()} into it` });
  return { tables, problems };
}

function isRead(name: string): boolean {
  const form = formOf(name);
  return form !== null && !form.builtIn && name.endsWith('.tsv');
}

/** What a `DataError` says, without the file and the line before it. */
export function problemOf({ file, line, message }: DataError): Problem {
  return { file, line, message: message.replace(`${file}:${line}: `, '') };
}

function refusal(folder: string): Problem | null {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found) return { file: folder, line: 0, message: 'there is no such folder' };
  if (!found.isDirectory()) return { file: folder, line: 0, message: 'is a file: name the folder that it lies in' };
  return null;
}

function examples(): string {
  return 'for example organisations.tsv or people/mine.tsv';
}

/** The files of a folder and of its folders, but for hidden ones, in order. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => !name.split('/').some((part) => part.startsWith('.')))
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
}

function nameProblem(folder: string, name: string): Problem[] {
  const form = formOf(name);
  const say = (message: string): Problem[] => [{ file: join(folder, name), line: 0, message }];
  if (name.startsWith('people/') && !name.endsWith('.tsv'))
    return say('is not read: a table of people is named something.tsv');
  if (form?.builtIn) return say('is not read: this table can only be changed in the program itself');
  if (form || BESIDE.test(basename(name))) return [];
  const known = Object.keys(TABLE_FORMS).filter((one) => one.endsWith('.tsv'));
  if (basename(name) === 'people.tsv') return say('is not read: tables of people lie in a folder people/');
  if (known.includes(basename(name)))
    return say(`is not read: put ${basename(name)} right into the folder that you name`);
  const near =
    nearest(basename(name), known) ?? known.find((one) => one.split('.')[0] === basename(name).split('.')[0]);
  return say(
    near
      ? `is not read: no table has this name; did you mean ${near}?`
      : `is not read: no table has this name (there are ${known.filter((one) => !formOf(one)?.builtIn).join(', ')} and people/*.tsv)`,
  );
}

function tryRead(folder: string, name: string): Table | DataError {
  const file = join(folder, name);
  try {
    const text = decoded(file, readFileSync(file));
    if (/\r(?!\n)/.test(text))
      return new DataError(file, 1, 'its lines end as those of very old systems do: save it with LF or CRLF line ends');
    return separatorError(file, text) ?? parseTable(file, text);
  } catch (error) {
    if (error instanceof DataError) return error;
    throw error;
  }
}

/** Cells that something else than tabs parts. */
function separatorError(file: string, text: string): DataError | null {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const at = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('#'));
  const header = lines[at] ?? '';
  if (header === '' || header.includes('\t')) return null;
  const parted = [
    [',', 'commas'],
    [';', 'semicolons'],
    ['|', 'bars'],
    [' ', 'spaces'],
  ] as const;
  const found = parted.find(([mark]) => header.trim().split(mark).length > 1);
  return found
    ? new DataError(file, at + 1, `the columns are parted by ${found[1]}: part the cells of every line by one tab`)
    : null;
}
