import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The rooms in the order data walks through them; none imports one after it. */
const ROOMS = ['model', 'world', 'read', 'recognise', 'code', 'resolve', 'store', 'check', 'show', 'cli'];
const SOURCE = join(import.meta.dirname, '..', 'src');

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

function importsOf(file: string): string[] {
  const text = readFileSync(join(SOURCE, file), 'utf8');
  return [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map((match) =>
    relative(SOURCE, join(SOURCE, dirname(file), match[1] as string)),
  );
}

describe('the arrows between rooms go one way', () => {
  test.each(files.filter((file) => file.includes('/')))('%s', (file) => {
    const room = ROOMS.indexOf(file.split('/')[0] as string);
    expect(room, `the room of ${file} is not listed`).toBeGreaterThanOrEqual(0);
    const wrong = importsOf(file).filter(
      (target) => target.includes('/') && ROOMS.indexOf(target.split('/')[0] as string) > room,
    );
    expect(wrong).toEqual([]);
  });

  test('the model holds types and nothing else', () => {
    for (const file of files.filter((name) => name.startsWith('model/')))
      expect(readFileSync(join(SOURCE, file), 'utf8')).not.toMatch(/^export (const|function|class)/m);
  });
});

describe('the size of things', () => {
  test('no file is over 400 lines', () => {
    const long = files
      .map((file) => ({ file, lines: readFileSync(join(SOURCE, file), 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > 401);
    expect(long).toEqual([]);
  });
});
