import { join as joinPath } from 'node:path';
import type { Article, Coded, Correction, ReadoutEvent, Relation, ReportRef, Story, Track } from '../model/index.ts';
import type { RelationFilter } from '../resolve/relation.ts';
import { actorNamed } from '../world/actor-names.ts';
import { loadTrackKnowledge, type TrackKnowledge } from '../world/knowledge.ts';
import type { TableTexts } from '../world/own-tables.ts';
import { ROOT } from '../world/root.ts';
import { openAsk } from './ask.ts';
import { type Browse, openBrowse } from './browse.ts';
import { type Corrected, join, pin, split, undo } from './correct.ts';
import { CorrectionError, readCorrections } from './corrections.ts';
import { type Driver, openDriver } from './driver.ts';
import { isKept, type Kept, keepReport, replaceReport } from './keep.ts';
import { loadCoded } from './load.ts';
import { migrate, VERSION } from './migrations.ts';
import { keepOwnKnowledge, readOwnKnowledge } from './ownKnowledge.ts';
import { isPending, resolvePending } from './pending.ts';
import type { ChangeCounts } from './pendingEvents.ts';
import { loadRelation } from './relations.ts';
import { type Hit, search } from './search.ts';
import { openSites, type Sites } from './sites.ts';
import { findTrack, listTracks } from './tracks.ts';
import { openWatched, type WatchedPlaces } from './watched.ts';
import { type Reason, whyOf } from './why.ts';

export type { Browse, ListedReport, ListedStory, RelationCount } from './browse.ts';
export type { Corrected } from './correct.ts';
export { CorrectionError } from './corrections.ts';
export { StoreError } from './driver.ts';
export type { Kept } from './keep.ts';
export type { ChangeCounts } from './pendingEvents.ts';
export type { Hit } from './search.ts';
export type { Site, Sites, Stale } from './sites.ts';
export type { Watched, WatchedPlaces } from './watched.ts';
export type { Reason } from './why.ts';

/** Which events to list; days and times are ISO 8601. */
export interface EventFilter {
  /** Two actors, or one: codes, or names in any language. */
  between?: string[];
  type?: string;
  status?: string;
  since?: string;
  until?: string;
}

/** One entry of the log of events. */
export interface Change {
  at: string;
  event: string;
  kind: keyof ChangeCounts;
  /** The event that took in the one that was merged. */
  into: string | null;
  /** The event in which the acts of one that was created were before: it was split. */
  from: string | null;
}

/** How much is kept. */
export interface Counts {
  reports: number;
  acts: number;
  statements: number;
  events: number;
  stories: number;
}

/** The record, kept in one file. */
export interface Store {
  readonly file: string;
  readonly version: number;
  /** What pages ask of the record. */
  readonly browse: Browse;
  /** Feeds, pages and files that `readout watch` has seen. */
  readonly watched: WatchedPlaces;
  /** What repeats across the reports of each site, and which reports must be read again for it. */
  readonly sites: Sites;
  /** Whether a report with this content is kept, and need not be read; of two names for one content the record takes the smaller. */
  has(report: ReportRef): boolean;
  /** Keeps reports, all of them or none; @returns how many were new. */
  keep(coded: readonly Kept[]): number;
  /** Puts other readings of kept reports in the place of what is kept, each with the article as it reads alone. */
  replace(readings: readonly { coded: Coded; alone: Article | null }[]): void;
  /** Resolves what was kept since the last time. */
  resolve(): ChangeCounts;
  events(filter?: EventFilter): IterableIterator<ReadoutEvent>;
  /** An event by its id or the beginning of it; one that was merged leads to the event that holds its acts. */
  event(id: string): ReadoutEvent | null;
  /** The ids of events and stories that begin so, four at the most. */
  idsBeginning(id: string): string[];
  /** The reports of an event, with all they say. */
  reportsOf(event: ReadoutEvent): Coded[];
  /** The event that an act belongs to. */
  eventOfAct(report: string, act: string): string | null;
  /** The same, by the key of the act: `report:act`. */
  eventHolding(key: string): string | null;
  stories(): IterableIterator<Story>;
  story(id: string): Story | null;
  /** The stories that the reports of an event belong to. */
  storiesOf(event: ReadoutEvent): Story[];
  /**
   * Takes the acts of a report, or one act, out of an event. It holds for these acts whatever comes later.
   * @throws CorrectionError when the event is not there, has no such act, or has no other
   */
  split(event: string, which: { report: string } | { act: string }): Corrected;
  /** Makes two events one. @throws CorrectionError when one is not there, or they are one already */
  join(event: string, other: string): Corrected;
  /** Keeps the acts of an event as they are: none joins and none leaves it. @throws CorrectionError when it is not there */
  pin(event: string): Corrected;
  /** The corrections in force, in the order in which they were made. */
  corrections(): Correction[];
  /** Takes a correction back. @throws CorrectionError when there is none of this number */
  undo(correction: number): Corrected;
  changes(since: string): IterableIterator<Change>;
  /** The knowledge tables of a user's own that the record was made with. */
  ownKnowledge(): TableTexts[];
  /** Keeps such tables in the place of those that were kept; the names of a user's own actors are shown by them. */
  keepOwnKnowledge(own: readonly TableTexts[]): void;
  /** Long processes with their stages; those that reports only name, without a stage, come with `all`. */
  tracks(options?: { all?: boolean }): IterableIterator<Track>;
  /** A track by its id or the beginning of it, its key, or its name in any language. */
  track(id: string): Track | null;
  /** Two actors over time, each by code or by a name in any language. */
  relation(a: string, b: string, filter?: RelationFilter): Relation;
  /** Words, phrases in quotation marks, and fields: `actor:TUR type:CONSULT lang:vi "black sea"`. */
  search(query: string, limit: number): Hit[];
  /** How an act, a statement or an event came to be, by its id; or what was read in a report, by its id, path or address. */
  why(id: string): Reason | null;
  counts(): Counts;
  /** Whether SQLite finds the file whole: `ok`, or what it found. */
  integrity(): string;
  close(): void;
}

