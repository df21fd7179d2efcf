import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActMode, ActStatus, ActType } from '../model/index.ts';
import { type DeclensionData, Decliner } from './decline.ts';
import { declinedName } from './declined-names.ts';
import { fold, isVietnamese, stripDiacritics } from './fold.ts';
import { compileFrames, type Frame } from './frames.ts';
import { ANY_FORM, type Inflection, inflectVerb } from './inflect.ts';
import type { Knowledge, Names } from './knowledge.ts';
import type { NameEntry, Sense, Trigger } from './senses.ts';
import { addLight, addNounForms, addVerb, type VerbSense } from './suffixed-words.ts';
import { type SuffixData, Suffixes } from './suffixes.ts';
import { alternatives, DataError, type Row, readTable, type Table } from './table.ts';
import { ALL_CAPITALS, CAPITAL, phraseTokens, Vocabulary } from './tokenise.ts';
import { type LetterCase, type Terminal, Trie } from './trie.ts';
import { splitWords } from './vocabulary.ts';
import { foldedWords, markedForm, nounForms, plainSpelling } from './word-forms.ts';

/** The channels of a pack's trie: names, words of the grammar and lexicon, topics, occasions. */
export const NAMES = 0;
export const WORDS = 1;
export const TOPICS = 2;
/** Names of summits and conferences: beside the names, since "BRICS summit" also names BRICS. */
export const OCCASIONS = 3;

/** What the marks of a language are for, by their names in `words.tsv`. */
export interface RoleMarks {
  /** Before an owner: "President of Turkey". */
  owner: string[];
  /** Before where somebody comes from: "ministers from Japan". */
  origin: string[];
  /** Before where something takes place. */
  place: string[];
  /** Between a verb and whoever its object belongs to: "condemned the strike by Israel". */
  object: string[];
  /** Before what only says when or where: "during a visit". */
  adjunct?: string[];
  /** Between an envoy's state and the one where he serves, where both stand before the post: 驻. */
  posted?: string[];
  /** Words after a noun phrase that are cases of it: `ins` for ile. */
  with?: string[];
  /** Those that stand before a whole clause which describes the noun phrase they mark. */
  reaching?: string[];
  /** The cases a mark asks for, in a language with cases; any where it is not named. */
  governs?: Readonly<Record<string, readonly string[]>>;
}

/** A character such as 美 stands for a state beside another one, before a noun of the state, or after a word such as 访. */
export interface AbbreviationRules {
  /** Characters after which it does. */
  after: string;
  /** Characters before which it does. */
  before: string;
  /** Those that do only beside another one, or before a character of `side`: 新 is mostly "new". */
  compoundOnly: string;
  /** The word for a side: 方. */
  side: string;
  /** Those that do only after a word of `after`: 华. */
  afterOnly: string;
  /** Those that do before a character of `before`, but before no longer noun: 加 is mostly "add". */
  beforeOnly: string;
  /** Those that mean "in" between a word and another abbreviation: 会谈中美方. */
  inside: string;
}

/** `language.json` of a language. */
export interface LanguageSettings {
  code: string;
  name: string;
  script: 'Latn' | 'Cyrl' | 'Hans';
  /** A state's adjective or name stands before the post ("Turkish President") rather than after it ("Tổng thống Nga"). */
  adjectiveFirst: boolean;
  /** Its name follows the post all the same ("президент России"): in such a language an adjective comes first, a noun after. */
  stateAfterPost?: boolean;
  /** Cases, not words, say who acts: a bare noun phrase that cannot be the subject is marked by its case. */
  caseMarks: boolean;
  /** Endings of the adjectives that may stand between a mark and its noun. */
  plainEndings?: readonly string[];
  /** What an adjective of a state begins with when it says against whom something is: "антироссийские санкции". */
  against?: string;
  /** Endings of the past tense in the plural: no single person is its subject, but the office named before it is ("В Кремле заявили"). */
  pluralPast?: readonly string[];
  spaces: boolean;
  irregular?: Record<string, string[]>;
  marks: RoleMarks;
  /** A word after an owner, where one stands for the possessive: 的. */
  possessive?: string;
  /** Cases and tenses are endings of the last word, marks stand after their noun phrase, and a verb ends its clause. */
  verbFinal?: boolean;
  /** Where a stranger's name has no capitals: the characters it is written with. */
  nameCharacters?: string;
  /** When a single character stands for a state. */
  abbreviations?: AbbreviationRules;
}

