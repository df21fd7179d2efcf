import type { Pack, Tokens } from '../../world/index.ts';
import { ACTOR_KINDS } from '../chain-parts.ts';
import type { NameHit, WordHit } from '../marked.ts';
import type { Hits } from '../match.ts';
import { isNameDot } from '../punctuation.ts';

const OPENING = '《';
const CLOSING = '》';
/** A title that is longer has lost its closing mark. */
const LONGEST_TITLE = 60;

/**
 * Drops the names that others bear: the states and people within the title of a book or a treaty (《罗马假日》), and those that are a part of a
 * stranger's name (丹泽尔·华盛顿). Papers and treaties keep theirs.
 */
export function withoutBorrowed(hits: Hits, text: string, { tokens, pack }: { tokens: Tokens; pack: Pack }): Hits {
  if (pack.settings.spaces) return hits;
  return { ...hits, names: ownNames(hits.names, text, tokens), words: withoutTitled(hits.words, text, tokens) };
}

function ownNames(names: NameHit[], text: string, tokens: Tokens): NameHit[] {
  const hasTitles = text.includes(OPENING);
  return names.flatMap((hit) => {
    const start = tokens.start[hit.from] as number;
    const end = tokens.end[hit.to - 1] as number;
    if (!(hasTitles && isTitled(text, start)) && !isPartOfName(text, start, end)) return hit;
    const entries = hit.entries.filter(({ kind }) => !isBearer(kind));
    return entries.length === 0 ? [] : { ...hit, entries };
  });
}

/** Nothing is told by the words within the title of a treaty: 《经贸会谈联合声明》. */
function withoutTitled(words: WordHit[], text: string, tokens: Tokens): WordHit[] {
  if (!text.includes(OPENING)) return words;
  return words.filter(
    (hit) => !hit.senses.some(({ kind }) => kind === 'trigger') || !isTitled(text, tokens.start[hit.from] as number),
  );
}

function isBearer(kind: NameHit['entries'][number]['kind']): boolean {
  return ACTOR_KINDS.has(kind) || kind === 'person' || kind === 'short' || kind === 'place';
}

function isTitled(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_TITLE), at);
  const opened = before.lastIndexOf(OPENING);
  return opened > before.lastIndexOf(CLOSING) && text.slice(at, at + LONGEST_TITLE).includes(CLOSING);
}

/** A dot parts the given name of a foreigner from the family name, and nothing else. */
function isPartOfName(text: string, start: number, end: number): boolean {
  const isDotted = isNameDot(text.charAt(end)) || isNameDot(text.charAt(start - 1));
  return isDotted && !text.slice(start, end).includes('·');
}