export interface StoreOptions {
  /** Tells the time, ISO 8601; for the log of changes. */
  now?: () => string;
  /** Leaves what waits to be resolved to whoever ingests: for a server, which must answer at once. */
  onlyShows?: boolean;
  /** Opens the record only to be read. Default: where the file or its folder may not be written to. */
  readOnly?: boolean;
  /** The file grows to so many pages of 4 kB at most; what would not fit is refused, as on a full disk. */
  mostPages?: number;
  /** What names tracks and actors. Default: the built-in knowledge and what the record keeps of a user's own, read when it is first asked for. */
  knowledge?: TrackKnowledge;
}

/**
 * Opens the record in a file, and makes the file when there is none. One that may not be written to can be asked only.
 * @throws StoreError when it is locked, damaged, not a database, or of a newer version
 */
export function openStore(file: string, options: StoreOptions = {}): Store {
  const now = options.now ?? (() => new Date().toISOString());
  const driver = openDriver(file, options.readOnly);
  try {
    migrate(driver, file);
    if (options.mostPages) driver.script(`PRAGMA max_page_count = ${Math.trunc(options.mostPages)}`);
  } catch (error) {
    driver.close();
    throw error;
  }
  const resolve = () => resolvePending(driver, now());
  // An ingest that was cut off left reports unresolved: whoever asks next catches up.
  const ready = () => {
    if (!options.onlyShows && !driver.readOnly && isPending(driver)) resolve();
  };
  const codeOf = (name: string) => actorNamed(knowledge(), name) ?? name;
  const asked = openAsk(driver, ready, codeOf);
  const browse = openBrowse(driver, ready);
  const eventCalled = (id: string): ReadoutEvent => {
    const event = asked.event(id);
    if (!event) throw new CorrectionError(`there is no event ${id}`);
    return event;
  };
  let known = options.knowledge;
  const knowledge = (): TrackKnowledge => {
    known ??= loadTrackKnowledge([joinPath(ROOT, 'knowledge'), ...readOwnKnowledge(driver)]);
    return known;
  };
  return {
    file,
    version: VERSION,
    browse,
    watched: openWatched(driver),
    sites: openSites(driver),
    has: (report) => isKept(driver, report) === 'under this name',
    keep: (coded) => driver.transaction(() => coded.filter((one) => keepReport(driver, one, now())).length),
    replace: (readings) =>
      driver.transaction(() => {
        for (const { coded, alone } of readings) replaceReport(driver, coded, alone);
      }),
    resolve,
    ...asked,
    split: (event, which) => split(driver, eventCalled(event), which, now()),
    join: (event, other) => join(driver, eventCalled(event), eventCalled(other), now()),
    pin: (event) => pin(driver, eventCalled(event), now()),
    corrections: () => readCorrections(driver),
    undo(correction) {
      ready();
      return undo(driver, correction, now());
    },
    ownKnowledge: () => readOwnKnowledge(driver),
    keepOwnKnowledge(own) {
      keepOwnKnowledge(driver, own);
      known = options.knowledge;
    },
    tracks: ({ all = false } = {}) => listTracks(driver, knowledge(), all),
    track: (id) => findTrack(driver, knowledge(), id),
    relation: (a, b, filter = {}) => loadRelation(driver, knowledge(), asked.events, [a, b], filter),
    reportsOf: (event) => reportIds(driver, event.id).map((id) => loadCoded(driver, id)),
    search(query, limit) {
      ready();
      return search({ driver, choose: browse.choose, codeOf }, query, limit);
    },
    why(id) {
      ready();
      return whyOf(driver, id, browse.reportNamed);
    },
    counts: () => counts(driver),
    integrity: () => String(driver.get('PRAGMA quick_check')?.quick_check ?? 'ok'),
    close: () => driver.close(),
  };
}

function reportIds(driver: Driver, event: string): string[] {
  return driver
    .all('SELECT DISTINCT report FROM acts WHERE event = ? ORDER BY report', event)
    .map(({ report }) => String(report));
}

function counts(driver: Driver): Counts {
  const of = (table: string) => Number(driver.get(`SELECT count(*) AS n FROM ${table}`)?.n);
  return {
    reports: of('reports'),
    acts: of('acts'),
    statements: of('statements'),
    events: of('events'),
    stories: of('stories'),
  };
}
