import { join } from 'node:path';
import { expect, test } from 'vitest';
import { read } from '../src/read/index.ts';
import { applySite, learnSite } from '../src/read/site.ts';
import { loadReadWorld } from '../src/world/page.ts';

const world = loadReadWorld(join(import.meta.dirname, '..'), ['en', 'vi', 'ru', 'tr', 'zh']);
/** A sentence that no phrase knows for chrome. */
const SLOGAN =
  'Our correspondents in forty cities write for those who want to know what the world is about, every day.';

const stories = [
  [
    'Ministers meet in Ankara',
    'The foreign ministers of the two countries met in Ankara on Monday and spoke of trade.',
  ],
  ['Talks on grain go on', 'Delegations from four countries went on with their talks on grain in Geneva on Tuesday.'],
  ['Envoy visits the border', 'A special envoy visited the border on Wednesday and heard the people who live there.'],
  ['Embassy opens again', 'The embassy in the capital opened again on Thursday, eleven years after it was closed.'],
];

function article(index: number) {
  const [title, text] = stories[index] ?? [];
  const content = `${title}\n\n${text}\n\nIt was the ${index + 2}th such meeting, the ministry said, and it will not be the last one this year.\n\n${SLOGAN}\n`;
  const report = {
    id: String(index),
    path: `${index}.txt`,
    url: `https://news.example/${index}`,
    bytes: content.length,
  };
  return read({ report, kind: 'text', content, hints: {} }, world);
}

test('what repeats across the reports of a site is dropped, with its reason', () => {
  const articles = stories.map((_, index) => article(index));
  const profile = learnSite(articles);
  expect(profile).toMatchObject({ host: 'news.example', pages: 4 });
  const [first] = articles;
  if (!first) throw new Error('no article');
  const said = (of: typeof first) =>
    of.blocks.filter(({ kind }) => kind !== 'chrome').map(({ start, end }) => of.text.slice(start, end));
  expect(said(first).join('\n')).toContain(SLOGAN);
  const applied = applySite(first, profile);
  expect(said(applied).join('\n')).not.toContain(SLOGAN);
  expect(said(applied).join('\n')).toContain('met in Ankara');
  expect(applied.blocks.find(({ why }) => why?.startsWith('site:'))?.why).toBe('site: on 4 of 4 pages of the site');
});

test('blocks stay in order and lose no line', () => {
  const articles = stories.map((_, index) => article(index));
  const profile = learnSite(articles);
  for (const one of articles) {
    const { blocks } = applySite(one, profile);
    blocks.slice(1).forEach((block, index) => {
      expect(block.start).toBeGreaterThanOrEqual(blocks[index]?.end ?? 0);
    });
    const letters = (list: typeof blocks) =>
      list.map(({ start, end }) => one.text.slice(start, end).replace(/\s/g, '')).join('');
    expect(letters(blocks)).toBe(letters(one.blocks));
  }
});

test('one report that came many times teaches nothing', () => {
  const profile = learnSite([article(0), article(0), article(0), article(0)]);
  expect(profile).toMatchObject({ pages: 1, lines: {} });
});
