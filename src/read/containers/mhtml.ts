import type { RawReport } from '../../model/index.ts';
import { declaredCharset, decodePage } from './decode.ts';
import { ReportFailure, rawReport } from './failure.ts';
import { charsetOf, parseHeaders, splitHead } from './http-part.ts';

/** The page of a saved web archive (MHTML): its first part that is HTML. */
export function readMhtml(path: string, bytes: Buffer): RawReport {
  const { head, body } = splitHead(bytes);
  const headers = parseHeaders(head);
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(headers.get('content-type') ?? '');
  const mark = boundary?.[1] ?? boundary?.[2];
  if (!mark) throw new ReportFailure('bad-mhtml', 'the saved page states no boundary between its parts');
  for (const part of splitParts(body, mark)) {
    const inside = splitHead(part);
    const about = parseHeaders(inside.head);
    if (!/text\/(?:html|plain)/i.test(about.get('content-type') ?? '')) continue;
    const page = transferDecoded(inside.body, about.get('content-transfer-encoding') ?? '');
    const { text } = decodePage(page, charsetOf(about.get('content-type')) ?? declaredCharset(page));
    const url = about.get('content-location') ?? headers.get('snapshot-content-location');
    return rawReport(
      path,
      /html/i.test(about.get('content-type') ?? '') ? 'html' : 'text',
      text,
      bytes,
      url && /^https?:/i.test(url) ? { url } : {},
    );
  }
  throw new ReportFailure('bad-mhtml', 'the saved page has no part that is HTML');
}

function* splitParts(body: Buffer, mark: string): Generator<Buffer> {
  const edge = `--${mark}`;
  let from = body.indexOf(edge);
  while (from >= 0) {
    const start = from + edge.length;
    const next = body.indexOf(edge, start);
    const part = body.subarray(start, next < 0 ? undefined : next);
    yield part[0] === 13 ? part.subarray(2) : part[0] === 10 ? part.subarray(1) : part;
    from = next;
  }
}

function transferDecoded(body: Buffer, coding: string): Buffer {
  if (/base64/i.test(coding)) return Buffer.from(body.toString('latin1'), 'base64');
  if (!/quoted-printable/i.test(coding)) return body;
  const text = body
    .toString('latin1')
    .replace(/=\r?\n/g, '')
    .replace(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(text, 'latin1');
}
