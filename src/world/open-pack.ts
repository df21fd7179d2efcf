import { type DeclensionData, Decliner } from './decline.ts';
import { NameTable } from './name-table.ts';
import { kindsOf } from './sense-kinds.ts';
import { type SenseData, SenseTable } from './sense-table.ts';
import type { NameEntry, Sense, Trigger } from './senses.ts';
import type { LanguageSettings } from './settings.ts';
import { openStages, type StageData } from './stage-table.ts';
import type { StageEntry } from './stage-words.ts';
import { type SuffixData, Suffixes } from './suffixes.ts';
import { Trie, type TrieArrays } from './trie.ts';
import { Vocabulary } from './vocabulary-table.ts';
import type { WordArrays } from './word-table.ts';

/** A compiled language as flat arrays and plain data: what a file or another thread can hold. */
export interface PackParts {
  arrays: TrieArrays & WordArrays & { names: Int32Array; senses: Int32Array };
  data: {
    settings: LanguageSettings;
    suffixes: SuffixData | null;
    declension: DeclensionData | null;
    inflected: boolean;
    /** How many words the vocabulary numbers. */
    words: number;
    markOf: [token: number, marks: string[]][];
    nameCases: readonly (readonly string[])[];
    senses: SenseData;
    stages: StageData;
  };
}

/** A language and all names, compiled into one matcher. Nothing is made of it before a text asks for it. */
export interface Pack {
  settings: LanguageSettings;
  vocabulary: Vocabulary;
  trie: Trie;
  triggers: readonly Trigger[];
  /** Stage words and descriptions of tracks. */
  stages: readonly StageEntry[];
  /** Verbs change their form; a phrase that ends in a mark ("talks with") then hides a shorter word worth keeping. */
  inflected: boolean;
  /** Names of the marks that a single word is, by its token id: also where a longer phrase ends in it ("talks with"). */
  markOf: ReadonlyMap<number, readonly string[]>;
  /** Takes suffixes off names; null in a language without. */
  suffixes: Suffixes | null;
  /** Declines nouns and names; null in a language without cases. */
  decliner: Decliner | null;
  /** What a name of a list of the trie may stand for; `at` counts within the list. */
  name(list: number, at: number): NameEntry;
  /** All that a name of a list of the trie may stand for; the same list each time. */
  namesOf(list: number): readonly NameEntry[];
  /** What the phrase of a list of the trie may be; the same list each time. */
  sensesOf(list: number): readonly Sense[];
  /** The bits of `KIND` of what the phrase of a list may be. */
  kindsOf(list: number): number;
  /** What a phrase of the channel of stages stands for; the same list each time. */
  stagesOf(list: number): readonly StageEntry[];
}

/** Opens a compiled language. Costs little: what words mean is looked up when a text has them. */
export function openPack({ arrays, data }: PackParts): Pack {
  const trie = new Trie(arrays);
  const names = new NameTable(arrays.names, data.nameCases);
  const senses = new SenseTable(arrays.senses, data.senses);
  const stages = openStages(data.stages, data.senses.frames);
  const sensesOf = listsOf(trie, (entry) => senses.at(entry));
  const suffixes = data.suffixes && new Suffixes(data.suffixes);
  return {
    settings: data.settings,
    vocabulary: new Vocabulary({
      stems: suffixes && ((word) => suffixes.stems(word)),
      compiled: { size: data.words, words: arrays },
    }),
    trie,
    triggers: senses.triggers,
    stages,
    inflected: data.inflected,
    markOf: new Map(data.markOf),
    suffixes,
    decliner: data.declension && new Decliner(data.declension),
    name: (list, at) => names.at(trie.entry(list, at)),
    namesOf: listsOf(trie, (entry) => names.at(entry)),
    sensesOf,
    kindsOf: kindsByList(sensesOf),
    stagesOf: listsOf(trie, (entry) => stages[entry] as StageEntry),
  };
}

/** The things of each list of a trie; the same list each time. */
function listsOf<T>(trie: Trie, at: (entry: number) => T): (list: number) => readonly T[] {
  const known = new Map<number, readonly T[]>();
  return (list) => {
    const found = known.get(list);
    if (found) return found;
    const made = Array.from({ length: trie.count(list) }, (_, index) => at(trie.entry(list, index)));
    known.set(list, made);
    return made;
  };
}

function kindsByList(sensesOf: Pack['sensesOf']): Pack['kindsOf'] {
  const known = new Map<number, number>();
  return (list) => {
    const found = known.get(list);
    if (found !== undefined) return found;
    const kinds = kindsOf(sensesOf(list));
    known.set(list, kinds);
    return kinds;
  };
}
