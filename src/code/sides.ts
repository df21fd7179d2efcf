import type { ActType } from '../model/index.ts';
import type { Argument } from '../recognise/index.ts';
import type { Filling } from './fill.ts';

/** Acts that a state's people, firms and ships suffer for it. */
const REACHES_NATIONALS = new Set<ActType>([
  'SANCTION',
  'ASSAULT',
  'COERCE',
  'AID',
  'CONCEDE',
  'ACCUSE',
  'REQUEST',
  'REJECT',
  'THREATEN',
  'MOBILIZE',
  'RETREAT',
  'PROTEST',
]);
/** Acts that a state suffers through those who held an office in it. */
const TOUCHES_FORMER = new Set<ActType>(['SANCTION', 'COERCE', 'ASSAULT']);
const MUTUAL = new Set<ActType>(['CONSULT', 'AGREE', 'COOPERATE', 'SUPPORT']);

/** "expelled each other's ambassadors": each does it to the other. */
const EACH_OTHER = 'each-other';

/** The two sides of an act: codes of states and organisations. */
export interface Sides {
  from: string[];
  to: string[];
}

/** Who acts and towards whom; null when a side is empty, or acts for nobody, or both are one. */
export function sidesOf(filling: Filling, type: ActType): Sides | null {
  const group = filling.slots['A+B'];
  if (group)
    return group.actors.length >= 2 && speaks(group)
      ? { from: group.actors.slice(0, 1), to: group.actors.slice(1) }
      : null;
  const { A, B } = filling.slots;
  if (!A || !B || !(speaks(A) || actsThere(filling, type))) return null;
  if (
    !REACHES_NATIONALS.has(type) &&
    !goesThere(filling) &&
    B.mentions.every((mention) => mention.kind === 'nationals' || mention.kind === 'place')
  )
    return null;
  if (!TOUCHES_FORMER.has(type) && B.mentions.every((mention) => mention.kind === 'nationals' && mention.role !== null))
    return null;
  // "Both wished to deepen ties between Russia and Turkey": those who act and those it is about are the same two.
  if (A.actors.length >= 2 && B.actors.every((actor) => A.actors.includes(actor)))
    return MUTUAL.has(type) || B.mentions[0]?.role === EACH_OTHER
      ? { from: A.actors.slice(0, 1), to: A.actors.slice(1) }
      : null;
  const to = B.actors.filter((actor) => !A.actors.includes(actor));
  const from = to.length > 0 ? A.actors.filter((actor) => !B.actors.includes(actor) || A.actors.length === 1) : [];
  return from.length > 0 && to.length > 0 ? { from: [...from], to } : null;
}

/** "В Екатеринбурге арестован …", "Жители Тбилиси вышли на митинг": what a frame asks where it was done, and who protests, acts all the same. */
function actsThere({ frame, slots }: Filling, type: ActType): boolean {
  const kind = slots.A?.mentions[0]?.kind;
  if (!slots.A || slots.A.actors.length === 0) return false;
  if (kind === 'place')
    return frame.slots.some((slot) => slot.role === 'A' && (slot.marks.length > 0 || slot.cases.includes('loc')));
  return kind === 'nationals' && type === 'PROTEST';
}

/** "İstanbul'a geldi": a frame that asks for a state, or where somebody is, takes a city; one that asks for goods takes them. */
function goesThere({ frame, slots }: Filling): boolean {
  if (frame.slots.some(({ role, cases }) => role === 'B' && cases.includes('nationals'))) return true;
  const asks = frame.slots.some(
    ({ role, cases }) => role === 'B' && cases.some((name) => name === 'state' || name === 'loc'),
  );
  return asks && slots.B?.mentions[0]?.kind === 'place';
}

/** Firms and citizens act for nobody, and an outlet only reports. */
function speaks(argument: Argument): boolean {
  return (
    argument.actors.length > 0 &&
    argument.mentions.some(({ kind }) => kind !== 'nationals' && kind !== 'outlet' && kind !== 'place')
  );
}
