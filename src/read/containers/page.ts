import type { RawReport, ReportHints } from '../../model/index.ts';
import { declaredCharset, decodePage, isUnsupported } from './decode.ts';
import { ReportFailure, rawReport } from './failure.ts';
import { charsetOf } from './http-part.ts';

/**
 * A page as a web server sent it, its transfer and content encodings undone.
 * @param type its `Content-Type`
 * @returns null for what is no page (an image, a video, a file to download) or has no text
 * @throws ReportFailure for an encoding that cannot be converted
 */
export function pageReport(place: string, type: string, bytes: Uint8Array, hints: ReportHints): RawReport | null {
  if (!/html|text\/plain/i.test(type)) return null;
  const charset = charsetOf(type) ?? declaredCharset(bytes);
  if (charset && isUnsupported(charset))
    throw new ReportFailure('unsupported-encoding', `the encoding ${charset} cannot be converted`);
  const { text } = decodePage(bytes, charset);
  return text.trim() === '' ? null : rawReport(place, /html/i.test(type) ? 'html' : 'text', text, bytes, hints);
}
