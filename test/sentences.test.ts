import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Act } from '../src/model/index.ts';
import { codeReport } from '../src/pipeline.ts';
import { type Row, readTable } from '../src/world/table.ts';
import { testWorld } from './world-of-tests.ts';

const rows = readTable(join(import.meta.dirname, 'fixtures', 'sentences', 'en.tsv')).rows;
/** Types whose parties stand on either side alike. */
const MUTUAL = new Set(['CONSULT', 'AGREE', 'SUPPORT', 'COOPERATE', 'RETREAT']);

/** A sentence alone, with no day and no title, as other coders are measured on. */
describe('a sentence alone', () => {
  const [todo, done] = [true, false].map((open) =>
    rows
      .filter(({ cells }) => (cells.kind === 'todo') === open)
      .map((row) => [row.line, row.cells.text ?? '', row] as const),
  );
  it.each(done ?? [])('line %i: %s', (_line, _text, row) => expect(given(row)).toContain(row.cells.yields));
  it.fails.each(todo ?? [])('line %i: %s', (_line, _text, row) => expect(given(row)).toContain(row.cells.yields));
});

function given({ cells, line }: Row): string[] {
  const content = cells.text ?? '';
  const report = { id: String(line), path: String(line), url: null, bytes: content.length };
  const { acts } = codeReport(testWorld(), { report, kind: 'text', content, hints: {} });
  return acts.length === 0 ? ['none'] : acts.flatMap((act) => written(act, cells.yields ?? ''));
}

/** An act as the column writes it; one that both sides share in the order of the column. */
function written({ type, from, to }: Act, yields: string): string[] {
  const parties = (list: readonly string[]): string => list.map((actor) => actor.replaceAll(' ', '_')).join('+');
  const [wanted = '', sides = ''] = yields.split(' ');
  const members = (text: string): string => text.split(/[+>]/).toSorted().join();
  const plain = `${parties(from)}>${parties(to)}`;
  const isSame = type === wanted && MUTUAL.has(type) && members(plain) === members(sides);
  return [isSame ? yields : `${type} ${plain}`];
}
