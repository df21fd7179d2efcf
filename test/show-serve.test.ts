import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BIN, readout } from './cli-run.ts';
import { recordOf } from './show-record.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-serve-'));
const db = join(folder, 'record.db');
let child!: ChildProcess;
let port = 0;

beforeAll(async () => {
  (await recordOf(folder)).store.close();
  child = spawn(process.execPath, [BIN, 'serve', '--db', db, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  port = await new Promise<number>((resolve, reject) => {
    child.on('exit', (status) => reject(new Error(`ended with ${status}`)));
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const found = /http:\/\/127\.0\.0\.1:(\d+)\//.exec(text)?.[1];
      if (found) resolve(Number(found));
    });
  });
});
afterAll(() => {
  child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** Asks with any Host header, which fetch does not allow. */
function ask(path: string, host: string): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers: { host } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode, text }));
    });
    asked.on('error', reject).end();
  });
}

test('serves pages over HTTP to this machine by its own names only', async () => {
  const { status, text } = await ask('/', `localhost:${port}`);
  expect([status, text.includes('Who dealt with whom')]).toEqual([200, true]);
  expect((await ask('/', 'evil.example')).status).toBe(421);
  expect((await ask('/../../etc/passwd', `localhost:${port}`)).status).toBe(404);
  expect((await ask('/events.jsonl', `localhost:${port}`)).text.trim().split('\n').length).toBeGreaterThan(50);
});

test('a port that is taken, or none, is an error of the call', async () => {
  const taken = await readout(['serve', '--db', db, '--port', String(port)]);
  expect([taken.status, taken.err]).toEqual([2, expect.stringContaining(`port ${port} is taken`)]);
  expect((await readout(['serve', '--db', db, '--port', 'x'])).status).toBe(2);
  expect((await readout(['serve', '--db', join(folder, 'none.db')])).status).toBe(2);
});

test('an interrupt ends it as asked', async () => {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  expect(await ended).toBe(0);
});
