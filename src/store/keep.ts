import type { Coded, ReadoutEvent, ReportRef } from '../model/index.ts';
import { type ActFacts, actKey, keyOf } from '../resolve/actFacts.ts';
import { placesOf } from '../resolve/candidates.ts';
import { nameOf, type ReportFacts, reportFacts } from '../resolve/reportFacts.ts';
import { publishedRange } from '../resolve/stories.ts';
import { traitsOf } from '../resolve/storyLikeness.ts';
import type { Driver, SqlValue } from './driver.ts';
import { searchable } from './searchText.ts';

const OWN = new Set(['title', 'lead', 'paragraph', 'heading', 'caption']);

/** Keeps a report with all that belongs to it. To be called within a transaction; @returns false when it is there already. */
export function keepReport(driver: Driver, coded: Coded, at: string): boolean {
  const { report, article } = coded;
  if (isKept(driver, report)) return false;
  const facts = reportFacts(coded);
  const traits = JSON.stringify(traitsOf(facts));
  insert(driver, 'reports', {
    id: report.id,
    path: report.path,
    url: report.url,
    bytes: report.bytes,
    language: article.language,
    title: article.title,
    outlet: article.outlet?.name ?? null,
    earliest: article.published?.earliest ?? null,
    latest: article.published?.latest ?? null,
    article: JSON.stringify(article),
    quantities: JSON.stringify(coded.quantities),
    sentences: coded.sentences ? JSON.stringify(coded.sentences) : null,
    resolved: 0,
    component: null,
    story: null,
    traits,
    kept: at,
  });
  keepActs(driver, coded);
  keepStatements(driver, coded);
  keepTracks(driver, coded);
  keepTraits(driver, facts, traits);
  keepWords(driver, 'article', report.id, ownText(coded));
  return true;
}

/**
 * Whether a report with this content is kept. Of two names for one content the smaller is the one, so that it does not
 * matter which came first: its events are then resolved anew.
 */
export function isKept(driver: Driver, report: ReportRef): boolean {
  const known = driver.get('SELECT path, url FROM reports WHERE id = ?', report.id);
  if (!known) return false;
  const name = nameOf({ id: report.id, path: String(known.path), url: known.url as string | null });
  if (nameOf(report) < name)
    driver.run('UPDATE reports SET path = ?, url = ?, resolved = 0 WHERE id = ?', report.path, report.url, report.id);
  return true;
}

/** Acts find their places among the blocks when they are resolved. */
function keepActs(driver: Driver, { report, acts }: Coded): void {
  for (const [place, act] of acts.entries())
    insert(driver, 'acts', {
      key: actKey(report.id, act.id),
      id: act.id,
      report: report.id,
      place,
      act: JSON.stringify(act),
      component: null,
      event: null,
    });
}

/** Keeps where an act can meet others. */
export function keepPlaces(driver: Driver, facts: ActFacts): void {
  for (const { block, first, last } of placesOf(facts))
    insert(driver, 'blocks', { block, first, last, act: keyOf(facts) });
}

function keepStatements(driver: Driver, coded: Coded): void {
  for (const [place, statement] of coded.statements.entries())
    insert(driver, 'statements', {
      key: `${coded.report.id}:${statement.id}`,
      id: statement.id,
      report: coded.report.id,
      place,
      statement: JSON.stringify(statement),
    });
}

function keepTracks(driver: Driver, { report, article, tracks = [], stages = [] }: Coded): void {
  for (const [place, mention] of tracks.entries())
    insert(driver, 'tracks', { track: mention.track, report: report.id, place, mention: JSON.stringify(mention) });
  for (const [place, stage] of stages.entries())
    insert(driver, 'stages', {
      key: `${report.id}:${stage.id}`,
      track: stage.track,
      report: report.id,
      place,
      stage: JSON.stringify(stage),
      words: article.text.slice(stage.evidence.start, stage.evidence.end),
    });
}

function keepTraits(driver: Driver, facts: ReportFacts, traits: string): void {
  const { first, last } = publishedRange(facts);
  driver.run(KEEP_TRAITS, first, last, facts.id, traits);
}

/** All traits of a report by one statement: a call for each would cost more than the rest of keeping. */
const KEEP_TRAITS = `INSERT OR IGNORE INTO traits (trait, first, last, report)
  SELECT value, ?, ?, ? FROM json_each(?)`;

/** The article's own words, with the title first. */
export function ownText(coded: Coded): string {
  const { title, blocks, text } = coded.article;
  const own = blocks.filter(({ kind }) => OWN.has(kind)).map(({ start, end }) => text.slice(start, end));
  return [title ?? '', ...own].join('\n');
}

/** Puts a text into the full text under a kind and an id, in place of what stood there. */
export function keepWords(driver: Driver, kind: string, id: string, text: string): void {
  dropWords(driver, kind, id);
  driver.run('INSERT INTO found (kind, id) VALUES (?, ?)', kind, id);
  driver.run('INSERT INTO words (rowid, folded) VALUES (last_insert_rowid(), ?)', searchable(text));
}

/** Takes a text out of the full text. */
export function dropWords(driver: Driver, kind: string, id: string): void {
  const known = driver.get('SELECT row FROM found WHERE kind = ? AND id = ?', kind, id);
  if (!known) return;
  driver.run('DELETE FROM words WHERE rowid = ?', known.row as number);
  driver.run('DELETE FROM found WHERE row = ?', known.row as number);
}

/** Keeps an event as it now is. */
export function keepEvent(driver: Driver, event: ReadoutEvent, at: string): void {
  driver.run(
    `INSERT INTO events (id, type, status, earliest, latest, parties, event, created, changed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET type = excluded.type, status = excluded.status, earliest = excluded.earliest,
       latest = excluded.latest, parties = excluded.parties, event = excluded.event, changed = excluded.changed`,
    event.id,
    event.type,
    event.status,
    event.when?.earliest ?? null,
    event.when?.latest ?? null,
    `|${[...event.from, ...event.to].join('|')}|`,
    JSON.stringify(event),
    at,
    at,
  );
}

const INSERTS = new Map<string, string>();

function insert(driver: Driver, table: string, row: Record<string, SqlValue>): void {
  let sql = INSERTS.get(table);
  if (!sql) {
    const columns = Object.keys(row);
    sql = `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
    INSERTS.set(table, sql);
  }
  driver.run(sql, ...Object.values(row));
}
