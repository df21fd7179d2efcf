import { type ActFacts, byKey, keyOf } from './actFacts.ts';
import { eachCandidate } from './candidates.ts';
import { compareActs, LINK, VETO } from './compare.ts';
import { type Component, components } from './components.ts';
import { LinkList } from './linkList.ts';
import type { Rulings } from './rulings.ts';

/** Two acts that are linked, and how strongly; or by which correction of a user. */
export interface Link {
  a: ActFacts;
  b: ActFacts;
  score: number;
  correction?: number;
}

/** The acts of one event in the order of their keys, with the links that joined them. */
export interface Cluster {
  acts: ActFacts[];
  links: Link[];
}

/** Whether two acts are linked: one comparison for both orders. */
export function linkScore(one: ActFacts, other: ActFacts): number {
  return byKey(one, other) < 0 ? compareActs(one, other) : compareActs(other, one);
}

/**
 * Groups acts into events. Links depend on two acts alone; in each group that links hold together, the strongest are
 * followed first, and two parts join only when at least half of the pairs across them are linked and none excludes it.
 * @param given in any order
 * @returns clusters by component: the acts that links hold together can be redone apart from all others
 */
export function* clusters(given: readonly ActFacts[], rulings: Rulings): Generator<Cluster[]> {
  const acts = [...given].sort(byKey);
  const links = new LinkList();
  eachCandidate(acts, (a, b) => {
    const score = compareActs(acts[a] as ActFacts, acts[b] as ActFacts);
    if (score >= LINK) links.add(a, b, score);
  });
  for (const component of components(acts.length, links, togetherIn(acts, rulings)))
    yield component.acts.length === 1
      ? [{ acts: [acts[component.acts[0] as number] as ActFacts], links: [] }]
      : clustersOf(component, acts, links, rulings);
}

/** Pairs of present acts that a correction puts together: each with the first of its group. */
function* togetherIn(acts: readonly ActFacts[], rulings: Rulings): Generator<[number, number]> {
  if (rulings.isEmpty) return;
  const first = new Map<readonly string[], number>();
  for (const [index, act] of acts.entries()) {
    const key = keyOf(act);
    if (!rulings.touches(key)) continue;
    const group = rulings.together(key);
    const known = first.get(group);
    if (known === undefined) first.set(group, index);
    else yield [known, index];
  }
}

function clustersOf(component: Component, acts: readonly ActFacts[], links: LinkList, rulings: Rulings): Cluster[] {
  if (component.acts.length === 2 && rulings.isEmpty) return [couple(component, acts, links)];
  const groups = new Groups(component.acts, acts, rulings);
  const strongest = component.links.sort((one, other) => links.compare(one, other));
  for (const link of strongest) groups.count(links.a(link), links.b(link));
  groups.correct();
  for (const link of strongest) groups.follow(links.a(link), links.b(link), links.score(link));
  return groups.clusters();
}

/** Two linked acts and no other: most components are such. */
function couple({ acts: [one, other], links: [link] }: Component, acts: readonly ActFacts[], links: LinkList): Cluster {
  const [a, b] = [acts[one as number] as ActFacts, acts[other as number] as ActFacts];
  return { acts: [a, b], links: [{ a, b, score: links.score(link as number) }] };
}

const SHARE_LINKED = 0.5;

/** The groups of a component on their way to events. */
class Groups {
  readonly #acts: readonly ActFacts[];
  readonly #rulings: Rulings;
  readonly #group = new Map<number, Group>();
  readonly #linked = new Set<number>();

  constructor(members: readonly number[], acts: readonly ActFacts[], rulings: Rulings) {
    this.#acts = acts;
    this.#rulings = rulings;
    for (const member of members) this.#group.set(member, new Group(member));
  }

