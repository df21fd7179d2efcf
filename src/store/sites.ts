import { hash } from 'node:crypto';
import { isRepeated, pageOf, type SiteProfile, siteForms, siteOf } from '../read/site.ts';
import type { Driver } from './driver.ts';
import { type Alone, loadAlone } from './load.ts';

/** A site that reports were read from. */
export interface Site {
  site: string;
  /** Its reports, and how many pages they are without copies. */
  reports: number;
  pages: number;
  /** Lines it repeats. */
  lines: number;
  /** Reports that read otherwise because of them. */
  changed: number;
  /** Whether its profile is used. */
  used: boolean;
}

/** A report that is to be read again: how it reads alone, and the lines of it that its site repeats. */
export interface Stale extends Alone {
  site: string;
  lines: Set<string>;
}

/** What repeats across the reports of a site, as the record knows it. */
export interface Sites {
  /** Learns from the reports that came since the last time, and marks those that must be read again. */
  learn(): void;
  /** Reports that must be read again, so many at most. */
  stale(most: number): Stale[];
  /** Notes that a report reads as it is kept. */
  settle(report: string): void;
  list(): Site[];
  /** What a site repeats; null when no report is of it. */
  profile(site: string): SiteProfile | null;
  /** Says whether the profile of a site is used. @returns false when no report is of it */
  use(site: string, used: boolean): boolean;
}

export function openSites(driver: Driver): Sites {
  return {
    learn: () => learn(driver),
    stale: (most) => stale(driver, most),
    settle: (report) => driver.run('UPDATE site_reports SET stale = 0 WHERE report = ?', report),
    list: () => listSites(driver),
    profile: (site) => profileOf(driver, site),
    use: (site, used) =>
      driver.transaction(() => {
        const number = driver.get('SELECT number FROM sites WHERE site = ?', site)?.number;
        if (number === undefined) return false;
        driver.run('UPDATE sites SET used = ?, touched = 1 WHERE number = ?', used ? 1 : 0, number);
        learnTouched(driver);
        return true;
      }),
  };
}

/** Forgets what was learnt from a report, before it is replaced by another reading of the same content. */
export function unlearn(driver: Driver, report: string): void {
  const known = driver.get('SELECT number, site FROM site_reports WHERE report = ?', report);
  if (!known) return;
  driver.run('DELETE FROM site_lines WHERE site = ? AND report = ?', known.site as number, known.number as number);
  driver.run('DELETE FROM site_reports WHERE number = ?', known.number as number);
  driver.run('UPDATE sites SET touched = 1 WHERE number = ?', known.site as number);
}

const REPORTS_A_STEP = 500;

function learn(driver: Driver): void {
  for (;;) {
    const fresh = driver.all('SELECT id FROM reports WHERE site IS NULL ORDER BY id LIMIT ?', REPORTS_A_STEP);
    if (fresh.length === 0) break;
    driver.transaction(() => {
      for (const { id } of fresh) learnReport(driver, String(id));
    });
  }
  driver.transaction(() => learnTouched(driver));
}

function learnReport(driver: Driver, id: string): void {
  const { article } = loadAlone(driver, id);
  const site = siteOf(article);
  driver.run('UPDATE reports SET site = ? WHERE id = ?', site ?? '', id);
  if (site === null) return;
  driver.run('INSERT INTO sites (site, touched) VALUES (?, 1) ON CONFLICT (site) DO UPDATE SET touched = 1', site);
  const number = numberOf(driver, site);
  const page = keyOf(pageOf(article));
  driver.run('INSERT INTO site_reports (report, site, page) VALUES (?, ?, ?)', id, number, page);
  const report = Number(driver.get('SELECT last_insert_rowid() AS number')?.number);
  for (const form of siteForms(article))
    driver.run(
      'INSERT OR IGNORE INTO site_lines (site, line, page, report) VALUES (?, ?, ?, ?)',
      number,
      keyOf(form),
      page,
      report,
    );
}