/** A language and all names, compiled into one matcher. */
export interface Pack {
  settings: LanguageSettings;
  vocabulary: Vocabulary;
  trie: Trie;
  names: NameEntry[];
  senses: Sense[];
  /** Indices into `Knowledge.topics` by entry. */
  topics: number[];
  triggers: Trigger[];
  frames: Map<string, Frame[]>;
  /** Verbs change their form; a phrase that ends in a mark ("talks with") then hides a shorter word worth keeping. */
  inflected: boolean;
  /** Names of the marks that a single word is, by its token id: also where a longer phrase ends in it ("talks with"). */
  markOf: Map<number, string[]>;
  /** Declines nouns and names; null in a language without cases. */
  decliner: Decliner | null;
  /** Forms words by suffixes and takes them off names; null in a language without. */
  suffixes: Suffixes | null;
  /** What the phrase that ends in these terminals may be; the same list each time. */
  sensesOf(terminals: readonly Terminal[]): readonly Sense[];
}

/** Compiles a language's tables and the names of the knowledge as that language writes them. */
export function compilePack(folder: string, knowledge: Knowledge): Pack {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const settings = { ...(read('language.json') as object), marks: read('marks.json') } as LanguageSettings;
  const senses: Sense[] = [];
  const suffixes = existsSync(join(folder, 'suffixes.json')) ? new Suffixes(read('suffixes.json') as SuffixData) : null;
  const pack: Pack = {
    settings,
    suffixes,
    vocabulary: new Vocabulary(readVariants(folder), suffixes ? (word) => suffixes.stems(word) : null),
    trie: new Trie(),
    names: [],
    senses,
    topics: [],
    triggers: [],
    frames: new Map(),
    inflected: existsSync(join(folder, 'inflection.json')),
    markOf: new Map(),
    decliner: existsSync(join(folder, 'declension.json'))
      ? new Decliner(read('declension.json') as DeclensionData)
      : null,
    sensesOf: sensesByTerminals(senses),
  };
  addWords(pack, folder);
  addLexicon(pack, folder);
  addNames(pack, knowledge);
  return pack;
}

/** Characters that are looked up as another: the traditional ones as the simplified. */
function readVariants(folder: string): Map<string, string> {
  const { rows } = readTable(join(folder, 'traditional.tsv'), { optional: true });
  return new Map(
    rows.flatMap(({ cells }) =>
      alternatives(cells['traditional']).map((form): [string, string] => [form, cells['simplified'] as string]),
    ),
  );
}

function sensesByTerminals(senses: readonly Sense[]): Pack['sensesOf'] {
  const known = new Map<readonly Terminal[], readonly Sense[]>();
  return (terminals) => {
    const found = known.get(terminals);
    if (found) return found;
    const list = terminals.map((terminal) => senses[terminal.entry] as Sense);
    known.set(terminals, list);
    return list;
  };
}

function addWords(pack: Pack, folder: string): void {
  for (const row of readTable(join(folder, 'words.tsv')).rows) {
    const kind = row.cells['kind'] as string;
    const sense = { kind, value: row.cells['value'] ?? '', is: ANY_FORM } as Sense;
    const add = kind === 'corefer' ? addNoun : kind === 'light' && pack.suffixes ? addLight : addWord;
    for (const form of alternatives(row.cells['forms'])) add(pack, form, sense);
  }
  for (const row of readTable(join(folder, 'posts.tsv')).rows) {
    const sense: Sense = {
      kind: row.cells['kind'] === 'office' ? 'office' : 'post',
      role: row.cells['role'] as string,
    };
    for (const form of alternatives(row.cells['forms'])) addNoun(pack, form, sense, sense.kind === 'post');
  }
  for (const row of readTable(join(folder, 'heads.tsv')).rows) {
    const sense: Sense = { kind: 'head', value: row.cells['kind'] === 'nationals' ? 'nationals' : 'acts' };
    for (const form of alternatives(row.cells['forms'])) addNoun(pack, form, sense);
  }
}

