import type { ReadoutEvent } from '../model/index.ts';
import type { ActFacts } from '../resolve/actFacts.ts';
import { candidatePairs } from '../resolve/candidates.ts';
import { type Cluster, clusters, components, linkPairs } from '../resolve/cluster.ts';
import { eventOf } from '../resolve/event.ts';
import type { Driver } from './driver.ts';
import { dropWords, keepEvent, keepWords } from './keep.ts';
import type { PendingReports } from './pendingReports.ts';

/** What a resolution did to the events. */
export interface ChangeCounts {
  created: number;
  changed: number;
  merged: number;
  withdrawn: number;
}

/** Resolves the acts of fresh reports, with the kept acts that they can touch and no others. */
export function resolveEvents(
  driver: Driver,
  reports: PendingReports,
  ids: readonly string[],
  at: string,
  counts: ChangeCounts,
): void {
  const fresh = ids.flatMap((id) => [...reports.acts(id).values()]);
  const touched = touchedComponents(driver, reports, fresh);
  const kept = [...touched].flatMap((component) =>
    driver
      .all('SELECT key, report FROM acts WHERE component = ?', component)
      .map(({ key, report }) => reports.act(String(report), String(key))),
  );
  const acts = [...new Set([...fresh, ...kept])];
  const before = eventsOf(driver, kept);
  const links = linkPairs(candidatePairs(acts));
  const after: ReadoutEvent[] = [];
  const holder = new Map<string, string>();
  for (const component of components(acts, links))
    for (const cluster of clusters(component)) after.push(assign(driver, component, cluster, holder));
  record(driver, before, after, holder, at, counts);
}

/** The components of kept acts that a fresh one links to. */
function touchedComponents(driver: Driver, reports: PendingReports, fresh: readonly ActFacts[]): Set<string> {
  const touched = new Set<string>();
  for (const act of fresh) {
    const near = new Map<string, ActFacts>();
    for (const block of act.blocks)
      for (const row of driver.all(NEAR, block, act.window.last + 1, act.window.first - 1)) {
        const component = String(row.component);
        if (!touched.has(component)) near.set(String(row.key), reports.act(String(row.report), String(row.key)));
      }
    for (const [key, other] of near)
      if (linkPairs([[act, other]]).length > 0)
        touched.add(String(driver.get('SELECT component FROM acts WHERE key = ?', key)?.component));
  }
  return touched;
}

const NEAR = `SELECT acts.key, acts.report, acts.component FROM blocks JOIN acts ON acts.key = blocks.act
  WHERE block = ? AND first <= ? AND last >= ? AND component IS NOT NULL`;

function eventsOf(driver: Driver, acts: readonly ActFacts[]): Map<string, string> {
  const before = new Map<string, string>();
  for (const { key } of acts) {
    const row = driver.get(
      'SELECT events.id, events.event FROM acts JOIN events ON events.id = acts.event WHERE key = ?',
      key,
    );
    if (row) before.set(String(row.id), String(row.event));
  }
  return before;
}

/** Writes which event each act now belongs to; `holder` remembers where the acts of each earlier event went. */
function assign(driver: Driver, component: Cluster, cluster: Cluster, holder: Map<string, string>): ReadoutEvent {
  const event = eventOf(cluster);
  const name = (component.acts[0] as ActFacts).key;
  for (const { key } of cluster.acts) {
    const earlier = driver.get('SELECT event FROM acts WHERE key = ?', key)?.event;
    if (earlier && !holder.has(String(earlier))) holder.set(String(earlier), event.id);
    driver.run('UPDATE acts SET component = ?, event = ? WHERE key = ?', name, event.id, key);
  }
  return event;
}

function record(
  driver: Driver,
  before: Map<string, string>,
  after: readonly ReadoutEvent[],
  holder: Map<string, string>,
  at: string,
  counts: ChangeCounts,
): void {
  const alive = new Set(after.map(({ id }) => id));
  for (const event of after) {
    const earlier = before.get(event.id);
    if (earlier === JSON.stringify(event)) continue;
    keepEvent(driver, event, at);
    keepWords(driver, 'event', event.id, eventWords(driver, event));
    driver.run('DELETE FROM tombstones WHERE id = ?', event.id);
    note(driver, at, event.id, earlier === undefined ? 'created' : 'changed', null, counts);
  }
  for (const id of before.keys()) if (!alive.has(id)) bury(driver, id, holder.get(id) ?? null, at, counts);
}

/** An event that is no more leaves a stone that says where its acts went. */
function bury(driver: Driver, id: string, into: string | null, at: string, counts: ChangeCounts): void {
  driver.run('DELETE FROM events WHERE id = ?', id);
  dropWords(driver, 'event', id);
  driver.run('INSERT OR REPLACE INTO tombstones (id, "into", at) VALUES (?, ?, ?)', id, into, at);
  note(driver, at, id, into ? 'merged' : 'withdrawn', into, counts);
}

function note(
  driver: Driver,
  at: string,
  id: string,
  kind: keyof ChangeCounts,
  into: string | null,
  counts: ChangeCounts,
): void {
  counts[kind]++;
  driver.run('INSERT INTO changes (at, event, kind, "into") VALUES (?, ?, ?, ?)', at, id, kind, into);
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
