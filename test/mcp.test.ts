import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../src/store/store.ts';
import { BIN, readout } from './cli-run.ts';
import { codedExamples, hostile } from './formats-record.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-mcp-'));
const db = join(folder, 'record.db');
let served: ChildProcess;
let address: string;

beforeAll(async () => {
  const store = openStore(db, { now: () => '2024-06-15T12:00:00.000Z' });
  store.keep([...(await codedExamples()), ...hostile]);
  store.resolve();
  store.close();
  served = spawn(process.execPath, [BIN, 'mcp', '--http', '0', '--db', db], { stdio: ['ignore', 'ignore', 'pipe'] });
  address = await new Promise((resolve, reject) => {
    served.stderr?.setEncoding('utf8').on('data', (text: string) => {
      const found = /http:\S+\/mcp/.exec(text);
      if (found) resolve(found[0]);
    });
    served.on('exit', () => reject(new Error('the server ended')));
  });
});
afterAll(() => {
  served.kill();
  rmSync(folder, { recursive: true, force: true });
});

const transports = {
  stdio: () =>
    new StdioClientTransport({ command: process.execPath, args: [BIN, 'mcp', '--db', db], stderr: 'inherit' }),
  http: () => new StreamableHTTPClientTransport(new URL(address)),
};

interface Row {
  id: string;
  [field: string]: unknown;
}

describe.each(Object.keys(transports) as (keyof typeof transports)[])('the official client over %s', (name) => {
  let client: Client;
  beforeAll(async () => {
    client = new Client({ name: 'test', version: '1.0.0' });
    await client.connect(transports[name]());
  });
  afterAll(() => client.close());

  const call = async (tool: string, input: Record<string, unknown>) => {
    const result = await client.callTool({ name: tool, arguments: input });
    expect(result.isError ?? false).toBe(false);
    return result.structuredContent as Record<string, Row & Row[]>;
  };

  test('lists six tools, all read-only, with schemas', async () => {
    const { tools } = await client.listTools();
    expect(tools.map((tool) => tool.name)).toEqual([
      'search',
      'list_events',
      'show_event',
      'show_story',
      'relation',
      'why',
    ]);
    for (const tool of tools) {
      expect(tool.annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false });
      expect(tool.inputSchema.type).toBe('object');
    }
  });

  test('finds, lists and shows an event with its readouts and evidence', async () => {
    const { events } = await call('list_events', { actors: ['VNM', 'USA'], since: '2023', until: '2023-09' });
    expect(events?.length).toBeGreaterThan(0);
    const shown = await call('show_event', { id: events?.[0]?.id });
    expect(shown).toMatchObject({ id: events?.[0]?.id, evidence: expect.any(Array), reports: expect.any(Array) });
    const found = await call('search', { query: 'tham viet nam', limit: 3 });
    expect(found.results?.length).toBe(3);
  });

  test('goes through the events page by page', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const answer = (await call('list_events', { limit: 40, ...(cursor ? { cursor } : {}) })) as unknown as {
        events: Row[];
        next: string | null;
      };
      seen.push(...answer.events.map(({ id }) => id));
      cursor = answer.next ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(80);
  });

  test('tells a story, a relation, and why', async () => {
    const { stories, id, evidence } = await call('show_event', {
      id: (await call('list_events', { actors: ['SAU', 'IRN'], type: 'AGREE' })).events?.[0]?.id,
    });
    expect((await call('show_story', { id: stories?.[0]?.id })).reports?.length).toBeGreaterThan(1);
    expect(await call('relation', { a: 'Iran', b: 'Ả Rập Xê Út' })).toMatchObject({
      a: 'IRN',
      b: 'SAU',
      types: { AGREE: expect.any(Number) },
      quarters: expect.any(Array),
    });
    expect(await call('why', { id })).toMatchObject({ kind: 'event' });
    expect(await call('why', { id: evidence?.[0]?.act })).toMatchObject({ kind: 'act' });
  });

  test('says what is not there', async () => {
    const result = await client.callTool({ name: 'show_event', arguments: { id: 'e000000000000000' } });
    expect([result.isError, JSON.stringify(result.content)]).toEqual([true, expect.stringContaining('no such id')]);
  });

  test.each([
    ['list_events', { limit: 1000 }],
    ['list_events', { type: 'INVADE' }],
    ['list_events', { since: 'yesterday' }],
    ['list_events', { actors: ['A', 'B', 'C'] }],
    ['show_event', {}],
    ['show_event', { id: "' OR 1=1 --" }],
    ['search', { query: '' }],
    ['search', { query: 'x'.repeat(1000) }],
  ])('refuses %s %j', async (tool, input) => {
    const result = await client
      .callTool({ name: tool, arguments: input })
      .catch((error: Error) => ({ isError: true, content: [error.message] }));
    expect(result.isError).toBe(true);
  });
});

describe('over HTTP', () => {
  const post = (headers: Record<string, string>) =>
    fetch(address, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: '{}' });

  test('a page of another origin is refused', async () => {
    expect((await post({ origin: 'https://evil.example' })).status).toBe(403);
  });

  test('another host name is refused: a web page may have pointed its own name at this machine', async () => {
    const { port } = new URL(address);
    const status = await new Promise((resolve, reject) => {
      const asked = request({
        host: '127.0.0.1',
        port,
        path: '/mcp',
        method: 'POST',
        headers: { host: 'evil.example' },
      });
      asked
        .on('response', (answer) => resolve(answer.resume().statusCode))
        .on('error', reject)
        .end('{}');
    });
    expect(status).toBe(403);
  });

  test('another path is not there', async () => {
    expect((await fetch(address.replace('/mcp', '/'))).status).toBe(404);
  });

  test('wrong ports are refused', async () => {
    const run = await readout(['mcp', '--http', 'many', '--db', db]);
    expect([run.status, run.err]).toEqual([2, expect.stringContaining('give a port')]);
    const taken = await readout(['mcp', '--http', new URL(address).port, '--db', db]);
    expect([taken.status, taken.err]).toEqual([2, expect.stringContaining('another program has this port')]);
  });
});
