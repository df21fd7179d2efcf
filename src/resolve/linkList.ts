/** Pairs of acts that are linked, by their places in a list, with the strength of each: millions of them in little memory. */
export class LinkList {
  length = 0;
  #a = new Int32Array(1024);
  #b = new Int32Array(1024);
  #score = new Float32Array(1024);

  add(a: number, b: number, score: number): void {
    if (this.length === this.#a.length) this.#grow();
    this.#a[this.length] = a;
    this.#b[this.length] = b;
    this.#score[this.length++] = score;
  }

  a(link: number): number {
    return this.#a[link] as number;
  }

  b(link: number): number {
    return this.#b[link] as number;
  }

  score(link: number): number {
    return this.#score[link] as number;
  }

  /** Strongest first; ties by the acts, so that the order of arrival never shows. */
  compare(one: number, other: number): number {
    const [x, y] = [this.score(one), this.score(other)];
    // Compared, not subtracted: a fraction for each of so many comparisons would be a number on the heap.
    if (x !== y) return x > y ? -1 : 1;
    return this.a(one) - this.a(other) || this.b(one) - this.b(other);
  }

  #grow(): void {
    const size = this.length * 2;
    const [a, b, score] = [new Int32Array(size), new Int32Array(size), new Float32Array(size)];
    a.set(this.#a);
    b.set(this.#b);
    score.set(this.#score);
    [this.#a, this.#b, this.#score] = [a, b, score];
  }
}
