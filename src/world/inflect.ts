/** Which forms of a verb a surface form may be. */
export const BASE = 1;
export const THIRD_PERSON = 2;
export const PAST = 4;
export const PARTICIPLE = 8;
export const GERUND = 16;
/** It goes on to another verb, and says no more of how far the deed got than that one: görüşerek. */
export const CONVERB = 32;
/** In the first person: görüştük. */
export const FIRST_PERSON = 64;
/** Made a noun that somebody owns, who does what it tells: görüşmesini. */
export const OWNED = 128;
/** A word that is not inflected, or whose form says nothing. */
export const ANY_FORM = 31;

/** One rule of a form: words that match `pattern` drop `strip` letters and take `add`, where `{last}` is
 * the verb's last letter (ban → banned). The first rule that matches counts. */
export interface SuffixRule {
  pattern: string;
  strip: number;
  add: string;
}

/** How a language inflects its verbs: data, `inflection.json`. */
export interface Inflection {
  thirdPerson: SuffixRule[];
  past: SuffixRule[];
  gerund: SuffixRule[];
}

export interface InflectedForm {
  form: string;
  is: number;
}

/** All forms of a verb phrase; the first word is the one inflected. */
export function inflectVerb(
  phrase: string,
  inflection: Inflection | null,
  irregular: Readonly<Record<string, readonly string[]>>,
): InflectedForm[] {
  if (!inflection) return [{ form: phrase, is: ANY_FORM }];
  const space = phrase.indexOf(' ');
  const verb = space < 0 ? phrase : phrase.slice(0, space);
  const rest = space < 0 ? '' : phrase.slice(space);
  const [past, participle] = irregular[verb] ?? [];
  const regular = apply(verb, inflection.past);
  const forms: InflectedForm[] = [
    { form: verb, is: BASE },
    { form: apply(verb, inflection.thirdPerson), is: THIRD_PERSON },
    { form: past ?? regular, is: PAST },
    { form: participle ?? past ?? regular, is: PARTICIPLE },
    { form: apply(verb, inflection.gerund), is: GERUND },
  ];
  return merged(forms).map(({ form, is }) => ({ form: form + rest, is }));
}

function apply(verb: string, rules: readonly SuffixRule[]): string {
  for (const rule of rules)
    if (new RegExp(rule.pattern).test(verb))
      return verb.slice(0, verb.length - rule.strip) + rule.add.replace('{last}', verb.slice(-1));
  return verb;
}

/** Forms that look alike are one entry that may be either. */
function merged(forms: readonly InflectedForm[]): InflectedForm[] {
  const byForm = new Map<string, number>();
  for (const { form, is } of forms) byForm.set(form, (byForm.get(form) ?? 0) | is);
  return [...byForm].map(([form, is]) => ({ form, is }));
}
