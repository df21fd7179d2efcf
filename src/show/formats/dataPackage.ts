import { createHash, type Hash } from 'node:crypto';
import type { ReadoutEvent } from '../../model/index.ts';
import { actTable } from './actTable.ts';
import type { ColumnType, Table } from './columns.ts';
import { csvHeader, csvRow } from './csv.ts';
import { eventTable } from './eventTable.ts';
import type { FormatContext } from './format.ts';
import { reportTable } from './reportTable.ts';
import { statementTable } from './statementTable.ts';

/** Where a file of the package goes. */
export interface PackageFile {
  write(text: string): Promise<void>;
  end(): Promise<void>;
}

/** The tables of a package, in the order the data dictionary has them. */
export const TABLES = { events: eventTable, acts: actTable, statements: statementTable, reports: reportTable };

/**
 * Writes events with their acts, statements and reports as a Frictionless Data Package: four tables and `datapackage.json`.
 * @param open makes a file of the package by its name
 */
export async function writeDataPackage(
  events: Iterable<ReadoutEvent>,
  context: FormatContext,
  open: (name: string) => Promise<PackageFile>,
): Promise<void> {
  const start = <Row>(table: Table<Row>) => TableWriter.start(table, open, context.spreadsheet ?? false);
  const [event, act, statement, report] = await Promise.all([
    start(eventTable),
    start(actTable),
    start(statementTable),
    start(reportTable),
  ]);
  const told = new Set<string>();
  for (const one of events) {
    await event.add(one);
    const ids = new Set(one.acts.map((of) => of.act));
    for (const coded of context.store.reportsOf(one)) {
      for (const found of coded.acts) if (ids.has(found.id)) await act.add({ act: found, coded, event: one.id });
      if (told.has(coded.report.id)) continue;
      told.add(coded.report.id);
      await report.add(coded);
      for (const found of coded.statements) await statement.add({ statement: found, coded });
    }
  }
  const resources = [await event.end(), await act.end(), await statement.end(), await report.end()];
  const file = await open('datapackage.json');
  await file.write(`${JSON.stringify(descriptor(context, resources), null, 2)}\n`);
  await file.end();
}

/** Writes one table, and keeps what the descriptor says of it. */
class TableWriter<Row> {
  readonly #table: Table<Row>;
  readonly #file: PackageFile;
  readonly #spreadsheet: boolean;
  readonly #hash: Hash = createHash('sha256');
  #bytes = 0;

  constructor(table: Table<Row>, file: PackageFile, spreadsheet: boolean) {
    this.#table = table;
    this.#file = file;
    this.#spreadsheet = spreadsheet;
  }

  static async start<Row>(
    table: Table<Row>,
    open: (name: string) => Promise<PackageFile>,
    spreadsheet: boolean,
  ): Promise<TableWriter<Row>> {
    const writer = new TableWriter(table, await open(`${table.name}.csv`), spreadsheet);
    await writer.#write(csvHeader(table));
    return writer;
  }

  add(row: Row): Promise<void> {
    return this.#write(csvRow(this.#table, row, this.#spreadsheet));
  }

  async end(): Promise<Resource> {
    await this.#file.end();
    return resource(this.#table, this.#bytes, this.#hash.digest('hex'));
  }

  #write(text: string): Promise<void> {
    const bytes = Buffer.from(text);
    this.#bytes += bytes.length;
    this.#hash.update(bytes);
    return this.#file.write(text);
  }
}

type Resource = Readonly<Record<string, unknown>>;

function descriptor({ title, query }: FormatContext, resources: readonly Resource[]): Resource {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'readout',
    title,
    description: `Written by readout export${query === '' ? '' : ` for ${query}`}: who dealt with whom, when, how, about what, and according to whom.`,
    resources,
  };
}

function resource<Row>({ name, about, columns, key, links }: Table<Row>, bytes: number, hash: string): Resource {
  return {
    name,
    path: `${name}.csv`,
    description: about,
    type: 'table',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { lineTerminator: '\r\n' },
    bytes,
    hash: `sha256:${hash}`,
    schema: {
      fields: columns.map((column) => ({ name: column.name, ...FIELD[column.type], description: column.about })),
      missingValues: [''],
      primaryKey: key,
      foreignKeys: links.map(([fields, target, field]) => ({
        fields: [fields],
        reference: { resource: target, fields: [field] },
      })),
    },
  };
}

/** The types of columns in the words of Table Schema. */
const FIELD: Readonly<Record<ColumnType, Resource>> = {
  string: { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  date: { type: 'date' },
  list: { type: 'list', delimiter: '; ', itemType: 'string' },
};
