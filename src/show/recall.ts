import type { Store } from '../store/store.ts';

/** Keeps what was worked out from a record until the record changes, the latest so many. */
export class Recall<T> {
  readonly #store: Store;
  readonly #most: number;
  readonly #known = new Map<string, T>();
  #version = '';

  constructor(store: Store, most: number) {
    this.#store = store;
    this.#most = most;
  }

  get(key: string, make: () => T): T {
    const version = this.#store.browse.version();
    if (version !== this.#version) this.#known.clear();
    this.#version = version;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const value = make();
    if (this.#known.size >= this.#most) this.#known.delete(this.#known.keys().next().value as string);
    this.#known.set(key, value);
    return value;
  }
}
