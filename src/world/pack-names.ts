import { CONTRASTS, NAMES, OCCASIONS, TOPICS } from './channels.ts';
import type { Decliner } from './decline.ts';
import { declinedName } from './declined-names.ts';
import { fold, isVietnamese, stripDiacritics } from './fold.ts';
import type { Knowledge, Named, Names } from './knowledge.ts';
import type { PackDraft } from './pack.ts';
import type { NameEntry } from './senses.ts';
import type { LanguageSettings } from './settings.ts';
import { ALL_CAPITALS, CAPITAL, phraseTokens } from './tokenise.ts';
import type { LetterCase } from './trie.ts';
import type { Terminal } from './trie-builder.ts';
import { splitWords } from './vocabulary.ts';
import { foldedWords, plainSpelling } from './word-forms.ts';

/** Adds every name that the knowledge holds, as the language of the pack writes it. */
export function addNames(pack: PackDraft, knowledge: Knowledge): void {
  const add = (items: readonly { names: Names }[], kind: NameEntry['kind']): void => {
    items.forEach((item, ref) => {
      for (const form of formsIn(item.names, pack.settings, kind))
        addName(pack, form, { kind, ref, famous: false, cases: [] }, knowledge);
    });
  };
  add(knowledge.states, 'state');
  add(knowledge.adjectives, 'adjective');
  add(knowledge.capitals, 'capital');
  if (pack.settings.abbreviations || pack.settings.compounds) add(knowledge.abbreviations, 'abbreviation');
  add(knowledge.organisations, 'organisation');
  add(knowledge.offices, 'office');
  add(knowledge.outlets, 'outlet');
  add(knowledge.places, 'place');
  add(knowledge.initiatives, 'initiative');
  addOccasions(pack, knowledge);
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
  addPlain(pack, knowledge.topics, TOPICS);
  addPlain(pack, knowledge.contrasts, CONTRASTS);
}

/** Adds words that stand as the table gives them, with all their forms; an entry is the place of its item. */
function addPlain(pack: PackDraft, items: readonly Named[], channel: number): void {
  items.forEach((item, ref) => {
    for (const form of item.names[pack.settings.code] ?? []) {
      const ids = pack.decliner
        ? foldedWords(form).map((word) => pack.vocabulary.add(word))
        : phraseTokens(form, pack.vocabulary).ids;
      pack.trie.insert(ids, channel, { entry: ref, letters: 'any' });
    }
  });
}

/** Summits and the like, of which many share a name: each name is worked out once. */
function addOccasions(pack: PackDraft, knowledge: Knowledge): void {
  const byForm = new Map<string, Terminal[]>();
  knowledge.occasions.forEach(({ names }, ref) => {
    for (const form of formsIn(names, pack.settings, 'occasion')) {
      const terminal: Terminal = { entry: ref, letters: 'any' };
      const known = byForm.get(form);
      if (known) known.push(terminal);
      else byForm.set(form, [terminal]);
    }
  });
  for (const [form, terminals] of byForm) {
    const { ids } = phraseTokens(form, pack.vocabulary);
    if (ids.length > 0) for (const terminal of terminals) pack.trie.insert(ids, OCCASIONS, terminal);
  }
}

/** How many spellings of one name are looked for at most. */
const MOST_SPELLINGS = 24;
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
  const spelled = kind === 'person' ? forms.flatMap((form) => spellingsOf(form, settings)) : forms;
  return withStripped([...new Set(spelled)], kind, settings);
}

/** A name with each of its words as it may be spelled too, but not all at once: a text mixes few. */
function spellingsOf(form: string, { spellings }: LanguageSettings): string[] {
  const found = new Set([form]);
  for (const group of spellings ?? [])
    for (const known of [...found])
      for (const word of group)
        if (holds(known, word) && found.size < MOST_SPELLINGS)
          for (const other of group) found.add(replaced(known, word, other));
  return [...found];
}

function holds(name: string, word: string): boolean {
  return ` ${name} `.includes(` ${word} `) || (word.endsWith('-') && ` ${name}`.includes(` ${word}`));
}

function replaced(name: string, word: string, other: string): string {
  const open = word.endsWith('-') || word.endsWith(' ');
  return ` ${name} `.replace(open ? ` ${word}` : ` ${word} `, open ? ` ${other}` : ` ${other} `).trim();
}

function withStripped(forms: readonly string[], kind: NameEntry['kind'], settings: LanguageSettings): string[] {
  if (kind === 'adjective') return [...forms];
  const strippable = (form: string): boolean => LATIN.test(form) && !(settings.code === 'vi' && isVietnamese(form));
  return [...new Set(forms.flatMap((form) => (strippable(form) ? [form, stripDiacritics(form)] : [form])))];
}

/** Adds a name in all its cases; what the base form capitalises, its other forms must be too. */
function addDeclinedName(
  pack: PackDraft,
  decliner: Decliner,
  form: string,
  entry: NameEntry,
  knowledge: Knowledge,
): void {
  const pieces = splitWords(form);
  const letters = letterCase(pieces.map(capitals), form);
  const inCapitals = form === form.toUpperCase();
  const forms = declinedName(decliner, pieces.map(fold), entry, knowledge, inCapitals, pack.settings);
  const { kind, ref, famous } = entry;
  const made = new Map<readonly string[], Terminal>();
  for (const { words, cases } of forms) {
    const terminal = made.get(cases) ?? { entry: pack.names.add({ kind, ref, famous, cases }), letters };
    made.set(cases, terminal);
    pack.trie.insert(idsOf(pack, words), NAMES, terminal);
    const plain = plainSpelling(words);
    if (plain) pack.trie.insert(idsOf(pack, plain), NAMES, terminal);
  }
}

function idsOf(pack: PackDraft, words: readonly string[]): number[] {
  const ids: number[] = [];
  for (const word of words) ids.push(pack.vocabulary.add(word));
  return ids;
}

function capitals(word: string): number {
  if (word.charAt(0) === word.charAt(0).toLowerCase()) return 0;
  return word === word.toUpperCase() ? CAPITAL | ALL_CAPITALS : CAPITAL;
}

function addName(pack: PackDraft, form: string, entry: NameEntry, knowledge: Knowledge): void {
  if (pack.decliner) {
    addDeclinedName(pack, pack.decliner, form, entry, knowledge);
    return;
  }
  const { ids, flags } = phraseTokens(form, pack.vocabulary);
  if (ids.length === 0) return;
  pack.trie.insert(ids, NAMES, {
    entry: pack.names.add(entry),
    letters: letterCase(flags, form),
  });
}

function letterCase(flags: readonly number[], form: string): LetterCase {
  const capitals = flags.filter((flag) => flag & CAPITAL);
  const letters = form.replace(/\P{L}/gu, '').length;
  if (capitals.length === 0) return 'any';
  // "Nato" is NATO, but "us" and "Who" are words.
  return letters <= 3 && form === form.toUpperCase() ? 'all' : 'capital';
}
