import { formatOf } from './formats/index.ts';

/** The forms that the data of a page comes in. */
export interface Export {
  extension: string;
  /** As the link is called. */
  name: string;
  mediaType: string;
  /** Its size, as a share of the same data in JSON: measured on the examples. */
  share: number;
}

const ALL: readonly Export[] = [
  { extension: 'json', name: 'JSON', mediaType: 'application/json', share: 1 },
  { extension: 'jsonl', name: 'JSON Lines', mediaType: 'application/jsonl', share: 1 },
  { extension: 'csv', name: 'CSV', mediaType: 'text/csv', share: 0.3 },
  { extension: 'parquet', name: 'Parquet', mediaType: 'application/vnd.apache.parquet', share: 0.3 },
  { extension: 'ics', name: 'iCalendar', mediaType: 'text/calendar', share: 0.6 },
  { extension: 'atom', name: 'Atom', mediaType: 'application/atom+xml', share: 0.8 },
  { extension: 'jsonld', name: 'JSON-LD', mediaType: 'application/ld+json', share: 1.2 },
];

/** Those that this program can write. */
export const EXPORTS: readonly Export[] = ALL.filter(({ extension }) => extension === 'json' || formatOf(extension));

/** The extensions of a list of events. */
export const EVENT_EXPORTS: readonly string[] = EXPORTS.map(({ extension }) => extension);
/** What answers with plain data only. */
export const DATA_EXPORTS: readonly string[] = ['json', 'jsonl'];

const EXTENSIONS = new Set(ALL.map(({ extension }) => extension));

/** The path of a request without the extension that names a format, and that extension. */
export function splitExtension(path: string): { path: string; extension: string | null } {
  const dot = path.lastIndexOf('.');
  const extension = path.slice(dot + 1);
  if (dot < path.lastIndexOf('/') || !EXTENSIONS.has(extension) || path === '/openapi.json')
    return { path, extension: null };
  return { path: path.slice(0, dot), extension };
}

export function mediaTypeOf(extension: string): string {
  return EXPORTS.find((one) => one.extension === extension)?.mediaType ?? 'application/octet-stream';
}
