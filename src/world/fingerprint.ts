import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TableSource } from './own-tables.ts';

/** This room's own files: what compiles the tables. */
const COMPILER = dirname(fileURLToPath(import.meta.url));

/** A short hash of all that some tables say, of `also`, and of what compiles them. */
export function fingerprint(sources: readonly TableSource[], also: readonly string[]): string {
  const hash = createHash('sha1').update(JSON.stringify([process.versions.unicode, process.arch, ...also]));
  for (const source of sources) {
    if (typeof source === 'string')
      for (const name of filesOf(source)) hash.update(`\n${name}\n`).update(readFileSync(join(source, name)));
    else for (const [name, text] of Object.entries(source)) hash.update(`\n${name}\n`).update(text);
  }
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
