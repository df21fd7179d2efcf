import type { Knowledge, Names, Occasion, Person, Post } from './knowledge.ts';

/** Knowledge as plain data: people and occasions, of which there are thousands, as lines of text. */
interface PlainKnowledge extends Omit<Knowledge, 'roles' | 'byActor' | 'people' | 'occasions'> {
  roles: Parameters<Knowledge['roles']['set']>[1][];
  byActor: [actor: string, people: number[]][];
  people: string;
  occasions: string;
}

/** What parts the fields of a line, and the parts of a post: no cell of a table holds them. */
const FIELD = '\t';
const PART = '\u001f';
const LINE = '\n';

/**
 * What coding asks of the knowledge, as plain data. The names of people, outlets, initiatives, occasions and topics are in
 * the packs, so that of theirs only the first English one stays.
 */
export function leanKnowledge(knowledge: Knowledge): PlainKnowledge {
  return {
    ...knowledge,
    people: knowledge.people.map(personLine).join(LINE),
    outlets: knowledge.outlets.map(firstName),
    initiatives: knowledge.initiatives.map(firstName),
    occasions: knowledge.occasions.map(occasionLine).join(LINE),
    topics: knowledge.topics.map(firstName),
    roles: [...knowledge.roles.values()],
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
    byActor: new Map(plain.byActor),
  };
}

function firstName<T extends { names: Names }>(item: T): T {
  return { ...item, names: namesOf(item.names['en']?.[0] ?? '') };
}

function namesOf(english: string): Names {
  return english === '' ? {} : { en: [english] };
}

function lines(text: string): string[] {
  return text === '' ? [] : text.split(LINE);
}

function personLine({ id, name, posts }: Person): string {
  const held = posts.flatMap(({ actor, role, from, to }) => [actor, role, from ?? '', to ?? '']);
  return [id, name, held.join(PART)].join(FIELD);
}

function occasionLine({ id, names, actor, place, from, to, lasts }: Occasion): string {
  return [id, names['en']?.[0] ?? '', actor, place, from, to, lasts ? 'lasts' : ''].join(FIELD);
}

/** A person whose posts are taken apart when they are first asked for: a report asks for those of a few. */
class LeanPerson implements Person {
  readonly id: string;
  readonly name: string;
  readonly short = [];
  #posts: string | Post[];

  constructor(line: string) {
    const name = line.indexOf(FIELD);
    const posts = line.indexOf(FIELD, name + 1);
    this.id = line.slice(0, name);
    this.name = line.slice(name + 1, posts);
    this.#posts = line.slice(posts + 1);
  }

  get names(): Names {
    return namesOf(this.name);
  }

  get posts(): Post[] {
    if (typeof this.#posts === 'string') this.#posts = postsOf(this.#posts);
    return this.#posts;
  }
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
