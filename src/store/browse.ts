import type { Coded, Published, ReadoutEvent, Story } from '../model/index.ts';
import type { Driver, SqlRow } from './driver.ts';

import { type FacetIndex, type RelationCount, readFacetIndex } from './facetIndex.ts';
import { type Choice, type Chosen, choose } from './facets.ts';
import { loadCoded, parsed } from './load.ts';

export type { RelationCount } from './facetIndex.ts';

/** A report as pages list it. */
export interface ListedReport {
  id: string;
  name: string;
  url: string | null;
  language: string;
  title: string | null;
  outlet: string | null;
  published: Published | null;
}

/** A story as pages list it. */
export interface ListedStory {
  story: Story;
  latest: string | null;
}

/** What pages ask of the record. */
export interface Browse {
  /** Changes whenever the record does, for caches; that of a large record a little later. */
  version(): string;
  choose(choice: Choice): Chosen;
  /** Events by their ids, in this order. */
  events(ids: readonly string[]): ReadoutEvent[];
  relations(most: number): RelationCount[];
  /** How many events each other actor has with this one, most first. */
  partners(actor: string, most: number): RelationCount[];
  /** The latest day on which a report was published: the present of the record. */
  lastDay(): string | null;
  /** The ids of all reports, in order. */
  reportIds(): string[];
  report(id: string): Coded | null;
  /** The id of a report by its path or address, as events and stories name it. */
  reportNamed(name: string): string | null;
  /** The event of each act of a report. */
  eventsOfReport(report: string): Map<string, string>;
  storyOfReport(report: string): string | null;
  /** The reports of an event with all they say, the first so many. */
  reportsOfEvent(event: string, most: number): Coded[];
  reportsOfStory(story: string): ListedReport[];
  stories(options: { limit: number; after?: { day: string; id: string } }): ListedStory[];
  countStories(): number;
}

/** Opens what pages ask; `ready` brings the record up to date first. */
export function openBrowse(driver: Driver, ready: () => void): Browse {
  let known: ReadIndex | null = null;
  const version = () => {
    const now = recordVersion(driver, ready);
    return known && isDear(known) ? known.version : now;
  };
  const index = (): FacetIndex => {
    const now = version();
    if (known?.version !== now) known = read(driver, now);
    return known.index;
  };
  return {
    version,
    choose: (choice) => choose(index(), choice),
    events: (ids) => ids.flatMap((id) => eventOf(driver, id)),
    relations: (most) => index().relations.slice(0, most),
    partners: (actor, most) =>
      index()
        .relations.filter(({ a, b }) => a === actor || b === actor)
        .slice(0, most),
    lastDay: () => textOrNull(driver.get('SELECT max(latest) AS latest FROM reports')?.latest),
    reportIds: () => driver.all('SELECT id FROM reports ORDER BY id').map(({ id }) => String(id)),
    report: (id) => reportOf(driver, id),
    reportNamed: (name) =>
      textOrNull(driver.get('SELECT id FROM reports WHERE path = ? ORDER BY id LIMIT 1', name)?.id) ??
      textOrNull(driver.get("SELECT id FROM reports WHERE path = '' AND url = ? ORDER BY id LIMIT 1", name)?.id),
    eventsOfReport: (report) =>
      new Map(
        driver
          .all('SELECT id, event FROM acts WHERE report = ? AND event IS NOT NULL', report)
          .map(({ id, event }) => [String(id), String(event)]),
      ),
    storyOfReport: (report) => textOrNull(driver.get('SELECT story FROM reports WHERE id = ?', report)?.story),
    reportsOfEvent: (event, most) =>
      driver
        .all('SELECT DISTINCT report FROM acts WHERE event = ? ORDER BY report LIMIT ?', event, most)
        .map(({ report }) => loadCoded(driver, String(report))),
    reportsOfStory: (story) => driver.all(REPORTS_OF_STORY, story).map(listedReport),
    stories: ({ limit, after }) => listStories(driver, limit, after),
    countStories: () => Number(driver.get('SELECT count(*) AS n FROM story_list WHERE reports > 1')?.n),
  };
}

interface ReadIndex {
  version: string;
  index: FacetIndex;
  /** How long reading took, and when it ended, ms. */
  took: number;
  at: number;
}

function read(driver: Driver, version: string): ReadIndex {
  const begun = performance.now();
  const index = readFacetIndex(driver);
  const at = performance.now();
  return { version, index, took: at - begun, at };
}

/** Reading the facets of a large record anew at every change of an ingest would leave no time for answers. */
const DEAR_MS = 200;
const SHARE = 10;

function isDear({ took, at }: ReadIndex): boolean {
  return took > DEAR_MS && performance.now() - at < took * SHARE;
}

function recordVersion(driver: Driver, ready: () => void): string {
  ready();
  const others = driver.get('PRAGMA data_version')?.data_version;
  return `${others}.${driver.get('SELECT total_changes() AS n')?.n}`;
}

function eventOf(driver: Driver, id: string): ReadoutEvent[] {
  const row = driver.get('SELECT event FROM events WHERE id = ?', id);
  return row ? [parsed<ReadoutEvent>(row, 'event')] : [];
}

function reportOf(driver: Driver, id: string): Coded | null {
  const row = driver.get('SELECT id FROM reports WHERE id >= ? AND id < ? ORDER BY id LIMIT 1', id, `${id}~`);
  return row ? loadCoded(driver, String(row.id)) : null;
}

const REPORTS_OF_STORY = `SELECT id, path, url, language, title, outlet, json_extract(article, '$.published') AS published FROM reports
  WHERE story = ? ORDER BY coalesce(earliest, '9999'), id LIMIT 500`;

function listedReport(row: SqlRow): ListedReport {
  return {
    id: String(row.id),
    name: String(row.path || row.url || row.id),
    url: textOrNull(row.url),
    language: String(row.language),
    title: textOrNull(row.title),
    outlet: textOrNull(row.outlet),
    published: row.published === null ? null : parsed<Published>(row, 'published'),
  };
}

function listStories(driver: Driver, limit: number, after: { day: string; id: string } | undefined): ListedStory[] {
  const beyond = after ? 'AND (latest, story_list.story) < (?, ?)' : '';
  return driver
    .all(
      `SELECT stories.story, latest FROM story_list JOIN stories ON stories.id = story_list.story
       WHERE reports > 1 ${beyond} ORDER BY latest DESC, story_list.story DESC LIMIT ?`,
      ...(after ? [after.day, after.id] : []),
      limit,
    )
    .map((row) => ({ story: parsed<Story>(row, 'story'), latest: textOrNull(row.latest) }));
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
