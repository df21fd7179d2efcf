import { createHash } from 'node:crypto';
import type { Failed, RawReport, ReportHints } from '../../model/index.ts';

/** A report cannot be read; the rest goes on. */
export class ReportFailure extends Error {
  override name = 'ReportFailure';
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The id of a report: the first 64 bits of the SHA-256 of its bytes. */
export function reportId(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

/** The line that stands for a report that could not be read. */
export function failed(path: string, error: unknown, bytes: Uint8Array = new Uint8Array()): Failed {
  const code = error instanceof ReportFailure ? error.code : systemCode(error);
  const message = error instanceof Error ? error.message : String(error);
  return {
    report: { id: reportId(bytes.length > 0 ? bytes : path), path, url: null, bytes: bytes.length },
    error: { code, message: `${path}: ${message}` },
  };
}

function systemCode(error: unknown): string {
  const code = (error as NodeJS.ErrnoException)?.code ?? '';
  if (code === 'EACCES' || code === 'EPERM') return 'no-permission';
  if (code === 'ENOENT') return 'not-found';
  if (code.startsWith('Z_') || code.startsWith('ERR_ZLIB')) return 'bad-gzip';
  return code === '' ? 'unreadable' : code.toLowerCase();
}

/** A report as the rooms after this one take it. */
export function rawReport(
  path: string,
  kind: RawReport['kind'],
  content: string,
  bytes: Uint8Array | string,
  hints: ReportHints,
): RawReport {
  const size = typeof bytes === 'string' ? Buffer.byteLength(bytes) : bytes.length;
  return { report: { id: reportId(bytes), path, url: hints.url ?? null, bytes: size }, kind, content, hints };
}
