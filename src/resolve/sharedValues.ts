import type { Told } from './days.ts';

/**
 * Gives one and the same object for equal values. A million acts have few thousand different sets of parties, people
 * and days: kept once, they fit in memory, and equal sets are seen to be equal without looking into them.
 */
export class SharedValues {
  readonly #known = new Map<string, unknown>();
  readonly #single = new Map<string, readonly string[]>();
  readonly #times = new Map<number, Told>();

  /** The value that this key stands for; made when it is first asked for. */
  once<T>(key: string, make: () => T): T {
    const known = this.#known.get(key);
    if (known !== undefined) return known as T;
    const value = make();
    this.#known.set(key, value);
    return value;
  }

  text(value: string): string {
    return this.once(value, () => value);
  }

  /** The distinct values in order. */
  list(values: readonly string[]): readonly string[] {
    if (values.length === 0) return NONE;
    if (values.length === 1) return this.#listOf(values[0] as string);
    return this.once(`[${values.join('\n')}`, () => this.#inOrder([...new Set(values)].sort()));
  }

  /** One list for the same values in whatever order. */
  #inOrder(sorted: readonly string[]): readonly string[] {
    if (sorted.length === 1) return this.#listOf(sorted[0] as string);
    return this.once(`{${sorted.join('\n')}`, () => sorted.map((value) => this.text(value)));
  }

  #listOf(value: string): readonly string[] {
    const known = this.#single.get(value);
    if (known) return known;
    const list = [this.text(value)];
    this.#single.set(value, list);
    return list;
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
