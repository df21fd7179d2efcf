import { join } from 'node:path';
import { Openings } from './openings.ts';
import { isWordCode } from './page-phrases.ts';
import type { PageRow } from './page-rows.ts';
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

/** Phrases that credit, with their first and last words: most places are passed over by those. */
export interface CreditWords {
  readonly forms: ReadonlySet<string>;
  readonly firsts: ReadonlySet<string>;
  readonly lasts: ReadonlySet<string>;
}

/** Outlets by name and domain, and the words by which a text credits one. */
export interface OutletNames {
  /** The names that begin with a key (see `outletKey`), longest first. */
  readonly byKey: { get(key: string): readonly OutletName[] | undefined };
  /** How the keys begin: most words are passed over by it. */
  readonly openings: Pick<Openings, 'mayOpen'>;
  readonly byDomain: ReadonlyMap<string, Outlet>;
  readonly byName: { get(folded: string): Outlet | undefined };
  readonly before: CreditWords;
  readonly after: CreditWords;
  readonly data: CreditWords;
  readonly datum: CreditWords;
  /** Nouns before the name of a medium, by which one that the knowledge does not have is told: tờ, newspaper, газета. */
  readonly medium: ReadonlySet<string>;
  /** The last words of those nouns: nearly every word is passed over by it. */
  readonly mediumEnds: ReadonlySet<string>;
  /** The last letters of those. */
  readonly mediumLetters: ReadonlySet<number>;
}

const NAME_COLUMNS = ['en', 'vi', 'ru', 'tr', 'zh'];
/** Cyrillic words change their endings: they are compared by their beginning. */
const STEM_ENDING = 2;

/** Letters that NFD leaves alone, and what they are folded to. */
const PLAIN: Readonly<Record<string, string>> = { ı: 'i', đ: 'd' };
/** Folded units, filled as they are met: 0 is not met yet, DROPPED a mark that goes. */
const FOLDED = new Uint16Array(0x2000);
const DROPPED = 0xffff;

/** Lower case, no diacritics: the same for Hürriyet and Hurriyet. */
export function foldName(word: string): string {
  const lower = word.toLowerCase();
  for (let at = 0; at < lower.length; at++) {
    const code = lower.charCodeAt(at);
    if (code <= 127) continue;
    return isCyrillic(code) ? lower.replaceAll('ё', 'е') : withoutMarks(lower);
  }
  return lower;
}

function withoutMarks(lower: string): string {
  let text = '';
  for (let at = 0; at < lower.length; at++) {
    const code = lower.charCodeAt(at);
    const folded = code < 128 || code >= FOLDED.length ? code : FOLDED[code] || foldUnit(code);
    if (folded !== DROPPED) text += String.fromCharCode(folded);
  }
  return text;
}

function foldUnit(code: number): number {
  const sign = String.fromCharCode(code);
  const bare = PLAIN[sign] ?? sign.normalize('NFD').replace(/\p{M}/gu, '');
  const folded = bare === '' ? DROPPED : bare.charCodeAt(0);
  FOLDED[code] = folded;
  return folded;
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
export function loadOutlets(knowledge: string, rows: readonly PageRow[]): OutletNames {
  const byDomain = new Map<string, Outlet>();
  const names = new Names();
  const outlets = readTable(join(knowledge, 'outlets.tsv'), { optional: true }).rows;
  for (const row of outlets) addOutlet(row, row.cells.kind ?? 'site', names, byDomain);
  const organisations = readTable(join(knowledge, 'organisations.tsv'), { optional: true }).rows;
  for (const row of organisations) addOutlet(row, 'organisation', names, byDomain);
  return {
    byKey: { get: (key) => names.shelfOf(key.charCodeAt(0)).startingWith(key) },
    openings: { mayOpen: (text, at, end) => names.shelfOf(text.charCodeAt(at)).openings.mayOpen(text, at, end) },
    byDomain,
    byName: { get: (folded) => names.outletOf(folded) },
    ...creditWords(rows),
  };
}

function addOutlet({ cells }: Row, kind: string, names: Names, byDomain: Map<string, Outlet>): void {
  const name = kind === 'organisation' ? (cells.id ?? '') : (alternatives(cells.en)[0] ?? cells.id ?? '');
  const outlet: Outlet = { id: cells.id ?? name, name, kind };
  for (const domain of alternatives(cells.domains)) byDomain.set(domain.toLowerCase(), outlet);
  for (const column of NAME_COLUMNS) if (cells[column]) names.add({ outlet, forms: cells[column] });
}

/** A cell of names as the table has it, not yet taken apart. */
interface Cell {
  readonly outlet: Outlet;
  readonly forms: string;
}

interface Written {
  readonly outlet: Outlet;
  readonly form: string;
}

const FIRST_OTHER = 0x370;
const LATIN = /[0-9A-Za-z\u00c0-\u036f]/;
const OTHER = /[\u0370-\uffff]/;

/** All names, on a shelf for Latin and one for every other script; a shelf is filled when a text of its script comes. */
class Names {
  readonly #cells: Cell[] = [];
  #latin: Shelf | null = null;
  #other: Shelf | null = null;
  #byName: Map<string, Outlet> | null = null;

  add(cell: Cell): void {
    this.#cells.push(cell);
  }

  shelfOf(code: number): Shelf {
    if (code < FIRST_OTHER || isLatinBeyond(code)) {
      this.#latin ??= new Shelf(this.#writtenWith(LATIN).filter(({ form }) => isLatin(form)));
      return this.#latin;
    }
    this.#other ??= new Shelf(this.#writtenWith(OTHER).filter(({ form }) => !isLatin(form)));
    return this.#other;
  }

  outletOf(folded: string): Outlet | undefined {
    this.#byName ??= byFullName(this.#writtenWith(/./));
    return this.#byName.get(folded);
  }

  #writtenWith(signs: RegExp): Written[] {
    return this.#cells
      .filter((cell) => signs.test(cell.forms))
      .flatMap(({ outlet, forms }) => alternatives(forms).map((form) => ({ outlet, form })));
  }
}

