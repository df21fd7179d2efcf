import { readFileSync } from 'node:fs';

/** A row of a table: its cells by column name, and the line it stands on (1-based). */
export interface Row {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A tab-separated table of `knowledge/` or `languages/`. */
export interface Table {
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** Where the facts come from, from the line `# source: …`; null when the table does not say. */
  readonly source: string | null;
}

/** A data file cannot be used as it stands. The run stops (exit status 4): the user mends the line and runs again. */
export class DataError extends Error {
  override name = 'DataError';
  readonly file: string;
  readonly line: number;
  constructor(file: string, line: number, message: string, options?: ErrorOptions) {
    super(`${file}:${line}: ${message}`, options);
    this.file = file;
    this.line = line;
  }
}

/**
 * Parses a table: `#` comments, one header line, tab-separated rows. Lines may end as Windows ends them.
 * @throws DataError when the header is missing or a row has more cells than the header has columns
 */
export function parseTable(file: string, given: string): Table {
  // Spreadsheets put a byte order mark before the first line.
  const text = given.startsWith('\ufeff') ? given.slice(1) : given;
  const rows: Row[] = [];
  let columns: string[] | null = null;
  let source: string | null = null;
  let line = 0;
  for (const raw of text.split('\n')) {
    line++;
    const content = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (content.startsWith('#')) {
      if (content.startsWith('# source:')) source = content.slice(9).trim();
      continue;
    }
    if (content.trim() === '') continue;
    const cells = content.split('\t');
    if (!columns) {
      columns = cells.map((cell) => cell.trim());
      continue;
    }
    rows.push({ line, cells: named(file, line, columns, cells) });
  }
  if (!columns) throw new DataError(file, line, 'the table is empty: write a header line that names the columns');
  return { file, columns, rows, source };
}

/** Reads and parses a table from disk. A missing file is an empty table of the given columns when `optional`. */
export function readTable(file: string, options: { optional?: boolean } = {}): Table {
  try {
    return parseTable(file, decoded(file, readFileSync(file)));
  } catch (error) {
    if (options.optional && (error as NodeJS.ErrnoException).code === 'ENOENT')
      return { file, columns: [], rows: [], source: null };
    throw error;
  }
}

/** @throws DataError at the first line that is not UTF-8 */
export function decoded(file: string, bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (!text.includes('\ufffd') || holdsReplacement(bytes)) return text;
  const line = text.slice(0, text.indexOf('\ufffd')).split('\n').length;
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  throw new DataError(file, line, `is ${wide ? 'UTF-16' : 'not UTF-8'}: save it as "UTF-8" text`);
}

/** Whether the text itself has the character that stands for what cannot be decoded. */
function holdsReplacement(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The alternatives of a cell: separated by `; `, trimmed, NFC, empty ones left out. */
export function alternatives(cell: string | undefined): string[] {
  if (!cell) return [];
  if (!cell.includes(';')) return cell.trim() === '' ? [] : [cell.trim().normalize('NFC')];
  return cell
    .split(';')
    .map((part) => part.trim().normalize('NFC'))
    .filter((part) => part !== '');
}

function named(file: string, line: number, columns: string[], cells: string[]): Record<string, string> {
  if (cells.length > columns.length) {
    throw new DataError(
      file,
      line,
      `${cells.length} cells, but the header names ${columns.length} columns (${columns.join(', ')}): remove a tab or add a column`,
    );
  }
  const row: Record<string, string> = {};
  columns.forEach((column, index) => {
    row[column] = (cells[index] ?? '').trim();
  });
  return row;
}
