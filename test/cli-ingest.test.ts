import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../src/store/store.ts';
import { readout, rows } from './cli-run.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'readout-ingest-'));
  mkdirSync(join(folder, 'news'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const LEADERS = [
  ['French President Emmanuel Macron', 'German Chancellor Olaf Scholz'],
  ['Japanese Prime Minister Fumio Kishida', 'South Korean President Yoon Suk Yeol'],
  ['Turkish President Recep Tayyip Erdogan', 'Russian President Vladimir Putin'],
];

/** Writes small reports, each of a call of its own day. */
function writeReports(count: number): void {
  for (let index = 0; index < count; index++) {
    const [one, other] = LEADERS[index % LEADERS.length] as [string, string];
    const day = (index % 28) + 1;
    const text = `${one} calls ${other}\n\nMarch ${day}, 2024\n\n${one} held a phone call with ${other} on ${day} March 2024, report ${index} says.\n\nThey discussed trade.\n`;
    writeFileSync(join(folder, 'news', `${String(index).padStart(4, '0')}.txt`), text);
  }
}

const run = (...args: string[]) => readout(args, { cwd: folder });

describe('code', () => {
  test('gives the same lines on any number of threads, in input order', async () => {
    writeReports(120);
    const single = await run('code', '--threads', '1', 'news');
    const several = await run('code', '--threads', '3', 'news');
    expect(several.out).toBe(single.out);
    expect(rows<{ report: { path: string } }>(single).map(({ report }) => report.path)).toEqual(
      rows<{ report: { path: string } }>(single)
        .map(({ report }) => report.path)
        .sort(),
    );
    expect(rows(single)).toHaveLength(120);
  }, 60_000);

  test('a report that cannot be read is named, the rest is done, and the status says so', async () => {
    writeReports(3);
    writeFileSync(
      join(folder, 'news', '0001.txt'),
      Buffer.from(Array.from({ length: 3000 }, (_, index) => (index * 7919) % 256)),
    );
    const { status, err, out } = await run('code', 'news');
    expect([status, out.trimEnd().split('\n').length]).toEqual([3, 3]);
    expect(err).toMatch(/skipped .*0001\.txt: /);
    expect(JSON.parse(out.split('\n')[1] ?? '')).toMatchObject({ error: { code: expect.any(String) } });
  });

  test('an unknown language is wrong usage on any number of threads', async () => {
    writeReports(60);
    for (const threads of ['1', '2'])
      expect(await run('code', '--languages', 'xx', '--threads', threads, 'news')).toMatchObject({
        status: 2,
        err: expect.stringContaining('xx'),
      });
  }, 30_000);
});

describe('ingest', () => {
  test('keeps, and skips what is kept', async () => {
    writeReports(6);
    expect(rows(await run('ingest', 'news', '--json'))[0]).toMatchObject({ kept: 6, known: 0, skipped: 0 });
    writeFileSync(join(folder, 'news', 'late.txt'), 'Macron met Scholz in Berlin on 2 April 2024.\n');
    expect(rows(await run('ingest', 'news', '--json'))[0]).toMatchObject({ kept: 1, known: 6, skipped: 0 });
    expect((await run('ingest', 'news')).out).toMatch(/^0 reports kept, 7 known already/);
    expect(rows(await run('events', '--json')).length).toBeGreaterThan(0);
  }, 30_000);

  test('killed in the middle, it leaves whole reports, and goes on where it stopped', async () => {
    writeReports(1500);
    const file = join(folder, 'readout.db');
    const args = ['ingest', 'news', '--threads', '1', '--json'];
    const killed = await readout(args, {
      cwd: folder,
      started: (child) => {
        const watch = setInterval(() => {
          if (keptReports(file) < 64) return;
          clearInterval(watch);
          child.kill('SIGKILL');
        }, 20);
        child.on('close', () => clearInterval(watch));
      },
    });
    expect(killed.signal).toBe('SIGKILL');
    const store = openStore(file);
    const { reports } = store.counts();
    expect(store.integrity()).toBe('ok');
    expect(reports).toBeGreaterThanOrEqual(64);
    expect(reports).toBeLessThan(1500);
    for (const event of store.events())
      for (const coded of store.reportsOf(event)) expect(coded.acts.length).toBeGreaterThan(0);
    store.close();
    const [rest] = rows<{ kept: number; known: number }>(await readout(args, { cwd: folder }));
    expect(rest).toMatchObject({ kept: 1500 - reports, known: reports });
  }, 120_000);

  test('interrupted, it ends with status 130', async () => {
    writeReports(1500);
    const stopped = await readout(['ingest', 'news', '--threads', '1'], {
      cwd: folder,
      started: (child) => {
        const watch = setInterval(() => {
          if (keptReports(join(folder, 'readout.db')) < 64) return;
          clearInterval(watch);
          child.kill('SIGINT');
        }, 20);
        child.on('close', () => clearInterval(watch));
      },
    });
    expect(stopped.status).toBe(130);
    const store = openStore(join(folder, 'readout.db'));
    expect(store.integrity()).toBe('ok');
    store.close();
  }, 120_000);
});

function keptReports(file: string): number {
  if (!existsSync(file)) return 0;
  try {
    const store = openStore(file);
    const { reports } = store.counts();
    store.close();
    return reports;
  } catch {
    return 0;
  }
}
