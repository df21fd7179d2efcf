import { join } from 'node:path';
import { compileNumbers, type NumberGrammar } from './numbers.ts';
import { alternatives, DataError, type Row, readTable } from './table.ts';
import {
  MeaningError,
  parseMeaning,
  TIME_PARTS,
  TIME_UNITS,
  type TimeMeaning,
  type TimePart,
  type TimeUnit,
} from './time-meaning.ts';
import { PatternError, type PatternStep, spellOut } from './time-pattern.ts';
import { asksCapital, GrammarVocabulary, splitWords } from './vocabulary.ts';

/** One row of `times.tsv` that is a pattern. */
export interface TimeRule {
  /** `en/times#12`: language and line. */
  readonly id: string;
  readonly line: number;
  readonly meaning: TimeMeaning;
  /** Holds only inside another time: the bare year of "since 2014". */
  readonly inner: boolean;
  readonly example: string;
  readonly reference: string;
  readonly yields: string;
}

/** The values that slots capture. A `2` after the name: the second end of a range. */
export const CAPTURES = [
  'day',
  'month',
  'year',
  'weekday',
  'n',
  'unit',
  'part',
  'quarter',
  'decade',
  'season',
  'day2',
  'month2',
  'year2',
  'weekday2',
  'other',
] as const;
export type Capture = (typeof CAPTURES)[number];

/** A slot: a number in digits, a word of a list, or another time. */
export interface TimeSlot {
  readonly name: string;
  /** Index into CAPTURES. */
  readonly capture: number;
  readonly shape: NumberShape | null;
  readonly list: ListNode | null;
  /** `time`: any time; `date`: one with a day of the month. */
  readonly time: 'time' | 'date' | null;
}

/** What a number must look like for a slot. */
export interface NumberShape {
  readonly least: number;
  readonly most: number;
  readonly fewestDigits: number;
  readonly mostDigits: number;
  /** Two digits for a year: 14 is 2014, 95 is 1995. */
  readonly short?: boolean;
}

/** A way on in a trie: over a word or through a slot. */
export interface Edge<Next> {
  readonly capital: boolean;
  readonly glued: boolean;
  readonly slot: TimeSlot | null;
  readonly next: Next;
}

/** A state of the trie of patterns. */
export interface TimeNode {
  readonly words: Map<number, Edge<TimeNode>[]>;
  readonly slots: Edge<TimeNode>[];
  /** Indices of the rules that end here. */
  readonly rules: number[];
}

/** A state of the trie of a word list. */
export interface ListNode {
  readonly words: Map<number, Edge<ListNode>[]>;
  value: number | null;
}

/** The times and numbers of a language, compiled over one vocabulary. */
export interface TimeGrammar {
  readonly language: string;
  readonly vocabulary: GrammarVocabulary;
  readonly numbers: NumberGrammar;
  readonly rules: readonly TimeRule[];
  readonly root: TimeNode;
  /** Patterns that go on from a time already read: `{time} (local time)`. */
  readonly extend: TimeNode;
  /** Patterns that go on from a date with a day: `{date} - {date}`. */
  readonly extendDate: TimeNode;
  /** For each word, the slots at the root that it can fill; slots for digits stand under `digits`. */
  readonly rootSlots: { readonly words: readonly Edge<TimeNode>[][]; readonly digits: readonly Edge<TimeNode>[] };
  /** 1 for the words that can open a pattern. */
  readonly opens: Uint8Array;
  /** Folded word → number, −1 for one that no pattern has. */
  wordId(folded: string): number;
}

const SHAPES: Readonly<Record<string, NumberShape>> = {
  day: { least: 1, most: 31, fewestDigits: 1, mostDigits: 2 },
  month: { least: 1, most: 12, fewestDigits: 1, mostDigits: 2 },
  year: { least: 1800, most: 2100, fewestDigits: 4, mostDigits: 4 },
  yy: { least: 0, most: 99, fewestDigits: 2, mostDigits: 2, short: true },
  n: { least: 1, most: 999, fewestDigits: 1, mostDigits: 3 },
  quarter: { least: 1, most: 4, fewestDigits: 1, mostDigits: 1 },
  decade: { least: 1800, most: 2090, fewestDigits: 4, mostDigits: 4 },
  hour: { least: 0, most: 24, fewestDigits: 1, mostDigits: 2 },
  minute: { least: 0, most: 59, fewestDigits: 2, mostDigits: 2 },
};

/**
 * Compiles `times.tsv` and `numbers.tsv` of a language's folder (`languages/en`).
 * @throws DataError that names the line and what to write instead
 */
export function compileTimes(folder: string, language: string): TimeGrammar {
  const file = join(folder, 'times.tsv');
  const rows = readTable(file).rows;
  const compiler = new TimeCompiler(file, language);
  for (const row of rows) if (row.cells.pattern?.startsWith('=')) compiler.addListRow(row);
  for (const row of rows) if (!row.cells.pattern?.startsWith('=')) compiler.addRule(row);
  return compiler.finish(join(folder, 'numbers.tsv'));
}

class TimeCompiler {
  readonly #file: string;
  readonly #language: string;
  readonly #vocabulary = new GrammarVocabulary();
  readonly #lists = new Map<string, ListNode>();
  readonly #rules: TimeRule[] = [];
  readonly #root = newNode();
  readonly #extend = newNode();
  readonly #extendDate = newNode();

  constructor(file: string, language: string) {
    this.#file = file;
    this.#language = language;
  }

  addListRow(row: Row): void {
    const name = (row.cells.pattern ?? '').slice(1).trim();
    const value = this.#listValue(row);
    const list = this.#lists.get(name) ?? newListNode();
    this.#lists.set(name, list);
    for (const form of alternatives(row.cells.example)) this.#addForm(list, form, value);
  }

