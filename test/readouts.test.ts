import { describe, expect, test } from 'vitest';
import type { ReadoutEvent } from '../src/model/index.ts';
import { resolve } from '../src/resolve/index.ts';
import { type MadeAct, type MadeReport, type MadeStatement, made } from './resolve-reports.ts';

const call: MadeAct = { act: 'CONSULT SWE>KEN', mode: 'phone', when: '2024-05-09', people: ['Nur Alam', 'Pia Berg'] };
const stockholm = (text: string, ...topics: string[]): MadeStatement => ({
  says: 'Government Offices',
  actor: 'SWE',
  text,
  topics,
});
const nairobi = (text: string, ...topics: string[]): MadeStatement => ({
  says: 'State House',
  actor: 'KEN',
  text,
  topics,
});

/** The event of the call in these reports. */
function callIn(...reports: MadeReport['tells'][]): ReadoutEvent {
  const coded = reports.map((tells, index) =>
    made({ path: `report-${index + 1}.txt`, published: '2024-05-10', tells }),
  );
  return resolve(coded).events.find(({ mode }) => mode === 'phone') as ReadoutEvent;
}

/** What a side says, text by text. */
function said(event: ReadoutEvent, side: string | null): string[] {
  return event.readouts
    .filter((one) => one.side === side)
    .flatMap(({ statements }) => statements.map(({ text }) => text));
}

describe('an account', () => {
  test('leaves out a headline that the text says again, in its words or on its topic', () => {
    const event = callIn([
      { ...stockholm('Sweden: forests were the subject', 'environment'), block: 'title' },
      call,
      stockholm('They spoke of forests for an hour.', 'environment'),
    ]);
    expect(said(event, 'SWE')).toEqual(['They spoke of forests for an hour.']);
  });

  test('keeps a headline that says what the text does not', () => {
    const event = callIn([
      { ...stockholm('Sweden wants a treaty', 'treaty'), block: 'title' },
      call,
      stockholm('They spoke of forests.', 'environment'),
    ]);
    expect(said(event, 'SWE')).toEqual(['Sweden wants a treaty', 'They spoke of forests.']);
  });

  test('has what several reports carry in the same words once, with all of them', () => {
    const event = callIn(
      [call, stockholm('They spoke of trade and of forests.')],
      [call, stockholm('They spoke of trade and forests.')],
    );
    expect(event.readouts.flatMap(({ statements }) => statements.map(({ reports }) => reports))).toEqual([
      ['report-1.txt', 'report-2.txt'],
    ]);
  });

  test('does not take the sentence that only tells of the call for something said', () => {
    const event = callIn([
      { ...call, text: 'The prime minister spoke with the president.' },
      { ...stockholm('It was a good talk.'), reported: true },
    ]);
    expect(said(event, 'SWE')).toEqual(['It was a good talk.']);
  });

  test('goes on after one block without a voice, and ends at background', () => {
    const event = callIn([
      call,
      stockholm('First.'),
      { says: 'Bank', actor: null, text: 'Trade was worth 2 billion.' },
      nairobi('Second.'),
      { act: 'AID SWE>KEN', when: '2019', background: true },
      nairobi('Of old things.'),
    ]);
    expect([said(event, 'SWE'), said(event, 'KEN')]).toEqual([['First.'], ['Second.']]);
  });

  test('opens with the lead of a report, though its coder held the call for background', () => {
    const event = callIn([
      { ...call, background: true, block: 'lead' },
      nairobi('Trade came first.'),
      nairobi('Then forests.'),
    ]);
    expect(said(event, 'KEN')).toEqual(['Trade came first.', 'Then forests.']);
  });
});

