import { describe, expect, test } from 'vitest';
import { codeReport } from '../src/pipeline.ts';
import { testWorld } from './world-of-tests.ts';

/** The acts of a report, as `FROM>TO` with the people named. */
function acts(text: string, day = '2024-06-18'): string[] {
  const coded = codeReport(testWorld(), {
    report: { id: '00000000000000ab', path: 'a.txt', url: null, bytes: text.length },
    kind: 'text',
    content: text,
    hints: { date: day },
  });
  return coded.acts.map(({ from, to, people }) =>
    [`${from.join('+')}>${to.join('+')}`, ...people.map(({ name, post }) => `${name}, ${post}`)].join(' | '),
  );
}

/** More of a report, so that its language is beyond doubt. */
const MORE: Readonly<Record<string, string>> = {
  en: ' The talks had been going on for a week, and nobody knew when they would end.',
  vi: ' Các cuộc thảo luận đã kéo dài một tuần và chưa ai biết khi nào kết thúc.',
  ru: ' Обсуждение продолжалось неделю, и никто не знал, когда оно завершится.',
  tr: ' Müzakereler bir haftadır sürüyordu ve ne zaman biteceğini kimse bilmiyordu.',
  zh: '讨论已经持续了一个星期，没有人知道什么时候会结束。',
};

describe('Brussels: the EU, but Belgium in a report that names Belgium', () => {
  test.each([
    ['en', 'Moscow accused Brussels of breaking the deal.', 'RUS>EU'],
    ['vi', 'Nga cáo buộc Brussels vi phạm thỏa thuận.', 'RUS>EU'],
    ['ru', 'Москва обвинила Брюссель в нарушении соглашения.', 'RUS>EU'],
    ['tr', "Ankara, Brüksel'i anlaşmayı ihlal etmekle suçladı.", 'TUR>EU'],
    ['zh', '莫斯科指责布鲁塞尔违反协议。', 'RUS>EU'],
    ['en', 'Moscow accused Brussels of breaking the deal. The Belgian parliament was not in session.', 'RUS>BEL'],
    ['ru', 'Москва обвинила Брюссель в нарушении соглашения. Парламент Бельгии не заседал.', 'RUS>BEL'],
  ])('%s: %s', (language, text, act) => {
    expect(acts(text + MORE[language])).toEqual([act]);
  });
});

describe('names that a state shares', () => {
  test.each([
    ['The United States accused Georgia of breaking its promises.', ['USA>GEO']],
    [
      'The United States accused Georgia of breaking its promises. The talks ended in Tbilisi, not in Arizona.',
      ['USA>GEO'],
    ],
    ['China accused Georgia of ignoring the rules. Arizona and Nevada were criticised as well.', []],
    ['Jordan accused Israel of ignoring the rules.', ['JOR>ISR']],
    ['On Sunday Jordan accused Israel of ignoring the rules.', ['JOR>ISR']],
    ['In the end Michael Jordan accused Israel of ignoring the rules.', []],
    ['Papua New Guinea accused Guinea-Bissau of ignoring Equatorial Guinea.', ['PNG>GNB']],
    ['The Republic of the Congo accused the Democratic Republic of the Congo of ignoring the rules.', ['COG>COD']],
    ['North Korea accused South Korea of ignoring the rules.', ['PRK>KOR']],
    ['The Kremlin accused Downing Street of ignoring the rules.', ['RUS>GBR']],
    ['Foggy Bottom accused the Élysée of ignoring the rules.', ['USA>FRA']],
  ])('%s', (text, expected) => {
    expect(acts(text + MORE['en'])).toEqual(expected);
  });
});

describe('İHA: the agency where it is credited, else drones', () => {
  const creditsOf = (text: string): string[] =>
    codeReport(testWorld(), {
      report: { id: '00000000000000ac', path: 'a.txt', url: null, bytes: text.length },
      kind: 'text',
      content: text + MORE['tr'],
      hints: { date: '2024-11-26' },
    }).article.credits.map(({ id }) => id ?? '');

  test.each([
    ["Rusya, Ukrayna'ya pazartesi günü 50 İHA ile saldırdı.", []],
    ["İHA'nın haberine göre Türkiye ile Irak anlaşma imzaladı.", ['iha']],
    ["Cumhurbaşkanı Erdoğan, İHA muhabirine yaptığı açıklamada Almanya'yı eleştirdi.", ['iha']],
  ])('%s', (text, credits) => {
    expect(creditsOf(text)).toEqual(credits);
  });
});

describe('posts and people by the day', () => {
  test.each([
    [
      'Prime Minister Vladimir Putin met French President Nicolas Sarkozy in Moscow on Monday.',
      '2009-06-18',
      'RUS>FRA | Vladimir Putin, Prime Minister | Nicolas Sarkozy, President',
    ],
    [
      'President Vladimir Putin met French President Emmanuel Macron in Moscow on Monday.',
      '2018-06-18',
      'RUS>FRA | Vladimir Putin, President | Emmanuel Macron, President',
    ],
    [
      'The German foreign minister met the Turkish president in Ankara on Monday.',
      '2015-06-18',
      'DEU>TUR | Frank-Walter Steinmeier, Foreign Minister | Recep Tayyip Erdoğan, President',
    ],
    [
      'The German foreign minister met the Turkish president in Ankara on Monday.',
      '2023-06-18',
      'DEU>TUR | Annalena Baerbock, Foreign Minister | Recep Tayyip Erdoğan, President',
    ],
    [
      'The British prime minister met the French president in Paris on Monday.',
      '2026-09-14',
      'GBR>FRA | Andy Burnham, Prime Minister | Emmanuel Macron, President',
    ],
    [
      'President Bush met the German chancellor in Berlin on Monday.',
      '2002-05-23',
      'USA>DEU | George W. Bush, President | Gerhard Schröder, Chancellor',
    ],
  ])('%s (%s)', (text, day, expected) => {
    expect(acts(text + MORE['en'], day)).toContain(expected);
  });
});
