import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openReports, read } from '../src/read/index.ts';
import { loadReadWorld } from '../src/world/page.ts';

const world = loadReadWorld(join(import.meta.dirname, '..'), ['en', 'vi', 'ru', 'tr', 'zh']);
const folder = mkdtempSync(join(tmpdir(), 'readout-hostile-'));
afterAll(() => rmSync(folder, { recursive: true }));

const TEXT = 'The minister said on Monday that talks would go on in the capital, and that both sides had agreed to it.';
const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join('');
/** A second is the promise; a loaded machine is given some more. */
const MOST_MILLISECONDS = 3000;

async function readAll(name: string, content: string): Promise<string[]> {
  const path = join(folder, name);
  writeFileSync(path, content);
  const told: string[] = [];
  for await (const report of openReports([path]))
    told.push('error' in report ? report.error.code : read(report, world).text);
  return told;
}

describe('what is made to be slow is read in time', () => {
  test.each([
    ['tags in tags', 'nested.html', `<html><body>${'<div>'.repeat(100_000)}<p>${TEXT}</p>`],
    [
      'formatting that is never closed',
      'piles.html',
      `<body>${times(30_000, (at) => `<p><font color=${at}>`)}<p>${TEXT}</p>`,
    ],
    ['links in links', 'links.html', `<body>${'<a href=x>'.repeat(50_000)}<p>${TEXT}</p>`],
    ['comments before no page', 'comments.html', `${'<!---->'.repeat(500)}${TEXT}`],
    ['links that end in no link', 'links.txt', `${`${'[a](b)|'.repeat(60)}!\n`.repeat(500)}\n${TEXT}`],
    ['one endless line', 'line.txt', `${'1/'.repeat(200_000)} ${TEXT}`],
    ['signs without end', 'signs.txt', `${'新华社'.repeat(100_000)} ${TEXT}`],
  ])('%s', async (_, name, content) => {
    const before = performance.now();
    const [text] = await readAll(name, content);
    expect(performance.now() - before).toBeLessThan(MOST_MILLISECONDS);
    expect(text).toContain(TEXT.slice(0, 40));
  });
});

describe('feeds', () => {
  test('entities that stand for entities are not expanded', async () => {
    const entities = times(10, (at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`);
    const feed = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">${entities}]><rss><channel><item><title>One</title><description>&l10; ${TEXT}</description></item></channel></rss>`;
    expect(await readAll('laughs.xml', feed)).toEqual([`&l10; ${TEXT}`]);
  });

  test('items and tags that are never closed', async () => {
    const before = performance.now();
    const told = await readAll(
      'open.xml',
      `<rss><channel>${'<item>'.repeat(20_000)}<title ${'<title '.repeat(20_000)}`,
    );
    expect(new Set(told)).toEqual(new Set(['empty']));
    expect(performance.now() - before).toBeLessThan(MOST_MILLISECONDS);
  });
});

test('a page that is larger than any article is read from its beginning', async () => {
  const report = { id: '0', path: 'large.html', url: null, bytes: 0 };
  const content = `<html><body><p>${TEXT}</p>${'<p>more</p>'.repeat(300_000)}`;
  const article = read({ report, kind: 'html', content, hints: {} }, world);
  expect(article.text).toContain(TEXT);
  expect(article.warnings.map(({ code }) => code)).toContain('truncated');
});
