import type { According, Statement } from '../model/index.ts';

/** Whose words a stretch of the text rests on: each speaker of a statement in it, once. */
export function accordingTo(statements: readonly Statement[], start: number, end: number): According[] {
  const heard = statements.filter((statement) => statement.start < end && statement.end > start);
  const seen = new Map(
    heard.map(({ speaker, via }) => [speaker.name, { speaker: speaker.name, actor: speaker.actor, via }]),
  );
  return [...seen.values()];
}
