import type { Article, ReadoutEvent, Statement } from '../model/index.ts';
import type { Driver } from './driver.ts';
import type { Choice, Chosen } from './facets.ts';
import { ownText } from './keep.ts';
import { loadCoded, parsed } from './load.ts';
import { parseQuery, type SearchQuery } from './searchQuery.ts';
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

/** What a search needs beside the database. */
export interface SearchIn {
  driver: Driver;
  choose: (choice: Choice) => Chosen;
  /** The code of the actor that a name in any language, or a code in small letters, means. */
  codeOf: (name: string) => string;
}

/**
 * Full text over articles, statements and events, best first; what has the words in one run comes before the rest.
 * Fields choose events (`actor:TUR type:CONSULT`), or the language of both; without words they are the events themselves.
 */
export function search({ driver, choose, codeOf }: SearchIn, typed: string, limit: number): Hit[] {
  const query = parseQuery(typed);
  if (query.fields.actor) query.fields.actor = query.fields.actor.map(codeOf);
  const narrowed = Object.keys(query.fields).length > 0;
  const values = query.language ? { ...query.fields, language: [query.language] } : query.fields;
  if (query.words === '') {
    if ((!narrowed && !query.language) || query.kind === 'report') return [];
    return choose({ values })
      .page({ limit })
      .ids.flatMap((id) => eventHit(driver, id, ''));
  }
  const events = narrowed || query.language ? new Set(choose({ values }).all()) : null;
  const found = foundRefs(driver, query.words, narrowed || query.language || query.kind ? LOOKED_THROUGH : limit);
  return found
    .filter((ref) => fits(driver, ref, query, events, narrowed))
    .slice(0, limit)
    .flatMap(({ kind, id }) =>
      kind === 'event' ? eventHit(driver, id, query.words) : reportHit(driver, id, query.words),
    );
}

interface FoundRef {
  kind: string;
  id: string;
}

/** Ranking a word that stands in a million reports would take a second: so many are ranked, those kept last. */
const LOOKED_THROUGH = 20_000;

const MATCHES = `SELECT found.kind, found.id
  FROM (SELECT rowid, bm25(words) AS score FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ${LOOKED_THROUGH}) AS best
  JOIN found ON found.row = best.rowid ORDER BY best.score, found.kind, found.id LIMIT ?`;

function foundRefs(driver: Driver, words: string, most: number): FoundRef[] {
  const refs = new Map<string, FoundRef>();
  for (const expression of queryExpressions(words)) {
    if (refs.size >= most) break;
    for (const { kind, id } of driver.all(MATCHES, expression, most))
      if (refs.size < most) refs.set(`${kind} ${id}`, { kind: String(kind), id: String(id) });
  }
  return [...refs.values()];
}

/** A report has no type or actor of its own: a search by those is for events. */
function fits(
  driver: Driver,
  { kind, id }: FoundRef,
  query: SearchQuery,
  events: ReadonlySet<string> | null,
  narrowed: boolean,
): boolean {
  const event = kind === 'event';
  if (query.kind && (query.kind === 'event') !== event) return false;
  if (event) return events?.has(id) ?? true;
  return !narrowed && (!query.language || languageOf(driver, id) === query.language);
}

function languageOf(driver: Driver, report: string): string {
  return String(driver.get('SELECT language FROM reports WHERE id = ?', report)?.language);
}

function eventHit(driver: Driver, id: string, query: string): Hit[] {
  const row = driver.get('SELECT event FROM events WHERE id = ?', id);
  if (!row) return [];
  const event = parsed<ReadoutEvent>(row, 'event');
  return [{ kind: 'event', id, event, snippet: query === '' ? null : eventSnippet(driver, id, query) }];
}

/** The stretch of a sentence that tells of the event which shows most of the query. */
function eventSnippet(driver: Driver, id: string, query: string): Snippet | null {
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
  return snippets[0] ?? null;
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
