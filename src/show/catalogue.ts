import en from './catalogue/en.json' with { type: 'json' };
import ru from './catalogue/ru.json' with { type: 'json' };
import tr from './catalogue/tr.json' with { type: 'json' };
import vi from './catalogue/vi.json' with { type: 'json' };
import zh from './catalogue/zh.json' with { type: 'json' };

/** A text of the interface by its key; English has them all. */
export type Key = keyof typeof en;
/** A text, or one for each plural of the language (Unicode CLDR's names: one, few, many, other). */
export type Message = string | Partial<Record<Intl.LDMLPluralRule, string>>;

/** The languages of the interface, each with its own name first. */
export const CATALOGUES = { en, vi, ru, tr, zh } as const satisfies Record<string, Record<string, Message>>;
export type Locale = keyof typeof CATALOGUES;
export const LOCALES = Object.keys(CATALOGUES) as Locale[];

/** What a language calls itself. */
export const OWN_NAMES: Readonly<Record<Locale, string>> = {
  en: 'English',
  vi: 'Tiếng Việt',
  ru: 'Русский',
  tr: 'Türkçe',
  zh: '中文',
};

/** The message of a key in a language; the English one when it has none yet. */
export function messageOf(locale: Locale, key: string): Message | undefined {
  return (CATALOGUES[locale] as Record<string, Message>)[key] ?? (en as Record<string, Message>)[key];
}
