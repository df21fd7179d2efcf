import type { Failed, RawReport, ReportHints } from '../../model/index.ts';
import { failed, ReportFailure, rawReport } from './failure.ts';

const ENTITY: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Whether a JSON value is a JSON Feed. */
export function looksLikeJsonFeed(value: unknown): value is { items: unknown[]; title?: unknown } {
  const feed = value as { version?: unknown; items?: unknown };
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof feed.version === 'string' &&
    feed.version.includes('jsonfeed') &&
    Array.isArray(feed.items)
  );
}

/** The items of a JSON Feed. */
export function* readJsonFeed(
  path: string,
  feed: { items: unknown[]; title?: unknown },
): Generator<RawReport | Failed> {
  for (const [index, value] of feed.items.entries()) {
    const item = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
    const text = (key: string) => (typeof item[key] === 'string' ? (item[key] as string) : undefined);
    const html = text('content_html');
    const content = html ?? text('content_text') ?? text('summary');
    const hints = trimmed({
      title: text('title'),
      url: text('url') ?? text('external_url'),
      date: text('date_published'),
      outlet: typeof feed.title === 'string' ? feed.title : undefined,
      language: text('language'),
    });
    yield itemReport(`${path}#${index + 1}`, html !== undefined ? 'html' : 'text', content, hints);
  }
}

/** The items of an RSS or Atom feed. No entities of its own are expanded, so none can blow up. */
export function* readFeed(path: string, xml: string): Generator<RawReport | Failed> {
  const head = xml.slice(0, Math.max(0, xml.search(/<(?:item|entry)[\s>]/i)));
  const outlet = inner(head, 'title');
  let index = 0;
  for (const item of itemsOf(xml)) {
    index++;
    const content =
      inner(item, 'content:encoded') ?? inner(item, 'content') ?? inner(item, 'description') ?? inner(item, 'summary');
    const hints = trimmed({
      title: stripTags(inner(item, 'title')),
      url: inner(item, 'link') || attribute(item, 'link', 'href'),
      date: inner(item, 'pubDate') ?? inner(item, 'published') ?? inner(item, 'dc:date') ?? inner(item, 'updated'),
      outlet: stripTags(outlet),
    });
    yield itemReport(`${path}#${index}`, content && /<[a-z][\s\S]*>/i.test(content) ? 'html' : 'text', content, hints);
  }
  if (index === 0) yield failed(path, new ReportFailure('empty', 'the feed has no items'));
}

/** The items one by one; one that is not closed ends where the next begins, so that no text is looked through twice. */
function* itemsOf(xml: string): Generator<string> {
  const edge = /<(\/?)(?:item|entry)(?=[\s>])/gi;
  let from = -1;
  for (const match of xml.matchAll(edge)) {
    if (from >= 0) yield xml.slice(from, match.index);
    from = match[1] === '' ? match.index : -1;
  }
  if (from >= 0) yield xml.slice(from);
}

function itemReport(
  path: string,
  kind: RawReport['kind'],
  content: string | undefined,
  hints: ReportHints,
): RawReport | Failed {
  const text = content?.trim() || hints.title;
  if (!text) return failed(path, new ReportFailure('empty', 'the item has no text'));
  return rawReport(path, kind, text, text, hints);
}

function inner(xml: string, tag: string): string | undefined {
  const open = new RegExp(`<${tag}(?:\\s[^<>]*)?>`, 'i').exec(xml);
  if (!open) return undefined;
  const from = open.index + open[0].length;
  const to = xml.toLowerCase().indexOf(`</${tag.toLowerCase()}`, from);
  return to < 0 ? undefined : unescapeXml(xml.slice(from, to).trim());
}

function attribute(xml: string, tag: string, name: string): string | undefined {
  const match = new RegExp(`<${tag}\\s[^<>]*?${name}\\s*=\\s*["']([^"']*)["']`, 'i').exec(xml);
  return match?.[1] ? unescapeXml(match[1]) : undefined;
}

function unescapeXml(text: string): string {
  if (text.startsWith('<![CDATA['))
    return text.slice(9, text.lastIndexOf(']]>') >= 9 ? text.lastIndexOf(']]>') : undefined).trim();
  return text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (name.startsWith('#'))
      return fromCode(Number.parseInt(name.replace(/^#x?/i, ''), /^#x/i.test(name) ? 16 : 10)) ?? whole;
    return ENTITY[name.toLowerCase()] ?? whole;
  });
}

function fromCode(code: number): string | null {
  return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : null;
}

function stripTags(text: string | undefined): string | undefined {
  return text?.replace(/<[^>]*>/g, '').trim();
}

function trimmed(hints: ReportHints): ReportHints {
  return Object.fromEntries(
    Object.entries(hints).filter(([, value]) => value !== undefined && value !== ''),
  ) as ReportHints;
}
