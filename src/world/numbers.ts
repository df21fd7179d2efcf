import { alternatives, DataError, type Row, readTable } from './table.ts';
import { asksCapital, type GrammarVocabulary, splitWords } from './vocabulary.ts';

/** What a word does beside a number. The words of these kinds are explained at the head of `languages/en/numbers.tsv`. */
export const NUMBER_KINDS = [
  'number',
  'article',
  'magnitude',
  'half',
  'join',
  'unit',
  'classifier',
  'currency',
  'about',
  'about-after',
  'ordinal',
  'stop',
] as const;
export type NumberKind = (typeof NUMBER_KINDS)[number];

/** One row's say on a word or phrase. */
export interface NumberWord {
  readonly kind: NumberKind;
  /** The number, for `number`, `magnitude` and `half`. */
  readonly value: number;
  /** The unit as the record prints it. */
  readonly unit: string;
  /** The text must write it with a capital: `A$`; a unit without this must not have one. */
  readonly capital: boolean;
}

/** A state of the trie of number words. */
export interface NumberNode {
  readonly words: Map<number, NumberNode>;
  readonly entries: NumberWord[];
}

/** A row's example, for the check. */
export interface NumberExample {
  readonly line: number;
  readonly example: string;
  readonly yields: string;
}

/** The numbers of a language, compiled; its words are numbered by the vocabulary of the times. */
export interface NumberGrammar {
  readonly root: NumberNode;
  /** The words that a number can begin with. */
  readonly opens: ReadonlySet<number>;
  /** Marks before the fraction ("1.5") and between thousands ("1,500"); a space between thousands is " ". */
  readonly decimal: string;
  readonly group: string;
  /** How many words may stand between a number and its unit. */
  readonly gap: number;
  readonly examples: readonly NumberExample[];
}

/** Compiles `numbers.tsv`; a language without one has no quantities but those of digits. */
export function compileNumbers(file: string, vocabulary: GrammarVocabulary): NumberGrammar {
  const root: NumberNode = { words: new Map(), entries: [] };
  const opens = new Set<number>();
  const settings = { decimal: '.', group: ',', gap: 0 };
  const examples: NumberExample[] = [];
  for (const row of readTable(file, { optional: true }).rows) {
    const { kind = '', value = '', example = '', yields = '' } = row.cells;
    if (example !== '') examples.push({ line: row.line, example, yields });
    if (kind === 'gap') settings.gap = Number(value);
    else if (kind === 'decimal' || kind === 'group') settings[kind] = marks(row.cells.forms ?? '');
    else if (kind !== 'example') addWord(file, row, root, vocabulary, opens);
  }
  return { root, opens, ...settings, examples };
}

const OPENING: ReadonlySet<NumberKind> = new Set(['number', 'magnitude', 'half', 'article']);

/** Marks stand side by side, a space as the word `space`. */
function marks(cell: string): string {
  return cell.replace('space', ' ');
}

function addWord(file: string, row: Row, root: NumberNode, vocabulary: GrammarVocabulary, opens: Set<number>): void {
  const kind = NUMBER_KINDS.find((known) => known === row.cells.kind);
  if (!kind) {
    const known = [...NUMBER_KINDS, 'decimal', 'group', 'gap', 'example'].join(', ');
    throw new DataError(file, row.line, `"${row.cells.kind}" is no kind: write one of ${known}`);
  }
  const value = numberOf(file, row, kind);
  for (const form of alternatives(row.cells.forms)) {
    const entry = { kind, value, unit: row.cells.value ?? '', capital: asksCapital(form) };
    let node = root;
    for (const word of splitWords(form)) {
      const id = vocabulary.add(word);
      if (node === root && OPENING.has(kind)) opens.add(id);
      const next = node.words.get(id) ?? { words: new Map(), entries: [] };
      node.words.set(id, next);
      node = next;
    }
    node.entries.push(entry);
  }
}

function numberOf(file: string, row: Row, kind: NumberKind): number {
  if (kind !== 'number' && kind !== 'magnitude' && kind !== 'half' && kind !== 'article') return 0;
  const value = Number(row.cells.value);
  if (row.cells.value !== '' && Number.isFinite(value)) return value;
  throw new DataError(file, row.line, `"${row.cells.value}" is no number: write the value in digits`);
}
