import type { ColumnSource, ParquetWriter } from 'hyparquet-writer';
import type { Cell, Column, ColumnType } from './columns.ts';
import { eventTable } from './eventTable.ts';
import type { Format } from './format.ts';

type SchemaElement = ParquetWriter['schema'][number];

/** Rows that are held and written together. */
const ROWS_A_GROUP = 10_000;

/** The table of `csv` with types: days are dates, lists are lists. */
export const parquet: Format = {
  name: 'parquet',
  extension: 'parquet',
  mediaType: 'application/vnd.apache.parquet',
  about: 'the columns of csv with their types, for DuckDB, Spark, pandas',
  binary: true,
  async *write(events) {
    const { ByteWriter, ParquetWriter: Writer } = await import('hyparquet-writer');
    const bytes = new ByteWriter();
    const { columns } = eventTable;
    const writer = new Writer({ writer: bytes, schema: schemaOf(columns), createdBy: 'Readout' });
    const take = (): Uint8Array => {
      const taken = bytes.getBytes().slice();
      bytes.index = 0;
      return taken;
    };
    for (const rows of groups(events)) {
      await writer.write({ columnData: columns.map((column) => columnData(column, rows)), rowGroupSize: ROWS_A_GROUP });
      yield take();
    }
    await writer.finish();
    yield take();
  },
};

function* groups<Row>(rows: Iterable<Row>): Generator<Row[]> {
  let group: Row[] = [];
  for (const row of rows) {
    group.push(row);
    if (group.length < ROWS_A_GROUP) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

const PRIMITIVE: Readonly<Record<Exclude<ColumnType, 'list'>, Partial<SchemaElement>>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  date: { type: 'INT32', converted_type: 'DATE' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
};

function schemaOf<Row>(columns: readonly Column<Row>[]): SchemaElement[] {
  return [{ name: 'root', num_children: columns.length }, ...columns.flatMap(({ name, type }) => elements(name, type))];
}

function elements(name: string, type: ColumnType): SchemaElement[] {
  if (type !== 'list') return [{ name, repetition_type: 'OPTIONAL', ...PRIMITIVE[type] }];
  return [
    { name, repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', repetition_type: 'OPTIONAL', ...PRIMITIVE.string },
  ];
}

function columnData<Row>({ name, type, value }: Column<Row>, rows: readonly Row[]): ColumnSource {
  return { name, data: rows.map((row) => stored(type, value(row))) };
}

function stored(type: ColumnType, value: Cell): unknown {
  return type === 'date' && typeof value === 'string' ? new Date(`${value}T00:00:00Z`) : value;
}
