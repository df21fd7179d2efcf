import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file found, or a path that could not be entered. */
export type Walked = { readonly path: string; readonly error: unknown };

/** Files of a path in name order, folders entered, hidden ones passed over. */
export async function* walk(path: string): AsyncGenerator<Walked> {
  let entries: string[] | null = null;
  try {
    if ((await stat(path)).isDirectory())
      entries = (await readdir(path)).filter((name) => !name.startsWith('.')).sort();
  } catch (error) {
    yield { path, error };
    return;
  }
  if (!entries) {
    yield { path, error: null };
    return;
  }
  for (const name of entries) yield* walk(join(path, name));
}
