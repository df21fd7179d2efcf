import { join } from 'node:path';
import type { CompiledCache } from './compiled-cache.ts';
import { compilerFingerprint, fingerprint } from './fingerprint.ts';
import { decodeParts, encodeParts } from './flat-file.ts';
import { type Knowledge, loadKnowledge } from './knowledge.ts';
import { knowledgeOf, leanKnowledge } from './lean-knowledge.ts';
import type { PackParts } from './open-pack.ts';
import type { TableSource } from './own-tables.ts';
import { compilePack } from './pack.ts';

/** Compiled knowledge and languages in memory that threads share, by name: `knowledge`, or the code of a language. */
export type SharedTables = Readonly<Record<string, SharedArrayBuffer>>;

const KNOWLEDGE = 'knowledge';

/** Knowledge and languages compiled: read from the cache where it has them, else compiled and kept there. */
export class CompiledTables {
  readonly #root: string;
  readonly #sources: readonly TableSource[];
  readonly #cache: CompiledCache;
  readonly #shared: SharedTables;
  #key: string | null = null;
  /** The tables as they stand, for as long as there is room: several languages are compiled from them. */
  #loaded: WeakRef<Knowledge> | null = null;

  /**
   * @param root the folder that holds `knowledge/` and `languages/`
   * @param own tables of a user's own knowledge tables
   * @param shared what another thread has already read of the same tables
   */
  constructor(root: string, own: readonly TableSource[], cache: CompiledCache, shared: SharedTables = {}) {
    this.#root = root;
    this.#sources = [join(root, 'knowledge'), ...own];
    this.#cache = cache;
    this.#shared = shared;
  }

  /** @throws DataError when a table cannot be used as it stands */
  knowledge(): Knowledge {
    const file = this.#shared[KNOWLEDGE] ?? this.#cache.get(KNOWLEDGE, this.#knowledgeKey(), () => this.#compile());
    return knowledgeOf(decodeParts(file).data as Parameters<typeof knowledgeOf>[0]);
  }

  /**
   * @param words further words that the language's vocabulary numbers
   * @throws DataError when a table cannot be used as it stands
   */
  pack(language: string, words: Iterable<string>): PackParts {
    const file =
      this.#shared[language] ??
      this.#cache.get(language, this.#keyOf(language), () =>
        encodeParts(compilePack(this.#folderOf(language), this.#load(), words)),
      );
    return decodeParts(file) as PackParts;
  }

  /** What the cache has of the knowledge and some languages, for other threads; nothing is compiled for it. */
  cached(languages: readonly string[]): SharedTables {
    const found = [
      [KNOWLEDGE, this.#cache.find(KNOWLEDGE, this.#knowledgeKey())] as const,
      ...languages.map((language) => [language, this.#cache.find(language, this.#keyOf(language))] as const),
    ];
    return Object.fromEntries(found.filter((pair): pair is [string, SharedArrayBuffer] => pair[1] !== null));
  }

  #compile(): SharedArrayBuffer {
    return encodeParts({ arrays: {}, data: leanKnowledge(this.#load()) });
  }

  #folderOf(language: string): string {
    return join(this.#root, 'languages', language);
  }

  #keyOf(language: string): string {
    return fingerprint([this.#folderOf(language)], [this.#knowledgeKey()]);
  }

  #knowledgeKey(): string {
    this.#key ??= fingerprint(this.#sources, [compilerFingerprint()]);
    return this.#key;
  }

  #load(): Knowledge {
    const known = this.#loaded?.deref();
    if (known) return known;
    const loaded = loadKnowledge(this.#sources);
    this.#loaded = new WeakRef(loaded);
    return loaded;
  }
}
