import { type TableSource, tableIn, tablesUnder } from './own-tables.ts';
import { alternatives, DataError, type Row, type Table } from './table.ts';
import { type TrackKind, trackKind } from './track-kinds.ts';

/** Names by language code; the English list begins with the canonical name. */
export type Names = Readonly<Record<string, readonly string[]>>;

/** A post held for an actor over a tenure; open ends are null. Days are ISO, filled out to whole days. */
export interface Post {
  actor: string;
  role: string;
  from: string | null;
  to: string | null;
}

/** A short form that stands for a person once the text has said who is meant. */
export interface ShortName {
  form: string;
  /** Null: every language in Latin letters. */
  language: string | null;
  /** The whole world knows it alone. */
  famous: boolean;
}

export interface Person {
  id: string;
  name: string;
  names: Names;
  short: ShortName[];
  posts: Post[];
}

/** A thing with an id, names, and the actor or country it belongs to. */
export interface Named {
  id: string;
  names: Names;
}
export interface Organisation extends Named {
  kind: string;
  /** Who belongs to it today. */
  members: string[];
  /** Who belongs or belonged to it, and from when to when; open ends are null. */
  memberships: Membership[];
}
export interface Membership {
  member: string;
  from: string | null;
  to: string | null;
}
export interface Office extends Named {
  actor: string;
}
export interface Outlet extends Named {
  name: string;
  kind: string;
  country: string;
}
/** What a state was called before. */
export interface FormerName extends Named {
  state: string;
  from: string | null;
  to: string | null;
}
export interface Place extends Named {
  name: string;
  country: string;
}
export interface Initiative extends Named {
  kind: string;
  parties: string[];
  from: string | null;
  to: string | null;
}
/** A dated summit or conference. */
export interface Occasion extends Named {
  actor: string;
  place: string;
  from: string;
  to: string;
  /** A war: it tells no day, only that a report which names it was written after it began. */
  lasts: boolean;
}
export interface Topic extends Named {
  parent: string | null;
}
/** A word that a retelling may take for another of its set: import and export, voluntary and forced. */
export interface Contrast extends Named {
  set: string;
}
export interface Role {
  id: string;
  class: string;
  title: string;
}

/** Who leads an actor whose head of state does not: the class of the post, over a span. */
export interface Leader {
  id: string;
  class: string;
  from: string | null;
  to: string | null;
}

/** Everything the tables of `knowledge/` say. */
export interface Knowledge {
  states: Named[];
  formerNames: FormerName[];
  adjectives: Named[];
  capitals: Named[];
  /** Chinese one-character abbreviations of states. */
  abbreviations: Named[];
  organisations: Organisation[];
  offices: Office[];
  people: Person[];
  outlets: Outlet[];
  places: Place[];
  initiatives: Initiative[];
  /** Long processes that texts describe rather than name; as initiatives, but a kind of `track-kinds.tsv`. */
  tracks: Initiative[];
  trackKinds: Map<string, TrackKind>;
  /** Actor codes of those who make a weapon of `initiatives.tsv`, by its id. */
  makers: Map<string, string[]>;
  occasions: Occasion[];
  topics: Topic[];
  contrasts: Contrast[];
  /** What a canonical verb of saying does beyond telling: `admit`, `claim`, `promise`, … */
  forces: Map<string, string>;
  roles: Map<string, Role>;
  leaders: Leader[];
  /** Indices into `people` by actor code. */
  byActor: Map<string, number[]>;
}

/** What naming tracks and their parties takes; a small part of the knowledge, and quickly read. */
export type TrackKnowledge = Pick<
  Knowledge,
  'states' | 'capitals' | 'organisations' | 'offices' | 'initiatives' | 'tracks' | 'trackKinds' | 'makers'
>;

export const LANGUAGE_COLUMNS = ['en', 'vi', 'ru', 'tr', 'zh'] as const;

/**
 * Reads the knowledge tables. Later sources add to earlier ones; a row with an id that is already there replaces it.
 * @throws DataError for a table that cannot be used as it stands
 */