  addRule(row: Row): void {
    const { pattern = '', meaning = '', example = '', reference = '', yields = '' } = row.cells;
    const inner = meaning.endsWith(' inner');
    const parsed = this.#attempt(row, () => parseMeaning(inner ? meaning.slice(0, -6) : meaning));
    const rule = this.#rules.length;
    const id = `${this.#language}/times#${row.line}`;
    this.#rules.push({ id, line: row.line, meaning: parsed, inner, example, reference, yields });
    for (const steps of this.#attempt(row, () => spellOut(pattern))) this.#addSteps(row, steps, rule);
  }

  finish(numbersFile: string): TimeGrammar {
    const vocabulary = this.#vocabulary;
    const numbers = compileNumbers(numbersFile, vocabulary);
    return {
      language: this.#language,
      vocabulary,
      numbers,
      rules: this.#rules,
      root: this.#root,
      extend: this.#extend,
      extendDate: this.#extendDate,
      rootSlots: slotsByWord(this.#root, vocabulary.size),
      opens: openers(this.#root, vocabulary.size),
      wordId: (folded) => vocabulary.find(folded),
    };
  }

  #addForm(list: ListNode, form: string, value: number): void {
    let node = list;
    for (const word of splitWords(form)) {
      node = step(node, this.#vocabulary.add(word), asksCapital(word), false, newListNode);
    }
    node.value ??= value;
  }

  #addSteps(row: Row, steps: PatternStep[], rule: number): void {
    const opener = steps[0]?.kind === 'slot' ? steps[0].text : '';
    const extended = opener === 'time' ? this.#extend : opener === 'date' ? this.#extendDate : null;
    if (steps.length < (extended ? 2 : 1)) {
      throw new DataError(
        this.#file,
        row.line,
        'the pattern can stand for nothing at all: make one part of it required',
      );
    }
    let node = extended ?? this.#root;
    for (const each of extended ? steps.slice(1) : steps) node = this.#advance(row, node, each);
    if (!node.rules.includes(rule)) node.rules.push(rule);
  }

  #advance(row: Row, node: TimeNode, each: PatternStep): TimeNode {
    if (each.kind === 'word') {
      return step(node, this.#vocabulary.add(each.text), each.capital, each.glued, newNode);
    }
    const known = node.slots.find((edge) => edge.slot?.name === each.text && edge.glued === each.glued);
    if (known) return known.next;
    const edge = { capital: false, glued: each.glued, slot: this.#slot(row, each.text), next: newNode() };
    node.slots.push(edge);
    return edge.next;
  }

  /** `{month}`, its second end `{month2}`, through a list of names `{monthname}`, or through any list `{month:list}`. */
  #slot(row: Row, name: string): TimeSlot {
    const time = name === 'time' || name === 'date' ? name : null;
    const [main = '', through] = name.split(':');
    const second = main.endsWith('2') ? '2' : '';
    const plain = second ? main.slice(0, -1) : main;
    const list = through ?? plain;
    const base = plain.endsWith('name') ? plain.slice(0, -4) : plain;
    const words = this.#lists.get(list) ?? null;
    const shape = SHAPES[list] ?? null;
    if (!time && !words && !shape) {
      throw new DataError(this.#file, row.line, `{${name}} is unknown: add rows "=${list}" for its words`);
    }
    const capture = CAPTURES.findIndex((known) => known === base + second);
    return { name, capture: capture < 0 ? CAPTURES.indexOf('other') : capture, shape, list: words, time };
  }

  #listValue(row: Row): number {
    const text = row.cells.meaning ?? '';
    const value = listValueOf(text);
    if (value === null) {
      throw new DataError(this.#file, row.line, `"${text}" is no value: write a whole number, a unit or a part`);
    }
    return value;
  }

  #attempt<T>(row: Row, action: () => T): T {
    try {
      return action();
    } catch (error) {
      if (!(error instanceof PatternError || error instanceof MeaningError)) throw error;
      throw new DataError(this.#file, row.line, error.message, { cause: error });
    }
  }
}

function listValueOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const unit = TIME_UNITS.indexOf(text as TimeUnit);
  if (unit >= 0) return unit;
  const part = TIME_PARTS.indexOf(text as TimePart);
  if (part >= 0) return part;
  return text === '-' ? 0 : null;
}

function newNode(): TimeNode {
  return { words: new Map(), slots: [], rules: [] };
}

function newListNode(): ListNode {
  return { words: new Map(), value: null };
}

/** The state after a word, made if it is not there yet. */
function step<Node extends { words: Map<number, Edge<Node>[]> }>(
  node: Node,
  word: number,
  capital: boolean,
  glued: boolean,
  create: () => Node,
): Node {
  const edges = node.words.get(word) ?? [];
  node.words.set(word, edges);
  const known = edges.find((edge) => edge.capital === capital && edge.glued === glued);
  if (known) return known.next;
  const edge = { capital, glued, slot: null, next: create() };
  edges.push(edge);
  return edge.next;
}

/** Marks the words that a pattern or a list in first place can begin with. */
function openers(root: TimeNode, size: number): Uint8Array {
  const opens = new Uint8Array(size);
  for (const word of root.words.keys()) opens[word] = 1;
  for (const { slot } of root.slots) for (const word of slot?.list?.words.keys() ?? []) opens[word] = 1;
  return opens;
}

function slotsByWord(root: TimeNode, size: number): TimeGrammar['rootSlots'] {
  const words: Edge<TimeNode>[][] = Array.from({ length: size }, () => []);
  for (const edge of root.slots) for (const word of edge.slot?.list?.words.keys() ?? []) words[word]?.push(edge);
  return { words, digits: root.slots.filter(({ slot }) => slot?.shape) };
}
