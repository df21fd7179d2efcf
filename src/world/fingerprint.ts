import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** This room's own files: what compiles the tables. */
const COMPILER = dirname(fileURLToPath(import.meta.url));

/** A short hash of all that the tables in some folders say, of `also`, and of what compiles them. */
export function fingerprint(folders: readonly string[], also: readonly string[]): string {
  const hash = createHash('sha1').update(JSON.stringify([process.versions.unicode, process.arch, ...also]));
  for (const folder of folders)
    for (const name of filesOf(folder)) hash.update(`\n${name}\n`).update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 20);
}

let compiler: string | null = null;

/** The fingerprint of what compiles the tables: another compiler makes other files. */
export function compilerFingerprint(): string {
  compiler ??= fingerprint([COMPILER], []);
  return compiler;
}

/** The files of a folder and its folders, in order; none when it is not there. */
function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .sort();
  } catch {
    return [];
  }
}
