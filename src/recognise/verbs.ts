import { PAST, THIRD_PERSON } from '../world/inflect.ts';
import type { Cursor } from './cursor.ts';

function isFiniteForm(is: number): boolean {
  return (is & (PAST | THIRD_PERSON)) !== 0;
}

export function isFiniteVerb(cursor: Cursor, at: number): boolean {
  const senses = cursor.word(at)?.senses;
  return (
    senses?.some(
      (sense) =>
        sense.kind === 'auxiliary' ||
        sense.kind === 'passive' ||
        sense.kind === 'speech' ||
        (sense.kind === 'trigger' && sense.trigger.pos === 'verb' && isFiniteForm(sense.is)),
    ) ?? false
  );
}

/** A verb in the past tense, or an auxiliary: nothing that could be a noun. */
export function isPlainPast(cursor: Cursor, at: number): boolean {
  return (
    cursor
      .word(at)
      ?.senses.some(
        (sense) =>
          sense.kind === 'auxiliary' ||
          ((sense.kind === 'trigger' || sense.kind === 'speech') && (sense.is & PAST) !== 0),
      ) ?? false
  );
}

export function isNoun(cursor: Cursor, at: number): boolean {
  const senses = cursor.word(at)?.senses;
  if (!senses) return false;
  const noun = senses.some((sense) => sense.kind === 'trigger' && sense.trigger.pos === 'noun');
  return (
    noun && !senses.some((sense) => sense.kind === 'trigger' && sense.trigger.pos === 'verb' && isFiniteForm(sense.is))
  );
}
