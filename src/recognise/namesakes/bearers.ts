import type { NameEntry } from '../../world/index.ts';
import type { Cursor } from '../cursor.ts';
import type { NameHit } from '../marked.ts';
import { closesQuotation, opensQuotation } from '../punctuation.ts';

/** A club's city stands behind its name: «Спартак» Москва. */
const CLOSED = '»”';
/** Names that other things bear too; an organisation is itself between quotation marks. */
const BORNE = new Set<NameEntry['kind']>(['state', 'capital', 'adjective']);
/** Marks behind which a sentence or a clause goes on with a small letter. */
const WITHIN = ',;';

/**
 * Whether the name of a state or a city is here the name of something else, in a language whose words stand small unless they
 * are names: the bank «Россия», the village of Париж, Denzel Вашингтон, the street Малая Грузинская.
 */
export function isNamesake(cursor: Cursor, at: number, { entries, to }: NameHit): boolean {
  if (!cursor.settings.bearers) return false;
  if (isQuoted(cursor, at, to) && isBearer(cursor, at - 1)) return true;
  const kinds = entries.filter((entry) => BORNE.has(entry.kind));
  if (kinds.length < entries.filter((entry) => entry.kind !== 'place' && entry.kind !== 'short').length) return false;
  const isAdjective = kinds.every((entry) => entry.kind === 'adjective');
  return isAdjective ? isProper(cursor, at, to) : isQuoted(cursor, at, to) || isBorne(cursor, at, kinds);
}

/** «Россия», «Вашингтон Кэпиталз». */
function isQuoted(cursor: Cursor, at: number, to: number): boolean {
  if (!opensQuotation(cursor.mark(at - 1))) return false;
  const end = isStrange(cursor, to) ? to + 1 : to;
  return closesQuotation(cursor.mark(end));
}

/** "в посёлке Париж", "актёр Дензел Вашингтон"; but "на рынке Китая" is China's. */
function isBorne(cursor: Cursor, at: number, entries: readonly NameEntry[]): boolean {
  if (entries.some(({ cases }) => !cases.includes('nom') || cases.includes('gen'))) return false;
  if (isBearer(cursor, at)) return true;
  if (CLOSED.includes(cursor.mark(at - 1) || ' ')) return true;
  const before = at - 1;
  const isCity = entries.every((entry) => entry.kind === 'capital');
  return isCity && isStrange(cursor, before) && isInside(cursor, before) && cursor.isSpaced(at);
}

/** Whether a word ends here behind which a name is that of something else. */
function isBearer(cursor: Cursor, at: number): boolean {
  return cursor.wordBefore(at)?.senses.some((sense) => sense.kind === 'bearer') === true;
}

/** An adjective with a capital within a sentence is part of a name, unless it goes with a post or an organ. */
function isProper(cursor: Cursor, at: number, to: number): boolean {
  if (!cursor.isCapital(at) || !isInside(cursor, at)) return false;
  const next = cursor.word(to)?.senses ?? [];
  const isOrgan = next.some(({ kind }) => kind === 'post' || kind === 'office' || kind === 'head');
  return !isOrgan && cursor.isWord(to) && !cursor.isCapital(to) && cursor.name(to) === null;
}

/** A word with a capital that no table knows. */
function isStrange(cursor: Cursor, at: number): boolean {
  return (
    at > 0 && cursor.isWord(at) && cursor.isCapital(at) && !cursor.covered(at) && cursor.surface(at, at + 1).length > 2
  );
}

/** Whether a word stands before, in the same sentence: the capital does not begin it. */
function isInside(cursor: Cursor, at: number): boolean {
  return at > 0 && (cursor.isWord(at - 1) || WITHIN.includes(cursor.mark(at - 1) || ' '));
}
