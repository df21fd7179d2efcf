import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileOf, linkedByFile, wayTo } from '../src/show/publish/address.ts';
import { indexWords, shardOf } from '../src/show/publish/searchIndex.ts';
import { publishSite, type Site } from '../src/show/publish/site.ts';
import type { Store } from '../src/store/store.ts';
import { readout } from './cli-run.ts';
import { recordOf } from './show-record.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-publish-'));
const site = join(folder, 'site');
let store!: Store;
let written!: Site;

beforeAll(async () => {
  const record = await recordOf(folder);
  store = record.store;
  const options = { ...record, version: '0.0.0', locale: 'en', base: '' } as const;
  written = await publishSite(site, options);
  await publishSite(join(folder, 'again'), options);
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

describe('a published site', () => {
  test('has a page for every event and report', () => {
    for (const { id } of store.events()) expect(written.files).toContain(`events/${id}.html`);
    for (const id of store.browse.reportIds()) expect(written.files).toContain(`reports/${id}.html`);
  });

  test('every link leads to a file, and none to a server', () => {
    for (const file of written.files.filter((name) => name.endsWith('.html')))
      for (const [, link = ''] of readFileSync(join(site, file), 'utf8').matchAll(/\b(?:href|src|action)="([^"]*)"/g)) {
        if (link.startsWith('#') || /^https?:/.test(link)) continue;
        const target = normalize(join(dirname(file), decodeURIComponent(link.split('#')[0] as string)));
        expect(existsSync(join(site, target)), `${file}: ${link}`).toBe(true);
      }
  });

  test('the same record gives the same bytes', () => {
    for (const file of written.files)
      expect(readFileSync(join(folder, 'again', file)).equals(readFileSync(join(site, file))), file).toBe(true);
  });

  test.each([
    ['tho nhi ky', 'Thổ Nhĩ Kỳ'],
    ['Erdogan grain', 'grain deal'],
    ['constructor', null],
  ])('its index finds %s', (query, title) => {
    const found = search(query);
    if (title === null) expect(found).toEqual([]);
    else expect(found.join('\n')).toContain(title);
  });
});

/** Looks words up in the files as assets/search.js does. @returns titles */
function search(query: string): string[] {
  const loaded: {
    shards: number;
    aFile: number;
    words: Record<number, Record<string, number[]>>;
    documents: unknown[][];
  } = {
    shards: 0,
    aFile: 0,
    words: {},
    documents: [],
  };
  const readoutSearch = {
    open: (about: { shards: number; aFile: number }) => Object.assign(loaded, about, { documents: [] }),
    words: (at: number, shard: Record<string, number[]>) => {
      loaded.words[at] = shard;
    },
    documents: (at: number, list: unknown[][]) => {
      for (const [number, one] of list.entries()) loaded.documents[at * loaded.aFile + number] = one;
    },
  };
  const files = readdirSync(join(site, 'search')).sort((a, b) => Number(b === 'index.js') - Number(a === 'index.js'));
  for (const file of files) runInNewContext(readFileSync(join(site, 'search', file), 'utf8'), { readoutSearch });
  const sets = [...indexWords(query)].map((word) => {
    let number = 0;
    return new Set((loaded.words[shardOf(word, loaded.shards)]?.[`_${word}`] ?? []).map((step) => (number += step)));
  });
  return [...(sets[0] ?? [])]
    .filter((number) => sets.every((set) => set.has(number)))
    .map((number) => String((loaded.documents[number] as unknown[])[2]));
}

describe('addresses and files', () => {
  test.each([
    ['/', 'index.html'],
    ['/events', 'events.html'],
    ['/events/e1', 'events/e1.html'],
    ['/events.csv', 'events.csv'],
    ['/events?type=CONSULT', 'events~type=CONSULT.html'],
    ['/assets/readout.1.css', 'assets/readout.1.css'],
  ])('%s is %s', (address, file) => expect(fileOf(address)).toBe(file));

  test('two addresses never share a file, whatever is in them', () => {
    const odd = [
      '/actors/A%2FB',
      '/actors/A%20B',
      '/actors/A-B',
      '/actors/%2E%2E',
      '/events?outlet=a/b',
      '/events?outlet=a%20b',
      '/events?outlet=..%2F..%2Fx',
    ];
    const files = odd.map(fileOf);
    expect(new Set(files).size).toBe(odd.length);
    for (const file of files) expect(normalize(file).startsWith('..')).toBe(false);
  });

  test('ways between files', () => {
    expect(wayTo('events/e1.html', 'events/e2.html')).toBe('e2.html');
    expect(wayTo('relations/A/B.html', 'index.html')).toBe('../../index.html');
    expect(wayTo('index.html', 'events/e1.html')).toBe('events/e1.html');
    expect(linkedByFile('<a href="/events?type=A&amp;x=1#top">', 'events/e1.html')).toBe(
      `<a href="../${fileOf('/events?type=A&x=1')}#top">`,
    );
    expect(linkedByFile('<p>href=&quot;/events&quot;</p>', 'a.html')).toBe('<p>href=&quot;/events&quot;</p>');
  });

  test('Chinese is found by its signs and by each two of them', () => {
    expect([...indexWords('土耳其 Erdoğan')]).toEqual(['土', '耳', '其', '土耳', '耳其', 'erdogan']);
  });
});

describe('the command', () => {
  test('refuses a folder with other files in it, and takes away its own that are no more', async () => {
    const other = mkdtempSync(join(folder, 'other-'));
    writeFileSync(join(other, 'thesis.txt'), 'mine');
    const small = mkdtempSync(join(folder, 'small-'));
    const record = await recordOf(
      small,
      store.browse
        .reportIds()
        .slice(0, 3)
        .flatMap((id) => store.browse.report(id) ?? []),
    );
    record.store.close();
    const db = ['--db', join(small, 'record.db')];
    expect((await readout(['publish', other, ...db])).status).toBe(2);
    expect(readdirSync(other)).toEqual(['thesis.txt']);
    const target = join(folder, 'target');
    expect((await readout(['publish', target, ...db])).status).toBe(0);
    const list = readFileSync(join(target, 'readout-site.txt'), 'utf8');
    writeFileSync(join(target, 'readout-site.txt'), `${list}old.html\n`);
    writeFileSync(join(target, 'old.html'), 'old');
    writeFileSync(join(target, 'CNAME'), 'kept');
    expect((await readout(['publish', target, '--lang', 'vi', ...db])).status).toBe(0);
    expect(existsSync(join(target, 'old.html'))).toBe(false);
    expect(existsSync(join(target, 'CNAME'))).toBe(true);
    expect(readFileSync(join(target, 'index.html'), 'utf8')).toContain('<html lang="vi"');
    expect((await readout(['publish', target, '--lang', 'xx', ...db])).status).toBe(2);
  });
});
