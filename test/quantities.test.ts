import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkNumbers, findQuantities } from '../src/recognise/quantities/index.ts';
import { exampleTokens } from '../src/recognise/times/example-tokens.ts';
import { compileTimes } from '../src/world/times.ts';

const LANGUAGES = join(import.meta.dirname, '..', 'languages');

describe.each(['en', 'vi', 'ru', 'tr', 'zh'])('quantities in %s', (language) => {
  it('reads the example of every row', () => {
    expect(checkNumbers(join(LANGUAGES, language), language)).toEqual([]);
  });
});

describe('spans', () => {
  const cases: [string, string, string][] = [
    ['en', 'The fund pledged nearly $1.5bn to 20 Turkish companies.', 'nearly $1.5bn | 20 Turkish companies'],
    ['vi', 'Dự án hơn 10 tỷ USD có khoảng 20 doanh nghiệp tham gia.', 'hơn 10 tỷ USD | khoảng 20 doanh nghiệp'],
    ['ru', 'Около 20 компаний вложили 3 млрд евро.', 'Около 20 компаний | 3 млрд евро'],
    ['tr', 'Yaklaşık 20 şirket 3 milyar avro yatırdı.', 'Yaklaşık 20 şirket | 3 milyar avro'],
    ['zh', '约20家公司投资30亿欧元。', '约20家公司 | 30亿欧元'],
  ];
  it.each(cases)('%s: %s', (language, text, expected) => {
    const grammar = compileTimes(join(LANGUAGES, language), language);
    const found = findQuantities(text, exampleTokens(text), grammar);
    expect(found.map(({ start, end }) => text.slice(start, end)).join(' | ')).toBe(expected);
  });
});
