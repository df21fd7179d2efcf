import type { Cell, Table } from './columns.ts';
import { eventTable } from './eventTable.ts';
import type { Format } from './format.ts';

/** One row an event, RFC 4180. */
export const csv: Format = {
  name: 'csv',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  about: 'a table with a header, one row an event (RFC 4180)',
  async *write(events, { spreadsheet }) {
    yield csvHeader(eventTable);
    for (const event of events) yield csvRow(eventTable, event, spreadsheet);
  },
};

const LINE_END = '\r\n';

/** The header line of a table, with its end. */
export function csvHeader<Row>({ columns }: Table<Row>): string {
  return columns.map(({ name }) => csvCell(name)).join(',') + LINE_END;
}

/** A row of a table as a line, with its end. */
export function csvRow<Row>({ columns }: Table<Row>, row: Row, spreadsheet = false): string {
  return columns.map((column) => csvCell(column.value(row), spreadsheet)).join(',') + LINE_END;
}

/** A cell: as it is, lists with `; ` between; for a spreadsheet, what it would run gets an apostrophe before it. */
export function csvCell(value: Cell, spreadsheet = false): string {
  if (value === null) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : value.join('; ');
  const safe = spreadsheet && /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
