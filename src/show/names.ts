import type { ActPlace } from '../model/index.ts';
import type { World } from '../world/index.ts';
import type { Knowledge, Names as KnownNames } from '../world/knowledge.ts';
import { type Locale, messageOf } from './catalogue.ts';
import { wordsOf } from './words.ts';

/** What the world's knowledge calls things, in the language of the interface. */
export interface Names {
  actor(code: string): string;
  topic(id: string): string;
  place(place: ActPlace): string;
  person(person: { id: string | null; name: string }): string;
  /** Who speaks, by the canonical English name that the record has; a name that is not known stays as it is. */
  speaker(name: string): string;
  /** A long process: by its own name, or by who applies for what. */
  track(track: { key: string; name: string }): string;
  /** The class of a post by its English title: `head-of-state`; null for one the knowledge does not know. */
  postClass(title: string): string | null;
}

interface Tables {
  actors: Map<string, KnownNames>;
  topics: Map<string, KnownNames>;
  places: Map<string, KnownNames>;
  people: Map<string, KnownNames>;
  initiatives: Map<string, KnownNames>;
  classes: Map<string, string>;
  /** By canonical English name, as the record names who speaks. */
  speakers: Map<string, KnownNames>;
}

/** Names from the knowledge by language; one set of tables for all of them. */
export function openNames(world: World): (locale: Locale) => Names {
  const tables = tablesOf(world.knowledge);
  return (locale) => {
    const first = (names: KnownNames | undefined, otherwise: string) =>
      names?.[locale]?.[0] ?? names?.['en']?.[0] ?? otherwise;
    return {
      actor: (code) => first(tables.actors.get(code), code),
      // The names of a topic are words that show it in a text, and not all of them say what it is.
      topic: (id) => topicLabel(locale, id) ?? tables.topics.get(id)?.[locale]?.[0] ?? id.replaceAll('-', ' '),
      place: ({ id, name }) => first(tables.places.get(id), name),
      person: ({ id, name }) => (id ? first(tables.people.get(id), name) : name),
      speaker: (name) => first(tables.speakers.get(name), name),
      track: (track) => trackName(track, locale, (code) => first(tables.actors.get(code), code), tables.initiatives),
      postClass: (title) => tables.classes.get(title) ?? null,
    };
  };
}

function tablesOf(knowledge: Knowledge): Tables {
  const byId = (rows: readonly { id: string; names: KnownNames }[]) => rows.map((row) => [row.id, row.names] as const);
  return {
    actors: new Map([...byId(knowledge.organisations), ...byId(knowledge.states)]),
    topics: new Map(byId(knowledge.topics)),
    places: new Map([...byId(knowledge.states), ...byId(knowledge.capitals), ...byId(knowledge.places)]),
    people: new Map(byId(knowledge.people)),
    initiatives: new Map(byId([...knowledge.initiatives, ...knowledge.tracks])),
    // Several roles have one title (a president of a state, of an organisation): the first of the table is the usual one.
    classes: new Map([...knowledge.roles.values()].reverse().map((role) => [role.title, role.class])),
    speakers: new Map(
      [...knowledge.people, ...knowledge.offices, ...knowledge.organisations, ...knowledge.states]
        .reverse()
        .map(({ names }) => [names['en']?.[0] ?? '', names]),
    ),
  };
}

/** What the catalogue calls a topic; in English its id says it. */
function topicLabel(locale: Locale, id: string): string | null {
  const label = messageOf(locale, `topic.${id}`);
  if (typeof label === 'string') return label;
  return locale === 'en' ? id.replaceAll('-', ' ') : null;
}

/** `application:SWE:NATO` is told in words; another key begins with the id of an initiative, whose name the knowledge has. */
function trackName(
  { key, name }: { key: string; name: string },
  locale: Locale,
  actor: (code: string) => string,
  initiatives: ReadonlyMap<string, KnownNames>,
): string {
  const [id = '', first, second] = key.split(':');
  if (id === 'application' && first && second)
    return wordsOf(locale).text('track.application', { applicant: actor(first), organisation: actor(second) });
  const own = initiatives.get(id)?.[locale]?.[0] ?? initiatives.get(id)?.['en']?.[0];
  if (!own) return name;
  return first ? `${own}: ${actor(first)}` : own;
}
