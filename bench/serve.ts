// How fast the pages are on a large record: fills a database with made-up events and reports, serves it, and loads it on loopback.
//   node bench/serve.ts [--events 100000] [--reports 1000000] [--db FILE] [--seconds 8] [--connections 4]
// A database that is there already is used as it is. Prints the processor time of an answer, and of answers on loopback p50, p97.5 (p95 is not above it) and p99 of each kind of page, and its size.
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import autocannon from 'autocannon';
import { openApp } from '../src/show/app.ts';
import { openStore } from '../src/store/store.ts';
import { openWorld } from '../src/world/index.ts';
import { fillRecord, madeWord } from './serve-record.ts';

const ASKED = 200;

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '100000' },
    reports: { type: 'string', default: '1000000' },
    db: { type: 'string' },
    seconds: { type: 'string', default: '8' },
    connections: { type: 'string', default: '4' },
  },
});
const db = values.db ?? join(tmpdir(), `readout-bench-${values.events}-${values.reports}.db`);
if (!existsSync(db)) fillRecord(db, Number(values.events), Number(values.reports));

const store = openStore(db);
const opened = performance.now();
const { ids } = store.browse.choose({ values: {} }).page({ limit: 400 });
console.log(
  `facets of ${store.counts().events} events read in ${(performance.now() - opened).toFixed(0)} ms; ${store.counts().reports} reports`,
);
const addresses = kindsOf();
const app = openApp({ store, world: openWorld(), version: '0.0.0' });
const processor = new Map<string, number>();
for (const [kind, paths] of Object.entries(addresses)) processor.set(kind, await processorTime(paths));
store.close();

// The server has a thread of its own, as it would have a process: what asks it must not slow it down.
const worker = new Worker(new URL('./serve-worker.ts', import.meta.url), { workerData: { db } });
const address = await new Promise<string>((resolve) => worker.once('message', resolve));
for (const [kind, paths] of Object.entries(addresses)) await measure(kind, paths);
await worker.terminate();

/** Addresses of each kind of page: of many things, so that nothing is answered from memory. */
function kindsOf(): Record<string, string[]> {
  const events = store.browse.events(ids);
  const relations = store.browse.relations(200);
  const reports = events.slice(0, 200).map(({ id }) => store.browse.reportsOfEvent(id, 1)[0]?.report.id ?? '');
  const pairs = relations.map(({ a, b }) => `/relations/${a}/${b}`);
  const types = ['CONSULT', 'AGREE', 'SANCTION', 'ACCUSE', 'SUPPORT', 'REQUEST', 'AID', 'THREATEN'];
  return {
    front: ['/'],
    events: [
      '/events',
      '/events?order=oldest',
      ...ids.slice(0, 50).map((_, at) => `/events?since=${2000 + (at % 25)}`),
    ],
    'one facet': types.flatMap((type) => [`/events?type=${type}`, `/events?language=vi&type=${type}`]),
    'many facets': relations.flatMap(({ a, b }, at) => [
      `/events?actor=${a}&actor=${b}`,
      `/events?actor=${a}&type=${types[at % 8]}&type=CONSULT&status=happened&since=2010&until=2022-06`,
    ]),
    event: events.map(({ id }) => `/events/${id}`),
    report: reports.map((id) => `/reports/${id}`),
    stories: ['/stories'],
    relation: pairs,
    'relation again': pairs.slice(0, 20),
    actor: [...new Set(relations.flatMap(({ a, b }) => [a, b]))].slice(0, 60).map((code) => `/actors/${code}`),
    'search, rare words': events.slice(0, 100).map(({ id }) => `/search?q=${id.slice(1, 7)}`),
    'search, common words': [50, 100, 500, 1000].map((place) => `/search?q=${madeWord(place)}`),
    'search, in all reports': [0, 1, 2].map((place) => `/search?q=${madeWord(place)}`),
    'events.json': ['/events.json', ...types.map((type) => `/events.json?type=${type}`)],
  };
}

/** The 95th percentile of the processor time of an answer, in ms: what else the machine does counts little. */
async function processorTime(paths: readonly string[]): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at < ASKED; at++) {
    const begun = process.cpuUsage();
    const path = paths[at % paths.length] as string;
    await (await app.fetch(new Request(`http://localhost${path}`, { headers: { host: 'localhost' } }))).text();
    const { user, system } = process.cpuUsage(begun);
    times.push((user + system) / 1000);
  }
  return times.sort((a, b) => a - b)[Math.floor(ASKED * 0.95)] as number;
}

async function measure(kind: string, paths: readonly string[]): Promise<void> {
  const sizes = await Promise.all(
    paths.slice(0, 20).map(async (path) => (await (await fetch(address + path)).arrayBuffer()).byteLength),
  );
  const result = await autocannon({
    url: address,
    connections: Number(values.connections),
    duration: Number(values.seconds),
    requests: paths.map((path) => ({ path })),
  });
  const { p50, p97_5, p99, average } = result.latency;
  console.log(
    `${kind.padEnd(22)} processor p95 ${processor.get(kind)?.toFixed(1).padStart(5)} ms   on loopback p50 ${String(p50).padStart(4)} ms   p97.5 ${String(p97_5).padStart(4)} ms   p99 ${String(p99).padStart(4)} ms   mean ${average.toFixed(1)} ms   ${result.requests.average.toFixed(0)}/s   ≤ ${(Math.max(...sizes) / 1000).toFixed(0)} kB${result.non2xx ? `   ${result.non2xx} NOT FOUND` : ''}`,
  );
}
