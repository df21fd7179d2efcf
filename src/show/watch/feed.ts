import type { RawReport } from '../../model/index.ts';
import { openReports } from '../../read/index.ts';
import { isLocal } from './local.ts';

/** An item of a feed: where its page is, and what the feed itself says of it. */
export interface FeedItem {
  url: string;
  item: RawReport;
}

/** The items of a feed (RSS, Atom, JSON Feed) that have a page; null when the bytes are no feed. */
export async function itemsOf(feed: string, body: Uint8Array): Promise<FeedItem[] | null> {
  const items = new Map<string, FeedItem>();
  let any = false;
  for await (const found of openReports(['-'], { stdin: once(body) })) {
    if ('error' in found) continue;
    // What has no number is one whole document: a page, not a feed.
    if (!/^-#\d+$/.test(found.report.path)) return null;
    any = true;
    const url = addressOf(found.report.url, feed);
    if (url && !items.has(url))
      items.set(url, { url, item: { ...found, report: { ...found.report, path: url, url } } });
  }
  return any ? [...items.values()] : null;
}

async function* once(body: Uint8Array): AsyncGenerator<Uint8Array> {
  yield body;
}

/** The page of an item, without its fragment. A feed from the web leads to no machine of this network. */
function addressOf(link: string | null, feed: string): string | null {
  const url = link ? URL.parse(link.trim(), feed) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const home = new URL(feed);
  if (isLocal(url.hostname) && url.host !== home.host) return null;
  url.hash = '';
  return url.href;
}

/** What the feed itself tells, for a page that cannot be had; null when that is no more than a headline. */
export function ownText({ content, hints }: RawReport): string | null {
  const text = content.replace(/<[^>]*>/g, ' ').trim();
  return text.length > 0 && text !== hints.title?.trim() ? text : null;
}
