import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ReadoutEvent } from '../src/model/index.ts';
import { openStore } from '../src/store/store.ts';
import { readout, rows } from './cli-run.ts';
import { type MadeAct, made } from './resolve-reports.ts';

let folder: string;
const run = (...args: string[]) => readout(args, { cwd: folder });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'readout-corrections-'));
  const call: MadeAct = { act: 'CONSULT SWE>KEN', mode: 'phone', when: '2024-05-09', people: ['Nur Alam', 'Pia Berg'] };
  const store = openStore(join(folder, 'readout.db'));
  store.keep(['one.txt', 'two.txt'].map((path) => made({ path, published: '2024-05-10', tells: [call] })));
  store.resolve();
  store.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ids = async (): Promise<string[]> => rows<ReadoutEvent>(await run('events', '--json')).map(({ id }) => id);

describe('split, join and pin', () => {
  test('a split is made, listed, shown, and taken back', async () => {
    const [event] = (await ids()) as [string];
    const split = await run('split', event, '--report', 'two.txt');
    expect(split.out).toMatch(
      /^split 1: done; readout split --undo 1 takes it back\n( {2}e\w{8} {2}2024-05-09 .*\n){2}$/,
    );
    expect(rows(await run('split', '--list', '--json'))).toMatchObject([{ number: 1, kind: 'split' }]);
    expect((await run('join', '--list')).out).toBe('');
    const [first] = await ids();
    expect((await run('why', first as string)).out).toContain('by hand (correction 1)');
    expect((await run('split', '--undo', '1')).out).toMatch(/^split 1: taken back\n {2}e.*2 reports/);
    expect(await ids()).toEqual([event]);
  });

  test('two events are joined, and their ids lead to the one', async () => {
    const [event] = (await ids()) as [string];
    await run('split', event, '--report', 'two.txt');
    const [one, other] = (await ids()) as [string, string];
    const joined = rows<{ events: string[] }>(await run('join', one, other, '--json'))[0];
    expect(joined).toMatchObject({ correction: { number: 2, kind: 'join' }, changes: { merged: 1 } });
    for (const id of [one, other]) expect((await run('event', id)).out).toContain('by hand   join 2');
    expect((await run('changes')).out).toMatch(/created .* out of e/);
  });

  test('a pin is shown with its event', async () => {
    const [event] = (await ids()) as [string];
    await run('pin', event.slice(0, 6));
    expect((await run('event', event)).out).toMatch(/by hand {3}pin 1, of \d{4}-\d\d-\d\d/);
  });

  const wrong: [string[], RegExp][] = [
    [['split', 'e9'], /say what to take out/],
    [['split', 'EVENT', '--report', 'nine.txt'], /has no act of report nine\.txt/],
    [['split', 'EVENT', '--report', 'one.txt', '--act', 'a1'], /say what to take out/],
    [['join', 'EVENT'], /the second event is missing/],
    [['join', 'EVENT', 'EVENT'], /is one event already/],
    [['pin', 'e999'], /there is no event e999/],
    [['pin', '--undo', '7'], /there is no such pin/],
  ];
  test.each(wrong)('%j is wrong usage and changes nothing', async (args, message) => {
    const [event] = (await ids()) as [string];
    const { status, err } = await run(...args.map((arg) => (arg === 'EVENT' ? event : arg)));
    expect([status, err]).toEqual([2, expect.stringMatching(message)]);
    expect(await ids()).toEqual([event]);
  });
});
