import { stat } from 'node:fs/promises';
import type { Failed, RawReport } from '../../model/index.ts';
import { walk } from '../../read/containers/walk.ts';
import { openReports, pageReport } from '../../read/index.ts';
import type { Watched, WatchedPlaces } from '../../store/store.ts';
import { itemsOf, ownText } from './feed.ts';
import type { Clock } from './fetcher.ts';
import type { Outcome, PoliteClient } from './polite.ts';

/** Codes and keeps reports, all of them before it resolves. */
export type Ingest = (reports: AsyncIterable<RawReport | Failed> | Iterable<RawReport | Failed>) => Promise<void>;

/** What one round did. */
export interface Round {
  /** Feeds that were asked, and how many of them had nothing new. */
  feeds: number;
  unchanged: number;
  /** Pages that were fetched, and those that robots.txt forbids or that are gone. */
  pages: number;
  refused: number;
  gone: number;
  /** Feeds and pages to be tried again later. */
  later: number;
  /** Files that were new or changed. */
  files: number;
}

export interface WatchOptions {
  feeds: readonly string[];
  folders: readonly string[];
  client: PoliteClient;
  places: WatchedPlaces;
  clock: Clock;
  ingest: Ingest;
  /** Says what a user should know. */
  note: (text: string) => void;
  /** A file that changed within so many milliseconds may still be written. */
  settle: number;
}

const MINUTE = 60_000;
const LONGEST_BACKOFF = 24 * 60 * MINUTE;
const MOST_FAILURES = 6;
/** Hosts that are asked at the same time; each sees one request at a time. */
const HOSTS_AT_ONCE = 8;

/** Looks at every feed and folder once, and fetches what is new. What it has seen is in the record: a restart asks for nothing twice. */
export async function watchRound(options: WatchOptions): Promise<Round> {
  const round: Round = { feeds: 0, unchanged: 0, pages: 0, refused: 0, gone: 0, later: 0, files: 0 };
  for (const folder of options.folders) await watchFolder(options, round, folder);
  await byHost(options.feeds, (feed) => watchFeed(options, round, feed));
  const pages = options.places.waiting(instant(options.clock.now()));
  await byHost(
    pages.map(({ url }) => url),
    (url) => fetchPage(options, round, options.places.get(url) as Watched),
  );
  return round;
}

/** Works through addresses host by host, several hosts at once. */
async function byHost(urls: readonly string[], work: (url: string) => Promise<void>): Promise<void> {
  const hosts = [...Map.groupBy(urls, (url) => new URL(url).host).values()];
  const worker = async (): Promise<void> => {
    for (let group = hosts.shift(); group; group = hosts.shift()) for (const url of group) await work(url);
  };
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, worker));
}

async function watchFeed(options: WatchOptions, round: Round, url: string): Promise<void> {
  const { places, client, clock, note } = options;
  const known = places.get(url) ?? unseen(url, 'feed');
  if (known.next && Date.parse(known.next) > clock.now()) {
    round.later++;
    return;
  }
  round.feeds++;
  const found = await client.get(url, known);
  if (found.kind === 'unchanged') round.unchanged++;
  if (found.kind === 'page') return takeFeed(options, known, found);
  if (found.kind === 'unchanged') return places.put({ ...known, failures: 0, next: null });
  const why = found.kind === 'refused' ? 'its robots.txt forbids it' : found.why;
  note(`${url}: ${why}`);
  round[found.kind]++;
  places.put(postponed(known, found.kind === 'later' ? found.until : null, clock.now()));
}

/** Keeps the pages that a feed names, to be fetched, together with what the feed is now: neither is lost without the other. */
async function takeFeed(
  options: WatchOptions,
  known: Watched,
  found: Extract<Outcome, { kind: 'page' }>,
): Promise<void> {
  const { places, note, clock } = options;
  const items = await itemsOf(found.url, found.body);
  if (!items) {
    note(`${known.url}: is not a feed of RSS, Atom or JSON Feed`);
    return places.put(postponed(known, null, clock.now()));
  }
  const fresh = items
    .filter(({ url }) => places.get(url) === null)
    .map(({ url, item }): Watched => ({ ...unseen(url, 'page'), content: JSON.stringify(item) }));
  const { etag, modified } = found;
  places.put(...fresh, { ...known, state: 'done', etag, modified, failures: 0, next: null });
}

async function fetchPage(options: WatchOptions, round: Round, place: Watched): Promise<void> {
  const { client, places, clock, ingest, note } = options;
  const item = JSON.parse(place.content ?? 'null') as RawReport;
  const found = await client.get(place.url);
  if (found.kind === 'later' && place.failures + 1 < MOST_FAILURES) {
    round.later++;
    return places.put(postponed(place, found.until, clock.now()));
  }
  if (found.kind === 'page') {
    round.pages++;
    await ingest([pageOf(place.url, found, item)]);
    return places.put({ ...place, state: 'done', content: null, next: null });
  }
  const refused = found.kind === 'refused';
  round[refused ? 'refused' : 'gone']++;
  note(
    `${place.url}: ${refused ? 'its robots.txt forbids it' : whyNot(found)}${ownText(item) ? '; the feed’s own text is taken' : ''}`,
  );
  if (ownText(item)) await ingest([item]);
  places.put({ ...place, state: 'gone', content: null, next: null });
}

/** The page as a report, with what the feed says of it; the feed's own text for what is no page. */
function pageOf(url: string, found: Extract<Outcome, { kind: 'page' }>, item: RawReport): RawReport {
  try {
    const page = pageReport(url, found.type || 'text/html', found.body, { ...item.hints, url });
    if (page) return page;
  } catch {
    // An encoding that nothing here can convert: the feed's text is in one that can.
  }
  return item;
}

function whyNot(found: Outcome): string {
  return 'why' in found ? found.why : found.kind;
}

async function watchFolder(options: WatchOptions, round: Round, folder: string): Promise<void> {
  const { places, ingest, clock, settle } = options;
  for await (const { path, error } of walk(folder)) {
    if (error) continue;
    const { mtimeMs, size } = await stat(path);
    if (Math.abs(clock.now() - mtimeMs) < settle) continue;
    const url = `file:${path}`;
    const etag = `${Math.trunc(mtimeMs)} ${size}`;
    if (places.get(url)?.etag === etag) continue;
    round.files++;
    await ingest(openReports([path]));
    places.put({ ...unseen(url, 'file'), state: 'done', etag });
  }
}

function unseen(url: string, kind: Watched['kind']): Watched {
  return { url, kind, state: 'waiting', etag: null, modified: null, failures: 0, next: null, content: null };
}

/** To be tried again: when the server said, else after a pause that doubles with every failure. */
function postponed(place: Watched, until: number | null, now: number): Watched {
  const pause = Math.min(LONGEST_BACKOFF, 15 * MINUTE * 2 ** place.failures);
  return { ...place, failures: place.failures + 1, next: instant(until ?? now + pause) };
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
