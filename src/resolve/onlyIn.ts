import type { Act, Coded, Statement } from '../model/index.ts';
import { reportName } from './reportFacts.ts';
import { sameSet } from './sameSet.ts';

/** What one report of an event says, and none of the others. */
export interface OnlyIn {
  report: string;
  acts: { act: string; summary: string; text: string }[];
  statements: { statement: string; speaker: string; direct: boolean; text: string }[];
}

/**
 * What only one of an event's reports says: acts that no other report resolves to the same event, and statements
 * that no other report gives to the same speaker.
 * @param eventOf the event that an act was resolved to
 */
export function onlyIn(reports: readonly Coded[], eventOf: (report: string, act: string) => string | null): OnlyIn[] {
  if (reports.length < 2) return [];
  const told = new Map(
    reports.map((coded) => [coded, new Set(coded.acts.map((act) => eventOf(coded.report.id, act.id)))]),
  );
  return reports.map((coded) => {
    const others = reports.filter((other) => other !== coded);
    const shared = (act: Act) => others.some((other) => told.get(other)?.has(eventOf(coded.report.id, act.id)));
    const { text } = coded.article;
    return {
      report: reportName(coded),
      acts: coded.acts
        .filter((act) => !shared(act) && !others.some((other) => tellsAlike(other, act)))
        .map((act) => ({ act: act.id, summary: summary(act), text: text.slice(act.evidence.start, act.evidence.end) })),
      statements: coded.statements
        .filter((statement) => unmatched(statement, coded, others))
        .map((statement) => ({
          statement: statement.id,
          speaker: statement.speaker.name,
          direct: statement.direct,
          text: statement.quote ?? text.slice(statement.start, statement.end),
        })),
    };
  });
}

/** The same deed between the same sides is not a difference, even where resolution would not go so far as to call it one event. */
function tellsAlike(other: Coded, act: Act): boolean {
  return other.acts.some(
    ({ type, from, to }) => type === act.type && sameSet([...from, ...to], [...act.from, ...act.to]),
  );
}

/** Statements of one speaker are paired in their order; those that are left over stand alone. */
function unmatched(statement: Statement, coded: Coded, others: readonly Coded[]): boolean {
  const speaker = speakerKey(statement);
  const place = coded.statements.filter((one) => speakerKey(one) === speaker).indexOf(statement);
  return others.every((other) => other.statements.filter((one) => speakerKey(one) === speaker).length <= place);
}

function speakerKey({ speaker }: Statement): string {
  return speaker.id ?? speaker.actor ?? speaker.name;
}

function summary({ type, mode, status, from, to }: Act): string {
  return [type, mode, status === 'happened' ? null : status, `${from.join('+')} > ${to.join('+')}`]
    .filter(Boolean)
    .join(' ');
}
