import type { Published } from '../../model/when.ts';
import { dateOfAddress } from '../address.ts';
import type { PageMeta } from '../assemble.ts';
import { statedDate } from '../published.ts';
import type { WalkedPage } from './walk-page.ts';

type Json = Record<string, unknown>;

const ARTICLE = /Article|Posting|Report|Review|WebPage/;
const DATE_METAS = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'article:published',
  'og:published_time',
  'article.published',
  'published-date',
  'publish-date',
  'publication_date',
  'pubdate',
  'publishdate',
  'published_time',
  'published_at',
  'sailthru.date',
  'parsely-pub-date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.date',
  'dc.date',
  'dc.date.created',
  'article_date_original',
  'originalpublicationdate',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'bt:pubdate',
  'rnews:datepublished',
  'citation_publication_date',
  'date.created',
  'mediator_published_time',
  'ptime',
  'date_published',
  'artdate',
  'date',
  'datecreated',
];
const MODIFIED_METAS = [
  'article:modified_time',
  'og:article:modified_time',
  'og:updated_time',
  'article:modified',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'lastmod',
  'revised',
  'updated_time',
];
const NAME_METAS = ['og:site_name', 'application-name', 'publisher', 'dc.publisher', 'apple-mobile-web-app-title'];
const AUTHOR_METAS = [
  'author',
  'article:author',
  'dc.creator',
  'parsely-author',
  'sailthru.author',
  'byl',
  'mediator_author',
  'cxenseparse:author',
];

/** What the markup of a page says of it: JSON-LD, then OpenGraph and other metas, then `<time>`, then the address. */
export function readMetadata(
  page: WalkedPage,
  html: string,
  url: string | null,
  inArticle: (box: number) => boolean,
): PageMeta {
  const things = jsonLd(page.scripts);
  const article =
    things.find((thing) => ARTICLE.test(typeOf(thing)) && ('headline' in thing || 'datePublished' in thing)) ?? null;
  const own = page.links.get('canonical') ?? page.metas.get('og:url') ?? null;
  const address = own && /^https?:/i.test(own) ? own : url;
  return {
    title: titleOf(page, article),
    siteName: nameOf(article?.publisher) ?? firstMeta(page, NAME_METAS),
    authors: authorsOf(page, article),
    published: inLocalDay(publishedOf(page, article, things, inArticle), html),
    modified: firstDate([
      [text(article?.dateModified), 'JSON-LD dateModified'],
      ...MODIFIED_METAS.map((name): Candidate => [page.metas.get(name), `meta ${name}`]),
    ]),
    lastResort: lastResort(page, html, url ?? address),
    url: address,
    language: page.language ?? page.metas.get('content-language') ?? null,
  };
}

function publishedOf(
  page: WalkedPage,
  article: Json | null,
  things: Json[],
  inArticle: (box: number) => boolean,
): Published | null {
  const stated = article ?? things.find((thing) => text(thing.datePublished) !== null) ?? null;
  const candidates: Candidate[] = [[text(stated?.datePublished), 'JSON-LD datePublished']];
  for (const name of DATE_METAS) candidates.push([page.metas.get(name), `meta ${name}`]);
  const times = page.times.filter((time) => time.datetime !== '');
  candidates.push([times.find((time) => inArticle(time.box))?.datetime, 'the time element of the article']);
  candidates.push([times.find((time) => isLabelled(page, time.box))?.datetime, 'the time element of the article']);
  candidates.push([text(stated?.dateCreated), 'JSON-LD dateCreated']);
  return believed(candidates);
}

/** The first date that is stated, and in its reason those that disagree with it. */
function believed(candidates: readonly Candidate[]): Published | null {
  const first = firstDate(candidates);
  if (!first) return null;
  const others = new Map<string, string>();
  for (const [value, why] of candidates) {
    const date = value ? statedDate(value, why) : null;
    if (date && date.earliest > '1990' && date.earliest !== first.earliest && !others.has(date.earliest))
      others.set(date.earliest, why);
  }
  if (others.size === 0) return first;
  const said = [...others].map(([day, why]) => `${why} says ${day}`);
  return { ...first, why: `${first.why}, believed first; ${said.join(', ')}` };
}

