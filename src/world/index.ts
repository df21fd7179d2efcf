import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CompiledCache } from './compiled-cache.ts';
import { CompiledTables, type SharedTables } from './compiled-tables.ts';
import { type Confidence, loadConfidence } from './confidence.ts';
import type { Knowledge } from './knowledge.ts';
import { Ontology } from './ontology.ts';
import { openPack, type Pack } from './open-pack.ts';
import type { TableSource } from './own-tables.ts';
import { loadReadWorld, type ReadWorld } from './page.ts';
import { ROOT } from './root.ts';
import { compileTimes, type TimeGrammar } from './times.ts';

/** What a world is made of. */
export interface WorldOptions {
  /** Codes of the languages to code in; others are read and marked. Default: every language folder there is. */
  languages?: readonly string[];
  /** A user's own knowledge tables, as folders or as the texts that a record keeps; they add to and override the built-in ones. */
  knowledge?: readonly TableSource[];
  /** Where `knowledge/` and `languages/` lie. Default: with the program. */
  root?: string;
  /**
   * The folder that keeps compiled tables from one run to the next; null: none. Default: `READOUT_CACHE` of the environment
   * (`off`: none), else `node_modules/.cache/readout` where there is a `node_modules`. What it holds never changes a result.
   */
  cache?: string | null;
  /** What `sharedTables` gave another thread for the same options. */
  shared?: SharedTables;
  /** Called before tables are compiled that no cache has, which takes memory for a moment. */
  onCompile?: () => void;
}

/** Everything Readout knows. Each part is loaded when it is first asked for, a language when its first report comes. */
export interface World {
  readonly root: string;
  readonly languages: readonly string[];
  /** What the tables say; of people only the first name in each language, of occasions the first English one. */
  readonly knowledge: Knowledge;
  readonly pages: ReadWorld;
  readonly ontology: Ontology;
  readonly confidence: Confidence;
  /** The compiled pack of a language, or null for one that is read but not coded. */
  pack(language: string): Pack | null;
  times(language: string): TimeGrammar | null;
}

export { ROOT };

const KNOWN_LANGUAGES = ['en', 'vi', 'ru', 'tr', 'zh'] as const;

/**
 * Opens knowledge and languages. The only thing in the library that reads data files.
 * @throws DataError when a table of a user's own cannot be used as it stands; the parts of the world throw it for the others
 */
export function openWorld(options: WorldOptions = {}): World {
  const root = options.root ?? ROOT;
  const languages = languagesOf(options);
  const tables = tablesOf(options);
  const unbound = lazily(languages, (code) => compileTimes(join(root, 'languages', code), code));
  const packs = lazily(languages, (code) => openPack(tables.pack(code, unbound(code)?.vocabulary.words ?? [])));
  const grammars = lazily(languages, (code) => bound(unbound(code) as TimeGrammar, packs(code) as Pack));
  const knowledge = once(() => tables.knowledge());
  const pages = once(() => loadReadWorld(root, [...KNOWN_LANGUAGES]));
  const ontology = once(() => new Ontology(join(root, 'knowledge')));
  const confidence = once(() => loadConfidence(join(root, 'knowledge')));
  if (options.knowledge?.length || options.root) knowledge();
  return {
    root,
    languages,
    get knowledge() {
      return knowledge();
    },
    get pages() {
      return pages();
    },
    get ontology() {
      return ontology();
    },
    get confidence() {
      return confidence();
    },
    pack: packs,
    times: grammars,
  };
}

/**
 * The tables that were compiled before, in memory that threads share: give them to `openWorld` of another thread, with the
 * same options, and it reads and copies nothing. Those that were not are left to the thread that needs them.
 */
export function sharedTables(options: WorldOptions = {}): SharedTables {
  return tablesOf(options).cached(languagesOf(options));
}

function languagesOf({ root = ROOT, languages = KNOWN_LANGUAGES }: WorldOptions): string[] {
  return [...languages].filter((code) => isWhole(join(root, 'languages', code)));
}

function tablesOf({ root = ROOT, knowledge = [], cache, shared, onCompile }: WorldOptions): CompiledTables {
  return new CompiledTables(root, knowledge, cacheOf(root, cache, onCompile), shared);
}

/** Where compiled tables lie: with a built package, and in the cache of the `node_modules` that the program stands in or beside. */
function cacheOf(root: string, given: string | null | undefined, onCompile?: () => void): CompiledCache {
  const asked = given === undefined ? process.env.READOUT_CACHE || undefined : (given ?? 'off');
  if (asked === 'off') return new CompiledCache([], null, onCompile);
  const built = join(ROOT, 'dist', 'compiled');
  if (asked !== undefined) return new CompiledCache([built], asked, onCompile);
  const modules = [join(ROOT, 'node_modules'), dirname(ROOT)].find(
    (folder) => basename(folder) === 'node_modules' && existsSync(folder),
  );
  const folder = root === ROOT && modules ? join(modules, '.cache', 'readout') : null;
  return new CompiledCache([built], folder, onCompile);
}

/** A language folder is coded in once it has its settings and its triggers; until then it is only read. */
function isWhole(folder: string): boolean {
  return existsSync(join(folder, 'language.json')) && existsSync(join(folder, 'triggers.tsv'));
}

/** A time grammar that knows its words by the numbers of a pack. */
function bound(grammar: TimeGrammar, { vocabulary }: Pack): TimeGrammar {
  grammar.vocabulary.bind((folded) => vocabulary.get(folded));
  return grammar;
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function lazily<T>(languages: readonly string[], make: (code: string) => T): (code: string) => T | null {
  const made = new Map<string, T>();
  return (code) => {
    const known = made.get(code);
    if (known) return known;
    if (!languages.includes(code)) return null;
    const value = make(code);
    made.set(code, value);
    return value;
  };
}

export type { SharedTables } from './compiled-tables.ts';
export type { Knowledge, Person, Post } from './knowledge.ts';
export type { Pack } from './open-pack.ts';
export { type TableTexts, textsOf } from './own-tables.ts';
export type { NameEntry, Sense, SenseKind, SpeechVerb, StatusWord, Trigger } from './senses.ts';
export type { StageEntry, StageWord } from './stage-words.ts';
export { DataError } from './table.ts';
export type { Tokens } from './tokenise.ts';
export type { TrackKind } from './track-kinds.ts';
