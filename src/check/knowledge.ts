import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Knowledge, Person, World } from '../world/index.ts';
import { LANGUAGE_COLUMNS } from '../world/knowledge.ts';
import { readTable, type Table } from '../world/table.ts';
import type { Problem } from './problem.ts';

/** Posts of which a state has one holder at a time. */
const SINGLE = new Set(['head-of-state', 'head-of-government', 'foreign-minister', 'defence-minister']);

/** Checks the knowledge tables: source, ids, names, references between tables. */
export function checkKnowledge(world: World): Problem[] {
  const tables = knowledgeTables(world.root);
  return [
    ...tables.flatMap(checkTable),
    ...checkPeople(world.knowledge, tables),
    ...checkActors(world.knowledge, tables),
    ...checkTracks(world.knowledge, tables),
  ];
}

function knowledgeTables(root: string): Table[] {
  const folder = join(root, 'knowledge');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsv'));
  return files.sort().map((name) => readTable(join(folder, name)));
}

function checkTable(table: Table): Problem[] {
  const problems: Problem[] = [];
  if (!table.source)
    problems.push({ file: table.file, line: 1, message: 'says no source: write "# source: …" above the header' });
  const seen = new Map<string, number>();
  for (const row of table.rows) {
    const id = row.cells['id'];
    if (id === undefined) continue;
    if (id === '') problems.push({ file: table.file, line: row.line, message: 'has no id in its first cell' });
    const first = seen.get(id);
    if (first !== undefined)
      problems.push({ file: table.file, line: row.line, message: `the id "${id}" is already on line ${first}` });
    seen.set(id, row.line);
    for (const language of LANGUAGE_COLUMNS)
      if (row.cells[language] !== undefined && row.cells[language] !== row.cells[language]?.normalize('NFC'))
        problems.push({ file: table.file, line: row.line, message: `the ${language} names are not NFC` });
  }
  return problems;
}

function checkPeople(knowledge: Knowledge, tables: readonly Table[]): Problem[] {
  const lineOf = lines(tables, 'people');
  return knowledge.people.flatMap((person) =>
    person.posts.flatMap((post) => {
      const place = lineOf.get(person.id) ?? { file: 'knowledge/people', line: 0 };
      if (!knowledge.roles.has(post.role))
        return [{ ...place, message: `there is no role "${post.role}" in roles.tsv` }];
      if (post.from && post.to && post.from > post.to)
        return [
          {
            ...place,
            message: `${person.name} is ${post.role} from ${post.from} to ${post.to}: the end is before the beginning`,
          },
        ];
      return overlap(knowledge, person, post, place);
    }),
  );
}

/** Two people in one single-holder post at a time, beyond the days of a handover. */
function overlap(
  knowledge: Knowledge,
  person: Person,
  post: Person['posts'][number],
  place: { file: string; line: number },
): Problem[] {
  if (!SINGLE.has(knowledge.roles.get(post.role)?.class ?? '') || !post.from) return [];
  const others = (knowledge.byActor.get(post.actor) ?? []).map((index) => knowledge.people[index] as Person);
  const rival = others.find(
    (other) =>
      other.id > person.id &&
      other.posts.some((held) => held.actor === post.actor && held.role === post.role && daysShared(held, post) > 45),
  );
  return rival
    ? [{ ...place, message: `${person.name} and ${rival.name} are both ${post.role} of ${post.actor} at a time` }]
    : [];
}

/** A tenure known to the year only runs, as a span of days, over its neighbours'. */
function isToTheYear(post: Person['posts'][number]): boolean {
  return (post.from?.endsWith('-01-01') ?? false) || (post.to?.endsWith('-12-31') ?? false);
}

function daysShared(left: Person['posts'][number], right: Person['posts'][number]): number {
  if (!left.from || !right.from || isToTheYear(left) || isToTheYear(right)) return 0;
  const [, from] = [left.from, right.from].sort();
  const [to] = [left.to ?? '2026-12-31', right.to ?? '2026-12-31'].sort();
  return (Date.parse(to as string) - Date.parse(from as string)) / 86_400_000;
}

function lines(tables: readonly Table[], folder: string): Map<string, { file: string; line: number }> {
  return new Map(
    tables
      .filter((table) => table.file.includes(folder))
      .flatMap((table) =>
        table.rows.map((row) => [row.cells['id'] ?? '', { file: table.file, line: row.line }] as const),
      ),
  );
}

/** Every actor that a table names is a state or an organisation. */
function checkActors(knowledge: Knowledge, tables: readonly Table[]): Problem[] {
  const actors = new Set([...knowledge.states, ...knowledge.organisations].map((actor) => actor.id));
  const lineOf = lines(tables, '');
  const named: { id: string; actors: string[] }[] = [
    ...knowledge.offices.map((office) => ({ id: office.id, actors: [office.actor] })),
    ...knowledge.people.map((person) => ({ id: person.id, actors: person.posts.map((post) => post.actor) })),
  ];
  return named.flatMap(({ id, actors: list }) =>
    list
      .filter((actor) => !actors.has(actor))
      .map((actor) => ({
        ...(lineOf.get(id) ?? { file: 'knowledge', line: 0 }),
        message: `"${actor}" of "${id}" is no state (ISO 3166-1 alpha-3) and no organisation of organisations.tsv`,
      })),
  );
}

/** Every kind of track, and every maker of arms, is one that the tables know. */
function checkTracks(knowledge: Knowledge, tables: readonly Table[]): Problem[] {
  const initiatives = new Map(knowledge.initiatives.map((initiative) => [initiative.id, initiative]));
  const tracked = new Set([...knowledge.trackKinds.values()].flatMap((kind) => kind.initiatives));
  const place = (file: string, id: string) =>
    lines(tables, `/${file}`).get(id) ?? { file: `knowledge/${file}`, line: 0 };
  return [
    ...knowledge.tracks
      .filter(({ kind }) => !knowledge.trackKinds.has(kind))
      .map(({ id, kind }) => ({
        ...place('tracks.tsv', id),
        message: `there is no kind "${kind}" in track-kinds.tsv`,
      })),
    ...knowledge.initiatives
      .filter(({ kind }) => !tracked.has(kind))
      .map(({ id, kind }) => ({
        ...place('initiatives.tsv', id),
        message: `no row of track-kinds.tsv is for initiatives of the kind "${kind}"`,
      })),
    ...[...knowledge.makers.keys()]
      .filter((id) => initiatives.get(id)?.kind !== 'weapon')
      .map((id) => ({ ...place('makers.tsv', id), message: `there is no weapon "${id}" in initiatives.tsv` })),
  ];
}
