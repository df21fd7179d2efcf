import { describe, expect, test } from 'vitest';
import { CATALOGUES, LOCALES } from '../src/show/catalogue.ts';
import { localeOf } from '../src/show/view.ts';
import { wordsOf } from '../src/show/words.ts';

describe('languages of the interface', () => {
  test.each(LOCALES.filter((locale) => locale !== 'en'))(
    '%s has every message, with the same places and the plurals it needs',
    (locale) => {
      const places = (message: unknown) => [...new Set(JSON.stringify(message).match(/\{\w+\}/g) ?? [])].sort();
      const catalogue = CATALOGUES[locale] as Record<string, unknown>;
      expect(Object.keys(catalogue)).toEqual(Object.keys(CATALOGUES.en));
      for (const [key, message] of Object.entries(CATALOGUES.en)) {
        expect(places(catalogue[key]), key).toEqual(places(message));
        if (typeof message === 'string') expect(catalogue[key], key).toMatch(/\S/);
        else {
          const forms = Object.keys(catalogue[key] as object).sort();
          const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
          // A message may be the same for every number: then it has one form.
          expect([['other'], [...needed].sort()], key).toContainEqual(forms);
        }
      }
    },
  );

  test('as asked for, else as the browser prefers', () => {
    expect(localeOf('vi', 'ru', LOCALES)).toBe('vi');
    expect(localeOf(null, 'fr, tr;q=0.8, ru;q=0.9', LOCALES)).toBe('ru');
    expect(localeOf('xx', null, LOCALES)).toBe('en');
  });

  test('days and numbers as the language writes them', () => {
    const day = { earliest: '2023-09-04', latest: '2023-09-04' };
    expect(LOCALES.map((locale) => wordsOf(locale).interval(day))).toEqual([
      'September 4, 2023',
      '4 tháng 9, 2023',
      '4 сентября 2023 г.',
      '4 Eylül 2023',
      '2023年9月4日',
    ]);
    expect(wordsOf('ru').count('events', 22)).toBe('22 события');
    expect(wordsOf('en').interval({ earliest: '2016-01-01', latest: '2016-01-31' })).toBe('January 2016');
    expect(wordsOf('vi').number(1234.5)).toBe('1.234,5');
  });
});
