import { html, raw } from 'hono/html';
import type { Store } from '../store/store.ts';
import type { Assets } from './assets.ts';
import type { Locale } from './catalogue.ts';
import type { Names } from './names.ts';
import type { Words } from './words.ts';
import type { Worked } from './worked.ts';

/** Escaped HTML, as hono's template gives it. */
export type Html = ReturnType<typeof html>;
export { html, raw };

/** What a page is made from: the record, the names of the world, and one reader's language. */
export interface View {
  readonly store: Store;
  readonly worked: Worked;
  readonly names: Names;
  readonly words: Words;
  readonly assets: Assets;
  /** The page that is asked for, with its query. */
  readonly url: URL;
  /** Where the record is served, without a slash at the end; '' when that is not known. */
  readonly base: string;
  /** Whether the pages are written to files: what needs a server is left out. */
  readonly fixed: boolean;
  /** A link within the pages, in the reader's language when the page's own address names one. */
  href(path: string, query?: Query): string;
}

/** A query of a link: undefined values are left out. */
export type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** Makes the links of a page. */
export function linker(url: URL): View['href'] {
  const lang = url.searchParams.get('lang');
  return (path, query = {}) => {
    const search = searchOf(lang ? { ...query, lang } : query);
    const [bare, hash] = path.split('#');
    return `${bare}${search}${hash ? `#${hash}` : ''}`;
  };
}

/** A query as it stands in a URL, with its mark; '' for none. */
export function searchOf(query: Query): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== '') params.append(name, String(one));
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** Direction of writing of a language: the record may hold Arabic, Persian, Hebrew and Urdu reports. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he|ur|ps|yi|ug|dv|sd|ckb)\b/.test(language) ? 'rtl' : 'ltr';
}

/** Words of a report, marked as being in its language. */
export function original(language: string, text: string, tag: 'q' | 'span' = 'span'): Html {
  const lang = language === 'und' ? '' : language;
  const name = raw(tag);
  return html`<${name} lang="${lang}" dir="${directionOf(language)}">${text}</${name}>`;
}

/** The language of the interface that a request wants: `?lang=`, else what the browser accepts. */
export function localeOf(wanted: string | null, accepted: string | null, known: readonly Locale[]): Locale {
  const tags = [wanted ?? '', ...acceptedTags(accepted ?? '')];
  for (const tag of tags) {
    const found = known.find((locale) => tag.toLowerCase().split('-')[0] === locale);
    if (found) return found;
  }
  return 'en';
}

function acceptedTags(header: string): string[] {
  return header
    .slice(0, 400)
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';');
      const quality = rest.find((one) => one.trim().startsWith('q='));
      return { tag, quality: quality ? Number(quality.trim().slice(2)) : 1 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}
