import type { ActStatus } from '../model/index.ts';
import { WORDS } from './channels.ts';
import { ANY_FORM, BASE, CONVERB, FIRST_PERSON, GERUND } from './inflect.ts';
import type { PackDraft } from './pack.ts';
import type { Sense } from './senses.ts';
import type { Suffixes } from './suffixes.ts';
import { phraseTokens } from './tokenise.ts';
import type { Terminal } from './trie-builder.ts';
import { markedForm } from './word-forms.ts';

/** What a form of a verb means, by which form it is and how far it says the deed got. */
export type VerbSense = (is: number, future: boolean, status?: ActStatus | null) => Sense;

/** The token ids of each form: many phrases end in the same word. */
const IDS = new WeakMap<object, readonly number[]>();

function idsOf(pack: PackDraft, form: { form: string }): readonly number[] {
  const known = IDS.get(form);
  if (known) return known;
  const { ids } = phraseTokens(form.form, pack.vocabulary);
  IDS.set(form, ids);
  return ids;
}

/** Enters the forms of a phrase whose last word changes; forms of one key share their sense. */
function addForms<Form extends { form: string }>(
  pack: PackDraft,
  phrase: string,
  formsOf: (last: string) => readonly Form[],
  keyOf: (form: Form) => string,
  sense: (form: Form) => Sense,
): void {
  const cut = phrase.lastIndexOf(' ') + 1;
  const before = phraseTokens(phrase.slice(0, cut), pack.vocabulary).ids;
  const terminals = new Map<string, Terminal>();
  for (const form of formsOf(phrase.slice(cut))) {
    const key = keyOf(form);
    let terminal = terminals.get(key);
    if (!terminal) {
      terminal = { entry: pack.senses.push(sense(form)) - 1, letters: 'any' };
      terminals.set(key, terminal);
    }
    pack.trie.insert(before.concat(idsOf(pack, form)), WORDS, terminal);
  }
}

/** Adds all forms of a verb given in the infinitive; `|participle` says that it is passive. */
export function addVerb(pack: PackDraft, form: string, sense: VerbSense): void {
  const suffixes = pack.suffixes as Suffixes;
  const { text, is } = markedForm(form);
  addForms(
    pack,
    text,
    (last) =>
      is === ANY_FORM
        ? suffixes.verb(last)
        : suffixes.verb(last).filter((verb) => (verb.is & (GERUND | FIRST_PERSON | CONVERB)) === 0),
    (verb) => `${verb.is} ${verb.status}`,
    // "kınanmasını": a passive made a noun is both.
    (verb) => sense(is === ANY_FORM ? verb.is : is | (verb.is & BASE), false, verb.status),
  );
}

/** Adds a verb that carries a noun of action; what its form says of the deed it says of the noun's. */
export function addLight(pack: PackDraft, form: string, sense: Sense): void {
  const suffixes = pack.suffixes as Suffixes;
  addVerb(pack, form, (is) => ({ ...sense, is }) as Sense);
  addForms(
    pack,
    form,
    (last) => suffixes.verb(last).filter((verb) => verb.status !== null),
    (verb) => `${verb.is} ${verb.status}`,
    ({ is, status }) => ({ kind: 'status', status: { status: status as ActStatus, kind: 'after' }, is }),
  );
}

/** Adds a noun with all its endings; of a noun of action also those that say that it is the speaker's, which count as its base form. */
export function addNounForms(pack: PackDraft, form: string, sense: Sense): void {
  const suffixes = pack.suffixes as Suffixes;
  const tells = sense.kind === 'trigger';
  addForms(
    pack,
    form,
    (last) => suffixes.noun(last).filter(({ cases }) => tells || !cases.includes('own')),
    ({ cases }) => cases.join(' '),
    ({ cases }) => ({ ...sense, cases, ...(tells && cases.includes('own') ? { is: BASE } : {}) }) as Sense,
  );
}
