import { slug } from '../world/fold.ts';
import type { Knowledge, NameEntry, Person, Post } from '../world/index.ts';
import { organisationOf } from '../world/organisations.ts';
import type { MentionedPerson } from './marked.ts';
import { classOf, fitsRole } from './roles.ts';
import { soundsAlike } from './sounds-alike.ts';

/** How long after the end of a tenure somebody still stands for the actor: the day of a text is not always known. */
const GRACE_DAYS = 31;

/** Answers who is who on the day of a report. Made once a report. */
export class PersonFinder {
  readonly #knowledge: Knowledge;
  readonly #day: string | null;
  /** People the report has named in full, by knowledge index, with how often. */
  readonly #named = new Map<number, number>();

  constructor(knowledge: Knowledge, day: string | null) {
    this.#knowledge = knowledge;
    this.#day = day;
  }

  /** Remembers that the report names somebody in full, so that short forms can mean that person. */
  remember(entry: NameEntry): void {
    if (entry.kind === 'person') this.#named.set(entry.ref, (this.#named.get(entry.ref) ?? 0) + 1);
  }

  /** Whether the report names somebody in full, or has brought him in by post. */
  isNamed(index: number): boolean {
    return this.#named.has(index);
  }

  /** Somebody whom the report has brought in by post or state: from here on the family name means that person. */
  introduce(index: number): void {
    this.#named.set(index, (this.#named.get(index) ?? 0) + 1);
  }

  /**
   * The person an ambiguous name means, or null: the one in office for the actor or with the post that the phrase
   * names, the one the report has named in full, the one the whole world knows.
   */
  choose(entries: readonly NameEntry[], actor: string | null, role: string | null, introduced: boolean): number | null {
    let best: number | null = null;
    let bestScore = 0;
    for (const entry of entries) {
      const score = this.#score(entry, actor, role, introduced);
      if (score > bestScore) {
        best = entry.ref;
        bestScore = score;
      }
    }
    return best;
  }

