import { describe, expect, test } from 'vitest';
import { actsOf, codedOf } from './world-of-tests.ts';

describe('acts of English sentences', () => {
  test.each<[string, string[]]>([
    ['Vladimir Putin met Xi Jinping in Moscow on Friday.', ['CONSULT RUS>CHN happened meeting 2024-06-14']],
    [
      'Vladimir Putin will meet Xi Jinping in Moscow next week.',
      ['AGREE RUS>CHN planned meeting 2024-06-17..2024-06-23'],
    ],
    ['Iran did not condemn Russia.', []],
    ['Iran urged Russia to stop its attacks on Ukraine.', ['REQUEST IRN>RUS happened 2024-06-15']],
    [
      'Dmytro Kuleba visited Beijing and urged Moscow to withdraw.',
      ['CONSULT UKR>CHN happened visit 2024-06-15', 'REQUEST UKR>RUS happened 2024-06-15'],
    ],
    ['Washington imposed sanctions on Belarus.', ['SANCTION USA>BLR happened 2024-06-15']],
    ['Sanctions were imposed on Belarus by the United States.', ['SANCTION USA>BLR happened 2024-06-15']],
    ['The Turkish bakery met demand.', []],
    ['Ukraine was attacked by Russia.', ['ASSAULT RUS>UKR happened 2024-06-15']],
  ])('%s', (text, expected) => {
    expect(actsOf(text, 'en')).toEqual(expected);
  });

  test('one act once, however often it is told', () => {
    const acts = actsOf(
      '# Putin meets Xi in Moscow\nVladimir Putin met Xi Jinping in Moscow on Friday.\nThe Kremlin said Putin and Xi held talks.',
      'en',
    );
    expect(acts.filter((act) => act.startsWith('CONSULT'))).toHaveLength(1);
  });

  test('every act names its evidence in the text', () => {
    const text = 'Vladimir Putin met Xi Jinping in Moscow on Friday.';
    const [act] = codedOf(text, 'en').acts;
    expect(act && text.slice(...act.spans.trigger)).toBe('met');
    expect(act?.spans.from && text.slice(...act.spans.from)).toBe('Vladimir Putin');
    expect(act?.spans.to && text.slice(...act.spans.to)).toBe('Xi Jinping');
    expect(act?.spans.when && text.slice(...act.spans.when)).toBe('on Friday');
    expect(act?.why).toMatch(/^en\/meet/);
  });
});

describe('acts of Vietnamese sentences', () => {
  test.each<[string, string[]]>([
    [
      'Tổng thống Nga Vladimir Putin đã điện đàm với Chủ tịch Trung Quốc Tập Cận Bình hôm 14/6.',
      ['CONSULT RUS>CHN happened phone 2024-06-14'],
    ],
    ['Nga và Trung Quốc đã hội đàm tại Moscow.', ['CONSULT RUS>CHN happened meeting 2024-06-15']],
    ['Mỹ áp đặt lệnh trừng phạt đối với Belarus.', ['SANCTION USA>BLR happened 2024-06-15']],
    ['Iran lên án Israel.', ['ACCUSE IRN>ISR happened 2024-06-15']],
    ['Iran không lên án Israel.', []],
  ])('%s', (text, expected) => {
    expect(actsOf(text, 'vi')).toEqual(expected);
  });
});

