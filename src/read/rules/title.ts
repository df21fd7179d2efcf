import { foldLine } from '../../world/page-phrases.ts';
import { isDropped, type Line, remark } from '../lines.ts';
import { isTrail } from './shape.ts';

/** A title, and the line it stands on when the text shows it. */
export interface Title {
  readonly text: string;
  readonly line: Line | null;
}

const SHORTEST = 3;
const LONGEST = 45;
const BOLD_START = /^\*\*(.+?)\*\*/;

/** Finds the line that prints a title known from elsewhere (metadata, a feed). */
export function findTitleLine(lines: readonly Line[], title: string): Line | null {
  const wanted = bare(foldLine(title));
  if (wanted.length < 4) return null;
  let best: Line | null = null;
  let most = 0;
  for (const line of lines) {
    if (line.text.length > title.length + 20 || line.weight < 2) continue;
    const own = bare(line.folded);
    // a site's name is often added to the title, seldom to the headline
    const worth = own === wanted ? 1000 : own.length >= wanted.length * 0.4 && wanted.includes(own) ? own.length : 0;
    const sure = worth + (worth > 0 && line.tag === 'h1' ? 30 : 0) - (line.linked > 0.5 ? 30 : 0);
    if (worth > 0 && sure > most) {
      most = sure;
      best = line;
    }
  }
  return best;
}

function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The title of a page whose markup is lost: the title-like line before the first prose. */
export function findTitle(lines: readonly Line[], from: number): Title | null {
  const candidates: Line[] = [];
  const repeated = repeats(lines);
  for (let index = from; index < lines.length; index++) {
    const line = lines[index];
    if (!line || candidates.length >= 12) break;
    if (line.kind === 'dateline' || line.kind === 'byline' || line.kind === 'credit' || isDropped(line)) continue;
    const bold = candidates.length === 0 ? boldTitle(line) : null;
    if (bold) return { text: bold, line };
    if (line.kind === 'caption') break;
    if (isTitleLike(line)) candidates.push(line);
    if (line.prose) break;
  }
  return choose(candidates, repeated);
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
  if (/[.。]["”’»)]*$/.test(line.text) && !endsInInitials(line.text)) return false;
  if (/^[^>›»]+(?:\s[>›»]\s[^>›»]+){2,}$/.test(line.text) && isTrail(line.text)) return false;
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
