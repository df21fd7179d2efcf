import { createHash } from 'node:crypto';
import type { Act, Coded, ReadoutEvent } from '../../model/index.ts';
import { type ActorOf, actorOf } from './actors.ts';
import { publicationsOf } from './published.ts';

/** One source, one target: what event data of other projects is made of. */
export interface Dyad {
  event: ReadoutEvent;
  source: string;
  /** Null when the event names nobody it was done to. */
  target: string | null;
  /** Stays the same for the same event, source and target; a whole number that a double holds exactly. */
  number: number;
  /** The first day the event can have happened on, ISO 8601. */
  day: string;
  /** The act that says most about the event, and its report. */
  act: Act;
  report: Coded;
  reports: readonly Coded[];
  /** When the newest report was published. */
  newest: string;
  /** What is known of an actor. */
  actor: ActorOf;
}

const DAY = 86_400_000;
/** Other event data knows days only: what is known no closer than to this many days would stand on a day it was not. */
const MOST_DAYS = 31;

/** The dyads of an event; none when its day is not known closely enough. */
export function dyadsOf(event: ReadoutEvent, reports: readonly Coded[], actor: ActorOf = actorOf): Dyad[] {
  const day = dayOf(event);
  const leading = leadingAct(event, reports);
  if (!day || !leading) return [];
  const { newest } = publicationsOf(event, reports);
  return pairs(event).map(([source, target]) => ({
    event,
    source,
    target,
    number: wholeNumber(`${event.id} ${source} ${target ?? ''}`),
    day,
    ...leading,
    reports,
    newest,
    actor,
  }));
}

/** Each source with each target; without targets, the sources with one another, or the one source alone. */
function pairs({ from, to }: ReadoutEvent): [string, string | null][] {
  if (to.length > 0)
    return from.flatMap((source) =>
      to.flatMap((target): [string, string][] => (source === target ? [] : [[source, target]])),
    );
  if (from.length < 2) return from.map((source) => [source, null]);
  return from.flatMap((source, at) => from.slice(at + 1).map((target): [string, string] => [source, target]));
}

function dayOf({ when }: ReadoutEvent): string | null {
  if (!when?.earliest || !when.latest) return null;
  return (Date.parse(when.latest) - Date.parse(when.earliest)) / DAY < MOST_DAYS ? when.earliest : null;
}

/** The act of the event's own type that is the news of its report and surest; ties by id. */
export function leadingAct(event: ReadoutEvent, reports: readonly Coded[]): { act: Act; report: Coded } | null {
  const wanted = new Set(event.acts.map(({ act }) => act));
  const acts = reports.flatMap((report) =>
    report.acts.filter(({ id }) => wanted.has(id)).map((act) => ({ act, report })),
  );
  const rank = ({ act }: { act: Act }): number =>
    Number(act.type === event.type) * 8 + Number(act.mode === event.mode) * 4 + Number(act.core) * 2 + act.confidence;
  const [best] = acts.sort((a, b) => rank(b) - rank(a) || (a.act.id < b.act.id ? -1 : a.act.id > b.act.id ? 1 : 0));
  return best ?? null;
}

/** 52 bits of a hash: below 2^53, so that no reader rounds it. */
export function wholeNumber(text: string): number {
  return Number.parseInt(createHash('sha256').update(text).digest('hex').slice(0, 13), 16);
}

/** A line of tab-separated cells. The form has no quotes: tabs and line ends within a cell become spaces. */
export function tabLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map((cell) => (cell === null ? '' : String(cell).replace(/[\t\r\n]+/g, ' '))).join('\t')}\n`;
}
