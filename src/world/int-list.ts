/** A list of 32-bit integers that grows: no object an entry, however many there are. */
export class IntList {
  #values = new Int32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Int32Array(this.#length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  at(index: number): number {
    return this.#values[index] as number;
  }

  /** Takes back what follows the first values. */
  cut(length: number): void {
    this.#length = length;
  }

  /** The values so far; the list must not grow while they are used. */
  values(): Int32Array {
    return this.#values.subarray(0, this.#length);
  }
}
