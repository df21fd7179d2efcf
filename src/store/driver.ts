import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';

/** What SQL takes and gives. */
export type SqlValue = string | number | bigint | null | Uint8Array;
export type SqlRow = Record<string, SqlValue>;

/** The few methods the store needs of a database: anything that has them can keep the record. */
export interface Driver {
  /** The file, or the folder that SQLite needs beside it, may not be written to. */
  readonly readOnly: boolean;
  run(sql: string, ...values: SqlValue[]): void;
  all(sql: string, ...values: SqlValue[]): SqlRow[];
  get(sql: string, ...values: SqlValue[]): SqlRow | undefined;
  /** Runs several statements that take no values. */
  script(sql: string): void;
  /** Runs the work in one transaction: all of it is kept, or nothing. */
  transaction<T>(work: () => T): T;
  close(): void;
}

/** Why the database cannot be used. */
export type StoreProblem =
  | 'locked'
  | 'damaged'
  | 'not-a-database'
  | 'newer'
  | 'full'
  | 'read-only'
  | 'missing'
  | 'unusable';

/** The database cannot be used as it stands. The command stops (exit status 5); what was kept before is whole. */
export class StoreError extends Error {
  override name = 'StoreError';
  readonly problem: StoreProblem;
  readonly file: string;
  constructor(file: string, problem: StoreProblem, message: string, options?: ErrorOptions) {
    super(`${file}: ${message}`, options);
    this.file = file;
    this.problem = problem;
  }
}

const BUSY_MS = 5000;
const HEADER = 'SQLite format 3\0';

/**
 * Opens an SQLite file, or makes it. One that may not be written to (a DVD, another user's folder) is opened to be read.
 * @throws StoreError
 */
export function openDriver(file: string, readOnly = isProtected(file)): Driver {
  checkHeader(file);
  if (readOnly) return driverOn(file, openProtected(file), true);
  return guarded(file, () => {
    const database = new DatabaseSync(file, { timeout: BUSY_MS });
    const driver = driverOn(file, database, false);
    try {
      driver.script(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; ${ALWAYS}`);
    } catch (error) {
      database.close();
      throw error;
    }
    return driver;
  });
}

const ALWAYS = 'PRAGMA foreign_keys = ON; PRAGMA cache_size = -32000;';

function isProtected(file: string): boolean {
  if (file === ':memory:' || !existsSync(file)) return false;
  try {
    accessSync(file, constants.W_OK);
    accessSync(dirname(file), constants.W_OK);
    return false;
  } catch {
    return true;
  }
}

/**
 * While a writer is at work SQLite shares memory with it through a file beside the database. Where that file is not
 * there and may not be made nobody writes, and the database is read as one that does not change.
 */
function openProtected(file: string): DatabaseSync {
  return guarded(file, () => {
    const shared = new DatabaseSync(file, { readOnly: true, timeout: BUSY_MS });
    try {
      shared.exec(`${ALWAYS} SELECT 1 FROM sqlite_schema`);
      return shared;
    } catch {
      shared.close();
    }
    const still = pathToFileURL(file);
    still.searchParams.set('immutable', '1');
    const database = new DatabaseSync(still, { readOnly: true });
    database.exec(ALWAYS);
    return database;
  });
}

/** SQLite finds a foreign file only at the first query, and an empty one is a new database: look before. */
function checkHeader(file: string): void {
  if (file === ':memory:' || !existsSync(file)) return;
  if (statSync(file).isDirectory()) throw new StoreError(file, 'not-a-database', 'is a folder, not a database');
  guarded(file, () => {
    const handle = openSync(file, 'r');
    const head = Buffer.alloc(HEADER.length);
    const length = readSync(handle, head, 0, HEADER.length, 0);
    closeSync(handle);
    if (length > 0 && head.toString('latin1') !== HEADER)
      throw new StoreError(file, 'not-a-database', 'is not a Readout database; name another file with --db');
  });
}

function driverOn(file: string, database: DatabaseSync, readOnly: boolean): Driver {
  const prepared = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  const prepare = (sql: string) => {
    const known = prepared.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  return {
    readOnly,
    run: (sql, ...values) => guarded(file, () => void prepare(sql).run(...values)),
    all: (sql, ...values) => guarded(file, () => prepare(sql).all(...values) as SqlRow[]),
    get: (sql, ...values) => guarded(file, () => prepare(sql).get(...values) as SqlRow | undefined),
    script: (sql) => guarded(file, () => database.exec(sql)),
    transaction: (work) => guarded(file, () => inTransaction(database, work)),
    close: () => guarded(file, () => database.close()),
  };
}

function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** Primary result codes of SQLite, and what each means to a user. */
const PROBLEMS: Record<number, [StoreProblem, string]> = {
  5: ['locked', 'another program is writing to this database; wait for it to end and run again'],
  6: ['locked', 'another program is writing to this database; wait for it to end and run again'],
  8: ['read-only', 'cannot be written to; check its permissions'],
  10: ['full', 'the disk could not be written (is it full?); what was kept before is whole: make room and run again'],
  11: ['damaged', 'the database is damaged; restore it from a copy, or ingest the reports into a new one'],
  13: ['full', 'the disk is full; what was kept before is whole: make room and run again'],
  14: ['unusable', 'cannot be opened; check that the folder exists and may be written to'],
  26: ['not-a-database', 'is not a Readout database; name another file with --db'],
};

function guarded<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const { errcode, code } = error as { errcode?: number; code?: string };
    const known = errcode === undefined ? undefined : PROBLEMS[errcode & 0xff];
    if (known) throw new StoreError(file, known[0], known[1], { cause: error });
    if (code === 'EACCES' || code === 'EPERM')
      throw new StoreError(file, 'read-only', 'may not be opened; check its permissions', { cause: error });
    throw error;
  }
}
