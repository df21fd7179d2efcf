import type { Coded, Span } from '../model/index.ts';
import type { Telling } from './event.ts';
import { type ReportSketch, sharedFacts, sharedInOrder } from './reportSketch.ts';
import { sortedTexts } from './sortedTexts.ts';

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
  const credits = tellers.map(creditedBy);
  const likest = likestOf(tellers, credits);
  const names = tellers.map((teller, index) => {
    const other = likest[index]?.other;
    return credits[index] ?? (other === undefined ? ownName(teller) : nameWith(index, other, tellers, credits));
  });
  return sortedTexts(names);
}

/** The place of another report, and how many facts it tells in the same order. */
interface Likest {
  other: number;
  shared: number;
}

/** For each report that credits none, the other one that tells most of its facts in their order, if any tells enough. */
function likestOf(tellers: readonly Teller[], credits: readonly (string | null)[]): (Likest | undefined)[] {
  const likest: (Likest | undefined)[] = tellers.map(() => undefined);
  const consider = (index: number, other: number, shared: number): void => {
    if (credits[index] === null && shared > (likest[index]?.shared ?? 0)) likest[index] = { other, shared };
  };
  for (const [index, teller] of tellers.entries())
    for (let other = index + 1; other < tellers.length; other++) {
      if (credits[index] !== null && credits[other] !== null) continue;
      const shared = retold(teller.report, (tellers[other] as Teller).report);
      consider(index, other, shared);
      consider(other, index, shared);
    }
  return likest;
}

/** The name that two reports of one origin share: the source that the other credits, else that of the first by id. */
function nameWith(
  index: number,
  other: number,
  tellers: readonly Teller[],
  credits: readonly (string | null)[],
): string {
  return credits[other] ?? ownName(tellers[Math.min(index, other)] as Teller);
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
  const tellers = [...byId.values()];
  return tellers.length < 2 ? tellers : tellers.sort((a, b) => (a.report.id < b.report.id ? -1 : 1));
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
