import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Coded } from '../src/model/index.ts';
import { resolve } from '../src/resolve/index.ts';
import { MIGRATIONS } from '../src/store/migrations.ts';
import { openStore, type Store, type StoreError } from '../src/store/store.ts';
import { anyDeed, type MadeAct, made } from './resolve-reports.ts';

let folder: string;
let file: string;
const now = () => '2024-06-15T12:00:00.000Z';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'readout-store-'));
  file = join(folder, 'record.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function using<T>(work: (store: Store) => T): T {
  const store = openStore(file, { now });
  try {
    return work(store);
  } finally {
    store.close();
  }
}

const call: MadeAct = { act: 'CONSULT SWE>KEN', mode: 'phone', when: '2024-05-09', people: ['Nur Alam', 'Pia Berg'] };
const one = made({
  path: 'one.txt',
  published: '2024-05-10',
  tells: [{ ...call, text: 'Nur Alam telephoned Pia Berg about coffee.' }],
});
const two = made({
  path: 'two.txt',
  language: 'vi',
  published: '2024-05-10',
  title: 'Thổ Nhĩ Kỳ và Đức',
  tells: [
    { ...call, text: 'Bà Nur Alam điện đàm với bà Pia Berg.' },
    { says: 'Bộ Ngoại giao', actor: 'KEN', text: 'Thổ Nhĩ Kỳ là đối tác quan trọng.' },
  ],
});

describe('keeping', () => {
  test('a report is kept once, whatever it is called', () => {
    expect(
      using((store) => [
        store.keep([one]),
        store.keep([one, two]),
        store.keep([{ ...one, report: { ...one.report, path: 'copy.txt' } }]),
      ]),
    ).toEqual([1, 1, 0]);
    expect(using((store) => store.counts())).toMatchObject({ reports: 2, acts: 2, statements: 1 });
  });

  test('of two names for one content the smaller is kept, whichever came first', () => {
    const copy = { ...two, report: { ...two.report, path: 'copy.txt' } };
    const records = [
      [two, copy, one],
      [copy, one, two],
      [one, two, copy],
    ].map((reports) => {
      const store = openStore(':memory:', { now });
      for (const report of reports) {
        store.keep([report]);
        store.resolve();
      }
      const record = JSON.stringify([[...store.events()], [...store.stories()]]);
      store.close();
      return record;
    });
    expect(new Set(records).size).toBe(1);
    expect(records[0]).toContain('copy.txt');
    expect(records[0]).toBe(JSON.stringify([resolve([copy, two, one]).events, resolve([one, two, copy]).stories]));
  });

  test('what was kept comes back as it was', () => {
    using((store) => store.keep([two]));
    using((store) => {
      const [event] = [...store.events()];
      expect(event && store.reportsOf(event)).toEqual([two]);
    });
  });

  test('reports that an interrupted ingest left unresolved are resolved when somebody asks', () => {
    using((store) => store.keep([one, two]));
    expect(using((store) => [...store.events()].map(({ reports }) => reports))).toEqual([['one.txt', 'two.txt']]);
  });

  test('a failure in the middle keeps nothing of the batch', () => {
    const broken = { ...two, acts: [{ ...two.acts[0], id: undefined }] } as unknown as Coded;
    using((store) => expect(() => store.keep([one, broken])).toThrow());
    expect(using((store) => store.counts().reports)).toBe(0);
  });
});

/** Puts in place of a record one with the tables of the first version and what they can hold of it. */
function asFirstVersion(kept: string): void {
  const raw = new DatabaseSync(`${kept}.old`);
  raw.exec(`${MIGRATIONS[0]}; PRAGMA user_version = 1`);
  raw.prepare('ATTACH ? AS kept').run(kept);
  for (const table of [
    'reports',
    'acts',
    'statements',
    'events',
    'stories',
    'traits',
    'changes',
    'tombstones',
    'found',
  ]) {
    const columns = raw.prepare(`SELECT name FROM pragma_table_info('${table}')`).all();
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    raw.exec(`INSERT INTO main.${table} (${names}) SELECT ${names} FROM kept.${table}`);
  }
  raw.close();
  for (const end of ['', '-wal', '-shm']) rmSync(`${kept}${end}`, { force: true });
  renameSync(`${kept}.old`, kept);
}

/** What reports are found by when others come, as it stands in the record. */
function traitRows(): unknown[] {
  const raw = new DatabaseSync(file);
  const rows = raw.prepare('SELECT trait, first, last, report FROM traits ORDER BY report, trait').all();
  raw.close();
  return rows;
}

