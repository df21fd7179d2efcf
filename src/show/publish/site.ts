import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Store } from '../../store/store.ts';
import type { World } from '../../world/index.ts';
import { openApp } from '../app.ts';
import type { Locale } from '../catalogue.ts';
import { openNames } from '../names.ts';
import type { View } from '../view.ts';
import { wordsOf } from '../words.ts';
import { fileOf, linkedByFile, linksIn } from './address.ts';
import { SearchIndex } from './searchIndex.ts';

export interface SiteOptions {
  store: Store;
  world: World;
  version: string;
  locale: Locale;
  /** Where the site will be served, for feeds and calendars; '' when that is not known. */
  base: string;
  /** Called after each page, with how many are written and known of. */
  progress?: (done: number, known: number) => void;
}

/** What was written. */
export interface Site {
  /** Relative to the folder, in order. */
  files: string[];
  bytes: number;
}

/** Documents in one file of the search. */
const DOCUMENTS_A_FILE = 500;

/** Writes the pages of a record as files. The same record gives the same bytes. */
export async function publishSite(folder: string, options: SiteOptions): Promise<Site> {
  const site: Site = { files: [], bytes: 0 };
  const write = (file: string, body: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), body);
    site.files.push(file);
    site.bytes += typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength;
  };
  const events = await writePages(options, write);
  writeSearch(options, events, write);
  site.files.sort();
  return site;
}

type Write = (file: string, body: string | Uint8Array) => void;

/** Walks from the front page and from every report, and writes what it meets. @returns the ids of the events met */
async function writePages(
  { store, world, version, locale, base, progress }: SiteOptions,
  write: Write,
): Promise<string[]> {
  const app = openApp({ store, world, version, fixed: { locale, base } });
  const waiting = [
    '/',
    '/search',
    ...store.browse.reportIds().map((id) => `/reports/${id}`),
    ...[...store.browse.choose({ values: {} }).all()].map((id) => `/events/${id}`),
  ];
  const known = new Set(waiting);
  for (let at = 0; at < waiting.length; at++) {
    const address = waiting[at] as string;
    const response = await app.fetch(new Request(`http://localhost${address}`));
    if (!response.ok) throw new Error(`${address} could not be written: ${response.status}`);
    const file = fileOf(address);
    if (!file.endsWith('.html')) write(file, new Uint8Array(await response.arrayBuffer()));
    else {
      const page = await response.text();
      write(file, linkedByFile(page, file));
      for (const link of linksIn(page)) {
        if (known.has(link)) continue;
        known.add(link);
        waiting.push(link);
      }
    }
    progress?.(at + 1, known.size);
  }
  return [...known].flatMap((address) => /^\/events\/(e[0-9a-f]+)$/.exec(address)?.[1] ?? []);
}

function writeSearch({ store, world, locale }: SiteOptions, events: readonly string[], write: Write): void {
  const index = new SearchIndex();
  const view = { words: wordsOf(locale), names: openNames(world)(locale) } as View;
  for (const id of events)
    for (const event of store.browse.events([id])) index.addEvent(view, event, fileOf(`/events/${id}`));
  for (const id of store.browse.reportIds()) {
    const coded = store.browse.report(id);
    if (coded) index.addReport(coded, fileOf(`/reports/${id}`));
  }
  const shards = index.shards();
  for (const [at, shard] of shards.entries())
    write(`search/words-${at}.js`, `readoutSearch.words(${at}, ${JSON.stringify(shard)});\n`);
  const files = Math.ceil(index.documents.length / DOCUMENTS_A_FILE);
  for (let at = 0; at < files; at++) {
    const documents = index.documents.slice(at * DOCUMENTS_A_FILE, (at + 1) * DOCUMENTS_A_FILE);
    write(`search/documents-${at}.js`, `readoutSearch.documents(${at}, ${JSON.stringify(documents)});\n`);
  }
  write(
    'search/index.js',
    `readoutSearch.open(${JSON.stringify({ shards: shards.length, documents: index.documents.length, aFile: DOCUMENTS_A_FILE })});\n`,
  );
}
