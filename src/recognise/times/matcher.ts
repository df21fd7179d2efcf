import type { Edge, ListNode, NumberShape, TimeGrammar, TimeNode, TimeSlot } from '../../world/times.ts';
import { CAPTURES } from '../../world/times.ts';
import { buildValue, type Captured } from './build.ts';
import type { TimeValue } from './value.ts';
import type { WordReader } from './words.ts';

/** What stands at a token: where it ends (exclusive), which rule says so, and its value (null: a false friend). */
export interface Match {
  readonly end: number;
  readonly rule: number;
  readonly value: TimeValue | null;
}

/** The best way found so far to read one stretch. */
interface Best {
  end: number;
  rule: number;
  captured: Captured | null;
  /** The rule of the time inside, for a rule that only wraps it. */
  inside: number;
}

const DEEPEST = 3;

/** Reads the times of one text: the longest pattern wins, among equals the row that comes first. */
export class TimeMatcher {
  readonly #grammar: TimeGrammar;
  readonly #words: WordReader;
  readonly #numbers = new Int32Array(CAPTURES.length).fill(-1);
  #times: TimeValue[] = [];
  #inside: number[] = [];
  #best: Best = { end: 0, rule: -1, captured: null, inside: -1 };
  #depth = 0;

  constructor(grammar: TimeGrammar, words: WordReader) {
    this.#grammar = grammar;
    this.#words = words;
  }

  /** The time that begins at a token, with all that extends it; null when none does. */
  at(token: number): Match | null {
    return this.#stages(token).at(-1) ?? null;
  }

  /** The time that begins at a token, alone and with each thing more that extends it. */
  #stages(token: number): Match[] {
    const stages: Match[] = [];
    let match = this.#read(this.#grammar.root, token, null);
    while (match) {
      stages.push(match);
      match = match.value ? this.#read(this.#grammar.extend, match.end, match) : null;
    }
    return stages;
  }

  /** Runs one trie from a token, with slots of its own; `before`: the time that it goes on from. */
  #read(node: TimeNode, token: number, before: Match | null): Match | null {
    const outer = { best: this.#best, times: this.#times, inside: this.#inside, numbers: this.#numbers.slice() };
    const best: Best = { end: token, rule: -1, captured: null, inside: -1 };
    this.#best = best;
    this.#times = before?.value ? [before.value] : [];
    this.#inside = before ? [before.rule] : [];
    this.#numbers.fill(-1);
    this.#walk(node, token);
    this.#best = outer.best;
    this.#times = outer.times;
    this.#inside = outer.inside;
    this.#numbers.set(outer.numbers);
    return this.#built(best);
  }

  #built(best: Best): Match | null {
    const rule = this.#grammar.rules[best.rule];
    if (!rule || !best.captured) return null;
    const index = rule.meaning.kind === 'time' && best.inside >= 0 ? best.inside : best.rule;
    return { end: best.end, rule: index, value: buildValue(rule.meaning, best.captured) };
  }

  #walk(node: TimeNode, token: number): void {
    if (node.rules.length > 0) this.#accept(node, token);
    if (token >= this.#words.tokens.count) return;
    const edges = node.words.get(this.#words.id(token));
    if (edges) for (const edge of edges) if (this.#passes(edge, token)) this.#walk(edge.next, token + 1);
    for (const edge of node.slots) if (edge.slot && this.#passes(edge, token)) this.#fill(edge.slot, edge.next, token);
  }

  #passes(edge: Edge<unknown>, token: number): boolean {
    return (!edge.capital || this.#words.isCapital(token)) && (!edge.glued || this.#words.touches(token));
  }

  #accept(node: TimeNode, end: number): void {
    const best = this.#best;
    if (this.#words.cutsNumber(end)) return;
    for (const rule of node.rules) {
      if (this.#grammar.rules[rule]?.inner && this.#depth === 0) continue;
      if (end < best.end || (end === best.end && best.rule >= 0 && best.rule <= rule)) continue;
      best.end = end;
      best.rule = rule;
      best.captured = { numbers: this.#numbers.slice(), times: [...this.#times] };
      best.inside = this.#inside[0] ?? -1;
    }
  }

  #fill(slot: TimeSlot, next: TimeNode, token: number): void {
    if (slot.time) {
      this.#fillTime(slot, next, token);
      return;
    }
    if (slot.shape) {
      const value = this.#shaped(slot.shape, token);
      if (value >= 0) this.#capture(slot.capture, value, next, token + 1);
    }
    if (slot.list) this.#fillList(slot, slot.list, next, token);
  }

  #fillTime(slot: TimeSlot, next: TimeNode, token: number): void {
    if (this.#depth >= DEEPEST) return;
    this.#depth++;
    const stages = this.#stages(token);
    this.#depth--;
    for (const { value, rule, end } of stages) {
      if (!value || (slot.time === 'date' && !(value.kind === 'date' && value.day !== null))) continue;
      this.#times.push(value);
      this.#inside.push(rule);
      this.#walk(next, end);
      this.#times.pop();
      this.#inside.pop();
    }
  }

  #fillList(slot: TimeSlot, list: ListNode, next: TimeNode, token: number): void {
    const edges = list.words.get(this.#words.id(token));
    if (!edges) return;
    for (const edge of edges) {
      if (!this.#passes(edge, token)) continue;
      if (edge.next.value !== null) this.#capture(slot.capture, edge.next.value, next, token + 1);
      if (edge.next.words.size > 0) this.#fillList(slot, edge.next, next, token + 1);
    }
  }

  #capture(capture: number, value: number, next: TimeNode, token: number): void {
    const before = this.#numbers[capture] ?? -1;
    this.#numbers[capture] = value;
    this.#walk(next, token);
    this.#numbers[capture] = before;
  }

  #shaped(shape: NumberShape, token: number): number {
    const digits = this.#words.digits(token);
    if (digits < shape.fewestDigits || digits > shape.mostDigits) return -1;
    const value = this.#words.number(token);
    return value >= shape.least && value <= shape.most ? value : -1;
  }
}
