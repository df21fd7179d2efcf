import type { Coded, ReadoutEvent } from '../../model/index.ts';
import { type Actor, type ActorOf, actorsOf } from './actors.ts';
import { alpha2, languageAlpha3 } from './codes.ts';
import { eventLines, eventTitle } from './eventWords.ts';
import type { Format, FormatContext } from './format.ts';
import { linkOf, webAddress } from './links.ts';
import { publishedAt } from './published.ts';

/** An entity of FollowTheMoney: every property is a list of texts or of ids. */
interface Entity {
  id: string;
  schema: string;
  properties: Record<string, string[]>;
}

/** JSON lines that `ftm` reads. An entity is told once; a person of several posts in several parts, which `ftm` joins by id. */
export const ftm: Format = {
  name: 'ftm',
  extension: 'ftm.json',
  mediaType: 'application/json+ftm; charset=utf-8',
  about: 'FollowTheMoney entities: Event, Person, PublicBody, Organization, Article',
  async *write(events, context) {
    const told = new Set<string>();
    const actor = actorsOf(context.store);
    for (const event of events) {
      const reports = context.store.reportsOf(event);
      for (const entity of entitiesOf(event, reports, context, actor)) {
        const part = entity.schema === 'Person' ? entity.id + entity.properties['position'] : entity.id;
        if (told.has(part)) continue;
        told.add(part);
        yield `${JSON.stringify(entity)}\n`;
      }
    }
  },
};

const idOf = (kind: 'actor' | 'person' | 'report' | 'event', id: string): string =>
  `readout-${kind}-${id.replaceAll(' ', '-')}`;

function* entitiesOf(
  event: ReadoutEvent,
  reports: readonly Coded[],
  { base }: FormatContext,
  actor: ActorOf,
): Generator<Entity> {
  for (const code of [...event.from, ...event.to]) yield actorEntity(actor(code));
  for (const { id, name, post } of event.people)
    yield entity(idOf('person', id), 'Person', { name: [name], position: [post] });
  for (const report of reports) yield articleEntity(report);
  yield entity(idOf('event', event.id), 'Event', {
    name: [eventTitle(event, actor)],
    startDate: [event.when?.earliest],
    endDate: [event.when?.latest],
    location: [event.place?.name],
    country: [event.place?.country && alpha2(event.place.country)?.toLowerCase()],
    summary: eventLines(event, actor),
    keywords: [event.type, event.mode, event.subtype, event.status, ...event.topics],
    organizer: event.from.map((code) => idOf('actor', code)),
    involved: [...event.to.map((code) => idOf('actor', code)), ...event.people.map(({ id }) => idOf('person', id))],
    proof: reports.map(({ report }) => idOf('report', report.id)),
    recordId: [event.id],
    sourceUrl: [base === '' ? null : linkOf(base, 'event', event.id)],
  });
}

function actorEntity({ code, name, kind }: Actor): Entity {
  const state = kind === 'state';
  return entity(idOf('actor', code), state ? 'PublicBody' : 'Organization', {
    name: [name],
    alias: [name === code ? null : code],
    country: [state ? alpha2(code)?.toLowerCase() : null],
  });
}

function articleEntity(coded: Coded): Entity {
  const { report, article } = coded;
  return entity(idOf('report', report.id), 'Article', {
    title: [article.title],
    author: article.authors,
    publisher: [article.outlet?.name],
    publishedAt: [article.published?.time ? publishedAt(coded)?.slice(0, 16) : article.published?.latest],
    language: [languageAlpha3(article.language)],
    sourceUrl: [webAddress(report.url ?? article.url)],
    fileName: [report.path],
    fileSize: [String(report.bytes)],
  });
}

/** An entity with the properties that have a value. */
function entity(id: string, schema: string, given: Record<string, readonly (string | null | undefined)[]>): Entity {
  const properties: Record<string, string[]> = {};
  for (const [name, values] of Object.entries(given)) {
    const known = [...new Set(values.filter((value): value is string => Boolean(value)))];
    if (known.length > 0) properties[name] = known;
  }
  return { id, schema, properties };
}
