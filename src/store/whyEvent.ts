import type { Correction } from '../model/index.ts';
import { type ActFacts, byKey, keyOf } from '../resolve/actFacts.ts';
import { placesToLook } from '../resolve/candidates.ts';
import { clusters } from '../resolve/cluster.ts';
import { LINK, reasonsOf, VETO } from '../resolve/compare.ts';
import { eventId } from '../resolve/event.ts';
import { Rulings } from '../resolve/rulings.ts';
import { readCorrections } from './corrections.ts';
import type { Driver } from './driver.ts';
import { NEAR } from './pendingEvents.ts';
import { PendingReports } from './pendingReports.ts';

/** What spoke for or against two acts being one event. */
export interface Compared {
  /** Keys of acts: `report:act`. */
  a: string;
  b: string;
  /** All points together; null when something excludes that they are one. */
  score: number | null;
  /** Each part of the score; points are null for what excludes it. */
  parts: { points: number | null; reason: string }[];
  /** The number of the correction by which a user put them together, or parted them. */
  correction: number | null;
}

/** Why these acts are one event and no others are. */
export interface WhyEvent {
  /** From this score on two acts are linked. */
  linkedFrom: number;
  /** The links that joined its acts. */
  links: Compared[];
  /** The events that came nearest to being the same. */
  apart: Apart[];
  /** The corrections that speak of its acts. */
  corrections: Correction[];
}

/** Another event, by the pair of acts that is likest, and by one that excludes that the two are one. */
export interface Apart {
  event: string;
  likest: Compared;
  excluded: Compared | null;
}

/** So many other events are enough to see where the line was drawn. */
const MOST_APART = 8;

/** Works out anew how an event was resolved. */
export function whyEvent(driver: Driver, id: string): WhyEvent {
  const reports = new PendingReports(driver);
  const corrections = readCorrections(driver);
  const rulings = new Rulings(corrections);
  const rows = driver.all('SELECT key, report, component FROM acts WHERE event = ? ORDER BY key', id);
  const ours = rows.map(({ report, key }) => reports.act(String(report), String(key)));
  const keys = new Set(ours.map(keyOf));
  return {
    linkedFrom: LINK,
    links: linksOf(driver, reports, rulings, id, String(rows[0]?.component)),
    apart: nearest(driver, reports, rulings, ours, id),
    corrections: corrections.filter(({ acts, others }) => [...acts, ...others].some((key) => keys.has(key))),
  };
}

function linksOf(driver: Driver, reports: PendingReports, rulings: Rulings, id: string, component: string): Compared[] {
  const acts = driver
    .all('SELECT key, report FROM acts WHERE component = ?', component)
    .map(({ report, key }) => reports.act(String(report), String(key)));
  const found = [...clusters(acts, rulings)].flat().find((cluster) => eventId(cluster.acts) === id);
  const links = (found?.links ?? []).map(({ a, b, correction }) => compared(a, b, correction ?? null));
  return links.sort((one, other) => (`${one.a} ${one.b}` < `${other.a} ${other.b}` ? -1 : 1));
}

function compared(one: ActFacts, other: ActFacts, correction: number | null): Compared {
  const [a, b] = byKey(one, other) < 0 ? [one, other] : [other, one];
  const parts = reasonsOf(a, b);
  const excluded = parts.some(({ points }) => points === VETO);
  return {
    a: keyOf(a),
    b: keyOf(b),
    score: excluded ? null : rounded(parts.reduce((sum, { points }) => sum + points, 0)),
    parts: parts.map(({ points, reason }) => ({ points: points === VETO ? null : rounded(points), reason })),
    correction,
  };
}

function rounded(points: number): number {
  return Number(points.toFixed(2));
}

/** A pair of states in the news every day has thousands of acts near: those nearest in time are enough to show the line. */
const NEAREST = `${NEAR} ORDER BY abs((first + last) / 2 - ?), acts.key LIMIT 200`;

/** The other events whose acts could meet ours, those first whose acts are likest. */
function nearest(
  driver: Driver,
  reports: PendingReports,
  rulings: Rulings,
  ours: readonly ActFacts[],
  id: string,
): Apart[] {
  const byEvent = new Map<string, Apart>();
  for (const act of ours)
    for (const { block, first, last } of placesToLook(act))
      for (const row of driver.all(NEAREST, block, last, first, (first + last) / 2)) {
        const event = String(row.event);
        if (event === id) continue;
        const other = reports.act(String(row.report), String(row.key));
        const pair = compared(act, other, rulings.partedBy(keyOf(act), keyOf(other))?.number ?? null);
        byEvent.set(event, withPair(byEvent.get(event), event, pair));
      }
  return [...byEvent.values()].sort((x, y) => (likelier(x.likest, y.likest) ? -1 : 1)).slice(0, MOST_APART);
}

function withPair(known: Apart | undefined, event: string, pair: Compared): Apart {
  const excludes = pair.score === null || pair.correction !== null;
  if (!known) return { event, likest: pair, excluded: excludes ? pair : null };
  if (likelier(pair, known.likest)) known.likest = pair;
  if (excludes && (!known.excluded || likelier(pair, known.excluded))) known.excluded = pair;
  return known;
}

/** What speaks for it counts, whether or not something excludes it; ties by the keys. */
function likelier(x: Compared, y: Compared): boolean {
  const [one, other] = [pointsOf(x), pointsOf(y)];
  return one > other || (one === other && `${x.a} ${x.b}` < `${y.a} ${y.b}`);
}

function pointsOf({ parts }: Compared): number {
  return parts.reduce((sum, { points }) => sum + (points ?? 0), 0);
}
