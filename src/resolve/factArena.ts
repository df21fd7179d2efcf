/** The facts of many reports as numbers with weights, one after the other in two long rows: no object for each. */
export class FactArena {
  length = 0;
  #facts = new Int32Array(4096);
  #weights = new Float32Array(4096);

  /** Adds a fact; @returns its place */
  add(fact: number, weight: number): number {
    if (this.length === this.#facts.length) this.#grow();
    this.#facts[this.length] = fact;
    this.#weights[this.length] = weight;
    return this.length++;
  }

  fact(place: number): number {
    return this.#facts[place] as number;
  }

  weight(place: number): number {
    return this.#weights[place] as number;
  }

  #grow(): void {
    const size = Math.ceil(this.length * 1.5);
    const [facts, weights] = [new Int32Array(size), new Float32Array(size)];
    facts.set(this.#facts);
    weights.set(this.#weights);
    [this.#facts, this.#weights] = [facts, weights];
  }
}
