import type { Decliner } from './decline.ts';
import { fold } from './fold.ts';
import { ANY_FORM, BASE, CONVERB, FIRST_PERSON, GERUND, OWNED, PARTICIPLE, PAST, THIRD_PERSON } from './inflect.ts';
import { splitWords } from './vocabulary.ts';

/** What a table says of a form after `|`: `встретился|past`, `ему|dat`, `войска|plural`. */
export interface MarkedForm {
  text: string;
  /** Which verb forms it may be. */
  is: number;
  /** The present of a verb that looks at the whole deed: it lies ahead. */
  future: boolean;
  cases: readonly string[];
  /** How it is declined; null: it stands as it is. */
  declension: 'noun' | 'plural' | null;
}

const VERB_FLAGS: Readonly<Record<string, number>> = {
  past: PAST,
  present: THIRD_PERSON,
  future: THIRD_PERSON,
  infinitive: BASE,
  participle: PARTICIPLE,
  gerund: GERUND,
  converb: CONVERB,
  first: FIRST_PERSON,
  owned: OWNED,
};

/** Reads a form of a table with its flags. */
export function markedForm(form: string): MarkedForm {
  const [text = '', ...marks] = form.split('|');
  const flags = marks.flatMap((mark) => mark.split(',')).map((flag) => flag.trim());
  let is = 0;
  for (const flag of flags) is |= VERB_FLAGS[flag] ?? 0;
  const cases = flags.filter((flag) => flag.length === 3);
  const still = flags.length > 0 && !flags.includes('plural');
  return {
    text: text.trim(),
    is: is === 0 ? ANY_FORM : is,
    future: flags.includes('future'),
    cases,
    declension: still ? null : flags.includes('plural') ? 'plural' : 'noun',
  };
}

/** A surface form of a phrase, word by word as a text gives them folded, with the cases it may have. */
export interface SurfaceForm {
  words: readonly string[];
  cases: readonly string[];
}

/** The surface forms of a noun phrase of a table in all its cases. */
export function nounForms(form: string, decliner: Decliner, living: boolean): readonly SurfaceForm[] {
  const { text, cases, declension } = markedForm(form);
  const words = foldedWords(text);
  if (!declension) return [{ words, cases }];
  // "ВС", "ЦБ": an abbreviation in capitals stands as it is.
  if (text === text.toUpperCase() && !decliner.isIrregular(words[0] as string)) return [{ words, cases }];
  return decliner.noun(words, declension, living ? 'living' : 'either');
}

export function foldedWords(phrase: string): string[] {
  return splitWords(phrase).map(fold);
}

/** A spelling with plain `е` for `ё`, which texts may use; null when there is no such letter. */
export function plainSpelling(words: readonly string[]): string[] | null {
  for (const word of words) if (word.includes('ё')) return words.map((spelled) => spelled.replaceAll('ё', 'е'));
  return null;
}