function addLexicon(pack: Pack, folder: string): void {
  const inflection = readInflection(folder);
  const irregular = pack.settings.irregular ?? {};
  const passive = new Set(pack.senses.flatMap((sense) => (sense.kind === 'passive' ? [sense.value] : [])));
  pack.frames = compileFrames(readTable(join(folder, 'frames.tsv')), passive);
  const verbForms = (form: string, sense: VerbSense): void => {
    if (pack.suffixes?.isVerb(form.split('|')[0] as string)) return addVerb(pack, form, sense);
    if (!inflection) {
      const { text, is, future } = markedForm(form);
      addWord(pack, text, sense(is, future));
      return;
    }
    for (const { form: inflected, is } of inflectVerb(form, inflection, irregular))
      addWord(pack, inflected, sense(is, false));
  };
  const triggers = readTable(join(folder, 'triggers.tsv'));
  for (const row of triggers.rows) {
    const trigger = compileTrigger(triggers, row, pack.frames);
    pack.triggers.push(trigger);
    for (const form of alternatives(row.cells['forms'])) {
      const [head, tail] = form.split(' ~ ') as [string, string | undefined];
      const ids = tail === undefined ? undefined : phraseTokens(tail, pack.vocabulary).ids;
      if (trigger.pos === 'verb')
        verbForms(head, (is, future, status) => ({
          kind: 'trigger',
          trigger: future ? ahead(trigger) : status ? withStatus(trigger, status) : trigger,
          is,
          tail: ids,
        }));
      else addNoun(pack, head, { kind: 'trigger', trigger, is: ANY_FORM, tail: ids });
    }
  }
  for (const row of readTable(join(folder, 'speech.tsv')).rows) addSpeech(pack, row, verbForms);
  for (const row of readTable(join(folder, 'status.tsv')).rows) {
    const status = { status: row.cells['status'] as ActStatus, kind: row.cells['kind'] as 'before' | 'after' | 'verb' };
    for (const form of alternatives(row.cells['forms'])) {
      if (status.kind === 'verb' || pack.suffixes?.isVerb(form)) verbForms(form, (is) => ({ kind: 'status', status, is }));
      else addWord(pack, form, { kind: 'status', status, is: ANY_FORM });
    }
  }
}

/** A perfective verb in the present tells of what lies ahead. */
function ahead(trigger: Trigger): Trigger {
  return trigger.status ? trigger : { ...trigger, status: 'planned' };
}

function withStatus(trigger: Trigger, status: ActStatus): Trigger {
  return trigger.status && trigger.status !== 'planned' ? trigger : { ...trigger, status };
}

