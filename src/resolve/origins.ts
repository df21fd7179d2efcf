import type { Span } from '../model/index.ts';
import type { ActFacts } from './actFacts.ts';
import type { Cluster } from './cluster.ts';
import { lineageOf } from './lineage/index.ts';
import type { ReportFacts } from './reportFacts.ts';
import { sharedOrder } from './similarity.ts';

/** Told in the same order, so many facts are no accident: one report was made from the other, or both from a third. */
const LEAST_SHARED = 5;
const LEAST_SHARE = 0.5;

/**
 * The independent origins of an event's reports, by name and sorted: those that their lineage goes back to. Origins that
 * credit the same source are one; one that credits none joins the one that tells the same facts in the same order.
 */
export function originsOf(cluster: Cluster): string[] {
  const reports = reportsOf(cluster);
  const lineage = lineageOf(reports);
  const made = new Set(lineage.descents.map(({ target }) => target.report));
  const outlets = new Map(lineage.outlets.map(({ target, outlet }) => [target.report, outlet]));
  const origins = reports.filter((report) => !made.has(report));
  const names = new Map<ReportFacts, string>();
  for (const report of origins) {
    const source = creditedBy(report, cluster) ?? outlets.get(report);
    if (source) names.set(report, source);
  }
  for (const report of origins) if (!names.has(report)) names.set(report, nameOf(report, origins, names));
  return [...new Set(names.values())].sort();
}

/** The reports of a cluster, each once, in the order of their ids. */
export function reportsOf(cluster: Cluster): ReportFacts[] {
  const byId = new Map(cluster.acts.map(({ report }) => [report.id, report]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * Whom a report credits for this event: for the page as a whole, else where it tells of it ("according to RT, after the
 * call …"), else for the words it rests on.
 */
function creditedBy(report: ReportFacts, cluster: Cluster): string | null {
  const { credits } = report.coded.article;
  const acts = cluster.acts.filter((facts) => facts.report.id === report.id);
  const within = (spans: readonly Span[]) =>
    credits.find((credit) => spans.some(({ start, end }) => credit.start >= start && credit.end <= end));
  const whole = credits.find(({ role }) => role !== 'quoted');
  const beside = within(acts.map(({ act }) => act.evidence)) ?? within(blocksOf(acts, report));
  return whole?.outlet ?? beside?.outlet ?? viaOf(acts, report) ?? null;
}

function blocksOf(acts: readonly ActFacts[], { coded }: ReportFacts): Span[] {
  return coded.article.blocks.filter(({ start, end }) =>
    acts.some(({ act }) => act.core && act.evidence.start >= start && act.evidence.start < end),
  );
}

/** The outlet furthest from the report that the words of an act came through. */
function viaOf(acts: readonly ActFacts[], { coded }: ReportFacts): string | undefined {
  const ids = new Set(acts.map(({ act }) => act.id));
  const resting = coded.statements.filter((statement) => statement.acts.some((id) => ids.has(id)));
  return [
    ...acts.flatMap(({ act }) => act.according.flatMap(({ via }) => via)),
    ...resting.flatMap(({ via }) => via),
  ][0];
}

/** The best match among all others decides, credited or not, so that the order of reports does not. */
function nameOf(report: ReportFacts, reports: readonly ReportFacts[], names: Map<ReportFacts, string>): string {
  let best: { name: string; shared: number } | null = null;
  for (const other of reports) {
    if (other === report) continue;
    const shared = retold(report, other);
    if (shared > (best?.shared ?? 0)) best = { name: names.get(other) ?? firstName(report, other), shared };
  }
  return best?.name ?? ownName(report);
}

function firstName(a: ReportFacts, b: ReportFacts): string {
  return ownName(a.id < b.id ? a : b);
}

function ownName({ coded, name }: ReportFacts): string {
  return coded.article.outlet?.name ?? name;
}

/** How many facts two reports tell in the same order, when they are enough for one to be made from the other; else 0. */
export function retold(a: ReportFacts, b: ReportFacts): number {
  const least = Math.max(LEAST_SHARED, LEAST_SHARE * Math.min(a.facts.length, b.facts.length));
  let common = 0;
  for (const fact of a.facts) if (b.weights.has(fact)) common++;
  if (common < least) return 0;
  const shared = sharedOrder(a, b);
  return shared >= least ? shared : 0;
}
