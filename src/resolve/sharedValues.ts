import type { DayRange } from './days.ts';

/**
 * Gives one and the same object for equal values. A million acts have few thousand different sets of parties, people
 * and days: kept once, they fit in memory, and equal sets are seen to be equal without looking into them.
 */
export class SharedValues {
  readonly #texts = new Map<string, string>();
  readonly #lists = new Map<string, readonly string[]>();
  readonly #ranges = new Map<string, DayRange>();

  text(value: string): string {
    const known = this.#texts.get(value);
    if (known !== undefined) return known;
    this.#texts.set(value, value);
    return value;
  }

  /** The distinct values in order. */
  list(values: readonly string[]): readonly string[] {
    const sorted = values.length > 1 ? [...new Set(values)].sort() : values;
    const key = sorted.join('\n');
    const known = this.#lists.get(key);
    if (known) return known;
    const list = sorted.map((value) => this.text(value));
    this.#lists.set(key, list);
    return list;
  }

  range(first: number, last: number): DayRange {
    const key = `${first} ${last}`;
    const known = this.#ranges.get(key);
    if (known) return known;
    const range = { first, last };
    this.#ranges.set(key, range);
    return range;
  }
}

/** How many values two lists of {@link SharedValues} have in common. */
export function countShared(a: readonly string[], b: readonly string[]): number {
  if (a === b) return a.length;
  let shared = 0;
  for (const value of a) if (b.includes(value)) shared++;
  return shared;
}
