/** Things named or said, each once. */
export type Members = ReadonlySet<string>;

/** What two neighbouring sets have in common, and its weight. */
interface Both {
  members: readonly string[];
  total: number;
}

/**
 * How much sets on either side share: for each pair twice the weight of what both have, over the weight of what each has.
 * All pairs of single sets are worked out in one walk over what is shared; unions of two when they are asked for.
 */
export class Dice {
  readonly #a: readonly Members[];
  readonly #b: readonly Members[];
  readonly #weight: (member: string) => number;
  readonly #smoothing: number;
  readonly #totalA: Float64Array;
  readonly #totalB: Float64Array;
  readonly #shared: Float64Array;
  readonly #bothA: (Both | undefined)[] = [];
  readonly #bothB: (Both | undefined)[] = [];

  constructor(a: readonly Members[], b: readonly Members[], weight: (member: string) => number, smoothing: number) {
    this.#a = a;
    this.#b = b;
    this.#weight = weight;
    this.#smoothing = smoothing;
    this.#totalA = Float64Array.from(a, (members) => this.#sum(members));
    this.#totalB = Float64Array.from(b, (members) => this.#sum(members));
    this.#shared = this.#sharedPairs();
  }

  /** Of one set on either side. */
  of(row: number, column: number): number {
    const total = (this.#totalA[row] as number) + (this.#totalB[column] as number) + this.#smoothing;
    return total === 0 ? 0 : (2 * (this.#shared[row * this.#b.length + column] as number)) / total;
  }

  /** Of the union of so many sets on either side; at most one side has two. */
  ofUnion(row: number, rows: number, column: number, columns: number): number {
    if (rows + columns === 2) return this.of(row, column);
    const first = this.#shared[row * this.#b.length + column] as number;
    if (rows === 2) {
      const both = this.#bothIn(this.#bothA, this.#a, row);
      const second = this.#shared[(row + 1) * this.#b.length + column] as number;
      const total = this.#sumOf(this.#totalA, row) - both.total + (this.#totalB[column] as number);
      return this.#share(first + second - this.#weightIn(both.members, this.#b[column] as Members), total);
    }
    const both = this.#bothIn(this.#bothB, this.#b, column);
    const second = this.#shared[row * this.#b.length + column + 1] as number;
    const total = this.#sumOf(this.#totalB, column) - both.total + (this.#totalA[row] as number);
    return this.#share(first + second - this.#weightIn(both.members, this.#a[row] as Members), total);
  }

  #share(shared: number, total: number): number {
    return total + this.#smoothing === 0 ? 0 : (2 * shared) / (total + this.#smoothing);
  }

  #sumOf(totals: Float64Array, at: number): number {
    return (totals[at] as number) + (totals[at + 1] as number);
  }

  #weightIn(members: readonly string[], other: Members): number {
    let sum = 0;
    for (const member of members) if (other.has(member)) sum += this.#weight(member);
    return sum;
  }

  /** What a set and the next have in common: in their union it counts once. */
  #bothIn(known: (Both | undefined)[], sets: readonly Members[], at: number): Both {
    const before = known[at];
    if (before) return before;
    const next = sets[at + 1] as Members;
    const members = [...(sets[at] as Members)].filter((member) => next.has(member));
    const both = { members, total: members.reduce((sum, member) => sum + this.#weight(member), 0) };
    known[at] = both;
    return both;
  }

  #sum(members: Members): number {
    let sum = 0;
    for (const member of members) sum += this.#weight(member);
    return sum;
  }

  #sharedPairs(): Float64Array {
    const holders = new Map<string, number[]>();
    this.#b.forEach((members, column) => {
      for (const member of members) {
        const known = holders.get(member);
        if (known) known.push(column);
        else holders.set(member, [column]);
      }
    });
    const shared = new Float64Array(this.#a.length * this.#b.length);
    this.#a.forEach((members, row) => {
      for (const member of members) {
        const columns = holders.get(member);
        if (!columns) continue;
        const weight = this.#weight(member);
        for (const column of columns)
          shared[row * this.#b.length + column] = (shared[row * this.#b.length + column] as number) + weight;
      }
    });
    return shared;
  }
}
