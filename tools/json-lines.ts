import { readFileSync } from 'node:fs';

/** The objects of a file that has one on each line (JSON Lines); empty lines do not count. */
export function jsonLines<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}
