import { describe, expect, test } from 'vitest';
import { recognise } from '../src/recognise/index.ts';
import { articleOf, testWorld } from './world-of-tests.ts';

/** The days between which a text that prints no date came out, with the reason. */
function publishedOf(text: string, language: string): [string, string] | null {
  const undated = { ...articleOf(text, language, '2000-01-01'), published: null };
  const published = recognise(undated, testWorld())?.article.published;
  return published ? [published.earliest, published.latest] : null;
}

describe('a day without its year, beside the day of the week', () => {
  test.each<[language: string, text: string, published: [string, string] | null]>([
    [
      'en',
      'OTTAWA, Jan 16 (Agency) - Canadian Prime Minister Mark Carney said on Friday that he had met Chinese President Xi Jinping.',
      ['2026-01-16', '2026-01-16'],
    ],
    [
      'en',
      'Sept 15 (Agency) - U.S. President Barack Obama said on Sunday that he had exchanged letters with Iranian President Hassan Rouhani.',
      ['2013-09-15', '2013-09-15'],
    ],
    [
      'en',
      'French President Emmanuel Macron will receive German Chancellor Friedrich Merz on Thursday, Aug. 28, at his residence.',
      ['2025-08-28', '2025-09-04'],
    ],
    [
      'vi',
      'Tổng thống Mỹ Joe Biden cho biết ông sẽ tiếp Thủ tướng Nhật Bản Kishida Fumio vào thứ Sáu, ngày 13/1.',
      ['2023-01-13', '2023-01-20'],
    ],
    [
      'ru',
      'Президент США Джо Байден примет премьер-министра Японии Фумио Кисиду в пятницу, 13 января.',
      ['2023-01-13', '2023-01-20'],
    ],
    // Nobody is named who held a post in one of the years only.
    ['en', 'Feb 10 (Agency) - The Russian government said on Monday that it had received no proposal.', null],
    // The day of the week is another matter's, far from the dateline.
    ['en', 'Feb 10 (Agency) - U.S. President Joe Biden has received a letter from the Emir of Qatar.', null],
    // On that day the man did not hold the post.
    ['en', 'Feb 10 (Agency) - British Prime Minister Rishi Sunak said on Sunday that he had received a letter.', null],
  ])('%s: %s', (language, text, published) => {
    expect(publishedOf(text, language)).toEqual(published);
  });

  test('a war that is named rules out the years before it', () => {
    const told = (of: string) =>
      publishedOf(`Feb 10 (Agency) - Hungarian Prime Minister Viktor Orban spoke on Friday of ${of}.`, 'en');
    expect(told('taxes')).toBeNull();
    expect(told('the war in Ukraine')).toEqual(['2023-02-10', '2023-02-10']);
  });
});
