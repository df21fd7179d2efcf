import type { Coded, Span } from '../model/index.ts';
import type { Telling } from './event.ts';
import { type ReportSketch, sharedFacts, sharedInOrder } from './reportSketch.ts';

/** Told in the same order, so many facts are no accident: one report was made from the other, or both from a third. */
const LEAST_SHARED = 5;
const LEAST_SHARE = 0.5;

/** A report of an event, with its acts that belong to it. */
export interface Teller {
  report: ReportSketch;
  coded: Coded;
  tellings: Telling[];
}

/**
 * The independent origins of an event's reports, by name and sorted. Reports that credit the same source are one;
 * a report that credits none joins the one that tells the same facts in the same order, in whatever language.
 */
export function originsOf(tellers: readonly Teller[]): string[] {
  const names = new Map<Teller, string>();
  for (const teller of tellers) {
    const source = creditedBy(teller);
    if (source) names.set(teller, source);
  }
  for (const teller of tellers) if (!names.has(teller)) names.set(teller, nameOf(teller, tellers, names));
  return [...new Set(names.values())].sort();
}

/** The reports of an event, each once, in the order of their ids. */
export function tellersOf(tellings: readonly Telling[]): Teller[] {
  const byId = new Map<string, Teller>();
  for (const telling of tellings) {
    const { report } = telling.facts;
    const known = byId.get(report.id);
    if (known) known.tellings.push(telling);
    else byId.set(report.id, { report, coded: telling.coded, tellings: [telling] });
  }
  return [...byId.values()].sort((a, b) => (a.report.id < b.report.id ? -1 : 1));
}

/**
 * Whom a report credits for this event: for the page as a whole, else where it tells of it ("according to RT, after the
 * call …"), else for the words it rests on.
 */
function creditedBy(teller: Teller): string | null {
  const { credits } = teller.coded.article;
  if (credits.length === 0) return viaOf(teller) ?? null;
  const within = (spans: readonly Span[]) =>
    credits.find((credit) => spans.some(({ start, end }) => credit.start >= start && credit.end <= end));
  const whole = credits.find(({ role }) => role !== 'quoted');
  const beside = within(teller.tellings.map(({ act }) => act.evidence)) ?? within(blocksOf(teller));
  return whole?.outlet ?? beside?.outlet ?? viaOf(teller) ?? null;
}

function blocksOf({ tellings, coded }: Teller): Span[] {
  return coded.article.blocks.filter(({ start, end }) =>
    tellings.some(({ act }) => act.core && act.evidence.start >= start && act.evidence.start < end),
  );
}

/** The outlet furthest from the report that the words of an act came through. */
function viaOf({ tellings, coded }: Teller): string | undefined {
  const ids = new Set(tellings.map(({ act }) => act.id));
  const resting = coded.statements.filter((statement) => statement.acts.some((id) => ids.has(id)));
  return [
    ...tellings.flatMap(({ act }) => act.according.flatMap(({ via }) => via)),
    ...resting.flatMap(({ via }) => via),
  ][0];
}

/** The best match among all others decides, credited or not, so that the order of reports does not. */
function nameOf(teller: Teller, tellers: readonly Teller[], names: ReadonlyMap<Teller, string>): string {
  let best: { name: string; shared: number } | null = null;
  for (const other of tellers) {
    if (other === teller) continue;
    const shared = retold(teller.report, other.report);
    if (shared > (best?.shared ?? 0)) best = { name: names.get(other) ?? firstName(teller, other), shared };
  }
  return best?.name ?? ownName(teller);
}

function firstName(a: Teller, b: Teller): string {
  return ownName(a.report.id < b.report.id ? a : b);
}

function ownName({ coded, report }: Teller): string {
  return coded.article.outlet?.name ?? report.name;
}

/** How many facts two reports tell in the same order, when they are enough for one to be made from the other; else 0. */
export function retold(a: ReportSketch, b: ReportSketch): number {
  const least = Math.max(LEAST_SHARED, LEAST_SHARE * Math.min(a.end - a.start, b.end - b.start));
  if (sharedFacts(a, b) < least) return 0;
  const shared = sharedInOrder(a, b);
  return shared >= least ? shared : 0;
}
