import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActMode, ActStatus, ActType } from '../model/index.ts';
import { WORDS } from './channels.ts';
import { type DeclensionData, Decliner } from './decline.ts';
import { compileFrames, type Frame } from './frames.ts';
import { ANY_FORM, GERUND, type Inflection, inflectVerb } from './inflect.ts';
import type { Knowledge } from './knowledge.ts';
import { NameTableBuilder } from './name-table.ts';
import type { PackParts } from './open-pack.ts';
import { addNames } from './pack-names.ts';
import { layOutSenses } from './sense-table.ts';
import { HEAD_KINDS, type Sense, type SpeechVerb, type StatusWord, type Trigger } from './senses.ts';
import type { LanguageSettings } from './settings.ts';
import { layOutStages } from './stage-table.ts';
import { addStages, type StageEntry } from './stage-words.ts';
import { addLight, addNounForms, addVerb, type VerbSense } from './suffixed-words.ts';
import { type SuffixData, Suffixes } from './suffixes.ts';
import { alternatives, DataError, type Row, readTable, type Table } from './table.ts';
import { phraseTokens, Vocabulary } from './tokenise.ts';
import { TrieBuilder } from './trie-builder.ts';
import { foldedWords, markedForm, nounForms, plainSpelling } from './word-forms.ts';

/** A pack while its tables are compiled. */
export interface PackDraft {
  settings: LanguageSettings;
  vocabulary: Vocabulary;
  trie: TrieBuilder;
  names: NameTableBuilder;
  senses: Sense[];
  /** Stage words and descriptions of tracks. */
  stages: StageEntry[];
  triggers: Trigger[];
  /** Triggers that a form made of others: by those and the status they have there. */
  variants: Map<Trigger, Map<ActStatus, Trigger>>;
  frames: Map<string, Frame[]>;
  markOf: Map<number, string[]>;
  /** Declines nouns and names; null in a language without cases. */
  decliner: Decliner | null;
  /** Forms words by suffixes; null in a language without. */
  suffixes: Suffixes | null;
}

/**
 * Compiles a language's tables and the names of the knowledge as that language writes them into what `openPack` opens.
 * @param words further words to number: those of the language's times
 * @throws DataError when a table cannot be used as it stands
 */
export function compilePack(folder: string, knowledge: Knowledge, words: Iterable<string>): PackParts {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const readOptional = (file: string): unknown => (existsSync(join(folder, file)) ? read(file) : null);
  const settings = { ...(read('language.json') as object), marks: read('marks.json') } as LanguageSettings;
  const suffixes = readOptional('suffixes.json') as SuffixData | null;
  const declension = readOptional('declension.json') as DeclensionData | null;
  const pack: PackDraft = {
    settings,
    suffixes: suffixes && new Suffixes(suffixes),
    vocabulary: new Vocabulary({ variants: readVariants(folder) }),
    trie: new TrieBuilder(),
    names: new NameTableBuilder(),
    senses: [],
    stages: [],
    triggers: [],
    variants: new Map(),
    frames: new Map(),
    markOf: new Map(),
    decliner: declension && new Decliner(declension),
  };
  addWords(pack, folder);
  addLexicon(pack, folder);
  addNames(pack, knowledge);
  addStages(pack, folder, knowledge);
  for (const word of words) pack.vocabulary.add(word);
  const inflected = existsSync(join(folder, 'inflection.json')) || (settings.caseMarks && !settings.verbFinal);
  return layOut(pack, { suffixes, declension, inflected });
}

