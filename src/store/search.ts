import type { Article, ReadoutEvent, Statement } from '../model/index.ts';
import type { Driver } from './driver.ts';
import { ownText } from './keep.ts';
import { loadCoded, parsed } from './load.ts';
import { hasAll, queryExpressions, type Snippet, snippetOf } from './searchText.ts';

/** Something a search found: an event, or a report with the statements in it that have every word. */
export type Hit =
  | { kind: 'event'; id: string; event: ReadoutEvent; snippet: Snippet | null }
  | {
      kind: 'report';
      id: string;
      report: string;
      language: string;
      title: string | null;
      snippet: Snippet | null;
      statements: FoundStatement[];
    };

/** A statement that has every word of a query. */
export interface FoundStatement {
  id: string;
  speaker: string;
  snippet: Snippet;
}

/** Full text over articles, statements and events, best first; what has the words in one run comes before the rest. */
export function search(driver: Driver, query: string, limit: number): Hit[] {
  const rows = new Map<string, { kind: string; id: string }>();
  for (const expression of queryExpressions(query)) {
    for (const row of driver.all(MATCHES, expression, limit))
      if (rows.size < limit) rows.set(`${row.kind} ${row.id}`, { kind: String(row.kind), id: String(row.id) });
  }
  return [...rows.values()].flatMap(({ kind, id }) =>
    kind === 'event' ? eventHit(driver, id, query) : reportHit(driver, id, query),
  );
}

const MATCHES = `SELECT found.kind, found.id FROM words JOIN found ON found.row = words.rowid
  WHERE words MATCH ? ORDER BY bm25(words), found.kind, found.id LIMIT ?`;

function eventHit(driver: Driver, id: string, query: string): Hit[] {
  const row = driver.get('SELECT event FROM events WHERE id = ?', id);
  if (!row) return [];
  const told = driver
    .all(
      'SELECT acts.act, reports.article FROM acts JOIN reports ON reports.id = acts.report WHERE event = ? ORDER BY key',
      id,
    )
    .map((act) => {
      const { evidence } = parsed<{ evidence: { start: number; end: number } }>(act, 'act');
      return parsed<Article>(act, 'article').text.slice(evidence.start, evidence.end);
    });
  const snippets = told.map((text) => snippetOf(text, query)).filter((found) => found !== null);
  snippets.sort((a, b) => b.found.length - a.found.length);
  return [{ kind: 'event', id, event: parsed<ReadoutEvent>(row, 'event'), snippet: snippets[0] ?? null }];
}

function reportHit(driver: Driver, id: string, query: string): Hit[] {
  const coded = loadCoded(driver, id);
  const { article, report } = coded;
  return [
    {
      kind: 'report',
      id,
      report: report.path || report.url || id,
      language: article.language,
      title: article.title,
      snippet: snippetOf(ownText(coded), query),
      statements: coded.statements.flatMap((statement) => found(statement, article.text, query)),
    },
  ];
}

function found(statement: Statement, text: string, query: string): FoundStatement[] {
  const words = text.slice(statement.start, statement.end);
  const snippet = hasAll(words, query) ? snippetOf(words, query) : null;
  return snippet ? [{ id: statement.id, speaker: statement.speaker.name, snippet }] : [];
}
