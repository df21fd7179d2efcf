import type { Act, ActType } from '../../src/model/index.ts';
import type { MarkedAct } from './marks.ts';

/** How well an act fits a mark: not at all, its parties, time and quarter of the ontology, or type, direction and status too. */
export type Fit = 0 | 1 | 2;

const DAY = 86_400_000;
/** PLOVER's quadrants: verbal and material cooperation, verbal and material conflict. */
const QUADRANTS: readonly (readonly ActType[])[] = [
  ['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE'],
  ['COOPERATE', 'AID', 'RETREAT'],
  ['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN'],
  ['PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'],
];
/** Types of deeds that both sides do, when both the mark and the act are of one. */
const MUTUAL: readonly ActType[] = ['CONSULT', 'COOPERATE', 'AGREE', 'SUPPORT'];

export function fitOf(mark: MarkedAct, act: Act): Fit {
  if (!sameParties(mark, act) || !timeFits(mark, act.when)) return 0;
  const types = mark.types ?? [mark.type];
  if (types.includes(act.type) && act.status === mark.status && sameDirection(mark, act)) return 2;
  return types.some((type) => quadrant(type) === quadrant(act.type)) ? 1 : 0;
}

export function partiesOf({ from, to }: { from: readonly string[]; to: readonly string[] }): string[] {
  return [...new Set([...from, ...to])];
}

function quadrant(type: ActType): number {
  return QUADRANTS.findIndex((types) => types.includes(type));
}

/** A deed of more than two may be told whole or two by two. */
function sameParties(mark: MarkedAct, act: Act): boolean {
  const marked = partiesOf(mark);
  const told = partiesOf(act);
  const shared = marked.filter((one) => told.includes(one)).length;
  if (marked.length === told.length) return shared === marked.length;
  return shared >= 2 && shared === Math.min(marked.length, told.length);
}

function sameDirection(mark: MarkedAct, act: Act): boolean {
  const mutual = MUTUAL.includes(mark.type) && (mark.type === act.type || mark.type === 'CONSULT');
  return mutual || (overlap(mark.from, act.from) && overlap(mark.to, act.to));
}

function overlap(some: readonly string[], others: readonly string[]): boolean {
  return some.some((one) => others.includes(one));
}

/** A mark to the day must be hit; a wider one must hold, or be held by, what was told, or may be left open. */
function timeFits({ start, end }: MarkedAct, when: Act['when']): boolean {
  if (start === null && end === null) return true;
  const first = dayOf(start ?? end, false);
  const last = dayOf(end ?? start, true);
  if (!when || (when.earliest === null && when.latest === null)) return first !== last;
  const earliest = dayOf(when.earliest ?? when.latest, false);
  const latest = dayOf(when.latest ?? when.earliest, true);
  if (first === last) return earliest === first && latest === last;
  const inside = earliest >= first - DAY && latest <= last + DAY;
  return inside || (earliest <= first && latest >= last && latest - earliest <= 3 * (last - first) + 31 * DAY);
}

/** The first or the last day of a date that may be a year, a month or a day, in milliseconds. */
function dayOf(date: string | null, last: boolean): number {
  const [year = 0, month, day] = (date ?? '').split('-').map(Number);
  if (day !== undefined) return Date.UTC(year, (month ?? 1) - 1, day);
  if (month !== undefined) return last ? Date.UTC(year, month, 0) : Date.UTC(year, month - 1, 1);
  return last ? Date.UTC(year, 11, 31) : Date.UTC(year, 0, 1);
}
