import type { Told } from './days.ts';

/**
 * Gives one and the same object for equal values. A million acts have few thousand different sets of parties, people
 * and days: kept once, they fit in memory, and equal sets are seen to be equal without looking into them.
 */
export class SharedValues {
  readonly #root = new Node();
  readonly #lists = new Node();
  readonly #times = new Map<number, Told>();

  /** The value that stands at the end of a path of texts; made when it is first asked for. */
  once<T>(path: readonly string[], make: () => T): T {
    const node = this.#root.along(path);
    node.value ??= make();
    return node.value as T;
  }

  /** The distinct values in order: one list for the same values in whatever order. */
  list(values: readonly string[]): readonly string[] {
    if (values.length === 0) return NONE;
    const node = this.#lists.along(values);
    node.value ??= this.#inOrder(values);
    return node.value as readonly string[];
  }

  #inOrder(values: readonly string[]): readonly string[] {
    const sorted = [...new Set(values)].sort();
    const node = this.#lists.along(sorted);
    node.value ??= sorted;
    return node.value as readonly string[];
  }

  time(first: number, last: number, given: boolean): Told {
    const key = (first * MOST_DAYS + last) * 2 + (given ? 1 : 0);
    const known = this.#times.get(key);
    if (known) return known;
    const time = { first, last, given };
    this.#times.set(key, time);
    return time;
  }
}

/** A place in a tree of texts: looking texts up one by one is quicker than putting them together for a key. */
class Node {
  value: unknown = undefined;
  readonly #next = new Map<string, Node>();

  along(path: readonly string[]): Node {
    let node: Node = this;
    for (const step of path) node = node.#step(step);
    return node;
  }

  #step(text: string): Node {
    const known = this.#next.get(text);
    if (known) return known;
    const node = new Node();
    this.#next.set(text, node);
    return node;
  }
}

/** More days than any calendar of ours has. */
const MOST_DAYS = 10_000_000;

const NONE: readonly string[] = [];

/** How many values two lists of {@link SharedValues} have in common. */
export function countShared(a: readonly string[], b: readonly string[]): number {
  if (a === b) return a.length;
  let shared = 0;
  for (const value of a) if (b.includes(value)) shared++;
  return shared;
}
