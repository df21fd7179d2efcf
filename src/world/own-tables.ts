import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DataError, decoded, parseTable, readTable, type Table } from './table.ts';

/** Tables by name (`organisations.tsv`, `people/mine.tsv`), each with its text. */
export type TableTexts = Readonly<Record<string, string>>;

/** Where tables are read from: a folder, or their texts, as a record keeps those that it was made with. */
export type TableSource = string | TableTexts;

/** The table of a name; one without rows when the source has none of it. */
export function tableIn(source: TableSource, name: string): Table {
  const table =
    typeof source === 'string' ? readTable(join(source, name), { optional: true }) : parsed(name, source[name]);
  if (table.rows.length > 0 && !table.columns.includes('id'))
    throw new DataError(
      table.file,
      1,
      'no column is called id: name the columns in the first line, and part the cells of every line by one tab',
    );
  return table;
}

function parsed(name: string, text: string | undefined): Table {
  return text === undefined ? { file: name, columns: [], rows: [], source: null } : parseTable(name, text);
}

/** The names of the tables in a folder of a source, in order. */
export function tablesUnder(source: TableSource, folder: string): string[] {
  const names = typeof source === 'string' ? listed(join(source, folder)) : inFolder(source, folder);
  return names
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .map((name) => `${folder}/${name}`);
}

/** The texts of all tables in a folder, to be kept. */
export function textsOf(folder: string): TableTexts {
  const names = [...listed(folder), ...listed(join(folder, 'people')).map((name) => `people/${name}`)];
  const files = names.filter((name) => name.endsWith('.tsv') && statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.sort().map((name) => [name, decoded(name, readFileSync(join(folder, name)))]));
}

function inFolder(texts: TableTexts, folder: string): string[] {
  return Object.keys(texts)
    .filter((name) => name.startsWith(`${folder}/`))
    .map((name) => name.slice(folder.length + 1));
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
