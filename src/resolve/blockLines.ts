import type { Coded, ReadoutEvent } from '../model/index.ts';
import { type ActFacts, FactMaker, keyOf } from './actFacts.ts';
import { eachCandidate, pairsOf } from './candidates.ts';
import { clusters } from './cluster.ts';
import { compareActs, LINK } from './compare.ts';
import { eventOf } from './event.ts';
import { rootsAmong } from './index.ts';
import { inTime } from './inTime.ts';
import type { Root } from './lineage/roots.ts';
import { NO_ROOTS, type RootsOf } from './origins.ts';
import { Rulings } from './rulings.ts';

/** A coded report as a cluster shuffles it: whole, with the key of a group and the acts of it that belong to the group. */
export interface BlockLine extends Coded {
  /** Lines of one group carry the same key. */
  block?: string;
  /** Ids of the acts that the group is about; all when left out. */
  only?: string[];
  /** What the report goes back to by the lineage of its story; worked out among the lines of the group when left out. */
  roots?: readonly Root[];
}

/** Two linked acts, by their keys (`report:act`). */
export interface LinkLine {
  a: string;
  b: string;
  score: number;
}

/** A report once for each block key of its acts: acts of one event share a block key. */
export function* blockLines(coded: Coded): Generator<BlockLine> {
  const byBlock = new Map<string, string[]>();
  for (const { id, deed, sides } of new FactMaker().factsOf(coded))
    for (const pair of pairsOf(sides.parties)) {
      const block = `${deed.kind} ${pair}`;
      byBlock.set(block, [...(byBlock.get(block) ?? []), id]);
    }
  for (const [block, only] of byBlock) yield { block, only, ...coded };
}

/** The links among the acts of a group. Those of all groups together hold the events of the whole. */
export function* linksIn(group: readonly BlockLine[]): Generator<LinkLine> {
  const acts = actsOf(group);
  const found: LinkLine[] = [];
  eachCandidate(acts, (one, other) => {
    const [a, b] = [acts[one] as ActFacts, acts[other] as ActFacts];
    const score = compareActs(a, b);
    if (score >= LINK) found.push({ a: keyOf(a), b: keyOf(b), score: Number(score.toFixed(2)) });
  });
  yield* found;
}

/** The events of a group, in the order of their days: right when no link leads out of the group. */
export function eventsIn(group: readonly BlockLine[]): ReadoutEvent[] {
  const reports = new Map(group.map((line) => [line.report.id, line]));
  const found = [...clusters(actsOf(group), new Rulings([]))].flat();
  const among = group.every(({ roots }) => roots) ? NO_ROOTS : rootsAmong(reports.values());
  const roots: RootsOf = (id) => reports.get(id)?.roots ?? among(id);
  return found.map((cluster) => eventOf(cluster, (id) => reports.get(id) as Coded, roots)).sort(inTime);
}

/** The acts that a group is about, in the order of their keys; a report given twice counts once. */
function actsOf(group: readonly BlockLine[]): ActFacts[] {
  const maker = new FactMaker();
  const byReport = new Map<string, { line: BlockLine; only: Set<string> | null }>();
  for (const line of group) {
    const known = byReport.get(line.report.id) ?? { line, only: new Set<string>() };
    if (!line.only) known.only = null;
    else for (const id of line.only) known.only?.add(id);
    byReport.set(line.report.id, known);
  }
  const acts = [...byReport.values()].flatMap(({ line, only }) =>
    maker.factsOf(line).filter(({ id }) => only === null || only.has(id)),
  );
  return acts.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
