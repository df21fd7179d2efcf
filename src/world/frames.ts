import { DataError, type Row, type Table } from './table.ts';

/** Who a slot is for: who acts, towards whom, a third party, or a group whose members deal with each other. */
export type SlotRole = 'A' | 'B' | 'C' | 'A+B';

/** A place of a frame that an actor fills. */
export interface Slot {
  role: SlotRole;
  /** Names of the marks that may stand before it; empty: it is bare. */
  marks: readonly string[];
  /** Names of the cases it may have, in a language with cases; empty: none asked for. */
  cases: readonly string[];
  /** It owns what follows: `{A}'s`. */
  possessor: boolean;
  /** The subject of the clause, wherever it stands: `{A^}`. */
  inherited: boolean;
  /** Whoever says the sentence: `{A!}`, for judgements ("Paris called it unacceptable"). */
  speaker: boolean;
  /** The nearest actor before the trigger, whatever its mark, else whom the report is about: `{B*}`. */
  anywhere: boolean;
  optional: boolean;
  /** Where it stands: before the light verb or the trigger, between the two, or after the trigger. */
  zone: 'before' | 'inner' | 'after';
}

/** A clause frame: how actors stand around a trigger. */
export interface Frame {
  name: string;
  /** Which line of its name it is, from 1. */
  variant: number;
  pos: 'verb' | 'noun';
  pattern: string;
  slots: readonly Slot[];
  /** It asks for a light verb before the trigger ("held talks") or after it ("sanctions were imposed"). */
  light: 'before' | 'after' | null;
  /** `L:give` asks for one that `words.tsv` gives that value. */
  lightValue?: string;
  /** Names of the passive markers it asks for; null for an active frame. */
  passive: readonly string[] | null;
  /** Marks of which one stands right before the trigger: the "for" of "is in {B} for a visit"; empty: none asked for. */
  lead: readonly string[];
  /** Words that must follow the last slot: the "to" of "wants {B} to". */
  tail: readonly string[];
}

/** Elements of a pattern that are no words. */
const STRUCTURE = new Set(['[', ']', 'V', 'L']);
const SLOT = /^\{(A\+B|A|B|C)([\^!*])?(?::([^}]+))?\}('s)?$/;

/**
 * Compiles the frames of a language.
 * @throws DataError that names the line, what is wrong and what to write instead
 */
export function compileFrames(table: Table, passiveNames: ReadonlySet<string>): Map<string, Frame[]> {
  const frames = new Map<string, Frame[]>();
  for (const row of table.rows) {
    const name = row.cells['name'] ?? '';
    const list = frames.get(name) ?? [];
    list.push(compileFrame(table, row, name, list.length + 1, passiveNames));
    frames.set(name, list);
  }
  return frames;
}

function compileFrame(table: Table, row: Row, name: string, variant: number, passiveNames: ReadonlySet<string>): Frame {
  const pattern = row.cells['pattern'] ?? '';
  const pos = row.cells['pos'];
  if (pos !== 'verb' && pos !== 'noun')
    throw new DataError(table.file, row.line, `pos is "${pos}": write verb or noun`);
  const state = {
    zone: 'before' as Slot['zone'],
    light: null as Frame['light'],
    lightValue: undefined as string | undefined,
    passive: null as string[] | null,
    words: [] as string[],
    lead: [] as string[],
    optional: false,
    trigger: false,
  };
  const slots: Slot[] = [];
  for (const element of pattern.replaceAll('[', ' [ ').replaceAll(']', ' ] ').split(/\s+/).filter(Boolean)) {
    const match = SLOT.exec(element);
    if (match) {
      slots.push(slotOf(match, state));
      state.words = [];
    } else if (STRUCTURE.has(element.split(':')[0] as string)) placeElement(element, state, passiveNames);
    else state.words.push(element);
  }
  if (!state.trigger)
    throw new DataError(table.file, row.line, `the pattern "${pattern}" has no V: write V where the trigger stands`);
  if (slots.length === 0)
    throw new DataError(
      table.file,
      row.line,
      `the pattern "${pattern}" has no slot: write {A}, {B} or {A+B} where an actor stands`,
    );
  const { light, lightValue, passive, lead, words: tail } = state;
  return { name, variant, pos, pattern, slots, light, ...(lightValue ? { lightValue } : {}), passive, lead, tail };
}

interface PatternState {
  zone: Slot['zone'];
  light: Frame['light'];
  lightValue: string | undefined;
  passive: string[] | null;
  /** Words since the last element: the mark of the next slot (`đối với|chống`), or a passive marker. */
  words: string[];
  lead: string[];
  optional: boolean;
  trigger: boolean;
}

function slotOf(match: RegExpExecArray, state: PatternState): Slot {
  return {
    role: match[1] as SlotRole,
    marks: state.words.length > 0 ? state.words.join(' ').split('|') : [],
    cases: match[3]?.split('|') ?? [],
    possessor: match[4] !== undefined,
    inherited: match[2] === '^',
    speaker: match[2] === '!',
    anywhere: match[2] === '*',
    optional: state.optional,
    zone: state.zone,
  };
}

function placeElement(element: string, state: PatternState, passiveNames: ReadonlySet<string>): void {
  const names = state.words.join(' ').split('|');
  if (names.every((name) => passiveNames.has(name))) {
    state.passive = names;
    state.words = [];
    if (!state.trigger) state.zone = 'inner';
  }
  if (element === '[') state.optional = true;
  else if (element === ']') state.optional = false;
  else if (element === 'V') {
    if (state.words.length > 0) state.lead = state.words.join(' ').split('|');
    state.words = [];
    state.zone = 'after';
    state.trigger = true;
  } else {
    state.light = state.trigger ? 'after' : 'before';
    state.lightValue = element.split(':')[1];
    if (!state.trigger) state.zone = 'inner';
  }
}
