import type { Act, Article, ReadoutEvent, Statement } from '../model/index.ts';
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
  | {
      kind: 'report';
      report: string;
      id: string;
      language: string;
      title: string | null;
      published: Article['published'];
      warnings: Article['warnings'];
      acts: Act[];
      statements: Statement[];
    }
  | ({ kind: 'event'; event: ReadoutEvent; acts: Extract<Reason, { kind: 'act' }>[] } & WhyEvent);

/** The reason for an event, an act (`id` or `report:id`), a statement, or a report by its id, path or address. */
export function whyOf(driver: Driver, id: string, reportNamed: (name: string) => string | null): Reason | null {
  const found = whyEventCalled(driver, id) ?? whyActCalled(driver, id) ?? whyStatementCalled(driver, id);
  if (found) return found;
  const [, name, part] = /^(.+):([^:/]+)$/.exec(id) ?? [];
  const report = name === undefined ? null : reportNamed(name);
  if (report) return whyActCalled(driver, `${report}:${part}`) ?? whyStatementCalled(driver, `${report}:${part}`);
  return whyReport(driver, reportNamed(id) ?? id);
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

function whyReport(driver: Driver, id: string): Reason | null {
  if (!driver.get('SELECT 1 FROM reports WHERE id = ?', id)) return null;
  const { report, article, acts, statements } = loadCoded(driver, id);
  const { language, title, published, warnings } = article;
  const name = report.path || report.url || id;
  return { kind: 'report', report: name, id, language, title, published, warnings, acts, statements };
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
