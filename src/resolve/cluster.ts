import type { ActFacts } from './actFacts.ts';
import { type Comparison, LINK, compareActs } from './compare.ts';

/** Two acts that are linked, and why. */
export interface Link {
  a: ActFacts;
  b: ActFacts;
  comparison: Comparison;
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
    if (comparison && comparison.score >= LINK) links.push({ a, b, comparison });
  }
  return links;
}

/** Splits acts into the groups that links hold together; each in the order of its keys. */
export function components(acts: readonly ActFacts[], links: readonly Link[]): Cluster[] {
  const parent = new Map<string, string>();
  const root = (key: string): string => {
    let at = key;
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up;
    if (at !== key) parent.set(key, at);
    return at;
  };
  for (const { a, b } of links) {
    const [one, other] = [root(a.key), root(b.key)];
    if (one !== other) parent.set(one < other ? other : one, one < other ? one : other);
  }
  const groups = new Map<string, Cluster>();
  const sorted = [...acts].sort(byKey);
  for (const act of sorted) {
    const key = root(act.key);
    const group = groups.get(key);
    if (group) group.acts.push(act);
    else groups.set(key, { acts: [act], links: [] });
  }
  for (const link of links) groups.get(root(link.a.key))?.links.push(link);
  return [...groups.values()];
}

/**
 * Splits a component into events: strongest links first, and two groups join only when no pair across them
 * excludes it and at least half of the pairs are linked. One weak link never joins two groups.
 */
export function clusters(component: Cluster): Cluster[] {
  if (component.acts.length <= 1) return [component];
  const group = new Map(component.acts.map((act): [string, Cluster] => [act.key, { acts: [act], links: [] }]));
  const pairs = new Pairs(component.links);
  for (const link of [...component.links].sort(strongestFirst)) {
    const [one, other] = [group.get(link.a.key) as Cluster, group.get(link.b.key) as Cluster];
    if (one === other || !mayJoin(one.acts, other.acts, pairs)) continue;
    const joined = { acts: [...one.acts, ...other.acts], links: [...one.links, ...other.links, link] };
    for (const act of joined.acts) group.set(act.key, joined);
  }
  return [...new Set(group.values())].map(({ acts, links }) => ({ acts: acts.sort(byKey), links }));
}

const SHARE_LINKED = 0.5;

function mayJoin(one: readonly ActFacts[], other: readonly ActFacts[], pairs: Pairs): boolean {
  let linked = 0;
  for (const a of one)
    for (const b of other) {
      const comparison = pairs.of(a, b);
      if (!comparison) return false;
      if (comparison.score >= LINK) linked++;
    }
  return linked >= one.length * other.length * SHARE_LINKED;
}

/** Comparisons of a component, each made once. */
class Pairs {
  readonly #known = new Map<string, Comparison | null>();

  constructor(links: readonly Link[]) {
    for (const { a, b, comparison } of links) this.#known.set(pairKey(a, b), comparison);
  }

  of(a: ActFacts, b: ActFacts): Comparison | null {
    const key = pairKey(a, b);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const comparison = a.key < b.key ? compareActs(a, b) : compareActs(b, a);
    this.#known.set(key, comparison);
    return comparison;
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
  return y.comparison.score - x.comparison.score || byKey(x.a, y.a) || byKey(x.b, y.b);
}
