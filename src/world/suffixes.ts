import type { ActStatus } from '../model/index.ts';
import { endsInOneOf } from './endings.ts';
import { fold } from './fold.ts';
import { splitWords } from './vocabulary.ts';
import { markedForm } from './word-forms.ts';

/** How a language forms words by suffixes: data, `suffixes.json`. */
export interface SuffixData {
  /**
   * By case, the endings of a noun. `A` is e or a, `I` one of ı i u ü, `D` d or t, as the word before asks; a letter
   * in brackets stands only after a vowel (y, n) or keeps two vowels apart (s), one in angles only after a consonant.
   */
  cases: Record<string, string[]>;
  /** The same after the ending of what is possessed: Bakanı, Bakanına. */
  possessedCases: Record<string, string[]>;
  possessed: string;
  plural: string;
  /** Endings that show, in a word of no table, that it belongs to what stands before it. */
  ownedEndings: string[];
  /** Endings of a passive verb made a noun: what owns it suffers it (kaldırılması). */
  passiveNouns: string[];
  /** Endings of a verb made a noun that is wished for: durdurmasını. */
  wishes: string[];
  /** Stems that end as a passive does and are none: çekil. */
  seemingPassives: string[];
  pluralPossessed: string;
  /** Endings of what is the speaker's own: görüşmem, görüşmemiz. */
  speakers: string[];
  /** Endings of verbs, with what the form is and which status it gives. */
  verb: { endings: string[]; is: string; status?: ActStatus }[];
  /** Endings of the infinitive. */
  infinitive: string[];
  /** Ending of the present that shuts out a last vowel: suçla, suçluyor. */
  closing: string[];
  /** Last words of verb stems whose last letter is voiced before a vowel: et, ediyor. */
  voiced: string[];
  /** Verbs whose noun of action is a word of its own with a meaning of its own: anlaşma, deneme. */
  nouns: string[];
  /** Stems whose aorist has a narrow vowel: al, alır. */
  narrow: string[];
  /** The aorist and what follows it, after a vowel, with a narrow and with a wide one. */
  aorist: { plain: string; narrow: string; wide: string };
}

/** A form of a noun phrase with its cases; `pos` among them: it belongs to what stands before it; `own`: to whoever speaks. */
export interface CasedForm {
  form: string;
  cases: readonly string[];
}

/** A form of a verb phrase: which it may be (`inflect.ts`), and how far it says the deed got. */
export interface VerbForm {
  form: string;
  is: number;
  status: ActStatus | null;
}

/** The ending of a name as a text has it. */
export interface Ending {
  cases: readonly string[];
  /** How many letters it has. */
  length: number;
}

const VOWELS = 'aeıioöuüâîû';
const BACK = 'aıouâû';
const ROUND = 'oöuüû';
const VOICELESS = 'fstkçşhp';
const SHORTEST_STEM = 3;
/** Endings of a verb made a noun, with its cases. */
const NOUN_OF_ACTION = /^mA(s|lAr|y[AI]$| )/;
/** What makes a noun of a verb, at the end of a word. */
const ACTION_ENDING = /m[ae]s[ıi](n[ıi])?$/;
/** A single letter behind a name is part of another name as often as an ending: Salihi. */
const SHORTEST_ENDING = 2;

/** Forms words by suffixes with vowel harmony, and takes them off names. */
export class Suffixes {
  readonly #data: SuffixData;
  /** Every ending that may stand after an apostrophe, with its cases. */
  readonly #endings = new Map<string, string[]>();
  readonly #longest: number;
  readonly #owned: readonly string[];
  readonly #unowned: readonly string[];
  readonly #wishes: readonly string[];
  readonly #passive: readonly string[];
  readonly #nouns = new Map<string, readonly CasedForm[]>();
  readonly #verbs = new Map<string, readonly VerbForm[]>();

