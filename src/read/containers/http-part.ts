import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { ReportFailure } from './failure.ts';

/** Headers, names in lower case. */
export type Headers = ReadonlyMap<string, string>;

/** Parses header lines; a line that begins with white space goes on with the one before. */
export function parseHeaders(text: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}

/** Splits a block of headers from the body after it. */
export function splitHead(bytes: Buffer): { head: string; body: Buffer } {
  const crlf = bytes.indexOf('\r\n\r\n');
  const lf = bytes.indexOf('\n\n');
  const at = crlf >= 0 && (lf < 0 || crlf < lf) ? crlf : lf;
  if (at < 0) return { head: bytes.toString('latin1'), body: Buffer.alloc(0) };
  return { head: bytes.subarray(0, at).toString('latin1'), body: bytes.subarray(at + (at === crlf ? 4 : 2)) };
}

export function charsetOf(contentType: string | undefined): string | null {
  return /charset\s*=\s*["']?([\w-]+)/i.exec(contentType ?? '')?.[1]?.toLowerCase() ?? null;
}

/** Undoes the chunks and the compression of an HTTP body. */
export function decodeBody(body: Buffer, headers: Headers, most: number): Buffer {
  const chunked = /chunked/i.test(headers.get('transfer-encoding') ?? '');
  const plain = chunked ? unchunk(body) : body;
  const coding = headers.get('content-encoding')?.toLowerCase() ?? '';
  const options = { maxOutputLength: most };
  try {
    if (coding.includes('gzip')) return gunzipSync(plain, options);
    if (coding.includes('deflate')) return inflateSync(plain, options);
    if (coding.includes('br')) return brotliDecompressSync(plain, options);
  } catch (error) {
    // archives often keep the header of an encoding that was already undone
    if (plain[0] === 0x3c || plain[0] === 0x0a || plain[0] === 0x20) return plain;
    throw new ReportFailure('bad-encoding', `the body cannot be decompressed (${coding})`, { cause: error });
  }
  return plain;
}

function unchunk(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  while (at < body.length) {
    const end = body.indexOf('\r\n', at);
    const size = end < 0 ? Number.NaN : Number.parseInt(body.subarray(at, end).toString('latin1'), 16);
    if (Number.isNaN(size)) return parts.length > 0 ? Buffer.concat(parts) : body;
    if (size === 0) break;
    parts.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return Buffer.concat(parts);
}
