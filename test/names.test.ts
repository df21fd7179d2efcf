import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { type Row, readTable } from '../src/world/table.ts';
import { markedOf } from './world-of-tests.ts';

const FOLDER = join(import.meta.dirname, 'fixtures', 'names');
const tables = ['en', 'vi', 'ru', 'tr', 'zh']
  .map((language) => ({ language, file: join(FOLDER, `${language}.tsv`) }))
  .filter(({ file }) => existsSync(file))
  .map(({ language, file }) => ({ language, rows: readTable(file).rows }));

/** Rows of a kind that begins so are known to fail: they are held to fail, so that who mends one finds out. */
const TODO = 'todo ';

describe.each(tables)('who is named in a sentence, in $language', ({ language, rows }) => {
  const [todo, done] = [true, false].map((open) =>
    rows
      .filter(({ cells }) => (cells.kind ?? '').startsWith(TODO) === open)
      .map((row) => [row.line, named(row), row] as const),
  );
  it.each(done ?? [])('line %i: %s', (_line, _text, row) => expect(found(row, language)).toEqual(expected(row)));
  if (todo && todo.length > 0)
    it.fails.each(todo)('line %i: %s', (_line, _text, row) => expect(found(row, language)).toEqual(expected(row)));
});

test('no sentence stands twice', () => {
  for (const { language, rows } of tables) {
    const texts = rows.map(({ cells }) => `${cells.text} ${cells.day}`);
    expect(
      texts.filter((text, index) => texts.indexOf(text) < index),
      language,
    ).toEqual([]);
  }
});

function named({ cells }: Row): string {
  return `${cells.kind}: ${cells.text}`;
}

function expected({ cells }: Row): { actors: string[]; people: string[] } {
  return {
    actors: listed(cells.actors, /\s+/)
      .map((actor) => actor.replaceAll('_', ' '))
      .toSorted(),
    people: listed(cells.people, /;\s*/),
  };
}

function listed(cell: string | undefined, separator: RegExp): string[] {
  return (cell ?? '').split(separator).filter(Boolean).toSorted();
}

/** All that the sentence's noun phrases stand for, each once. */
function found({ cells }: Row, language: string): { actors: string[]; people: string[] } {
  // A town stands for its country only as what suffers a deed: it names no actor.
  const all = markedOf(cells.text ?? '', language, cells.day || undefined)
    .sentences.flatMap((one) => one.arguments)
    .filter(({ mentions }) => mentions[0]?.kind !== 'place');
  return {
    actors: [...new Set(all.flatMap(({ actors }) => actors))].toSorted(),
    people: [...new Set(all.flatMap(({ people }) => people.map(({ name }) => name)))].toSorted(),
  };
}
