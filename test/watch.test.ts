import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Failed, RawReport } from '../src/model/index.ts';
import type { Answer, Clock, Fetcher } from '../src/show/watch/fetcher.ts';
import { isLocal } from '../src/show/watch/local.ts';
import { PoliteClient } from '../src/show/watch/polite.ts';
import { type Round, watchRound } from '../src/show/watch/watch.ts';
import { openStore, type Store } from '../src/store/store.ts';
import { readout, rows } from './cli-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-watch-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A web of our own: what each address answers, and what it was asked, when. */
class Web implements Fetcher {
  readonly asked: { url: string; at: number; headers: Readonly<Record<string, string>> }[] = [];
  readonly pages = new Map<string, { status?: number; headers?: Record<string, string>; body?: string } | Error>();
  readonly #clock: Clock;
  constructor(clock: Clock) {
    this.#clock = clock;
  }
  async get(url: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
    this.asked.push({ url, at: this.#clock.now(), headers });
    const page = this.pages.get(url) ?? { status: 404 };
    if (page instanceof Error) throw page;
    const unchanged = page.headers?.etag !== undefined && headers['if-none-match'] === page.headers.etag;
    return {
      status: unchanged ? 304 : (page.status ?? 200),
      header: (name) => page.headers?.[name] ?? null,
      body: Buffer.from(unchanged ? '' : (page.body ?? '')),
    };
  }
  to(host: string): string[] {
    return this.asked.filter(({ url }) => new URL(url).host === host).map(({ url }) => new URL(url).pathname);
  }
}

const START = Date.parse('2024-05-10T12:00:00Z');
const MINUTE = 60_000;

let time: number;
let web: Web;
let store: Store;
let taken: (RawReport | Failed)[];
let notes: string[];
const clock: Clock = {
  now: () => time,
  sleep: async (milliseconds) => {
    time += milliseconds;
  },
};

beforeEach(() => {
  time = START;
  web = new Web(clock);
  store = openStore(':memory:');
  taken = [];
  notes = [];
});

/** One round, by a program that has just started. */
function round(feeds: string[], folders: string[] = []): Promise<Round> {
  const client = new PoliteClient(web, clock, store.watched, { product: 'Readout', delay: 2000 });
  const ingest = async (reports: AsyncIterable<RawReport | Failed> | Iterable<RawReport | Failed>) => {
    for await (const one of reports) taken.push(one);
  };
  return watchRound({
    feeds,
    folders,
    client,
    places: store.watched,
    clock,
    ingest,
    note: (text) => void notes.push(text),
    settle: 0,
  });
}

const FEED = 'https://news.example/feed.xml';
const page = (text: string) => ({
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<html><body><p>${text}</p></body></html>`,
});

function feed(...items: string[]): string {
  const told = items.map(
    (link) =>
      `<item><title>About ${link}</title><link>${link}</link><pubDate>Fri, 10 May 2024 10:00:00 GMT</pubDate><description>The feed says more of ${link} than its headline.</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>The Example</title>${told.join('')}</channel></rss>`;
}

const names = () => taken.map(({ report }) => report.path);

describe('a feed', () => {
  beforeEach(() => {
    web.pages.set(FEED, {
      headers: { etag: '"one"', 'last-modified': 'Fri, 10 May 2024 11:00:00 GMT' },
      body: feed('/a', 'https://news.example/b#top', '/a'),
    });
    web.pages.set('https://news.example/a', page('Alpha'));
    web.pages.set('https://news.example/b', page('Beta'));
  });

  test('gives its pages once, with what the feed says of them', async () => {
    expect(await round([FEED])).toMatchObject({ feeds: 1, pages: 2, later: 0 });
    expect(taken).toMatchObject([
      {
        report: { path: 'https://news.example/a', url: 'https://news.example/a' },
        kind: 'html',
        hints: { title: 'About /a', outlet: 'The Example', date: 'Fri, 10 May 2024 10:00:00 GMT' },
      },
      { report: { path: 'https://news.example/b' } },
    ]);
    expect(web.to('news.example')).toEqual(['/robots.txt', '/feed.xml', '/a', '/b']);
  });

  test('after a restart, is asked whether it has changed, and nothing is fetched again', async () => {
    await round([FEED]);
    expect(await round([FEED])).toMatchObject({ feeds: 1, unchanged: 1, pages: 0 });
    expect(web.to('news.example')).toEqual(['/robots.txt', '/feed.xml', '/a', '/b', '/feed.xml']);
    expect(web.asked.at(-1)?.headers).toMatchObject({
      'if-none-match': '"one"',
      'if-modified-since': 'Fri, 10 May 2024 11:00:00 GMT',
    });
  });

  test('that has changed gives only what is new', async () => {
    await round([FEED]);
    web.pages.set(FEED, { headers: { etag: '"two"' }, body: feed('/c', '/a') });
    web.pages.set('https://news.example/c', page('Gamma'));
    taken = [];
    await round([FEED]);
    expect(names()).toEqual(['https://news.example/c']);
  });

  test('a host is asked one thing at a time, with pauses between', async () => {
    await round([FEED]);
    const times = web.asked.map(({ at }) => at);
    expect(times.slice(1).map((at, index) => at - (times[index] as number))).toEqual([2000, 2000, 2000]);
  });

  test('a page that fails is tried again later, ever more rarely, then given up for the feed’s own text', async () => {
    web.pages.set('https://news.example/a', new Error('connection reset'));
    expect(await round([FEED])).toMatchObject({ pages: 1, later: 1 });
    const tries = () => web.to('news.example').filter((path) => path === '/a').length;
    await round([FEED]);
    expect(tries()).toBe(1);
    for (const minutes of [15, 30, 60, 120, 240]) {
      time += minutes * MINUTE;
      await round([FEED]);
    }
    expect(tries()).toBe(6);
    expect(names()).toEqual(['https://news.example/b', 'https://news.example/a']);
    expect((taken[1] as RawReport).content).toBe('The feed says more of /a than its headline.');
    time += 24 * 60 * MINUTE;
    await round([FEED]);
    expect(tries()).toBe(6);
  });

  test('a page that comes back is taken', async () => {
    web.pages.set('https://news.example/a', { status: 503 });
    await round([FEED]);
    web.pages.set('https://news.example/a', page('Alpha'));
    time += 15 * MINUTE;
    await round([FEED]);
    expect(names()).toEqual(['https://news.example/b', 'https://news.example/a']);
  });

  test('what is no page leaves the feed’s own text', async () => {
    web.pages.set('https://news.example/a', { headers: { 'content-type': 'video/mp4' }, body: '....' });
    await round([FEED]);
    expect((taken[0] as RawReport).content).toMatch(/^The feed says more/);
  });

  test('leads to no machine of this network', async () => {
    web.pages.set(FEED, {
      body: feed(
        'http://127.0.0.1/admin',
        'http://192.168.1.1/',
        'http://router/',
        'file:///etc/passwd',
        'javascript:alert(1)',
        '/a',
      ),
    });
    await round([FEED]);
    expect(names()).toEqual(['https://news.example/a']);
    expect(web.asked.every(({ url }) => new URL(url).host === 'news.example')).toBe(true);
  });

  test('a page that is no feed is said to be none', async () => {
    web.pages.set(FEED, page('This is a front page.'));
    await round([FEED]);
    expect([notes, taken]).toEqual([[`${FEED}: is not a feed of RSS, Atom or JSON Feed`], []]);
  });

  test('Atom and JSON Feed are feeds too', async () => {
    web.pages.set('https://a.example/atom', {
      body: '<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><title>One</title><link href="/one"/><summary>Text</summary></entry></feed>',
    });
    web.pages.set('https://a.example/one', page('One'));
    web.pages.set('https://j.example/feed.json', {
      body: JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'J',
        items: [{ id: '1', url: 'https://j.example/two', content_text: 'Two' }],
      }),
    });
    web.pages.set('https://j.example/two', page('Two'));
    await round(['https://a.example/atom', 'https://j.example/feed.json']);
    expect(names().sort()).toEqual(['https://a.example/one', 'https://j.example/two']);
  });
});

describe('manners', () => {
  beforeEach(() => {
    web.pages.set(FEED, { body: feed('/a', '/private/b') });
    web.pages.set('https://news.example/a', page('Alpha'));
    web.pages.set('https://news.example/private/b', page('Beta'));
  });

  test('what robots.txt forbids is not fetched, and the rules are kept over a restart', async () => {
    web.pages.set('https://news.example/robots.txt', { body: 'User-agent: *\nDisallow: /private/\n' });
    expect(await round([FEED])).toMatchObject({ pages: 1, refused: 1 });
    await round([FEED]);
    expect(web.to('news.example')).toEqual(['/robots.txt', '/feed.xml', '/a', '/feed.xml']);
    time += 25 * 60 * MINUTE;
    await round([FEED]);
    expect(web.to('news.example').filter((path) => path === '/robots.txt')).toHaveLength(2);
  });

  test('rules for us by name come before rules for all, and a longer pause is kept', async () => {
    web.pages.set('https://news.example/robots.txt', {
      body: 'User-agent: *\nDisallow: /\n\nUser-agent: Readout\nCrawl-delay: 20\nDisallow: /private/\n',
    });
    await round([FEED]);
    expect(web.to('news.example')).toEqual(['/robots.txt', '/feed.xml', '/a']);
    expect((web.asked[2]?.at as number) - (web.asked[1]?.at as number)).toBe(20_000);
  });

  test('a site whose robots.txt cannot be had is left alone for now', async () => {
    web.pages.set('https://news.example/robots.txt', { status: 500 });
    expect(await round([FEED])).toMatchObject({ feeds: 1, later: 1, pages: 0 });
    expect(web.to('news.example')).toEqual(['/robots.txt']);
  });

  test.each([
    ['600', 10 * MINUTE],
    ['Fri, 10 May 2024 13:00:00 GMT', 60 * MINUTE],
  ])('Retry-After: %s', async (value, wait) => {
    web.pages.set(FEED, { status: 429, headers: { 'retry-after': value } });
    await round([FEED]);
    const asked = web.asked.length;
    time = START + wait - MINUTE;
    expect(await round([FEED])).toMatchObject({ feeds: 0, later: 1 });
    expect(web.asked.length).toBe(asked);
    time = START + wait + MINUTE;
    await round([FEED]);
    expect(web.asked.length).toBe(asked + 1);
  });

  test('a redirect is followed as politely, and not without end', async () => {
    web.pages.set('https://news.example/a', { status: 301, headers: { location: 'https://other.example/a' } });
    web.pages.set('https://other.example/robots.txt', { body: 'User-agent: *\nDisallow: /\n' });
    web.pages.set('https://news.example/private/b', { status: 302, headers: { location: '/private/b' } });
    expect(await round([FEED])).toMatchObject({ refused: 1, gone: 1, pages: 0 });
    expect(web.to('other.example')).toEqual(['/robots.txt']);
  });

  test('local names', () => {
    const local = [
      'localhost',
      '127.0.0.1',
      '[::1]',
      '10.1.2.3',
      '172.20.0.1',
      '192.168.0.1',
      '169.254.1.1',
      'printer',
      'nas.local',
    ];
    expect(local.map(isLocal)).toEqual(local.map(() => true));
    expect(['news.example', '8.8.8.8', '172.15.0.1', '[2001:db8::1]'].map(isLocal)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

test('a folder gives each file once, and again when it has changed', async () => {
  const inbox = join(folder, 'inbox');
  mkdirSync(inbox);
  writeFileSync(join(inbox, 'one.txt'), 'The ministers met in Oslo on Monday.');
  expect(await round([], [inbox])).toMatchObject({ files: 1 });
  expect(await round([], [inbox])).toMatchObject({ files: 0 });
  appendFileSync(join(inbox, 'one.txt'), ' They will meet again.');
  expect(await round([], [inbox])).toMatchObject({ files: 1 });
  expect(names()).toHaveLength(2);
});

describe('readout watch, against a server on this machine', () => {
  const db = join(folder, 'watch.db');
  const asked: { path: string; agent: string | undefined }[] = [];
  let server: Server;
  let base: string;

  const answer = (request: IncomingMessage, response: ServerResponse) => {
    asked.push({ path: request.url ?? '', agent: request.headers['user-agent'] });
    const send = (type: string, body: string, headers = {}) =>
      response.writeHead(200, { 'content-type': type, ...headers }).end(body);
    if (request.url === '/feed.xml') {
      if (request.headers['if-none-match'] === '"1"') return response.writeHead(304).end();
      return send('application/rss+xml', feed('/call', '/secret', '/lost'), { etag: '"1"' });
    }
    if (request.url === '/robots.txt') return send('text/plain', 'User-agent: readout\nDisallow: /secret\n');
    if (request.url === '/call')
      return send(
        'text/html',
        '<html><head><title>Call</title></head><body><article><h1>Call</h1><p>Turkish President Recep Tayyip Erdoğan spoke by phone with Russian President Vladimir Putin on Thursday, his office said.</p></article></body></html>',
      );
    return response.writeHead(410).end();
  };

  beforeAll(async () => {
    server = createServer(answer);
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void server.close());

  test('fetches, codes and keeps; a second run asks only for the feed', async () => {
    const watch = () => readout(['watch', `${base}/feed.xml`, '--once', '--delay', '0s', '--json', '--db', db]);
    const first = await watch();
    expect([first.status, rows(first)[0]]).toMatchObject([
      0,
      { feeds: 1, pages: 1, refused: 1, gone: 1, kept: 3, events: { created: 1 } },
    ]);
    expect(first.err).toContain('/secret: its robots.txt forbids it; the feed’s own text is taken');
    expect(asked.map(({ path }) => path)).toEqual(['/robots.txt', '/feed.xml', '/call', '/lost']);
    expect(new Set(asked.map(({ agent }) => agent?.split('/')[0]))).toEqual(new Set(['Readout']));
    const second = await watch();
    expect(rows(second)[0]).toMatchObject({ feeds: 1, unchanged: 1, pages: 0, kept: 0 });
    expect(asked.map(({ path }) => path).slice(4)).toEqual(['/feed.xml']);
    const [event] = rows<{ reports: string[]; from: string[] }>(await readout(['events', '--json', '--db', db]));
    expect(event).toMatchObject({ from: ['TUR'], reports: [`${base}/call`] });
  });

  test.each([
    [['watch', 'nowhere/'], /no such folder/],
    [['watch', 'https://news.example/', '--every', '5s'], /at least 60 seconds/],
    [['watch', 'https://news.example/', '--every', 'often'], /give a time/],
  ])('%j is refused', async (args, message) => {
    const run = await readout([...args, '--db', db], { cwd: folder });
    expect([run.status, run.err]).toEqual([2, expect.stringMatching(message)]);
  });
});
