import { join } from 'node:path';
import { slug } from '../../world/fold.ts';
import { type Knowledge, LANGUAGE_COLUMNS, loadKnowledge } from '../../world/knowledge.ts';
import { DataError } from '../../world/table.ts';
import { type Binding, bindingsOf } from './bindings.ts';
import { GatheredNames, tidy } from './names.ts';
import { given, PostReader } from './posts.ts';

/** A table made of a query result. */
export interface Imported {
  /** Its name in a folder of tables: `people/wikidata.tsv`. */
  name: string;
  text: string;
  rows: number;
  /** What was left out and why, with how often. */
  left: { reason: string; times: number }[];
}

/** What a query may be about: the variable of the thing, the table, and the columns beside the names. */
interface Kind {
  variables: readonly string[];
  table: string;
  columns: readonly string[];
}

const KINDS: readonly Kind[] = [
  { variables: ['person'], table: 'people/wikidata.tsv', columns: ['id', 'posts'] },
  {
    variables: ['organisation', 'organization', 'org'],
    table: 'organisations.tsv',
    columns: ['id', 'kind', 'members'],
  },
  { variables: ['outlet', 'medium'], table: 'outlets.tsv', columns: ['id', 'kind', 'country', 'domains'] },
  { variables: ['place', 'city'], table: 'places.tsv', columns: ['id', 'country'] },
];

/** One thing, gathered from all rows that are about it. */
interface Thing {
  names: GatheredNames;
  cells: Map<string, Set<string>>;
}

/**
 * Turns a query result into a table of a user's own. What the built-in tables have by the same id is left out unless `all` is
 * asked for, since its row would take their place.
 * @throws DataError for a file that is no query result, or that is about nothing that a table can hold
 */
export function importWikidata(root: string, file: string, content: string, all = false): Imported {
  const bindings = bindingsOf(file, content);
  const { kind, variable } = kindOf(file, bindings);
  const reader = new Reader(root, kind, variable);
  for (const binding of bindings) reader.take(binding);
  return reader.table(file, all);
}

function kindOf(file: string, bindings: readonly Binding[]): { kind: Kind; variable: string } {
  if (bindings.length === 0) throw new DataError(file, 1, 'has no rows: the query found nothing');
  const variables = new Set(bindings.flatMap((binding) => [...binding.keys()]));
  for (const kind of KINDS)
    for (const variable of kind.variables) if (variables.has(variable)) return { kind, variable };
  throw new DataError(
    file,
    1,
    `no variable says what it is about: name one ?person, ?organisation, ?outlet or ?place (there are ${[...variables].map((name) => `?${name}`).join(', ')})`,
  );
}

/** Gathers the rows of a result by what they are about. */
class Reader {
  readonly #kind: Kind;
  readonly #variable: string;
  readonly #knowledge: Knowledge;
  readonly #posts: PostReader;
  readonly #things = new Map<string, Thing>();
  readonly #left = new Map<string, number>();

  constructor(root: string, kind: Kind, variable: string) {
    this.#kind = kind;
    this.#variable = variable;
    this.#knowledge = loadKnowledge([join(root, 'knowledge')]);
    this.#posts = new PostReader(root, this.#knowledge);
  }

  take(binding: Binding): void {
    const thing = this.#thingOf(binding.get(this.#variable)?.text ?? '');
    thing.names.take(binding, this.#variable);
    if (this.#kind.columns.includes('posts')) this.#takePost(thing, binding);
    else for (const [column, value] of this.#cells(binding)) add(thing, column, value);
    const family = given(binding, ['familynamelabel', 'familyname', 'short']);
    if (family) add(thing, 'short', tidy(family));
  }

  table(file: string, all: boolean): Imported {
    const columns = [
      ...this.#kind.columns,
      ...LANGUAGE_COLUMNS,
      ...(this.#kind.columns.includes('posts') ? ['short'] : []),
    ];
    const known = this.#knownIds();
    const rows = new Map<string, string>();
    for (const thing of this.#things.values()) {
      const name = thing.names.first('en');
      if (name === null) this.#leave('no English name');
      else if (!all && known.has(this.#idOf(name))) this.#leave('known already (--all writes them too)');
      else if (rows.has(this.#idOf(name))) this.#leave(`another one is called ${name} too`);
      else rows.set(this.#idOf(name), this.#row(columns, this.#idOf(name), thing));
    }
    const source = `# source: Wikidata (CC0), the query result ${file.split('/').at(-1)}`;
    const lines = [...rows].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, row]) => row);
    return {
      name: this.#kind.table,
      text: `${[source, columns.join('\t'), ...lines].join('\n')}\n`,
      rows: lines.length,
      left: [...this.#left].map(([reason, times]) => ({ reason, times })),
    };
  }

  #thingOf(address: string): Thing {
    const thing = this.#things.get(address) ?? { names: new GatheredNames(), cells: new Map() };
    this.#things.set(address, thing);
    return thing;
  }

  #takePost(thing: Thing, binding: Binding): void {
    const read = this.#posts.read(binding);
    if (read && 'post' in read) add(thing, 'posts', read.post);
    if (read && 'reason' in read) this.#leave(read.reason);
  }

  /** The cells of a row that is about no person. */
  #cells(binding: Binding): [string, string][] {
    const country = this.#posts.actorIn(binding);
    const website = given(binding, ['domain', 'website']) ?? binding.get('website')?.text ?? '';
    const cells: [string, string | null][] = [
      ['country', country],
      ['kind', given(binding, ['kind'])],
      ['members', this.#posts.stateIn(binding, ['membercode', 'member', 'memberlabel'])],
      ['domains', website.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/.*$/, '') || null],
    ];
    return cells.filter((cell): cell is [string, string] => cell[1] !== null && this.#kind.columns.includes(cell[0]));
  }

  #row(columns: readonly string[], id: string, { names, cells }: Thing): string {
    return columns
      .map((column) => {
        if (column === 'id') return id;
        if ((LANGUAGE_COLUMNS as readonly string[]).includes(column)) return names.cell(column);
        const values = [...(cells.get(column) ?? [])].sort();
        return column === 'kind' && values.length === 0
          ? this.#usualKind()
          : values.join(column === 'members' ? ' ' : '; ');
      })
      .join('\t');
  }

  #usualKind(): string {
    return this.#kind.table === 'outlets.tsv' ? 'site' : 'group';
  }

  #idOf(name: string): string {
    return this.#kind.table === 'organisations.tsv' ? name : slug(name);
  }

  #knownIds(): Set<string> {
    const { people, organisations, outlets, places } = this.#knowledge;
    const lists = { people, organisations, outlets, places };
    const list = lists[this.#kind.table.split(/[/.]/)[0] as keyof typeof lists];
    return new Set(list.map(({ id }) => id));
  }

  #leave(reason: string): void {
    this.#left.set(reason, (this.#left.get(reason) ?? 0) + 1);
  }
}

function add(thing: Thing, column: string, value: string): void {
  const known = thing.cells.get(column);
  if (known) known.add(value);
  else thing.cells.set(column, new Set([value]));
}
