import { basename, join } from 'node:path';
import { code, SYMMETRIC } from '../code/index.ts';
import type { Act, Article, Coded } from '../model/index.ts';
import { recognise } from '../recognise/index.ts';
import type { World } from '../world/index.ts';
import { type Row, readTable, type Table } from '../world/table.ts';
import type { Problem } from './problem.ts';

/** The day the examples of the language tables are read on: a Saturday. */
export const EXAMPLE_DAY = '2024-06-15';

/** Runs the examples of a language's triggers: each must yield what its line says, and its near miss must not. */
export function checkExamples(world: World, language: string): Problem[] {
  const table = readTable(join(world.root, 'languages', language, 'triggers.tsv'));
  return table.rows.flatMap((row) => [
    ...checkExample(world, language, table, row),
    ...checkNearMiss(world, language, table, row),
  ]);
}

function checkExample(world: World, language: string, table: Table, row: Row): Problem[] {
  const example = row.cells['example'] ?? '';
  if (example === '')
    return [problem(table, row, `the trigger "${row.cells['id']}" has no example: write a sentence that shows it`)];
  const acts = codeSentence(world, language, example);
  const told = acts.map(written);
  return (row.cells['yields'] ?? '')
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '' && !acts.some((act) => yields(act, item)))
    .map((item) => problem(table, row, `"${example}" must yield ${item}, but yields ${told.join('; ') || 'nothing'}`));
}

function checkNearMiss(world: World, language: string, table: Table, row: Row): Problem[] {
  const sentence = row.cells['not'] ?? '';
  if (sentence === '') return [];
  const wrong = codeSentence(world, language, sentence).find((act) =>
    act.why.startsWith(`${language}/${row.cells['id']}#`),
  );
  return wrong
    ? [problem(table, row, `"${sentence}" must not be read as ${row.cells['type']}, but yields ${written(wrong)}`)]
    : [];
}

function problem(table: Table, row: Row, message: string): Problem {
  return { file: table.file, line: row.line, message };
}

/** The acts of one sentence, as if it were the first of a report of the example day. */
export function codeSentence(world: World, language: string, sentence: string): Act[] {
  return codedSentence(world, language, sentence, EXAMPLE_DAY)?.acts ?? [];
}

/** One sentence coded as if it were a report of a day. */
export function codedSentence(world: World, language: string, sentence: string, day: string): Coded | null {
  const text = sentence.normalize('NFC');
  const article: Article = {
    language,
    text,
    title: null,
    outlet: null,
    authors: [],
    published: {
      earliest: day,
      latest: day,
      basis: 'stated',
      time: null,
      why: 'the day of the examples',
    },
    url: null,
    blocks: [{ kind: 'paragraph', start: 0, end: text.length, lines: [1, 1] }],
    credits: [],
    warnings: [],
  };
  const marked = recognise(article, world);
  return marked
    ? code(marked, { id: '0000000000000000', path: basename(language), url: null, bytes: text.length })
    : null;
}

function written(act: Act): string {
  return `${act.type} ${act.from.join('+')}>${act.to.join('+')} ${act.status}${act.mode ? ` ${act.mode}` : ''}`;
}

/** Whether an act is what a line says: `CONSULT FRA+DEU>UKR happened meeting`. */
function yields(act: Act, wanted: string): boolean {
  const match = /^(\S+) (.+?)>(.+?) (happened|planned|proposed|threatened|denied|hypothetical)(?: (\S+))?$/.exec(
    wanted,
  );
  if (!match) return false;
  const [, type, from, to, status, mode] = match as unknown as [
    string,
    string,
    string,
    string,
    string,
    string | undefined,
  ];
  if (act.type !== type || act.status !== status || (mode !== undefined && act.mode !== mode)) return false;
  const [left, right] = [from.split('+'), to.split('+')];
  if (sameSet(act.from, left) && sameSet(act.to, right)) return true;
  return SYMMETRIC.has(type) && sameSet([...act.from, ...act.to], [...left, ...right]);
}

function sameSet(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((item) => right.includes(item));
}
