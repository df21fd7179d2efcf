import { createHash } from 'node:crypto';
import type { Coded, ReadoutEvent } from '../../model/index.ts';
import { type ActorOf, actorsOf } from './actors.ts';
import { eventLines, eventTitle } from './eventWords.ts';
import type { Format, FormatContext } from './format.ts';
import { linkOf, urnOf, webAddress } from './links.ts';
import { publicationsOf } from './published.ts';
import { xmlAttributes, xmlElement } from './xml.ts';

/** A feed of the query (RFC 4287). */
export const atom: Format = {
  name: 'atom',
  extension: 'atom',
  mediaType: 'application/atom+xml; charset=utf-8',
  about: 'an Atom feed, one entry an event; updated when its newest report was published',
  async *write(events, context) {
    yield head(context);
    const actor = actorsOf(context.store);
    let updated = '';
    for (const event of events) {
      const reports = context.store.reportsOf(event);
      const { oldest, newest } = publicationsOf(event, reports);
      if (newest > updated) updated = newest;
      yield entry(event, reports, { oldest, newest }, context.base, actor);
    }
    // RFC 4287 gives the order of a feed's children no meaning: only the end knows which entry is newest.
    yield `${xmlElement('updated', updated || '1970-01-01T00:00:00Z')}\n</feed>\n`;
  },
};

function head({ base, title, query }: FormatContext): string {
  const self = base === '' ? null : `${base}/events.atom${query === '' ? '' : `?${query}`}`;
  const id = urnOf('feed', createHash('sha256').update(query).digest('hex').slice(0, 16));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    xmlElement('id', id),
    xmlElement('title', title),
    self === null ? '' : `<link${xmlAttributes({ rel: 'self', type: 'application/atom+xml', href: self })}/>`,
    '<author><name>Readout</name></author>',
    '<generator>Readout</generator>\n',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function entry(
  event: ReadoutEvent,
  reports: readonly Coded[],
  { oldest, newest }: { oldest: string; newest: string },
  base: string,
  actor: ActorOf,
): string {
  const page = base === '' ? null : linkOf(base, 'event', event.id);
  const terms = [event.type, event.mode, event.status, ...event.from, ...event.to, ...event.topics];
  return [
    '<entry>',
    xmlElement('id', urnOf('event', event.id)),
    xmlElement('title', eventTitle(event, actor)),
    page === null ? '' : `<link${xmlAttributes({ rel: 'alternate', href: page })}/>`,
    ...reports.map(reportLink),
    xmlElement('published', oldest),
    xmlElement('updated', newest),
    ...[...new Set(terms)].flatMap((term) => (term ? `<category${xmlAttributes({ term })}/>` : [])),
    xmlElement('content', eventLines(event, actor).join('\n'), { type: 'text' }),
    '</entry>\n',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function reportLink({ report, article }: Coded): string {
  const href = webAddress(report.url ?? article.url) ?? webAddress(report.path);
  const { language, title } = article;
  return href === null ? '' : `<link${xmlAttributes({ rel: 'related', href, hreflang: language, title })}/>`;
}
