import type { ReadoutEvent } from '../model/index.ts';
import { type ActFacts, keyOf } from '../resolve/actFacts.ts';
import { placesToLook } from '../resolve/candidates.ts';
import { type Cluster, clusters, linkScore } from '../resolve/cluster.ts';
import { LINK } from '../resolve/compare.ts';
import { eventOf, idFoundedBy } from '../resolve/event.ts';
import { Rulings } from '../resolve/rulings.ts';
import { readCorrections } from './corrections.ts';
import type { Driver } from './driver.ts';
import { dropWords, keepEvent, keepPlaces, keepWords } from './keep.ts';
import type { PendingReports } from './pendingReports.ts';

/** What a resolution did to the events. */
export interface ChangeCounts {
  created: number;
  changed: number;
  merged: number;
  withdrawn: number;
}

/** No changes yet. */
export function noChanges(): ChangeCounts {
  return { created: 0, changed: 0, merged: 0, withdrawn: 0 };
}

/** Which reports events are resolved for. */
export interface Waiting {
  fresh: readonly string[];
  /** Kept ones that go back to something else now. */
  moved: readonly string[];
}

/** Resolves the acts of fresh reports, with the kept acts that they can touch and no others. */
export function resolveEvents(
  driver: Driver,
  reports: PendingReports,
  { fresh: ids, moved }: Waiting,
  at: string,
  counts: ChangeCounts,
): void {
  const rulings = new Rulings(readCorrections(driver));
  const fresh = ids.flatMap((id) => [...reports.acts(id).values()]);
  const touched = touchedComponents(driver, reports, fresh);
  for (const act of fresh) for (const component of correctedWith(driver, rulings, keyOf(act))) touched.add(component);
  for (const component of takeUndone(driver, 'acts')) touched.add(component);
  for (const report of moved) for (const component of componentsOf(driver, report)) touched.add(component);
  const acts = new Set([...fresh, ...actsIn(driver, reports, touched)]);
  redo(driver, reports, [...acts], rulings, at, counts);
  for (const facts of fresh) keepPlaces(driver, facts);
}

/** What lost acts (by component) or reports (by story component) since the last time; asked for once. */
export function takeUndone(driver: Driver, kind: 'acts' | 'story' | 'event'): string[] {
  const ids = driver.all('SELECT id FROM undone WHERE kind = ? ORDER BY id', kind).map(({ id }) => String(id));
  if (ids.length > 0) driver.run('DELETE FROM undone WHERE kind = ?', kind);
  return ids;
}

/** Withdraws the events of which no act is left: their reports read otherwise now. */
export function buryEmptied(driver: Driver, at: string, counts: ChangeCounts): void {
  for (const id of takeUndone(driver, 'event')) {
    const held = driver.get('SELECT 1 FROM acts WHERE event = ? LIMIT 1', id);
    if (!held && driver.get('SELECT 1 FROM events WHERE id = ?', id)) bury(driver, id, null, at, counts);
  }
}

/** Resolves anew the components in which these acts are, for a correction that was made or undone. */
export function resolveAgain(
  driver: Driver,
  reports: PendingReports,
  keys: readonly string[],
  at: string,
  counts: ChangeCounts,
): void {
  const rulings = new Rulings(readCorrections(driver));
  const touched = new Set(keys.flatMap((key) => correctedWith(driver, rulings, key)));
  redo(driver, reports, actsIn(driver, reports, touched), rulings, at, counts);
}

/** The components of the acts that corrections put together with one, its own among them. */
function correctedWith(driver: Driver, rulings: Rulings, key: string): string[] {
  return rulings.together(key).flatMap((other) => {
    const component = driver.get('SELECT component FROM acts WHERE key = ?', other)?.component;
    return typeof component === 'string' ? component : [];
  });
}

function componentsOf(driver: Driver, report: string): string[] {
  return driver
    .all('SELECT DISTINCT component FROM acts WHERE report = ? AND component IS NOT NULL', report)
    .map(({ component }) => String(component));
}

function actsIn(driver: Driver, reports: PendingReports, found: Iterable<string>): ActFacts[] {
  return [...found].flatMap((component) =>
    driver
      .all('SELECT key, report FROM acts WHERE component = ?', component)
      .map(({ key, report }) => reports.act(String(report), String(key))),
  );
}

/** The components of kept acts that a fresh one links to. */
function touchedComponents(driver: Driver, reports: PendingReports, fresh: readonly ActFacts[]): Set<string> {
  const touched = new Set<string>();
  for (const act of fresh) {
    const near = new Map<string, string>();
    for (const { block, first, last } of placesToLook(act))
      for (const row of driver.all(NEAR, block, last, first)) {
        const component = String(row.component);
        if (!touched.has(component)) near.set(`${row.report} ${row.key}`, component);
      }
    for (const [name, component] of near) {
      const [report, key] = name.split(' ') as [string, string];
      if (!touched.has(component) && linkScore(act, reports.act(report, key)) >= LINK) touched.add(component);
    }
  }
  return touched;
}

/** Kept acts under a block key that a stretch of days touches. */
export const NEAR = `SELECT acts.key, acts.report, acts.component, acts.event FROM blocks JOIN acts ON acts.key = blocks.act
  WHERE block = ? AND first <= ? AND last >= ? AND component IS NOT NULL`;