describe('a record of an earlier version', () => {
  test('has the traits again by which its reports are found', () => {
    using((store) => store.keep([one, two]));
    const before = traitRows();
    expect(before.length).toBeGreaterThan(0);
    asFirstVersion(file);
    using((store) => [...store.events()]);
    expect(traitRows()).toEqual(before);
  });

  test('is resolved anew, and keeps its events', () => {
    const before = using((store) => {
      store.keep([one, two]);
      return [...store.events()];
    });
    asFirstVersion(file);
    const three = made({ path: 'three.txt', published: '2024-05-11', tells: [call] });
    using((store) => {
      expect([...store.events()]).toEqual(before);
      store.keep([three]);
      expect([...store.events()].map(({ reports }) => reports)).toEqual([['one.txt', 'three.txt', 'two.txt']]);
      expect(store.pin([...store.events()][0]?.id ?? '').correction.number).toBe(1);
    });
  });
});

describe('changes', () => {
  test('an event that takes another in leaves a stone, and the old id leads to it', () => {
    const vague = made({ path: 'three.txt', published: '2024-05-10', tells: [{ ...call, mode: null }] });
    const parts = [one, two, vague].sort((a, b) => (a.report.id > b.report.id ? -1 : 1));
    using((store) => {
      const ids = new Set<string>();
      for (const part of parts) {
        store.keep([part]);
        store.resolve();
        for (const event of store.events()) ids.add(event.id);
      }
      const [event] = [...store.events()];
      for (const id of ids) expect(store.event(id)?.id).toBe(event?.id);
      expect([...store.changes('2024-01-01')].map(({ kind }) => kind)).toContain('merged');
    });
  });
});

