import type { Edge, ListNode, NumberShape, TimeGrammar, TimeNode, TimeSlot } from '../../world/times.ts';
import { CAPTURES } from '../../world/times.ts';
import { NUMBER } from '../../world/tokenise.ts';
import { buildValue } from './build.ts';
import type { TimeValue } from './value.ts';
import type { WordReader } from './words.ts';

/** What stands at a token: where it ends (exclusive), which rule says so, and its value (null: a false friend). */
export interface Match {
  readonly end: number;
  readonly rule: number;
  readonly value: TimeValue | null;
}

/** The state of one run through a trie: what its slots hold, and the best way found so far to read the stretch. */
interface Frame {
  readonly numbers: Int32Array;
  readonly times: TimeValue[];
  /** The rules that the times inside were read by. */
  readonly inside: number[];
  readonly bestNumbers: Int32Array;
  bestTimes: TimeValue[];
  end: number;
  rule: number;
  /** The rule of the first time inside, for a rule that only wraps it. */
  wrapped: number;
}

const DEEPEST = 3;
/** Two digits from here on are a year of the twentieth century. */
const FIRST_OF_LAST_CENTURY = 50;
const NOTHING: readonly Match[] = [];

/** Reads the times of one text: the longest pattern wins, among equals the row that comes first. */
export class TimeMatcher {
  readonly #grammar: TimeGrammar;
  readonly #words: WordReader;
  /** One frame a run that is under way; they are used again and again. */
  readonly #frames: Frame[] = [];
  #frame: Frame = newFrame();
  #running = 0;
  #depth = 0;

  constructor(grammar: TimeGrammar, words: WordReader) {
    this.#grammar = grammar;
    this.#words = words;
  }

  /** The time that begins at a token, with all that extends it; null when none does. */
  at(token: number): Match | null {
    return this.#stages(token).at(-1) ?? null;
  }

  /** Whether a time can begin at a token at all. */
  #opens(token: number): boolean {
    const { kind, count } = this.#words.tokens;
    if (token >= count) return false;
    if (kind[token] === NUMBER) return this.#words.isWhole(token);
    const id = this.#words.id(token);
    return id >= 0 && this.#grammar.opens[id] === 1;
  }

  /** The time that begins at a token, alone and with each thing more that extends it. */
  #stages(token: number): readonly Match[] {
    if (!this.#opens(token)) return NOTHING;
    let match = this.#read(this.#grammar.root, token, null);
    if (!match) return NOTHING;
    const stages: Match[] = [];
    while (match) {
      stages.push(match);
      match = this.#extended(match);
    }
    return stages;
  }

  /** A time with the words that go on from it; null when none do. */
  #extended(match: Match): Match | null {
    if (!match.value) return null;
    const more = this.#read(this.#grammar.extend, match.end, match);
    const dated = hasDay(match.value) ? this.#read(this.#grammar.extendDate, match.end, match) : null;
    return dated && dated.end > (more?.end ?? 0) ? dated : more;
  }

  /** Runs one trie from a token, with slots of its own; `before`: the time that it goes on from. */
  #read(node: TimeNode, token: number, before: Match | null): Match | null {
    const outer = this.#frame;
    const frame = this.#openFrame();
    if (before?.value) {
      frame.times.push(before.value);
      frame.inside.push(before.rule);
    }
    frame.end = token;
    this.#walk(node, token);
    const match = this.#built(frame);
    frame.times.length = 0;
    frame.inside.length = 0;
    this.#frame = outer;
    this.#running--;
    return match;
  }

  #openFrame(): Frame {
    let frame = this.#frames[this.#running];
    if (!frame) {
      frame = newFrame();
      this.#frames.push(frame);
    }
    this.#running++;
    frame.rule = -1;
    this.#frame = frame;
    return frame;
  }

  #built(frame: Frame): Match | null {
    const rule = this.#grammar.rules[frame.rule];
    if (!rule) return null;
    const index = rule.meaning.kind === 'time' && frame.wrapped >= 0 ? frame.wrapped : frame.rule;
    const captured = { numbers: frame.bestNumbers, times: frame.bestTimes };
    return { end: frame.end, rule: index, value: buildValue(rule.meaning, captured) };
  }

  #walk(node: TimeNode, token: number): void {
    if (node.rules.length > 0) this.#accept(node, token);
    const { tokens } = this.#words;
    if (token >= tokens.count) return;
    const id = this.#words.id(token);
    const isNumber = tokens.kind[token] === NUMBER;
    if (id < 0 && !isNumber) return;
    const edges = id < 0 ? undefined : node.words.get(id);
    if (edges) for (const edge of edges) if (this.#passes(edge, token)) this.#walk(edge.next, token + 1);
    for (const edge of this.#slots(node, id, isNumber)) {
      if (edge.slot && this.#passes(edge, token)) this.#fill(edge.slot, edge.next, token);
    }
  }

  /** The slots that may be filled from here; at the root, where most runs end, only those that the token can fill. */
  #slots(node: TimeNode, id: number, isNumber: boolean): readonly Edge<TimeNode>[] {
    const { root, rootSlots } = this.#grammar;
    if (node !== root) return node.slots;
    if (isNumber) return id < 0 ? rootSlots.digits : root.slots;
    return rootSlots.words[id] ?? root.slots;
  }

  #passes(edge: Edge<unknown>, token: number): boolean {
    return (!edge.capital || this.#words.isCapital(token)) && (!edge.glued || this.#words.touches(token));
  }

  #accept(node: TimeNode, end: number): void {
    if (this.#words.cutsNumber(end)) return;
    const frame = this.#frame;
    for (const rule of node.rules) {
      if (this.#depth === 0 && this.#grammar.rules[rule]?.inner) continue;
      if (end < frame.end || (end === frame.end && frame.rule >= 0 && frame.rule <= rule)) continue;
      frame.end = end;
      frame.rule = rule;
      frame.bestNumbers.set(frame.numbers);
      frame.bestTimes = frame.times.slice();
      frame.wrapped = frame.inside[0] ?? -1;
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
      if (!value || (slot.time === 'date' && !hasDay(value))) continue;
      this.#frame.times.push(value);
      this.#frame.inside.push(rule);
      this.#walk(next, end);
      this.#frame.times.pop();
      this.#frame.inside.pop();
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
    const { numbers } = this.#frame;
    const before = numbers[capture] ?? -1;
    numbers[capture] = value;
    this.#walk(next, token);
    numbers[capture] = before;
  }

  #shaped(shape: NumberShape, token: number): number {
    const digits = this.#words.digits(token);
    if (digits < shape.fewestDigits || digits > shape.mostDigits) return -1;
    const value = this.#words.number(token);
    if (value < shape.least || value > shape.most) return -1;
    return shape.short ? value + (value < FIRST_OF_LAST_CENTURY ? 2000 : 1900) : value;
  }
}

function hasDay(value: TimeValue): boolean {
  return value.kind === 'date' && value.day !== null;
}

function newFrame(): Frame {
  const numbers = new Int32Array(CAPTURES.length).fill(-1);
  return { numbers, times: [], inside: [], bestNumbers: numbers.slice(), bestTimes: [], end: 0, rule: -1, wrapped: -1 };
}