describe('statements', () => {
  function statementsOf(text: string, language: string): string[] {
    return codedOf(text, language).statements.map(
      (statement) =>
        `${statement.speaker.name} ${statement.verb}${statement.quote ? `: ${statement.quote}` : ''}${statement.via.length > 0 ? ` via ${statement.via.join(', ')}` : ''}`,
    );
  }

  test.each<[string, string, string[]]>([
    ['en', '“We are ready for talks,” Dmitry Peskov said.', ['Dmitry Peskov say: We are ready for talks,']],
    ['en', 'Sergey Lavrov said that Iran was right.', ['Sergey Lavrov say']],
    ['en', '"We will work with China," said Sergey Lavrov.', ['Sergey Lavrov say: We will work with China,']],
    ['vi', 'Ông Putin nói: “Chúng tôi sẵn sàng đàm phán”.', ['Vladimir Putin say: Chúng tôi sẵn sàng đàm phán']],
    ['en', 'The talks continued for three hours.', []],
  ])('%s: %s', (language, text, expected) => {
    expect(statementsOf(text, language)).toEqual(expected);
  });

  test.each([
    ['The problem is not new,” Sergey Lavrov said.', ['The problem is not new,']],
    ['Sanctions will not help anyone here," Sergey Lavrov told reporters.', ['Sanctions will not help anyone here,']],
    ['他们必须先停火。”拉夫罗夫说。', ['他们必须先停火。']],
    // A mark after a bare word or a number closes nothing.
    ['Sergey Lavrov said the pipe was 48" wide.', []],
    ['A “red line” was crossed, Sergey Lavrov said.', ['red line']],
  ])('a quotation that was opened nowhere: %s', (text, quotes) => {
    const found = codedOf(text, /\p{Script=Han}/u.test(text) ? 'zh' : 'en').statements.flatMap(
      ({ quote }) => quote ?? [],
    );
    expect(found).toEqual(quotes);
  });

  test.each([
    [
      'vi',
      'Theo Điện Kremlin, Tổng thống Nga Vladimir Putin và Tổng thống Pháp Emmanuel Macron đã thảo luận về ngũ cốc.',
    ],
    ['en', 'According to the Kremlin, Russian President Vladimir Putin and Emmanuel Macron discussed grain.'],
  ])('who is told after whom it is told by: %s', (language, text) => {
    expect(codedOf(text, language).statements.map(({ speaker }) => speaker.name)).toEqual(['Kremlin']);
  });

  test('"we" in a quotation is its speaker', () => {
    expect(
      actsOf('“We condemn Israel,” Masoud Pezeshkian said.', 'en', '2024-09-15').some((act) =>
        act.startsWith('ACCUSE IRN>ISR'),
      ),
    ).toBe(true);
  });

  test('a quotation that runs over paragraphs keeps its speaker', () => {
    const statements = codedOf(
      'Ông Putin nói: "Chúng tôi muốn hòa bình.\nChúng tôi cũng muốn an ninh.\nĐó là tất cả".',
      'vi',
    ).statements;
    expect(statements.filter((statement) => statement.direct && statement.speaker.actor === 'RUS')).toHaveLength(3);
  });
});

describe('the ministers of a small organisation confer with each other', () => {
  test.each([
    ['Visegrad Group foreign ministers met in Prague on Monday.', 'happened Visegrad Group>CZE,HUN,POL,SVK'],
    ['Leaders of the Quad held a summit in Wilmington.', 'happened Quad>AUS,IND,JPN,USA'],
    ["The Weimar Triangle's prime ministers will meet in Paris.", 'planned Weimar Triangle>DEU,FRA,POL'],
    ['At the talks in Sydney, AUKUS said that the plan was on track.', 'happened AUKUS>AUS,GBR,USA'],
    // Who came to the meeting of a large body is not known; who stands for the body itself meets somebody else.
    ['NATO defence ministers met in Brussels on Thursday.', null],
    ['The Visegrad Group met all its targets for the year.', null],
    ['Quad foreign ministers met the deadline.', null],
  ])('%s', (text, expected) => {
    const acts = codedOf(text, 'en', '2024-05-25').acts.map(({ status, from, to }) => `${status} ${from}>${to}`);
    expect(acts).toEqual(expected ? [expected] : []);
  });
});

describe('who, in an English clause', () => {
  test.each([
    ['Wang Yi met ministers from France, Germany, Italy, and Spain.', ['CONSULT CHN>FRA,DEU,ITA,ESP']],
    ['Rustem Umerov briefed partners – including Norway and Sweden.', ['CONSULT UKR>NOR,SWE']],
    ['Viktor Orban angered the EU lawmakers with a trip – meeting Xi Jinping in Beijing.', ['CONSULT HUN>CHN']],
    ['The accord was inked as Emmanuel Macron is in Rabat for a three-day visit.', ['CONSULT FRA>MAR']],
    ['The Swiss minister spoke of a deal between world powers and Iran after talks with Israel.', ['CONSULT CHE>ISR']],
    ['NATO warned Russia of the consequences of invading Moldova.', ['THREATEN NATO>RUS']],
    ['Emmanuel Macron spent the summer in Morocco before the visit.', []],
    ['For the talks in Oslo, the Kremlin named Sergey Lavrov as its chief negotiator.', []],
  ])('%s', (text, expected) => {
    const acts = codedOf(text, 'en', '2024-05-25').acts.map(({ type, from, to }) => `${type} ${from}>${to}`);
    expect(acts).toEqual(expected);
  });
});

test('a reason without a subject is of the one before it', () => {
  const acts = codedOf('Mỹ đã áp đặt trừng phạt đối với Nga vì mua tên lửa của Triều Tiên.', 'vi', '2024-05-25').acts;
  expect(acts.map(({ type, from, to }) => `${type} ${from}>${to}`)).toEqual(['SANCTION USA>RUS', 'COOPERATE PRK>RUS']);
});