  constructor(data: SuffixData) {
    this.#data = data;
    for (const table of [data.cases, data.possessedCases])
      for (const [name, endings] of Object.entries(table))
        for (const ending of endings) for (const form of everyHarmony(ending)) this.#note(form, name);
    for (const [ending, name] of pluralEndings(data)) for (const form of everyHarmony(ending)) this.#note(form, name);
    this.#owned = data.ownedEndings.flatMap(everyHarmony);
    this.#unowned = (data.cases['acc'] ?? []).flatMap(everyHarmony).filter((ending) => ending.length > 1);
    this.#wishes = data.wishes.flatMap(everyHarmony);
    this.#passive = data.passiveNouns.flatMap(everyHarmony);
    this.#longest = Math.max(...[...this.#endings.keys()].map((ending) => ending.length));
  }

  #note(ending: string, name: string): void {
    const known = this.#endings.get(ending) ?? [];
    if (!known.includes(name)) this.#endings.set(ending, [...known, name]);
  }

  /** The cases of an ending that stands apart, behind an apostrophe; null for anything else. */
  apart(ending: string): readonly string[] | null {
    return this.#endings.get(fold(ending)) ?? this.#endings.get(fold(ending).replaceAll('i', 'ı')) ?? null;
  }

  /** Whether a word is clearly possessed by its ending. */
  isPossessed(word: string): boolean {
    return this.#owned.some((ending) => word.length > ending.length + 2 && word.endsWith(ending));
  }

  /** Whether a word is an object that nobody owns, by the letter between its last vowel and its ending: saldırıyı, as against saldırısını. */
  isUnowned(word: string): boolean {
    return endsInOneOf(word, this.#unowned);
  }

  /** Whether a word of no table may be in another case than the nominative. */
  seemsOblique(word: string): boolean {
    return [...this.#endings].some(
      ([ending, cases]) => !cases.includes('nom') && word.length > ending.length + 3 && word.endsWith(ending),
    );
  }

  /** Whether a word is a passive verb made a noun. */
  isPassiveNoun(word: string): boolean {
    return endsInOneOf(word, this.#passive) && !this.#data.seemingPassives.includes(word.replace(ACTION_ENDING, ''));
  }

  /** Whether a word is a verb made a noun that somebody may wish for. */
  isWish(word: string): boolean {
    return endsInOneOf(word, this.#wishes);
  }

  /** Words of which a word may be a form, where it is written as one; the likeliest first. */
  stems(word: string): string[] {
    if (word.charAt(0) === word.charAt(0).toLowerCase()) return [];
    const folded = fold(word);
    return this.#splits(folded).map((length) => folded.slice(0, -length));
  }

  /** The ending that a word has beyond a known stem. */
  endingOf(word: string, isKnown: (stem: string) => boolean): Ending | null {
    const folded = fold(word);
    const length = this.#splits(folded).find((candidate) => isKnown(folded.slice(0, -candidate)));
    return length === undefined ? null : { length, cases: this.#endings.get(folded.slice(-length)) ?? [] };
  }

  #splits(word: string): number[] {
    const lengths: number[] = [];
    for (let length = Math.min(this.#longest, word.length - SHORTEST_STEM); length >= SHORTEST_ENDING; length--) {
      const ending = word.slice(-length);
      if (this.#endings.has(ending) && follows(word.slice(0, -length), ending)) lengths.push(length);
    }
    return lengths;
  }

  /** Whether a phrase of a table is a verb in the infinitive. */
  isVerb(phrase: string): boolean {
    return endsInOneOf(phrase, this.#data.infinitive);
  }

  /** All forms of a noun phrase; the last word is the one that changes. */
  noun(phrase: string): readonly CasedForm[] {
    return remembered(this.#nouns, phrase, () => this.#nounForms(phrase));
  }

  #nounForms(phrase: string): CasedForm[] {
    const found = new Map<string, string[]>();
    const add = (form: string, cases: readonly string[]): void => {
      found.set(form, [...new Set([...(found.get(form) ?? []), ...cases])]);
    };
    const inflect = (stem: string, table: SuffixData['cases'], also: readonly string[]): void => {
      add(stem, ['nom', ...also]);
      for (const [name, endings] of Object.entries(table))
        for (const ending of endings) add(join(soften(stem, ending), ending), [name, ...also]);
    };
    const { cases, possessedCases, plural, pluralPossessed, possessed, speakers } = this.#data;
    const [isPlural, isPossessed] = [/l[ae]r[ıi]?$/.test(phrase), /([aeıioöuü]s|l[ae]r)[ıiuü]$/.test(phrase)];
    if (!isPossessed) inflect(phrase, cases, []);
    if (/[ıiuü]$/.test(phrase)) inflect(phrase, possessedCases, ['pos']);
    if (!isPossessed && !isPlural) inflect(join(soften(phrase, possessed), possessed), possessedCases, ['pos']);
    const bare = withoutPossession(phrase);
    if (bare === phrase && !isPlural) inflect(join(bare, plural), cases, []);
    if (!isPlural) inflect(join(bare, pluralPossessed), possessedCases, ['pos']);
    for (const ending of speakers) inflect(join(soften(bare, ending), ending), cases, ['own']);
    return [...found].map(([form, list]) => ({ form, cases: list }));
  }

  /** All forms of a verb phrase given in the infinitive. */
  verb(phrase: string): readonly VerbForm[] {
    return remembered(this.#verbs, phrase, () => this.#verbForms(phrase));
  }

  #verbForms(phrase: string): VerbForm[] {
    const ending = this.#data.infinitive.find((candidate) => phrase.endsWith(candidate)) ?? '';
    const stem = phrase.slice(0, -ending.length);
    const found = new Map<string, VerbForm>([]);
    const isNoun = this.#data.nouns.includes(splitWords(stem).at(-1) as string);
    for (const row of this.#data.verb)
      for (const template of row.endings) {
        if (isNoun && NOUN_OF_ACTION.test(template)) continue;
        const form = this.#verbForm(stem, template);
        const is = markedForm(`x|${row.is}`).is;
        if (!found.has(form)) found.set(form, { form, is, status: row.status ?? null });
      }
    return [...found.values()];
  }

  /** The passive of a verb in the infinitive. */
  passive(phrase: string): string {
    const ending = this.#data.infinitive.find((candidate) => phrase.endsWith(candidate)) ?? '';
    const stem = phrase.slice(0, -ending.length);
    const last = stem.at(-1) as string;
    if (VOWELS.includes(last)) return join(stem, 'nmAk');
    if (this.#data.voiced.includes(stem.split(' ').at(-1) as string)) return join(`${stem.slice(0, -1)}d`, 'IlmAk');
    return join(stem, last === 'l' ? 'InmAk' : 'IlmAk');
  }

  #verbForm(stem: string, template: string): string {
    const last = splitWords(stem).at(-1) as string;
    const ending = template.replace('{aorist}', this.#aorist(last));
    const voiced = this.#data.voiced.includes(last) && /^[AI(]/.test(ending) ? `${stem.slice(0, -1)}d` : stem;
    const closes = this.#data.closing.some((candidate) => ending.startsWith(candidate));
    return closes && VOWELS.includes(voiced.at(-1) as string)
      ? join(voiced.slice(0, -1), ending, narrowed(voiced))
      : join(voiced, ending);
  }

  #aorist(stem: string): string {
    const { plain, narrow, wide } = this.#data.aorist;
    if (VOWELS.includes(stem.at(-1) as string)) return plain;
    const syllables = [...stem].filter((letter) => VOWELS.includes(letter)).length;
    if (this.#data.voiced.includes(stem)) return wide;
    return syllables > 1 || this.#data.narrow.includes(stem) ? narrow : wide;
  }
}

/** Endings of a name in the plural, with their cases: "Rusların". */
function pluralEndings({ plural, cases }: SuffixData): [string, string][] {
  const oblique = Object.entries(cases).flatMap(([name, endings]) =>
    endings.map((ending): [string, string] => [plural + ending.replace(/\(.\)/, ''), name]),
  );
  return [[plural, 'nom'], ...oblique];
}

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key);
  if (found) return found;
  const made = make();
  known.set(key, made);
  return made;
}

/** "Bakanlık" before a vowel is "Bakanlığ". */
function soften(stem: string, ending: string): string {
  const opens = /^(\([^)]\))?[AI]/.test(ending);
  if (opens && stem.endsWith('og')) return `${stem.slice(0, -1)}ğ`;
  return opens && /[aeıioöuü][^\s]*[aeıioöuü]k$/.test(stem) ? `${stem.slice(0, -1)}ğ` : stem;
}

/** "Bakanı" is somebody's Bakan, "sözcüsü" somebody's sözcü. */
function withoutPossession(phrase: string): string {
  if (/[aeıioöuü]s[ıiuü]$/.test(phrase)) return phrase.slice(0, -2);
  if (!/[ıiuü]$/.test(phrase)) return phrase;
  return phrase.endsWith('ğı') || phrase.endsWith('ği') || phrase.endsWith('ğu') || phrase.endsWith('ğü')
    ? `${phrase.slice(0, -2)}k`
    : phrase.slice(0, -1);
}

/** The vowel of a stem that closes its own last one: suçla → u, bekle → i. */
function narrowed(stem: string): string {
  const before = lastVowel(stem.slice(0, -1)) || lastVowel(stem);
  return harmonious('I', VOWELS.includes(stem.at(-2) ?? '') ? stem : before);
}

function lastVowel(word: string): string {
  return [...word].findLast((letter) => VOWELS.includes(letter)) ?? '';
}

/** The letter that `A` or `I` stands for after a word. */
function harmonious(letter: string, word: string): string {
  const vowel = lastVowel(word) || 'e';
  const back = BACK.includes(vowel);
  if (letter === 'A') return back ? 'a' : 'e';
  if (ROUND.includes(vowel)) return back ? 'u' : 'ü';
  return back ? 'ı' : 'i';
}

/** A stem with an ending, its vowels and consonants in harmony; `first` overrides the first vowel. */
function join(stem: string, ending: string, first?: string): string {
  let word = stem;
  let override = first;
  const afterVowel = VOWELS.includes(stem.at(-1) as string);
  const pieces = ending.replace(/<(.)>/, afterVowel ? '' : '$1').match(/\([^)]\)|./gu) ?? [];
  for (const piece of pieces) {
    if (piece.startsWith('(')) word += afterVowel ? piece.charAt(1) : '';
    else if (piece === 'A' || piece === 'I') {
      word += override ?? harmonious(piece, word);
      override = undefined;
    } else if (piece === 'D') word += VOICELESS.includes(word.at(-1) as string) ? 't' : 'd';
    else word += piece;
  }
  return word;
}

/** Every shape an ending may take, after whatever word: for abbreviations and foreign names, which do not show how they sound. */
function everyHarmony(ending: string): string[] {
  const stems = [
    'tan',
    'ten',
    'tın',
    'tin',
    'ton',
    'tön',
    'tak',
    'tek',
    'tok',
    'tük',
    'ta',
    'te',
    'tı',
    'ti',
    'tu',
    'tü',
  ];
  return [...new Set(stems.map((stem) => join(stem, ending).slice(stem.length)))];
}

/** Whether an ending can follow a stem: with its vowel, and with a letter between two vowels. */
function follows(stem: string, ending: string): boolean {
  const vowel = lastVowel(stem);
  const next = lastVowel(ending.slice(0, 3));
  if (vowel === '' || next === '') return false;
  if (BACK.includes(vowel) !== BACK.includes([...ending].find((letter) => VOWELS.includes(letter)) as string))
    return false;
  return !(VOWELS.includes(stem.at(-1) as string) && VOWELS.includes(ending.charAt(0)));
}
