import { foldLine } from '../../world/page-phrases.ts';
import { isDropped, isSnippet, type Line, remark } from '../lines.ts';
import { countShared, stemsOf } from '../relevance.ts';
import { opening, type Region } from './region.ts';
import { isTrail } from './shape.ts';

/** A title, and the line it stands on when the text shows it. */
export interface Title {
  readonly text: string;
  readonly line: Line | null;
}

/** No more letters are cut off a title. */
const CUT_OFF = 160;
const SHORTEST = 3;
const DATED_TITLE = 6;
const LONGEST = 45;
const BOLD_START = /^\*\*(.+?)\*\*/;

/** Finds the line that prints a title known from elsewhere (metadata, a feed). */
export function findTitleLine(lines: readonly Line[], title: string): Line | null {
  const wanted = bare(foldLine(title));
  const cut = isSnippet(title);
  if (wanted.length < 4) return null;
  let best: Line | null = null;
  let most = 0;
  for (const line of lines) {
    if (line.text.length > title.length + (cut ? CUT_OFF : 20) || line.weight < 2) continue;
    const own = bare(line.folded);
    // a site's name is often added to the title, seldom to the headline
    const isPart = own.length >= wanted.length * 0.4 && wanted.includes(own);
    // one that is cut off ends in dots
    const isCut = cut && own.startsWith(wanted);
    const worth = own === wanted ? 1000 : isPart || isCut ? own.length : 0;
    const sure = worth + (worth > 0 && line.tag === 'h1' ? 30 : 0) - (line.linked > 0.5 ? 30 : 0);
    if (worth > 0 && sure > most) {
      most = sure;
      best = line;
    }
  }
  return best;
}

/** What parts a headline from the name of its site. */
const PARTED = /\s+[-–—|·•»:]+\s+|_+|\s*[|｜]\s*/gu;

/**
 * A title that metadata states without what it adds to the headline or cuts off it: the site's name, sections, dots at its
 * end. What the page prints is believed where it is the beginning of the one or goes on from it; else a known name is cut.
 */
