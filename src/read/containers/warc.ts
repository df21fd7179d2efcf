import type { Failed, RawReport, ReportHints } from '../../model/index.ts';
import type { ByteReader } from './byte-reader.ts';
import { decodePage } from './decode.ts';
import { failed, ReportFailure, rawReport } from './failure.ts';
import { decodeBody, type Headers, parseHeaders, splitHead } from './http-part.ts';
import { pageReport } from './page.ts';

const LINE = 65536;
/** Within a record it says that the record's length is false. */
const NEXT_RECORD = '\r\n\r\nWARC/1.';

/** Reads a WARC or WET archive record by record; nothing but the record at hand is kept. */
export async function* readWarc(path: string, reader: ByteReader, most: number): AsyncGenerator<RawReport | Failed> {
  let number = 0;
  for (;;) {
    const headers = await nextHeaders(reader);
    if (!headers) return;
    number++;
    const place = `${path}#${number}`;
    const length = Number(headers.get('content-length'));
    if (!Number.isSafeInteger(length) || length < 0) {
      yield failed(place, new ReportFailure('bad-record', 'the record states no length; looking for the next one'));
      continue;
    }
    if (!isWanted(headers)) await reader.skip(length);
    else if (length > most) {
      await reader.skip(length);
      yield failed(place, new ReportFailure('too-large', `the record is larger than ${Math.round(most / 1048576)} MB`));
    } else {
      const bytes = await reader.take(length);
      const inside = bytes.indexOf(NEXT_RECORD);
      if (inside >= 0) {
        reader.putBack(bytes.subarray(inside + 4));
        yield failed(place, new ReportFailure('bad-record', 'the record states a false length'), bytes);
      } else yield* readRecord(place, headers, bytes, length, most);
    }
  }
}

/** Goes to the next record, whatever stands before it: a false length must not lose the rest. */
async function nextHeaders(reader: ByteReader): Promise<Headers | null> {
  for (;;) {
    const line = await reader.line(LINE);
    if (!line) return null;
    if (/^WARC\/\d/.test(line.bytes.toString('latin1'))) break;
  }
  let head = '';
  for (;;) {
    const line = await reader.line(LINE);
    const text = line?.bytes.toString('utf8').replace(/\r$/, '') ?? '';
    if (!line || text === '') return parseHeaders(head);
    head += `${text}\n`;
  }
}

function isWanted(headers: Headers): boolean {
  const type = headers.get('warc-type');
  return type === 'response' || type === 'conversion' || type === 'resource';
}

function* readRecord(
  place: string,
  headers: Headers,
  bytes: Buffer,
  length: number,
  most: number,
): Generator<RawReport | Failed> {
  if (bytes.length < length) {
    yield failed(
      place,
      new ReportFailure('truncated', `the record ends after ${bytes.length} of ${length} bytes`),
      bytes,
    );
    return;
  }
  try {
    const report =
      headers.get('warc-type') === 'conversion'
        ? textRecord(place, headers, bytes)
        : pageRecord(place, headers, bytes, most);
    if (report) yield report;
  } catch (error) {
    yield failed(place, error, bytes);
  }
}

function hintsOf(headers: Headers): ReportHints {
  const url = headers.get('warc-target-uri')?.replace(/^<|>$/g, '');
  return url ? { url } : {};
}

function textRecord(place: string, headers: Headers, bytes: Buffer): RawReport | null {
  const { text } = decodePage(bytes);
  return text.trim() === '' ? null : rawReport(place, 'text', text, bytes, hintsOf(headers));
}

/** An HTTP response; what is no page (an image, a redirect, an error) is passed over. */
function pageRecord(place: string, headers: Headers, bytes: Buffer, most: number): RawReport | null {
  const isHttp = /^HTTP\//.test(bytes.subarray(0, 5).toString('latin1'));
  const { head, body } = isHttp ? splitHead(bytes) : { head: '', body: bytes };
  const http = parseHeaders(head);
  const type = http.get('content-type') ?? headers.get('content-type') ?? '';
  if (isHttp && !/^HTTP\/\S+\s+2/.test(head)) return null;
  if (!/html|text\/plain/i.test(type)) return null;
  return pageReport(place, type, decodeBody(body, http, most), hintsOf(headers));
}
