/** How the text must write a phrase. `any`: as it comes; `capital`: at least one of the words that the table capitalises is
 * capitalised; `all`: all in capitals. */
export type LetterCase = 'any' | 'capital' | 'all';

/** Letter cases by the number that a trie keeps for them. */
export const LETTER_CASES: readonly LetterCase[] = ['any', 'capital', 'all'];
export const ANY_LETTERS = 0;
export const CAPITAL_LETTERS = 1;

/** How many separate sets of phrases one trie holds. They are matched in one walk. */
export const CHANNELS = 6;

/**
 * A trie as flat arrays. Nodes are numbered breadth first, so that the children of a node lie side by side, in the order
 * of their tokens; node 0 is the root.
 */
export type TrieArrays = {
  /** The node after each token that begins a phrase, by token; 0: none begins with it. */
  first: Int32Array;
  /** The token that leads to each node. */
  tokens: Int32Array;
  /** The first child of each node, and at the end the number of nodes: a node's children end where the next one's begin. */
  children: Int32Array;
  /** For each node the set of channels in which a phrase ends there, as bits `1 << channel`. */
  ends: Uint8Array;
  /** Where in `lists` the lists of each node begin, in the order of their channels. */
  listAt: Int32Array;
  /** Lists of what phrases stand for: how many, then each as `entry << 2 | letters`. */
  lists: Int32Array;
};

/** From how many children on a step halves them instead of looking at one after another. */
const FEW = 8;

/**
 * Phrases as sequences of token ids, made by a `TrieBuilder`. The first step is an array look-up, since most tokens of a
 * text begin no phrase; further steps search the few children of a node.
 */
export class Trie {
  readonly #first: Int32Array;
  readonly #tokens: Int32Array;
  readonly #children: Int32Array;
  readonly #ends: Uint8Array;
  readonly #listAt: Int32Array;
  readonly #lists: Int32Array;
  #ahead: Uint8Array | null = null;

  constructor(arrays: TrieArrays) {
    this.#first = arrays.first;
    this.#tokens = arrays.tokens;
    this.#children = arrays.children;
    this.#ends = arrays.ends;
    this.#listAt = arrays.listAt;
    this.#lists = arrays.lists;
  }

  /** The node after the first token of a phrase; 0 when no phrase begins with it. */
  begin(token: number): number {
    return token >= 0 && token < this.#first.length ? (this.#first[token] as number) : 0;
  }

  /** The node after one more token; 0 when no phrase goes on with it. */
  step(node: number, token: number): number {
    let low = this.#children[node] as number;
    let high = this.#children[node + 1] as number;
    while (high - low > FEW) {
      const middle = (low + high) >>> 1;
      if ((this.#tokens[middle] as number) <= token) low = middle;
      else high = middle;
    }
    for (; low < high; low++) if (this.#tokens[low] === token) return low;
    return 0;
  }

  /** The channels in which a phrase ends at a node, as bits `1 << channel`. */
  ends(node: number): number {
    return this.#ends[node] as number;
  }

  /** The channels in which a phrase ends at each node or goes on from it, as bits `1 << channel`; worked out when first asked for. */
  get ahead(): Uint8Array {
    this.#ahead ??= this.#lookAhead();
    return this.#ahead;
  }

  /** Children have higher numbers than their parents. */
  #lookAhead(): Uint8Array {
    const children = this.#children;
    const ahead = Uint8Array.from(this.#ends);
    for (let node = ahead.length - 1; node >= 0; node--) {
      let channels = ahead[node] as number;
      for (let child = children[node] as number; child < (children[node + 1] as number); child++)
        channels |= ahead[child] as number;
      ahead[node] = channels;
    }
    return ahead;
  }

  /** The list of what the phrase that ends at a node stands for in a channel; 0 when none ends there. */
  list(node: number, channel: number): number {
    const ends = this.#ends[node] as number;
    if ((ends & (1 << channel)) === 0) return 0;
    let list = this.#listAt[node] as number;
    for (let before = ends & ((1 << channel) - 1); before !== 0; before &= before - 1)
      list += 1 + (this.#lists[list] as number);
    return list;
  }

  /** How many things the phrase of a list may stand for. */
  count(list: number): number {
    return this.#lists[list] as number;
  }

  /** What stands at a place of a list: the index of the entry in what the channel holds. */
  entry(list: number, at: number): number {
    return (this.#lists[list + 1 + at] as number) >> 2;
  }

  /** How the text must write the phrase to mean what stands at a place of a list: an index of `LETTER_CASES`. */
  letters(list: number, at: number): number {
    return (this.#lists[list + 1 + at] as number) & 3;
  }
}
