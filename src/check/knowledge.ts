import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Knowledge, loadKnowledge } from '../world/knowledge.ts';
import { DataError, readTable, type Table } from '../world/table.ts';
import { checkClashes } from './clashes.ts';
import { ownTables, problemOf } from './own-files.ts';
import { type Beside, checkOwnTable, decomposed, repeatedIds } from './own-rows.ts';
import { groupOf, RowPlaces } from './places-of-rows.ts';
import type { Problem } from './problem.ts';
import { References } from './references.ts';
import { formOf } from './table-forms.ts';
import { checkTenures } from './tenures.ts';

type NamedTable = readonly [name: string, table: Table];

/** Checks the knowledge tables of a root: source, ids, names, references between tables, tenures, clashes. */
export function checkKnowledge(root: string): Problem[] {
  const tables = knowledgeTables(root);
  const knowledge = loadKnowledge([join(root, 'knowledge')]);
  const [references, places] = [new References(knowledge), new RowPlaces(tables)];
  return [
    ...tables.flatMap(([, table]) => checkTable(table)),
    ...repeatedIds(tables.filter(([name]) => name.startsWith('people/')).map(([, table]) => table)),
    ...referring(tables, references),
    ...checkTenures(knowledge, references, places),
    ...checkFormerNames(knowledge, places),
    ...checkTracks(knowledge, places),
    ...checkClashes(knowledge, places),
  ];
}

/**
 * Checks a folder of a user's own tables, by themselves and beside the built-in ones. Problems of files, headers and cells come
 * first: while there are some that keep a table from being read, what it refers to is not looked at.
 */
export function checkOwnKnowledge(root: string, folder: string): Problem[] {
  const { tables, problems } = ownTables(folder);
  const builtIn = knowledgeTables(root);
  const cells = [...tables].flatMap(([name, table]) => {
    const form = formOf(name);
    return form ? checkOwnTable(table, form, besideOf(builtIn, name, form.kind)) : [];
  });
  const people = [...tables].filter(([name]) => name.startsWith('people/')).map(([, table]) => table);
  const repeated = people.length > 1 ? repeatedIds(people).filter(({ message }) => message.includes(' of ')) : [];
  const found = [...problems, ...cells, ...repeated];
  const loaded = tryLoad(root, folder, tables);
  if (loaded.problems.length > 0) return [...found, ...loaded.problems];
  return [...found, ...checkBeside(loaded.knowledge as Knowledge, builtIn, [...tables])];
}

/** What a user's rows refer to, and whom they clash with. */
function checkBeside(knowledge: Knowledge, builtIn: readonly NamedTable[], own: readonly NamedTable[]): Problem[] {
  const [references, places] = [new References(knowledge), new RowPlaces([...builtIn, ...own])];
  const ids = new Set(own.flatMap(([name, { rows }]) => rows.map(({ cells }) => `${groupOf(name)} ${cells['id']}`)));
  const isOwn = (group: string, id: string): boolean => ids.has(`${group} ${id}`);
  return [
    ...referring(own, references),
    ...checkTenures(knowledge, references, places, (person) => isOwn('people', person)),
    ...checkFormerNames(knowledge, places, isOwn),
    ...checkTracks(knowledge, places, isOwn),
    ...checkClashes(knowledge, places, isOwn),
  ];
}

/** The knowledge with a user's tables, or what is wrong in each of them that keeps it from being read. */
function tryLoad(
  root: string,
  folder: string,
  tables: ReadonlyMap<string, Table>,
): { knowledge: Knowledge | null; problems: Problem[] } {
  const problems: Problem[] = [];
  let good: ReadonlyMap<string, Table> = tables;
  for (;;) {
    try {
      const texts = Object.fromEntries([...good].map(([name, table]) => [name, written(table)]));
      const knowledge = loadKnowledge([join(root, 'knowledge'), texts]);
      return { knowledge, problems };
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      const name = [...good.keys()].find((one) => one === error.file) as string;
      problems.push({ ...problemOf(error), file: join(folder, name) });
      good = withoutLine(good, name, error.line);
    }
  }
}

