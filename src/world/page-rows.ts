import { join } from 'node:path';
import { alternatives, readTable } from './table.ts';

/** A row of some language's `page.tsv`. */
export interface PageRow {
  readonly language: string;
  readonly kind: string;
  readonly match: string;
  readonly forms: readonly string[];
}

/** Reads the `page.tsv` of every language, once for all that is compiled from it. */
export function readPageRows(folder: string, languages: readonly string[]): PageRow[] {
  return languages.flatMap((language) =>
    readTable(join(folder, language, 'page.tsv'), { optional: true }).rows.map(({ cells }) => ({
      language,
      kind: cells.kind ?? '',
      match: cells.match ?? '',
      forms: alternatives(cells.forms),
    })),
  );
}