describe('order of arrival', () => {
  const act = fc.record({
    act: anyDeed,
    mode: fc.constantFrom(null, 'phone', 'meeting') as fc.Arbitrary<MadeAct['mode']>,
    when: fc.constantFrom(undefined, '2024-05-09', '2024-05-10', '2024-05-01..2024-05-31'),
    people: fc.constantFrom<string[]>([], ['Nur Alam'], ['Nur Alam', 'Pia Berg']),
    background: fc.boolean(),
  });
  const anyReports = fc
    .array(fc.array(act, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 7 })
    .map((all) => all.map((tells, index) => made({ path: `report-${index + 1}.txt`, published: '2024-05-10', tells })));

  test('in one ingest or in many, the record is what resolving all at once gives', () => {
    fc.assert(
      fc.property(
        anyReports.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          const store = openStore(':memory:', { now });
          for (const report of shuffled) {
            store.keep([report]);
            store.resolve();
          }
          const kept = {
            events: [...store.events()],
            stories: [...store.stories()].sort((a, b) => (a.id < b.id ? -1 : 1)),
          };
          store.close();
          const { events, stories } = resolve(all);
          expect(kept).toEqual({ events, stories: stories.sort((a, b) => (a.id < b.id ? -1 : 1)) });
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('search', () => {
  const chinese = made({
    path: 'three.txt',
    language: 'zh',
    published: '2024-05-10',
    title: null,
    tells: [{ act: 'CONSULT CHN>RUS', text: '中国外交部长与俄罗斯总统通电话。' }],
  });
  const turkish = made({
    path: 'four.txt',
    language: 'tr',
    published: '2024-05-10',
    tells: [{ act: 'CONSULT TUR>IRQ', text: 'Dışişleri Bakanı Iğdır’da görüştü.' }],
  });
  const queries: [string, string[]][] = [
    ['tho nhi ky', ['two.txt']],
    ['Thổ Nhĩ Kỳ', ['two.txt']],
    ['duc', ['two.txt']],
    ['Đức', ['two.txt']],
    ['总统', ['three.txt']],
    ['外交部长', ['three.txt']],
    ['igdir', ['four.txt']],
    ['disisleri', ['four.txt']],
    ['coffee', ['one.txt']],
    ['"berg about" coffee', ['one.txt']],
    ['"about berg"', []],
    ['" AND NOT ( *', []],
    ['', []],
  ];
  test.each(queries)('%s', (query, expected) => {
    using((store) => {
      store.keep([one, two, chinese, turkish]);
      const found = store.search(query, 10).flatMap((hit) => (hit.kind === 'report' ? hit.report : []));
      expect(found).toEqual(expected);
    });
  });

  test('shows the words it found, and the statement that has them', () => {
    using((store) => {
      store.keep([two]);
      const [hit] = store.search('tho nhi ky', 1);
      expect(hit?.snippet?.found.map(([start, end]) => hit.snippet?.text.slice(start, end)).slice(0, 3)).toEqual([
        'Thổ',
        'Nhĩ',
        'Kỳ',
      ]);
      expect(hit?.kind === 'report' && hit.statements.map(({ speaker }) => speaker)).toEqual(['Bộ Ngoại giao']);
    });
  });

  test('fields choose events, actors by code or by name in any language', () => {
    using((store) => {
      store.keep([one, two]);
      const found = (query: string) => store.search(query, 10).map(({ kind, id }) => `${kind} ${id}`);
      const all = [...store.events()].map(({ id }) => `event ${id}`);
      expect(all.length).toBeGreaterThan(0);
      for (const query of ['actor:SWE', 'actor:swe', 'actor:"Thụy Điển"', 'actor:İsveç', 'actor:KEN type:consult'])
        expect(found(query).toSorted(), query).toEqual(all.toSorted());
      expect(found('actor:SWE type:consult kind:report')).toEqual([]);
      expect(found('actor:BRA')).toEqual([]);
      expect(found('kind:report lang:vi tho nhi ky')).toEqual([`report ${two.report.id}`]);
      expect(found('kind:report lang:en tho nhi ky')).toEqual([]);
      expect(found('actor:SWE "nur alam"').every((hit) => hit.startsWith('event '))).toBe(true);
      expect(found('actor:SWE "nur alam"')).not.toEqual([]);
    });
  });

  test('finds events by their people', () => {
    using((store) => {
      store.keep([one]);
      expect(
        store
          .search('Nur Alam', 5)
          .map(({ kind }) => kind)
          .sort(),
      ).toEqual(['event', 'report']);
    });
  });
});

describe('a record that may not be written to', () => {
  test('is asked as any other, and refuses what is new', () => {
    const events = using((store) => {
      store.keep([one]);
      return [...store.events()];
    });
    const protectedRecord = openStore(file, { now, readOnly: true });
    expect([...protectedRecord.events()]).toEqual(events);
    expect(protectedRecord.search('coffee', 5)).toHaveLength(2);
    expect(() => protectedRecord.keep([two])).toThrow(/cannot be written to/);
    protectedRecord.close();
  });

  test('of an older version says that it must be copied', () => {
    using(() => {});
    const older = new DatabaseSync(file);
    older.exec('PRAGMA user_version = 1');
    older.close();
    expect(() => openStore(file, { readOnly: true })).toThrow(/older Readout.*copy it/);
  });
});

describe('a database that cannot be used', () => {
  const problem = (work: () => unknown): string => {
    try {
      work();
    } catch (error) {
      return (error as StoreError).problem;
    }
    return 'none';
  };

  test('a file that is not one', () => {
    writeFileSync(file, 'These are notes, not a database.');
    expect(problem(() => openStore(file))).toBe('not-a-database');
    expect(readFileSync(file, 'utf8')).toBe('These are notes, not a database.');
  });

  test('a folder', () => expect(problem(() => openStore(folder))).toBe('not-a-database'));

  test('a folder that is not there', () =>
    expect(problem(() => openStore(join(folder, 'none', 'record.db')))).toBe('unusable'));

  test('a database of another program', () => {
    const foreign = new DatabaseSync(file);
    foreign.exec('CREATE TABLE songs (name TEXT)');
    foreign.close();
    expect(problem(() => openStore(file))).toBe('not-a-database');
  });

  test('one of a newer version', () => {
    using(() => {});
    const raw = new DatabaseSync(file);
    raw.exec('PRAGMA user_version = 999');
    raw.close();
    expect(problem(() => openStore(file))).toBe('newer');
  });

  test('one that is damaged', () => {
    using((store) =>
      store.keep(
        Array.from({ length: 60 }, (_, index) =>
          made({ path: `${index}.txt`, tells: [{ ...call, text: `Report ${index}. ${'word '.repeat(400)}` }] }),
        ),
      ),
    );
    const bytes = readFileSync(file);
    bytes.fill(0xa5, 4096 * 2, bytes.length);
    writeFileSync(file, bytes);
    expect(['damaged', 'not-a-database']).toContain(
      problem(() => using((store) => [store.counts(), [...store.events()], store.keep([one])])),
    );
  });

  test('one that another program writes to', () => {
    using(() => {});
    const other = new DatabaseSync(file);
    other.exec('BEGIN EXCLUSIVE');
    const found = problem(() => using((store) => store.keep([one])));
    other.exec('ROLLBACK');
    other.close();
    expect(found).toBe('locked');
  }, 15_000);

  test('a full disk loses nothing that was kept', () => {
    using((store) => store.keep([one]));
    const raw = new DatabaseSync(file);
    const pages = Number(raw.prepare('PRAGMA page_count').get()?.page_count);
    raw.close();
    const store = openStore(file, { now, mostPages: pages + 4 });
    const big = made({ path: 'big.txt', tells: [{ ...call, text: 'word '.repeat(100_000) }] });
    expect(problem(() => store.keep([big]))).toBe('full');
    expect(store.counts().reports).toBe(1);
    store.close();
    expect(using((again) => [again.integrity(), again.keep([big])])).toEqual(['ok', 1]);
  });
});
