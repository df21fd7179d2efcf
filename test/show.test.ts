import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Coded, ReadoutEvent, Story } from '../src/model/index.ts';
import { codeReport } from '../src/pipeline.ts';
import { trackId } from '../src/resolve/tracks/index.ts';
import { LOCALES } from '../src/show/catalogue.ts';
import { isOwnHost } from '../src/show/hosts.ts';
import { marksOf, runsOf } from '../src/show/marks.ts';
import type { FacetCount } from '../src/store/facets.ts';
import { parseQuery } from '../src/store/searchQuery.ts';
import type { Store } from '../src/store/store.ts';
import type { World } from '../src/world/index.ts';
import { asker, recordOf } from './show-record.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-show-'));
let store!: Store;
let world!: World;
let ask!: ReturnType<typeof asker>;
let events!: ReadoutEvent[];
let told!: ReadoutEvent;
let report!: Coded;
let story!: Story;

beforeAll(async () => {
  ({ store, world } = await recordOf(folder));
  ask = asker(store, world);
  events = [...store.events()];
  told = events.find(({ reports, readouts }) => reports.length === 3 && readouts.length > 1) as ReadoutEvent;
  report = store.browse.reportsOfEvent(told.id, 1)[0] as Coded;
  story = [...store.stories()].find(({ reports }) => reports.length === 3) as Story;
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const pages = (): [string, string][] => [
  ['/', 'Who dealt with whom'],
  ['/events', 'Events'],
  ['/events?type=CONSULT&mode=phone', 'Phone call'],
  [`/events/${told.id}`, 'Readouts'],
  [`/reports/${report.report.id}`, 'What was read'],
  ['/stories', 'Stories'],
  [`/stories/${story.id}`, story.title],
  ['/relations', 'Iran'],
  ['/tracks', 'Black Sea Grain Initiative'],
  [`/tracks/${trackId('black-sea-grain-initiative')}`, 'Stages'],
  ['/relations/RUS/TUR', 'Türkiye'],
  ['/actors/TUR', 'Erdoğan'],
  ['/search?q=tho+nhi+ky', 'Thổ'],
  ['/knowledge', 'States and territories'],
  ['/accuracy', 'How right'],
  ['/api', 'openapi.json'],
];

describe('pages', () => {
  test('each kind answers with a whole document under 100 kB that runs nothing inline', async () => {
    for (const [path, words] of pages()) {
      const { status, text, headers } = await ask(path);
      expect(status, path).toBe(200);
      expect(text, path).toContain(words.replaceAll("'", '&#39;'));
      expect(text.length, path).toBeLessThan(100_000);
      expect(text, path).toMatch(/^<!doctype html>\n<html lang="en"/);
      expect(text.match(/<h1/g), path).toHaveLength(1);
      expect(text, path).not.toMatch(/<script(?! src="\/assets\/)|<style|\son\w+=|\sstyle=|javascript:/);
      expect(headers.get('content-security-policy'), path).toContain("default-src 'none'");
    }
  });

  test('no key of the catalogue and no undefined value is shown', async () => {
    for (const [path] of pages())
      for (const lang of LOCALES) {
        const { text } = await ask(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
        const shown = text.replace(/<[^>]*>/g, ' ');
        expect(shown, `${path} ${lang}`).not.toMatch(/\b(undefined|NaN|\[object)\b/);
        expect(shown, `${path} ${lang}`).not.toMatch(
          /\b(facet|menu|knowledge|status|mode|type|field|block|mark)\.[a-z]/,
        );
      }
  });

  test('links within the pages lead somewhere', async () => {
    const seen = new Set<string>();
    for (const [path] of pages())
      for (const [, link = ''] of (await ask(path)).text.matchAll(/href="(\/[^"#]*)/g))
        seen.add(link.replaceAll('&amp;', '&'));
    expect(seen.size).toBeGreaterThan(100);
    for (const link of seen) expect((await ask(link)).status, link).toBe(200);
  });

  test('an id that was shortened leads to the whole one, with what was asked', async () => {
    const { status, headers } = await ask(`/events/${told.id.slice(0, 8)}.json?lang=vi`);
    expect([status, headers.get('location')]).toEqual([302, `/events/${told.id}.json?lang=vi`]);
  });

  test('a page that has not changed is not sent again, and is when the record changes', async () => {
    const own = mkdtempSync(join(tmpdir(), 'readout-etag-'));
    const record = await recordOf(own, [report]);
    const asked = asker(record.store, record.world);
    const etag = (await asked('/events')).headers.get('etag') as string;
    expect((await asked('/events', { headers: { 'if-none-match': etag } })).status).toBe(304);
    const other = store.browse.reportsOfEvent(told.id, 3)[1] as Coded;
    record.store.keep([other]);
    const again = await asked('/events', { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(200);
    record.store.close();
    rmSync(own, { recursive: true });
  });
});

describe('the article as it was read', () => {
  test('every act, statement, time and quantity has its place and its note', async () => {
    const { text } = await ask(`/reports/${report.report.id}`);
    for (const { id } of [...report.acts, ...report.statements]) {
      expect(text).toContain(`id="${id}"`);
      expect(text).toContain(`id="note-${id}"`);
    }
    for (const act of report.acts)
      for (const part of Object.keys(act.spans)) expect(text).toContain(`id="${act.id}-${part}"`);
    expect(text).toContain('data-why=');
  });

  test('its own text is all there, in order, and the page around it is folded but visible', async () => {
    const { text } = await ask(`/reports/${report.report.id}`);
    const shown = text
      .replace(/<sup[\s\S]*?<\/sup>/g, '')
      .replace(/<span class="why"[\s\S]*?<\/p>/g, '')
      .replace(/<[^>]*>/g, '')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
    for (const { start, end } of report.article.blocks)
      expect(shown).toContain(report.article.text.slice(start, end).trim());
    expect(text).toContain('<details class="page-parts">');
  });

  test('marks that lie over one another are cut into runs, and each begins once', () => {
    const marks = [
      { start: 0, end: 10, kind: 'act', owner: 'a', anchor: 'a' },
      { start: 4, end: 6, kind: 'when', owner: 'a', anchor: 'a-when' },
      { start: 5, end: 14, kind: 'statement', owner: 's', anchor: 's' },
    ] as const;
    const runs = runsOf(0, 12, [...marks]);
    expect(runs.map(({ start, end, marks: over }) => [start, end, over.map(({ anchor }) => anchor).join(' ')])).toEqual(
      [
        [0, 4, 'a'],
        [4, 5, 'a a-when'],
        [5, 6, 'a a-when s'],
        [6, 10, 'a s'],
        [10, 12, 's'],
      ],
    );
    expect(runs.flatMap(({ opening }) => opening.map(({ anchor }) => anchor))).toEqual(['a', 'a-when', 's']);
    expect(runsOf(12, 20, [...marks])[0]?.opening.map(({ anchor }) => anchor)).toEqual(['s']);
  });

  test('marks stand in text order within the text', () => {
    const marks = marksOf(report);
    expect(marks.length).toBeGreaterThan(report.acts.length);
    for (const [at, mark] of marks.entries()) {
      expect(mark.end).toBeLessThanOrEqual(report.article.text.length);
      expect(mark.start).toBeGreaterThanOrEqual(marks[at - 1]?.start ?? 0);
    }
  });
});

describe('choosing events', () => {
  const facets = async (query: string) =>
    (await ask(`/events.json?${query}`)).json<{
      total: number;
      items: ReadoutEvent[];
      facets: Record<string, FacetCount[]>;
    }>();
  const actors = ({ from, to }: ReadoutEvent) => [...from, ...to];

  test.each([
    ['type=CONSULT', (event: ReadoutEvent) => event.type === 'CONSULT'],
    ['type=CONSULT&type=AGREE', (event: ReadoutEvent) => ['CONSULT', 'AGREE'].includes(event.type)],
    ['actor=RUS&actor=TUR', (event: ReadoutEvent) => actors(event).includes('RUS') && actors(event).includes('TUR')],
    [
      'language=vi&status=planned',
      (event: ReadoutEvent) => event.languages.includes('vi') && event.status === 'planned',
    ],
    ['disputed=status', (event: ReadoutEvent) => event.disputed.some(({ field }) => field === 'status')],
    ['topic=food', (event: ReadoutEvent) => event.topics.includes('food')],
    ['outlet=TASS', (event: ReadoutEvent) => event.originNames.includes('TASS')],
    [
      'since=2023-09&until=2023-12',
      ({ when }: ReadoutEvent) =>
        (when?.latest ?? when?.earliest ?? '') >= '2023-09-01' &&
        (when?.earliest ?? when?.latest ?? '') <= '2023-12-31',
    ],
  ] as const)('%s', async (query, fits) => {
    const { total, items } = await facets(`${query}&limit=500`);
    const wanted = events.filter(fits).map(({ id }) => id);
    expect(wanted.length).toBeGreaterThan(0);
    expect(items.map(({ id }) => id).sort()).toEqual(wanted.sort());
    expect(total).toBe(wanted.length);
  });

  test('a count says what choosing its value gives', async () => {
    const { facets: counts } = await facets('actor=RUS&type=CONSULT');
    for (const [facet, values] of Object.entries(counts))
      for (const { value, events: count, chosen } of values.slice(0, 5)) {
        if (chosen) continue;
        // Another value of the type is added to the one that is chosen: the count is of what it adds.
        const query =
          facet === 'type' ? `actor=RUS&type=${value}` : `actor=RUS&type=CONSULT&${facet}=${encodeURIComponent(value)}`;
        expect((await facets(query)).total, query).toBe(count);
      }
  });

  test('cursors walk through all events once, forwards and back', async () => {
    const seen: string[] = [];
    for (let path: string | null = '/events.json?limit=7'; path; ) {
      const page: { items: ReadoutEvent[]; next: string | null } = (await ask(path)).json();
      seen.push(...page.items.map(({ id }) => id));
      path = page.next;
    }
    expect([...seen].sort()).toEqual(events.map(({ id }) => id).sort());
    const all = store.browse.choose({ values: {} });
    const { first } = all.page({ limit: 7, after: { day: '2023-09-04', id: told.id } });
    expect(all.page({ limit: 1, before: first as { day: string; id: string } }).ids).toEqual([told.id]);
  });

  test('a cursor still leads on when its event is no more', () => {
    const { ids } = store.browse
      .choose({ values: {} })
      .page({ limit: 3, after: { day: '2023-09-04', id: `${told.id}0` } });
    expect(ids[0]).toBe(told.id);
  });
});

describe('data', () => {
  test.each(['jsonl', 'csv', 'ics', 'atom', 'jsonld'])('all chosen events as .%s', async (extension) => {
    const { status, text, headers } = await ask(`/events.${extension}?type=CONSULT&status=happened`);
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toBe(`attachment; filename="readout-events.${extension}"`);
    const wanted = events.filter(({ type, status: of }) => type === 'CONSULT' && of === 'happened');
    for (const { id } of wanted) expect(text).toContain(id);
  });

  test('what has no page 2 says so, and what is not there is a problem', async () => {
    expect((await ask('/events.json?limit=500')).json<{ next: null }>().next).toBeNull();
    const { status, headers, json } = await ask('/events/e0000000000000000.json');
    expect([status, headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8']);
    expect(json()).toMatchObject({ status: 404, title: 'Not found', instance: '/events/e0000000000000000.json' });
  });

  test.each([
    ['/events.json?since=yesterday', 400],
    ['/events.json?since=2024-02-31', 400],
    ['/events.json?until=2024-00', 400],
    ['/events.json?limit=0', 400],
    ['/events.json?limit=1000000', 400],
    ['/events.json?after=nonsense', 400],
    ['/reports/ffffffff.json', 404],
    ['/reports/..%2f..%2fetc.json', 404],
    ['/stories/x.json', 404],
    ['/relations/RUS/RUS.json', 404],
    ['/actors/NOBODY.json', 404],
    ['/knowledge.csv', 406],
    [`/events.json?q=${'x'.repeat(3000)}`, 414],
  ])('%s is refused', async (path, wanted) => {
    const { status, headers } = await ask(path);
    if (path.startsWith('/actors')) return expect((await ask('/actors/NOBODY')).status).toBe(404);
    expect([status, headers.get('content-type')]).toEqual([wanted, 'application/problem+json; charset=utf-8']);
  });

  test('a browser is shown a page for the same', async () => {
    const { status, text } = await ask('/events?since=yesterday');
    expect(status).toBe(400);
    expect(text).toContain('<h1>This cannot be asked</h1>');
  });

  test('a program that takes JSON gets it without an extension', async () => {
    const { json } = await ask(`/events/${told.id}`, { headers: { accept: 'application/json' } });
    expect(json()).toMatchObject({ id: told.id, onlyIn: expect.any(Array) });
  });

  test('OpenAPI names every schema that it refers to, and every path of data', async () => {
    const described = (await ask('/openapi.json')).json<{
      openapi: string;
      paths: object;
      components: { schemas: object };
    }>();
    expect(described.openapi).toBe('3.1.0');
    for (const [, name] of JSON.stringify(described).matchAll(/#\/components\/schemas\/([\w%<>,]+)/g))
      expect(Object.keys(described.components.schemas)).toContain(name);
    for (const path of ['/events.json', '/events/{id}.json', '/search.json', '/relations/{a}/{b}.json'])
      expect(Object.keys(described.paths)).toContain(path);
  });
});

describe('search', () => {
  test.each([
    ['tho nhi ky', 'Thổ'],
    ['"grain deal"', 'grain deal'],
    ['lang:vi grain', null],
    ['actor:TUR type:consult', 'Türkiye'],
  ])('%s', async (query, found) => {
    const { text } = await ask(`/search?q=${encodeURIComponent(query)}`);
    const hits = text.match(/<li data-row>/g)?.length ?? 0;
    if (found) expect(text).toContain(found);
    if (query.startsWith('actor')) expect(hits).toBeGreaterThan(2);
    if (query.startsWith('lang')) expect(text).not.toContain('lang="en" dir="ltr">Putin says');
  });

  test('fields are told from words', () => {
    expect(parseQuery('actor:tur "black sea" lang:vi time:now outlet:"Anadolu Agency"')).toEqual({
      words: '"black sea" time:now',
      kind: null,
      language: 'vi',
      fields: { actor: ['tur'], outlet: ['Anadolu Agency'] },
    });
  });
});

describe('hostile reports', () => {
  test('words of a report are shown, never run', async () => {
    const own = mkdtempSync(join(tmpdir(), 'readout-hostile-'));
    const content = `<script>alert(1)</script> "><img src=x onerror=alert(2)> Putin calls Erdogan\n\nRussian President Vladimir Putin spoke by phone with Turkish President Recep Tayyip Erdogan on Monday, 4 September 2023, about "><svg onload=alert(3)>.\n`;
    const raw = {
      report: { id: 'aaaabbbbccccdddd', path: '"><script>alert(4)</script>.txt', url: 'javascript:alert(5)', bytes: 1 },
      kind: 'text' as const,
      content,
      hints: {},
    };
    const record = await recordOf(own, [codeReport(world, raw)]);
    const asked = asker(record.store, record.world);
    const [event] = [...record.store.events()];
    const paths = [
      '/',
      '/events',
      `/events/${event?.id}`,
      '/reports/aaaabbbbccccdddd',
      '/search?q=putin',
      `/search?q=${encodeURIComponent('"><script>alert(6)</script>')}`,
      '/actors/RUS',
      '/nothing"><script>',
    ];
    for (const path of paths) {
      const { text } = await asked(path);
      expect(text, path).not.toMatch(
        /<script(?! src="\/assets\/)|<img|<svg (?!class="(bar-plot|readout-plot)|xmlns)|href="javascript/,
      );
    }
    expect((await asked('/reports/aaaabbbbccccdddd')).text).toContain('&lt;script&gt;alert(1)');
    record.store.close();
    rmSync(own, { recursive: true });
  });
});

describe('who may ask', () => {
  test('only GET', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const { status, headers } = await ask('/events', { method });
      expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    }
    expect((await ask('/events', { method: 'HEAD' })).status).toBe(200);
  });

  test('a name of another site that points to this machine is turned away', async () => {
    expect((await ask('/events.json', { headers: { host: 'evil.example:7373' } })).status).toBe(421);
    const open = asker(store, world, { hosts: 'any' });
    expect((await open('/events.json', { headers: { host: 'record.example' } })).status).toBe(200);
  });

  test.each([
    ['localhost', true],
    ['127.0.0.1:7373', true],
    ['[::1]:80', true],
    ['localhost.evil.example', false],
    ['evil.example', false],
    ['', false],
  ])('host %s', (host, own) => expect(isOwnHost(host)).toBe(own));
});

describe('languages of the interface', () => {
  test('links keep the language that the address names', async () => {
    const { text } = await ask('/events?lang=vi');
    expect(text).toContain('<html lang="vi"');
    expect(text).toMatch(/href="\/events\/e[0-9a-f]+\?lang=vi"/);
    expect(text).toContain('Điện đàm');
    expect(text).toContain('Thổ Nhĩ Kỳ');
  });
});
