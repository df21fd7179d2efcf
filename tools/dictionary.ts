import { readFileSync, writeFileSync } from 'node:fs';
import { TABLES } from '../src/show/formats/dataPackage.ts';

/** Writes the data dictionary into docs/exports.md from the columns that the program writes; a test checks that it is so. */
const DOCS = new URL('../docs/exports.md', import.meta.url);
const HEADER = '| column | type | holds |\n| --- | --- | --- |\n';

interface Described {
  columns: readonly { name: string; type: string; about: string }[];
}

/** In the order the docs have them. */
const tables: readonly Described[] = Object.values(TABLES);

/** The docs with the tables as the program has them. */
export function withDictionary(docs: string): string {
  let at = 0;
  return docs.replace(/\| column \| type \| holds \|\n(?:\|.*\n)*/g, () => HEADER + rowsOf(tables[at++]));
}

function rowsOf(table: Described | undefined): string {
  return (table?.columns ?? []).map(({ name, type, about }) => `| \`${name}\` | ${type} | ${about} |\n`).join('');
}

if (import.meta.main) writeFileSync(DOCS, withDictionary(readFileSync(DOCS, 'utf8')));