function numberOf(driver: Driver, site: string): number {
  return Number(driver.get('SELECT number FROM sites WHERE site = ?', site)?.number);
}

/** A line or a page as a number of 48 bits. */
function keyOf(text: string): number {
  return Number.parseInt(hash('sha1', text).slice(0, 12), 16);
}

/** Works out anew what the touched sites repeat, and which of their reports that changes. */
function learnTouched(driver: Driver): void {
  for (const row of driver.all('SELECT number, used FROM sites WHERE touched = 1')) {
    const site = Number(row.number);
    const now = row.used === 1 ? repeatedLines(driver, site) : new Set<number>();
    const before = new Set(
      driver.all('SELECT line FROM site_repeats WHERE site = ?', site).map(({ line }) => Number(line)),
    );
    for (const line of now) if (!before.has(line)) changeLine(driver, site, line, true);
    for (const line of before) if (!now.has(line)) changeLine(driver, site, line, false);
    markFresh(driver, site);
    driver.run('UPDATE sites SET touched = 0 WHERE number = ?', site);
  }
}

function repeatedLines(driver: Driver, site: number): Set<number> {
  const pages = pagesOf(driver, site);
  const counted = driver.all(
    'SELECT line, count(DISTINCT page) AS pages FROM site_lines WHERE site = ? GROUP BY line HAVING pages > 1',
    site,
  );
  return new Set(counted.filter((row) => isRepeated(Number(row.pages), pages)).map(({ line }) => Number(line)));
}

function pagesOf(driver: Driver, site: number): number {
  return Number(driver.get('SELECT count(DISTINCT page) AS pages FROM site_reports WHERE site = ?', site)?.pages);
}

/** A line that became the site's, or is so no more: every report that has it reads otherwise, perhaps. */
function changeLine(driver: Driver, site: number, line: number, repeated: boolean): void {
  const on = 'SELECT report FROM site_lines WHERE site = ? AND line = ?';
  if (repeated)
    driver.run('INSERT INTO site_repeats (site, line, form) VALUES (?, ?, ?)', site, line, formOf(driver, site, line));
  else driver.run('DELETE FROM site_repeats WHERE site = ? AND line = ?', site, line);
  driver.run(`UPDATE site_reports SET stale = 1 WHERE number IN (${on})`, site, line);
}

/** The form of a line, from the first report that has it. */
function formOf(driver: Driver, site: number, line: number): string {
  const row = driver.get(
    `SELECT site_reports.report FROM site_lines JOIN site_reports ON site_reports.number = site_lines.report
     WHERE site_lines.site = ? AND line = ? LIMIT 1`,
    site,
    line,
  );
  const { article } = loadAlone(driver, String(row?.report));
  return [...siteForms(article)].find((form) => keyOf(form) === line) ?? '';
}

/** Reports that nobody has looked at since they were learnt from are read again if they have a line of the site. */
function markFresh(driver: Driver, site: number): void {
  driver.run(
    `UPDATE site_reports SET stale = CASE WHEN number IN (
       SELECT report FROM site_lines JOIN site_repeats USING (site, line) WHERE site = ?) THEN 1 ELSE 0 END
     WHERE site = ? AND stale IS NULL`,
    site,
    site,
  );
}

function stale(driver: Driver, most: number): Stale[] {
  const rows = driver.all(
    `SELECT report, site_reports.site AS number, sites.site FROM site_reports JOIN sites ON sites.number = site_reports.site
     WHERE stale = 1 ORDER BY site_reports.site, report LIMIT ?`,
    most,
  );
  const forms = new Map<number, Set<string>>();
  return rows.map(({ report, number, site }) => {
    const lines = forms.get(Number(number)) ?? formsOf(driver, Number(number));
    forms.set(Number(number), lines);
    return { ...loadAlone(driver, String(report)), site: String(site), lines };
  });
}

