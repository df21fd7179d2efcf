import type { DayRange } from './days.ts';

/**
 * Gives one and the same object for equal values. A million acts have few thousand different sets of parties, people
 * and days: kept once, they fit in memory, and equal sets are seen to be equal without looking into them.
 */
export class SharedValues {
  readonly #known = new Map<string, unknown>();

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
    const sorted = values.length > 1 ? [...new Set(values)].sort() : values;
    return this.once(`[${sorted.join('\n')}`, () => sorted.map((value) => this.text(value)));
  }

  range(first: number, last: number): DayRange {
    return this.once(`${first}..${last}`, () => ({ first, last }));
  }
}

const NONE: readonly string[] = [];

/** How many values two lists of {@link SharedValues} have in common. */
export function countShared(a: readonly string[], b: readonly string[]): number {
  if (a === b) return a.length;
  let shared = 0;
  for (const value of a) if (b.includes(value)) shared++;
  return shared;
}