/** Works out the events of whole components anew, and records what became of those that were. */
function redo(
  driver: Driver,
  reports: PendingReports,
  acts: readonly ActFacts[],
  rulings: Rulings,
  at: string,
  counts: ChangeCounts,
): void {
  const earlier = new Earlier(driver, acts);
  const after: ReadoutEvent[] = [];
  for (const component of clusters(acts, rulings)) {
    const name = smallestKey(component);
    for (const cluster of component) {
      const event = eventOf(
        cluster,
        (id) => reports.report(id).coded,
        (id) => reports.roots(id),
      );
      for (const act of cluster.acts)
        driver.run('UPDATE acts SET component = ?, event = ? WHERE key = ?', name, event.id, keyOf(act));
      earlier.nowIn(cluster, event.id);
      after.push(event);
    }
  }
  record(driver, earlier, after, at, counts);
}

function smallestKey(component: readonly Cluster[]): string {
  return component.map(({ acts }) => keyOf(acts[0] as ActFacts)).sort()[0] as string;
}

/** The events that acts belonged to before, and where their acts are now. */
class Earlier {
  readonly events = new Map<string, string>();
  readonly #eventOf = new Map<string, string>();
  readonly #founder = new Map<string, string>();
  readonly #holder = new Map<string, string>();
  readonly #origin = new Map<string, string>();

  constructor(driver: Driver, acts: readonly ActFacts[]) {
    for (const act of acts) {
      const key = keyOf(act);
      const row = driver.get('SELECT event FROM acts WHERE key = ?', key);
      if (typeof row?.event !== 'string') continue;
      this.#eventOf.set(key, row.event);
      const event = driver.get('SELECT event FROM events WHERE id = ?', row.event);
      if (event) this.events.set(row.event, String(event.event));
    }
  }

  nowIn({ acts }: Cluster, event: string): void {
    for (const act of acts) {
      const key = keyOf(act);
      this.#founder.set(idFoundedBy(key), event);
      const before = this.#eventOf.get(key);
      if (before === undefined) continue;
      if (!this.#holder.has(before)) this.#holder.set(before, event);
      if (!this.#origin.has(event)) this.#origin.set(event, before);
    }
  }

  /** The event that now holds the act by which an earlier one was founded. */
  holderOf(id: string): string | null {
    return this.#founder.get(id) ?? this.#holder.get(id) ?? null;
  }

  /** The event in which the acts of a new one were before. */
  originOf(event: string): string | null {
    return this.#origin.get(event) ?? null;
  }
}

function record(
  driver: Driver,
  earlier: Earlier,
  after: readonly ReadoutEvent[],
  at: string,
  counts: ChangeCounts,
): void {
  const alive = new Set(after.map(({ id }) => id));
  for (const event of after) {
    const before = earlier.events.get(event.id);
    if (before === JSON.stringify(event)) continue;
    keepEvent(driver, event, at);
    keepWords(driver, 'event', event.id, eventWords(driver, event));
    driver.run('DELETE FROM tombstones WHERE id = ?', event.id);
    if (before === undefined)
      note(driver, counts, { at, event: event.id, kind: 'created', from: earlier.originOf(event.id) });
    else note(driver, counts, { at, event: event.id, kind: 'changed' });
  }
  for (const id of earlier.events.keys()) if (!alive.has(id)) bury(driver, id, earlier.holderOf(id), at, counts);
}

/** An event that is no more leaves a stone that says where its founding act went. */
function bury(driver: Driver, id: string, into: string | null, at: string, counts: ChangeCounts): void {
  driver.run('DELETE FROM events WHERE id = ?', id);
  dropWords(driver, 'event', id);
  driver.run('INSERT OR REPLACE INTO tombstones (id, "into", at) VALUES (?, ?, ?)', id, into, at);
  note(driver, counts, { at, event: id, kind: into ? 'merged' : 'withdrawn', into });
}

interface Entry {
  at: string;
  event: string;
  kind: keyof ChangeCounts;
  into?: string | null;
  from?: string | null;
}

function note(driver: Driver, counts: ChangeCounts, { at, event, kind, into, from }: Entry): void {
  counts[kind]++;
  driver.run(
    'INSERT INTO changes (at, event, kind, "into", "from") VALUES (?, ?, ?, ?, ?)',
    at,
    event,
    kind,
    into ?? null,
    from ?? null,
  );
}
/** What an event can be found by: its people and places, and the sentences that tell of it. */
function eventWords(driver: Driver, event: ReadoutEvent): string {
  const told = driver
    .all(
      'SELECT acts.act, reports.article FROM acts JOIN reports ON reports.id = acts.report WHERE event = ? ORDER BY key LIMIT 20',
      event.id,
    )
    .map(({ act, article }) => {
      const { evidence } = JSON.parse(String(act)) as { evidence: { start: number; end: number } };
      return (JSON.parse(String(article)) as { text: string }).text.slice(evidence.start, evidence.end);
    });
  const { type, mode, from, to, people, place, topics } = event;
  return [
    type,
    mode ?? '',
    ...from,
    ...to,
    ...people.map(({ name }) => name),
    place?.name ?? '',
    ...topics,
    ...new Set(told),
  ].join('\n');
}
