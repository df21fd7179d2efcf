import type { Knowledge, Organisation } from './knowledge.ts';

const BY_ID = new WeakMap<Knowledge, ReadonlyMap<string, Organisation>>();

/** The organisation of an id; undefined where it is that of a state, or of nobody. */
export function organisationOf(knowledge: Knowledge, id: string | undefined): Organisation | undefined {
  let byId = BY_ID.get(knowledge);
  if (!byId) {
    byId = new Map(knowledge.organisations.map((organisation) => [organisation.id, organisation]));
    BY_ID.set(knowledge, byId);
  }
  return id === undefined ? undefined : byId.get(id);
}

/** Who belonged to an organisation on a day. */
export function membersOn({ memberships }: Organisation, day: string): string[] {
  return memberships.filter(({ from, to }) => (from ?? '') <= day && day <= (to ?? '9999')).map(({ member }) => member);
}
