import type {
  Act,
  Article,
  BlockKind,
  LineRange,
  Published,
  ReadoutEvent,
  ReportRef,
  Statement,
  Warning,
} from '../model/index.ts';
import { isLeftOut } from '../read/left-out.ts';
import type { Driver } from './driver.ts';
import { loadCoded, parsed } from './load.ts';
import { type WhyEvent, whyEvent } from './whyEvent.ts';

/** How one value of an act was read. */
export interface ReadPart {
  part: string;
  /** The words of the report. */
  text: string;
  span: [number, number];
}

/** A part of a page that is not the article's. */
export interface LeftOut {
  kind: BlockKind;
  lines: LineRange;
  why: string;
  text: string;
}

/** How a report was read. */
export interface ReadReason extends Pick<Article, 'language' | 'title' | 'outlet' | 'authors' | 'credits'> {
  kind: 'report';
  report: ReportRef;
  published: Published | null;
  /** The site it belongs to, and whether it reads otherwise for what that repeats. */
  site: string | null;
  siteChanges: boolean;
  warnings: Warning[];
  acts: Act[];
  statements: Statement[];
  leftOut: LeftOut[];
}

/** How a row of the record came to be. */
export type Reason =
  | {
      kind: 'act';
      report: string;
      language: string;
      act: Act;
      evidence: string;
      parts: ReadPart[];
      published: string | null;
      event: string | null;
      statements: Statement[];
    }
  | { kind: 'statement'; report: string; language: string; statement: Statement; words: string }
  | ReadReason
  | ({ kind: 'event'; event: ReadoutEvent; acts: Extract<Reason, { kind: 'act' }>[] } & WhyEvent);

/** The reason for an event, an act (`id` or `report:id`), a statement, or a report by its id, path or address. */
export function whyOf(driver: Driver, id: string, reportNamed: (name: string) => string | null): Reason | null {
  const found = whyEventCalled(driver, id) ?? whyActCalled(driver, id) ?? whyStatementCalled(driver, id);
  if (found) return found;
  const [, name, part] = /^(.+):([^:/]+)$/.exec(id) ?? [];
  const report = name === undefined ? null : reportNamed(name);
  if (report) return whyActCalled(driver, `${report}:${part}`) ?? whyStatementCalled(driver, `${report}:${part}`);
  return whyReport(driver, reportNamed(id) ?? reportAt(driver, id) ?? id);
}

function whyEventCalled(driver: Driver, id: string): Reason | null {
  const event = driver.get('SELECT event FROM events WHERE id = ?', id);
  if (!event) return null;
  const rows = driver.all('SELECT report, act FROM acts WHERE event = ? ORDER BY key', id);
  return {
    kind: 'event',
    event: parsed(event, 'event'),
    acts: rows.map((row) => whyAct(driver, String(row.report), parsed<Act>(row, 'act'), id)),
    ...whyEvent(driver, id),
  };
}

function whyActCalled(driver: Driver, id: string): Reason | null {
  const act = driver.get('SELECT report, act, event FROM acts WHERE key = ? OR id = ? ORDER BY key LIMIT 1', id, id);
  if (!act) return null;
  return whyAct(driver, String(act.report), parsed<Act>(act, 'act'), act.event === null ? null : String(act.event));
}

function whyStatementCalled(driver: Driver, id: string): Reason | null {
  const statement = driver.get(
    'SELECT report, statement FROM statements WHERE key = ? OR id = ? ORDER BY key LIMIT 1',
    id,
    id,
  );
  return statement ? whyStatement(driver, String(statement.report), parsed<Statement>(statement, 'statement')) : null;
}

/** The report of an address. */
function reportAt(driver: Driver, url: string): string | null {
  const row = url.includes('/')
    ? driver.get('SELECT id FROM reports WHERE url = ? ORDER BY id LIMIT 1', url)
    : undefined;
  return row ? String(row.id) : null;
}

function whyReport(driver: Driver, id: string): ReadReason | null {
  const row = driver.get('SELECT site, alone FROM reports WHERE id = ?', id);
  if (!row) return null;
  const site = String(row.site ?? '') || null;
  const { report, article, acts, statements } = loadCoded(driver, id);
  const { language, title, outlet, authors, credits, published, warnings, blocks, text } = article;
  const leftOut = blocks
    .filter(({ kind }) => isLeftOut(kind))
    .map(({ kind, lines, why, start, end }) => ({ kind, lines, why: why ?? '', text: text.slice(start, end) }));
  const of = { language, title, outlet, authors, credits, published, warnings, leftOut };
  return { kind: 'report', report, site, siteChanges: row.alone !== null, ...of, acts, statements };
}

function whyAct(driver: Driver, report: string, act: Act, event: string | null): Extract<Reason, { kind: 'act' }> {
  const coded = loadCoded(driver, report);
  const { text, language, published } = coded.article;
  const parts = Object.entries(act.spans).flatMap(([part, span]) =>
    span ? [{ part, text: text.slice(span[0], span[1]), span: [span[0], span[1]] as [number, number] }] : [],
  );
  return {
    kind: 'act',
    report: coded.report.path || coded.report.url || report,
    language,
    act,
    evidence: text.slice(act.evidence.start, act.evidence.end),
    parts,
    published: published ? `${published.earliest}..${published.latest} (${published.basis}: ${published.why})` : null,
    event,
    statements: coded.statements.filter(({ acts }) => acts.includes(act.id)),
  };
}

function whyStatement(driver: Driver, report: string, statement: Statement): Reason {
  const { report: ref, article } = loadCoded(driver, report);
  return {
    kind: 'statement',
    report: ref.path || ref.url || report,
    language: article.language,
    statement,
    words: article.text.slice(statement.start, statement.end),
  };
}
