import type {
  Act,
  Article,
  Coded,
  Given,
  Quantity,
  ReportRef,
  Sentence,
  StageFact,
  Statement,
  TrackMention,
} from '../model/index.ts';
import type { Driver, SqlRow } from './driver.ts';

/** A kept report as it was coded. */
export function loadCoded(driver: Driver, id: string): Coded {
  const row = driver.get('SELECT id, path, url, bytes, article, quantities, sentences FROM reports WHERE id = ?', id);
  if (!row) throw new Error(`report ${id} is not kept`);
  return {
    report: refOf(row),
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

/** A report as it reads alone, without what is known of its site. */
export interface Alone {
  report: ReportRef;
  given: Given;
  article: Article;
  /** As it is kept. */
  kept: Article;
}

/** What came with a report that was kept before that was noted: taken for a page, whose text is not read anew. */
const UNKNOWN: Given = { kind: 'html', hints: {} };

/** A kept report as it reads alone. */
export function loadAlone(driver: Driver, id: string): Alone {
  const row = driver.get('SELECT id, path, url, bytes, article, alone, given FROM reports WHERE id = ?', id);
  if (!row) throw new Error(`report ${id} is not kept`);
  const kept = readOnly(parsed<Article>(row, 'article'));
  return {
    report: refOf(row),
    given: row.given === null ? UNKNOWN : parsed<Given>(row, 'given'),
    article: row.alone === null ? kept : { ...parsed<Article>(row, 'alone'), text: kept.text },
    kept,
  };
}

/** An article as `read` gives it: a day that was inferred from its text comes later. */
function readOnly(article: Article): Article {
  return article.published?.basis === 'inferred' ? { ...article, published: null } : article;
}

function refOf(row: SqlRow): ReportRef {
  return {
    id: String(row.id),
    path: String(row.path),
    url: row.url === null ? null : String(row.url),
    bytes: Number(row.bytes),
  };
}

/** A JSON column. */
export function parsed<T>(row: SqlRow, column: string): T {
  return JSON.parse(String(row[column])) as T;
}
