import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { ReadoutEvent } from '../src/model/index.ts';
import { BROWSE_TABLES } from '../src/store/browseTables.ts';
import { openDriver } from '../src/store/driver.ts';
import { keepEvent } from '../src/store/keep.ts';
import { MIGRATIONS } from '../src/store/migrations.ts';
import { openStore, type Store } from '../src/store/store.ts';
import { recordOf } from './show-record.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-browse-'));
afterAll(() => rmSync(folder, { recursive: true }));

function event(id: string, more: Partial<ReadoutEvent> = {}): ReadoutEvent {
  return {
    id,
    type: 'CONSULT',
    mode: 'phone',
    subtype: null,
    status: 'happened',
    from: ['TUR'],
    to: ['RUS'],
    people: [],
    when: { earliest: '2023-09-04', latest: '2023-09-04' },
    place: null,
    topics: ['trade'],
    acts: [],
    reports: [],
    origins: 1,
    originNames: ['TASS'],
    languages: ['vi'],
    disputed: [],
    life: [],
    readouts: [],
    topicMatrix: [],
    counterparts: [],
    core: true,
    confidence: 1,
    why: [],
    ...more,
  };
}

/** A database with these events and nothing else. */
function databaseOf(name: string, events: readonly ReadoutEvent[]): Store {
  const file = join(folder, name);
  openStore(file).close();
  const driver = openDriver(file);
  for (const one of events) keepEvent(driver, one, '2026-01-01T00:00:00Z');
  driver.close();
  return openStore(file);
}

const chosen = (store: Store, values: Record<string, string[]>) =>
  store.browse.choose({ values }).page({ limit: 100 }).ids;

describe('the tables that pages are listed from', () => {
  test('are filled for a record of an earlier version', () => {
    const file = join(folder, 'old.db');
    const at = MIGRATIONS.indexOf(BROWSE_TABLES);
    const driver = openDriver(file);
    for (const step of MIGRATIONS.slice(0, at)) driver.script(step);
    driver.script(`PRAGMA user_version = ${at}`);
    keepEvent(driver, event('e1'), '2020-01-01T00:00:00Z');
    const story = { id: 's1', title: 'Talks', reports: ['a', 'b'], events: [], lineage: [], differences: [] };
    driver.run('INSERT INTO stories (id, story, changed) VALUES (?, ?, ?)', 's1', JSON.stringify(story), '2020-01-01');
    driver.close();
    const store = openStore(file);
    expect(chosen(store, { actor: ['TUR', 'RUS'], topic: ['trade'], outlet: ['TASS'] })).toEqual(['e1']);
    expect(store.browse.stories({ limit: 5 }).map(({ story: { title } }) => title)).toEqual(['Talks']);
    store.close();
  });

  test('follow an event that changes, and one that is taken out', () => {
    const store = databaseOf('changes.db', [event('e1'), event('e2', { status: 'planned' })]);
    expect(chosen(store, { status: ['planned'] })).toEqual(['e2']);
    const driver = openDriver(join(folder, 'changes.db'));
    keepEvent(driver, event('e2', { status: 'denied' }), '2026-01-02T00:00:00Z');
    expect([chosen(store, { status: ['planned'] }), chosen(store, { status: ['denied'] })]).toEqual([[], ['e2']]);
    driver.run('DELETE FROM events WHERE id = ?', 'e2');
    expect(chosen(store, {})).toEqual(['e1']);
    driver.close();
    store.close();
  });

  test('hold what resolving gives, also after a user has joined two events', async () => {
    const { store } = await recordOf(folder);
    const all = () => [...store.events()].map(({ id }) => id).sort();
    expect(chosen(store, {}).sort()).toEqual(all());
    const [first, second] = all();
    store.join(first as string, second as string);
    expect(chosen(store, {}).sort()).toEqual(all());
    store.close();
  });
});

describe('choosing', () => {
  const store = databaseOf('choose.db', [
    event('e1', { when: { earliest: '2023-01-01', latest: '2023-12-31' } }),
    event('e2', { when: { earliest: null, latest: '2022-06-30' } }),
    event('e3', { when: null }),
    event('e4', { when: { earliest: '2024-02-01', latest: null }, from: ['TUR', 'QAT'], to: [] }),
    event('e5', { type: 'SANCTION', mode: null, from: ['USA', 'GBR'], to: ['RUS'] }),
  ]);
  const between = (since?: string, until?: string) =>
    store.browse.choose({ values: {}, since, until }).page({ limit: 9, oldestFirst: true }).ids;

  test.each([
    [undefined, undefined, ['e3', 'e2', 'e1', 'e5', 'e4']],
    ['2023-06-01', undefined, ['e1', 'e5', 'e4']],
    [undefined, '2022-12-31', ['e2']],
    ['2022-06-30', '2023-01-01', ['e2', 'e1']],
    ['2030-01-01', undefined, []],
  ])('from %s to %s: intervals that may lie between, and none without a day', (since, until, ids) => {
    expect(between(since, until)).toEqual(ids);
  });

  test('relations are between the sides of a deed, and between all who consult', () => {
    expect(store.browse.relations(9).map(({ a, b, events }) => `${a}-${b} ${events}`)).toEqual([
      'RUS-TUR 3',
      'GBR-RUS 1',
      'QAT-TUR 1',
      'RUS-USA 1',
    ]);
    expect(store.browse.partners('RUS', 9).map(({ events }) => events)).toEqual([3, 1, 1]);
  });
});