export function loadKnowledge(sources: readonly TableSource[]): Knowledge {
  const read = tablesOf(sources);
  const people = unique(peopleTables(sources).flatMap((table) => table.rows.map((row) => person(row, table))));
  return {
    ...loadTrackKnowledge(sources),
    formerNames: read('former-names.tsv', (row, table) => ({
      ...named(row),
      state: cell(row, 'state'),
      ...span(cell(row, 'span'), row, table),
    })),
    adjectives: read('adjectives.tsv', named),
    abbreviations: read('abbreviations-zh.tsv', named),
    people,
    outlets: read('outlets.tsv', (row) => ({
      ...named(row),
      name: alternatives(cell(row, 'en'))[0] ?? cell(row, 'id'),
      kind: cell(row, 'kind'),
      country: cell(row, 'country'),
    })),
    places: read('places.tsv', (row) => ({
      ...named(row),
      name: alternatives(cell(row, 'en'))[0] ?? cell(row, 'id'),
      country: cell(row, 'country'),
    })),
    occasions: [...read('occasions.tsv', occasion), ...read('contacts.tsv', occasion), ...read('wars.tsv', war)],
    topics: read('topics.tsv', (row) => ({ ...named(row), parent: cell(row, 'parent') || null })),
    contrasts: read('contrasts.tsv', (row) => ({ ...named(row), set: cell(row, 'set') })),
    forces: new Map(
      read('forces.tsv', (row) => ({ id: cell(row, 'id'), verbs: alternatives(cell(row, 'verbs')) })).flatMap(
        ({ id, verbs }) => verbs.map((verb): [string, string] => [verb, id]),
      ),
    ),
    roles: new Map(
      read('roles.tsv', (row) => ({
        id: cell(row, 'id'),
        class: cell(row, 'class'),
        title: cell(row, 'title'),
      })).map((role) => [role.id, role]),
    ),
    leaders: read('leaders.tsv', (row, table) => ({
      id: cell(row, 'id'),
      class: cell(row, 'class'),
      ...span(cell(row, 'span'), row, table),
    })),
    byActor: indexByActor(people),
  };
}

/** Reads the tables that naming tracks and their parties takes. @throws DataError as `loadKnowledge` does */
export function loadTrackKnowledge(sources: readonly TableSource[]): TrackKnowledge {
  const read = tablesOf(sources);
  return {
    states: read('states.tsv', named),
    capitals: read('capitals.tsv', named),
    organisations: read('organisations.tsv', organisation),
    offices: read('offices.tsv', (row) => ({ ...named(row), actor: cell(row, 'actor') })),
    initiatives: read('initiatives.tsv', initiative),
    tracks: read('tracks.tsv', initiative),
    trackKinds: new Map(read('track-kinds.tsv', trackKind).map((kind) => [kind.id, kind])),
    makers: new Map(
      read('makers.tsv', (row) => ({
        id: cell(row, 'id'),
        makers: cell(row, 'makers').split(' ').filter(Boolean),
      })).map(({ id, makers }) => [id, makers]),
    ),
  };
}

type ReadTable = <T extends { id: string }>(file: string, make: (row: Row, table: Table) => T) => T[];

/** Reads a table of each source; a later row replaces an earlier one of its id. */
function tablesOf(sources: readonly TableSource[]): ReadTable {
  const rows = (file: string): [Table, Row][] =>
    sources.flatMap((source) => {
      const table = tableIn(source, file);
      return table.rows.map((row): [Table, Row] => [table, row]);
    });
  return (file, make) => unique(rows(file).map(([table, row]) => make(row, table)));
}

function cell(row: Row, column: string): string {
  return row.cells[column] ?? '';
}

function named(row: Row): Named {
  const names: Record<string, string[]> = {};
  for (const language of LANGUAGE_COLUMNS) {
    const list = alternatives(row.cells[language]);
    if (list.length > 0) names[language] = list;
  }
  return { id: cell(row, 'id'), names };
}

/** Members are codes, with the span of membership behind a colon where it is not all of the organisation's life. */
function organisation(row: Row, table: Table): Organisation {
  const memberships = cell(row, 'members')
    .split(' ')
    .filter(Boolean)
    .map((text): Membership => {
      const [member = '', when = ''] = text.split(':');
      return { member, ...span(when, row, table) };
    });
  const members = memberships.filter(({ to }) => to === null).map(({ member }) => member);
  return { ...named(row), kind: cell(row, 'kind'), members, memberships };
}

