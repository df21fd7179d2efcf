import type { ActStatus, Coded, ReadoutEvent, ReadoutStatement, Story } from '../../model/index.ts';
import { type Actor, type ActorOf, actorsOf } from './actors.ts';
import { eventTitle } from './eventWords.ts';
import type { Format, FormatContext } from './format.ts';
import { linkOf, webAddress } from './links.ts';

type Node = Readonly<Record<string, unknown>>;

const CANCELLED: readonly ActStatus[] = ['denied'];

/** Linked data in the words of schema.org. The context stands in the file: a processor needs no network. */
export const jsonld: Format = {
  name: 'jsonld',
  extension: 'jsonld',
  mediaType: 'application/ld+json; charset=utf-8',
  about: 'linked data in the words of schema.org: Event, NewsArticle, Quotation',
  async *write(events, context) {
    yield `{"@context":{"@vocab":"https://schema.org/"},"@graph":[`;
    const told = new Set<string>();
    let separator = '\n';
    for (const node of nodesOf(events, context, told)) {
      yield separator + JSON.stringify(node);
      separator = ',\n';
    }
    yield '\n]}\n';
  },
};

/** Events, each followed by the reports that were not told of before. */
function* nodesOf(events: Iterable<ReadoutEvent>, context: FormatContext, told: Set<string>): Generator<Node> {
  const actor = actorsOf(context.store);
  for (const event of events) {
    const reports = context.store.reportsOf(event);
    yield eventNode(event, reports, context.base, actor);
    const stories = context.store.storiesOf(event);
    for (const report of reports) {
      if (told.has(report.report.id)) continue;
      told.add(report.report.id);
      yield reportNode(report, sourcesOf(report, stories, context), context.base);
    }
  }
}

function eventNode(event: ReadoutEvent, reports: readonly Coded[], base: string, actor: ActorOf): Node {
  const { from, to, when, place, people } = event;
  return given({
    '@type': 'Event',
    '@id': linkOf(base, 'event', event.id),
    identifier: event.id,
    name: eventTitle(event, actor),
    startDate: when?.earliest,
    endDate: when?.latest,
    eventStatus: {
      '@id': `https://schema.org/${CANCELLED.includes(event.status) ? 'EventCancelled' : 'EventScheduled'}`,
    },
    location: place && given({ '@type': 'Place', name: place.name, address: address(place.country) }),
    organizer: from.map((code) => actorNode(actor(code), base)),
    attendee: [
      ...to.map((code) => actorNode(actor(code), base)),
      ...people.map(({ id, name, post }) =>
        given({ '@type': 'Person', '@id': linkOf(base, 'person', id), name, jobTitle: post }),
      ),
    ],
    keywords: [event.type, event.mode, event.subtype, event.status, ...event.topics].filter(Boolean),
    subjectOf: [
      ...reports.map(({ report }) => ({ '@id': linkOf(base, 'report', report.id) })),
      ...event.readouts.flatMap(({ statements }) =>
        statements.map((statement) => quotationNode(statement, reports, base)),
      ),
    ],
  });
}

function address(country: string | null): Node | null {
  return country ? { '@type': 'PostalAddress', addressCountry: country } : null;
}

function actorNode({ code, name, kind }: Actor, base: string): Node {
  const type = kind === 'state' ? 'GovernmentOrganization' : 'Organization';
  return { '@type': type, '@id': linkOf(base, 'actor', code), identifier: code, name };
}

function quotationNode(statement: ReadoutStatement, reports: readonly Coded[], base: string): Node {
  const report = reports.find(({ report: { path, url, id } }) => (path || url || id) === statement.report);
  return given({
    '@type': 'Quotation',
    text: statement.text,
    inLanguage: statement.language,
    creator: { '@type': 'Thing', name: statement.speaker },
    isPartOf: report && { '@id': linkOf(base, 'report', report.report.id) },
  });
}

/** What a report was made from: an article, or only the outlet of one that is not at hand. */
function sourcesOf({ report }: Coded, stories: readonly Story[], { store, base }: FormatContext): Node[] {
  const name = report.path || report.url || report.id;
  return stories.flatMap(({ id, lineage }) => {
    const edges = lineage.filter(({ to }) => to === name);
    if (edges.length === 0) return [];
    const ids = new Map(store.browse.reportsOfStory(id).map((one) => [one.name, one.id]));
    return edges.map(({ from }) => {
      const source = ids.get(from);
      if (source) return { '@id': linkOf(base, 'report', source) };
      return { '@type': 'NewsArticle', publisher: { '@type': 'NewsMediaOrganization', name: from } };
    });
  });
}

function reportNode({ report, article }: Coded, sources: readonly Node[], base: string): Node {
  return given({
    '@type': 'NewsArticle',
    '@id': linkOf(base, 'report', report.id),
    identifier: report.id,
    url: webAddress(report.url ?? article.url ?? report.path),
    headline: article.title,
    inLanguage: article.language,
    datePublished: article.published?.time ?? article.published?.latest,
    publisher: article.outlet && { '@type': 'NewsMediaOrganization', name: article.outlet.name },
    author: article.authors.map((name) => ({ '@type': 'Person', name })),
    isBasedOn: sources,
    creditText: article.credits.length > 0 ? article.credits.map(({ outlet }) => outlet).join(', ') : null,
  });
}

/** The properties that have a value. */
function given(node: Node): Node {
  return Object.fromEntries(
    Object.entries(node).filter(([, value]) => value != null && !(Array.isArray(value) && value.length === 0)),
  );
}