  #of(member: number): Group {
    return this.#group.get(member) as Group;
  }

  #act(member: number): ActFacts {
    return this.#acts[member] as ActFacts;
  }

  count(a: number, b: number): void {
    this.#linked.add(this.#pair(a, b));
    this.#of(a).countLink(this.#of(b));
    this.#of(b).countLink(this.#of(a));
  }

  /** One number for a pair; exact for up to ninety million acts. */
  #pair(a: number, b: number): number {
    return Math.min(a, b) * this.#acts.length + Math.max(a, b);
  }

  /** Joins what a user has put together, before any link is followed. */
  correct(): void {
    if (this.#rulings.isEmpty) return;
    const first = new Map<readonly string[], number>();
    for (const member of this.#group.keys()) {
      const key = keyOf(this.#act(member));
      if (!this.#rulings.touches(key)) continue;
      const together = this.#rulings.together(key);
      const known = first.get(together);
      if (known === undefined) {
        first.set(together, member);
        continue;
      }
      const correction = this.#rulings.joinedBy(keyOf(this.#act(known)), key)?.number;
      this.#join(this.#of(known), this.#of(member), {
        a: this.#act(known),
        b: this.#act(member),
        score: 0,
        correction,
      });
    }
  }

  /** Joins the groups of two linked acts if they may be one event. */
  follow(a: number, b: number, score: number): void {
    const [one, other] = [this.#of(a), this.#of(b)];
    if (one === other || one.isExcluded(other) || !one.isLinkedEnough(other)) return;
    if (this.#excludes(one, other)) {
      one.exclude(other);
      other.exclude(one);
    } else this.#join(one, other, { a: this.#act(a), b: this.#act(b), score });
  }

  #join(one: Group, other: Group, link: Link): void {
    const [large, small] = one.members.length >= other.members.length ? [one, other] : [other, one];
    large.take(small, link);
    for (const member of small.members) this.#group.set(member, large);
  }

  /** Linked pairs do not exclude each other unless a user parted them; only the others are compared. */
  #excludes(one: Group, other: Group): boolean {
    return one.members.some((a) =>
      other.members.some((b) => this.#parted(a, b) || (!this.#linked.has(this.#pair(a, b)) && this.#vetoed(a, b))),
    );
  }

  #parted(a: number, b: number): boolean {
    if (this.#rulings.isEmpty) return false;
    const [one, other] = [keyOf(this.#act(a)), keyOf(this.#act(b))];
    if (!this.#rulings.touches(one) && !this.#rulings.touches(other)) return false;
    return this.#rulings.partedBy(one, other) !== null;
  }

  #vetoed(a: number, b: number): boolean {
    return compareActs(this.#act(Math.min(a, b)), this.#act(Math.max(a, b))) === VETO;
  }

  clusters(): Cluster[] {
    return [...new Set(this.#group.values())].map(({ members, links }) => ({
      acts: members.sort((a, b) => a - b).map((member) => this.#act(member)),
      links,
    }));
  }
}

/** Acts that are one event so far. It knows how many links lead to each other group, and which groups exclude it. */
class Group {
  readonly members: number[];
  readonly links: Link[] = [];
  #excluded: Set<Group> | null = null;
  readonly #linksTo = new Map<Group, number>();

  constructor(member: number) {
    this.members = [member];
  }

  countLink(other: Group, count = 1): void {
    this.#linksTo.set(other, (this.#linksTo.get(other) ?? 0) + count);
  }

  isExcluded(other: Group): boolean {
    return this.#excluded?.has(other) ?? false;
  }

  exclude(other: Group): void {
    this.#excluded ??= new Set();
    this.#excluded.add(other);
  }

  isLinkedEnough(other: Group): boolean {
    return (this.#linksTo.get(other) ?? 0) >= this.members.length * other.members.length * SHARE_LINKED;
  }

  /** Takes another group in. Who is excluded by a part is excluded by the whole. */
  take(other: Group, link: Link): void {
    this.members.push(...other.members);
    this.links.push(...other.links, link);
    this.#linksTo.delete(other);
    for (const [third, count] of other.#linksTo) {
      if (third === this) continue;
      this.countLink(third, count);
      third.#linksTo.delete(other);
      third.countLink(this, count);
    }
    for (const third of other.#excluded ?? []) {
      this.exclude(third);
      third.exclude(this);
    }
  }
}
