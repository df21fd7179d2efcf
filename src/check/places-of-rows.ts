import type { Table } from '../world/table.ts';
import type { Problem } from './problem.ts';

/** Where the row of a thing stands: the last table that has it counts, as it does in a run. */
export class RowPlaces {
  readonly #places = new Map<string, { file: string; line: number }>();

  /** @param tables by name, as `organisations.tsv` or `people/asia.tsv`, the built-in ones before a user's own */
  constructor(tables: readonly (readonly [name: string, table: Table])[]) {
    for (const [name, { file, rows }] of tables)
      for (const { line, cells } of rows) this.#places.set(`${groupOf(name)} ${cells['id'] ?? ''}`, { file, line });
  }

  /** @param group a table by its name, or `people` */
  problem(group: string, id: string, message: string): Problem {
    return { ...(this.#places.get(`${group} ${id}`) ?? { file: `knowledge/${group}`, line: 0 }), message };
  }
}

/** What a table is called where things are told apart by table: all of `people/` are one. */
export function groupOf(name: string): string {
  return name.startsWith('people/') ? 'people' : name;
}
