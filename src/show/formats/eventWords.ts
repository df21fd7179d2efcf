import type { Interval, ReadoutEvent } from '../../model/index.ts';
import { type ActorOf, actorOf } from './actors.ts';

/** An event in one line for a reader: `Türkiye → Russia: consult, phone (planned)`. */
export function eventTitle(event: ReadoutEvent, actor: ActorOf = actorOf): string {
  const what = [event.type.toLowerCase(), event.mode, event.subtype?.replaceAll('-', ' ')].filter(Boolean).join(', ');
  return `${partiesInWords(event, actor)}: ${what}${event.status === 'happened' ? '' : ` (${event.status})`}`;
}

function partiesInWords({ from, to }: ReadoutEvent, actor: ActorOf): string {
  const names = (codes: string[]): string => codes.map((code) => actor(code).name).join(', ');
  return to.length > 0 ? `${names(from)} → ${names(to)}` : names(from);
}

/** What is known of an event, in a few lines: days, place, people, topics, disputes, what its sides said. */
export function eventLines(event: ReadoutEvent, actor: ActorOf = actorOf): string[] {
  const lines = [
    ['When', daysInWords(event.when)],
    ['Where', event.place?.name],
    ['Who', event.people.map(({ name, post }) => (post ? `${name} (${post})` : name)).join('; ')],
    ['About', event.topics.join(', ')],
    ['Origins', event.originNames.join(', ')],
    ['Disputed', event.disputed.map(({ field }) => field).join(', ')],
  ].flatMap(([label, text]) => (text ? [`${label}: ${text}`] : []));
  return [...lines, ...readoutLines(event, actor)];
}

/** The first statement of each side, in the words of the original. */
function readoutLines({ readouts }: ReadoutEvent, actor: ActorOf): string[] {
  return readouts.flatMap(({ side, statements: [first] }) =>
    first ? [`${side ? actor(side).name : 'Others'}, ${first.speaker}: ${first.text}`] : [],
  );
}

function daysInWords(when: Interval | null): string | null {
  if (!when || (!when.earliest && !when.latest)) return null;
  if (when.earliest === when.latest) return when.earliest;
  if (!when.latest) return `from ${when.earliest}`;
  return when.earliest ? `${when.earliest} to ${when.latest}` : `until ${when.latest}`;
}
