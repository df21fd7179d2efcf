import type { ReadWorld } from '../../world/page.ts';
import { headOf } from '../../world/page-phrases.ts';
import { isDropped, type Line, mark, remark } from '../lines.ts';
import { findDate, type PageDate } from '../page-date.ts';
import { type LinePhrases, phrasesOf } from './phrases.ts';
import { ADDRESS } from './shape.ts';

/** A line that prints a date as its own business, as against a date in a sentence. */
export interface DateLine {
  readonly line: Line;
  readonly date: PageDate;
  readonly label: 'published' | 'updated' | null;
  /** The day and time of the last change, where the line gives both. */
  readonly updated: PageDate | null;
}

/** Longer lines do not print a date for its own sake. */
const DATE_LINE = 150;
/** Words beside a date that a name, a place or an outlet may take. */
const BESIDE = 7;

/** Marks datelines, with the dates they print. */
export function markDates(
  lines: readonly Line[],
  found: Map<Line, LinePhrases>,
  world: ReadWorld,
  order: string,
  headline: Line | null,
): DateLine[] {
  const dates: DateLine[] = [];
  const [from, to] = middle(lines);
  for (const [index, line] of lines.entries()) {
    if (line.text.length > DATE_LINE || line.kind === 'spam' || !/\d/.test(line.text)) continue;
    const date = findDate(line.text, world.dates, order);
    if (!date) continue;
    const { kinds } = phrasesOf(found, line);
    const label =
      kinds.has('updated') && !kinds.has('published') ? 'updated' : kinds.has('published') ? 'published' : null;
    if (date.rest.length > (label ? BESIDE + 3 : BESIDE) || (line.prose && !label)) continue;
    if (line.sentence && date.rest.length > 3 && !label) continue;
    if ((kinds.has('photo') || kinds.has('footer')) && date.start > 2) continue;
    if (index > from && index < to && date.rest.length > 1 && label === null) continue;
    dates.push({ line, date, label, updated: updatedAfter(line.text.slice(date.end), world, order) });
    if (isDropped(line)) {
      if (isFreed(line, date, headline)) remark(line, 'dateline', 'date: a line that prints a date');
    } else if (date.rest.length > 1 && isName(restText(line, date))) mark(line, 'byline', 'date: a name and a date');
    else
      mark(
        line,
        'dateline',
        label ? `date: a line with the label of a date (${label})` : 'date: a line that prints a date',
      );
  }
  return dates;
}

/** The date of the last change in what a line says after its first date: "… Updated: 8 May 2023, 18:02". */
function updatedAfter(text: string, world: ReadWorld, order: string): PageDate | null {
  const rest = text.toLowerCase().replace(/^[^\p{L}]+/u, '');
  const phrases = rest === '' ? [] : (world.phrases.start.get(headOf(rest)) ?? []);
  const isLabelled = phrases.some(({ kind, form }) => kind === 'updated' && rest.startsWith(form));
  return isLabelled ? findDate(rest, world.dates, order) : null;
}

/** The lines between which the text is in full flow: a date there is the text's. */
function middle(lines: readonly Line[]): [number, number] {
  const prose = lines.flatMap((line, index) => (line.prose && !isDropped(line) ? [index] : []));
  return prose.length > 5 ? [prose[2] ?? 0, prose[prose.length - 2] ?? 0] : [lines.length, 0];
}

/** Whether a dropped line is a dateline all the same: near the headline, or explained by nothing but its date. */
function isFreed(line: Line, date: PageDate, headline: Line | null): boolean {
  const near = headline !== null && line.number >= headline.number - 6 && line.number <= headline.number + 12;
  if (line.why.startsWith('container') || line.linked >= 0.5) return near && line.linked < 0.95;
  return date.rest.length <= 3 || (near && date.rest.length < BESIDE);
}

function restText(line: Line, date: PageDate): string {
  return `${line.text.slice(0, date.start)} ${line.text.slice(date.end)}`.replace(/[|•·,()\-–—]+/g, ' ').trim();
}

/** Marks captions, bylines and credits by their phrases and shape. */
export function markFurniture(lines: readonly Line[], found: Map<Line, LinePhrases>): void {
  lines.forEach((line, index) => {
    if (line.why === ADDRESS && lines[index - 1]?.kind === 'credit')
      remark(line, 'credit', 'shape: the address of the credited page');
    if (line.kind !== null) return;
    if (line.tag === 'figcaption' && line.weight < 90) mark(line, 'caption', 'caption: in a figure');
    const { hits } = phrasesOf(found, line);
    for (const hit of hits) {
      if (hit.kind === 'photo' && isCaption(line, hit.match)) mark(line, 'caption', `phrase: photo "${hit.form}"`);
      else if (hit.kind === 'source' && isSource(line)) mark(line, 'credit', `phrase: source "${hit.form}"`);
      else if (hit.kind === 'byline' && isByline(line, hit.match)) mark(line, 'byline', `phrase: byline "${hit.form}"`);
    }
    const before = lines[index - 1];
    if (line.kind === null && before && isSignature(line.text))
      mark(line, 'credit', 'shape: an outlet in brackets alone');
  });
}

function isCaption(line: Line, match: string): boolean {
  if (line.linked > 0.6 || line.weight > 60) return false;
  return match === 'start' ? line.weight < 45 : !line.prose || line.weight < 40;
}

function isSource(line: Line): boolean {
  return (
    line.weight <= 12 &&
    !/[,;]\s/.test(line.text) &&
    !/[.。!?]$/.test(line.text.replace(/\.(com|vn|net|org|ru|cn|tr)\b/gi, '').replace(/[)\]]+$/, ''))
  );
}

function isByline(line: Line, match: string): boolean {
  if (match === 'line') return true;
  if (match === 'end') return line.weight < (line.sentence ? 22 : 40) && !/^["“«]/.test(line.text);
  return line.weight <= 14 ? !line.sentence || /^[(（【[]/.test(line.text) || line.weight < 6 : false;
}

const SIGNATURE = /^[-–—\s]*[([（【]\s*[^()（）]{2,40}[)\]）】]\s*\.?$/;

function isSignature(text: string): boolean {
  return text.length < 50 && SIGNATURE.test(text) && !/[,，]/.test(text);
}

const NAME = /^(?:\p{Lu}[\p{L}'’.-]*[\s./&,-]*){1,6}$/u;

/** Words that all begin with a capital: a person's name, or two. */
export function isName(text: string): boolean {
  return text.length < 60 && NAME.test(text.trim()) && /\p{Ll}|\p{Lu}.*\p{Lu}/u.test(text);
}
