import type { ActPlace } from '../model/index.ts';
import type { World } from '../world/index.ts';
import type { Knowledge, Names as KnownNames } from '../world/knowledge.ts';
import { type Locale, messageOf } from './catalogue.ts';

/** What the world's knowledge calls things, in the language of the interface. */
export interface Names {
  actor(code: string): string;
  topic(id: string): string;
  place(place: ActPlace): string;
  person(person: { id: string | null; name: string }): string;
  /** The class of a post by its English title: `head-of-state`; null for one the knowledge does not know. */
  postClass(title: string): string | null;
}

interface Tables {
  actors: Map<string, KnownNames>;
  topics: Map<string, KnownNames>;
  places: Map<string, KnownNames>;
  people: Map<string, KnownNames>;
  classes: Map<string, string>;
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
    classes: new Map([...knowledge.roles.values()].map((role) => [role.title, role.class])),
  };
}

/** What the catalogue calls a topic; in English its id says it. */
function topicLabel(locale: Locale, id: string): string | null {
  const label = messageOf(locale, `topic.${id}`);
  if (typeof label === 'string') return label;
  return locale === 'en' ? id.replaceAll('-', ' ') : null;
}
