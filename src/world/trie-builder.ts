import { IntList } from './int-list.ts';
import { CHANNELS, LETTER_CASES, type LetterCase, type TrieArrays } from './trie.ts';

/** What a phrase stands for, and how the text must write it. */
export interface Terminal {
  /** Index of the entry in what the channel holds. */
  entry: number;
  letters: LetterCase;
}

/** Collects phrases, and lays them out as the arrays of a `Trie`. */
export class TrieBuilder {
  /** The child that each slot holds, by a hash of its node and token; 0: none. */
  #slots = new Int32Array(1 << 16);
  /** By node, the node before it and the token between the two; node 0 is the root. */
  readonly #parents = new IntList();
  readonly #tokens = new IntList();
  /** What was entered, in its order: node and channel, and what stands there. */
  readonly #places = new IntList();
  readonly #values = new IntList();

  constructor() {
    this.#parents.push(0);
    this.#tokens.push(-1);
  }

  insert(ids: readonly number[], channel: number, terminal: Terminal): void {
    if (ids.length === 0) return;
    let node = 0;
    for (const id of ids) node = this.#grow(node, id);
    this.#places.push(node * CHANNELS + channel);
    this.#values.push((terminal.entry << 2) | LETTER_CASES.indexOf(terminal.letters));
  }

  /** Lays the phrases out; `entryOf` gives the final index of an entry. The builder is not used afterwards. */
  build(entryOf: (channel: number, entry: number) => number = (_, entry) => entry): TrieArrays {
    this.#slots = new Int32Array();
    const order = breadthFirst(this.#parents.values(), this.#tokens.values());
    return { ...order.arrays, ...this.#layLists(order.numbers, entryOf) };
  }

  #grow(node: number, token: number): number {
    const mask = this.#slots.length - 1;
    let slot = slotOf(node, token, mask);
    for (;;) {
      const child = this.#slots[slot] as number;
      if (child === 0) break;
      if (this.#parents.at(child) === node && this.#tokens.at(child) === token) return child;
      slot = (slot + 1) & mask;
    }
    const child = this.#parents.length;
    this.#parents.push(node);
    this.#tokens.push(token);
    this.#slots[slot] = child;
    if (child * 2 > mask) this.#enlarge();
    return child;
  }

  #enlarge(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let child = 1; child < this.#parents.length; child++) {
      let slot = slotOf(this.#parents.at(child), this.#tokens.at(child), mask);
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = child;
    }
    this.#slots = slots;
  }

  /** The lists of every node, in the order of nodes and channels; lists of one thing that are the same are kept once. */
  #layLists(
    numbers: Int32Array,
    entryOf: (channel: number, entry: number) => number,
  ): Pick<TrieArrays, 'ends' | 'listAt' | 'lists'> {
    const places = this.#places.values();
    const starts = countingStarts(places, numbers.length * CHANNELS);
    const sorted = sortedBy(places, this.#values.values(), starts);
    const ends = new Uint8Array(numbers.length);
    const listAt = new Int32Array(numbers.length);
    const lists = new IntList();
    lists.push(0);
    const single = new Map<number, number>();
    for (let node = 0; node < numbers.length; node++) {
      const place = node * CHANNELS;
      const [from, to] = [starts[place] as number, starts[place + CHANNELS] as number];
      if (from === to) continue;
      const number = numbers[node] as number;
      const at = lists.length;
      for (let channel = 0; channel < CHANNELS; channel++) {
        const list = sorted.subarray(starts[place + channel], starts[place + channel + 1]);
        if (list.length === 0) continue;
        ends[number] = (ends[number] as number) | (1 << channel);
        lists.push(list.length);
        for (const value of list) lists.push((entryOf(channel, value >> 2) << 2) | (value & 3));
      }
      listAt[number] = to - from === 1 ? shared(single, lists, at) : at;
    }
    return { ends, listAt, lists: lists.values().slice() };
  }
}

/** Where a list of one thing, just written at the end, begins: the place of one that is the same, where it is taken back. */
function shared(known: Map<number, number>, lists: IntList, at: number): number {
  const value = lists.at(at + 1);
  const same = known.get(value);
  if (same === undefined) known.set(value, at);
  else lists.cut(at);
  return same ?? at;
}

/** Numbers the nodes breadth first, the children of a node in the order of their tokens. */
function breadthFirst(
  parents: Int32Array,
  tokens: Int32Array,
): { numbers: Int32Array; arrays: Pick<TrieArrays, 'first' | 'tokens' | 'children'> } {
  const count = parents.length;
  const starts = countingStarts(parents.subarray(1), count);
  const children = sortedBy(
    parents.subarray(1),
    Int32Array.from({ length: count - 1 }, (_, at) => at + 1),
    starts,
  );
  for (let node = 0; node < count; node++)
    if ((starts[node + 1] as number) - (starts[node] as number) > 1)
      children
        .subarray(starts[node], starts[node + 1])
        .sort((left, right) => (tokens[left] as number) - (tokens[right] as number));
  const order = new Int32Array(count);
  const numbers = new Int32Array(count);
  const firstChildren = new Int32Array(count + 1);
  let filled = 1;
  for (let at = 0; at < count; at++) {
    const node = order[at] as number;
    firstChildren[at] = filled;
    for (let index = starts[node] as number; index < (starts[node + 1] as number); index++) {
      const child = children[index] as number;
      numbers[child] = filled;
      order[filled++] = child;
    }
  }
  firstChildren[count] = count;
  const laid = order.map((node) => tokens[node] as number);
  return { numbers, arrays: { first: firstSteps(laid, firstChildren), tokens: laid, children: firstChildren } };
}

/** The node of each token that begins a phrase. */
function firstSteps(tokens: Int32Array, children: Int32Array): Int32Array {
  const end = children[1] as number;
  const first = new Int32Array(end > 1 ? (tokens[end - 1] as number) + 1 : 0);
  for (let node = 1; node < end; node++) first[tokens[node] as number] = node;
  return first;
}

/** Where each key's items begin once the items are sorted by key; one more at the end. */
function countingStarts(keys: Int32Array, count: number): Int32Array {
  const starts = new Int32Array(count + 1);
  for (const key of keys) starts[key + 1] = (starts[key + 1] as number) + 1;
  for (let key = 0; key < count; key++) starts[key + 1] = (starts[key + 1] as number) + (starts[key] as number);
  return starts;
}

/** Values in the order of their keys; those of one key stay in theirs. */
function sortedBy(keys: Int32Array, values: Int32Array, starts: Int32Array): Int32Array {
  const next = starts.slice();
  const sorted = new Int32Array(values.length);
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as number;
    sorted[next[key] as number] = values[index] as number;
    next[key] = (next[key] as number) + 1;
  }
  return sorted;
}

function slotOf(node: number, token: number, mask: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(token, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & mask;
}
