import type { Coded, Difference, Ends } from '../../src/model/index.ts';
import type { PlantedDifference } from './truth.ts';

/**
 * Kinds that one reader may give and another not, for the same words: "two weeks" against "two months" is a number or a
 * date, a name put for another is a name, an actor or a place. Two kinds are alike when they share a family.
 */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  number: ['quantity'],
  date: ['quantity'],
  name: ['named'],
  actor: ['named'],
  place: ['named'],
  mode: ['mode'],
  'claim-dropped': ['dropped'],
  'claim-added': ['added'],
  attribution: ['voice'],
  strength: ['voice', 'wording'],
  'quotation-altered': ['quotation'],
  'quotation-dropped': ['quotation', 'dropped'],
  'quotation-split': ['quotation'],
  mistranslation: ['wording'],
};

/** Kinds that compare one value with another; words that only look different may not be told as one of these. */
const OF_VALUES = new Set(['number', 'date', 'name', 'actor', 'place', 'mode']);

function alike(one: string, other: string): boolean {
  const families = FAMILIES[other] ?? [other];
  return one === other || (FAMILIES[one] ?? [one]).some((family) => families.includes(family));
}

/** The differences of a story between two reports, with `from` the first of them whichever way they were found. */
export function differencesBetween(found: readonly Difference[], from: Coded, to: Coded): Difference[] {
  const is = (name: string, { report }: Coded) => name === report.path || name === report.id;
  return found.flatMap((one) => {
    if (is(one.from.report, from) && is(one.to.report, to)) return [one];
    return is(one.from.report, to) && is(one.to.report, from) ? [{ ...one, from: one.to, to: one.from }] : [];
  });
}

/** Whether a found difference is the planted one: a like kind, and words that overlap on each side that has any. */
export function isPlanted(found: Difference, planted: PlantedDifference, from: Coded, to: Coded): boolean {
  if (!alike(found.kind, planted.kind)) return false;
  const [one, other] = [overlap(found.from, planted.from, from), overlap(found.to, planted.to, to)];
  return one !== false && other !== false && (one === true || other === true);
}

/** Whether a found difference of values holds two words that say the same. */
export function isEqualWords(found: Difference, words: { from: string; to: string }, from: Coded, to: Coded): boolean {
  if (!OF_VALUES.has(found.kind)) return false;
  return overlap(found.from, words.from, from) === true && overlap(found.to, words.to, to) === true;
}

/** True when the words overlap, false when they lie apart or one is missing that should be there, null when there are none to find. */
function overlap(side: Difference['from'], words: string | null, report: Coded): boolean | null {
  if (words === null) return null;
  const sought = words.normalize('NFC');
  if (side.span) return placesOf(sought, report.article.text).some((place) => cross(place, side.span as Ends));
  const told = side.text.trim();
  return told !== '' && (told.includes(sought) || sought.includes(told));
}

/** Every place of some words in a text. */
export function placesOf(words: string, text: string): Ends[] {
  const places: Ends[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push([at, at + words.length]);
  return places;
}

function cross([start, end]: Ends, [first, last]: Ends): boolean {
  return start < last && first < end;
}
