import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActStatus } from '../model/index.ts';
import { STAGES } from './channels.ts';
import type { Frame } from './frames.ts';
import { ANY_FORM, type Inflection, inflectVerb } from './inflect.ts';
import type { Knowledge } from './knowledge.ts';
import type { PackDraft } from './pack.ts';
import { alternatives, DataError, type Row, readTable, type Table } from './table.ts';
import { phraseTokens } from './tokenise.ts';
import type { Terminal } from './trie-builder.ts';
import { foldedWords, markedForm, nounForms, plainSpelling } from './word-forms.ts';

/** Words that tell of no stage: nouns for a track named before, nouns that name it together with its name, what may stand between. */
export const HELPERS = new Set(['track', 'head', 'link', 'nominal', 'occurs']);
const PLACES = ['object', 'subject', 'after', 'before', 'beside', 'own', 'next'] as const;

/**
 * Where the track stands that a stage word is about: the verb's object or subject, right after or before the word, on either
 * side; `own`: the word makes the track itself (an application); `next`: beside it, else in the sentence before.
 */
export type StagePlace = (typeof PLACES)[number];

/** A word that tells of a stage: one line of `stages.tsv`. */
export interface StageWord {
  id: string;
  /**
   * A stage of `track-kinds.tsv`; `track` for a noun that stands for a track named before ("the treaty"), `head` for one that
   * belongs to its name ("the F-35 programme"), `link` for what may stand between ("participation in"), `nominal` for a link that
   * makes a noun of the clause behind it ("việc"), `occurs` for a verb that says that a noun of a stage came about ("took place").
   */
  stage: string;
  /** Kinds of track of which it tells. */
  kinds: readonly string[];
  pos: 'verb' | 'noun';
  place: StagePlace;
  /** For a word that makes the track itself: the frames that say who applies (`{A}`) and to whom (`{B}`). */
  frames: readonly Frame[];
  /** It tells of a state that holds ("now defunct"), not of a step: a day beside it is not when it was reached. */
  holds: boolean;
  /** What the word itself says of how far it got; empty as a rule. */
  status: ActStatus | null;
}

/** What a phrase of the channel of stages stands for. */
export type StageEntry =
  | { kind: 'word'; word: StageWord; is: number; status: ActStatus | null; tail: readonly number[] | null }
  /** A description of a track of `tracks.tsv`; `ref` is its index. */
  | { kind: 'track'; ref: number };

interface PhraseForm {
  ids: readonly number[];
  is: number;
  status: ActStatus | null;
}

/** Adds the stage words of a language, and the descriptions of tracks as it gives them. */
export function addStages(pack: PackDraft, folder: string, knowledge: Knowledge): void {
  const inflection = readInflection(folder);
  const table = readTable(join(folder, 'stages.tsv'), { optional: true });
  for (const row of table.rows) {
    const word = stageWord(table, row, knowledge, pack.frames);
    for (const form of alternatives(row.cells['forms'])) addWord(pack, word, form, inflection);
  }
  knowledge.tracks.forEach(({ names }, ref) => {
    for (const form of names[pack.settings.code] ?? [])
      for (const { ids } of nounPhrase(pack, form)) insert(pack, ids, terminal(pack, { kind: 'track', ref }));
  });
}

/** Adds a word in all its forms; those that say the same share their entry. */
function addWord(pack: PackDraft, word: StageWord, form: string, inflection: Inflection | null): void {
  const [head, behind] = form.split(' ~ ') as [string, string | undefined];
  const tail = behind === undefined ? null : phraseTokens(behind, pack.vocabulary).ids;
  const forms = word.pos === 'verb' ? verbForms(pack, head, inflection) : nounPhrase(pack, head);
  const terminals = new Map<string, Terminal>();
  for (const { ids, is, status } of forms) {
    const key = `${is} ${status}`;
    const known = terminals.get(key) ?? terminal(pack, { kind: 'word', word, is, status: word.status ?? status, tail });
    terminals.set(key, known);
    insert(pack, ids, known);
  }
}

function terminal(pack: PackDraft, entry: StageEntry): Terminal {
  return { entry: pack.stages.push(entry) - 1, letters: 'any' };
}

function insert(pack: PackDraft, ids: readonly number[], ends: Terminal): void {
  if (ids.length > 0) pack.trie.insert(ids, STAGES, ends);
}

