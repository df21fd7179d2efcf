import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkStages } from '../src/check/stages.ts';
import type { Coded, StageFact, Track } from '../src/model/index.ts';
import { codeReport } from '../src/pipeline.ts';
import { openReports } from '../src/read/index.ts';
import { resolveTracks } from '../src/resolve/tracks/index.ts';
import { openStore, type Store } from '../src/store/store.ts';
import { readTable } from '../src/world/table.ts';
import { codedOf, testWorld } from './world-of-tests.ts';

const LANGUAGES = ['en', 'vi', 'ru', 'tr', 'zh'];

/** A stage as the tables write it: `new-start suspended happened 2023-02-21`. */
function written({ track, stage, status, when }: Pick<StageFact, 'track' | 'stage' | 'status' | 'when'>): string {
  const ends = when ? [...new Set([when.earliest ?? '', when.latest ?? ''])].join('..') : '';
  return [track, stage, status, ends].filter(Boolean).join(' ');
}

async function codedFrom(path: string): Promise<Coded[]> {
  const coded: Coded[] = [];
  for await (const raw of openReports([path], {})) if (!('error' in raw)) coded.push(codeReport(testWorld(), raw));
  return coded;
}

describe.each(LANGUAGES)('stages in %s', (language) => {
  const { rows } = readTable(join(import.meta.dirname, 'fixtures', 'stages', `${language}.tsv`));
  test.each(rows.map(({ cells }) => [cells['sentence'] ?? '', cells['yields'] ?? '', cells['day'] || '2026-01-15']))(
    '%s',
    (sentence, yields, day) => {
      const told = (codedOf(sentence, language, day).stages ?? []).map(written);
      if (yields === '') expect(told).toEqual([]);
      else
        expect(
          told.some((fact) => fact === yields || fact.startsWith(`${yields} `)),
          told.join('; '),
        ).toBe(true);
    },
  );

  test('every row of stages.tsv gives what its example says', () => {
    expect(checkStages(testWorld(), language)).toEqual([]);
  });
});

describe('a stage fact', () => {
  test('names the words it was read from, whose step it is and whose word', () => {
    const text = 'Sergei Lavrov said that Russia suspended New START on 21 February 2023.';
    const coded = codedOf(text, 'en', '2023-02-25');
    const [fact] = coded.stages ?? [];
    expect(fact).toMatchObject({ track: 'new-start', stage: 'suspended', status: 'happened', by: ['RUS'] });
    expect(fact?.according.map(({ speaker }) => speaker)).toEqual(['Sergey Lavrov']);
    const words = (span: [number, number] | undefined) => span && text.slice(...span);
    expect([words(fact?.spans.word), words(fact?.spans.track), words(fact?.spans.when)]).toEqual([
      'suspended',
      'New START',
      'on 21 February 2023',
    ]);
    expect(coded.tracks).toEqual([{ track: 'new-start', start: 41, end: 50, sentence: [0, text.length] }]);
  });

  test('a day beside a state is not when it began, and what lies ahead was not reached', () => {
    const [defunct] = codedOf('In 2022 Ankara praised the now-defunct INF Treaty.', 'en', '2023-01-01').stages ?? [];
    expect([defunct?.when, defunct?.asOf]).toEqual([null, '2023-01-01']);
    const [ahead] = codedOf('New START expires on 5 February 2026.', 'en', '2025-01-01').stages ?? [];
    expect(ahead).toMatchObject({ stage: 'defunct', status: 'planned' });
  });

  test('"the treaty" is the last one named, when only one can be meant', () => {
    const one = 'The Senate debated New START.\nIt ratified the treaty on 22 December 2010.';
    expect((codedOf(one, 'en').stages ?? []).map(written)).toContain('new-start ratified happened 2010-12-22');
    const two = 'The Senate debated New START and the INF Treaty.\nIt ratified the treaty on 22 December 2010.';
    expect(codedOf(two, 'en').stages).toEqual([]);
  });
});