function layOut(pack: PackDraft, rules: Pick<PackParts['data'], 'suffixes' | 'declension' | 'inflected'>): PackParts {
  const frames = [...pack.frames.values()].flat();
  const senses = layOutSenses(pack.senses, pack.triggers, frames);
  const names = pack.names.build();
  const trie = pack.trie.build((channel, entry) => (channel === WORDS ? (senses.rowOf[entry] as number) : entry));
  return {
    arrays: { ...trie, ...pack.vocabulary.compile(), names: names.rows, senses: senses.rows },
    data: {
      settings: pack.settings,
      ...rules,
      words: pack.vocabulary.size,
      markOf: [...pack.markOf],
      nameCases: names.cases,
      senses: senses.data,
      stages: layOutStages(pack.stages, frames),
    },
  };
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

/** Kinds of grammar words that are nouns, and take the endings of nouns. */
const NOUNS = new Set(['corefer', 'deed', 'goods', 'namesake']);

function addWords(pack: PackDraft, folder: string): void {
  for (const row of readTable(join(folder, 'words.tsv')).rows) {
    const kind = row.cells['kind'] as string;
    const sense = { kind, value: row.cells['value'] ?? '', is: ANY_FORM } as Sense;
    const add =
      NOUNS.has(kind) || (kind === 'domain' && pack.suffixes) || (kind === 'plain' && pack.decliner)
        ? addNoun
        : kind === 'light' && pack.suffixes
          ? addLight
          : addWord;
    for (const form of alternatives(row.cells['forms'])) add(pack, form, sense);
  }
  for (const row of readTable(join(folder, 'posts.tsv')).rows) {
    const sense: Sense = {
      kind: row.cells['kind'] === 'office' ? 'office' : 'post',
      role: row.cells['role'] as string,
      ...(row.cells['actor'] ? { actor: row.cells['actor'] } : {}),
    };
    for (const form of alternatives(row.cells['forms'])) addNoun(pack, form, sense, sense.kind === 'post');
  }
  for (const row of readTable(join(folder, 'heads.tsv')).rows) {
    const sense: Sense = { kind: 'head', value: HEAD_KINDS.find((kind) => kind === row.cells['kind']) ?? 'acts' };
    for (const form of alternatives(row.cells['forms'])) addNoun(pack, form, sense);
  }
}

function addLexicon(pack: PackDraft, folder: string): void {
  const inflection = readInflection(folder);
  const irregular = pack.settings.irregular ?? {};
  const passive = new Set(pack.senses.flatMap((sense) => (sense.kind === 'passive' ? [sense.value] : [])));
  pack.frames = compileFrames(readTable(join(folder, 'frames.tsv')), passive);
  const verbForms = (form: string, sense: VerbSense): void => {
    if (pack.suffixes?.isVerb(form.split('|')[0] as string)) {
      addVerb(pack, form, sense);
      return;
    }
    if (!inflection) {
      const { text, is, future } = markedForm(form);
      addWord(pack, text, sense(is, future));
      return;
    }
    for (const { form: inflected, is } of inflectVerb(form, inflection, irregular))
      addWord(pack, inflected, sense(is, false));
  };
  const triggers = readTable(join(folder, 'triggers.tsv'));
  const speech = readTable(join(folder, 'speech.tsv')).rows;
  for (const row of triggers.rows) {
    const trigger = compileTrigger(triggers, row, pack.frames);
    pack.triggers.push(trigger);
    for (const form of alternatives(row.cells['forms'])) {
      const [head, tail] = form.split(' ~ ') as [string, string | undefined];
      const goods = tail?.startsWith('@') ? tail.slice(1) : undefined;
      if (tail && trigger.pos === 'verb' && pack.suffixes?.isVerb(tail)) {
        const lead = phraseTokens(head, pack.vocabulary).ids;
        verbForms(tail, (is, _future, status) => ({
          kind: 'trigger',
          trigger: status ? withStatus(pack, trigger, status) : trigger,
          is,
          lead,
        }));
        continue;
      }
      const ids = tail === undefined || goods ? undefined : phraseTokens(tail, pack.vocabulary).ids;
      if (trigger.pos === 'verb')
        verbForms(head, (is, future, status) => ({
          kind: 'trigger',
          trigger: future ? ahead(pack, trigger) : status ? withStatus(pack, trigger, status) : trigger,
          is,
          tail: ids,
          goods,
        }));
      else addNoun(pack, head, { kind: 'trigger', trigger, is: ANY_FORM, tail: ids, goods });
    }
  }
  for (const row of speech) addSpeech(pack, row, verbForms);
  if (pack.suffixes) addSpeechWithin(triggers.rows, speech, verbForms);
  for (const row of readTable(join(folder, 'status.tsv')).rows) {
    const status = { status: row.cells['status'] as ActStatus, kind: row.cells['kind'] as StatusWord['kind'] };
    for (const form of alternatives(row.cells['forms'])) {
      if (status.kind === 'verb' || pack.suffixes?.isVerb(form))
        verbForms(form, (is, _future, said) => statusSense(status, is, said));
      else addWord(pack, form, { kind: 'status', status, is: ANY_FORM });
    }
  }
}

/** A word of a status in a form; one that is itself denied says that what it tells of is off, or nothing. */
function statusSense(status: StatusWord, is: number, said: ActStatus | null | undefined): Sense {
  if (said !== 'denied') return { kind: 'status', status, is };
  return status.status === 'denied'
    ? { kind: 'other' }
    : { kind: 'status', status: { ...status, status: 'denied' }, is };
}

/** A perfective verb in the present tells of what lies ahead. */
function ahead(pack: PackDraft, trigger: Trigger): Trigger {
  return trigger.status && trigger.status !== 'happened' ? trigger : variant(pack, trigger, 'planned');
}

function withStatus(pack: PackDraft, trigger: Trigger, status: ActStatus): Trigger {
  return trigger.status && trigger.status !== 'planned' ? trigger : variant(pack, trigger, status);
}

/** A trigger with another status; the same one each time. */
function variant(pack: PackDraft, trigger: Trigger, status: ActStatus): Trigger {
  const known = pack.variants.get(trigger) ?? new Map<ActStatus, Trigger>();
  const made = known.get(status) ?? { ...trigger, status };
  pack.variants.set(trigger, known.set(status, made));
  return made;
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

function addSpeech(pack: PackDraft, row: Row, verbForms: (form: string, sense: VerbSense) => void): void {
  for (const form of alternatives(row.cells['forms'])) {
    const before = form.startsWith('…');
    const after = form.endsWith('…');
    const speech = speechOf(row, before ? 'before' : after ? 'after' : 'either');
    const bare = form.replaceAll('…', '').trim();
    if (after) addWord(pack, bare, { kind: 'speech', speech, is: ANY_FORM });
    else verbForms(bare, (is) => (pack.suffixes ? spoken(speech, is) : { kind: 'speech', speech, is }));
  }
}

/** Where the verb stands last, a phrase that tells of an act may end in a verb of saying ("yanında olduğunu söylemek"): it says so too. */
function addSpeechWithin(
  triggers: readonly Row[],
  speech: readonly Row[],
  verbForms: (form: string, sense: VerbSense) => void,
): void {
  const verbs = new Map(speech.flatMap((row) => alternatives(row.cells['forms']).map((form) => [form, row] as const)));
  for (const { cells } of triggers) {
    if (cells['pos'] !== 'verb') continue;
    for (const form of alternatives(cells['forms'])) {
      const words = form.split(' ');
      const at = words.findIndex((_, index) => index > 0 && verbs.has(words.slice(index).join(' ')));
      const row = at < 0 || verbs.has(form) ? undefined : verbs.get(words.slice(at).join(' '));
      if (row) verbForms(form, (is) => spoken(speechOf(row, 'either'), is));
    }
  }
}

/** "desteklediğini söyleyen Putin": whoever a participle of saying describes stands behind it. */
function spoken(speech: SpeechVerb, is: number): Sense {
  const describes = is === GERUND && speech.speaker === 'either';
  return { kind: 'speech', speech: describes ? { ...speech, speaker: 'after' } : speech, is };
}

function speechOf(row: Row, speaker: SpeechVerb['speaker']): SpeechVerb {
  return { verb: row.cells['verb'] as string, strength: row.cells['strength'] ?? 'neutral', speaker };
}

/** Adds a noun phrase in all its cases, in a language that declines. */
function addNoun(pack: PackDraft, form: string, sense: Sense, living = false): void {
  if (pack.suffixes) addInflected(pack, form, sense);
  else if (!pack.decliner) addWord(pack, form, sense);
  else
    for (const { words, cases } of nounForms(form, pack.decliner, living))
      insertWord(pack, words, { ...sense, cases } as Sense);
}

/** Remembers a mark of one word, for phrases that end in it. */
function noteMark(pack: PackDraft, ids: readonly number[], sense: Sense): void {
  const [only] = ids;
  if (sense.kind === 'mark' && ids.length === 1 && only !== undefined)
    pack.markOf.set(only, [...(pack.markOf.get(only) ?? []), sense.value]);
}

/** A noun of a table with all its endings; one with flags stands as it is. */
function addInflected(pack: PackDraft, form: string, sense: Sense): void {
  if (form.includes('|')) {
    const { text, cases } = markedForm(form);
    addWord(pack, text, { ...sense, cases } as Sense);
  } else addNounForms(pack, form, sense);
}

function insertWord(pack: PackDraft, words: readonly string[], sense: Sense): void {
  const entry = pack.senses.push(sense) - 1;
  for (const spelling of [words, plainSpelling(words)])
    if (spelling) {
      const ids = spelling.map((word) => pack.vocabulary.add(word));
      noteMark(pack, ids, sense);
      pack.trie.insert(ids, WORDS, { entry, letters: 'any' });
    }
}

function addWord(pack: PackDraft, form: string, sense: Sense): void {
  if (pack.decliner) {
    const { text, cases } = markedForm(form);
    const words = foldedWords(text);
    if (words.length > 0) insertWord(pack, words, cases.length > 0 ? ({ ...sense, cases } as Sense) : sense);
    return;
  }
  if (pack.suffixes && form.includes('|')) {
    const { text, cases } = markedForm(form);
    addWord(pack, text, { ...sense, cases } as Sense);
    return;
  }
  const { ids } = phraseTokens(form, pack.vocabulary);
  if (ids.length === 0) return;
  noteMark(pack, ids, sense);
  pack.trie.insert(ids, WORDS, { entry: pack.senses.length, letters: 'any' });
  pack.senses.push(sense);
}