function readInflection(folder: string): Inflection | null {
  const file = join(folder, 'inflection.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Inflection) : null;
}

function compileTrigger(table: Table, row: Row, frames: Map<string, Frame[]>): Trigger {
  const pos = row.cells['pos'];
  if (pos !== 'verb' && pos !== 'noun')
    throw new DataError(table.file, row.line, `pos is "${pos}": write verb or noun`);
  const used = (row.cells['frames'] ?? '').split(/[,;]\s*/).filter(Boolean);
  const list = used.flatMap((name) => {
    const known = frames.get(name);
    if (!known)
      throw new DataError(
        table.file,
        row.line,
        `there is no frame "${name}": the frames are ${[...frames.keys()].join(', ')}`,
      );
    return known;
  });
  return {
    id: row.cells['id'] as string,
    pos,
    type: row.cells['type'] as ActType,
    mode: (row.cells['mode'] || null) as ActMode | null,
    status: (row.cells['status'] || null) as ActStatus | null,
    subtype: row.cells['subtype'] || null,
    frames: list,
  };
}

function addSpeech(
  pack: Pack,
  row: Row,
  verbForms: (form: string, sense: VerbSense) => void,
): void {
  for (const form of alternatives(row.cells['forms'])) {
    const before = form.startsWith('…');
    const after = form.endsWith('…');
    const speech = {
      verb: row.cells['verb'] as string,
      strength: row.cells['strength'] ?? 'neutral',
      speaker: before ? ('before' as const) : after ? ('after' as const) : ('either' as const),
    };
    const bare = form.replaceAll('…', '').trim();
    if (after) addWord(pack, bare, { kind: 'speech', speech, is: ANY_FORM });
    else verbForms(bare, (is) => ({ kind: 'speech', speech, is }));
  }
}

/** Adds a noun phrase in all its cases, in a language that declines. */
function addNoun(pack: Pack, form: string, sense: Sense, living = false): void {
  if (pack.suffixes) addInflected(pack, form, sense);
  else if (!pack.decliner) addWord(pack, form, sense);
  else
    for (const { words, cases } of nounForms(form, pack.decliner, living))
      insertWord(pack, words, { ...sense, cases } as Sense);
}

/** Remembers a mark of one word, for phrases that end in it. */
function noteMark(pack: Pack, ids: readonly number[], sense: Sense): void {
  const [only] = ids;
  if (sense.kind === 'mark' && ids.length === 1 && only !== undefined)
    pack.markOf.set(only, [...(pack.markOf.get(only) ?? []), sense.value]);
}

/** A noun of a table with all its endings; one with flags stands as it is. */
function addInflected(pack: Pack, form: string, sense: Sense): void {
  if (!form.includes('|')) return addNounForms(pack, form, sense);
  const { text, cases } = markedForm(form);
  addWord(pack, text, { ...sense, cases } as Sense);
}

function insertWord(pack: Pack, words: readonly string[], sense: Sense): void {
  const entry = pack.senses.push(sense) - 1;
  for (const spelling of [words, plainSpelling(words)])
    if (spelling) {
      const ids = spelling.map((word) => pack.vocabulary.add(word));
      noteMark(pack, ids, sense);
      pack.trie.insert(ids, WORDS, { entry, letters: 'any' });
    }
}

function addWord(pack: Pack, form: string, sense: Sense): void {
  if (pack.decliner) {
    const { text, cases } = markedForm(form);
    const words = foldedWords(text);
    if (words.length > 0) insertWord(pack, words, cases.length > 0 ? ({ ...sense, cases } as Sense) : sense);
    return;
  }
  if (pack.suffixes && form.includes('|')) {
    const { text, cases } = markedForm(form);
    return addWord(pack, text, { ...sense, cases } as Sense);
  }
  const { ids } = phraseTokens(form, pack.vocabulary);
  if (ids.length === 0) return;
  noteMark(pack, ids, sense);
  pack.trie.insert(ids, WORDS, { entry: pack.senses.length, letters: 'any' });
  pack.senses.push(sense);
}

function addNames(pack: Pack, knowledge: Knowledge): void {
  const add = (items: readonly { names: Names }[], kind: NameEntry['kind']): void => {
    items.forEach((item, ref) => {
      for (const form of formsIn(item.names, pack.settings, kind))
        addName(pack, form, { kind, ref, famous: false, cases: [] }, knowledge);
    });
  };
  add(knowledge.states, 'state');
  add(knowledge.adjectives, 'adjective');
  add(knowledge.capitals, 'capital');
  if (pack.settings.abbreviations) add(knowledge.abbreviations, 'abbreviation');
  add(knowledge.organisations, 'organisation');
  add(knowledge.offices, 'office');
  add(knowledge.outlets, 'outlet');
  add(knowledge.places, 'place');
  add(knowledge.initiatives, 'initiative');
  knowledge.occasions.forEach((occasion, ref) => {
    for (const form of formsIn(occasion.names, pack.settings, 'occasion')) {
      const { ids } = phraseTokens(form, pack.vocabulary);
      if (ids.length > 0) pack.trie.insert(ids, OCCASIONS, { entry: ref, letters: 'any' });
    }
  });
  add(knowledge.people, 'person');
  knowledge.people.forEach((person, ref) => {
    for (const short of person.short) {
      const fits =
        short.language === pack.settings.code || (short.language === null && pack.settings.script === 'Latn');
      // A single character is no name where words are not parted: 习 in 学习.
      if (!fits || (!pack.settings.spaces && short.form.length < 2)) continue;
      for (const form of withStripped([short.form], 'short', pack.settings))
        addName(pack, form, { kind: 'short', ref, famous: short.famous, cases: [] }, knowledge);
    }
  });
  knowledge.topics.forEach((topic, ref) => {
    for (const form of topic.names[pack.settings.code] ?? []) {
      const ids = pack.decliner
        ? foldedWords(form).map((word) => pack.vocabulary.add(word))
        : phraseTokens(form, pack.vocabulary).ids;
      pack.trie.insert(ids, TOPICS, { entry: pack.topics.length, letters: 'any' });
      pack.topics.push(ref);
    }
  });
}

const LATIN = /^[\p{Script=Latin}\p{M}\p{N}\p{P}\p{Zs}+&]+$/u;

/** The forms of a name that a text in the language may use. */
function formsIn(names: Names, settings: LanguageSettings, kind: NameEntry['kind']): string[] {
  const own = names[settings.code] ?? [];
  const english = names['en'] ?? [];
  if (settings.code === 'en') return withStripped(own, kind, settings);
  const borrowed =
    settings.script === 'Latn' ? english : english.filter((name) => name === name.toUpperCase() && name.length <= 8);
  // A language's own adjectives are not the English ones.
  const forms = kind === 'adjective' ? own : [...own, ...borrowed];
  return withStripped([...new Set(forms)], kind, settings);
}

function withStripped(forms: readonly string[], kind: NameEntry['kind'], settings: LanguageSettings): string[] {
  if (kind === 'adjective') return [...forms];
  const strippable = (form: string): boolean => LATIN.test(form) && !(settings.code === 'vi' && isVietnamese(form));
  return [...new Set(forms.flatMap((form) => (strippable(form) ? [form, stripDiacritics(form)] : [form])))];
}

/** Adds a name in all its cases; what the base form capitalises, its other forms must be too. */
function addDeclinedName(pack: Pack, decliner: Decliner, form: string, entry: NameEntry, knowledge: Knowledge): void {
  const pieces = splitWords(form);
  const letters = letterCase(pieces.map(capitals), form.replace(/\P{L}/gu, '').length);
  const inCapitals = form === form.toUpperCase();
  const forms = declinedName(decliner, pieces.map(fold), entry, knowledge, inCapitals, pack.settings);
  const { kind, ref, famous } = entry;
  const made = new Map<readonly string[], Terminal>();
  for (const { words, cases } of forms) {
    const terminal = made.get(cases) ?? { entry: pack.names.push({ kind, ref, famous, cases }) - 1, letters };
    made.set(cases, terminal);
    pack.trie.insert(idsOf(pack, words), NAMES, terminal);
    const plain = plainSpelling(words);
    if (plain) pack.trie.insert(idsOf(pack, plain), NAMES, terminal);
  }
}

function idsOf(pack: Pack, words: readonly string[]): number[] {
  const ids: number[] = [];
  for (const word of words) ids.push(pack.vocabulary.add(word));
  return ids;
}

function capitals(word: string): number {
  if (word.charAt(0) === word.charAt(0).toLowerCase()) return 0;
  return word === word.toUpperCase() ? CAPITAL | ALL_CAPITALS : CAPITAL;
}

function addName(pack: Pack, form: string, entry: NameEntry, knowledge: Knowledge): void {
  if (pack.decliner) {
    addDeclinedName(pack, pack.decliner, form, entry, knowledge);
    return;
  }
  const { ids, flags } = phraseTokens(form, pack.vocabulary);
  if (ids.length === 0) return;
  pack.trie.insert(ids, NAMES, {
    entry: pack.names.length,
    letters: letterCase(flags, form.replace(/\P{L}/gu, '').length),
  });
  pack.names.push(entry);
}

function letterCase(flags: readonly number[], letters: number): LetterCase {
  const capitals = flags.filter((flag) => flag & CAPITAL);
  if (capitals.length === 0) return 'any';
  // "Nato" is NATO, but "us" and "Who" are words.
  return letters <= 3 && capitals.every((flag) => flag & ALL_CAPITALS) ? 'all' : 'capital';
}
