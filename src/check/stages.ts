import { join } from 'node:path';
import type { StageFact } from '../model/index.ts';
import type { World } from '../world/index.ts';
import { HELPERS } from '../world/stage-words.ts';
import { alternatives, type Row, readTable, type Table } from '../world/table.ts';
import { codedSentence } from './examples.ts';
import type { Problem } from './problem.ts';

/** The day the examples of stages are read on, where a row names none. */
const EXAMPLE_DAY = '2026-01-15';

/** Runs the examples of a language's stage words: each must yield what its line says, and its near miss nothing of that row. */
export function checkStages(world: World, language: string): Problem[] {
  const table = readTable(join(world.root, 'languages', language, 'stages.tsv'), { optional: true });
  return [
    ...checkForms(table),
    ...table.rows.flatMap((row) => [
      ...checkExample(world, language, table, row),
      ...checkNearMiss(world, language, table, row),
    ]),
  ];
}

/** One form must not tell of two stages of one kind on the same side: nobody could say which is meant. */
function checkForms(table: Table): Problem[] {
  const seen = new Map<string, Row>();
  return table.rows.flatMap((row) => {
    const { stage = '', kinds = '', place = '' } = row.cells;
    if (HELPERS.has(stage)) return [];
    const keys = kinds
      .split(' ')
      .flatMap((kind) => alternatives(row.cells['forms']).map((form) => `${kind} ${place} ${form}`));
    return keys.flatMap((key) => {
      const other = seen.get(key);
      seen.set(key, row);
      if (!other || other.cells['stage'] === stage) return [];
      return [
        problem(
          table,
          row,
          `"${key}" is already "${other.cells['stage']}" on line ${other.line}: leave one of them out`,
        ),
      ];
    });
  });
}

function checkExample(world: World, language: string, table: Table, row: Row): Problem[] {
  const { id = '', example = '', yields = '' } = row.cells;
  if (example === '')
    return [problem(table, row, `the stage word "${id}" has no example: write a sentence that shows it`)];
  const told = stagesIn(world, language, row, example).map(written);
  return yields
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '' && !told.some((fact) => fact === item || fact.startsWith(`${item} `)))
    .map((item) => problem(table, row, `"${example}" must yield ${item}, but yields ${told.join('; ') || 'nothing'}`));
}

function checkNearMiss(world: World, language: string, table: Table, row: Row): Problem[] {
  const { id = '', not = '' } = row.cells;
  if (not === '') return [];
  const wrong = stagesIn(world, language, row, not).find(({ why }) => why.startsWith(`${language}/${id}.`));
  return wrong ? [problem(table, row, `"${not}" must not be read by this row, but yields ${written(wrong)}`)] : [];
}

function stagesIn(world: World, language: string, row: Row, sentence: string): StageFact[] {
  return codedSentence(world, language, sentence, row.cells['day'] || EXAMPLE_DAY)?.stages ?? [];
}

/** A stage as the tables write it: `new-start suspended happened 2023-02`. */
function written({ track, stage, status, when }: StageFact): string {
  const day = when?.earliest === when?.latest ? when?.earliest : `${when?.earliest ?? ''}..${when?.latest ?? ''}`;
  return [track, stage, status, when ? day : null].filter(Boolean).join(' ');
}

function problem(table: Table, row: Row, message: string): Problem {
  return { file: table.file, line: row.line, message };
}
