import { describe, expect, test } from 'vitest';
import { markedOf } from './world-of-tests.ts';

/** The arguments of all sentences: `ACTORS(people)` with their marks. */
function argumentsOf(text: string, language: string, day?: string): string[] {
  return markedOf(text, language, day).sentences.flatMap((sentence) =>
    sentence.arguments
      .filter((argument) => argument.actors.length > 0)
      .map(
        (argument) =>
          `${argument.actors.join('+')}${argument.people.length > 0 ? `(${argument.people.map((person) => person.name).join(', ')})` : ''}`,
      ),
  );
}

describe('who a noun phrase names, in English', () => {
  test.each<[string, string[], string?]>([
    ['Turkish President Recep Tayyip Erdogan arrived.', ['TUR(Recep Tayyip Erdoğan)']],
    ["Turkey's foreign minister, Hakan Fidan, arrived.", ['TUR(Hakan Fidan)']],
    ['The Kremlin said so.', ['RUS']],
    ['Ankara and Moscow agreed.', ['TUR+RUS']],
    ['Jens Stoltenberg, the NATO Secretary General, spoke.', ['NATO(Jens Stoltenberg)', 'NATO(Jens Stoltenberg)']],
    ['US-led forces left.', []],
    ['The Mexican Foreign Minister Ximena Zzyrk spoke. Zzyrk left.', ['MEX(Ximena Zzyrk)', 'MEX(Ximena Zzyrk)']],
    ['The people of us all.', []],
    [
      'Putin met Xi. The two leaders smiled.',
      ['RUS(Vladimir Putin)', 'CHN(Xi Jinping)', 'RUS+CHN(Vladimir Putin, Xi Jinping)'],
    ],
    ['The Shanghai Cooperation Organisation (SCO) met.', ['SCO']],
    ['The Russian president travelled.', ['RUS(Dmitry Medvedev)'], '2010-05-05'],
    ['The Russian president travelled.', ['RUS(Vladimir Putin)'], '2014-05-05'],
    ['Hunter Biden went to court.', []],
    ['Read more at VOV.VN today.', []],
  ])('%s', (text, expected, day) => {
    expect(argumentsOf(text, 'en', day)).toEqual(expected);
  });
});

describe('whom "the two leaders" means', () => {
  const opening = 'Presidents Emmanuel Macron and Abdel Fattah el-Sisi met in Cairo.';
  test.each([
    ['those whom the report is about', `${opening} Macron also spoke to Olaf Scholz. The two leaders smiled.`, 'EGY'],
    ['not one of them and a prisoner', `${opening} Macron named Alexei Navalny. The two leaders smiled.`, 'EGY'],
    [
      'those of whom it has gone on to speak',
      'Macron met Abdel Fattah el-Sisi. Macron met Olaf Scholz. The two leaders smiled.',
      'DEU',
    ],
  ])('%s', (_, text, other) => {
    expect(argumentsOf(text, 'en', '2024-06-15').at(-1)).toMatch(new RegExp(`^FRA\\+${other}\\(Emmanuel Macron`));
  });
});

describe('who a noun phrase names, in Vietnamese', () => {
  test.each<[string, string[], string?]>([
    ['Tổng thống Nga Vladimir Putin đến nơi.', ['RUS(Vladimir Putin)']],
    ['Tổng thống Nga đến nơi.', ['RUS(Vladimir Putin)']],
    [
      'Ông Putin và ông Tập Cận Bình điện đàm. Hai nhà lãnh đạo vui vẻ.',
      ['RUS+CHN(Vladimir Putin, Xi Jinping)', 'RUS+CHN(Vladimir Putin, Xi Jinping)'],
    ],
    ['Người phát ngôn Bộ Ngoại giao Trung Quốc Mao Ninh phát biểu.', ['CHN(Mao Ning)']],
    ['Anh ấy về nhà.', []],
    ['Anh và Pháp ký thỏa thuận.', ['GBR+FRA']],
    ['Điện Kremlin xác nhận.', ['RUS']],
    ['Tổng thống Putin đã gặp người đồng cấp Trung Quốc Tập Cận Bình.', ['RUS(Vladimir Putin)', 'CHN(Xi Jinping)']],
    ['Trọng tâm là kinh tế. Trong nước, giá tăng.', []],
  ])('%s', (text, expected, day) => {
    expect(argumentsOf(text, 'vi', day)).toEqual(expected);
  });

  test('old and new tone placement and decomposed letters are one spelling', () => {
    const expected = argumentsOf('Ông Putin thỏa thuận với Nhật Bản.', 'vi');
    expect(argumentsOf('Ông Putin thoả thuận với Nhật Bản.', 'vi')).toEqual(expected);
    expect(argumentsOf('Ông Putin thỏa thuận với Nhật Bản.'.normalize('NFD'), 'vi')).toEqual(expected);
  });
});