/** A table as text, each row on the line that it stands on, so that a fault names the line of the file. */
function written({ columns, rows }: Table): string {
  const lines: string[] = [];
  for (const { line, cells } of rows) {
    while (lines.length < line - 1) lines.push('');
    lines.push(columns.map((column) => cells[column] ?? '').join('\t'));
  }
  // The header takes the place of an empty line before the rows.
  return [columns.join('\t'), ...lines.slice(1)].join('\n');
}

function withoutLine(tables: ReadonlyMap<string, Table>, name: string, line: number): ReadonlyMap<string, Table> {
  const table = tables.get(name) as Table;
  return new Map([...tables, [name, { ...table, rows: table.rows.filter((row) => row.line !== line) }]]);
}

function besideOf(builtIn: readonly NamedTable[], name: string, kind: string | undefined): Beside {
  const table = builtIn.find(([one]) => (name.startsWith('people/') ? one.startsWith('people/') : one === name))?.[1];
  return {
    columns: table?.columns ?? [],
    kinds: new Set(kind ? table?.rows.map(({ cells }) => cells[kind] ?? '').filter(Boolean) : []),
  };
}

function knowledgeTables(root: string): NamedTable[] {
  const folder = join(root, 'knowledge');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsv'));
  return files.sort().map((name) => [name.replaceAll('\\', '/'), readTable(join(folder, name))]);
}

function referring(tables: readonly NamedTable[], references: References): Problem[] {
  return tables.flatMap(([name, table]) => {
    const form = formOf(name);
    return form ? references.check(table, form) : [];
  });
}

function checkTable(table: Table): Problem[] {
  const say = (line: number, message: string): Problem => ({ file: table.file, line, message });
  const source = table.source ? [] : [say(1, 'says no source: write "# source: …" above the header')];
  const rows = table.rows.flatMap(({ line, cells }) => [
    ...(cells['id'] === '' ? [say(line, 'has no id in its first cell')] : []),
    ...decomposed(cells).map((message) => say(line, message)),
  ]);
  return [...source, ...repeatedIds([table]), ...rows];
}

/** A name that nothing in a text is taken by: former names are read because states.tsv has them. */
function checkFormerNames(
  { formerNames, states }: Knowledge,
  places: RowPlaces,
  isOf: (table: string, id: string) => boolean = () => true,
): Problem[] {
  return formerNames
    .filter(({ id }) => isOf('former-names.tsv', id))
    .flatMap(({ id, state, names }) => {
      const known = states.find((one) => one.id === state)?.names ?? {};
      return Object.entries(names).flatMap(([language, forms]) =>
        forms
          .filter((form) => !known[language]?.includes(form))
          .map((form) =>
            places.problem('former-names.tsv', id, `"${form}" is no ${language} name of ${state} in states.tsv`),
          ),
      );
    });
}

/** Every kind of track, and every maker of arms, is one that the tables know. */
function checkTracks(
  knowledge: Knowledge,
  places: RowPlaces,
  isOf: (table: string, id: string) => boolean = () => true,
): Problem[] {
  const initiatives = new Map(knowledge.initiatives.map((initiative) => [initiative.id, initiative]));
  const tracked = new Set([...knowledge.trackKinds.values()].flatMap((kind) => kind.initiatives));
  return [
    ...knowledge.tracks
      .filter(({ id, kind }) => isOf('tracks.tsv', id) && !knowledge.trackKinds.has(kind))
      .map(({ id, kind }) => places.problem('tracks.tsv', id, `there is no kind "${kind}" in track-kinds.tsv`)),
    ...knowledge.initiatives
      .filter(({ id, kind }) => isOf('initiatives.tsv', id) && !tracked.has(kind))
      .map(({ id, kind }) =>
        places.problem('initiatives.tsv', id, `no row of track-kinds.tsv is for initiatives of the kind "${kind}"`),
      ),
    ...[...knowledge.makers.keys()]
      .filter((id) => isOf('makers.tsv', id) && initiatives.get(id)?.kind !== 'weapon')
      .map((id) => places.problem('makers.tsv', id, `there is no weapon "${id}" in initiatives.tsv`)),
  ];
}
