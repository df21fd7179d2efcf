import type { ReportHints } from '../model/report.ts';
import type { Published } from '../model/when.ts';
import { isDropped } from './lines.ts';
import { type PageDate, timeOf } from './page-date.ts';
import type { DateLine } from './rules/furniture.ts';

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?/;

/** A date that metadata or a container states, or null when it is none. */
export function statedDate(date: string, why: string): Published | null {
  const match = ISO.exec(date.trim()) ?? ISO.exec(asIso(date));
  if (!match) return null;
  const day = `${match[1]}-${match[2]}-${match[3]}`;
  if (Number.isNaN(Date.parse(day))) return null;
  const zone = match[5] === 'Z' ? '+00:00' : (match[5]?.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2') ?? '');
  return { earliest: day, latest: day, basis: 'stated', time: match[4] ? `${day}T${match[4]}${zone}` : null, why };
}

/** "Wed, 22 Jan 2025 10:46:00 GMT" and the like. */
function asIso(date: string): string {
  if (!/\d{4}/.test(date) || !/[a-z]{3}/i.test(date)) return '';
  const time = Date.parse(date);
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}

/** The date the container gives, else the one the page prints: labelled, else the nearest to the top of the article. */
export function findPublished(hints: ReportHints, dates: readonly DateLine[], firstProse: number): Published | null {
  const hinted = hints.date ? statedDate(hints.date, 'given beside the text') : null;
  if (hinted) return hinted;
  const kept = dates.filter((candidate) => !isDropped(candidate.line));
  const best =
    kept.find((candidate) => candidate.label === 'published') ??
    kept.filter((candidate) => candidate.line.number <= firstProse && candidate.label === null).at(-1) ??
    kept.find((candidate) => candidate.label === null) ??
    kept[0];
  return best ? printedDate(best.date, best.line.number) : null;
}

/** When the page says that it was changed: a date with that label, or the second of a line that has both. */
export function findModified(dates: readonly DateLine[]): Published | null {
  for (const { line, date, label, updated } of dates) {
    if (isDropped(line)) continue;
    if (updated) return printedDate(updated, line.number);
    if (label === 'updated') return printedDate(date, line.number);
  }
  return null;
}

function printedDate(date: PageDate, line: number): Published {
  return {
    earliest: date.day,
    latest: date.day,
    basis: 'stated',
    time: timeOf(date),
    why: `printed on line ${line}`,
  };
}
