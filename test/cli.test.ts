import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { displayWidth, sideBySide, wrap } from '../src/cli/print/columns.ts';
import { inDays } from '../src/cli/print/eventLine.ts';
import type { ReadoutEvent } from '../src/model/index.ts';
import { openStore } from '../src/store/store.ts';
import { BIN, readout, rows } from './cli-run.ts';
import { made } from './resolve-reports.ts';

let folder: string;
const people = ['Nur Alam', 'Pia Berg'];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'readout-cli-'));
  const store = openStore(join(folder, 'readout.db'), { now: () => '2024-06-15T12:00:00.000Z' });
  store.keep([
    made({
      path: 'stockholm.txt',
      published: '2024-05-10',
      tells: [
        { act: 'CONSULT SWE>KEN', mode: 'phone', when: '2024-05-09', people },
        {
          says: 'Government Offices of Sweden',
          actor: 'SWE',
          text: 'They spoke of trade and of forests.',
          topics: ['trade', 'environment'],
        },
        { says: 'State House', actor: 'KEN', text: 'Trade was the main subject.', topics: ['trade'] },
      ],
    }),
    made({
      path: 'hanoi.txt',
      language: 'vi',
      published: '2024-05-10',
      title: 'Thổ Nhĩ Kỳ',
      tells: [{ act: 'CONSULT SWE>KEN', mode: 'phone', when: '2024-05-09', people }],
    }),
    made({
      path: 'kampala.txt',
      published: '2023-02-01',
      tells: [{ act: 'AID SWE>UGA', when: '2023-01-01..2023-01-31' }],
    }),
  ]);
  store.resolve();
  store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => readout(args, { cwd: folder });

describe('asking', () => {
  test('events lists one event a line', async () => {
    const { status, out, err } = await run('events');
    expect([status, err]).toEqual([0, '']);
    expect(out.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^e\w{8} {2}2023-01 .*SWE > UGA .*AID$/),
      expect.stringMatching(/^e\w{8} {2}2024-05-09 .*SWE > KEN .*CONSULT phone {2}\(2 reports, en\+vi, 2 origins\)$/),
    ]);
  });

  const filters: [string[], number][] = [
    [['--between', 'SWE', 'KEN'], 1],
    [['--between', 'SWE'], 2],
    [['--between', 'Thụy Điển', 'Kenya'], 1],
    [['--type', 'consult'], 1],
    [['--since', '2024'], 1],
    [['--until', '2023-12'], 1],
    [['--status', 'planned'], 0],
  ];
  test.each(filters)('events %j', async (options, count) => {
    expect(rows(await run('events', '--json', ...options)).length).toBe(count);
  });

  test.each([
    [['events', '--status', 'planned'], 'no events in this record fit'],
    [['search', 'zzzqq'], 'nothing in this record fits this search'],
  ])('%j: nothing found is said beside the output', async (args, told) => {
    const { status, out, err } = await run(...args);
    expect([status, out]).toEqual([0, '']);
    expect(err).toContain(told);
  });

  test('event prints the readouts side by side', async () => {
    const [event] = rows<ReadoutEvent>(await run('events', '--json', '--type', 'CONSULT'));
    const { out } = await run('event', event?.id.slice(0, 8) ?? '', '--width', '100');
    expect(out).toMatch(/KEN says +│ {2}SWE says/);
    expect(out).toMatch(/topic +KEN +SWE\n +environment +· +1\n +trade +1 +1/);
    expect(out).toMatch(/Both say, each in its own words\n +trade\n +KEN State House: .*\n +SWE Government/);
    expect(out).toContain('Only in [1] stockholm.txt');
    expect(rows<ReadoutEvent>(await run('event', event?.id ?? '', '--json'))[0]).toMatchObject({
      id: event?.id,
      onlyIn: expect.any(Array),
    });
  });

  test('why says the rule, the words and the links', async () => {
    const [event] = rows<ReadoutEvent>(await run('events', '--json', '--type', 'CONSULT'));
    const { out } = await run('why', event?.id ?? '');
    expect(out).toMatch(/same parties, \+2 same people/);
    expect(out).toMatch(/rule +en\/test#made/);
  });

  test('why says what was read in a report, and takes its path for its id', async () => {
    const { out } = await run('why', 'stockholm.txt');
    const act = /act +(\w+)/.exec(out)?.[1];
    expect(out).toMatch(/^report \w{16}: stockholm\.txt \(en\)/);
    expect((await run('why', `stockholm.txt:${act}`)).out).toMatch(/rule +en\/test#made/);
    expect((await run('why', 'nowhere.txt')).err).toContain('no act, statement, event or report nowhere.txt');
  });

  test.each(['2024', '2024-02', '2024-02-29', '2024-02-29T12:00Z'])('changes since %s', async (since) => {
    expect(rows(await run('changes', '--since', since, '--json'))).toHaveLength(2);
  });

  test.each(['2024-02-30', '2024-13', 'soon', '2024-02-29T99'])('no changes since %s', async (since) => {
    expect(await run('changes', '--since', since)).toMatchObject({ status: 2, out: '' });
  });

  test('search marks what it found', async () => {
    expect((await run('search', 'tho', 'nhi', 'ky')).out).toContain('[Thổ] [Nhĩ] [Kỳ]');
  });

  test('stories, relation, changes, export and doctor answer', async () => {
    expect((await run('stories')).out).toMatch(/^s\w{8} {4}2 reports/m);
    expect((await run('relation', 'SWE', 'KEN')).out).toMatch(/^SWE and KEN: 1 events?, Goldstein/);
    expect(rows(await run('changes', '--since', '2024-01-01', '--json'))).toHaveLength(2);
    expect((await run('export', '--format', 'csv')).out.split('\n')[0]).toMatch(/^id,type,mode/);
    expect(rows(await run('export', '--format', 'jsonl'))).toHaveLength(2);
    expect(rows(await run('doctor', '--json'))[0]).toMatchObject({
      database: { integrity: 'ok', counts: { reports: 3 } },
    });
  });

  test('resolve is a filter', async () => {
    const coded = made({ path: 'oslo.txt', tells: [{ act: 'AID NOR>UGA' }] });
    const failed = {
      report: { id: '0', path: 'bad.bin', url: null, bytes: 1 },
      error: { code: 'binary', message: 'is not text' },
    };
    const found = await readout(['resolve', '-'], { input: `${JSON.stringify(coded)}\n${JSON.stringify(failed)}\n` });
    expect([found.status, rows(found).length, found.err]).toEqual([3, 1, 'readout: skipped bad.bin: is not text\n']);
  });
});

