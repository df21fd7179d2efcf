import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Act } from '../src/model/index.ts';
import { Figures, measureArticle } from '../tools/articles/figures.ts';
import {
  articleFile,
  codeMarked,
  LANGUAGES,
  type MarkedAct,
  type MarkedArticle,
  marksOf,
} from '../tools/articles/marks.ts';
import { fitOf } from '../tools/articles/match.ts';
import { minimums } from '../tools/articles/minimums.ts';
import { testWorld } from './world-of-tests.ts';

/** Codes that are no state's, as GUIDE of the marks has them, are words: NATO, Hamas. */
const ACTOR = /^(?:al-|[A-Z])[\w’'+ -]+$/;

const held = minimums();
const marked = LANGUAGES.map((language) => ({ language, marks: marksOf(language) })).filter(
  ({ marks }) => marks.length > 0,
);

describe.each(marked)('the marks of the articles in $language', ({ marks }) => {
  test.each(marks.map((one) => [one.doc, one] as const))('%s is marked on lines that are there', (_, one) => {
    const lines = readFileSync(articleFile(one), 'utf8').split('\n');
    const empty = [...one.chrome, ...one.events.map(({ line }) => line), ...one.statements.map(({ line }) => line)];
    expect(empty.filter((line) => !lines[line - 1]?.trim())).toEqual([]);
    expect(one.statements.filter(({ quote, line }) => quote && !lines[line - 1]?.includes(quote))).toEqual([]);
    expect(actorsOf(one).filter((actor) => !ACTOR.test(actor))).toEqual([]);
  });
});

describe.each(marked)('the articles in $language', ({ language, marks }) => {
  test('are coded as well as they were', async () => {
    const figures = new Figures();
    for (const one of marks)
      measureArticle(one, await codeMarked(testWorld(), one), readFileSync(articleFile(one), 'utf8'), figures);
    const reached = figures.summary();
    const least = held[language] ?? {};
    expect(Object.keys(least), 'node tools/articles.ts --update').not.toEqual([]);
    for (const [name, minimum] of Object.entries(least))
      expect(reached[name], `${name}; node tools/articles.ts ${language} --misses`).toBeGreaterThanOrEqual(minimum);
  });
});

describe('an act against a mark', () => {
  const mark: MarkedAct = {
    ...{ type: 'ACCUSE', mode: null, status: 'happened', core: true, people: [], line: 1 },
    ...{ from: ['FRA'], to: ['DEU'], start: '2024-05-03', end: '2024-05-03' },
  } as MarkedAct;
  test.each<[string, Partial<Act>, number]>([
    ['the same', {}, 2],
    ['the other way about', { from: ['DEU'], to: ['FRA'] }, 1],
    ['of another type of the same quarter', { type: 'REJECT' }, 1],
    ['of another quarter', { type: 'CONSULT' }, 0],
    ['denied', { status: 'denied' }, 1],
    ['of other parties', { to: ['ITA'] }, 0],
    ['a day late', { when: { earliest: '2024-05-04', latest: '2024-05-04', basis: 'stated', why: '' } }, 0],
  ])('%s', (_, other, fit) => {
    const when = { earliest: '2024-05-03', latest: '2024-05-03', basis: 'stated', why: '' };
    expect(fitOf(mark, { ...mark, when, ...other } as unknown as Act)).toBe(fit);
  });

  test('of three parties may be told two by two', () => {
    const meeting = { ...mark, type: 'CONSULT', to: ['DEU', 'POL'], start: null, end: null } as MarkedAct;
    expect(fitOf(meeting, { ...meeting, to: ['POL'], when: null } as unknown as Act)).toBe(2);
    expect(fitOf(meeting, { ...meeting, to: ['ITA'], when: null } as unknown as Act)).toBe(0);
  });
});

function actorsOf({ events }: MarkedArticle): string[] {
  return events.flatMap(({ from, to }) => [...from, ...to]);
}
