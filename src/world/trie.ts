/** A phrase that ends at a node: what it stands for, and how it must be capitalised. */
export interface Terminal {
  /** Index of the entry in the channel's list. */
  entry: number;
  /** How the text must write it. */
  letters: LetterCase;
}

/** `any`: as it comes; `capital`: at least one of the words that the table capitalises is capitalised; `all`: all in capitals. */
export type LetterCase = 'any' | 'capital' | 'all';

/** How many separate sets of phrases one trie holds. They are matched in one walk. */
export const CHANNELS = 6;

/**
 * Phrases as sequences of token ids. The first step is an array look-up, since most tokens of a text begin no
 * phrase; further steps go through one open-addressing hash table keyed by node and token.
 */
export class Trie {
  #first = new Int32Array(1024);
  #size = 0;
  #mask = (1 << 16) - 1;
  /** Node, token and child of each slot side by side, so that a step touches one line of the cache. */
  #slots = new Int32Array(3 << 16);
  /** For each node the set of channels in which a phrase ends there. */
  #ends = new Uint8Array(1 << 16);
  readonly #terminals: (Terminal[] | undefined)[][] = Array.from({ length: CHANNELS }, () => []);
  #next = 1;

  insert(ids: readonly number[], channel: number, terminal: Terminal): void {
    let node = this.#firstChild(ids[0] as number);
    for (let index = 1; index < ids.length; index++) node = this.#grow(node, ids[index] as number);
    this.#noteEnd(node, channel);
    const lists = this.#terminals[channel] as (Terminal[] | undefined)[];
    const list = lists[node];
    if (list) list.push(terminal);
    else lists[node] = [terminal];
  }

  /** The node after the first token of a phrase; 0 when no phrase begins with it. */
  begin(token: number): number {
    return token >= 0 && token < this.#first.length ? (this.#first[token] as number) : 0;
  }

  /** The node after one more token; 0 when no phrase goes on with it. */
  step(node: number, token: number): number {
    const slots = this.#slots;
    let slot = slotOf(node, token, this.#mask);
    for (;;) {
      const at = slot * 3;
      const child = slots[at + 2] as number;
      if (child === 0 || (slots[at] === node && slots[at + 1] === token)) return child;
      slot = (slot + 1) & this.#mask;
    }
  }

  /** The channels in which a phrase ends at a node, as bits `1 << channel`. */
  ends(node: number): number {
    return this.#ends[node] ?? 0;
  }

  terminals(node: number, channel: number): readonly Terminal[] | undefined {
    return (this.#terminals[channel] as (Terminal[] | undefined)[])[node];
  }

  #firstChild(token: number): number {
    if (token >= this.#first.length) {
      const larger = new Int32Array(Math.max(token + 1, this.#first.length * 2));
      larger.set(this.#first);
      this.#first = larger;
    }
    const known = this.#first[token] as number;
    if (known) return known;
    this.#first[token] = this.#next;
    return this.#next++;
  }

  #grow(node: number, token: number): number {
    const known = this.step(node, token);
    if (known) return known;
    if (++this.#size * 2 > this.#mask) this.#enlarge();
    this.#put(node, token, this.#next);
    return this.#next++;
  }

  #noteEnd(node: number, channel: number): void {
    if (node >= this.#ends.length) {
      const larger = new Uint8Array(node * 2);
      larger.set(this.#ends);
      this.#ends = larger;
    }
    this.#ends[node] = (this.#ends[node] as number) | (1 << channel);
  }

  #put(node: number, token: number, child: number): void {
    let slot = slotOf(node, token, this.#mask);
    while (this.#slots[slot * 3 + 2] !== 0) slot = (slot + 1) & this.#mask;
    this.#slots.set([node, token, child], slot * 3);
  }

  #enlarge(): void {
    const old = this.#slots;
    this.#mask = (this.#mask + 1) * 2 - 1;
    this.#slots = new Int32Array((this.#mask + 1) * 3);
    for (let at = 0; at < old.length; at += 3)
      if (old[at + 2] !== 0) this.#put(old[at] as number, old[at + 1] as number, old[at + 2] as number);
  }
}

function slotOf(node: number, token: number, mask: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(token, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & mask;
}
