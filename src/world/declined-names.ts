import type { Decliner } from './decline.ts';
import type { Knowledge } from './knowledge.ts';
import type { NameEntry } from './senses.ts';
import { foldedWords, type SurfaceForm } from './word-forms.ts';

/** The forms of a name in all its cases, as the kind of what it names asks. `words` are folded. */
export function declinedName(
  decliner: Decliner,
  words: readonly string[],
  entry: NameEntry,
  knowledge: Knowledge,
  inCapitals: boolean,
  { code, against }: { code: string; against?: string },
): readonly SurfaceForm[] {
  if (entry.kind === 'person') {
    const actors = (knowledge.people[entry.ref]?.posts ?? []).map((post) => post.actor);
    return decliner.person(words, actors);
  }
  if (entry.kind === 'short') {
    const full = knowledge.people[entry.ref]?.names[code]?.[0];
    return decliner.family(words, full ? foldedWords(full) : words);
  }
  if (entry.kind === 'adjective') return adjectiveForms(decliner, words, against);
  const forms = decliner.noun(words, 'name', 'lifeless');
  // "НАТО", "БРИКС": an abbreviation mostly stands as it is, so that its base form says nothing of the case.
  return inCapitals ? forms.map((form, index) => (index === 0 ? { ...form, cases: [] } : form)) : forms;
}

/** All forms of an adjective, alone, as the first part of a compound and with the prefix for "anti-". */
function adjectiveForms(decliner: Decliner, words: readonly string[], against?: string): readonly SurfaceForm[] {
  const forms = decliner.adjective(words);
  const [word] = words;
  const combining = word !== undefined && words.length === 1 ? decliner.combining(word) : null;
  if (!combining) return forms;
  const opposed = against ? forms.map(({ words: [form], cases }) => ({ words: [`${against}${form}`], cases })) : [];
  return [...forms, ...opposed, { words: [combining], cases: [] }];
}
