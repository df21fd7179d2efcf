import type { Warning } from '../../model/article.ts';
import type { PagePhrases } from '../../world/page-phrases.ts';
import { type Line, remark } from '../lines.ts';
import type { LinePhrases } from './phrases.ts';

/** What the spam step found in a line that is otherwise the article's. */
export interface Corruption {
  readonly line: Line;
  /** Ends of the corrupt part within the text. */
  readonly start: number;
  readonly end: number;
}

/** A run of letters as long as this, with capitals inside it, has lost its spaces. */
const RUN = 22;
const UNSPACED = 0x2e80;
const RUN_TOGETHER = /[\p{L}\p{N}]{22,}/gu;
const INNER_CAPITAL = /\p{Ll}\p{Lu}/gu;
/** How many words of an injected brand may follow the run. */
const BRAND_WORDS = 2;

/** Marks injected spam, and finds headlines that spam was run into. */
export function markSpam(
  lines: readonly Line[],
  phrases: Map<Line, LinePhrases>,
  index: PagePhrases,
  warnings: Warning[],
): Corruption[] {
  for (const line of lines) markSpamLine(line, phrases.get(line));
  const corrupt: Corruption[] = [];
  for (const line of lines.slice(0, 6)) {
    const run = corruptRun(line, index);
    if (!run) continue;
    corrupt.push({ line, start: line.start + run[0], end: line.start + run[1] });
    warnings.push({
      code: 'title-corrupt',
      message: `the headline lost its spaces or had spam run into it: "${line.text.slice(run[0], run[1])}"`,
    });
  }
  return corrupt;
}

function markSpamLine(line: Line, phrases: LinePhrases | undefined): void {
  const hits = phrases?.hits.filter((hit) => hit.kind === 'spam') ?? [];
  if (hits.length === 0 || (line.prose && hits.length < 2)) return;
  if (line.weight > 14 && hits.length < 2) return;
  remark(line, 'spam', `spam: "${hits[0]?.form}"`);
}

/** Ends of the part of a line that lost its spaces, with the brand that was run into it. */
function corruptRun(line: Line, index: PagePhrases): [number, number] | null {
  const head = line.text.slice(0, 200);
  if (!hasLongRun(head) || head.includes('://')) return null;
  for (const match of head.matchAll(RUN_TOGETHER)) {
    if (match[0].charCodeAt(0) >= UNSPACED) continue;
    if ((match[0].match(INNER_CAPITAL)?.length ?? 0) < 2) continue;
    return [match.index, brandEnd(head, match.index + match[0].length, index)];
  }
  return null;
}

/** Cheap: whether there is a stretch that long at all without a space or a sign of an unspaced script. */
function hasLongRun(text: string): boolean {
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x20 || code >= UNSPACED) from = at + 1;
    else if (at - from >= RUN - 1) return true;
  }
  return false;
}

/** A brand right after the run: a known one, or a word with digits and what follows it in lower case Latin. */
function brandEnd(text: string, from: number, index: PagePhrases): number {
  let end = from;
  const words = text.slice(from).matchAll(/[a-z0-9]+/gi);
  let taken = 0;
  for (const word of words) {
    if (taken === BRAND_WORDS || text.slice(end, from + word.index).trim() !== '') break;
    const known = (index.anywhere.get(word[0].toLowerCase()) ?? []).some((phrase) => phrase.kind === 'spam');
    if (!known && !/^[a-z]{3,}$/.test(word[0])) break;
    if (!known && taken > 0) break;
    end = from + word.index + word[0].length;
    taken++;
  }
  return end;
}