function stageWord(table: Table, row: Row, knowledge: Knowledge, known: PackDraft['frames']): StageWord {
  const { id = '', stage = '', kinds = '', pos = '', place = '', status = '' } = row.cells;
  const wrong = (message: string): DataError => new DataError(table.file, row.line, message);
  if (pos !== 'verb' && pos !== 'noun') throw wrong(`pos is "${pos}": write verb or noun`);
  const where = PLACES.find((known) => known === place);
  if (!where) throw wrong(`place is "${place}": write one of ${PLACES.join(', ')}`);
  const list = kinds.split(' ').filter(Boolean);
  for (const kind of list) {
    const found = knowledge.trackKinds.get(kind);
    if (!found) throw wrong(`there is no kind of track "${kind}": track-kinds.tsv has ${kindsOf(knowledge)}`);
    if (!HELPERS.has(stage) && !found.stages.some(({ name }) => name === stage))
      throw wrong(
        `"${stage}" is no stage of ${kind}: its stages are ${found.stages.map(({ name }) => name).join(', ')}`,
      );
  }
  const frames = alternatives((row.cells['frames'] ?? '').replaceAll(',', ';')).flatMap((name) => {
    const frame = known.get(name);
    if (!frame) throw wrong(`there is no frame "${name}"`);
    return frame;
  });
  const said = status === 'holds' ? null : ((status || null) as ActStatus | null);
  return { id, stage, kinds: list, pos, place: where, frames, holds: status === 'holds', status: said };
}

function kindsOf(knowledge: Knowledge): string {
  return [...knowledge.trackKinds.keys()].join(', ');
}

function readInflection(folder: string): Inflection | null {
  const file = join(folder, 'inflection.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Inflection) : null;
}

/** A verb phrase in all its forms: by suffixes, by inflection, or as the table lists them. */
function verbForms(pack: PackDraft, form: string, inflection: Inflection | null): PhraseForm[] {
  const { text, is, future } = markedForm(form);
  if (pack.suffixes?.isVerb(text)) {
    const cut = text.lastIndexOf(' ') + 1;
    const before = phraseTokens(text.slice(0, cut), pack.vocabulary).ids;
    return pack.suffixes.verb(text.slice(cut)).map((verb) => ({
      ids: [...before, ...phraseTokens(verb.form, pack.vocabulary).ids],
      is: is === ANY_FORM ? verb.is : is,
      status: verb.status,
    }));
  }
  if (inflection)
    return inflectVerb(form, inflection, pack.settings.irregular ?? {}).map((verb) => ({
      ids: phraseTokens(verb.form, pack.vocabulary).ids,
      is: verb.is,
      status: null,
    }));
  return spelled(pack, text).map((ids) => ({ ids, is, status: future ? 'planned' : null }));
}

/** A noun phrase in all its cases. */
function nounPhrase(pack: PackDraft, form: string): PhraseForm[] {
  const plain = (ids: readonly number[]): PhraseForm => ({ ids, is: ANY_FORM, status: null });
  const { decliner, suffixes, vocabulary } = pack;
  if (decliner && markedForm(form).declension)
    return nounForms(form, decliner, false).flatMap(({ words }) => spelledWords(pack, words).map(plain));
  const { text, declension } = markedForm(form);
  if (!suffixes || !declension) return spelled(pack, text).map(plain);
  const cut = text.lastIndexOf(' ') + 1;
  const before = phraseTokens(text.slice(0, cut), vocabulary).ids;
  return suffixes.noun(text.slice(cut)).map((noun) => plain([...before, ...phraseTokens(noun.form, vocabulary).ids]));
}

/** The ids of a phrase as it stands; twice where a letter of it may be spelled plainly. */
function spelled(pack: PackDraft, text: string): (readonly number[])[] {
  return pack.decliner ? spelledWords(pack, foldedWords(text)) : [phraseTokens(text, pack.vocabulary).ids];
}

function spelledWords(pack: PackDraft, words: readonly string[]): (readonly number[])[] {
  const plain = plainSpelling(words);
  const idsOf = (list: readonly string[]): number[] => list.map((word) => pack.vocabulary.add(word));
  return plain ? [idsOf(words), idsOf(plain)] : [idsOf(words)];
}
