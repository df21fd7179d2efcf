import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadReadWorld } from '../src/world/page.ts';

const { identify } = loadReadWorld(join(import.meta.dirname, '..'), ['en', 'vi', 'ru', 'tr', 'zh']);

const CODED = ['en', 'vi', 'ru', 'tr', 'zh'];
const lone = readFileSync(join(import.meta.dirname, 'fixtures', 'lone-sentences.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(2)
  .map((line) => line.split('\t') as [string, string]);

describe('the language of a lone short sentence', () => {
  test.each(CODED)('%s is told', (code) => {
    const own = lone.filter(([language]) => language === code);
    expect(own.length).toBeGreaterThan(60);
    expect(own.filter(([, sentence]) => identify(sentence) !== code)).toEqual([]);
  });

  test('neighbours are not taken for a language that is coded', () => {
    const others = lone.filter(([language]) => !CODED.includes(language));
    expect(others.length).toBeGreaterThan(35);
    expect(others.filter(([, sentence]) => CODED.includes(identify(sentence)))).toEqual([]);
  });
});

describe('the language of a text', () => {
  test.each([
    ['en', 'The minister said that the two countries would continue to work with each other.'],
    ['vi', 'Bộ trưởng cho biết hai nước sẽ tiếp tục hợp tác với nhau trong nhiều lĩnh vực.'],
    ['ru', 'Министр заявил, что обе страны будут и дальше работать друг с другом.'],
    ['tr', 'Bakan, iki ülkenin birlikte çalışmaya devam edeceğini ve bu konuda anlaştığını söyledi.'],
    ['zh', '外交部长表示，两国将继续在各领域加强合作。'],
    ['zh', '外交部長表示，兩國將繼續在各領域加強合作。'],
    ['fr', 'Le ministre a dit que les deux pays continueront de travailler ensemble dans ce domaine.'],
    ['de', 'Der Minister sagte, dass die beiden Länder auch weiterhin zusammenarbeiten werden.'],
    ['es', 'El ministro dijo que los dos países seguirán trabajando juntos en este asunto.'],
    ['uk', 'Міністр сказав, що обидві країни і далі будуть працювати разом, та подякував за це.'],
    ['ja', '外相は、両国が今後も協力していくと述べた。'],
    ['ko', '장관은 두 나라가 계속 협력할 것이라고 말했다.'],
    ['ar', 'قال الوزير إن البلدين سيواصلان العمل معا في هذا المجال من أجل السلام.'],
    ['id', 'Menteri itu mengatakan bahwa kedua negara akan terus bekerja sama dengan baik.'],
    ['und', '12:30 — 45'],
  ])('%s', (language, text) => {
    expect(identify(text)).toBe(language);
  });
});
