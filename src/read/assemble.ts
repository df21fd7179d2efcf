import type { Article, Warning } from '../model/article.ts';
import type { RawReport } from '../model/report.ts';
import type { Published } from '../model/when.ts';
import type { ReadWorld } from '../world/page.ts';
import { dateOfAddress, folderOf } from './address.ts';
import { findAuthors } from './authors.ts';
import { markLanguages, toBlocks } from './blocks.ts';
import { type Classified, classify } from './classify.ts';
import { findCredits } from './credits.ts';
import { isDropped, type Line } from './lines.ts';
import { findOutlet, findPublisherTag, hostOf, outletOfUrl, siteHost } from './outlet.ts';
import { findModified, findPublished } from './published.ts';
import type { LinePhrases } from './rules/phrases.ts';

/** What the markup of a page says of it. */
export interface PageMeta {
  readonly title: string | null;
  readonly siteName: string | null;
  readonly authors: readonly string[];
  readonly published: Published | null;
  readonly modified: Published | null;
  /** A date from places that are less to be trusted than what the page prints. */
  readonly lastResort: Published | null;
  readonly url: string | null;
  readonly language: string | null;
}

/** A page taken apart into lines, by either reader. */
export interface Page {
  readonly raw: RawReport;
  readonly text: string;
  readonly lines: Line[];
  readonly phrases: Map<Line, LinePhrases>;
  readonly meta: PageMeta | null;
  /** It has more text than is read. */
  readonly cut: boolean;
  /** Its markup told where the article stands. */
  readonly markup: boolean;
}

/** Puts the article together from its lines: where the two readers meet. */
export function assemble({ raw, text, lines, phrases, meta, markup }: Page, world: ReadWorld): Article {
  const language = languageOf(lines, world, raw.hints.language ?? meta?.language ?? null);
  const title = raw.hints.title ?? meta?.title ?? null;
  const url = raw.report.url ?? raw.hints.url ?? meta?.url ?? null;
  const address = url ?? folderOf(text);
  const told = classify(lines, phrases, text, world, {
    title,
    trusted: raw.hints.title !== undefined,
    siteNames: siteNamesOf(raw, meta, address, world),
    language,
    dateOrder: dateOrder(address, language, world),
    markup,
  });
  const modified = meta?.modified ?? findModified(told.dates);
  const blocks = toBlocks(lines, told.corrupt);
  markLanguages(blocks, text, language, world.identify);
  const tag = findPublisherTag(lines, world.outlets);
  const outlet = findOutlet(address, raw.hints, meta?.siteName ?? null, tag, world.outlets);
  return {
    language,
    text,
    title: told.title?.text.normalize('NFC') ?? null,
    outlet,
    authors: findAuthors(told, meta?.authors ?? []),
    published: publishedOf(raw, told, meta) ?? dateOfAddress(address),
    ...(modified ? { modified } : {}),
    url,
    blocks,
    credits: findCredits(text, blocks, world.outlets, world.phrases, {
      ref: outlet,
      tag: tag ? [tag.start, tag.end] : null,
    }),
    warnings: warningsOf(raw, told),
  };
}

function siteNamesOf(raw: RawReport, meta: PageMeta | null, address: string | null, world: ReadWorld): string[] {
  const host = siteHost(address);
  const names = [
    raw.hints.outlet,
    meta?.siteName,
    outletOfUrl(address, world.outlets)?.name,
    host,
    host?.split('.')[0],
  ];
  return names.filter((name): name is string => typeof name === 'string' && name !== '');
}

/** How `3/1` reads: by the country of the site, else by the language. */
function dateOrder(url: string | null, language: string, world: ReadWorld): string {
  const country = hostOf(url)?.match(/\.[a-z]{2}$/)?.[0] ?? '';
  return world.dates.order.get(country) ?? world.dates.order.get(language) ?? 'day';
}

/** By the words of the longest lines; what the page declares decides only when the words do not. */
function languageOf(lines: readonly Line[], world: ReadWorld, declared: string | null): string {
  const prose = lines.filter((line) => line.prose).slice(0, 6);
  const samples = (prose.length > 0 ? prose : lines.slice(0, 40)).map((line) => line.text.slice(0, SAMPLE));
  const all = world.identify(samples.join('\n'));
  const [first = ''] = samples;
  const own =
    prose.length > 1 && first.length >= TELLING && world.languages.includes(all)
      ? world.identify(first.slice(0, GLIMPSE))
      : all;
  const mixed = own !== all && world.languages.includes(own);
  const told = mixed ? ofMost(samples, world) : all;
  return told === 'und' && declared ? (declared.toLowerCase().split(/[-_]/)[0] ?? 'und') : told;
}

/** So much of a line is asked for its language, and so much it must have to tell. */
const SAMPLE = 250;
const TELLING = 60;
const GLIMPSE = 120;

/** The language of most of the text, where it is in several: some languages say more of themselves in a line than others. */
function ofMost(samples: readonly string[], world: ReadWorld): string {
  const sums = new Map<string, number>();
  for (const sample of samples) {
    const told = world.identify(sample);
    if (world.languages.includes(told)) sums.set(told, (sums.get(told) ?? 0) + sample.length);
  }
  return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'und';
}

function publishedOf(raw: RawReport, told: Classified, meta: PageMeta | null): Published | null {
  const firstProse = told.lines.find((line) => line.prose && !isDropped(line))?.number ?? Number.MAX_SAFE_INTEGER;
  const printed = findPublished(raw.hints, told.dates, firstProse);
  if (raw.hints.date || !meta) return printed;
  const stated = meta.published;
  if (!stated || !printed || stated.earliest === printed.earliest) return stated ?? printed ?? meta.lastResort;
  if (isNextDay(stated, printed))
    return {
      ...printed,
      why: `${printed.why}; ${stated.why} says ${stated.earliest}, in no zone or not that of its readers`,
    };
  return { ...stated, why: `${stated.why}; ${printed.earliest} is ${printed.why}` };
}

/** A time in UTC, or in no zone, can be of another day than the one its readers had, which the page prints. */
function isNextDay(stated: Published, printed: Published): boolean {
  const zoned = stated.time !== null && /[+-]\d\d:\d\d$/.test(stated.time) && !stated.time.endsWith('+00:00');
  if (stated.time === null || zoned) return false;
  return Math.abs(Date.parse(stated.earliest) - Date.parse(printed.earliest)) === 86400000;
}

function warningsOf(raw: RawReport, told: Classified): Warning[] {
  const warnings = [...told.warnings];
  if (raw.content.includes('\ufffd'))
    warnings.push({
      code: 'bad-encoding',
      message: 'some bytes were no text in the encoding of the page and are shown as U+FFFD',
    });
  if (!told.lines.some((line) => !isDropped(line)))
    warnings.push({ code: 'no-article', message: 'no text of an article was found on the page' });
  return warnings;
}
