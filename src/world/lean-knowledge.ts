import { indexByActor, type Knowledge, type Names } from './knowledge.ts';

/** Knowledge as plain data. */
type PlainKnowledge = Omit<Knowledge, 'roles' | 'byActor'> & {
  roles: Knowledge['roles'] extends Map<string, infer R> ? R[] : never;
};

/**
 * What coding asks of the knowledge, as plain data. The names of people, outlets, initiatives, occasions and topics are in
 * the packs, so that of theirs only the first English one stays.
 */
export function leanKnowledge(knowledge: Knowledge): PlainKnowledge {
  const { byActor: _, ...rest } = knowledge;
  return {
    ...rest,
    people: knowledge.people.map((person) => ({ ...firstName(person), short: [] })),
    outlets: knowledge.outlets.map(firstName),
    initiatives: knowledge.initiatives.map(firstName),
    occasions: knowledge.occasions.map(firstName),
    topics: knowledge.topics.map(firstName),
    roles: [...knowledge.roles.values()],
  };
}

function firstName<T extends { names: Names }>(item: T): T {
  const first = item.names['en']?.[0];
  return { ...item, names: first === undefined ? {} : { en: [first] } };
}

/** The knowledge that plain data holds. */
export function knowledgeOf(plain: PlainKnowledge): Knowledge {
  let byActor: Knowledge['byActor'] | null = null;
  return {
    ...plain,
    roles: new Map(plain.roles.map((role) => [role.id, role])),
    get byActor() {
      byActor ??= indexByActor(plain.people);
      return byActor;
    },
  };
}
