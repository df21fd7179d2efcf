import type { ActStatus } from '../model/index.ts';
import type { Frame } from './frames.ts';
import { IntList } from './int-list.ts';
import { ListTable } from './list-table.ts';
import type { Sense, Trigger } from './senses.ts';

/** A trigger with its frames by their place in the list of all. */
interface PlainTrigger extends Omit<Trigger, 'frames'> {
  frames: number[];
}

/** The part of a sense that many forms of a word share; `trigger` is an index. */
type SenseBase = { kind: Sense['kind']; trigger?: number } & Record<string, unknown>;

/** What words may be, as plain data: how senses are kept once compiled. */
export interface SenseData {
  frames: Frame[];
  /** One a line of the table. */
  triggers: PlainTrigger[];
  /** Triggers whose form says how far the deed got: which, and its status; numbered after `triggers`. */
  variants: [trigger: number, status: ActStatus | null][];
  bases: SenseBase[];
  cases: (readonly string[])[];
  tails: (readonly number[])[];
}

/** Numbers a sense takes: its base, verb forms, cases and tail; −1 where it has none. */
const WIDTH = 4;

/** Lays out senses, each once. Gives the rows, the data they refer to, and the row of each sense. */
export function layOutSenses(
  senses: readonly Sense[],
  triggers: readonly Trigger[],
  frames: readonly Frame[],
): { rows: Int32Array; data: SenseData; rowOf: Int32Array } {
  const numbers = new TriggerNumbers(triggers, frames);
  const [bases, cases, tails] = [new Map<string, number>(), new ListTable<string>(), new ListTable<number>()];
  const data: SenseBase[] = [];
  const rows = new IntList();
  const known = new Map<string, number>();
  const rowOf = Int32Array.from(senses, (sense) => {
    const { is, cases: caseList, tail, ...rest } = sense as Record<string, unknown> & { is?: number };
    const base = sense.kind === 'trigger' ? { ...rest, trigger: numbers.of(sense.trigger) } : rest;
    const text = JSON.stringify(base);
    const baseAt = bases.get(text) ?? data.push(base as SenseBase) - 1;
    bases.set(text, baseAt);
    const row = [baseAt, is ?? -1, cases.indexOf(caseList as string[]), tails.indexOf(tail as number[])];
    const key = row.join(' ');
    const at = known.get(key) ?? rows.length / WIDTH;
    if (at === rows.length / WIDTH) for (const value of row) rows.push(value);
    known.set(key, at);
    return at;
  });
  const { plain, variants } = numbers;
  return {
    rows: rows.values().slice(),
    data: { frames: [...frames], triggers: plain, variants, bases: data, cases: cases.lists, tails: tails.lists },
    rowOf,
  };
}

/** Numbers the triggers and those that a form made of them. */
class TriggerNumbers {
  readonly plain: PlainTrigger[];
  readonly variants: SenseData['variants'] = [];
  readonly #byTrigger = new Map<Trigger, number>();
  readonly #byFrames = new Map<readonly Frame[], number>();
  readonly #byVariant = new Map<string, number>();

  constructor(triggers: readonly Trigger[], frames: readonly Frame[]) {
    const frameAt = new Map(frames.map((frame, index) => [frame, index]));
    this.plain = triggers.map((trigger, index) => {
      this.#byTrigger.set(trigger, index);
      this.#byFrames.set(trigger.frames, index);
      return { ...trigger, frames: trigger.frames.map((frame) => frameAt.get(frame) as number) };
    });
  }

  /** A variant keeps the list of frames of the trigger it was made of, which no other trigger has. */
  of(trigger: Trigger): number {
    const known = this.#byTrigger.get(trigger);
    if (known !== undefined) return known;
    const original = this.#byFrames.get(trigger.frames) as number;
    const key = `${original} ${trigger.status}`;
    const number = this.#byVariant.get(key) ?? this.plain.length + this.variants.push([original, trigger.status]) - 1;
    this.#byVariant.set(key, number);
    return number;
  }
}

/** Senses as objects, made when first asked for; the same object each time. */
export class SenseTable {
  readonly triggers: readonly Trigger[];
  readonly #all: readonly Trigger[];
  readonly #rows: Int32Array;
  readonly #data: SenseData;
  readonly #made: (Sense | undefined)[] = [];

  constructor(rows: Int32Array, data: SenseData) {
    this.#rows = rows;
    this.#data = data;
    this.triggers = data.triggers.map((trigger) => ({
      ...trigger,
      frames: trigger.frames.map((index) => data.frames[index] as Frame),
    }));
    const variants = data.variants.map(([index, status]) => ({ ...(this.triggers[index] as Trigger), status }));
    this.#all = [...this.triggers, ...variants];
  }

  get size(): number {
    return this.#rows.length / WIDTH;
  }

  at(index: number): Sense {
    const known = this.#made[index];
    if (known) return known;
    const made = this.#make(index * WIDTH);
    this.#made[index] = made;
    return made;
  }

  #make(at: number): Sense {
    const [base, is, cases, tail] = this.#rows.subarray(at, at + WIDTH) as unknown as [number, number, number, number];
    const sense: Record<string, unknown> = { ...this.#data.bases[base] };
    if (typeof sense['trigger'] === 'number') sense['trigger'] = this.#all[sense['trigger']];
    if (is >= 0) sense['is'] = is;
    if (cases >= 0) sense['cases'] = this.#data.cases[cases];
    if (tail >= 0) sense['tail'] = this.#data.tails[tail];
    return sense as unknown as Sense;
  }
}
