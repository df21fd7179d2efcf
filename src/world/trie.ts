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
export const CHANNELS = 4;

/**
 * Phrases as sequences of token ids. The first step is an array look-up, since most tokens of a text begin no
 * phrase; further steps go through one open-addressing hash table keyed by node and token.
 */
export class Trie {
  #first = new Int32Array(1024);
  #size = 0;
  #mask = (1 << 16) - 1;
  #nodes = new Int32Array(1 << 16);
  #tokens = new Int32Array(1 << 16);
  #children = new Int32Array(1 << 16);
  readonly #terminals: (Terminal[] | undefined)[][] = Array.from({ length: CHANNELS }, () => []);
  #next = 1;

  insert(ids: readonly number[], channel: number, terminal: Terminal): void {
    let node = this.#firstChild(ids[0] as number);
    for (let index = 1; index < ids.length; index++) node = this.#grow(node, ids[index] as number);
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
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(token, 0x85ebca6b)) & this.#mask;
    for (;;) {
      const child = this.#children[slot] as number;
      if (child === 0) return 0;
      if (this.#nodes[slot] === node && this.#tokens[slot] === token) return child;
      slot = (slot + 1) & this.#mask;
    }
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

  #put(node: number, token: number, child: number): void {
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(token, 0x85ebca6b)) & this.#mask;
    while (this.#children[slot] !== 0) slot = (slot + 1) & this.#mask;
    this.#nodes[slot] = node;
    this.#tokens[slot] = token;
    this.#children[slot] = child;
  }

  #enlarge(): void {
    const [nodes, tokens, children] = [this.#nodes, this.#tokens, this.#children];
    const size = (this.#mask + 1) * 2;
    this.#mask = size - 1;
    this.#nodes = new Int32Array(size);
    this.#tokens = new Int32Array(size);
    this.#children = new Int32Array(size);
    for (let slot = 0; slot < children.length; slot++)
      if (children[slot] !== 0) this.#put(nodes[slot] as number, tokens[slot] as number, children[slot] as number);
  }
}