function isLatin(form: string): boolean {
  const code = firstWord(form).charCodeAt(0);
  return code < FIRST_OTHER || isLatinBeyond(code);
}

/** The letters of Vietnamese. */
function isLatinBeyond(code: number): boolean {
  return code >= 0x1e00 && code < 0x1f00;
}

function byFullName(written: readonly Written[]): Map<string, Outlet> {
  const names = new Map<string, Outlet>();
  for (const entry of written) {
    const { signs, words } = compileName(entry);
    const name = signs ?? words.join(' ');
    if (name !== '' && !names.has(name)) names.set(name, entry.outlet);
  }
  return names;
}

/** Names by how they begin. A name is taken apart when a text first has its beginning: most never are. */
class Shelf {
  readonly openings = new Openings();
  readonly #written = new Map<string, Written[]>();
  readonly #compiled = new Map<string, OutletName[]>();

  constructor(written: readonly Written[]) {
    for (const entry of written) this.#add(entry);
  }

  startingWith(key: string): readonly OutletName[] | undefined {
    const known = this.#compiled.get(key);
    if (known) return known;
    const written = this.#written.get(key);
    if (!written) return undefined;
    const compiled = written.map(compileName).sort((a, b) => lengthOf(b) - lengthOf(a));
    this.#compiled.set(key, compiled);
    return compiled;
  }

  #add(entry: Written): void {
    const first = firstWord(entry.form);
    if (first === '') return;
    const key = outletKey(first);
    this.#file(key, entry);
    // filed as written and without diacritics, so that texts need no folding
    const folded = foldKey(key);
    if (folded !== key) this.#file(folded, entry);
  }

  #file(key: string, entry: Written): void {
    const list = this.#written.get(key);
    if (list) list.push(entry);
    else {
      this.#written.set(key, [entry]);
      this.openings.add(key);
    }
  }
}

const SIGNS = /[\u3000-\u9fff]/;
/** As `isWordCode` has it. */
const WORD = /[0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff]+/;

/** The first word of a name, or all of it when it is written in signs. */
function firstWord(form: string): string {
  return SIGNS.test(form) ? form : (WORD.exec(form)?.[0] ?? '');
}

function compileName({ outlet, form }: Written): OutletName {
  const bare = form.replace(/[*]$/, '');
  const signs = SIGNS.test(bare) ? bare : null;
  const words = signs ? [] : wordsOf(bare).map(foldName);
  const capitals = !signs && bare === bare.toUpperCase() && bare.length <= 6;
  const tail = signs ? '' : (/[+!]$/.exec(bare)?.[0] ?? '');
  return { outlet, words, signs, capitals, tail };
}

function foldKey(key: string): string {
  return key.charCodeAt(0) >= 0x3000 || isCyrillic(key.charCodeAt(0)) ? key : foldName(key);
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

function creditWords(rows: readonly PageRow[]) {
  const sets = {
    before: new Set<string>(),
    after: new Set<string>(),
    data: new Set<string>(),
    datum: new Set<string>(),
    medium: new Set<string>(),
  };
  for (const { kind, match, forms } of rows) {
    if (kind !== 'credit' || !(match in sets)) continue;
    for (const form of forms) sets[match as keyof typeof sets].add(form.toLowerCase());
  }
  const mediumEnds = new Set([...sets.medium].map((form) => wordsOf(form).at(-1) ?? ''));
  const mediumLetters = new Set([...mediumEnds].map((word) => word.charCodeAt(word.length - 1)));
  return {
    before: indexed(sets.before),
    after: indexed(sets.after),
    data: indexed(sets.data),
    datum: indexed(sets.datum),
    medium: sets.medium,
    mediumEnds,
    mediumLetters,
  };
}

function indexed(forms: ReadonlySet<string>): CreditWords {
  const words = [...forms].map((form) => form.split(' '));
  return {
    forms,
    firsts: new Set(words.map((form) => form[0] ?? '')),
    lasts: new Set(words.map((form) => form.at(-1) ?? '')),
  };
}
