import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeSentence } from '../src/check/examples.ts';
import { openWorld } from '../src/world/index.ts';
import { readTable } from '../src/world/table.ts';

const world = openWorld({ languages: ['ru'] });
const rows = readTable(join(import.meta.dirname, 'fixtures', 'russian', 'clauses.tsv')).rows;

/** Rows of a kind that begins so are known to fail: they are held to fail, so that who mends one finds out. */
const TODO = 'todo ';

describe('Russian clauses', () => {
  for (const { line, cells } of rows) {
    const run = (cells.kind ?? '').startsWith(TODO) ? it.fails : it;
    run(`line ${line}, ${cells.kind}: ${cells.sentence}`, () => {
      expect(acts(cells.sentence ?? '')).toEqual(listed(cells.acts));
    });
  }
});

function acts(sentence: string): string[] {
  return codeSentence(world, 'ru', sentence)
    .map(({ type, from, to, status, mode }) =>
      [type, `${from.join('+')}>${to.join('+')}`, status, mode].filter(Boolean).join(' '),
    )
    .toSorted();
}

function listed(cell: string | undefined): string[] {
  return (cell ?? '').split('; ').filter(Boolean).toSorted();
}
