import { join } from 'node:path';
import { type DateWords, loadDateWords } from './date-words.ts';
import { createIdentifier, type Identify, loadFunctionWords } from './identify.ts';
import { loadOutlets, type OutletNames } from './outlet-names.ts';
import { compilePhrases, type PagePhrases } from './page-phrases.ts';
import { readPageRows } from './page-rows.ts';

/** What the room `read` knows of pages: phrases, dates, outlets and languages, compiled once. */
export interface ReadWorld {
  /** The languages whose articles are coded; others are recognised and left alone. */
  readonly languages: readonly string[];
  readonly phrases: PagePhrases;
  readonly dates: DateWords;
  readonly outlets: OutletNames;
  readonly identify: Identify;
}

/**
 * Loads and compiles the page knowledge of all given languages. The only place of this room that touches the disk.
 * @param root the folder that holds `knowledge/` and `languages/`
 * @throws DataError when a table cannot be used as it stands
 */
export function loadReadWorld(root: string, languages: readonly string[]): ReadWorld {
  const folder = join(root, 'languages');
  const rows = readPageRows(folder, languages);
  return {
    languages,
    phrases: compilePhrases(rows),
    dates: loadDateWords(folder, rows),
    outlets: loadOutlets(join(root, 'knowledge'), rows),
    identify: createIdentifier(loadFunctionWords(root)),
  };
}
