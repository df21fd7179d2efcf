import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rereadSites, rereadStale } from '../src/cli/reread.ts';
import type { RawReport } from '../src/model/index.ts';
import { codeReport } from '../src/pipeline.ts';
import { reportId } from '../src/read/containers/failure.ts';
import { openStore, type Store } from '../src/store/store.ts';
import { openWorld } from '../src/world/index.ts';
import { readout, rows } from './cli-run.ts';

const world = openWorld();
const silent = {
  line: async () => {},
  note: () => {},
  progress: () => {},
  columns: 80,
  strong: (text: string) => text,
};

/** A teaser that no phrase knows, and that tells of a deed none of its pages is about. */
const PROMO =
  'On this day: French President Emmanuel Macron met German Chancellor Olaf Scholz in Paris on 3 July 2022, a picture of our archive shows.';
const ADDRESS = 'The News of Example is printed by the river, between the old bridge and the tower';

const NEWS: readonly (readonly [string, string])[] = [
  [
    'Fidan calls Lavrov about grain',
    'Turkish Foreign Minister Hakan Fidan spoke with Russian Foreign Minister Sergey Lavrov by phone on Monday, and both promised to meet soon.',
  ],
  [
    'Japan and South Korea hold talks in Tokyo',
    'Japanese Prime Minister Fumio Kishida met South Korean President Yoon Suk Yeol in Tokyo on Tuesday, for the second time in a month.',
  ],
  [
    'Sweden asks Norway for help with fires',
    'Sweden asked Norway on Wednesday for help with the fires in its north, and Norway said that it would send six planes at once.',
  ],
  [
    'India and Vietnam sign a treaty',
    'India and Vietnam signed a treaty on shipping in Hanoi on Thursday, which opens four harbours of each to the ships of the other.',
  ],
];

function report(site: string, index: number, kind: RawReport['kind'] = 'text'): RawReport {
  const [title, text] = NEWS[index % NEWS.length] as [string, string];
  const url = `https://${site}/news/2024/05/0${index + 1}/story.html`;
  const parts = [title, `${index + 1} May 2024`, text, `Report ${index} of ${site} ends here, and says no more of it.`];
  const all = index === 0 ? [...parts, PROMO, ADDRESS] : [...parts, ADDRESS, PROMO];
  const content =
    kind === 'text'
      ? all.join('\n\n')
      : `<html><body><article><h1>${title}</h1>${all
          .slice(1)
          .map((part) => `<p>${part}</p>`)
          .join('')}</article></body></html>`;
  return {
    report: { id: reportId(content), path: `${site}/${index}`, url, bytes: content.length },
    kind,
    content,
    hints: {},
  };
}

const all = [
  ...[0, 1, 2, 3].map((index) => report('one.example', index)),
  ...[0, 1, 2].map((index) => report('two.example', index, 'html')),
  ...[0, 1].map((index) => report('three.example', index)),
];

async function ingest(store: Store, reports: readonly RawReport[]): Promise<void> {
  store.keep(
    reports
      .filter((raw) => !store.has(raw.report))
      .map((raw) => ({ ...codeReport(world, raw), given: { kind: raw.kind, hints: raw.hints } })),
  );
  await rereadSites(store, 1, {}, silent);
  store.resolve();
}

/** All that the record says. */
function recordOf(store: Store): unknown {
  const events = [...store.events()];
  return {
    events,
    stories: [...store.stories()],
    reports: events.map((event) => store.reportsOf(event)),
    sites: store.sites.list(),
    profiles: store.sites.list().map(({ site }) => store.sites.profile(site)),
    why: all.map(({ report: { id } }) => store.why(id)),
  };
}

async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = openStore(':memory:', { now: () => '2024-06-15T12:00:00.000Z' });
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

