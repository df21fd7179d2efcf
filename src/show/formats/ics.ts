import type { ICalCalendar, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { ActStatus, ReadoutEvent } from '../../model/index.ts';
import { type ActorOf, actorsOf } from './actors.ts';
import { eventLines, eventTitle } from './eventWords.ts';
import type { Format } from './format.ts';
import { linkOf, webAddress } from './links.ts';
import { publicationsOf } from './published.ts';

/** What a calendar calls each status; one that is not listed is no appointment unless it is asked for. */
const STATUS: Readonly<Partial<Record<ActStatus, string>>> = {
  happened: 'CONFIRMED',
  planned: 'TENTATIVE',
  proposed: 'TENTATIVE',
  denied: 'CANCELLED',
};

/** A calendar (RFC 5545) of whole days. Events of which no day is known are left out. */
export const ics: Format = {
  name: 'ics',
  extension: 'ics',
  mediaType: 'text/calendar; charset=utf-8',
  about: 'a calendar; planned events are TENTATIVE, denied ones CANCELLED',
  statuses: ['happened', 'planned', 'proposed', 'denied'],
  async *write(events, { store, base, title }) {
    const { ICalCalendar: Calendar, escape: escapeText, foldLines } = await import('ical-generator');
    const calendar = new Calendar({
      name: escapeText(title, false),
      prodId: { company: 'Readout', product: 'Readout', language: 'EN' },
    });
    const end = 'END:VCALENDAR';
    yield calendar.toString().slice(0, -end.length);
    const actor = actorsOf(store);
    for (const event of events) {
      const { newest } = publicationsOf(event, store.reportsOf(event));
      const made = madeEvent(calendar, event, newest, base, actor);
      if (!made) continue;
      yield foldLines(made);
      // The calendar is emptied again, so that a long one does not fill the memory.
      calendar.clear();
    }
    yield `${end}\r\n`;
  },
};

function madeEvent(
  calendar: ICalCalendar,
  event: ReadoutEvent,
  stamp: string,
  base: string,
  actor: ActorOf,
): string | null {
  const first = event.when?.earliest ?? event.when?.latest;
  const last = event.when?.latest ?? event.when?.earliest;
  if (!first || !last) return null;
  const page =
    base === '' ? event.reports.map(webAddress).find((address) => address !== null) : linkOf(base, 'event', event.id);
  return calendar
    .createEvent({
      id: `${event.id}@readout`,
      stamp: new Date(stamp),
      allDay: true,
      start: new Date(`${first}T00:00:00Z`),
      end: dayAfter(last),
      summary: eventTitle(event, actor),
      description: [...eventLines(event, actor), ...event.reports].join('\n'),
      location: event.place ? { title: event.place.name } : null,
      categories: [event.type, event.mode, event.status].flatMap((name) => (name ? { name } : [])),
      transparency: 'TRANSPARENT' as ICalEventTransparency,
      status: (STATUS[event.status] ?? 'TENTATIVE') as ICalEventStatus,
      url: page ?? null,
      x: { 'X-READOUT-STATUS': event.status },
    })
    .toString();
}

/** A calendar's last day stands outside the event. */
function dayAfter(day: string): Date {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date;
}
