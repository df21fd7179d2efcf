import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Knowledge, loadKnowledge } from './knowledge.ts';
import { Ontology } from './ontology.ts';
import { openPack, type Pack } from './open-pack.ts';
import { compilePack } from './pack.ts';
import { loadReadWorld, type ReadWorld } from './page.ts';
import { compileTimes, type TimeGrammar } from './times.ts';

/** What a world is made of. */
export interface WorldOptions {
  /** Codes of the languages to code in; others are read and marked. Default: every language folder there is. */
  languages?: readonly string[];
  /** Folders of a user's own knowledge tables; they add to and override the built-in ones. */
  knowledge?: readonly string[];
  /** Where `knowledge/` and `languages/` lie. Default: with the program. */
  root?: string;
}

/** Everything Readout knows, loaded. Packs are compiled when the first report of their language comes. */
export interface World {
  readonly root: string;
  readonly languages: readonly string[];
  readonly knowledge: Knowledge;
  readonly pages: ReadWorld;
  readonly ontology: Ontology;
  /** The compiled pack of a language, or null for one that is read but not coded. */
  pack(language: string): Pack | null;
  times(language: string): TimeGrammar | null;
}

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const KNOWN_LANGUAGES = ['en', 'vi', 'ru', 'tr', 'zh'] as const;

/**
 * Loads knowledge and languages. The only thing in the library that reads data files.
 * @throws DataError when a table cannot be used as it stands
 */
export function openWorld(options: WorldOptions = {}): World {
  const root = options.root ?? ROOT;
  const languages = [...(options.languages ?? KNOWN_LANGUAGES)].filter((code) =>
    isWhole(join(root, 'languages', code)),
  );
  const knowledge = loadKnowledge([join(root, 'knowledge'), ...(options.knowledge ?? [])]);
  const unbound = lazily(languages, (code) => compileTimes(join(root, 'languages', code), code));
  const packs = lazily(languages, (code) =>
    openPack(compilePack(join(root, 'languages', code), knowledge, unbound(code)?.vocabulary.words ?? [])),
  );
  const grammars = lazily(languages, (code) => {
    const grammar = unbound(code) as TimeGrammar;
    const vocabulary = packs(code)?.vocabulary;
    if (vocabulary) grammar.vocabulary.bind((folded) => vocabulary.get(folded));
    return grammar;
  });
  return {
    root,
    languages,
    knowledge,
    pages: loadReadWorld(root, [...KNOWN_LANGUAGES]),
    ontology: new Ontology(join(root, 'knowledge')),
    pack: packs,
    times: grammars,
  };
}

/** A language folder is coded in once it has its settings and its triggers; until then it is only read. */
function isWhole(folder: string): boolean {
  return existsSync(join(folder, 'language.json')) && existsSync(join(folder, 'triggers.tsv'));
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

export type { Knowledge, Person, Post } from './knowledge.ts';
export type { Pack } from './open-pack.ts';
export type { NameEntry, Sense, SenseKind, SpeechVerb, StatusWord, Trigger } from './senses.ts';
export { DataError } from './table.ts';
export type { Tokens } from './tokenise.ts';