describe('what a site repeats', () => {
  test('is left out of all its reports, with the acts it told, and the record says why', async () => {
    await withStore(async (store) => {
      await ingest(store, all.slice(0, 2));
      const archive = () => [...store.events()].filter(({ from, to }) => [...from, ...to].includes('FRA'));
      expect(archive()).toHaveLength(1);
      const [shown] = archive();
      await ingest(store, all.slice(2, 4));
      expect(archive()).toEqual([]);
      expect(store.event(shown?.id ?? '')).toBeNull();
      expect([...store.changes('2000')].at(-1)).toMatchObject({ kind: 'withdrawn', event: shown?.id });
      expect(store.search('picture of our archive', 5)).toEqual([]);
      expect([...store.events()]).toHaveLength(4);
      const why = store.why(all[0]?.report.url ?? '');
      expect(why).toMatchObject({ kind: 'report', site: 'one.example', siteChanges: true });
      expect(JSON.stringify(why)).toContain('site: repeated across the pages of one.example');
    });
  });

  test('the record is the same in whatever order and number of runs its reports come', async () => {
    const expected = await withStore(async (store) => {
      await ingest(store, all);
      return recordOf(store);
    });
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: all.length, maxLength: all.length }),
        async (order, sizes) => {
          await withStore(async (store) => {
            for (let at = 0, run = 0; at < order.length; at += sizes[run++] as number)
              await ingest(store, order.slice(at, at + (sizes[run] as number)));
            expect(recordOf(store)).toEqual(expected);
          });
        },
      ),
      { numRuns: 6, seed: 3 },
    );
  });

  test('turned off and on again, the record is what it was; off, it is that of reports read alone', async () => {
    await withStore(async (store) => {
      await ingest(store, all);
      const before = recordOf(store);
      for (const { site } of store.sites.list()) expect(store.sites.use(site, false)).toBe(true);
      await rereadStale(store, 1, {}, silent);
      store.resolve();
      expect(all.flatMap(({ report: { id } }) => JSON.stringify(store.why(id)).match(/site: /g) ?? [])).toEqual([]);
      expect([...store.events()].some(({ from }) => from.includes('FRA'))).toBe(true);
      await ingest(store, [report('one.example', 4)]);
      expect(store.sites.profile('one.example')?.lines).toEqual({});
      for (const { site } of store.sites.list()) store.sites.use(site, true);
      await rereadStale(store, 1, {}, silent);
      store.resolve();
      const after = await withStore(async (other) => {
        await ingest(other, [...all, report('one.example', 4)]);
        return recordOf(other);
      });
      expect(recordOf(store)).toEqual(after);
      expect(before).not.toEqual(after);
      expect(store.sites.use('nowhere.example', false)).toBe(false);
    });
  });

  test('corrections keep when reports are read again', async () => {
    await withStore(async (store) => {
      await ingest(store, all.slice(0, 2));
      const eventsOf = (actor: string) =>
        [...store.events()].filter(({ from, to, status }) => status === 'happened' && [...from, ...to].includes(actor));
      store.join(eventsOf('TUR')[0]?.id ?? '', eventsOf('JPN')[0]?.id ?? '');
      const joined = () => eventsOf('TUR').filter(({ from, to }) => [...from, ...to].includes('JPN'));
      expect(joined()).toHaveLength(1);
      await ingest(store, all.slice(2));
      expect(store.why(all[0]?.report.id ?? '')).toMatchObject({ siteChanges: true });
      expect(joined()).toHaveLength(1);
    });
  });

  test('one content at two addresses belongs to the site of the smaller name, whichever came first', async () => {
    const content = report('one.example', 0).content;
    const at = (path: string): RawReport => ({
      report: { id: reportId(content), path, url: `https://${path}/1`, bytes: content.length },
      kind: 'text',
      content,
      hints: {},
    });
    const [a, b] = [at('a.example'), at('b.example')];
    const records = await Promise.all(
      [
        [a, b],
        [b, a],
      ].map((order) =>
        withStore(async (store) => {
          for (const raw of order) await ingest(store, [raw]);
          return recordOf(store);
        }),
      ),
    );
    expect(records[0]).toEqual(records[1]);
    expect(JSON.stringify(records[0])).toContain('a.example');
  });
});

describe('the command line', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'readout-sites-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const run = (...args: string[]) => readout(args, { cwd: folder });

  test('ingest learns, sites shows and turns off, code and read take the profile from a file', async () => {
    const lines = all
      .slice(0, 4)
      .map(({ report: { path, url }, content }) => JSON.stringify({ id: path, url, text: content }));
    lines.forEach((line, at) => {
      writeFileSync(join(folder, `${at}.jsonl`), line);
    });
    for (const at of [3, 1, 0]) expect((await run('ingest', `${at}.jsonl`)).status).toBe(0);
    const told = rows<{ kept: number; reread: number }>(await run('ingest', '--json', '2.jsonl'));
    expect(told).toMatchObject([{ kept: 1, reread: 1 }]);
    expect((await run('sites')).out).toMatch(
      /^one\.example {2}4 reports \(4 pages\), 2 lines repeated, 4 reports read/,
    );
    expect((await run('sites', 'one.example')).out).toContain(`4  ${PROMO.toLowerCase().slice(0, 30)}`);
    writeFileSync(join(folder, 'sites.jsonl'), (await run('sites', '--json')).out);
    const alone = await run('code', '2.jsonl');
    expect(alone.out).toContain('FRA');
    expect((await run('code', '--sites', 'sites.jsonl', '2.jsonl')).out).not.toContain('FRA');
    const trace = await run('read', '--trace', '--sites', 'sites.jsonl', '2.jsonl');
    expect(trace.out).not.toContain('On this day');
    expect(trace.err).toContain('site: repeated across the pages of one.example');
    expect((await run('why', 'one.example/2')).out).toMatch(/left out {2}line.*site: repeated/);
    expect((await run('sites', 'one.example', '--off')).out).toContain('4 reports read again');
    expect((await run('events', '--between', 'FRA')).out).toContain('DEU');
    expect((await run('sites', 'one.example', '--on')).out).toContain('4 reports read again');
    expect((await run('events', '--between', 'FRA')).out).toBe('');
    expect((await run('sites', 'nowhere.example')).status).toBe(2);
    expect((await run('sites', '--off')).status).toBe(2);
    writeFileSync(join(folder, 'bad.jsonl'), '{"site": 1}\n');
    expect((await run('code', '--sites', 'bad.jsonl', '2.jsonl')).status).toBe(2);
  }, 60_000);
});
