import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import type { Failed, RawReport } from '../src/model/index.ts';
import { decodeText } from '../src/read/containers/decode.ts';
import { type OpenOptions, openReports } from '../src/read/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-read-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function open(path: string, options: OpenOptions = {}): Promise<(RawReport | Failed)[]> {
  const reports: (RawReport | Failed)[] = [];
  for await (const report of openReports([path], options)) reports.push(report);
  return reports;
}

const told = (reports: (RawReport | Failed)[]): string[] =>
  reports.map((report) => ('error' in report ? report.error.code : report.content));

function warc(records: { type: string; url: string; body: string; length?: number }[]): string {
  return records
    .map(
      ({ type, url, body, length }) =>
        `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nContent-Length: ${length ?? Buffer.byteLength(body)}\r\n\r\n${body}\r\n\r\n`,
    )
    .join('');
}

const http = (body: string): string => `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${body}`;

describe('what cannot be read gives a clear error and the rest goes on', () => {
  test.each([
    ['empty.txt', '', ['empty']],
    ['blank.txt', ' \n\n ', ['empty']],
    ['binary.txt', Buffer.from([0, 1, 2, 3, 0, 255, 254, 7, 8, 0, 1, 1]), ['binary']],
    ['page.pdf', '%PDF-1.7 …', ['binary']],
    [
      'lines.jsonl',
      '{"text":"one","id":"a"}\nnot json\n{"text":"two"}\n{"title":"three"}\n',
      ['one', 'bad-json', 'two', 'bad-record'],
    ],
    ['cut.gz', gzipSync('a text that was cut off in the middle of the file').subarray(0, 30), ['truncated-gzip']],
  ])('%s', async (name, content, expected) => {
    expect(told(await open(file(name, content)))).toEqual(expected);
  });

  test('a file that is not there', async () => {
    expect(told(await open(join(folder, 'none.txt')))).toEqual(['not-found']);
  });

  test('a page that is too large', async () => {
    expect(told(await open(file('large.txt', 'x'.repeat(5000)), { largestPage: 1000 }))).toEqual(['too-large']);
  });
});

describe('containers', () => {
  test('paths, ids and hints of JSON records', async () => {
    const path = file(
      'records.json',
      '[{"text":"one","date":"2020-01-02","url":"https://a.example/"},{"html":"<p>two</p>","path":"p"}]',
    );
    const reports = (await open(path)) as RawReport[];
    expect(reports.map(({ report, kind }) => [report.path, kind])).toEqual([
      [`${path}#1`, 'text'],
      ['p', 'html'],
    ]);
    expect(reports[0]).toMatchObject({
      hints: { date: '2020-01-02' },
      report: { url: 'https://a.example/', bytes: 3 },
    });
    expect(reports[0]?.report.id).toMatch(/^[\da-f]{16}$/);
  });

  test('the same bytes have the same id, packed or not', async () => {
    const [plain] = await open(file('same.txt', 'The same text.'));
    const [packed] = await open(file('same.txt.gz', gzipSync('The same text.')));
    expect(packed?.report.id).toBe(plain?.report.id);
  });

  test('standard input', async () => {
    async function* stdin() {
      yield Buffer.from('{"text":"o');
      yield Buffer.from('ne"}\n{"text":"two"}');
    }
    expect(told(await open('-', { stdin: stdin() }))).toEqual(['one', 'two']);
  });

  test('WARC, its records compressed one by one; a false length loses one record', async () => {
    const records = [
      { type: 'warcinfo', url: '', body: 'software: none' },
      { type: 'response', url: 'https://a.example/1', body: http('<p>first</p>') },
      { type: 'response', url: 'https://a.example/2', body: http('<p>second</p>') },
      { type: 'conversion', url: 'https://a.example/3', body: 'third' },
    ];
    const members = Buffer.concat(records.map((record) => gzipSync(warc([record]))));
    const reports = await open(file('a.warc.gz', members));
    expect(told(reports)).toEqual(['<p>first</p>', '<p>second</p>', 'third']);
    expect(reports[0]?.report).toMatchObject({ path: join(folder, 'a.warc.gz#2'), url: 'https://a.example/1' });
    const short = records.map((record, index) => (index === 1 ? { ...record, length: 20 } : record));
    expect(told(await open(file('short.warc', warc(short)))).at(-1)).toBe('third');
    const long = records.map((record, index) => (index === 1 ? { ...record, length: 5000 } : record));
    expect(told(await open(file('long.warc', warc(long))))).toEqual(['bad-record', '<p>second</p>', 'third']);
    const last = records.map((record, index) => (index === 3 ? { ...record, length: 5000 } : record));
    expect(told(await open(file('last.warc', warc(last)))).at(-1)).toBe('truncated');
  });

  test('RSS, Atom and JSON Feed', async () => {
    const rss =
      '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss><channel><title>The Feed</title><item><title>One</title><link>https://a.example/1</link><pubDate>Wed, 22 Jan 2025 10:46:00 GMT</pubDate><description><![CDATA[<p>Text of &b; one</p>]]></description></item></channel></rss>';
    const [item] = (await open(file('feed.xml', rss))) as RawReport[];
    expect(item).toMatchObject({
      kind: 'html',
      content: '<p>Text of &b; one</p>',
      hints: { title: 'One', url: 'https://a.example/1', outlet: 'The Feed' },
    });
    const atom =
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry><title>Two</title><link href="https://a.example/2"/><updated>2025-01-22T10:00:00Z</updated><summary>Short</summary></entry></feed>';
    expect((await open(file('atom.xml', atom)))[0]).toMatchObject({
      content: 'Short',
      hints: { url: 'https://a.example/2', date: '2025-01-22T10:00:00Z' },
    });
    const json =
      '{"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":"1","content_text":"Three","date_published":"2025-01-22"}]}';
    expect((await open(file('feed.json', json)))[0]).toMatchObject({
      content: 'Three',
      hints: { outlet: 'J', date: '2025-01-22' },
    });
  });

  test('MHTML', async () => {
    const mhtml =
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="XX"\r\n\r\n--XX\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://a.example/m\r\n\r\n<p>Erdo=C4=9Fan =\r\nspoke</p>\r\n--XX--\r\n';
    expect((await open(file('page.mhtml', mhtml)))[0]).toMatchObject({
      kind: 'html',
      content: expect.stringContaining('<p>Erdoğan spoke</p>'),
      report: { url: 'https://a.example/m' },
    });
  });
});

