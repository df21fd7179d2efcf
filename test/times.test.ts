import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleOptions } from '../src/recognise/times/check.ts';
import { exampleTokens } from '../src/recognise/times/example-tokens.ts';
import { checkTimes, findTimes, resolveTime } from '../src/recognise/times/index.ts';
import { fold } from '../src/world/fold.ts';
import { type Row, readTable } from '../src/world/table.ts';
import { compileTimes, type TimeGrammar } from '../src/world/times.ts';

const ROOT = join(import.meta.dirname, '..');
/** Traditional characters are looked up as simplified ones, as the whole product does it. */
const simplified = new Map(
  readTable(join(ROOT, 'languages', 'zh', 'traditional.tsv')).rows.flatMap(({ cells }) =>
    (cells['traditional'] ?? '').split('; ').map((form): [string, string] => [form, cells['simplified'] ?? '']),
  ),
);

const LANGUAGES = ['en', 'vi', 'ru', 'tr', 'zh'];

describe.each(LANGUAGES)('times in %s', (language) => {
  const folder = join(ROOT, 'languages', language);
  const grammar = compileTimes(folder, language);
  const cases = readTable(join(ROOT, 'test', 'fixtures', 'times', `${language}.tsv`)).rows;

  it('reads the example of every row', () => {
    expect(checkTimes(folder, language)).toEqual([]);
  });

  it.each(cases.map((row) => [row.line, row.cells.text, row] as const))('line %i: %s', (_line, _text, row) => {
    expect(readCase(grammar, row)).toBe(expected(row));
  });
});

describe('vocabulary', () => {
  it('finds the same once it is bound to a tokeniser', async () => {
    const { Vocabulary, tokenBuffer, tokenise } = await import('../src/world/tokenise.ts');
    const grammar = compileTimes(join(ROOT, 'languages', 'vi'), 'vi');
    const vocabulary = new Vocabulary();
    grammar.vocabulary.bind((word) => vocabulary.add(word));
    const text = 'Tối 24/11, hai bên điện đàm; tuần trước họ đã gặp nhau.';
    const tokens = tokenBuffer(text.length);
    tokenise(text, 0, text.length, vocabulary, tokens);
    const found = findTimes(text, tokens, grammar).map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(['Tối 24/11', 'tuần trước']);
  });
});

/** The first time of the text as `earliest..latest`; `none` when the text has none, `null` when it cannot be placed. */
function readCase(grammar: TimeGrammar, row: Row): string {
  const text = row.cells.text ?? '';
  const tokens = exampleTokens(text);
  const folded = (token: number): string => {
    const word = fold(text.slice(tokens.start[token], tokens.end[token]));
    return simplified.get(word) ?? word;
  };
  const [mention, second] = findTimes(text, tokens, grammar, { fold: folded });
  if (!mention) return 'none';
  if (second) return `two times: ${[mention, second].map(({ start, end }) => text.slice(start, end)).join(' | ')}`;
  const time = resolveTime(mention.value, exampleOptions(grammar.language, row.cells.reference ?? ''));
  return time ? `${time.earliest ?? ''}..${time.latest ?? ''}` : 'null';
}

function expected(row: Row): string {
  const { expectedEarliest = '', expectedLatest = '' } = row.cells;
  return expectedEarliest === 'none' || expectedEarliest === 'null'
    ? expectedEarliest
    : `${expectedEarliest}..${expectedLatest}`;
}