describe('reproaches by deed can lie ahead', () => {
  test.each([
    ['vi', 'Ngoại trưởng Mexico cho biết ông sẽ triệu tập Đại sứ Mỹ vào tuần tới.', 'ACCUSE planned MEX>USA'],
    ['en', 'The Polish foreign minister said he would summon the Russian ambassador.', 'ACCUSE planned POL>RUS'],
    ['en', 'Malaysia will investigate the US embassy.', 'ACCUSE planned MYS>USA'],
    ['en', 'Poland summoned the Russian ambassador.', 'ACCUSE happened POL>RUS'],
    ['en', 'Poland will condemn Russia.', 'ACCUSE happened POL>RUS'],
  ])('%s: %s', (language, text, expected) => {
    const acts = codedOf(text, language, '2024-05-25').acts;
    expect(acts.map(({ type, status, from, to }) => `${type} ${status} ${from}>${to}`)).toEqual([expected]);
  });
});

describe('one act once', () => {
  const filler = 'The talks on fisheries go on for years without an end in sight. '.repeat(12);
  test.each([
    ['told again in the same words', 'France condemned Iran.', 'France also condemned Iran.', 1],
    ['told far off in other words', 'France condemned Iran.', 'France accused Iran of piracy.', 2],
  ])('a reproach %s', (_how, first, second, count) => {
    const acts = codedOf(`${first}\n${filler}\n${second}`, 'en', '2024-05-25').acts;
    expect(acts.filter(({ type }) => type === 'ACCUSE')).toHaveLength(count);
  });
});

describe('core and background', () => {
  test.each([
    [
      'what two leaders talked about is not another contact in the news',
      '# Macron meets Scholz\nEmmanuel Macron met Olaf Scholz in Berlin on Friday. The French president recalled the recent meeting between Germany and Poland.',
      ['FRA>DEU'],
    ],
    [
      'a second contact with a day of its own is',
      '# Macron meets Scholz\nEmmanuel Macron met Olaf Scholz in Berlin on Friday. Macron spoke with Donald Tusk by phone on Friday evening.',
      ['FRA>DEU', 'FRA>POL'],
    ],
    [
      'the conference during which two met is not',
      '# 莫迪会见托卡耶夫\n莫迪总理24日在撒马尔罕出席上海合作组织峰会期间会见托卡耶夫总统。',
      ['IND>KAZ'],
      'zh',
    ],
    ['a conference alone is', '# 莫迪出席峰会\n莫迪总理24日在撒马尔罕出席上海合作组织峰会。', ['IND>SCO'], 'zh'],
  ] as [string, string, string[], string?][])('%s', (_what, text, core, language = 'en') => {
    const acts = codedOf(text, language, '2024-05-25').acts.filter((act) => act.type === 'CONSULT' && act.core);
    expect(acts.map(({ from, to }) => `${from}>${to}`)).toEqual(core);
  });
});

describe('a meeting has a day', () => {
  test.each([
    ['en', 'Modi met Tokayev in Astana on Friday. It was their first meeting since October 2022.'],
    [
      'vi',
      'Ông Modi gặp ông Tokayev tại Astana ngày 24/5. Đây là cuộc gặp đầu tiên giữa hai nhà lãnh đạo kể từ tháng 10/2022.',
    ],
    ['ru', 'Моди встретился с Токаевым в Астане 24 мая. Это первая встреча двух лидеров с октября 2022 года.'],
    [
      'tr',
      "Modi, 24 Mayıs'ta Tokayev ile telefonda görüştü. Bu, iki liderin Ekim 2022'den bu yana ilk telefon görüşmesi oldu.",
    ],
    ['zh', '莫迪24日在阿斯塔纳会见托卡耶夫。这是两位领导人自2022年10月以来的首次会晤。'],
  ])('and none that goes on, in %s', (language, text) => {
    const meetings = codedOf(text, language, '2024-05-25').acts.filter(({ type }) => type === 'CONSULT');
    expect(meetings.map(({ when }) => [when?.earliest, when?.latest])).toEqual([['2024-05-24', '2024-05-24']]);
  });

  test.each([
    'The United States has sanctioned Belarus since August 2020.',
    'France has supported Armenia since September 2023.',
  ])('%s', (text) => {
    expect(codedOf(text, 'en', '2024-05-25').acts.map(({ when }) => when?.latest)).toEqual([null]);
  });
});

describe('determinism', () => {
  test('the same report gives the same bytes', () => {
    const text =
      '# Putin meets Xi\nVladimir Putin met Xi Jinping in Moscow on Friday. The two leaders discussed trade.';
    expect(JSON.stringify(codedOf(text, 'en'))).toBe(JSON.stringify(codedOf(text, 'en')));
  });
});
