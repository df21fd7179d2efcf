import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Article, RawReport } from '../src/model/index.ts';
import { read, readAgain } from '../src/read/index.ts';
import { learnSite, siteLines, siteOf } from '../src/read/site.ts';
import { loadReadWorld } from '../src/world/page.ts';

const world = loadReadWorld(join(import.meta.dirname, '..'), ['en', 'vi', 'ru', 'tr', 'zh']);
/** A sentence that no phrase knows for chrome. */
const SLOGAN =
  'Our correspondents in forty cities write for those who want to know what the world is about, every day.';

const STORIES: readonly (readonly [string, string])[] = [
  [
    'Ministers meet in Ankara',
    'The foreign ministers of the two countries met in Ankara on Monday and spoke of trade.',
  ],
  ['Talks on grain go on', 'Delegations from four countries went on with their talks on grain in Geneva on Tuesday.'],
  ['Envoy visits the border', 'A special envoy visited the border on Wednesday and heard the people who live there.'],
  ['Embassy opens again', 'The embassy in the capital opened again on Thursday, eleven years after it was closed.'],
];

function page(index: number, content: string, kind: RawReport['kind'] = 'text'): RawReport {
  const url = `https://www.news.example/${index}`;
  return { report: { id: String(index), path: `${index}.txt`, url, bytes: content.length }, kind, content, hints: {} };
}

const texts = STORIES.map(([title, text], index) =>
  page(
    index,
    `${title}\n\n${text}\n\nIt was the ${index + 2}th such meeting, the ministry said, and it will not be the last one this year.\n\n${SLOGAN}\n`,
  ),
);
const htmls = STORIES.map(([title, text], index) =>
  page(
    index,
    `<html><body><article><h1>${title}</h1><p>${text}</p><p>It was the ${index + 2}th such meeting, the ministry said, and it will not be the last one this year.</p><p>${SLOGAN}</p></article></body></html>`,
    'html',
  ),
);

function own({ text, blocks }: Article): string {
  return blocks
    .filter(({ kind }) => !['chrome', 'teaser', 'spam'].includes(kind))
    .map(({ start, end }) => text.slice(start, end))
    .join('\n');
}

const learnt = (pages: readonly RawReport[]) =>
  learnSite(
    'news.example',
    pages.map((raw) => read(raw, world)),
  );

describe.each([
  ['text', texts],
  ['HTML', htmls],
])('%s', (_, pages) => {
  const sites = siteLines([learnt(pages)]);

  test('what repeats across the reports of a site is left out, with its reason', () => {
    for (const raw of pages) {
      expect(own(read(raw, world))).toContain(SLOGAN);
      const article = read(raw, world, sites);
      expect(own(article)).not.toContain(SLOGAN);
      expect(own(article)).toContain(STORIES[Number(raw.report.id)]?.[1]);
      expect(article.blocks.find(({ why }) => why?.startsWith('site:'))?.why).toBe(
        'site: repeated across the pages of news.example',
      );
    }
  });

  test('reading again from the article is reading with the profile', () => {
    for (const raw of pages) {
      const alone = read(raw, world);
      const before = JSON.stringify(alone);
      expect(readAgain(raw, alone, world, sites)).toEqual(read(raw, world, sites));
      expect(JSON.stringify(alone)).toBe(before);
    }
  });

  test('blocks stay in order and lose no line', () => {
    for (const raw of pages) {
      const article = read(raw, world, sites);
      article.blocks.slice(1).forEach((block, index) => {
        expect(block.start).toBeGreaterThanOrEqual(article.blocks[index]?.end ?? 0);
      });
      const letters = ({ text, blocks }: Article) =>
        blocks.map(({ start, end }) => text.slice(start, end).replace(/\s/g, '')).join('');
      expect(letters(article)).toBe(letters(read(raw, world)));
    }
  });

  test('what is learnt does not depend on the order', () => {
    expect(learnt([...pages].reverse())).toEqual(learnt(pages));
  });
});

describe('what is not the site’s', () => {
  test('one report that came many times', () => {
    const [first] = texts as [RawReport];
    expect(learnt([first, first, first, first])).toMatchObject({ pages: 1, lines: {} });
  });

  test('the text of a report that was sent out again under other headlines', () => {
    const text = texts[0]?.content.split('\n\n').slice(1).join('\n\n');
    const versions = ['Ministers meet', 'Ministers met in Ankara', 'Ankara: ministers speak of trade'].map(
      (title, at) => page(at, `${title}\n\n${text}`),
    );
    const sites = siteLines([learnt(versions)]);
    for (const raw of versions) expect(own(read(raw, world, sites))).toBe(own(read(raw, world)));
  });

  test('the background of a story that goes on, between what is new', () => {
    const background =
      'The two states broke off relations in 1998 after a quarrel over the islands, which both of them claim.';
    const pages = STORIES.map(([title, text], at) =>
      page(
        at,
        `${title}\n\n${text}\n\n${background}\n\nMr Number${at} told reporters in the ${at + 2}th hour that he was content with it.\n`,
      ),
    );
    const profile = learnt(pages);
    expect(Object.keys(profile.lines)).toEqual([expect.stringContaining('relations in 1998')]);
    for (const raw of pages) expect(own(read(raw, world, siteLines([profile])))).toContain(background);
  });

  test('a title that stands in the lists of other pages', () => {
    const list = STORIES.map(([title]) => title).join('\n');
    const pages = texts.map((raw, at) => page(at, `${raw.content}\nMore of the day\n${list}\n`));
    const sites = siteLines([learnt(pages)]);
    pages.forEach((raw, at) => {
      expect(read(raw, world, sites).title).toBe(STORIES[at]?.[0]);
    });
  });

  test('the pages of another site', () => {
    const sites = new Map([['other.example', new Set(Object.keys(learnt(texts).lines))]]);
    for (const raw of texts) expect(read(raw, world, sites)).toEqual(read(raw, world));
  });
});

test('a site is a host, or the outlet that a report without an address names', () => {
  expect(siteOf(read(texts[0] as RawReport, world))).toBe('news.example');
  const [title, text] = STORIES[0] ?? [];
  const none = { ...page(0, `${title}\n\n${text}\n`), hints: { outlet: 'Reuters' } };
  expect(siteOf(read({ ...none, report: { ...none.report, url: null } }, world))).toBe('reuters');
  expect(siteOf(read({ ...none, report: { ...none.report, url: null }, hints: {} }, world))).toBeNull();
});