describe('encodings', () => {
  const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
  test.each([
    ['utf-8', Buffer.from('\ufeffПривет, мир')],
    ['utf-8', Buffer.from('Xin chào Việt Nam')],
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16('Bonjour tout le monde')])],
    ['utf-16le', utf16('Hello to all of you out there')],
    [
      'windows-1251',
      Buffer.from([
        0xcf, 0xf0, 0xe5, 0xe7, 0xe8, 0xe4, 0xe5, 0xed, 0xf2, 0x20, 0xe3, 0xee, 0xe2, 0xee, 0xf0, 0xe8, 0xeb,
      ]),
    ],
    [
      'koi8-r',
      Buffer.from([
        0xf0, 0xd2, 0xc5, 0xda, 0xc9, 0xc4, 0xc5, 0xce, 0xd4, 0x20, 0xc7, 0xcf, 0xd7, 0xcf, 0xd2, 0xc9, 0xcc,
      ]),
    ],
    [
      'windows-1254',
      Buffer.from([
        0x67, 0xf6, 0x72, 0xfc, 0xfe, 0x74, 0xfc, 0x20, 0x61, 0xe7, 0xfd, 0x6b, 0x6c, 0x61, 0x6d, 0x61, 0x20, 0x64,
        0xfd, 0xfe,
      ]),
    ],
    ['gb18030', Buffer.from('b9fabcd2d6f7cfafd4dab1b1bea9bbe1bcfbb6edc2deccb9d7dccdb3', 'hex')],
    ['big5', Buffer.from('b0eaaec6a5d1ae75a662a55fa8caa8a3a874aab7b44ec1a7bbd2c3b6', 'hex')],
  ])('%s', (encoding, bytes) => {
    expect(decodeText(bytes).encoding).toBe(encoding);
  });

  const vietnamese = 'Tổng thống của nước này nói rằng những người được mời sẽ đến với hội nghị.';
  test.each([
    ['tcvn3', 'Tæng thèng cña n\xadíc nµy nãi r»ng nh÷ng ng\xadêi \xae\xadîc mêi sÏ \xae\xd5n víi héi nghÞ.'],
    ['viscii', 'T±ng th¯ng cüa nß¾c này nói r¢ng nhæng ng\xdf¶i ðßþc m¶i s¨ ðªn v¾i hµi ngh¸.'],
    ['vni', 'Toång thoáng cuûa nöôùc naøy noùi raèng nhöõng ngöôøi ñöôïc môøi seõ ñeán vôùi hoäi nghò.'],
  ])('%s, declared as nothing or as Latin', (encoding, written) => {
    const bytes = Buffer.from(written, 'latin1');
    expect(decodeText(bytes)).toEqual({ encoding, text: vietnamese });
    expect(decodeText(bytes, 'iso-8859-1')).toEqual({ encoding, text: vietnamese });
  });

  test('an encoding that nothing here converts is refused', async () => {
    const page = Buffer.from('<html><meta charset="x-viet-vps"><p>T\xf4i</p>', 'latin1');
    expect(told(await open(file('vps.html', page)))).toEqual(['unsupported-encoding']);
  });

  test('bytes that are no text are shown, not dropped', () => {
    expect(
      decodeText(Buffer.concat([Buffer.from('Tổng thống nói rằng điều đó là đúng '), Buffer.from([0xff])])).text,
    ).toContain('\ufffd');
  });
});