function formsOf(driver: Driver, site: number): Set<string> {
  return new Set(driver.all('SELECT form FROM site_repeats WHERE site = ?', site).map(({ form }) => String(form)));
}

function listSites(driver: Driver): Site[] {
  return driver
    .all(
      `SELECT site, used,
         (SELECT count(*) FROM site_reports WHERE site_reports.site = sites.number) AS reports,
         (SELECT count(DISTINCT page) FROM site_reports WHERE site_reports.site = sites.number) AS pages,
         (SELECT count(*) FROM site_repeats WHERE site_repeats.site = sites.number) AS lines,
         (SELECT count(*) FROM reports WHERE reports.site = sites.site AND alone IS NOT NULL) AS changed
       FROM sites WHERE number IN (SELECT site FROM site_reports) ORDER BY reports DESC, site`,
    )
    .map((row) => ({
      site: String(row.site),
      reports: Number(row.reports),
      pages: Number(row.pages),
      lines: Number(row.lines),
      changed: Number(row.changed),
      used: row.used === 1,
    }));
}

function profileOf(driver: Driver, site: string): SiteProfile | null {
  const row = driver.get('SELECT number FROM sites WHERE site = ?', site);
  if (!row || pagesOf(driver, Number(row.number)) === 0) return null;
  const lines = driver.all(
    `SELECT form, (SELECT count(DISTINCT page) FROM site_lines
       WHERE site_lines.site = site_repeats.site AND site_lines.line = site_repeats.line) AS pages
     FROM site_repeats WHERE site = ? ORDER BY form`,
    row.number as number,
  );
  return {
    site,
    pages: pagesOf(driver, Number(row.number)),
    lines: Object.fromEntries(lines.map(({ form, pages }) => [String(form), Number(pages)])),
  };
}

/** The tables of what sites repeat. */
export const SITE_TABLES = `
  ALTER TABLE reports ADD COLUMN site TEXT;   -- '' where nothing tells; null until it is learnt from
  ALTER TABLE reports ADD COLUMN given TEXT;  -- JSON: Given; null where it was not noted
  ALTER TABLE reports ADD COLUMN alone TEXT;  -- JSON: Article without its text, as it reads alone; null where it is the same
  CREATE INDEX reports_unlearnt ON reports (id) WHERE site IS NULL;
  CREATE INDEX reports_site ON reports (site);
  CREATE TABLE sites (
    number INTEGER PRIMARY KEY,
    site TEXT NOT NULL UNIQUE,
    used INTEGER NOT NULL DEFAULT 1,
    touched INTEGER NOT NULL                  -- has reports that its repeats were not worked out with
  ) STRICT;
  CREATE TABLE site_reports (
    number INTEGER PRIMARY KEY,
    report TEXT NOT NULL UNIQUE REFERENCES reports (id) ON DELETE CASCADE,
    site INTEGER NOT NULL,
    page INTEGER NOT NULL,                    -- the same for copies
    stale INTEGER                             -- 1: is to be read again; null: not known yet
  ) STRICT;
  CREATE INDEX site_reports_site ON site_reports (site, page);
  CREATE INDEX site_reports_stale ON site_reports (site, report) WHERE stale = 1;
  CREATE TABLE site_lines (                   -- which lines stand on which pages
    site INTEGER NOT NULL, line INTEGER NOT NULL, page INTEGER NOT NULL, report INTEGER NOT NULL,
    PRIMARY KEY (site, line, page, report)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE site_repeats (
    site INTEGER NOT NULL, line INTEGER NOT NULL,
    form TEXT NOT NULL,
    PRIMARY KEY (site, line)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE undone (                       -- what lost acts or reports since the last resolution
    kind TEXT NOT NULL,                       -- acts, story: a component; event
    id TEXT NOT NULL,
    PRIMARY KEY (kind, id)
  ) STRICT, WITHOUT ROWID;
  `;
