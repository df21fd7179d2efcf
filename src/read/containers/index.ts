import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { Failed, RawReport } from '../../model/index.ts';
import { ByteReader } from './byte-reader.ts';
import { declaredCharset, decodePage, decodeText, isUnsupported } from './decode.ts';
import { failed, ReportFailure, rawReport } from './failure.ts';
import { readFeed } from './feed.ts';
import { readMhtml } from './mhtml.ts';
import { readJsonArray, readJsonLines } from './records.ts';
import { sniff } from './sniff.ts';
import { walk } from './walk.ts';
import { readWarc } from './warc.ts';

/** What `openReports` may be given. */
export interface OpenOptions {
  /** Bytes of `-`; the process's standard input by default. */
  stdin?: AsyncIterable<Uint8Array>;
  /** Largest single page in bytes; 64 MB by default. */
  largestPage?: number;
}

const LARGEST_PAGE = 64 * 1048576;
const HEAD = 4096;

/**
 * Opens files, folders (in name order) and `-`, and gives up their reports one at a time, in input order.
 * What cannot be read comes as a `Failed` line; the rest goes on. Nothing but the report at hand is kept.
 */
export async function* openReports(
  paths: readonly string[],
  options: OpenOptions = {},
): AsyncGenerator<RawReport | Failed> {
  const most = options.largestPage ?? LARGEST_PAGE;
  for (const path of paths) {
    if (path === '-') yield* openStream(path, options.stdin ?? process.stdin, most);
    else
      for await (const found of walk(path)) {
        if (found.error) yield failed(found.path, found.error);
        else yield* openStream(found.path, createReadStream(found.path, { highWaterMark: 262144 }), most);
      }
  }
}

async function* openStream(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  most: number,
): AsyncGenerator<RawReport | Failed> {
  const reader = new ByteReader(bytes);
  try {
    yield* openContainer(path, reader, most);
  } catch (error) {
    yield failed(path, error);
    return;
  }
  if (reader.error) yield failed(path, streamFailure(reader.error));
}

function streamFailure(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException)?.code ?? '';
  if (code === 'Z_BUF_ERROR')
    return new ReportFailure('truncated-gzip', 'the compressed file ends too early', { cause: error });
  return error;
}

async function* openContainer(path: string, reader: ByteReader, most: number): AsyncGenerator<RawReport | Failed> {
  const head = await reader.peek(HEAD);
  const kind = sniff(head);
  if (kind === 'empty' && reader.error === null) throw new ReportFailure('empty', 'the file is empty');
  if (kind === 'binary') throw new ReportFailure('binary', 'neither text nor a kind of archive that is known here');
  if (kind === 'gzip') yield* openStream(path, gunzipped(reader), most);
  else if (kind === 'warc') yield* readWarc(path, reader, most);
  else if (kind === 'jsonl') yield* readJsonLines(path, reader, most);
  else if (kind === 'json') yield* readJsonArray(path, reader, most);
  else if (kind !== 'empty') yield* openWhole(path, kind, await reader.rest(most), reader.error);
}

function* openWhole(
  path: string,
  kind: 'feed' | 'mhtml' | 'html' | 'text',
  bytes: Buffer,
  error: unknown,
): Generator<RawReport | Failed> {
  if (error) return; // told once, by the stream
  if (kind === 'mhtml') return yield readMhtml(path, bytes);
  const charset = kind === 'text' ? null : declaredCharset(bytes);
  if (charset && isUnsupported(charset))
    throw new ReportFailure('unsupported-encoding', `the encoding ${charset} cannot be converted`);
  const { text } = kind === 'feed' ? decodeText(bytes, charset) : decodePage(bytes, charset);
  if (text.trim() === '') throw new ReportFailure('empty', 'the file holds nothing but white space');
  if (kind === 'feed') yield* readFeed(path, text);
  else yield rawReport(path, kind, text, bytes, {});
}

async function* gunzipped(reader: ByteReader): AsyncGenerator<Uint8Array> {
  const unzip = createGunzip();
  const feeding = feed(reader, unzip);
  feeding.catch(() => {});
  try {
    for await (const chunk of unzip) yield chunk as Uint8Array;
  } finally {
    unzip.destroy();
  }
  await feeding;
}

/** In small pieces: what a damaged member stands in one piece with is lost with it. */
async function feed(reader: ByteReader, unzip: ReturnType<typeof createGunzip>): Promise<void> {
  for (;;) {
    const chunk = await reader.take(32768);
    if (chunk.length === 0 || unzip.destroyed) break;
    if (!unzip.write(chunk))
      await new Promise<void>((done) => {
        unzip.once('drain', done);
        unzip.once('close', done);
      });
  }
  if (reader.error) unzip.destroy(reader.error as Error);
  else unzip.end();
}