describe('one sentence', () => {
  /** A report whose second statement stands in the sentence of the first. */
  function overlapping(first: MadeStatement, second: MadeStatement): ReadoutEvent {
    const coded = made({ path: 'one.txt', published: '2024-05-10', tells: [call, first, second] });
    const [sentence, inner] = coded.statements;
    if (sentence && inner) Object.assign(inner, { start: sentence.start, end: sentence.end });
    return resolve([coded]).events[0] as ReadoutEvent;
  }

  test('and its quotation are one statement of a side', () => {
    const event = overlapping(
      { ...stockholm('They called it “a good talk”.'), reported: true },
      stockholm('a good talk'),
    );
    expect(said(event, 'SWE')).toEqual(['a good talk']);
  });

  test('given to two voices of a side is one statement', () => {
    const state: MadeStatement = { says: 'Sweden', actor: 'SWE', text: 'Trade grows.', reported: true };
    expect(said(overlapping({ ...stockholm('Trade grows.'), reported: true }, state), 'SWE')).toHaveLength(1);
  });

  test('that both sides say is in both accounts', () => {
    const event = overlapping(
      { ...stockholm('Trade grows.'), reported: true },
      { ...nairobi('Trade grows.'), reported: true },
    );
    expect([said(event, 'SWE'), said(event, 'KEN')].map(({ length }) => length)).toEqual([1, 1]);
  });
});

describe('side by side', () => {
  const event = callIn(
    [
      call,
      stockholm('Trade and forests were discussed.', 'trade', 'environment'),
      nairobi('Trade was the main subject.', 'trade'),
    ],
    [call, stockholm('A treaty is near.', 'treaty')],
  );

  test('topics are counted by side', () => {
    expect(event.topicMatrix).toEqual([
      { topic: 'environment', sides: [{ side: 'SWE', statements: 1 }] },
      {
        topic: 'trade',
        sides: [
          { side: 'KEN', statements: 1 },
          { side: 'SWE', statements: 1 },
        ],
      },
      { topic: 'treaty', sides: [{ side: 'SWE', statements: 1 }] },
    ]);
  });

  test('what both say in different words is paired, by topic', () => {
    expect(
      event.counterparts.map(({ topics, statements }) => [topics, statements.map(({ side, text }) => [side, text])]),
    ).toEqual([
      [
        ['trade'],
        [
          ['KEN', 'Trade was the main subject.'],
          ['SWE', 'Trade and forests were discussed.'],
        ],
      ],
    ]);
  });

  test('what only one side says is marked', () => {
    const alone = event.readouts.flatMap(({ statements }) =>
      statements.filter((one) => one.alone).map(({ text }) => text),
    );
    expect(alone).toEqual(['A treaty is near.']);
  });
});

describe('the life of an event', () => {
  const report = (path: string, published: string, status: MadeAct['status'], mode: MadeAct['mode'] = 'visit') =>
    made({
      path,
      published,
      tells: [{ act: 'CONSULT SWE>KEN', mode, when: '2024-05-09', people: ['Nur Alam', 'Pia Berg'], status }],
    });
  const planned = report('planned.txt', '2024-05-01', 'planned');
  const off = report('off.txt', '2024-05-08', 'denied');
  const held = report('held.txt', '2024-05-10', 'happened');
  const lives: [string, ReturnType<typeof report>[], string, string[]][] = [
    ['planned, then held', [held, planned], 'happened', ['planned planned.txt', 'happened held.txt']],
    ['planned, then called off', [off, planned], 'denied', ['planned planned.txt', 'denied off.txt']],
    [
      'called off, and held after all',
      [held, off, planned],
      'happened',
      ['planned planned.txt', 'denied off.txt', 'happened held.txt'],
    ],
    [
      'called off, then planned anew',
      [off, report('anew.txt', '2024-05-09', 'planned')],
      'planned',
      ['denied off.txt', 'planned anew.txt'],
    ],
  ];
  test.each(lives)('%s', (_, reports, status, stages) => {
    const { events } = resolve(reports);
    expect(events).toHaveLength(1);
    expect(events[0]?.status).toBe(status);
    expect(events[0]?.life.map((stage) => `${stage.status} ${stage.reports.join(' ')}`)).toEqual(stages);
    expect(events[0]?.disputed).toEqual([]);
  });

  test('denied after it was said to have happened, it is disputed', () => {
    const { events } = resolve([held, report('denied.txt', '2024-05-11', 'denied')]);
    expect(events.map(({ disputed }) => disputed.map(({ field }) => field))).toEqual([['status']]);
  });

  test('says when each stage was published', () => {
    const [event] = resolve([planned, held]).events;
    expect(event?.life.map(({ when }) => when?.earliest)).toEqual(['2024-05-01', '2024-05-10']);
  });
});
