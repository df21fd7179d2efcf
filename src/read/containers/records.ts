import type { Failed, RawReport, ReportHints } from '../../model/index.ts';
import type { ByteReader } from './byte-reader.ts';
import { decodeText } from './decode.ts';
import { failed, ReportFailure, rawReport } from './failure.ts';
import { looksLikeJsonFeed, readJsonFeed } from './feed.ts';

/** Reads JSON lines, or one JSON value over many lines, or a JSON Feed. */
export async function* readJsonLines(
  path: string,
  reader: ByteReader,
  most: number,
): AsyncGenerator<RawReport | Failed> {
  const first = await reader.line(most);
  if (!first) return;
  if (!first.cut && parse(first.bytes) === undefined) {
    const rest = await reader.rest(most);
    const whole = parse(Buffer.concat([first.bytes, Buffer.from('\n'), rest]));
    if (whole !== undefined) yield* readJsonValue(path, whole);
    else yield* eachLine(path, [first.bytes, ...splitBuffer(rest)]);
    return;
  }
  let number = 0;
  for (let line: typeof first | null = first; line; line = await reader.line(most)) {
    number++;
    if (line.bytes.toString('latin1').trim() === '') continue;
    if (line.cut)
      yield failed(
        `${path}#${number}`,
        new ReportFailure('too-large', `line ${number} is larger than ${Math.round(most / 1048576)} MB`),
      );
    else yield* readLine(path, number, line.bytes);
  }
}

/** Reads a JSON array of records. */
export async function* readJsonArray(
  path: string,
  reader: ByteReader,
  most: number,
): AsyncGenerator<RawReport | Failed> {
  const bytes = await reader.rest(most);
  const value = parse(bytes);
  if (value === undefined) yield failed(path, new ReportFailure('bad-json', 'no valid JSON'), bytes);
  else yield* readJsonValue(path, value);
}

function* eachLine(path: string, lines: Buffer[]): Generator<RawReport | Failed> {
  let number = 0;
  for (const line of lines) {
    number++;
    if (line.toString('latin1').trim() !== '') yield* readLine(path, number, line);
  }
}

function splitBuffer(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let from = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
    lines.push(bytes.subarray(from, at));
    from = at + 1;
  }
  lines.push(bytes.subarray(from));
  return lines;
}

function* readLine(path: string, number: number, bytes: Buffer): Generator<RawReport | Failed> {
  const value = parse(bytes);
  if (value === undefined)
    yield failed(`${path}#${number}`, new ReportFailure('bad-json', `line ${number} is no valid JSON`), bytes);
  else if (looksLikeJsonFeed(value)) yield* readJsonFeed(path, value);
  else yield readRecord(value, `${path}#${number}`);
}

function* readJsonValue(path: string, value: unknown): Generator<RawReport | Failed> {
  if (looksLikeJsonFeed(value)) return yield* readJsonFeed(path, value);
  const list = Array.isArray(value) ? value : [value];
  for (const [index, record] of list.entries())
    yield readRecord(record, list.length === 1 && !Array.isArray(value) ? `${path}#1` : `${path}#${index + 1}`);
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(decodeText(bytes).text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

/** A record of the contract: `{text|html, url?, date?, title?, outlet?, id?}`. */
export function readRecord(value: unknown, place: string): RawReport | Failed {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return failed(place, new ReportFailure('bad-record', 'no JSON object: write {"text": "…"} or {"html": "…"}'));
  const record = value as Record<string, unknown>;
  const name =
    string(record.id) ??
    (typeof record.id === 'number' ? String(record.id) : undefined) ??
    string(record.path) ??
    place;
  const html = string(record.html);
  const content = html ?? string(record.text);
  if (content === undefined)
    return failed(name, new ReportFailure('bad-record', 'neither "text" nor "html" in the record'));
  if (content.trim() === '') return failed(name, new ReportFailure('empty', 'the text of the record is empty'));
  const hints: ReportHints = {};
  for (const key of ['title', 'date', 'url', 'outlet', 'language'] as const) {
    const given = string(record[key]);
    if (given !== undefined && given.trim() !== '') hints[key] = given;
  }
  return rawReport(name, html === undefined ? 'text' : 'html', content, content, hints);
}

function string(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
