import { existsSync } from 'node:fs';
import type { Store, StoreOptions } from '../store/store.ts';
import { UsageError } from './status.ts';

/** Opens a record that must be there, works with it, and closes it whatever happens. */
export async function withRecord<T>(
  file: string,
  work: (store: Store) => T | Promise<T>,
  options: StoreOptions = {},
): Promise<T> {
  if (!existsSync(file))
    throw new UsageError(`${file}: there is no record yet; make one with readout ingest PATH… --db ${file}`);
  const { openStore } = await import('../store/store.ts');
  const store = openStore(file, options);
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

/** Keeps a user's own tables in the record that is made with them, so that its pages know their names; without any, those kept stay. */
export async function keepKnowledge(store: Store, folders: readonly string[] | undefined): Promise<void> {
  if (!folders?.length) return;
  const { textsOf } = await import('../world/index.ts');
  store.keepOwnKnowledge(folders.map(textsOf));
}

/** The id itself; it may be cut short as long as only one begins so. @throws UsageError that names those which do */
export function oneOf(store: Store, id: string): string {
  const ids = store.idsBeginning(id);
  if (ids.length > 1 && !ids.includes(id))
    throw new UsageError(`${id}: several ids begin so (${ids.join(', ')}); give more of it`);
  return id;
}

/** What was asked for is not in the record: an error of the call. */
export function notFound(what: string, id: string): UsageError {
  return new UsageError(`no ${what} ${id} in this record`);
}
