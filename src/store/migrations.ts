import { BROWSE_TABLES } from './browseTables.ts';
import { type Driver, StoreError } from './driver.ts';
import { SITE_TABLES } from './sites.ts';
import { WATCHED_TABLE } from './watched.ts';

/** Steps from one version of the database to the next. A step that was released is never changed: add another. */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE reports (
    id TEXT PRIMARY KEY,            -- of the content
    path TEXT NOT NULL,
    url TEXT,
    bytes INTEGER NOT NULL,
    language TEXT NOT NULL,
    title TEXT,
    outlet TEXT,
    earliest TEXT, latest TEXT,     -- of publication
    article TEXT NOT NULL,          -- JSON: Article
    quantities TEXT NOT NULL,       -- JSON: Quantity[]
    resolved INTEGER NOT NULL DEFAULT 0,
    component TEXT,                 -- smallest id of the reports that likeness holds together
    story TEXT,
    kept TEXT NOT NULL              -- when, ISO 8601
  ) STRICT;
  CREATE INDEX reports_unresolved ON reports (id) WHERE resolved = 0;
  CREATE INDEX reports_story ON reports (story);
  CREATE INDEX reports_component ON reports (component);
  CREATE INDEX reports_path ON reports (path);
  CREATE INDEX reports_latest ON reports (latest);

  CREATE TABLE acts (
    key TEXT PRIMARY KEY,           -- report:act
    id TEXT NOT NULL,
    report TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,         -- in the report
    act TEXT NOT NULL,              -- JSON: Act
    component TEXT,                 -- smallest key of the acts that links hold together
    event TEXT
  ) STRICT;
  CREATE INDEX acts_id ON acts (id);
  CREATE INDEX acts_report ON acts (report);
  CREATE INDEX acts_component ON acts (component);
  CREATE INDEX acts_event ON acts (event);

  CREATE TABLE blocks (             -- where acts of one event can meet
    block TEXT NOT NULL,            -- type and party pair
    first INTEGER NOT NULL, last INTEGER NOT NULL,  -- days since 1970
    act TEXT NOT NULL REFERENCES acts (key) ON DELETE CASCADE,
    PRIMARY KEY (block, first, act)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX blocks_act ON blocks (act);

  CREATE TABLE statements (
    key TEXT PRIMARY KEY,           -- report:statement
    id TEXT NOT NULL,
    report TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    statement TEXT NOT NULL         -- JSON: Statement
  ) STRICT;
  CREATE INDEX statements_report ON statements (report);
  CREATE INDEX statements_id ON statements (id);

  CREATE TABLE events (
    id TEXT PRIMARY KEY,
    type TEXT NOT NULL, status TEXT NOT NULL,
    earliest TEXT, latest TEXT,
    parties TEXT NOT NULL,          -- codes with a bar before and after each
    event TEXT NOT NULL,            -- JSON: ReadoutEvent
    created TEXT NOT NULL, changed TEXT NOT NULL
  ) STRICT;
  CREATE INDEX events_earliest ON events (earliest);
  CREATE INDEX events_changed ON events (changed);

  CREATE TABLE stories (
    id TEXT PRIMARY KEY,
    story TEXT NOT NULL,            -- JSON: Story
    changed TEXT NOT NULL
  ) STRICT;
  CREATE TABLE traits (             -- where reports of one story can meet
    trait TEXT NOT NULL,
    first INTEGER NOT NULL, last INTEGER NOT NULL,  -- of publication, days since 1970
    report TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    PRIMARY KEY (trait, first, report)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE tombstones (         -- ids are never used again
    id TEXT PRIMARY KEY,
    "into" TEXT,                    -- the event that took its acts; null when withdrawn
    at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE changes (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    event TEXT NOT NULL,
    kind TEXT NOT NULL,             -- created, changed, merged, withdrawn
    "into" TEXT
  ) STRICT;
  CREATE INDEX changes_at ON changes (at);

  CREATE TABLE found (              -- what a row of the full text belongs to
    row INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,             -- article, statement, event
    id TEXT NOT NULL,
    UNIQUE (kind, id)
  ) STRICT;
  CREATE VIRTUAL TABLE words USING fts5 (folded, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');
  `,
  // What users have corrected, where a new event came from, and acts placed anew: by the day, the publication or both.
  `
  CREATE TABLE corrections (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,             -- split, join, pin
    at TEXT NOT NULL,
    acts TEXT NOT NULL,             -- JSON: keys of acts
    others TEXT NOT NULL            -- JSON: keys of the acts that a split leaves behind
  ) STRICT;
  ALTER TABLE changes ADD COLUMN "from" TEXT;
  DELETE FROM blocks;
  UPDATE acts SET component = NULL;
  UPDATE reports SET resolved = 0;
  `,
  `
  CREATE TABLE tracks (             -- where reports name long processes
    track TEXT NOT NULL,            -- key of the track
    report TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,         -- in the report
    mention TEXT NOT NULL,          -- JSON: TrackMention
    PRIMARY KEY (track, report, place)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX tracks_report ON tracks (report);

  CREATE TABLE stages (
    key TEXT PRIMARY KEY,           -- report:stage
    track TEXT NOT NULL,
    report TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    stage TEXT NOT NULL,            -- JSON: StageFact
    words TEXT NOT NULL             -- of the evidence
  ) STRICT;
  CREATE INDEX stages_track ON stages (track);
  CREATE INDEX stages_report ON stages (report);
  `,
  BROWSE_TABLES,
  // JSON: Sentence[]; null for what was kept before there were any, or for a language that is not coded.
  'ALTER TABLE reports ADD COLUMN sentences TEXT',
  WATCHED_TABLE,
  `
  CREATE TABLE own_knowledge (      -- a user's own tables, as the latest ingest had them
    place INTEGER PRIMARY KEY,      -- later ones override earlier ones
    tables TEXT NOT NULL            -- JSON: text by name of the table
  ) STRICT;
  `,
  SITE_TABLES,
  // JSON: Root[], what the report goes back to by the lineage of its story; all reports are resolved anew for it.
  `
  ALTER TABLE reports ADD COLUMN roots TEXT NOT NULL DEFAULT '[]';
  ALTER TABLE reports ADD COLUMN traits TEXT;  -- JSON: its rows of the table, to look for others by; null for what was kept before
  UPDATE reports SET resolved = 0;
  `,
  // Traits by number: as texts they cost more to write than all else of a report. Resolving all reports anew fills them.
  `
  DROP TABLE traits;
  CREATE TABLE traits (             -- where reports of one story can meet
    trait INTEGER NOT NULL,         -- hash of what they share
    first INTEGER NOT NULL, last INTEGER NOT NULL,  -- of publication, days since 1970
    report TEXT NOT NULL,           -- without a reference, which each of some sixty rows a report would look up
    PRIMARY KEY (trait, first, report)
  ) STRICT, WITHOUT ROWID;
  UPDATE reports SET traits = NULL, resolved = 0;
  `,
];

/** The version of the database that this program writes. */
export const VERSION = MIGRATIONS.length;

/** Brings a database up to this program's version. @throws StoreError when it is of a newer one */
export function migrate(driver: Driver, file: string): void {
  const version = Number(driver.get('PRAGMA user_version')?.user_version ?? 0);
  if (version > VERSION)
    throw new StoreError(
      file,
      'newer',
      `was written by a newer Readout (version ${version} of the record, this one writes ${VERSION}); update Readout`,
    );
  if (version === VERSION) return;
  if (driver.readOnly)
    throw new StoreError(
      file,
      'read-only',
      `was written by an older Readout (version ${version} of the record, this one needs ${VERSION}) and may not be written to; copy it to where it may be`,
    );
  driver.transaction(() => {
    // Another process may have migrated while this one waited for the lock.
    const now = Number(driver.get('PRAGMA user_version')?.user_version ?? 0);
    if (now === 0) refuseForeign(driver, file);
    for (const step of MIGRATIONS.slice(now)) driver.script(step);
    driver.script(`PRAGMA user_version = ${VERSION}`);
  });
}

/** A database of some other program has tables but no version of ours: it is left alone. */
function refuseForeign(driver: Driver, file: string): void {
  const tables = driver.get("SELECT count(*) AS n FROM sqlite_schema WHERE type = 'table'");
  if (Number(tables?.n) > 0)
    throw new StoreError(file, 'not-a-database', 'is a database of another program; name another file with --db');
}
