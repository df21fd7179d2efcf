import type { Knowledge } from '../world/knowledge.ts';
import type { Row, Table } from '../world/table.ts';
import type { Problem } from './problem.ts';
import { nearest, type Refers, type TableForm } from './table-forms.ts';

/** What the cells of tables may name. */
export class References {
  readonly #states: ReadonlySet<string>;
  readonly #actors: ReadonlySet<string>;
  readonly #topics: ReadonlySet<string>;

  constructor(knowledge: Knowledge) {
    this.#states = new Set(knowledge.states.map(({ id }) => id));
    this.#actors = new Set([...this.#states, ...knowledge.organisations.map(({ id }) => id)]);
    this.#topics = new Set(knowledge.topics.map(({ id }) => id));
  }

  /** Cells of a table that name what no table has. */
  check(table: Table, form: TableForm): Problem[] {
    return table.rows.flatMap((row) =>
      Object.entries(form.refers).flatMap(([column, refers]) =>
        this.#unknown(row.cells[column] ?? '', refers).map((name) => this.#problem(table, row, column, name, refers)),
      ),
    );
  }

  /** What an actor is that no table has, in words. */
  noActor(code: string): string {
    // Of three letters any other code is near.
    const near = code.length > 3 ? nearest(code, this.#actors) : null;
    return `"${code}" is no state (ISO 3166-1 alpha-3) and no organisation of organisations.tsv${near ? `: did you mean ${near}?` : ''}`;
  }

  isActor(code: string): boolean {
    return this.#actors.has(code);
  }

  #unknown(cell: string, refers: Refers): string[] {
    if (cell === '') return [];
    if (refers === 'topic') return this.#topics.has(cell) ? [] : [cell];
    if (refers === 'state') return cell.split('; ').filter((code) => !this.#states.has(code));
    if (refers === 'states') return cell.split(' ').filter((code) => code !== '' && !this.#states.has(code));
    if (refers === 'own-actor') return this.#actors.has(cell) ? [] : [cell];
    // Behind a colon stands from when to when.
    return this.#unknownActors(
      cell
        .split(' ')
        .map((word) => word.replace(/:.*/, ''))
        .filter(Boolean),
    );
  }

  /** Names of organisations may have spaces: the longest that is known is taken each time. */
  #unknownActors(words: readonly string[]): string[] {
    const unknown: string[] = [];
    for (let at = 0; at < words.length; ) {
      let end = words.length;
      while (end > at && !this.#actors.has(words.slice(at, end).join(' '))) end--;
      if (end === at) unknown.push(words[at++] as string);
      else at = end;
    }
    return unknown;
  }

  #problem({ file }: Table, { line, cells }: Row, column: string, name: string, refers: Refers): Problem {
    const of = `of "${cells['id'] ?? ''}"`;
    if (refers === 'topic') return { file, line, message: `the ${column} "${name}" ${of} is no topic of topics.tsv` };
    if (refers === 'state' || refers === 'states')
      return {
        file,
        line,
        message: `"${name}" in ${column} ${of} is no state: write codes as ISO 3166-1 alpha-3 has them, such as VNM`,
      };
    return { file, line, message: `in ${column} ${of}: ${this.noActor(name)}` };
  }
}
