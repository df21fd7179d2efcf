import { type Knowledge, LANGUAGE_COLUMNS, type Names, type Occasion, type Person, type Post } from './knowledge.ts';
import type { TrackKind } from './track-kinds.ts';

/** Knowledge as plain data: people and occasions, of which there are thousands, as lines of text. */
interface PlainKnowledge
  extends Omit<Knowledge, 'roles' | 'forces' | 'byActor' | 'trackKinds' | 'makers' | 'people' | 'occasions'> {
  roles: Parameters<Knowledge['roles']['set']>[1][];
  forces: [verb: string, force: string][];
  trackKinds: TrackKind[];
  makers: [id: string, actors: string[]][];
  byActor: [actor: string, people: number[]][];
  people: string;
  occasions: string;
}

/** What parts the fields of a line, and the parts of a post: no cell of a table holds them. */
const FIELD = '\t';
const PART = '\u001f';
const LINE = '\n';

/**
 * What a run asks of the knowledge, as plain data. The names of people and occasions are in the packs; of a person's only the
 * first in each language stays, which pages show, of an occasion's the first English one.
 */
export function leanKnowledge(knowledge: Knowledge): PlainKnowledge {
  return {
    ...knowledge,
    people: knowledge.people.map(personLine).join(LINE),
    occasions: knowledge.occasions.map(occasionLine).join(LINE),
    roles: [...knowledge.roles.values()],
    forces: [...knowledge.forces],
    trackKinds: [...knowledge.trackKinds.values()],
    makers: [...knowledge.makers],
    byActor: [...knowledge.byActor],
  };
}

/** The knowledge that plain data holds. */
export function knowledgeOf(plain: PlainKnowledge): Knowledge {
  return {
    ...plain,
    people: lines(plain.people).map((line) => new LeanPerson(line)),
    occasions: lines(plain.occasions).map(occasionOf),
    roles: new Map(plain.roles.map((role) => [role.id, role])),
    forces: new Map(plain.forces),
    trackKinds: new Map(plain.trackKinds.map((kind) => [kind.id, kind])),
    makers: new Map(plain.makers),
    byActor: new Map(plain.byActor),
  };
}

function namesOf(english: string): Names {
  return english === '' ? {} : { en: [english] };
}

function lines(text: string): string[] {
  return text === '' ? [] : text.split(LINE);
}

function personLine({ id, name, names, posts }: Person): string {
  const first = LANGUAGE_COLUMNS.map((language) => names[language]?.[0] ?? '');
  const held = posts.flatMap(({ actor, role, from, to }) => [actor, role, from ?? '', to ?? '']);
  return [id, name, first.join(PART), held.join(PART)].join(FIELD);
}

function occasionLine({ id, names, actor, place, from, to, lasts }: Occasion): string {
  return [id, names['en']?.[0] ?? '', actor, place, from, to, lasts ? 'lasts' : ''].join(FIELD);
}

/** A person whose names and posts are taken apart when they are first asked for: a report asks for those of a few. */
class LeanPerson implements Person {
  readonly id: string;
  readonly name: string;
  readonly short = [];
  #names: string | Names;
  #posts: string | Post[];

  constructor(line: string) {
    const [id = '', name = '', names = '', posts = ''] = line.split(FIELD);
    this.id = id;
    this.name = name;
    this.#names = names;
    this.#posts = posts;
  }

  get names(): Names {
    if (typeof this.#names === 'string') this.#names = firstNames(this.#names);
    return this.#names;
  }

  get posts(): Post[] {
    if (typeof this.#posts === 'string') this.#posts = postsOf(this.#posts);
    return this.#posts;
  }
}

function firstNames(text: string): Names {
  const names = text.split(PART);
  return Object.fromEntries(
    LANGUAGE_COLUMNS.flatMap((language, at) => (names[at] ? [[language, [names[at]]] as const] : [])),
  );
}

function postsOf(text: string): Post[] {
  if (text === '') return [];
  const parts = text.split(PART);
  return Array.from({ length: parts.length / 4 }, (_, index) => {
    const [actor, role, from, to] = parts.slice(index * 4, index * 4 + 4) as [string, string, string, string];
    return { actor, role, from: from || null, to: to || null };
  });
}

function occasionOf(line: string): Occasion {
  const [id = '', name = '', actor = '', place = '', from = '', to = '', lasts = ''] = line.split(FIELD);
  return { id, names: namesOf(name), actor, place, from, to, lasts: lasts !== '' };
}
