import type { ReadWorld } from '../../world/page.ts';
import { type Line, mark } from '../lines.ts';
import { matchPhrases, type PhraseHit } from '../phrase-match.ts';

/** Kinds of phrases that mark a line as chrome. */
const CHROME = new Set([
  'menu',
  'share',
  'comment',
  'subscribe',
  'cookie',
  'login',
  'ad',
  'paywall',
  'donate',
  'widget',
  'footer',
  'tags',
]);
/** How long a line may be that a phrase at its start or end, or within it, still explains. */
const LONGEST = { start: 60, end: 30, anywhere: 40 } as const;
/** A phrase as short as this at the start explains only a short line ("like", "photo"). */
const SHORT_PHRASE = 9;
const QUOTE = /^["“”«»‘’'„「『]/;

/** What the phrases say of each line; kept for the steps after, which know where the line stands. */
export interface LinePhrases {
  readonly hits: readonly PhraseHit[];
  readonly kinds: ReadonlySet<string>;
}

const NONE: LinePhrases = { hits: [], kinds: new Set() };

/** Looks the phrases of every line up, and marks what they settle without knowing the place. */
export function markPhrases(lines: readonly Line[], world: ReadWorld): Map<Line, LinePhrases> {
  const found = new Map<Line, LinePhrases>();
  for (const line of lines) {
    if (line.kind !== null) continue;
    const hits = matchPhrases(line, world.phrases);
    if (hits.length === 0) continue;
    found.set(line, { hits, kinds: new Set(hits.map((hit) => hit.kind)) });
    const hit = hits.find((candidate) => settles(candidate, line));
    if (hit) mark(line, hit.kind === 'related' ? relatedKind(hit) : 'chrome', `phrase: ${hit.kind} "${hit.form}"`);
  }
  return found;
}

export function phrasesOf(found: Map<Line, LinePhrases>, line: Line): LinePhrases {
  return found.get(line) ?? NONE;
}

function relatedKind(hit: PhraseHit): 'chrome' | 'teaser' {
  return hit.match === 'line' ? 'chrome' : 'teaser';
}

function settles(hit: PhraseHit, line: Line): boolean {
  if (hit.kind === 'stop') return hit.match === 'line';
  if (hit.kind !== 'related' && !CHROME.has(hit.kind)) return false;
  if (hit.match === 'line') return true;
  if (line.weight > LONGEST[hit.match]) return false;
  if (QUOTE.test(line.text) && hit.match === 'start') return false;
  if (hit.kind === 'related') return hit.match === 'start' && relatedFits(hit, line);
  if (hit.match === 'start') return startFits(hit, line);
  return hit.match === 'anywhere' || line.weight <= 24;
}

/** "See also" and the like open a short line without a full stop, or are followed by a colon. */
function relatedFits(hit: PhraseHit, line: Line): boolean {
  if (/[:：>|]$/.test(hit.form)) return line.weight < 40;
  const next = line.text.slice(hit.form.length, hit.form.length + 3);
  return /^\s*[:：|>–—-]/.test(next) || (!line.sentence && line.weight < 30);
}

function startFits(hit: PhraseHit, line: Line): boolean {
  const short = hit.form.length < SHORT_PHRASE && hit.form.charCodeAt(0) < 0x3000;
  if (/[:：©]/.test(hit.form)) return line.weight < 60;
  if (hit.form.charCodeAt(0) >= 0x3000 && hit.form.length < 4) return line.weight < 14 && !line.prose;
  return short ? line.weight < 8 && !line.sentence : line.weight < 50;
}
