import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Coded } from '../src/model/index.ts';
import { resolve } from '../src/resolve/index.ts';
import { onlyIn } from '../src/resolve/onlyIn.ts';
import { type MadeAct, made } from './resolve-reports.ts';

const presidents = ['Nur Alam', 'Pia Berg'];

/** One report a list of acts; `published` is the same for all. */
function reports(...acts: MadeAct[][]): Coded[] {
  return acts.map((tells, index) => made({ path: `report-${index + 1}.txt`, published: '2024-05-10', tells }));
}

function partition(coded: Coded[]): string[] {
  return resolve(coded)
    .events.map((event) =>
      event.acts
        .map(({ report, act }) => `${report[7]}${act}`)
        .sort()
        .join(' '),
    )
    .sort();
}

describe('which acts are one event', () => {
  const call: MadeAct = { act: 'CONSULT SWE>KEN', mode: 'phone', when: '2024-05-09', people: presidents };
  const cases: [string, MadeAct[][], string[]][] = [
    ['the same call told twice', [[call], [call]], ['1a1 2a1']],
    [
      'the sides turned around',
      [[call], [{ ...call, act: 'CONSULT KEN>SWE', people: [...presidents].reverse() }]],
      ['1a1 2a1'],
    ],
    ['no manner said', [[call], [{ ...call, mode: null }]], ['1a1 2a1']],
    ['a call and a visit', [[call], [{ ...call, mode: 'visit' }]], ['1a1', '2a1']],
    ['two days apart', [[call], [{ ...call, when: '2024-05-07' }]], ['1a1', '2a1']],
    ['one day apart, much else the same', [[call], [{ ...call, when: '2024-05-08' }]], ['1a1 2a1']],
    [
      'one day apart, little else',
      [[{ ...call, people: [] }], [{ ...call, people: [], mode: null, when: '2024-05-08' }]],
      ['1a1', '2a1'],
    ],
    [
      'a day within the month that the other gives',
      [[call], [{ ...call, when: '2024-05-01..2024-05-31' }]],
      ['1a1 2a1'],
    ],
    ['other people', [[call], [{ ...call, people: ['Ole Dahl', 'Wanja Otieno'] }]], ['1a1', '2a1']],
    [
      'a planned meeting that was held',
      [[{ ...call, act: 'AGREE SWE>KEN', mode: 'meeting', status: 'planned' }], [{ ...call, mode: 'visit' }]],
      ['1a1 2a1'],
    ],
    [
      'accusations that go opposite ways',
      [[{ act: 'ACCUSE SWE>KEN', when: '2024-05-09' }], [{ act: 'ACCUSE KEN>SWE', when: '2024-05-09' }]],
      ['1a1', '2a1'],
    ],
    [
      'different deeds',
      [[{ act: 'AID SWE>KEN', when: '2024-05-09' }], [{ act: 'SANCTION SWE>KEN', when: '2024-05-09' }]],
      ['1a1', '2a1'],
    ],
    [
      'undated, with nothing else in common',
      [
        [{ act: 'ACCUSE SWE>KEN' }, { act: 'AID NOR>UGA' }],
        [{ act: 'ACCUSE SWE>KEN' }, { act: 'AGREE ITA>CHL' }],
      ],
      ['1a1', '1a2', '2a1', '2a2'],
    ],
    [
      'a summit with more parties in one report',
      [
        [{ act: 'CONSULT SWE>KEN+UGA', mode: 'multilateral', when: '2024-05-09', place: 'Oslo' }],
        [{ act: 'CONSULT SWE>KEN', mode: 'meeting', when: '2024-05-09', place: 'Oslo' }],
      ],
      ['1a1 2a1'],
    ],
    [
      'two deeds of one kind in one report',
      [
        [
          { act: 'ACCUSE SWE>KEN', when: '2024-05-09' },
          { act: 'ACCUSE SWE>KEN', when: '2024-05-09' },
        ],
      ],
      ['1a1', '1a2'],
    ],
    ['one meeting told twice in one report', [[call, call]], ['1a1 1a2']],
    [
      'two days apart, where one has its day only from the news',
      [[call], [{ ...call, when: '2024-05-07', dayOfNews: true }]],
      ['1a1 2a1'],
    ],
    [
      'three days apart, though it has its day only from the news',
      [[call], [{ ...call, when: '2024-05-06', dayOfNews: true }]],
      ['1a1', '2a1'],
    ],
    [
      'other people for two states of one side: both may have been there',
      [
        [{ act: 'CONSULT SWE>KEN+UGA', mode: 'multilateral', when: '2024-05-09', people: ['Nur Alam', 'Pia Berg'] }],
        [{ act: 'CONSULT SWE>KEN+UGA', mode: 'multilateral', when: '2024-05-09', people: ['Nur Alam', 'Ole Dahl'] }],
      ],
      ['1a1 2a1'],
    ],
    [
      'aid of which reports give other figures',
      [
        [
          { act: 'AID SWE>KEN', when: '2024-05-09', figures: ['20 tents'] },
          { act: 'ACCUSE NOR>UGA' },
          { act: 'AID CHL>PER' },
        ],
        [{ act: 'AID SWE>KEN', when: '2024-05-09', figures: ['90 tents'] }, { act: 'AID FIN>MLI' }],
      ],
      ['1a1', '1a2', '1a3', '2a1', '2a2'],
    ],
    [
      'aid of which reports give a figure more and less exactly',
      [
        [
          { act: 'AID SWE>KEN', when: '2024-05-09', figures: ['20 tents'] },
          { act: 'ACCUSE NOR>UGA' },
          { act: 'AID CHL>PER' },
        ],
        [{ act: 'AID SWE>KEN', when: '2024-05-09', figures: ['21 tents', '3 planes'] }, { act: 'AID FIN>MLI' }],
      ],
      ['1a1 2a1', '1a2', '1a3', '2a2'],
    ],
    [
      'a call and a visit, in reports that tell all the same else',
      [
        [call, { act: 'AID SWE>KEN', when: '2024-05-02' }, { act: 'ACCUSE NOR>UGA', when: '2024-05-03' }],
        [
          { ...call, mode: 'meeting' },
          { act: 'AID SWE>KEN', when: '2024-05-02' },
          { act: 'ACCUSE NOR>UGA', when: '2024-05-03' },
        ],
      ],
      ['1a1 2a1', '1a2 2a2', '1a3 2a3'],
    ],
  ];
  test.each(cases)('%s', (_, acts, expected) => expect(partition(reports(...acts))).toEqual(expected));

  test('two calls of the same people without any date are two, unless their reports are alike', () => {
    const undated: MadeAct = { ...call, when: undefined };
    const told = (path: string, ...rest: MadeAct[]) => made({ path, tells: [undated, ...rest] });
    const others = (...pairs: string[]) => pairs.map((pair): MadeAct => ({ act: `AID ${pair}` }));
    const calls = (...all: Coded[]) => resolve(all).events.filter(({ type }) => type === 'CONSULT');
    const [some, rest] = [others('NOR>UGA', 'CHL>PER', 'FIN>MLI'), others('ITA>CHL', 'POL>GEO', 'CAN>HTI')];
    expect(calls(told('a', ...some), told('b', ...rest))).toHaveLength(2);
    expect(calls(told('a', ...some), told('b', ...some))).toHaveLength(1);
  });

  test('a vague report between two clear ones joins neither to the other', () => {
    const monday: MadeAct = { act: 'CONSULT SWE>KEN', mode: 'meeting', when: '2024-05-06', people: presidents };
    const friday: MadeAct = { ...monday, when: '2024-05-10' };
    const vague: MadeAct = { ...monday, when: '2024-05-01..2024-05-31' };
    for (const event of resolve(reports([monday], [vague], [friday])).events)
      expect(
        new Set(event.acts.map(({ report }) => report)).has('report-1.txt') && event.reports.includes('report-3.txt'),
      ).toBe(false);
  });

  test('a disputed day is kept with both values and those who give them', () => {
    const [event] = resolve(reports([call], [{ ...call, when: '2024-05-08' }])).events;
    expect(event?.disputed).toEqual([
      {
        field: 'when',
        values: [
          { value: '2024-05-08', reports: ['report-2.txt'] },
          { value: '2024-05-09', reports: ['report-1.txt'] },
        ],
      },
    ]);
  });

  test('a disputed figure is kept when the event is certain', () => {
    const told = (path: string, figure: string) =>
      made({
        path,
        published: '2024-05-10',
        tells: [
          { ...call, figures: [figure] },
          { act: 'AID NOR>UGA', when: '2019' },
        ],
      });
    const [, event] = resolve([told('one.txt', '20 ships'), told('two.txt', '30 ships')]).events;
    expect(event?.disputed).toEqual([
      {
        field: 'number',
        values: [
          { value: '20 ships', reports: ['one.txt'] },
          { value: '30 ships', reports: ['two.txt'] },
        ],
      },
    ]);
  });

  test('says why', () => {
    const [event] = resolve(reports([call], [call])).events;
    expect(event?.why[0]).toMatch(/same parties, same people, both phone, .*same day/);
  });
});

