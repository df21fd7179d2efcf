import type { Correction } from '../model/index.ts';

/**
 * What a user's corrections say of acts, by their keys. Of two that speak of the same pair the later counts. Acts that are
 * not there (yet) change nothing for the others, so the order in which reports come does not matter.
 */
export class Rulings {
  readonly #byKey = new Map<string, Ruling[]>();
  readonly #group = new Map<string, Group>();

  constructor(corrections: readonly Correction[]) {
    const latestFirst = [...corrections]
      .sort((a, b) => b.number - a.number)
      .map((correction) => ({ correction, acts: new Set(correction.acts), others: new Set(correction.others) }));
    for (const ruling of latestFirst)
      for (const key of new Set([...ruling.acts, ...ruling.others])) {
        const known = this.#byKey.get(key);
        if (known) known.push(ruling);
        else this.#byKey.set(key, [ruling]);
      }
    for (const ruling of latestFirst) this.#join(ruling);
  }

  /** Whether no correction is in force. */
  get isEmpty(): boolean {
    return this.#byKey.size === 0;
  }

  /** Whether some correction speaks of this act. */
  touches(key: string): boolean {
    return this.#byKey.has(key);
  }

  /** The acts that belong with this one, itself among them; alone when no correction says so. */
  together(key: string): readonly string[] {
    return this.#group.get(key)?.keys ?? [key];
  }

  /** The correction by which two acts belong together. */
  joinedBy(a: string, b: string): Correction | null {
    const latest = this.#latest(a, b);
    if (latest?.together) return latest.correction;
    const group = this.#group.get(a);
    return group && group === this.#group.get(b) ? group.by : null;
  }

  /** The correction by which two acts may not be in one event. */
  partedBy(a: string, b: string): Correction | null {
    const latest = this.#latest(a, b);
    return latest && !latest.together ? latest.correction : null;
  }

  #latest(a: string, b: string): { correction: Correction; together: boolean } | null {
    let latest: { correction: Correction; together: boolean } | null = null;
    for (const ruling of [...(this.#byKey.get(a) ?? []), ...(this.#byKey.get(b) ?? [])]) {
      if (latest && ruling.correction.number <= latest.correction.number) continue;
      const together = verdict(ruling, a, b);
      if (together !== null) latest = { correction: ruling.correction, together };
    }
    return latest;
  }

  #join({ correction }: Ruling): void {
    const [first, ...others] = [...correction.acts].sort();
    if (first === undefined) return;
    for (const key of others) this.#unite(this.#groupOf(first, correction), this.#groupOf(key, correction));
  }

  #groupOf(key: string, by: Correction): Group {
    const known = this.#group.get(key);
    if (known) return known;
    const group = { keys: [key], by };
    this.#group.set(key, group);
    return group;
  }

  /** Two groups stay apart when a later correction parts any of their acts. */
  #unite(one: Group, other: Group): void {
    if (one === other || one.keys.some((a) => other.keys.some((b) => this.partedBy(a, b)))) return;
    one.keys.push(...other.keys);
    one.keys.sort();
    for (const key of other.keys) this.#group.set(key, one);
  }
}

/** A correction, quick to ask. */
interface Ruling {
  correction: Correction;
  acts: ReadonlySet<string>;
  others: ReadonlySet<string>;
}

interface Group {
  keys: string[];
  by: Correction;
}

/** What one correction says of two acts: together, apart, or nothing. */
function verdict({ correction, acts, others }: Ruling, a: string, b: string): boolean | null {
  const [hasA, hasB] = [acts.has(a), acts.has(b)];
  if (hasA && hasB) return true;
  if (correction.kind === 'pin') return hasA || hasB ? false : null;
  if (correction.kind === 'split') return (hasA && others.has(b)) || (hasB && others.has(a)) ? false : null;
  return null;
}
