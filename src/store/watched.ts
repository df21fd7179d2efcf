import type { Driver } from './driver.ts';

/** What is known of a place that is watched, so that a restart asks for nothing twice. */
export interface Watched {
  /** An address of the web, or `file:` and a path. */
  url: string;
  kind: 'feed' | 'page' | 'robots' | 'file';
  /** `waiting`: not fetched yet, or to be tried again. `gone`: given up. */
  state: 'waiting' | 'done' | 'gone';
  etag: string | null;
  /** `Last-Modified`, as the server wrote it. */
  modified: string | null;
  failures: number;
  /** Not before this instant, ISO 8601. */
  next: string | null;
  /** What belongs to it: the item of the feed for a page, the text for robots.txt. */
  content: string | null;
}

/** Places that are watched. */
export interface WatchedPlaces {
  get(url: string): Watched | null;
  /** Keeps places, all of them or none. */
  put(...places: readonly Watched[]): void;
  /** Pages that wait and may be asked for at this instant. */
  waiting(now: string): Watched[];
}

/** The step of the database that makes room for it. */
export const WATCHED_TABLE = `
  CREATE TABLE watched (
    url TEXT PRIMARY KEY,
    kind TEXT NOT NULL,             -- feed, page, robots, file
    state TEXT NOT NULL,            -- waiting, done, gone
    etag TEXT, modified TEXT,       -- as the server gave them; of a file its time and size
    failures INTEGER NOT NULL,
    next TEXT,                      -- not before, ISO 8601
    content TEXT
  ) STRICT;
  CREATE INDEX watched_waiting ON watched (next) WHERE kind = 'page' AND state = 'waiting';
  `;

const COLUMNS = 'url, kind, state, etag, modified, failures, next, content';

export function openWatched(driver: Driver): WatchedPlaces {
  const put = ({ url, kind, state, etag, modified, failures, next, content }: Watched): void =>
    driver.run(
      `INSERT OR REPLACE INTO watched (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      url,
      kind,
      state,
      etag,
      modified,
      failures,
      next,
      content,
    );
  return {
    get: (url) => (driver.get(`SELECT ${COLUMNS} FROM watched WHERE url = ?`, url) as Watched | undefined) ?? null,
    put: (...places) => driver.transaction(() => places.forEach(put)),
    waiting: (now) =>
      driver.all(
        `SELECT ${COLUMNS} FROM watched WHERE kind = 'page' AND state = 'waiting' AND coalesce(next, '') <= ? ORDER BY url`,
        now,
      ) as unknown as Watched[],
  };
}