export function cleanTitle(stated: string, line: Line | null, siteNames: readonly string[]): string {
  const printed = line?.text.replace(/^#+\s*/, '') ?? '';
  const [whole, own] = [bare(foldLine(stated)), bare(foldLine(printed))];
  if (
    own.length > 3 &&
    own !== whole &&
    (isPartOf(stated, printed) || own.startsWith(whole) || (line?.tag === 'h1' && whole.includes(own)))
  )
    return printed;
  const parts = [...stated.matchAll(PARTED)];
  for (const { index, 0: sign } of parts.toReversed()) {
    const rest = bare(foldLine(stated.slice(index + sign.length)));
    if (index > 10 && siteNames.some((name) => bare(foldLine(name)) === rest)) return stated.slice(0, index).trim();
  }
  return stated;
}

/** Whether one of the parts of a stated title is the line that the page prints. */
function isPartOf(stated: string, printed: string): boolean {
  const own = bare(foldLine(printed));
  if (own.length < bare(stated).length * 0.4) return false;
  const edges = [
    0,
    ...[...stated.matchAll(PARTED)].flatMap(({ index, 0: sign }) => [index, index + sign.length]),
    stated.length,
  ];
  return edges.some((from) => edges.some((to) => to > from && bare(foldLine(stated.slice(from, to))) === own));
}

function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** How far before the text a headline is looked for, and how many lines are weighed. */
const BEFORE = 14;
const MOST_CANDIDATES = 12;

/**
 * The title of a page whose markup is lost: the line before the text whose words the text takes up, else one that looks
 * like a title.
 */
export function findTitle(lines: readonly Line[], region: Region | null): Title | null {
  const first = region?.first ?? 0;
  const candidates: Line[] = [];
  for (let index = first <= BEFORE ? 0 : first - BEFORE; index < lines.length; index++) {
    const line = lines[index];
    if (!line || candidates.length >= MOST_CANDIDATES + BEFORE) break;
    if (isDropped(line) || (line.kind !== null && FURNITURE.has(line.kind) && !isDatedTitle(line))) continue;
    const bold = candidates.length === 0 ? boldTitle(line) : null;
    if (bold) return { text: bold, line };
    if (line.kind === 'caption' && candidates.length > 0 && index >= first) break;
    if (line.kind !== 'caption' && isTitleLike(line)) candidates.push(line);
    if (line.prose && index >= first) break;
  }
  const short = candidates.filter(({ prose }) => !prose);
  const near = nearest(short, lines, first);
  const line = region && short.length > 1 ? taken(short, near, stemsOf(opening(lines, region))) : null;
  return line
    ? { text: line.text, line }
    : choose(
        nearest(
          candidates.filter(({ kind }) => kind === null || !FURNITURE.has(kind)),
          lines,
          first,
        ),
        repeats(lines),
      );
}

/** What may stand between a headline and the text. */
const BETWEEN = new Set(['dateline', 'byline', 'credit', 'caption', 'title']);

/** So many other lines may: buttons, a line for the size of the letters. */
const STRANGE = 2;

/** The candidates that stand together right before the text, so that a menu high above it is not asked. */
function nearest(candidates: Line[], lines: readonly Line[], first: number): Line[] {
  const places = candidates.map((line) => lines.indexOf(line));
  let from = places.findLastIndex((place) => place <= first);
  while (from > 0 && isJoined(lines, places[from - 1] ?? 0, places[from] ?? 0)) from--;
  return from > 0 ? candidates.slice(from) : candidates;
}

function isJoined(lines: readonly Line[], from: number, to: number): boolean {
  const strange = lines.slice(from + 1, to).filter(({ kind }) => kind === null || !BETWEEN.has(kind));
  return strange.length <= STRANGE;
}

const FURNITURE = new Set(['dateline', 'byline', 'credit']);

/** "No. 12, 3 March 2024, on the events in …": the statement of a ministry has its day in its title. */
function isDatedTitle(line: Line): boolean {
  return line.kind === 'dateline' && line.weight >= DATED_TITLE && !line.why.includes('label');
}

/** So many words of a headline must the text take up, and so large a share of what the best candidate has. */
const SURE = 2;
const NEARLY = 0.6;

/** The first of the lines whose words the beginning of the text takes up: a subtitle after it may do so even more. */
function taken(candidates: readonly Line[], near: readonly Line[], text: ReadonlySet<string>): Line | null {
  const counts = candidates.map((line) => countShared(stemsOf(line.text), text));
  const most = Math.max(0, ...counts);
  if (most === 1) return candidates.findLast((line, index) => counts[index] === 1 && near.includes(line)) ?? null;
  if (most < SURE) return null;
  return candidates.find((_, index) => (counts[index] ?? 0) >= Math.max(SURE, most * NEARLY)) ?? null;
}

/** A headline set in bold at the beginning of a line, the lead after it. */
function boldTitle(line: Line): string | null {
  const bold = BOLD_START.exec(line.text)?.[1];
  if (!bold || bold.length <= 20 || bold.length < 0.3 * line.text.length || /[—–-]\s*$/.test(bold)) return null;
  return bold;
}

function choose(candidates: Line[], repeated: Set<string>): Title | null {
  const again = candidates.find((line) => line.weight >= 5 && repeated.has(line.folded));
  const long = candidates.find((line) => line.weight >= 6);
  const longest = [...candidates].sort((a, b) => b.weight - a.weight)[0];
  const line = again ?? long ?? longest;
  return line ? { text: line.text, line } : null;
}

function isTitleLike(line: Line): boolean {
  if (line.weight < (line.number === 1 ? 2 : SHORTEST) || line.weight > LONGEST || line.text.length > 300) return false;
  if (/[.。]["”’»)]*$/.test(line.text) && line.sentence && !endsInInitials(line.text)) return false;
  if (isTrail(line.text)) return false;
  return !/[:：;,，]$/.test(line.text) || line.weight < 20;
}

/** "… of the U.S.": the stop belongs to the last word, in a line that has no other sentence. */
function endsInInitials(text: string): boolean {
  return /\p{Lu}\.$/u.test(text) && !/\p{Ll}[.!?]\s+\p{Lu}/u.test(text);
}

function repeats(lines: readonly Line[]): Set<string> {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const line of lines) {
    if (seen.has(line.folded)) again.add(line.folded);
    seen.add(line.folded);
  }
  return again;
}

/** Marks the title line. */
export function markTitle(title: Title | null): void {
  if (title?.line) remark(title.line, 'title', 'title: the title-like line before the text');
}