/** Reports of one sentence each, published on a day. */
function reports(...sentences: [text: string, day: string][]): Coded[] {
  return sentences.map(([text, day], index) => {
    const coded = codedOf(text, 'en', day);
    return { ...coded, report: { ...coded.report, id: String(index).padStart(16, '0'), path: `${index}.txt` } };
  });
}

const told = (track: Track | undefined): string[] =>
  (track?.stages ?? []).map(({ stage, status, by, when, asOf }) =>
    [stage, status, by.join('+'), when ? [...new Set([when.earliest, when.latest])].join('..') : `by ${asOf}`]
      .filter(Boolean)
      .join(' '),
  );

describe('tracks from many reports', () => {
  const many = reports(
    ['Russia suspended New START on 21 February 2023.', '2023-02-22'],
    ['Russia suspended New START in February 2023.', '2023-06-01'],
    ['Barack Obama and Dmitry Medvedev signed New START on 8 April 2010.', '2010-04-10'],
    ['Barack Obama and Dmitry Medvedev signed New START on 9 April 2010.', '2010-04-11'],
    ['Russia ratified New START in January 2011.', '2021-01-01'],
    ['The United States ratified New START in December 2010.', '2021-01-01'],
    ['Washington will extend New START in 2026.', '2025-01-01'],
    ['Russia has not violated New START, Sergei Lavrov said.', '2025-02-01'],
  );

  test('one stage is told once, with all its evidence; each party ratifies for itself; contradictions stand side by side', () => {
    const [track] = resolveTracks(many, testWorld().knowledge);
    expect(told(track)).toEqual([
      'signed reached RUS+USA 2010-04-08',
      'ratified reached USA 2010-12-01..2010-12-31',
      'ratified reached RUS 2011-01-01..2011-01-31',
      'suspended reached RUS 2023-02-21',
      'violated denied RUS by 2025-02-01',
      'extended planned USA 2026-01-01..2026-12-31',
    ]);
    expect(track?.stages.find(({ stage }) => stage === 'signed')?.disputed).toEqual([
      { value: '2010-04-08', reports: ['2.txt'] },
      { value: '2010-04-09', reports: ['3.txt'] },
    ]);
    expect(track?.stages.find(({ stage }) => stage === 'suspended')?.evidence).toHaveLength(2);
    expect(track).toMatchObject({ name: 'New START', kind: 'agreement', current: { stage: 'suspended' } });
  });

  test('do not depend on the order of reports, nor on how often one is given', () => {
    const expected = resolveTracks(many, testWorld().knowledge);
    fc.assert(
      fc.property(fc.shuffledSubarray([...many, ...many], { minLength: many.length * 2 }), (shuffled) => {
        expect(resolveTracks(shuffled, testWorld().knowledge)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  test('a stage that may come again is two stages when its days lie apart', () => {
    const extended = reports(
      ['The Black Sea Grain Initiative was extended on 17 November 2022.', '2022-11-18'],
      ['The Black Sea Grain Initiative was extended on 18 March 2023.', '2023-03-19'],
      ['The Black Sea Grain Initiative was extended in March 2023.', '2023-05-01'],
    );
    expect(told(resolveTracks(extended, testWorld().knowledge)[0])).toEqual([
      'extended reached 2022-11-17',
      'extended reached 2023-03-18',
    ]);
  });

  test('the store gives what resolving everything at once gives', () => {
    const store = openStore(':memory:');
    try {
      for (const report of many.toReversed()) store.keep([report]);
      expect([...store.tracks()]).toEqual(resolveTracks(many, testWorld().knowledge));
      const [track] = store.tracks();
      for (const name of [track?.id, track?.id.slice(0, 6), 'new-start', 'Hiệp ước New START', 'СНВ-3'])
        expect(store.track(name ?? '')?.id, name).toBe(track?.id);
      expect(store.track('nothing of that kind')).toBeNull();
    } finally {
      store.close();
    }
  });
});

describe('the examples', () => {
  let store: Store;
  beforeAll(async () => {
    store = openStore(':memory:');
    store.keep(await codedFrom('examples'));
  }, 60_000);
  afterAll(() => store.close());

  test('Sweden and Finland on their way into NATO', () => {
    expect(told(store.track('application:SWE:NATO') ?? undefined)).toEqual(
      expect.arrayContaining(['applied reached SWE 2022-05-01..2022-05-31', 'ratified reached TUR 2024-01-25']),
    );
    // Parliament voted on the 23rd, the president signed on the 25th: a page calls each of them the ratification.
    const ratified = store.track('application:SWE:NATO')?.stages.find(({ disputed }) => disputed.length > 0);
    expect(ratified?.disputed.map(({ value }) => value)).toEqual(['2024-01-23', '2024-01-25']);
    const finland = store.track('application:FIN:NATO');
    expect(told(finland ?? undefined)).toEqual(
      expect.arrayContaining(['ratified reached TUR 2023-03-30', 'joined reached FIN 2023-04-04']),
    );
    expect(finland?.current?.stage).toBe('joined');
    const joined = finland?.stages.find(({ stage }) => stage === 'joined');
    expect(new Set(joined?.evidence.map(({ language }) => language))).toEqual(new Set(['en', 'vi']));
  });

  test('the grain deal that Russia left', () => {
    const grain = store.track('black-sea-grain-initiative') ?? undefined;
    expect(told(grain)).toContain('withdrawn reached RUS 2023-07-17');
    expect(told(grain).some((stage) => stage.startsWith('resumed planned RUS'))).toBe(true);
  });
});

const seeds = join(import.meta.dirname, '..', '..', 'shared', 'seeds');
const present = existsSync(seeds);

test('the seed pages are there when they are asked for', () => {
  if (process.env.READOUT_SHARED === '1') expect(present, `${seeds} is missing`).toBe(true);
});

describe.skipIf(!present)('the five seed pages (skipped where ../shared is not checked out)', () => {
  let tracks: Map<string, Track>;
  beforeAll(async () => {
    const all = resolveTracks(await codedFrom(seeds), testWorld().knowledge);
    tracks = new Map(all.map((track) => [track.key, track]));
  }, 60_000);

  test.each([
    ['black-sea-grain-initiative', ['defunct reached by 2024-11-24']],
    ['application:TUR:BRICS', ['applied reached TUR 2024-09-01..2024-09-30', 'supported planned RUS by 2024-11-24']],
    ['s-400:TUR', ['integrated possible TUR by 2020-11-30']],
    ['f-35:TUR', ['taking-part reached TUR by 2020-11-30']],
    [
      'russia-security-guarantees-2021',
      ['proposed reached RUS 2021-12-17', 'in-talks planned USA 2022-01-01..2022-03-31'],
    ],
    [
      'far-eastern-route',
      [
        'signed reached CHN+RUS 2023-02-01..2023-02-28',
        'under-way reached by 2025-01-22',
        'delivering planned 2027-01-01..2027-12-31',
      ],
    ],
    ['power-of-siberia-2', ['under-way reached by 2025-01-22']],
    ['nagorno-karabakh-monitoring-centre', ['in-talks reached RUS+TUR by 2020-11-30']],
  ])('%s', (key, stages) => {
    expect(told(tracks.get(key))).toEqual(stages);
  });

  test('two pages in two languages tell of the application, and who says so', () => {
    const applied = tracks.get('application:TUR:BRICS')?.stages[0];
    expect(applied?.evidence.map(({ language }) => language).toSorted()).toEqual(['en', 'vi']);
    expect(applied?.evidence.every(({ according }) => according[0]?.actor === 'TUR')).toBe(true);
  });
});
