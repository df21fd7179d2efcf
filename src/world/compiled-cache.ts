import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { isWhole } from './flat-file.ts';

/** How many files of one name stay: tables of one's own beside the built-in ones, and a step back. */
const KEPT = 3;

/**
 * Compiled tables on disk. What is damaged, cannot be read or cannot be written is as if it were not there: a cache never
 * fails a run.
 */
export class CompiledCache {
  readonly #readable: readonly string[];
  readonly #writable: string | null;
  readonly #onMiss: () => void;

  /**
   * @param readable folders that may hold files: those that came with the package
   * @param writable the folder for new ones, made when needed; null: nothing is kept
   * @param onMiss called before something is made that no folder holds
   */
  constructor(readable: readonly string[], writable: string | null, onMiss: () => void = () => {}) {
    this.#onMiss = onMiss;
    this.#readable = writable === null ? readable : [...readable, writable];
    this.#writable = writable;
  }

  /** The file of a name and key, or what `make` gives, which is then kept. */
  get(name: string, key: string, make: () => SharedArrayBuffer): SharedArrayBuffer {
    const found = this.find(name, key);
    if (found) return found;
    this.#onMiss();
    const made = make();
    this.#write(name, fileOf(name, key), made);
    return made;
  }

  /** The file of a name and key; null when there is none that is whole. */
  find(name: string, key: string): SharedArrayBuffer | null {
    for (const folder of this.#readable) {
      const found = readWhole(join(folder, fileOf(name, key)));
      if (found) return found;
    }
    return null;
  }

  /** Written beside its place and moved there, so that another process sees the whole file or none. */
  #write(name: string, file: string, content: SharedArrayBuffer): void {
    const folder = this.#writable;
    if (folder === null) return;
    const temporary = join(folder, `${file}.${process.pid}-${threadId}`);
    try {
      mkdirSync(folder, { recursive: true });
      writeFileSync(temporary, new Uint8Array(content));
      renameSync(temporary, join(folder, file));
      dropOld(folder, `${name}-`);
    } catch {
      discard(temporary);
    }
  }
}

function fileOf(name: string, key: string): string {
  return `${name}-${key}.bin`;
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // It could not be written, so that there is nothing to remove.
  }
}

function readWhole(file: string): SharedArrayBuffer | null {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch {
    return null;
  }
  try {
    const content = new SharedArrayBuffer(fstatSync(descriptor).size);
    const bytes = new Uint8Array(content);
    for (let at = 0; at < bytes.length; ) {
      const count = readSync(descriptor, bytes, at, bytes.length - at, at);
      if (count === 0) return null;
      at += count;
    }
    return isWhole(content) ? content : null;
  } catch {
    return null;
  } finally {
    closeSync(descriptor);
  }
}

function dropOld(folder: string, prefix: string): void {
  const files = readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && name.endsWith('.bin'))
    .map((name) => ({ name, written: statSync(join(folder, name)).mtimeMs }))
    .sort((left, right) => right.written - left.written);
  for (const { name } of files.slice(KEPT)) rmSync(join(folder, name), { force: true });
}
