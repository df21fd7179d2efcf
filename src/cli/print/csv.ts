import type { ReadoutEvent } from '../../model/index.ts';

const COLUMNS: readonly (readonly [name: string, value: (event: ReadoutEvent) => string | number | null])[] = [
  ['id', (event) => event.id],
  ['type', (event) => event.type],
  ['mode', (event) => event.mode],
  ['subtype', (event) => event.subtype],
  ['status', (event) => event.status],
  ['from', (event) => event.from.join('; ')],
  ['to', (event) => event.to.join('; ')],
  ['people', (event) => event.people.map(({ name }) => name).join('; ')],
  ['earliest', (event) => event.when?.earliest ?? null],
  ['latest', (event) => event.when?.latest ?? null],
  ['place', (event) => event.place?.name ?? null],
  ['country', (event) => event.place?.country ?? null],
  ['topics', (event) => event.topics.join('; ')],
  ['reports', (event) => event.reports.join('; ')],
  ['origins', (event) => event.origins],
  ['origin_names', (event) => event.originNames.join('; ')],
  ['languages', (event) => event.languages.join('; ')],
  [
    'disputed',
    (event) =>
      event.disputed.map(({ field, values }) => `${field}: ${values.map(({ value }) => value).join(' / ')}`).join('; '),
  ],
  ['confidence', (event) => event.confidence],
];

/** The header line of the table of events. */
export function csvHeader(): string {
  return COLUMNS.map(([name]) => name).join(',');
}

/** An event as a row (RFC 4180; the line end is the writer's). */
export function csvRow(event: ReadoutEvent): string {
  return COLUMNS.map(([, value]) => csvCell(value(event))).join(',');
}

/** A cell. Text that a spreadsheet would run as a formula gets an apostrophe before it. */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