function initiative(row: Row, table: Table): Initiative {
  return {
    ...named(row),
    kind: cell(row, 'kind'),
    parties: cell(row, 'parties').split(' ').filter(Boolean),
    ...span(cell(row, 'span'), row, table),
  };
}

function occasion(row: Row, table: Table): Occasion {
  const { from, to } = span(cell(row, 'span'), row, table);
  if (!from || !to)
    throw new DataError(
      table.file,
      row.line,
      `the span "${cell(row, 'span')}" of an occasion needs both ends, as 2024-10-22..2024-10-24`,
    );
  return { ...named(row), actor: cell(row, 'actor'), place: cell(row, 'place'), from, to, lasts: false };
}

function war(row: Row, table: Table): Occasion {
  const { from, to } = span(cell(row, 'span'), row, table);
  if (!from)
    throw new DataError(
      table.file,
      row.line,
      `the span "${cell(row, 'span')}" of a war needs its first day, as 2022-02-24..`,
    );
  return { ...named(row), actor: cell(row, 'actor'), place: '', from, to: to ?? '9999-12-31', lasts: true };
}

function person(row: Row, table: Table): Person {
  const base = named(row);
  const name = base.names['en']?.[0];
  if (!name)
    throw new DataError(
      table.file,
      row.line,
      `the person "${base.id}" has no English name: the column en comes first in the record`,
    );
  return {
    ...base,
    name,
    short: alternatives(cell(row, 'short')).map(shortName),
    posts: alternatives(cell(row, 'posts')).map((post) => parsePost(post, row, table)),
  };
}

function shortName(text: string): ShortName {
  const famous = text.endsWith('*');
  const bare = famous ? text.slice(0, -1) : text;
  const colon = bare.indexOf(':');
  return colon === 2
    ? { form: bare.slice(3), language: bare.slice(0, 2), famous }
    : { form: bare, language: null, famous };
}

function parsePost(text: string, row: Row, table: Table): Post {
  const match = /^(.+) ([a-z][a-z-]*) (\S+)$/.exec(text) ?? /^(.+) ([a-z][a-z-]*)$/.exec(text);
  if (!match)
    throw new DataError(
      table.file,
      row.line,
      `the post "${text}" is not "ACTOR role from..to": write for example "TUR president 2014-08-28.."`,
    );
  return { actor: match[1] as string, role: match[2] as string, ...span(match[3] ?? '', row, table) };
}

/** `from..to` as whole days: a partial start is its first day, a partial end its last. */
function span(text: string, row: Row, table: Table): { from: string | null; to: string | null } {
  if (text === '') return { from: null, to: null };
  const match = /^(\d{4}(?:-\d\d){0,2})?(\.\.)?(\d{4}(?:-\d\d){0,2})?$/.exec(text);
  if (!match)
    throw new DataError(
      table.file,
      row.line,
      `"${text}" is not a span of dates: write 2014-08-28..2018, 2014.. or ..2018-07-09`,
    );
  const [, from, dots, to] = match;
  for (const date of [from, to])
    if (date && !isDate(date))
      throw new DataError(table.file, row.line, `"${date}" of the span "${text}" is no date: write year-month-day`);
  const days = {
    from: from ? firstDay(from) : null,
    to: dots ? (to ? lastDay(to) : null) : from ? lastDay(from) : null,
  };
  if (days.from && days.to && days.from > days.to)
    throw new DataError(table.file, row.line, `the span "${text}" ends before it begins`);
  return days;
}

/** Whether a whole or partial date is in the calendar. */
function isDate(date: string): boolean {
  const whole = `${date}-01-01`.slice(0, 10);
  const time = Date.parse(`${whole}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === whole;
}

export function firstDay(date: string): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

export function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 10) return date;
  const [year, month] = date.split('-').map(Number) as [number, number];
  return `${date}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
}

function peopleTables(sources: readonly TableSource[]): Table[] {
  return sources.flatMap((source) => tablesUnder(source, 'people').map((name) => tableIn(source, name)));
}

function unique<T extends { id: string }>(items: T[]): T[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}

function indexByActor(people: readonly Person[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  people.forEach((person, at) => {
    for (const actor of new Set(person.posts.map((post) => post.actor))) {
      const list = index.get(actor);
      if (list) list.push(at);
      else index.set(actor, [at]);
    }
  });
  return index;
}