describe('order', () => {
  const party = fc.constantFrom('SWE', 'KEN', 'UGA');
  const act = fc.record({
    act: fc
      .tuple(fc.constantFrom('CONSULT', 'ACCUSE', 'AGREE', 'AID'), party, party)
      .filter(([, a, b]) => a !== b)
      .map(([type, a, b]) => `${type} ${a}>${b}`),
    mode: fc.constantFrom(null, 'phone', 'meeting', 'visit') as fc.Arbitrary<MadeAct['mode']>,
    when: fc.constantFrom(undefined, '2024-05-08', '2024-05-09', '2024-05-10', '2024-05-01..2024-05-31'),
    people: fc.constantFrom<string[]>([], ['Nur Alam'], presidents, ['Ole Dahl', 'Pia Berg']),
    background: fc.boolean(),
  });
  const anyReports = fc
    .array(fc.array(act, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 9 })
    .map((all) => reports(...all));

  test('does not show in events and stories', () => {
    fc.assert(
      fc.property(
        anyReports.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(JSON.stringify(resolve(shuffled))).toBe(JSON.stringify(resolve(all)));
        },
      ),
      { numRuns: 150 },
    );
  });

  test('every act is in one event, and every report in one story', () => {
    fc.assert(
      fc.property(anyReports, (all) => {
        const { events, stories } = resolve(all);
        expect(events.reduce((sum, event) => sum + event.acts.length, 0)).toBe(
          all.reduce((sum, { acts }) => sum + acts.length, 0),
        );
        expect(stories.flatMap(({ reports: names }) => names).sort()).toEqual(
          all.map(({ report }) => report.path).sort(),
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe('readouts', () => {
  const swedish = made({
    path: 'stockholm.txt',
    published: '2024-05-10',
    credits: [['TT', 'agency']],
    tells: [
      { act: 'CONSULT SWE>KEN', mode: 'phone', when: '2024-05-09', people: presidents },
      {
        says: 'Government Offices of Sweden',
        actor: 'SWE',
        text: 'They spoke of trade and of forests.',
        topics: ['trade', 'environment'],
      },
      { says: 'State House', actor: 'KEN', text: 'Trade was the main subject.', topics: ['trade'] },
      { act: 'AID SWE>KEN', when: '2019', background: true },
      { says: 'Opposition Forum', actor: 'KEN', text: 'The aid of 2019 was lost.', topics: ['aid'] },
      { act: 'SANCTION SWE>UGA', background: true },
    ],
    figures: [450, 1200],
  });
  const vietnamese = made({
    path: 'hanoi.txt',
    language: 'vi',
    published: '2024-05-10',
    tells: [
      { act: 'CONSULT SWE>KEN', mode: 'phone', when: '2024-05-09', people: presidents },
      {
        says: 'Government Offices of Sweden',
        actor: 'SWE',
        text: 'Hai bên bàn về thương mại và rừng.',
        topics: ['trade', 'environment'],
      },
      { says: 'State House', actor: 'KEN', text: 'Thương mại là chủ đề chính.', topics: ['trade'] },
      { act: 'AID SWE>KEN', when: '2019', background: true },
    ],
    figures: [450, 1200],
  });
  const { events } = resolve([swedish, vietnamese]);
  const call = events.find(({ type }) => type === 'CONSULT');

  test('stand by side, in the words of each language', () => {
    expect(call?.languages).toEqual(['en', 'vi']);
    expect(call?.readouts.map(({ side, statements }) => [side, statements.map(({ text }) => text)])).toEqual([
      ['KEN', expect.arrayContaining(['Trade was the main subject.', 'Thương mại là chủ đề chính.'])],
      ['SWE', expect.arrayContaining(['They spoke of trade and of forests.', 'Hai bên bàn về thương mại và rừng.'])],
    ]);
  });

  test('end where the background begins', () => {
    expect(call?.readouts.flatMap(({ statements }) => statements.map(({ speaker }) => speaker))).not.toContain(
      'Opposition Forum',
    );
  });

  test('name the topics that only one side names', () => {
    expect(call?.readouts.map(({ side, onlyHere }) => [side, onlyHere])).toEqual([
      ['KEN', []],
      ['SWE', ['environment']],
    ]);
  });

  test('reports that share the event alone are two origins', () => {
    const other = made({
      path: 'nairobi.txt',
      published: '2024-05-10',
      tells: [{ act: 'CONSULT SWE>KEN', mode: 'phone', when: '2024-05-09', people: presidents }],
    });
    expect(resolve([swedish, other]).events.find(({ type }) => type === 'CONSULT')?.originNames).toEqual([
      'TT',
      'nairobi.txt',
    ]);
  });

  test('what only one report says is named', () => {
    const holder = new Map(
      events.flatMap((event) => event.acts.map(({ report, act }) => [`${report} ${act}`, event.id])),
    );
    const names = new Map([swedish, vietnamese].map(({ report }) => [report.id, report.path]));
    const found = onlyIn([swedish, vietnamese], (report, act) => holder.get(`${names.get(report)} ${act}`) ?? null);
    expect(
      found.map(({ report, acts, statements }) => [
        report,
        acts.map(({ summary }) => summary),
        statements.map(({ speaker }) => speaker),
      ]),
    ).toEqual([
      ['stockholm.txt', ['SANCTION SWE > UGA'], ['Opposition Forum']],
      ['hanoi.txt', [], []],
    ]);
  });
});
