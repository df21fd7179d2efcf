import type { Coded, Span } from '../model/index.ts';
import type { Telling } from './event.ts';
import type { Root } from './lineage/roots.ts';
import type { ReportSketch } from './reportSketch.ts';
import { sortedTexts } from './sortedTexts.ts';

/** A report of an event, with its acts that belong to it. */
export interface Teller {
  report: ReportSketch;
  coded: Coded;
  tellings: Telling[];
}

/** Gives what a report, by its id, goes back to by the lineage of its story; nothing for one that has it from nobody. */
export type RootsOf = (report: string) => readonly Root[];

/** Where no stories are at hand. */
export const NO_ROOTS: RootsOf = () => [];

/**
 * The independent origins of an event's reports, by name and sorted: what they go back to by the lineage of their stories.
 * Whoever has the story from nobody may still have this event from somebody: then from whom it credits for it.
 */
export function originsOf(tellers: readonly Teller[], rootsOf: RootsOf): string[] {
  const byId = new Map(tellers.map((teller) => [teller.report.id, teller]));
  const names = tellers.flatMap((teller) => {
    const roots = rootsOf(teller.report.id);
    if (roots.length === 0) return ownOrigin(teller);
    return roots.map(({ report, name }) => {
      const root = report === null ? undefined : byId.get(report);
      return root ? ownOrigin(root) : name;
    });
  });
  return sortedTexts(names);
}

function ownOrigin(teller: Teller): string {
  return creditedBy(teller) ?? ownName(teller);
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
