import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTable } from '../../world/table.ts';

/** Where the tables of the knowledge lie. */
export const KNOWLEDGE = fileURLToPath(new URL('../../../knowledge/', import.meta.url));

type Cells = Readonly<Record<string, string>>;

const tables = new Map<string, Map<string, Cells>>();

/** A row of a table of the knowledge by its id. A table is read once, at the first question. */
function row(file: string, id: string): Cells | undefined {
  let table = tables.get(file);
  if (!table) {
    table = new Map(readTable(join(KNOWLEDGE, file)).rows.map(({ cells }) => [cells.id ?? '', cells]));
    tables.set(file, table);
  }
  return table.get(id);
}

/** ISO 3166-1 alpha-2 of a state by its alpha-3; null for what has none. */
export function alpha2(country: string): string | null {
  return row('country-codes.tsv', country)?.alpha2 || null;
}

/** FIPS 10-4 of a state by its alpha-3; null for what has none. */
export function fips(country: string): string | null {
  return row('country-codes.tsv', country)?.fips || null;
}

/** The name of a CAMEO code, else that of its root; empty for neither. */
export function cameoName(code: string): string {
  return (row('cameo.tsv', code) ?? row('cameo.tsv', code.slice(0, 2)))?.name ?? '';
}

/** What GDELT and ICEWS call a kind of actor; empty where they have no word for it. */
export function kindCodes(kind: string): { gdelt: string; icews: string } {
  const cells = row('actor-kinds.tsv', kind);
  return { gdelt: cells?.gdelt ?? '', icews: cells?.icews ?? '' };
}

/** ISO 639-3 of a language by its BCP 47 code; null for one that has none here. */
export function languageAlpha3(language: string): string | null {
  return row('language-codes.tsv', language.split('-')[0] ?? '')?.alpha3 ?? null;
}
