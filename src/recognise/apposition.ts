import type { Cursor } from './cursor.ts';
import type { Argument } from './marked.ts';

/** "美国白宫", "泰国曼谷": with nothing between them, the second says the first more closely. */
export function narrows(cursor: Cursor, previous: Argument, next: Argument): boolean {
  return (
    !cursor.settings.spaces &&
    previous.to === next.from &&
    !previous.possessor &&
    previous.people.length === 0 &&
    previous.actors.length === 1 &&
    next.actors.length === 1 &&
    previous.actors[0] === next.actors[0]
  );
}

/** "the Shanghai Cooperation Organisation (SCO)": the same name again, short. */
export function repeats(cursor: Cursor, previous: Argument, next: Argument): boolean {
  const opens = cursor.mark(previous.to);
  return (
    (opens === '(' || opens === '（') &&
    next.from === previous.to + 1 &&
    next.actors.length === 1 &&
    previous.actors.includes(next.actors[0] as string)
  );
}

/** "Lavrov and his Serbian counterpart, Ivica Dacic, spoke": who that is, between commas. */
export function apposes(cursor: Cursor, previous: Argument, next: Argument): boolean {
  const [person] = next.people;
  if (!person || next.people.length > 1 || next.marks.length > 0 || next.from !== previous.to + 1) return false;
  if (cursor.mark(previous.to) !== ',' || cursor.mark(next.to) !== ',') return false;
  const last = previous.mentions.at(-1);
  return last?.role !== null && previous.people.some(({ id }) => id === person.id);
}

/** "the country's Congress": an office known by its name alone is that of whoever owns it here. */
export function ownsOffice(previous: Argument, next: Argument): boolean {
  const [office] = next.mentions;
  const isNamed = office?.kind === 'office' && next.mentions.length === 1 && office.to - office.from === 1;
  return isNamed && previous.possessor && previous.resolved && previous.to === next.from;
}