  #score(entry: NameEntry, actor: string | null, role: string | null, introduced: boolean): number {
    const person = this.#knowledge.people[entry.ref] as Person;
    const post = this.postOf(person);
    let score = entry.kind === 'person' ? 8 : 0;
    if (this.#named.has(entry.ref)) score += 6;
    if (entry.famous) score += 3;
    if (introduced) score += 1;
    if (post) score += 1;
    if (post && role) score += fitsRole(post, role, this.#knowledge) ? 4 : -2;
    if (actor) score += person.posts.some((held) => held.actor === actor) ? 3 : -2;
    // A bare short name says nobody unless the report or the world says who.
    const bare = entry.kind === 'short' && !this.#named.has(entry.ref) && !entry.famous && !(introduced && post);
    return bare ? 0 : score;
  }

  /** The post a person holds on the report's day; soon after it ended, still that one; null for somebody out of office. */
  postOf(person: Person): Post | null {
    const day = this.#day;
    if (!day) return person.posts.at(-1) ?? null;
    const current = person.posts.find((post) => isHeld(post, day));
    if (current) return current;
    const edge = shiftDay(day, -GRACE_DAYS);
    const later = shiftDay(day, GRACE_DAYS);
    return person.posts.find((post) => isHeld(post, edge, later)) ?? null;
  }

  /** Who held a post for an actor on the report's day, when there is just one such person. */
  holder(actor: string, role: string): Person | null {
    const day = this.#day;
    const list = this.#knowledge.byActor.get(actor);
    if (!day || !list) return null;
    const wanted = classOf(role, this.#knowledge);
    const held = (exact: boolean): Person[] =>
      list
        .map((index) => this.#knowledge.people[index] as Person)
        .filter((person) =>
          person.posts.some(
            (post) =>
              post.actor === actor &&
              (exact ? post.role === role : classOf(post.role, this.#knowledge) === wanted) &&
              isHeld(post, day),
          ),
        );
    const same = held(true);
    const others = same.length > 0 ? same : held(false);
    const isOrganisation = organisationOf(this.#knowledge, actor) !== undefined;
    const found = others.length === 0 && isOrganisation ? this.#heads(actor, role, day) : others;
    const isOne = isSingular(wanted) || isOrganisation || (same.length === 1 && isSingularByTitle(role, wanted));
    return found.length === 1 && isOne ? (found[0] as Person) : null;
  }

  /** Whether a post is one that somebody always holds, on a day that is known: a state where nobody does has none such. */
  lacks(role: string): boolean {
    return this.#day !== null && isSingular(classOf(role, this.#knowledge));
  }

  /** "UAEA Başkanı", "Arap Birliği lideri": who heads an organisation, whatever a text calls the post. */
  #heads(actor: string, role: string, day: string): Person[] {
    const { roles, people, byActor } = this.#knowledge;
    if (!HEADS.has(classOf(role, this.#knowledge))) return [];
    return (byActor.get(actor) ?? [])
      .map((index) => people[index] as Person)
      .filter(({ posts }) =>
        posts.some(
          (post) => post.actor === actor && roles.get(post.role)?.class === 'organisation-head' && isHeld(post, day),
        ),
      );
  }

  /** "İran Dışişleri Bakanı Abbas Erakçi": who holds, or in a report of no day held, such a post and is called much like that. */
  holderLike(actor: string, role: string, name: string): Person | null {
    const day = this.#day;
    const found = (this.#knowledge.byActor.get(actor) ?? [])
      .map((index) => this.#knowledge.people[index] as Person)
      .filter(
        (person) =>
          person.posts.some(
            (post) =>
              post.actor === actor && (day === null || isHeld(post, day)) && fitsRole(post, role, this.#knowledge),
          ) && soundsAlike(name, person.name),
      );
    return found.length === 1 ? (found[0] as Person) : null;
  }

  /** Whoever holds a post that only one actor has, on the report's day: the pope. */
  onlyHolder(role: string): { person: Person; actor: string } | null {
    const day = this.#day;
    const actors = actorsWith(role, this.#knowledge);
    if (!day || actors.size !== 1 || !isSingular(classOf(role, this.#knowledge))) return null;
    const [actor] = actors as Set<string>;
    const person = actor ? this.holder(actor, role) : null;
    return person && actor ? { person, actor } : null;
  }

  /** The one person of a class of posts for an actor: the counterpart of a foreign minister, say. */
  holderOfClass(actor: string, roleClass: string): Person | null {
    for (const role of this.#knowledge.roles.values()) {
      if (role.class !== roleClass) continue;
      const found = this.holder(actor, role.id);
      if (found) return found;
    }
    return null;
  }

  /** Who leads a state or heads an organisation: for most states the head of state, for others as `leaders.tsv` says. */
  leader(actor: string): Person | null {
    const led = this.#knowledge.leaders.find((one) => one.id === actor && (!this.#day || isHeld(one, this.#day)));
    for (const roleClass of led ? [led.class] : ['supreme-leader', 'organisation-head', 'head-of-state']) {
      const found = this.holderOfClass(actor, roleClass);
      if (found) return found;
    }
    return null;
  }

  mentioned(person: Person, role: string | null): MentionedPerson {
    const post = this.postOf(person);
    const held = post?.role ?? (role && role !== 'counterpart' ? role : null);
    return {
      id: person.id,
      name: person.name,
      post: held ? (this.#knowledge.roles.get(held)?.title ?? null) : null,
      actor: post?.actor ?? null,
      class: held ? classOf(held, this.#knowledge) : null,
      known: true,
    };
  }

  unknown(name: string, actor: string | null, role: string | null): MentionedPerson {
    return {
      id: slug(name),
      name,
      post: role ? (this.#knowledge.roles.get(role)?.title ?? null) : null,
      actor,
      class: role ? classOf(role, this.#knowledge) : null,
      known: false,
    };
  }

  /** Whether the day of the report is known, and with it who held which post. */
  get isDated(): boolean {
    return this.#day !== null;
  }

  person(index: number): Person {
    return this.#knowledge.people[index] as Person;
  }
}

/** Whether a post is held on a day, or on some day of a stretch; both ends count. */
export function isHeld(post: Pick<Post, 'from' | 'to'>, from: string, to = from): boolean {
  return (post.from ?? '') <= to && from <= (post.to ?? '9999');
}

/** Classes of posts by which a text may call whoever heads an organisation. */
const HEADS = new Set(['head-of-state', 'head-of-government', 'party-leader', 'organisation-head']);

const ACTORS_BY_ROLE = new WeakMap<Knowledge, Map<string, Set<string>>>();

/** The actors whose people hold a post, or held it. */
function actorsWith(role: string, knowledge: Knowledge): ReadonlySet<string> {
  let byRole = ACTORS_BY_ROLE.get(knowledge);
  if (!byRole) {
    byRole = new Map();
    ACTORS_BY_ROLE.set(knowledge, byRole);
    for (const { posts } of knowledge.people)
      for (const post of posts) byRole.set(post.role, (byRole.get(post.role) ?? new Set()).add(post.actor));
  }
  return byRole.get(role) ?? new Set();
}

/** Posts that one person holds at a time, so that the post alone says who. */
function isSingular(roleClass: string): boolean {
  return [
    'head-of-state',
    'head-of-government',
    'foreign-minister',
    'defence-minister',
    'organisation-head',
    'supreme-leader',
  ].includes(roleClass);
}

/** Posts of which a state has one by their own title, but several of the class: a finance minister, a general secretary. */
function isSingularByTitle(role: string, roleClass: string): boolean {
  return (roleClass === 'minister' && role !== roleClass) || role === 'general-secretary';
}

/** A day some days later (or earlier), ISO. */
export function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
