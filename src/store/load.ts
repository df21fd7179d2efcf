import type { Act, Article, Coded, Quantity, Sentence, StageFact, Statement, TrackMention } from '../model/index.ts';
import type { Driver, SqlRow } from './driver.ts';

/** A kept report as it was coded. */
export function loadCoded(driver: Driver, id: string): Coded {
  const row = driver.get('SELECT id, path, url, bytes, article, quantities, sentences FROM reports WHERE id = ?', id);
  if (!row) throw new Error(`report ${id} is not kept`);
  return {
    report: {
      id: String(row.id),
      path: String(row.path),
      url: row.url === null ? null : String(row.url),
      bytes: Number(row.bytes),
    },
    article: parsed<Article>(row, 'article'),
    acts: driver.all('SELECT act FROM acts WHERE report = ? ORDER BY place', id).map((act) => parsed<Act>(act, 'act')),
    statements: driver
      .all('SELECT statement FROM statements WHERE report = ? ORDER BY place', id)
      .map((statement) => parsed<Statement>(statement, 'statement')),
    quantities: parsed<Quantity[]>(row, 'quantities'),
    ...(row.sentences === null ? {} : { sentences: parsed<Sentence[]>(row, 'sentences') }),
    tracks: driver
      .all('SELECT mention FROM tracks WHERE report = ? ORDER BY place', id)
      .map((track) => parsed<TrackMention>(track, 'mention')),
    stages: driver
      .all('SELECT stage FROM stages WHERE report = ? ORDER BY place', id)
      .map((stage) => parsed<StageFact>(stage, 'stage')),
  };
}

/** A JSON column. */
export function parsed<T>(row: SqlRow, column: string): T {
  return JSON.parse(String(row[column])) as T;
}
