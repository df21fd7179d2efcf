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
  // Where an act stands among those of its component: written for each component anew.
  const places = new Int32Array(acts.length);
  for (const component of components(acts.length, links, togetherIn(acts, rulings))) {
    const members = component.acts.map((index) => acts[index] as ActFacts);
    if (members.length === 1) yield [{ acts: members, links: [] }];
    else {
      for (const [place, index] of component.acts.entries()) places[index] = place;
      yield clustersOf(members, new Ties(component, links, places), rulings);
    }
  }
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

/** The links of a component, strongest first, by the places of acts in it. They stay in the list: there may be millions. */
class Ties {
  readonly #links: LinkList;
  readonly #places: Int32Array;
  readonly #order: number[];

  constructor(component: Component, links: LinkList, places: Int32Array) {
    this.#links = links;
    this.#places = places;
    this.#order = component.links.sort((one, other) => links.compare(one, other));
  }

  each(visit: (a: number, b: number, score: number) => void): void {
    for (const link of this.#order)
      visit(
        this.#places[this.#links.a(link)] as number,
        this.#places[this.#links.b(link)] as number,
        this.#links.score(link),
      );
  }
}

function clustersOf(acts: readonly ActFacts[], ties: Ties, rulings: Rulings): Cluster[] {
  if (acts.length === 2 && rulings.isEmpty) return [coupled(acts, ties)];
  const groups = new Groups(acts, rulings);
  ties.each((a, b) => groups.count(a, b));
  groups.correct();
  ties.each((a, b, score) => groups.follow(a, b, score));
  return groups.clusters();
}

/** Two linked acts and no other: most components are such. */
function coupled(acts: readonly ActFacts[], ties: Ties): Cluster {
  const links: Link[] = [];
  ties.each((a, b, score) => links.push({ a: acts[a] as ActFacts, b: acts[b] as ActFacts, score }));
  return { acts: [...acts], links };
}

const SHARE_LINKED = 0.5;

/** The groups of a component on their way to events. */
class Groups {
  readonly #acts: readonly ActFacts[];
  readonly #rulings: Rulings;
  readonly #group: Group[];
  /** Linked pairs, each as one number. */
  readonly #linked = new Set<number>();

  constructor(acts: readonly ActFacts[], rulings: Rulings) {
    this.#acts = acts;
    this.#rulings = rulings;
    this.#group = acts.map((_, place) => new Group(place));
  }

  #of(place: number): Group {
    return this.#group[place] as Group;
  }

  #act(place: number): ActFacts {
    return this.#acts[place] as ActFacts;
  }

  count(a: number, b: number): void {
    this.#linked.add(this.#pair(a, b));
    this.#of(a).countLinks(b, 1);
    this.#of(b).countLinks(a, 1);
  }

  #pair(a: number, b: number): number {
    return a < b ? a * this.#acts.length + b : b * this.#acts.length + a;
  }

  /** Joins what a user has put together, before any link is followed. */
  correct(): void {
    if (this.#rulings.isEmpty) return;
    const first = new Map<readonly string[], number>();
    for (const [place, act] of this.#acts.entries()) {
      const key = keyOf(act);
      if (!this.#rulings.touches(key)) continue;
      const together = this.#rulings.together(key);
      const known = first.get(together);
      if (known === undefined) {
        first.set(together, place);
        continue;
      }
      const correction = this.#rulings.joinedBy(keyOf(this.#act(known)), key)?.number;
      this.#join(this.#of(known), this.#of(place), { a: this.#act(known), b: act, score: 0, correction });
    }
  }

  /** Joins the groups of two linked acts if they may be one event. */
  follow(a: number, b: number, score: number): void {
    const [one, other] = [this.#of(a), this.#of(b)];
    if (one === other || one.isExcluded(other) || !one.isLinkedEnough(other)) return;
    if (this.#excludes(one, other)) {
      one.exclude(other.id);
      other.exclude(one.id);
    } else this.#join(one, other, { a: this.#act(a), b: this.#act(b), score });
  }

  #join(one: Group, other: Group, link: Link): void {
    const [large, small] = one.members.length >= other.members.length ? [one, other] : [other, one];
    for (const member of small.members) this.#group[member] = large;
    for (const [third, count] of small.linksTo)
      if (third !== large.id) this.#groupCalled(third).moveLinks(small.id, large.id, count);
    for (const third of small.excluded) this.#groupCalled(third).exclude(large.id);
    large.take(small, link);
  }

  /** A group is called by its first member, and keeps the name of the larger part when it grows. */
  #groupCalled(id: number): Group {
    return this.#of(id);
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
    return [...new Set(this.#group)].map(({ members, links }) => ({
      acts: members.sort((a, b) => a - b).map((place) => this.#act(place)),
      links,
    }));
  }
}

const NONE: ReadonlySet<number> = new Set();

/** Acts that are one event so far. It knows how many links lead to each other group, and which groups exclude it. */
class Group {
  readonly id: number;
  readonly members: number[];
  readonly links: Link[] = [];
  readonly linksTo = new Map<number, number>();
  #excluded: Set<number> | null = null;

  constructor(member: number) {
    this.id = member;
    this.members = [member];
  }

  get excluded(): ReadonlySet<number> {
    return this.#excluded ?? NONE;
  }

  countLinks(other: number, count: number): void {
    this.linksTo.set(other, (this.linksTo.get(other) ?? 0) + count);
  }

  /** What led to one group leads to another that has taken it in. */
  moveLinks(from: number, to: number, count: number): void {
    this.linksTo.delete(from);
    this.countLinks(to, count);
  }

  isLinkedEnough(other: Group): boolean {
    return (this.linksTo.get(other.id) ?? 0) >= this.members.length * other.members.length * SHARE_LINKED;
  }

  isExcluded(other: Group): boolean {
    return this.#excluded?.has(other.id) ?? false;
  }

  exclude(other: number): void {
    this.#excluded ??= new Set();
    this.#excluded.add(other);
  }

  /** Takes another group in. Who is excluded by a part is excluded by the whole. */
  take(other: Group, link: Link): void {
    this.members.push(...other.members);
    this.links.push(...other.links, link);
    this.linksTo.delete(other.id);
    for (const [third, count] of other.linksTo) if (third !== this.id) this.countLinks(third, count);
    for (const third of other.excluded) this.exclude(third);
  }
}
