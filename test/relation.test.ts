import { describe, expect, test } from 'vitest';
import type { ReadoutEvent } from '../src/model/index.ts';
import { relationOf } from '../src/resolve/relation.ts';
import { openStore } from '../src/store/store.ts';
import { actorNamed } from '../src/world/actor-names.ts';
import { type MadeAct, made } from './resolve-reports.ts';
import { testWorld } from './world-of-tests.ts';

function event(what: string, when: string | null, more: Partial<ReadoutEvent> = {}): ReadoutEvent {
  const [type, sides] = what.split(' ') as [ReadoutEvent['type'], string];
  const [from, to] = sides.split('>').map((side) => side.split('+')) as [string[], string[]];
  const [earliest, latest] = when?.split('..') ?? [];
  return {
    id: `e ${what} ${when}`,
    type,
    mode: null,
    subtype: null,
    status: 'happened',
    from,
    to,
    people: [],
    when: earliest ? { earliest, latest: latest ?? earliest } : null,
    place: null,
    topics: [],
    acts: [],
    reports: [],
    origins: 1,
    originNames: [],
    languages: [],
    disputed: [],
    life: [],
    topicMatrix: [],
    counterparts: [],
    readouts: [],
    core: true,
    confidence: 1,
    why: [],
    ...more,
  };
}

const SCORES: Record<string, number> = { SANCTION: -8, ACCUSE: -2, AID: 7, CONSULT: 1, THREATEN: -4 };
const relation = (...events: ReadoutEvent[]) =>
  relationOf('KEN', 'SWE', { events, tracks: [], score: ({ type }) => SCORES[type] ?? 0 });

describe('a relation', () => {
  test('scores each quarter with its spread, and each direction apart', () => {
    const { quarters, score, forth, back } = relation(
      event('AID SWE>KEN', '2023-02-01'),
      event('ACCUSE KEN>SWE', '2023-03-01'),
      event('CONSULT KEN>SWE', '2023-03-31'),
      event('SANCTION KEN>SWE', '2023-04-01'),
    );
    expect(quarters.map(({ quarter }) => quarter)).toEqual(['2023-Q1', '2023-Q2']);
    expect(quarters[0]?.score).toEqual({ mean: 2, min: -2, max: 7, n: 3 });
    expect(quarters[0]?.forth).toEqual({ mean: -2, min: -2, max: -2, n: 1 });
    expect(quarters[0]?.back).toEqual({ mean: 7, min: 7, max: 7, n: 1 });
    expect([score?.n, forth?.mean, back?.mean]).toEqual([4, -5, 7]);
    expect(quarters[0]?.types).toEqual({ ACCUSE: 1, AID: 1, CONSULT: 1 });
  });

  test('says a quarter of which nothing is told as a gap, never as nought', () => {
    const { quarters, gaps } = relation(
      event('AID SWE>KEN', '2022-11-01'),
      event('AID SWE>KEN', '2023-08-01'),
      event('AID SWE>KEN', '2024-02-01'),
    );
    expect(quarters.map(({ quarter, score }) => [quarter, score?.mean ?? null])).toEqual([
      ['2022-Q4', 7],
      ['2023-Q1', null],
      ['2023-Q2', null],
      ['2023-Q3', 7],
      ['2023-Q4', null],
      ['2024-Q1', 7],
    ]);
    expect(gaps).toEqual([
      { from: '2023-Q1', to: '2023-Q2', quarters: 2 },
      { from: '2023-Q4', to: '2023-Q4', quarters: 1 },
    ]);
  });

  test('leaves out those who only act together on a third, and puts no wide time into a quarter', () => {
    const { events, unplaced, quarters } = relation(
      event('SANCTION KEN+SWE>TUR', '2023-01-01'),
      event('AID SWE>KEN', '2022-01-01..2023-12-31'),
      event('AID SWE>KEN', null),
    );
    expect([events.length, unplaced, quarters.length]).toEqual([2, 2, 0]);
  });

  test('does not score what is only supposed', () => {
    expect(relation(event('SANCTION KEN>SWE', '2023-01-01', { status: 'hypothetical' })).score).toBeNull();
  });
});

test.each([
  ['TUR', 'TUR'],
  ['tur', 'TUR'],
  ['Türkiye', 'TUR'],
  ['turkiye', 'TUR'],
  ['Thổ Nhĩ Kỳ', 'TUR'],
  ['Nga', 'RUS'],
  ['NGA', 'NGA'],
  ['Россия', 'RUS'],
  ['土耳其', 'TUR'],
  ['Rusya', 'RUS'],
  ['Kremlin', 'RUS'],
  ['Ankara', 'TUR'],
  ['NATO', 'NATO'],
  ['Tổ chức Hiệp ước Bắc Đại Tây Dương', 'NATO'],
  ['nobody at all', null],
])('the actor "%s" is %s', (text, code) => {
  expect(actorNamed(testWorld().knowledge, text)).toBe(code);
});

describe('the store', () => {
  const call: MadeAct = { act: 'CONSULT TUR>RUS', mode: 'phone', when: '2024-05-09', topics: ['trade'] };
  const accusation: MadeAct = { act: 'ACCUSE RUS>TUR', when: '2023-01-10', topics: ['trade'] };

  test('gives a relation by code or by name, in a time, with the tracks that both share', () => {
    const store = openStore(':memory:');
    try {
      const report = made({ path: 'one.txt', published: '2024-05-10', tells: [call, accusation] });
      const evidence = { start: 0, end: 10 };
      const stage = {
        id: 'g1',
        track: 'black-sea-grain-initiative',
        stage: 'defunct',
        status: 'happened',
        by: [],
        when: null,
        asOf: '2024-05-10',
        according: [],
        evidence,
        spans: { word: [0, 2], track: [2, 4] },
        lines: [1, 1],
        teaser: false,
        why: 'made',
      } as const;
      store.keep([
        {
          ...report,
          stages: [{ ...stage, by: [], according: [], spans: { word: [0, 2], track: [2, 4] }, lines: [1, 1] }],
        },
      ]);
      const whole = store.relation('Nga', 'Türkiye');
      expect(whole).toEqual(store.relation('RUS', 'TUR'));
      expect(whole).toMatchObject({ a: 'RUS', b: 'TUR', topics: [{ topic: 'trade', events: 2 }] });
      expect(whole.tracks).toEqual([expect.objectContaining({ key: stage.track, current: 'defunct' })]);
      expect(whole.forth).toMatchObject({ mean: -2, n: 1 });
      expect(store.relation('RUS', 'TUR', { since: '2024-01-01' }).events).toHaveLength(1);
      expect(store.relation('RUS', 'KEN').events).toEqual([]);
    } finally {
      store.close();
    }
  });
});
