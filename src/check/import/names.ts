import { LANGUAGE_COLUMNS } from '../../world/knowledge.ts';
import type { Binding, Value } from './bindings.ts';

/** Names of one thing by language, in the order in which they came. */
export class GatheredNames {
  readonly #names = new Map<string, string[]>();

  /** Takes the names that a row has: labels of the thing, and variables named for a language. */
  take(binding: Binding, thing: string): void {
    for (const [variable, value] of binding) {
      const language = languageOf(variable, value, thing);
      if (language === null) continue;
      const several = variable.endsWith('altlabel') ? value.text.split(/, | \| /) : [value.text];
      for (const name of several) this.#add(language, name);
    }
  }

  first(language: string): string | null {
    return this.#names.get(language)?.[0] ?? null;
  }

  /** The names in a language as a cell. */
  cell(language: string): string {
    return (this.#names.get(language) ?? []).join('; ');
  }

  #add(language: string, text: string): void {
    const name = tidy(text);
    // What has no label in a language is called by its number there.
    if (name === '' || /^Q\d+$/.test(name)) return;
    const known = this.#names.get(language);
    if (!known) this.#names.set(language, [name]);
    else if (!known.includes(name)) known.push(name);
  }
}

/** A name as a cell can hold it. */
export function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').replaceAll(';', ',').trim();
}

/** The column that a variable's value is a name for: `ru`, `name_ru`, `personLabel` in Russian; null for another thing's. */
function languageOf(variable: string, { language }: Value, thing: string): string | null {
  const own =
    /^(?:name|label)?_?([a-z]{2})$/.exec(variable.replace(thing, '')) ?? /^([a-z]{2})_?(?:name|label)$/.exec(variable);
  if (own && isColumn(own[1] as string)) return own[1] as string;
  const isLabel =
    ['', 'label', 'altlabel', 'name'].some((end) => variable === thing + end) ||
    variable === 'name' ||
    variable === 'label';
  if (!isLabel || variable === thing) return null;
  const [code = 'en'] = (language ?? 'en').split('-');
  return isColumn(code) ? code : null;
}

function isColumn(code: string): boolean {
  return (LANGUAGE_COLUMNS as readonly string[]).includes(code);
}
