import type { Act, Article, Coded, Given, ReadoutEvent, ReportRef } from '../model/index.ts';
import { type ActFacts, actKey, keyOf } from '../resolve/actFacts.ts';
import { placesOf } from '../resolve/candidates.ts';
import { nameOf, type ReportFacts, reportFacts } from '../resolve/reportFacts.ts';
import { publishedRange } from '../resolve/stories.ts';
import { traitsOf } from '../resolve/storyLikeness.ts';
import type { Driver, SqlValue } from './driver.ts';
import { searchable } from './searchText.ts';
import { unlearn } from './sites.ts';

const OWN = new Set(['title', 'lead', 'paragraph', 'heading', 'caption']);

/** A coded report with what came beside its text; without that, it is not read again when its site becomes known. */
export interface Kept extends Coded {
  given?: Given;
}

/** Keeps a report with all that belongs to it. To be called within a transaction; @returns false when it is there already. */
export function keepReport(driver: Driver, coded: Kept, at: string): boolean {
  const { report, article } = coded;
  const known = isKept(driver, report);
  if (known === 'under this name') return false;
  if (known === 'under a larger name') {
    rename(driver, report);
    unlearn(driver, report.id);
    replaceReport(driver, coded, null);
    driver.run('UPDATE reports SET site = NULL, given = ? WHERE id = ?', givenOf(coded), report.id);
    return false;
  }
  const parts = partsOf(coded);
  insert(driver, 'reports', {
    id: report.id,
    path: report.path,
    url: report.url,
    bytes: report.bytes,
    ...readColumns(coded, parts),
    resolved: 0,
    component: null,
    story: null,
    kept: at,
    given: givenOf(coded),
  });
  for (const [place, act] of coded.acts.entries()) insertAct(driver, report.id, act, place);
  keepParts(driver, coded, parts);
  keepWords(driver, 'article', report.id, ownText({ article }));
  return true;
}

function givenOf({ given }: Kept): string | null {
  return given ? JSON.stringify(given) : null;
}

/** What a reading of a report says of it. */
function readColumns({ article, quantities, sentences }: Coded, { traits }: Parts): Record<string, SqlValue> {
  return {
    language: article.language,
    title: article.title,
    outlet: article.outlet?.name ?? null,
    earliest: article.published?.earliest ?? null,
    latest: article.published?.latest ?? null,
    article: JSON.stringify(article),
    quantities: JSON.stringify(quantities),
    sentences: sentences ? JSON.stringify(sentences) : null,
    traits,
  };
}

/** What stories are found by. */
interface Parts {
  facts: ReportFacts;
  /** JSON: number[] */
  traits: string;
}

function partsOf(coded: Coded): Parts {
  const facts = reportFacts(coded);
  return { facts, traits: JSON.stringify(traitsOf(facts)) };
}

/** All that hangs on a report but its acts. */
function keepParts(driver: Driver, coded: Coded, { facts, traits }: Parts): void {
  keepStatements(driver, coded);
  keepTracks(driver, coded);
  keepTraits(driver, facts, traits);
}

/**
 * Whether a report with this content is kept. Of two names for one content the smaller is the one, so that it does not
 * matter which came first: its events are then resolved anew, and where it has another address it is read anew.
 */
export function isKept(driver: Driver, report: ReportRef): 'no' | 'under this name' | 'under a larger name' {
  const known = driver.get('SELECT path, url FROM reports WHERE id = ?', report.id);
  if (!known) return 'no';
  const url = known.url as string | null;
  if (nameOf(report) >= nameOf({ id: report.id, path: String(known.path), url })) return 'under this name';
  if (report.url !== url) return 'under a larger name';
  rename(driver, report);
  return 'under this name';
}

function rename(driver: Driver, { id, path, url }: ReportRef): void {
  driver.run('UPDATE reports SET path = ?, url = ?, resolved = 0 WHERE id = ?', path, url, id);
}

/**
 * Puts another reading of a report in place of the one that is kept. Its acts keep their places in events where they are
 * the same; what lost an act is noted, to be resolved anew. To be called within a transaction.
 * @param alone the article as it reads alone, where that is not the one in `coded`
 */
export function replaceReport(driver: Driver, coded: Coded, alone: Article | null): void {
  const { id } = coded.report;
  noteUndone(driver, id);
  const parts = partsOf(coded);
  const columns = { ...readColumns(coded, parts), alone: alone && JSON.stringify({ ...alone, text: '' }), resolved: 0 };
  const names = Object.keys(columns).map((name) => `${name} = ?`);
  driver.run(`UPDATE reports SET ${names.join(', ')} WHERE id = ?`, ...Object.values(columns), id);
  replaceActs(driver, coded);
  for (const table of ['statements', 'tracks', 'stages', 'traits'])
    driver.run(`DELETE FROM ${table} WHERE report = ?`, id);
  keepParts(driver, coded, parts);
  keepWords(driver, 'article', id, ownText(coded));
}

/** Groups and events that a report's acts are in, and its story: they may lose some of what they hold. */
function noteUndone(driver: Driver, report: string): void {
  const note = (kind: string, of: string) =>
    driver.run(`INSERT OR IGNORE INTO undone (kind, id) SELECT DISTINCT '${kind}', ${of} IS NOT NULL`, report);
  note('acts', 'component FROM acts WHERE report = ? AND component');
  note('event', 'event FROM acts WHERE report = ? AND event');
  note('story', 'component FROM reports WHERE id = ? AND component');
}

function replaceActs(driver: Driver, { report, acts }: Coded): void {
  const keys = new Set(acts.map((act) => actKey(report.id, act.id)));
  for (const { key } of driver.all('SELECT key FROM acts WHERE report = ?', report.id))
    if (keys.has(String(key))) driver.run('DELETE FROM blocks WHERE act = ?', key as string);
    else driver.run('DELETE FROM acts WHERE key = ?', key as string);
  for (const [place, act] of acts.entries()) {
    insertAct(driver, report.id, act, place);
    const values = [place, JSON.stringify(act), actKey(report.id, act.id)];
    driver.run('UPDATE acts SET place = ?, act = ? WHERE key = ?', ...values);
  }
}

/** Acts find their places among the blocks when they are resolved. One that is there is left as it is. */
function insertAct(driver: Driver, report: string, act: Act, place: number): void {
  insert(driver, 'acts', {
    key: actKey(report, act.id),
    id: act.id,
    report,
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

/** Keeps what a report can be found by; `traits` as JSON. */
export function keepTraits(driver: Driver, facts: ReportFacts, traits: string): void {
  const { first, last } = publishedRange(facts);
  driver.run(KEEP_TRAITS, first, last, facts.id, traits);
}

/** All traits of a report by one statement: a call for each would cost more than the rest of keeping. */
const KEEP_TRAITS = `INSERT OR IGNORE INTO traits (trait, first, last, report)
  SELECT value, ?, ?, ? FROM json_each(?)`;

/** The article's own words, with the title first. */
export function ownText({ article }: Pick<Coded, 'article'>): string {
  const { title, blocks, text } = article;
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
