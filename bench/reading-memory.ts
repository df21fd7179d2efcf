// Shows that memory stays flat while a large archive is read: real pages, repeated to the size asked for, in a
// temporary folder that is removed afterwards.
//   node bench/reading-memory.ts [--megabytes 2048] [--gzip]
import { createWriteStream, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { openReports, read } from '../src/read/index.ts';
import { loadReadWorld } from '../src/world/page.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const at = process.argv.indexOf('--megabytes');
const megabytes = at < 0 ? 2048 : Number(process.argv[at + 1]);
const packed = process.argv.includes('--gzip');
const STEPS = 8;

const folder = mkdtempSync(join(tmpdir(), 'readout-memory-'));
try {
  const path = join(folder, packed ? 'large.warc.gz' : 'large.warc');
  await write(path, megabytes * 1048576);
  await readThrough(path);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The pages to be repeated: real ones where they are checked out beside this, else the test fixtures. */
function pageFiles(): string[] {
  const real = join(root, '..', 'shared', 'pages', 'html');
  const pages = existsSync(real) ? real : join(root, 'test', 'fixtures', 'read');
  return readdirSync(pages)
    .filter((_, index) => index < 100)
    .map((name) => join(pages, name));
}

/** One piece of the archive: every page as a record. */
function records(): Buffer {
  const all = pageFiles().map((name) => {
    const body = readFileSync(name);
    const html = !name.endsWith('.txt');
    const http = Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/${html ? 'html' : 'plain'}; charset=utf-8\r\n\r\n`);
    const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/${basename(name)}\r\nContent-Length: ${http.length + body.length}\r\n\r\n`;
    const record = Buffer.concat([Buffer.from(head), http, body, Buffer.from('\r\n\r\n')]);
    return packed ? gzipSync(record) : record;
  });
  return Buffer.concat(all);
}

async function write(path: string, size: number): Promise<void> {
  const one = records();
  const piece = Buffer.concat(Array.from({ length: Math.max(1, Math.ceil(1048576 / one.length)) }, () => one));
  const file = createWriteStream(path);
  for (let written = 0; written < size; written += piece.length)
    if (!file.write(piece)) await new Promise<void>((done) => file.once('drain', () => done()));
  await new Promise<void>((done) => file.end(() => done()));
}

async function readThrough(path: string): Promise<void> {
  const world = loadReadWorld(root, ['en', 'vi', 'ru', 'tr', 'zh']);
  const size = statSync(path).size;
  const before = performance.now();
  let reports = 0;
  let failures = 0;
  let most = 0;
  let told = 0;
  let bytes = 0;
  for await (const report of openReports([path])) {
    if ('error' in report) failures++;
    else read(report, world);
    reports++;
    bytes += report.report.bytes;
    if (reports % 100 === 0) most = Math.max(most, process.memoryUsage.rss());
    if (!packed && bytes > ((told + 1) * size) / STEPS / 1.15) {
      told++;
      console.log(
        `${(bytes / 1048576).toFixed(0)} MB of pages, ${(process.memoryUsage.rss() / 1048576).toFixed(0)} MB of memory`,
      );
    }
  }
  const seconds = (performance.now() - before) / 1000;
  console.log(
    `${(size / 1048576).toFixed(0)} MB read in ${seconds.toFixed(0)} s: ${reports} reports (${Math.round(reports / seconds)}/s), ${failures} failed, at most ${(most / 1048576).toFixed(0)} MB of memory`,
  );
}
