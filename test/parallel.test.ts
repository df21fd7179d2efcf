import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { measureParallel } from '../tools/parallel/figures.ts';
import { parallelStories, STORIES } from '../tools/parallel/stories.ts';
import { testWorld } from './world-of-tests.ts';

/** The least number of expected acts that a language, and all of them together, must tell; the most that it may invent. */
const minimums = JSON.parse(readFileSync(join(STORIES, 'minimums.json'), 'utf8')) as Record<string, number>;
const { most, all, ...least } = minimums;

const stories = parallelStories();
const measured = measureParallel(testWorld(), stories);

describe('the same text in five languages', () => {
  test.each(stories.map((story) => [story.name, story] as const))('%s is told in all of them', (_, { texts }) => {
    expect([...texts.keys()]).toEqual(['en', 'vi', 'ru', 'tr', 'zh']);
    const lines = [...texts.values()].map((text) => text.trim().split('\n').length);
    expect(new Set(lines).size, `lines by language: ${lines}`).toBe(1);
  });

  test.each(Object.entries(least))('gives its acts in %s', (language, minimum) => {
    const figures = measured.languages.get(language);
    expect(figures?.found, figures?.misses.join('\n')).toBeGreaterThanOrEqual(minimum);
    expect(figures?.invented, figures?.misses.join('\n')).toBeLessThanOrEqual(most as number);
  });

  test('gives the same acts in all', () => {
    expect(measured.common, 'node tools/parallel.ts --misses').toBeGreaterThanOrEqual(all as number);
  });
});
