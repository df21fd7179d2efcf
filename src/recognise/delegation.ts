import type { Cursor } from './cursor.ts';
import type { Argument } from './marked.ts';

/**
 * "phái đoàn Thổ Nhĩ Kỳ do Thứ trưởng Sedat Onal dẫn đầu": who leads those just named is one of them, and no party of his own.
 * Gives the phrase a new end and its leader; false where nobody leads.
 */
export function takeLeader(previous: Argument | undefined, next: Argument, cursor: Cursor): boolean {
  const { by, verbs } = cursor.settings.leading ?? { by: [], verbs: [] };
  if (previous?.actors.length !== 1 || next.people.length !== 1 || next.markFrom !== previous.to) return false;
  if (!next.marks.some((mark) => by.includes(mark))) return false;
  if (next.actors.length > 0 && !next.actors.every((actor) => previous.actors.includes(actor))) return false;
  const led = verbs.find((verb) => cursor.surface(next.to, endOf(verb, next.to, cursor)).toLowerCase() === verb);
  if (!led) return false;
  const [actor] = previous.actors;
  previous.people = [...previous.people, ...next.people.map((person) => ({ ...person, actor: actor ?? person.actor }))];
  previous.to = endOf(led, next.to, cursor);
  return true;
}

function endOf(verb: string, at: number, { tokens }: Cursor): number {
  return Math.min(tokens.count, at + verb.split(' ').length);
}