/** A date that a script of the page gives under a name that says so. */
const SCRIPT_DATE = /["']\w*date\w*["']\s*:\s*["']([^"'<>]{8,40})["']/gi;
const UTC = /Z$|[+-]00:?00$|GMT$|UTC$/;
const MOST_SCRIPT_DATES = 200;

/**
 * The day of a time in UTC may not be the one that its readers had. Where what the page's scripts say in no zone, or in
 * that of the site, is of the day beside it and never of this one, that is the day.
 */
function inLocalDay(stated: Published | null, html: string): Published | null {
  if (!stated?.time?.endsWith('+00:00')) return stated;
  const days = new Set<string>();
  let count = 0;
  for (const [, value = ''] of html.matchAll(SCRIPT_DATE)) {
    if (count++ === MOST_SCRIPT_DATES) break;
    const day = UTC.test(value) ? null : writtenDay(value);
    if (day) days.add(day);
  }
  const beside = [...days].filter((day) => Math.abs(Date.parse(day) - Date.parse(stated.earliest)) === DAY);
  const [day] = beside;
  if (days.has(stated.earliest) || beside.length !== 1 || !day) return stated;
  const why = `a script of the page; ${stated.why} says ${stated.earliest} in UTC`;
  return { ...stated, earliest: day, latest: day, why };
}

const DAY = 86_400_000;

/** The day as it is written, whatever its zone. */
function writtenDay(value: string): string | null {
  return (
    statedDate(value.replace(/\s*(?:[+-]\d{2}:?\d{2}|[A-Z]{3,4})$/, ' GMT'), '')?.earliest ??
    statedDate(value, '')?.earliest ??
    null
  );
}

const PUBLISHED = /publish|pubdate|postdate|post-date|entry-date|article-date|datetime|timestamp/;
const IN_SCRIPT =
  /["']?(?:datePublished|publishedAt|published_at|publish_date|publishDate|publication_date|publicationDate|published_time|pubDate|pub_date)["']?\s*[:=]\s*["']([^"'<>]{8,40})["']/;

/** Seconds since 1970 beside a post, as pages that work out the time in the browser have them. */
const UNIX = /data-(?:time|timestamp|unixtime|epoch|utime)=["'](\d{10})["']/;

/** A script in the flow of the page that does nothing but print the date it is given. */
const PRINTED_BY_SCRIPT = /<script[^>]*>\s*[\w.]+\(\s*["'](\d{4}[/-]\d\d[/-]\d\d[ T\d:]*)["']\s*\)\s*;?\s*<\/script>/i;

/** What is left when neither the head nor the text states a date: scripts, the address, any time element. */
function lastResort(page: WalkedPage, html: string, url: string | null): Published | null {
  const found =
    firstDate([
      [IN_SCRIPT.exec(html)?.[1], 'a script of the page'],
      [PRINTED_BY_SCRIPT.exec(html)?.[1]?.replaceAll('/', '-'), 'a script that prints it'],
    ]) ?? dateOfAddress(url);
  const seconds = UNIX.exec(html)?.[1];
  const counted = seconds ? new Date(Number(seconds) * 1000).toISOString() : null;
  return (
    found ??
    firstDate(page.times.map((time) => [time.datetime, 'the first time element of the page'])) ??
    firstDate([[counted, 'the first seconds since 1970 that the page has']])
  );
}

function isLabelled(page: WalkedPage, box: number): boolean {
  return (
    PUBLISHED.test(page.boxes[box]?.label ?? '') ||
    PUBLISHED.test(page.boxes[page.boxes[box]?.parent ?? 0]?.label ?? '')
  );
}

/** A date as it is stated, if it is, and where. */
type Candidate = [value: string | null | undefined, why: string];

function firstDate(candidates: readonly Candidate[]): Published | null {
  for (const [value, why] of candidates) {
    const date = value ? statedDate(value, why) : null;
    if (date && date.earliest > '1990') return date;
  }
  return null;
}

/** All objects of the page's JSON-LD, graphs opened. */
function jsonLd(scripts: readonly string[]): Json[] {
  const things: Json[] = [];
  for (const script of scripts) {
    const queue: unknown[] = [parseLoose(script)];
    for (let value = queue.shift(); value !== undefined && things.length < 200; value = queue.shift()) {
      if (Array.isArray(value)) queue.push(...value);
      else if (typeof value === 'object' && value !== null) {
        things.push(value as Json);
        if ('@graph' in value) queue.push((value as Json)['@graph']);
        if ('mainEntity' in value) queue.push((value as Json).mainEntity);
      }
    }
  }
  return things;
}

function parseLoose(script: string): unknown {
  const bare = script
    .replace(/^\s*(?:\/\/)?\s*(?:<!--|<!\[CDATA\[)/, '')
    .replace(/(?:\/\/)?\s*(?:-->|\]\]>)\s*;?\s*$/, '');
  try {
    return JSON.parse(bare);
  } catch {
    try {
      return JSON.parse(
        bare
          .replace(/^\s*\/\/.*$|(?<=[,{[])\s*\/\/[^"\n]*$|,\s*\/\/.*$/gm, ',')
          .replace(/,(\s*,)+/g, ',')
          .replace(/\p{Cc}+/gu, ' '),
      );
    } catch {
      return [];
    }
  }
}

function typeOf(thing: Json): string {
  const type = thing['@type'];
  return Array.isArray(type) ? type.join(' ') : String(type ?? '');
}

/** The title that the markup states, the site's name perhaps with it. */
export function titleOf(page: WalkedPage, article: Json | null = null): string | null {
  const title =
    text(article?.headline) ?? page.metas.get('og:title') ?? page.metas.get('twitter:title') ?? page.titles[0] ?? null;
  return title === null ? null : unescapeTwice(title).replace(/\s+/g, ' ').trim() || null;
}

const ESCAPED: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#039;': "'",
  '&#39;': "'",
  '&apos;': "'",
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
};

/** Titles in metadata are often escaped once too much. */
function unescapeTwice(title: string): string {
  return title.includes('&')
    ? title.replace(/&(?:quot|#0?39|apos|amp|lt|gt|nbsp);/g, (entity) => ESCAPED[entity] ?? entity)
    : title;
}

function authorsOf(page: WalkedPage, article: Json | null): string[] {
  const stated = article?.author ?? article?.creator;
  const names = (Array.isArray(stated) ? stated : [stated])
    .map((author) => nameOf(author))
    .filter((name): name is string => name !== null && !/^https?:/.test(name));
  if (names.length > 0) return [...new Set(names)];
  const meta = firstMeta(page, AUTHOR_METAS);
  return meta && !/^https?:|@/.test(meta) ? [meta] : [];
}

function firstMeta(page: WalkedPage, names: readonly string[]): string | null {
  for (const name of names) {
    const value = page.metas.get(name);
    if (value) return value;
  }
  return null;
}

function nameOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null;
  if (Array.isArray(value)) return nameOf(value[0]);
  if (typeof value === 'object' && value !== null) return text((value as Json).name);
  return null;
}

function text(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null;
  if (Array.isArray(value)) return text(value[0]);
  return null;
}
