import type { ReportFacts } from '../reportFacts.ts';
import { isLiteral } from './kind.ts';
import type { Kinship } from './kinship.ts';
import type { Told } from './passages.ts';
import { isTextOf, type NamedSource, sourcesOf, takenFrom } from './sources.ts';

/** What speaks for one of two akin reports being the source of the other. */
export interface Direction {
  /** Above 0: the first is the source; below: the second; 0: nothing tells. */
  score: number;
  /** The outlet that the later one credits and the earlier one is of, if that is so. */
  credited: string | null;
}

/** Days of publication that do not overlap say more than a credit, which may stand on either page by habit. */
const POINTS = {
  stated: 4,
  inferred: 1.5,
  credit: 3,
  secondHand: 1,
  dateline: 1,
  hour: 1,
  nearHour: 0.6,
  noHour: 0.2,
  contained: 1.5,
  literal: 3,
  detail: 1,
  quoted: 0.4,
  sentences: 2,
  size: 2,
} as const;
/** A smaller share that the one tells more than the other says nothing. */
const LEAST_MORE = 0.15;

/** Which of two akin reports was made from the other: by credits, by the time of publication, by which tells more. */
export function directionOf(kinship: Kinship, absent: ReadonlyMap<Told, NamedSource>): Direction {
  const [a, b] = [kinship.a.report, kinship.b.report];
  const [byB, byA] = [creditOf(b, a), creditOf(a, b)];
  const credit = (byB && !byA ? POINTS.credit : 0) - (byA && !byB ? POINTS.credit : 0);
  const score = credit + firstHand(kinship, absent) + earlier(a, b) + contained(kinship) + tellsMore(kinship);
  return { score, credited: score > 0 ? byB : byA };
}

/** The outlet that a report names as its source and whose text the other is; null when there is none. */
export function creditOf(report: ReportFacts, other: ReportFacts): string | null {
  const named = sourcesOf(report).filter((source) => source.credited || !(source.dateline || source.publisher));
  return named.find((source) => isTextOf(other, source))?.outlet ?? null;
}

/** Whoever bears an agency's mark is rather first, and whoever credits a text that is not at hand is not. */
function firstHand(kinship: Kinship, absent: ReadonlyMap<Told, NamedSource>): number {
  const [a, b] = [kinship.a.report, kinship.b.report];
  const dateline = POINTS.dateline * (Number(hasDateline(a)) - Number(hasDateline(b)));
  // Of one text with and without the credit, the one without has dropped it.
  if (isLiteral(kinship)) return dateline + POINTS.secondHand * (takenFrom(a).length - takenFrom(b).length);
  return dateline + POINTS.secondHand * (Number(absent.has(kinship.b)) - Number(absent.has(kinship.a)));
}

function hasDateline(report: ReportFacts): boolean {
  return sourcesOf(report).some(({ dateline }) => dateline);
}

/** Above 0 when the second stands within the first. */
function contained(kinship: Kinship): number {
  const more = kinship.coverB - kinship.coverA;
  if (Math.abs(more) < LEAST_MORE) return 0;
  return more * (isLiteral(kinship) ? POINTS.literal : POINTS.contained);
}

const HARD = /^(?:figure|time|person|place|initiative|outlet|quotation)/;

/**
 * Above 0 when the first tells more: figures, times, names and quotations, and more sentences, or in one language more
 * words. Retellings lose more than they add, and join sentences more often than they cut them.
 */
function tellsMore({ a, b }: Kinship): number {
  const sameLanguage = a.report.language === b.report.language;
  const length = sameLanguage
    ? POINTS.size * surplus(a.size, b.size)
    : POINTS.sentences * surplus(bodyOf(a), bodyOf(b));
  return (
    POINTS.detail * surplus(detailsOf(a), detailsOf(b)) + POINTS.quoted * surplus(quotedIn(a), quotedIn(b)) + length
  );
}

/** How much larger the first is, −1…1. */
function surplus(one: number, other: number): number {
  return one + other === 0 ? 0 : (one - other) / (one + other);
}

function bodyOf({ passages }: Told): number {
  return passages.filter(({ heading }) => !heading).length;
}

function quotedIn({ passages }: Told): number {
  return passages.reduce((sum, { quoted, size }) => sum + quoted * size, 0);
}

function detailsOf({ passages }: Told): number {
  let count = 0;
  for (const { features, heading } of passages)
    if (!heading) for (const feature of features) if (HARD.test(feature)) count++;
  return count;
}

/** Above 0 when the first was published earlier. */
function earlier(a: ReportFacts, b: ReportFacts): number {
  if (!a.published || !b.published) return 0;
  const stated = [a, b].every(({ coded }) => coded.article.published?.basis === 'stated');
  const points = stated ? POINTS.stated : POINTS.inferred;
  if (a.published.last < b.published.first) return points;
  if (b.published.last < a.published.first) return -points;
  return stated ? earlierHour(a, b) : 0;
}

const HALF_DAY = 12 * 60;

function earlierHour(a: ReportFacts, b: ReportFacts): number {
  const [one, other] = [minuteOf(a), minuteOf(b)];
  // Of one day, the page that prints no hour is rather the agency's, and the hour is rather a paper's.
  if (!one || !other) return POINTS.noHour * (Number(other !== null) - Number(one !== null));
  const gap = other.minute - one.minute;
  if (gap === 0) return 0;
  const sure = (one.zoned && other.zoned) || Math.abs(gap) > HALF_DAY;
  return Math.sign(gap) * (sure ? POINTS.hour : POINTS.nearHour);
}

/** The minute of publication; in world time where the page prints its zone. */
function minuteOf({ coded }: ReportFacts): { minute: number; zoned: boolean } | null {
  const time = coded.article.published?.time;
  if (!time) return null;
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/.test(time);
  const at = Date.parse(zoned ? time : `${time}Z`);
  return Number.isNaN(at) ? null : { minute: Math.round(at / 60_000), zoned };
}
