import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Coded, ReadoutEvent } from '../src/model/index.ts';
import { resolve } from '../src/resolve/index.ts';
import { CorrectionError, openStore, type Store } from '../src/store/store.ts';
import { anyDeed, type MadeAct, made } from './resolve-reports.ts';

const now = () => '2024-06-15T12:00:00.000Z';
const call: MadeAct = { act: 'CONSULT SWE>KEN', mode: 'phone', when: '2024-05-09', people: ['Nur Alam', 'Pia Berg'] };

function report(path: string, published: string, ...tells: MadeAct[]): Coded {
  return made({ path, published, tells });
}

function holding(reports: readonly Coded[]): Store {
  const store = openStore(':memory:', { now });
  add(store, ...reports);
  return store;
}

function add(store: Store, ...reports: Coded[]): void {
  store.keep(reports);
  store.resolve();
}

/** The reports of each event, in one line. */
function grouped(store: Store): string[] {
  return [...store.events()].map(({ reports }) => reports.join(' ')).sort();
}

function eventOf(store: Store, name: string): ReadoutEvent {
  return [...store.events()].find(({ reports }) => reports.includes(name)) as ReadoutEvent;
}

const [one, two, three] = [
  report('one.txt', '2024-05-09', call),
  report('two.txt', '2024-05-10', call),
  report('three.txt', '2024-05-11', call),
] as [Coded, Coded, Coded];
const visit = report('visit.txt', '2024-05-10', { ...call, mode: 'visit' });

describe('a split', () => {
  test('takes the acts of a report out of an event', () => {
    const store = holding([one, two]);
    store.split(eventOf(store, 'one.txt').id, { report: 'two.txt' });
    expect(grouped(store)).toEqual(['one.txt', 'two.txt']);
  });

  test('holds when later reports tell the same, and when the record is made anew in another order', () => {
    const store = holding([one, two]);
    store.split(eventOf(store, 'one.txt').id, { report: 'two.txt' });
    add(store, three);
    expect(eventOf(store, 'one.txt').id).not.toBe(eventOf(store, 'two.txt').id);
    expect([...store.events()]).toEqual(resolve([three, two, one], store.corrections()).events);
  });

  test('takes out one act by its id', () => {
    const store = holding([one, two]);
    store.split(eventOf(store, 'one.txt').id, { act: `${two.report.id}:a1` });
    expect(grouped(store)).toEqual(['one.txt', 'two.txt']);
  });

  test('is in the log as an event made out of another', () => {
    const store = holding([one, two]);
    const { id } = eventOf(store, 'one.txt');
    store.split(id, { report: 'two.txt' });
    const created = [...store.changes('2024-01-01')].filter(({ kind }) => kind === 'created');
    expect(created.at(-1)).toMatchObject({ event: eventOf(store, 'two.txt').id, from: id });
  });

  test('of what is not there, or is all there is, is refused and changes nothing', () => {
    const store = holding([one, two]);
    const { id } = eventOf(store, 'one.txt');
    expect(() => store.split(id, { report: 'nine.txt' })).toThrow(CorrectionError);
    expect(() => store.split('e999', { report: 'two.txt' })).toThrow(CorrectionError);
    const alone = holding([one]);
    expect(() => alone.split(id, { report: 'one.txt' })).toThrow(CorrectionError);
    expect([grouped(store), store.corrections()]).toEqual([['one.txt two.txt'], []]);
  });
});

describe('a join', () => {
  test('makes one event of two, whose old ids both lead to it', () => {
    const store = holding([one, visit]);
    const ids = [eventOf(store, 'one.txt').id, eventOf(store, 'visit.txt').id] as [string, string];
    store.join(...ids);
    expect(grouped(store)).toEqual(['one.txt visit.txt']);
    expect(new Set(ids.map((id) => store.event(id)?.id)).size).toBe(1);
    expect(eventOf(store, 'one.txt').why).toEqual([expect.stringContaining('put together by hand (correction 1)')]);
  });

  test('shows the manner that the reports dispute', () => {
    const store = holding([one, visit]);
    store.join(eventOf(store, 'one.txt').id, eventOf(store, 'visit.txt').id);
    expect(eventOf(store, 'one.txt').disputed.map(({ field }) => field)).toEqual(['mode']);
  });

  test('gives way to a later split of the same acts', () => {
    const store = holding([one, visit]);
    store.join(eventOf(store, 'one.txt').id, eventOf(store, 'visit.txt').id);
    store.split(eventOf(store, 'one.txt').id, { report: 'visit.txt' });
    expect(grouped(store)).toEqual(['one.txt', 'visit.txt']);
  });
});

describe('a pin', () => {
  test('keeps the acts of an event as they are under later reports', () => {
    const store = holding([one, two]);
    store.pin(eventOf(store, 'one.txt').id);
    add(store, three);
    expect(grouped(store)).toEqual(['one.txt two.txt', 'three.txt']);
  });

  test('lets the reports that came later in when it is taken back', () => {
    const store = holding([one, two]);
    const { correction } = store.pin(eventOf(store, 'one.txt').id);
    add(store, three);
    store.undo(correction.number);
    expect(grouped(store)).toEqual(['one.txt three.txt two.txt']);
  });
});

