import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
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

async function readAll(name: string, content: string | Uint8Array): Promise<string[]> {
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

describe('archives that are damaged', () => {
  const record = (body: string, length?: string) => {
    const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${body}`;
    return Buffer.from(
      `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://e.example/\r\nContent-Length: ${length ?? Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`,
    );
  };
  const good = record(`<html><body><p>${TEXT}</p></body></html>`);
  const zipped = gzipSync(good);

  test.each([
    ['a record that is longer than it says', Buffer.concat([good, record(`<p>${TEXT}</p>`, '165'), good]), 3, ''],
    ['one that is shorter', Buffer.concat([good, record(`<p>${TEXT}</p>`, '90000'), good]), 2, 'bad-record'],
    ['one whose length is no number', Buffer.concat([good, record('<p>x</p>', 'many'), good]), 2, 'bad-record'],
    ['one whose length is below nothing', Buffer.concat([good, record('<p>x</p>', '-5'), good]), 2, 'bad-record'],
    [
      'one whose length is beyond all numbers',
      Buffer.concat([good, record('<p>x</p>', '9'.repeat(20)), good]),
      2,
      'bad-record',
    ],
    ['gzip that ends too early', Buffer.concat([zipped, zipped, zipped.subarray(0, 100)]), 2, 'truncated-gzip'],
    ['a record of 80 MB', Buffer.concat([good, record('<p>more</p>'.repeat(7_300_000)), good]), 2, 'too-large'],
  ])(
    '%s',
    async (_, bytes, read, code) => {
      const told = await readAll('damaged.warc', bytes);
      expect(told.filter((text) => text.includes(TEXT.slice(0, 30)))).toHaveLength(read);
      if (code) expect(told).toContain(code);
      else expect(told).toHaveLength(read);
    },
    20_000,
  );
});

test('a page of 60 MB is decoded and read as far as an article can reach', async () => {
  const content = `<html><body><p>${TEXT}</p>${'<p>more of it, and more</p>'.repeat(2_400_000)}`;
  const [text] = await readAll('long.html', content);
  expect(text).toContain(TEXT);
  expect(text?.length).toBeLessThan(400_000);
}, 20_000);

test.each([
  ['many short lines', 'menus.txt', `${'Home\nWorld\nMore news\n'.repeat(30_000)}${TEXT}\n${TEXT}`],
  [
    'many paragraphs, each alone',
    'alone.txt',
    times(5000, (at) => `Headline number ${at}\n${TEXT} It was talk ${at}.\n`),
  ],
  ['many dated pieces', 'dated.txt', times(20_000, (at) => `12 May 2020 10:${10 + (at % 49)}\n${TEXT}\n`)],
  ['many titles', 'titles.txt', times(20_000, (at) => `The ministers of both states meet once more ${at}\n`)],
])('%s take no longer than they must', async (_, name, content) => {
  const before = performance.now();
  await readAll(name, content);
  expect(performance.now() - before).toBeLessThan(MOST_MILLISECONDS);
});
