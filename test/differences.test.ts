import { describe, expect, test } from 'vitest';
import { allPairs, measurePair } from '../tools/differences/pairs.ts';
import { testWorld } from './world-of-tests.ts';

/** Of ten pairs a kind, so many are found; `node tools/differences.ts --misses` lists the others. */
const FOUND: Readonly<Record<string, number>> = {
  actor: 8,
  attribution: 9,
  'claim-added': 7,
  'claim-dropped': 8,
  date: 9,
  mistranslation: 10,
  mode: 8,
  name: 9,
  number: 9,
  place: 10,
  'quotation-altered': 10,
  'quotation-dropped': 9,
  'quotation-split': 10,
  strength: 9,
};

const results = allPairs().map((pair) => measurePair(testWorld(), pair));

describe.each([...Map.groupBy(results, ({ pair }) => pair.kind)])('what a retelling changes: %s', (kind, some) => {
  test('is told from what only looks like it', () => {
    const alike = some.filter(({ found }) => found === null);
    expect(alike.length).toBe(3);
    expect(alike.filter(({ others }) => others.length > 0).map(({ pair }) => pair.retelling)).toEqual([]);
  });

  test('is found where it is', () => {
    const shown = some.filter(({ found }) => found !== null);
    expect(shown.length).toBe(10);
    expect(shown.filter(({ found }) => found).length).toBeGreaterThanOrEqual(FOUND[kind] as number);
  });

  test('is written for all five languages', () => {
    expect(new Set(some.flatMap(({ pair }) => [pair.from, pair.to])).size).toBe(5);
  });
});

test('hardly anything else is told beside what differs', () => {
  const others = results.reduce((sum, one) => sum + one.others.length, 0);
  expect(others).toBeLessThanOrEqual(6);
});
