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

export function isNoun(cursor: Cursor, at: number): boolean {
  const senses = cursor.word(at)?.senses;
  if (!senses) return false;
  const noun = senses.some((sense) => sense.kind === 'trigger' && sense.trigger.pos === 'noun');
  return (
    noun && !senses.some((sense) => sense.kind === 'trigger' && sense.trigger.pos === 'verb' && isFiniteForm(sense.is))
  );
}
