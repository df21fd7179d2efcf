import { join } from 'node:path';
import { isWordCode } from './page-phrases.ts';
import { alternatives, type Row, readTable } from './table.ts';

/** A medium or agency as the knowledge has it, or an organisation whose figures pages cite. */
export interface Outlet {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

/** A name of an outlet, split into words for comparing. */
export interface OutletName {
  readonly outlet: Outlet;
  readonly words: readonly string[];
  /** Signs instead of words: found anywhere, not only at word boundaries. */
  readonly signs: string | null;
  /** All capitals in the table, so all capitals in the text. */
  readonly capitals: boolean;
  /** A sign that ends the name ("Vietnam+"), or an empty string. */
  readonly tail: string;
}

/** Outlets by name and domain, and the words by which a text credits one. */
export interface OutletNames {
  readonly byKey: ReadonlyMap<string, readonly OutletName[]>;
  readonly byDomain: ReadonlyMap<string, Outlet>;
  readonly byName: ReadonlyMap<string, Outlet>;
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
  readonly data: ReadonlySet<string>;
  readonly datum: ReadonlySet<string>;
  /** Nouns before the name of a medium, by which one that the knowledge does not have is told: tờ, newspaper, газета. */
  readonly medium: ReadonlySet<string>;
  /** The last words of those nouns: nearly every word is passed over by it. */
  readonly mediumEnds: ReadonlySet<string>;
}

const NAME_COLUMNS = ['en', 'vi', 'ru', 'tr', 'zh'];
/** Cyrillic words change their endings: they are compared by their beginning. */
const STEM_ENDING = 2;

/** Lower case, no diacritics: the same for Hürriyet and Hurriyet. */
export function foldName(word: string): string {
  const lower = word.toLowerCase();
  for (let at = 0; at < lower.length; at++) {
    if (lower.charCodeAt(at) > 127) {
      if (isCyrillic(lower.charCodeAt(at))) return lower.replaceAll('ё', 'е');
      return lower.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ı', 'i').replaceAll('đ', 'd');
    }
  }
  return lower;
}

/** The key under which a name that begins with this word is looked up; no folding, for it is asked of every capitalised word. */
export function outletKey(word: string): string {
  const code = word.charCodeAt(0);
  if (code >= 0x3000) return word.charAt(0);
  const lower = word.toLowerCase();
  return isCyrillic(code) ? lower.slice(0, 4).replaceAll('ё', 'е') : lower;
}

export function isCyrillic(code: number): boolean {
  return code >= 0x400 && code < 0x530;
}

/** Whether a word of a text may be this word of a name. */
export function sameNameWord(named: string, written: string): boolean {
  const folded = foldName(written);
  if (folded === named) return true;
  if (!isCyrillic(named.charCodeAt(0)) || named.length < 4) return false;
  const stem = named.slice(0, named.length - (/[аеиоуыэюяйь]$/.test(named) ? 1 : 0) - (named.length > 7 ? 1 : 0));
  return folded.startsWith(stem) && folded.length <= named.length + STEM_ENDING;
}

/** Compiles `outlets.tsv`, the organisations whose figures are cited, and the credit words of the languages. */
export function loadOutlets(knowledge: string, languagesFolder: string, languages: readonly string[]): OutletNames {
  const byKey = new Map<string, OutletName[]>();
  const byDomain = new Map<string, Outlet>();
  const byName = new Map<string, Outlet>();
  const outlets = readTable(join(knowledge, 'outlets.tsv'), { optional: true }).rows;
  for (const row of outlets) addOutlet(row, row.cells.kind ?? 'site', byKey, byDomain, byName);
  const organisations = readTable(join(knowledge, 'organisations.tsv'), { optional: true }).rows;
  for (const row of organisations) addOutlet(row, 'organisation', byKey, byDomain, byName);
  for (const list of byKey.values()) list.sort((a, b) => lengthOf(b) - lengthOf(a));
  return { byKey, byDomain, byName, ...creditWords(languagesFolder, languages) };
}

function addOutlet(
  { cells }: Row,
  kind: string,
  byKey: Map<string, OutletName[]>,
  byDomain: Map<string, Outlet>,
  byName: Map<string, Outlet>,
): void {
  const name = kind === 'organisation' ? (cells.id ?? '') : (alternatives(cells.en)[0] ?? cells.id ?? '');
  const outlet: Outlet = { id: cells.id ?? name, name, kind };
  for (const domain of alternatives(cells.domains)) byDomain.set(domain.toLowerCase(), outlet);
  for (const column of NAME_COLUMNS)
    for (const form of alternatives(cells[column])) addName(outlet, form, byKey, byName);
}

function addName(outlet: Outlet, form: string, byKey: Map<string, OutletName[]>, byName: Map<string, Outlet>): void {
  const bare = form.replace(/[*]$/, '');
  const signs = /[\u3000-\u9fff]/.test(bare) ? bare : null;
  const words = signs ? [] : wordsOf(bare).map(foldName);
  if (!signs && words.length === 0) return;
  const key = outletKey(signs ?? wordsOf(bare)[0] ?? '');
  const capitals = !signs && bare === bare.toUpperCase() && bare.length <= 6;
  const tail = signs ? '' : (/[+!]$/.exec(bare)?.[0] ?? '');
  const entry = { outlet, words, signs, capitals, tail };
  // filed as written and without diacritics, so that texts need no folding
  for (const own of new Set([key, foldKey(key)])) file(byKey, own, entry);
  const folded = signs ?? words.join(' ');
  if (!byName.has(folded)) byName.set(folded, outlet);
}

function foldKey(key: string): string {
  return key.charCodeAt(0) >= 0x3000 || isCyrillic(key.charCodeAt(0)) ? key : foldName(key);
}

function file(byKey: Map<string, OutletName[]>, key: string, entry: OutletName): void {
  const list = byKey.get(key);
  if (list) list.push(entry);
  else byKey.set(key, [entry]);
}

/** Splits a name or a stretch of text into its words. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const inWord = at < text.length && isWordCode(text.charCodeAt(at));
    if (inWord && start < 0) start = at;
    else if (!inWord && start >= 0) {
      words.push(text.slice(start, at));
      start = -1;
    }
  }
  return words;
}

function lengthOf(name: OutletName): number {
  return name.signs ? name.signs.length : name.words.join(' ').length;
}

function creditWords(folder: string, languages: readonly string[]) {
  const sets = {
    before: new Set<string>(),
    after: new Set<string>(),
    data: new Set<string>(),
    datum: new Set<string>(),
    medium: new Set<string>(),
  };
  for (const language of languages) {
    for (const { cells } of readTable(join(folder, language, 'page.tsv'), { optional: true }).rows) {
      if (cells.kind !== 'credit' || !((cells.match ?? '') in sets)) continue;
      for (const form of alternatives(cells.forms)) sets[cells.match as keyof typeof sets].add(form.toLowerCase());
    }
  }
  const mediumEnds = new Set([...sets.medium].map((form) => wordsOf(form).at(-1) ?? ''));
  return { ...sets, mediumEnds };
}