describe('exit status', () => {
  const cases: [string[], number, RegExp][] = [
    [['--version'], 0, /^$/],
    [['events', '--help'], 0, /^$/],
    [['nonsense'], 2, /unknown command/],
    [['events', '--nonsense'], 2, /unknown option/],
    [['events', '--type', 'NONSENSE'], 2, /the types are AGREE/],
    [['events', '--since', 'yesterday'], 2, /give a day/],
    [['events', '--db', 'none.db'], 2, /there is no record yet/],
    [['event', 'e000'], 2, /no event e000/],
    [['code', 'none.txt'], 2, /no such file/],
    [['code', '--threads', '0', '.'], 2, /--threads 0/],
    [['code', '--min-confidence', '7', '.'], 2, /--min-confidence 7/],
    [['events', '--since', '2024-13'], 2, /--since 2024-13: there is no such day/],
    [['event', 'e'], 2, /e: several ids begin so/],
    [['code', '--knowledge', 'package.json', 'examples'], 2, /--knowledge package.json: there is no such folder/],
    [['export', '--format', 'xls'], 2, /the formats are csv, jsonl/],
    [['export', '--format', 'csv', '--base', 'here'], 2, /--base here: give an address/],
    [
      ['export', '--format', 'csv', '--output', 'nowhere/events.csv'],
      2,
      /nowhere\/events.csv: there is no such folder/,
    ],
    [['export'], 2, /name a format with --format .* or a folder with --datapackage/],
    [['events', '--db', 'notes.txt'], 5, /is not a Readout database/],
  ];
  test.each(cases)('%j', async (args, status, message) => {
    writeFileSync(join(folder, 'notes.txt'), 'These are notes, nothing else.');
    const found = await run(...args);
    expect(found.err).toMatch(message);
    expect(found.status).toBe(status);
  });

  test('a reader that closes the pipe ends the command quietly', async () => {
    const child = spawn('sh', ['-c', `"${process.execPath}" "${BIN}" export --format jsonl | head -c 1; echo done`], {
      cwd: folder,
    });
    let err = '';
    child.stderr.on('data', (text) => (err += text));
    await new Promise((resolve) => child.on('close', resolve));
    expect(err).toBe('');
  });
});

describe('the launcher', () => {
  const old = ['/usr/bin/node', '/usr/local/bin/node'].filter(existsSync).find((node) => {
    const [major = 99, minor = 0] = execFileSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' })
      .split('.')
      .map(Number);
    return major < 22 || (major === 22 && minor < 18);
  });

  test.skipIf(!old)('an old Node starts the one that the package brings, and passes the status on', async () => {
    expect(await readout(['events', '--db', 'none.db'], { node: old, cwd: folder })).toMatchObject({
      status: 2,
      out: '',
    });
    expect((await readout(['doctor', '--json'], { node: old, cwd: folder })).status).toBe(0);
  });

  test('says nothing of node:sqlite being experimental', async () => {
    expect((await run('events')).err).toBe('');
  });
});

describe('printing', () => {
  const days: [string | null, string | null, string][] = [
    ['2024-11-24', '2024-11-24', '2024-11-24'],
    ['2024-02-01', '2024-02-29', '2024-02'],
    ['2024-01-01', '2024-12-31', '2024'],
    ['2024-01-01', null, 'since 2024-01-01'],
    [null, '2024-01-01', 'until 2024-01-01'],
    ['2024-11-03', '2024-11-05', '2024-11-03..2024-11-05'],
    [null, null, 'undated'],
  ];
  test.each(days)('%s to %s is %s', (earliest, latest, shown) => expect(inDays({ earliest, latest })).toBe(shown));

  test('columns count the width that signs take', () => {
    expect(displayWidth('điện')).toBe(4);
    expect(displayWidth('总统')).toBe(4);
    expect(wrap('总统与外长通电话', 6)).toEqual(['总统与', '外长通', '电话']);
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('incomprehensibilities', 10)).toEqual(['incomprehe', 'nsibilitie', 's']);
    expect(sideBySide([['总统'], ['a', 'b']], 17, ' | ')).toEqual(['总统    | a', '        | b']);
  });
});
