import type { ActFacts } from './actFacts.ts';
import { compareActs, LINK } from './compare.ts';
import { connected } from './connected.ts';

/** Two acts that are linked, and how strongly. */
export interface Link {
  a: ActFacts;
  b: ActFacts;
  score: number;
}

/** Acts that belong together, with links that hold them: all there are in a component, in an event those that joined it. */
export interface Cluster {
  acts: ActFacts[];
  links: Link[];
}

/** The linked pairs among candidates. Each pair is compared once, whatever order the acts came in. */
export function linkPairs(pairs: Iterable<readonly [ActFacts, ActFacts]>): Link[] {
  const links: Link[] = [];
  for (const [one, other] of pairs) {
    const [a, b] = one.key < other.key ? [one, other] : [other, one];
    const comparison = compareActs(a, b);
    if (comparison && comparison.score >= LINK) links.push({ a, b, score: comparison.score });
  }
  return links;
}

/** Splits acts into the groups that links hold together; each in the order of its keys. */
export function components(acts: readonly ActFacts[], links: readonly Link[]): Cluster[] {
  const root = connected(links.map(({ a, b }) => [a.key, b.key]));
  const groups = new Map<string, Cluster>();
  for (const act of [...acts].sort(byKey)) {
    const key = root(act.key);
    const group = groups.get(key);
    if (group) group.acts.push(act);
    else groups.set(key, { acts: [act], links: [] });
  }
  for (const link of links) groups.get(root(link.a.key))?.links.push(link);
  return [...groups.values()];
}

/**
 * Splits a component into events: strongest links first, and two groups join only when at least half of the pairs
 * across them are linked and none excludes it. One weak link never joins two groups.
 */
export function clusters(component: Cluster): Cluster[] {
  if (component.acts.length <= 1) return [component];
  const group = new Map(component.acts.map((act) => [act.key, new Group(act)]));
  const of = (act: ActFacts): Group => group.get(act.key) as Group;
  const links = [...component.links].sort(strongestFirst);
  for (const { a, b } of links) {
    of(a).countLink(of(b));
    of(b).countLink(of(a));
  }
  const linked = new Set(links.map(({ a, b }) => pairKey(a, b)));
  for (const link of links) {
    const [one, other] = [of(link.a), of(link.b)];
    if (one === other || !one.mayJoin(other, linked)) continue;
    const [large, small] = one.acts.length >= other.acts.length ? [one, other] : [other, one];
    large.take(small, link);
    for (const act of small.acts) group.set(act.key, large);
  }
  return [...new Set(group.values())].map(({ acts, links: joined }) => ({ acts: acts.sort(byKey), links: joined }));
}

const SHARE_LINKED = 0.5;

/** A group of acts on the way to an event. It knows how many links lead to each other group, and which groups exclude it. */
class Group {
  readonly acts: ActFacts[];
  readonly links: Link[] = [];
  readonly #linksTo = new Map<Group, number>();
  readonly #excluded = new Set<Group>();

  constructor(act: ActFacts) {
    this.acts = [act];
  }

  countLink(other: Group, count = 1): void {
    this.#linksTo.set(other, (this.#linksTo.get(other) ?? 0) + count);
  }

  mayJoin(other: Group, linked: ReadonlySet<string>): boolean {
    if (this.#excluded.has(other)) return false;
    const enough = (this.#linksTo.get(other) ?? 0) >= this.acts.length * other.acts.length * SHARE_LINKED;
    if (!enough) return false;
    if (!this.#excludes(other, linked)) return true;
    this.#excluded.add(other);
    other.#excluded.add(this);
    return false;
  }

  /** Linked pairs do not exclude each other; only the others are looked at. */
  #excludes(other: Group, linked: ReadonlySet<string>): boolean {
    return this.acts.some((a) =>
      other.acts.some((b) => !linked.has(pairKey(a, b)) && !(a.key < b.key ? compareActs(a, b) : compareActs(b, a))),
    );
  }

  /** Takes another group in. Who is excluded by a part is excluded by the whole. */
  take(other: Group, link: Link): void {
    this.acts.push(...other.acts);
    this.links.push(...other.links, link);
    this.#linksTo.delete(other);
    for (const [third, count] of other.#linksTo) {
      if (third === this) continue;
      this.countLink(third, count);
      third.#linksTo.delete(other);
      third.countLink(this, count);
    }
    for (const third of other.#excluded) {
      this.#excluded.add(third);
      third.#excluded.add(this);
    }
  }
}

function pairKey(a: ActFacts, b: ActFacts): string {
  return a.key < b.key ? `${a.key} ${b.key}` : `${b.key} ${a.key}`;
}

function byKey(a: ActFacts, b: ActFacts): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

/** Ties are broken by the keys, so that the order of arrival never shows. */
function strongestFirst(x: Link, y: Link): number {
  return y.score - x.score || byKey(x.a, y.a) || byKey(x.b, y.b);
}
