import { describe, expect, it } from 'vitest';
import { recognise } from '../src/recognise/index.ts';
import { articleOf, testWorld } from './world-of-tests.ts';

/** The day on which a text of no known date came out, as its own words tell. */
function published(text: string, language: string): { earliest: string; basis: string } | null {
  const marked = recognise({ ...articleOf(text, language, '2000-01-01'), published: null }, testWorld());
  const found = marked?.article.published;
  return found ? { earliest: found.earliest, basis: found.basis } : null;
}

describe('the day of a dateline', () => {
  it.each([
    ['МОСКВА, 14 марта 2024. /ТАСС/. Стороны провели переговоры.', 'ru', '2024-03-14'],
    ['Брюссель. 23 февраля 2024 года. INTERFAX.RU - Совет ЕС утвердил санкции.', 'ru', '2024-02-23'],
    ['ВАШИНГТОН, 2 февраля 2025 года. Президент США подписал указ.', 'ru', '2025-02-02'],
    ['LONDON, March 5, 2023 (AP) — The two ministers met.', 'en', '2023-03-05'],
  ])('%s', (text, language, day) => {
    expect(published(text, language)).toEqual({ earliest: day, basis: 'stated' });
  });

  it.each([
    ['Стороны договорились 14 марта 2024. Это был четверг.', 'ru'],
    ['The treaty of March 5, 2003 (the first) was signed in London.', 'en'],
    ['Россия, 14 марта 2014 года присоединившая Крым, отвергла обвинения.', 'ru'],
  ])('is not read from a date told of: %s', (text, language) => {
    expect(published(text, language)?.basis).not.toBe('stated');
  });
});
