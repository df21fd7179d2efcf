import { IntList } from './int-list.ts';
import { ListTable } from './list-table.ts';
import type { NameEntry } from './senses.ts';

/** The kinds of names by the number that tables keep for them. */
const KINDS: readonly NameEntry['kind'][] = [
  'state',
  'adjective',
  'capital',
  'abbreviation',
  'organisation',
  'office',
  'person',
  'short',
  'outlet',
  'place',
  'initiative',
  'occasion',
];
/** Numbers an entry takes: what it refers to; its cases, kind and fame. */
const WIDTH = 2;
const KIND_BITS = 4;

/** Name entries as numbers, each once. */
export class NameTableBuilder {
  readonly #rows = new IntList();
  readonly #cases = new ListTable<string>();
  readonly #known = new Map<number, number>();

  /** The index of an entry. */
  add(entry: NameEntry): number {
    const cases = this.#cases.indexOf(entry.cases);
    const marks = (((cases << 1) | (entry.famous ? 1 : 0)) << KIND_BITS) | KINDS.indexOf(entry.kind);
    const key = marks * 0x200000 + entry.ref;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const index = this.#rows.length / WIDTH;
    this.#rows.push(entry.ref);
    this.#rows.push(marks);
    this.#known.set(key, index);
    return index;
  }

  build(): { rows: Int32Array; cases: readonly (readonly string[])[] } {
    return { rows: this.#rows.values().slice(), cases: this.#cases.lists };
  }
}

/** Name entries as objects, made when first asked for; the same object each time. */
export class NameTable {
  readonly #rows: Int32Array;
  readonly #cases: readonly (readonly string[])[];
  readonly #made: (NameEntry | undefined)[] = [];

  constructor(rows: Int32Array, cases: readonly (readonly string[])[]) {
    this.#rows = rows;
    this.#cases = cases;
  }

  get size(): number {
    return this.#rows.length / WIDTH;
  }

  at(index: number): NameEntry {
    const known = this.#made[index];
    if (known) return known;
    const ref = this.#rows[index * WIDTH] as number;
    const marks = this.#rows[index * WIDTH + 1] as number;
    const made: NameEntry = {
      kind: KINDS[marks & ((1 << KIND_BITS) - 1)] as NameEntry['kind'],
      ref,
      famous: ((marks >> KIND_BITS) & 1) === 1,
      cases: this.#cases[marks >> (KIND_BITS + 1)] as readonly string[],
    };
    this.#made[index] = made;
    return made;
  }
}
