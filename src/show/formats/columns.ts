/** What a cell holds before a format writes it. */
export type Cell = string | number | boolean | null | readonly string[];

/** How the values of a column are to be read. `date` is a whole day, ISO 8601. */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'list';

/** A column of a table that Readout writes; the data dictionary is made of these. */
export interface Column<Row> {
  name: string;
  type: ColumnType;
  /** What it holds, for a reader who has not seen the program. */
  about: string;
  value(row: Row): Cell;
}

/** A table that Readout writes. */
export interface Table<Row> {
  name: string;
  about: string;
  columns: readonly Column<Row>[];
  /** The columns that together name a row. */
  key: readonly string[];
  /** Columns that lead to another table: column, table, its column. */
  links: readonly (readonly [column: string, table: string, target: string])[];
}
