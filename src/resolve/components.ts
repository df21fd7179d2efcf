import type { LinkList } from './linkList.ts';

/** Acts that links hold together: their places in the list of acts, and the links among them. */
export interface Component {
  acts: number[];
  links: number[];
}

/**
 * Splits acts into the groups that links hold together, each in the order of the list and in the order of its first act.
 * @param together pairs that belong together whatever their score
 */
export function* components(
  count: number,
  links: LinkList,
  together: Iterable<readonly [number, number]> = [],
): Generator<Component> {
  const parent = Int32Array.from({ length: count }, (_, index) => index);
  for (let link = 0; link < links.length; link++) unite(parent, links.a(link), links.b(link));
  for (const [a, b] of together) unite(parent, a, b);
  // The root is the smallest of its group: one pass finds every root before its members.
  const acts = sortedByRoot(count, (index) => root(parent, index), count);
  const held = sortedByRoot(links.length, (link) => root(parent, links.a(link)), count);
  for (let index = 0; index < count; index++) {
    if (parent[index] !== index) continue;
    yield { acts: slice(acts, index), links: slice(held, index) };
  }
}

function root(parent: Int32Array, index: number): number {
  let at = index;
  while (parent[at] !== at) {
    parent[at] = parent[parent[at] as number] as number;
    at = parent[at] as number;
  }
  return at;
}

function unite(parent: Int32Array, a: number, b: number): void {
  const [one, other] = [root(parent, a), root(parent, b)];
  if (one < other) parent[other] = one;
  else parent[one] = other;
}

/** Places sorted by the root they belong to, and where each root's begin: a counting sort. */
interface Sorted {
  places: Int32Array;
  starts: Int32Array;
}

function sortedByRoot(count: number, rootOf: (place: number) => number, roots: number): Sorted {
  const starts = new Int32Array(roots + 1);
  for (let place = 0; place < count; place++) bump(starts, rootOf(place) + 1);
  for (let at = 0; at < roots; at++) starts[at + 1] = (starts[at + 1] as number) + (starts[at] as number);
  const next = starts.slice();
  const places = new Int32Array(count);
  for (let place = 0; place < count; place++) places[bump(next, rootOf(place))] = place;
  return { places, starts };
}

/** Adds one, and gives what was there. */
function bump(values: Int32Array, at: number): number {
  const before = values[at] as number;
  values[at] = before + 1;
  return before;
}

function slice({ places, starts }: Sorted, root: number): number[] {
  const found: number[] = [];
  for (let at = starts[root] as number; at < (starts[root + 1] as number); at++) found.push(places[at] as number);
  return found;
}
