import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ARTICLES, type Language } from './marks.ts';

export const MINIMUMS = join(ARTICLES, 'minimums.json');

/** The least each figure may be, by language: a ratchet. */
export function minimums(): Partial<Record<Language, Record<string, number>>> {
  return existsSync(MINIMUMS) ? JSON.parse(readFileSync(MINIMUMS, 'utf8')) : {};
}