describe('ids', () => {
  test('stay when later news comes', () => {
    const store = holding([two]);
    const { id } = eventOf(store, 'two.txt');
    add(store, three);
    expect(eventOf(store, 'three.txt').id).toBe(id);
  });

  test('lead to the same act when a report of earlier days comes late', () => {
    const store = holding([two]);
    const { id } = eventOf(store, 'two.txt');
    add(store, one);
    expect(eventOf(store, 'two.txt').id).not.toBe(id);
    expect(store.event(id)?.reports).toEqual(['one.txt', 'two.txt']);
    expect(store.event(id.slice(0, 9))?.reports).toEqual(['one.txt', 'two.txt']);
  });

  test('are not given to another event', () => {
    const store = holding([one, two]);
    const { id } = eventOf(store, 'one.txt');
    store.split(id, { report: 'two.txt' });
    expect(store.event(id)?.reports).toEqual(['one.txt']);
  });

  test('of corrections are not used again', () => {
    const store = holding([one, two]);
    store.undo(store.pin(eventOf(store, 'one.txt').id).correction.number);
    expect(store.pin(eventOf(store, 'one.txt').id).correction.number).toBe(2);
    expect(() => store.undo(1)).toThrow(CorrectionError);
  });
});

describe('with corrections, the order of arrival', () => {
  const act = fc.record({
    act: anyDeed,
    mode: fc.constantFrom(null, 'phone', 'meeting') as fc.Arbitrary<MadeAct['mode']>,
    when: fc.constantFrom(undefined, '2024-05-09', '2024-05-10', '2024-05-01..2024-05-31', '2024'),
    people: fc.constantFrom<string[]>([], ['Nur Alam'], ['Nur Alam', 'Pia Berg']),
    status: fc.constantFrom('happened', 'planned', 'denied') as fc.Arbitrary<MadeAct['status']>,
  });
  const reports = fc
    .array(
      fc.tuple(
        fc.constantFrom('2024-05-09', '2024-05-11', '2024-06-30'),
        fc.array(act, { minLength: 1, maxLength: 3 }),
      ),
      {
        minLength: 3,
        maxLength: 8,
      },
    )
    .map((all) => all.map(([published, tells], index) => report(`report-${index + 1}.txt`, published, ...tells)));
  const shuffled = reports.chain((all) => fc.shuffledSubarray(all, { minLength: all.length }));
  const step = fc.record({
    kind: fc.constantFrom('split', 'join', 'pin', 'undo', 'add', 'add'),
    pick: fc.nat(),
    other: fc.nat(),
  });

  /** Does one step of a user on the record as it stands; what cannot be done is left. */
  function take(
    store: Store,
    waiting: Coded[],
    { kind, pick, other }: { kind: string; pick: number; other: number },
  ): void {
    const events = [...store.events()];
    const some = (place: number) => events[place % events.length] as ReadoutEvent;
    const numbers = store.corrections().map(({ number }) => number);
    if (kind === 'add') add(store, ...waiting.splice(0, 1 + (pick % 3)));
    else if (kind === 'undo' && numbers.length > 0) store.undo(numbers[pick % numbers.length] as number);
    else if (kind === 'pin') store.pin(some(pick).id);
    else if (kind === 'join' && some(pick) !== some(other)) store.join(some(pick).id, some(other).id);
    else if (kind === 'split' && some(pick).acts.length > 1) {
      const { report: name, act: id } = some(pick).acts[other % some(pick).acts.length] as {
        report: string;
        act: string;
      };
      const [coded] = store.reportsOf(some(pick)).filter(({ report: { path } }) => path === name);
      store.split(some(pick).id, { act: `${coded?.report.id}:${id}` });
    }
  }

  test('does not show: the record is what resolving all at once gives', () => {
    fc.assert(
      fc.property(shuffled, fc.array(step, { maxLength: 8 }), (all, steps) => {
        const waiting = [...all];
        const store = holding(waiting.splice(0, 2));
        for (const one of steps) take(store, waiting, one);
        add(store, ...waiting);
        const whole = resolve(all.toReversed(), store.corrections());
        expect([...store.events()]).toEqual(whole.events);
        for (const { number } of store.corrections()) store.undo(number);
        expect([...store.events()]).toEqual(resolve(all).events);
        store.close();
      }),
      { numRuns: 60 },
    );
  });
});

describe('why', () => {
  const why = (store: Store, id: string) => {
    const reason = store.why(id);
    if (reason?.kind !== 'event') throw new Error('no event');
    return reason;
  };

  test('gives each link with the parts of its score', () => {
    const store = holding([one, two]);
    const [link] = why(store, eventOf(store, 'one.txt').id).links;
    expect(link?.parts).toContainEqual({ points: 2, reason: 'same people' });
    expect(link?.parts.reduce((sum, { points }) => sum + (points ?? 0), 0)).toBeCloseTo(link?.score ?? 0);
  });

  test('names the events that came near, and what excludes them', () => {
    const store = holding([one, visit]);
    const [apart] = why(store, eventOf(store, 'one.txt').id).apart;
    expect(apart?.event).toBe(eventOf(store, 'visit.txt').id);
    expect(apart?.excluded?.parts.at(-1)).toEqual({ points: null, reason: 'phone and visit' });
  });

  test('names the corrections that speak of its acts', () => {
    const store = holding([one, two]);
    store.split(eventOf(store, 'one.txt').id, { report: 'two.txt' });
    const { corrections, apart } = why(store, eventOf(store, 'one.txt').id);
    expect([corrections.map(({ number }) => number), apart[0]?.excluded?.correction]).toEqual([[1], 1]);
  });
});
