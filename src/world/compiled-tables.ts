import { join } from 'node:path';
import type { CompiledCache } from './compiled-cache.ts';
import { compilerFingerprint, fingerprint } from './fingerprint.ts';
import { decodeParts, encodeParts } from './flat-file.ts';
import { type Knowledge, loadKnowledge } from './knowledge.ts';
import { knowledgeOf, leanKnowledge } from './lean-knowledge.ts';
import type { PackParts } from './open-pack.ts';
import { compilePack } from './pack.ts';

/** Knowledge and languages compiled: read from the cache where it has them, else compiled and kept there. */
export class CompiledTables {
  readonly #root: string;
  readonly #folders: readonly string[];
  readonly #cache: CompiledCache;
  #key: string | null = null;
  /** The tables as they stand, for as long as there is room: several languages are compiled from them. */
  #loaded: WeakRef<Knowledge> | null = null;

  /**
   * @param root the folder that holds `knowledge/` and `languages/`
   * @param own folders of a user's own knowledge tables
   */
  constructor(root: string, own: readonly string[], cache: CompiledCache) {
    this.#root = root;
    this.#folders = [join(root, 'knowledge'), ...own];
    this.#cache = cache;
  }

  /** @throws DataError when a table cannot be used as it stands */
  knowledge(): Knowledge {
    const file = this.#cache.get('knowledge', this.#knowledgeKey(), () =>
      encodeParts({ arrays: {}, data: leanKnowledge(this.#load()) }),
    );
    return knowledgeOf(decodeParts(file).data as Parameters<typeof knowledgeOf>[0]);
  }

  /**
   * @param words further words that the language's vocabulary numbers
   * @throws DataError when a table cannot be used as it stands
   */
  pack(language: string, words: Iterable<string>): PackParts {
    const folder = join(this.#root, 'languages', language);
    const key = fingerprint([folder], [this.#knowledgeKey()]);
    const file = this.#cache.get(language, key, () => encodeParts(compilePack(folder, this.#load(), words)));
    return decodeParts(file) as PackParts;
  }

  #knowledgeKey(): string {
    this.#key ??= fingerprint(this.#folders, [compilerFingerprint()]);
    return this.#key;
  }

  #load(): Knowledge {
    const known = this.#loaded?.deref();
    if (known) return known;
    const loaded = loadKnowledge(this.#folders);
    this.#loaded = new WeakRef(loaded);
    return loaded;
  }
}
