import type { Sense } from '../world/index.ts';
import type { Cursor } from './cursor.ts';
import type { Argument } from './marked.ts';

/**
 * "Kosova hükümeti suçlamaları reddetti": where endings say who acts, the only bare name of a clause is its subject, though
 * it stands before a word that may be what it owns.
 */
export function freeSubjects(list: readonly Argument[], cursor: Cursor): void {
  const bare = list.filter(({ marks, actors, possessor }) => marks.length === 0 && actors.length > 0 && !possessor);
  const last = bare.at(-1);
  const before = bare.at(-2);
  if (!last?.adjectival || (before && !isVerbBetween(cursor, before.to, last.from))) return;
  if (mayAct(last, cursor)) last.adjectival = false;
}

function isVerbBetween(cursor: Cursor, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isVerb(cursor.word(at)?.senses ?? [])) return true;
  return false;
}

/** What follows a bare name may be its own, or the object of the verb. */
function mayAct({ mentions, to }: Argument, cursor: Cursor): boolean {
  if (mentions[0]?.kind === 'adjective') return false;
  const senses = cursor.word(to)?.senses ?? [];
  const mayBeObject = senses.some(
    (sense) => 'cases' in sense && (sense.cases?.includes('acc') ?? false) && sense.cases?.includes('pos'),
  );
  return mayBeObject || (mentions[0]?.kind === 'office' && cursor.isPlural(to));
}

function isVerb(senses: readonly Sense[]): boolean {
  return senses.some((sense) => sense.kind === 'speech' || (sense.kind === 'trigger' && sense.trigger.pos === 'verb'));
}
