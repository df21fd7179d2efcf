import type { Published } from '../model/index.ts';
import { resolveTime, type TimeMention } from './times/index.ts';

/** How much may stand between the beginning of a line and the date of its dateline, in characters. */
const LONGEST_PLACE = 40;
/** How many lines of text from the beginning may open with a dateline. */
const OPENING_LINES = 6;

/**
 * The day that an agency's dateline prints within the text: "МОСКВА, 14 марта 2024. /ТАСС/", "LONDON, March 5, 2023 (AP) —".
 * Null where no line near the beginning opens with places in capitals and a date with its year.
 */
export function datelineDay(text: string, times: readonly TimeMention[]): Published | null {
  for (const { value, start, end } of times) {
    if (value.kind !== 'date' || value.year === null || value.month === null || value.day === null) continue;
    const line = text.lastIndexOf('\n', start - 1) + 1;
    if (
      text
        .slice(0, line)
        .split('\n')
        .filter((other) => other.trim() !== '').length >= OPENING_LINES
    )
      return null;
    if (!isPlace(text.slice(line, start)) || !opensText(text.slice(text[end - 1] === '.' ? end - 1 : end))) continue;
    const day = resolveTime(value, { reference: null })?.earliest;
    if (day)
      return { earliest: day, latest: day, basis: 'stated', time: null, why: `dateline "${text.slice(line, end)}"` };
  }
  return null;
}

/** One to three words with capitals and a comma or stop: "Брюссель. ", "NEW YORK, ". */
function isPlace(head: string): boolean {
  return head.length <= LONGEST_PLACE && /^\s*(?:\p{Lu}[\p{L}.-]*[\s,]*){1,3}[,.:]\s*$/u.test(head);
}

/** Behind the date the agency follows, or a dash leads to the text. */
function opensText(rest: string): boolean {
  return /^(?:\s*(?:года|г\.))?\s*[.,]?\s*(?:[/(]|[—–-]\s|\p{Lu}[\p{L}.]*\s*[.:—–-]|(?<=\.\s)\p{Lu})/u.test(
    rest.slice(0, 40),
  );
}
