import { readFileSync, writeFileSync } from 'node:fs';
import type { Table } from '../src/show/formats/columns.ts';
import { eventTable } from '../src/show/formats/eventTable.ts';

/** Writes the data dictionary into docs/exports.md from the columns that the program writes; a test checks that it is so. */
const DOCS = new URL('../docs/exports.md', import.meta.url);
const HEADER = '| column | type | holds |\n| --- | --- | --- |\n';

/** The tables of the data dictionary in the order the docs have them. */
const TABLES: readonly Table<never>[] = [eventTable];

/** The docs with the tables as the program has them. */
export function withDictionary(docs: string): string {
  let at = 0;
  return docs.replace(/\| column \| type \| holds \|\n(?:\|.*\n)*/g, () => HEADER + rowsOf(TABLES[at++]));
}

function rowsOf(table: Table<never> | undefined): string {
  return (table?.columns ?? []).map(({ name, type, about }) => `| \`${name}\` | ${type} | ${about} |\n`).join('');
}

if (import.meta.main) writeFileSync(DOCS, withDictionary(readFileSync(DOCS, 'utf8')));
