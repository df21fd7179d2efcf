import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Article, RawReport, ReportHints } from '../src/model/index.ts';
import { normaliseText, read } from '../src/read/index.ts';
import { renderArticle, traceArticle } from '../src/read/render.ts';
import { loadReadWorld } from '../src/world/page.ts';

const root = join(import.meta.dirname, '..');
const world = loadReadWorld(root, ['en', 'vi', 'ru', 'tr', 'zh']);

function readAs(kind: RawReport['kind'], content: string, hints: ReportHints = {}): Article {
  return read({ report: { id: '0', path: 'test', url: null, bytes: content.length }, kind, content, hints }, world);
}

const readText = (content: string, hints?: ReportHints): Article => readAs('text', content, hints);
const fixture = (name: string): string => readFileSync(join(root, 'test', 'fixtures', 'read', name), 'utf8');

function kindOfLine(article: Article, line: number): string {
  return article.blocks.find((block) => block.lines[0] <= line && block.lines[1] >= line)?.kind ?? 'blank';
}

const BODY =
  'The foreign ministers of Norway and Chile signed an accord on fisheries in Oslo on Friday.\nThe accord sets quotas for two years and creates a joint committee that meets every spring.';

describe('a page whose markup is lost', () => {
  test('Vietnamese: font widget, repeated headline, teasers in pairs, credit', () => {
    const article = readText(fixture('vi-teasers.txt'));
    expect(article.language).toBe('vi');
    expect(article.title).toBe('Thủ tướng Canada và Nhật Bản bàn về an ninh năng lượng');
    expect(article.published).toMatchObject({
      earliest: '2023-03-14',
      latest: '2023-03-14',
      basis: 'stated',
      time: '2023-03-14T09:20',
    });
    expect(article.authors).toEqual(['Lan Hương']);
    expect(article.outlet?.name).toBe('ABCD');
    const kinds = [1, 3, 5, 7, 8, 9, 11, 17, 19, 21, 23, 25, 27, 29, 31].map((line) => kindOfLine(article, line));
    expect(kinds).toEqual([
      'chrome',
      'title',
      'byline',
      'lead',
      'chrome',
      'caption',
      'paragraph',
      'teaser',
      'teaser',
      'teaser',
      'teaser',
      'teaser',
      'teaser',
      'credit',
      'chrome',
    ]);
  });

  test('English: section, byline, dateline, share prompt, related link, comments', () => {
    const article = readText(fixture('en-widgets.txt'));
    expect(article.title).toBe('Norway and Chile sign fisheries accord');
    expect(article.authors).toEqual(['Ingrid Vale']);
    expect(article.published?.time).toBe('2022-06-04T10:15+00:00');
    const kinds = Array.from({ length: 13 }, (_, index) => kindOfLine(article, index + 1));
    expect(kinds).toEqual([
      'chrome',
      'title',
      'byline',
      'dateline',
      'chrome',
      'lead',
      'paragraph',
      'teaser',
      'paragraph',
      'chrome',
      'chrome',
      'chrome',
      'teaser',
    ]);
    expect(traceArticle(article)).toContain('See also');
    expect(renderArticle(article, 'markdown')).toMatch(/^# Norway and Chile/);
    expect(renderArticle(article)).not.toContain('Subscribe');
  });

  test('every block says why, and spans lie in order', () => {
    const article = readText(fixture('vi-teasers.txt'));
    let end = -1;
    for (const block of article.blocks) {
      expect(block.why).toMatch(/^[\w-]+(: .+)?$/);
      expect(block.start).toBeGreaterThanOrEqual(end);
      end = block.end;
    }
    expect(end).toBeLessThanOrEqual(article.text.length);
  });

  test('a headline whose spaces are lost is spam, what follows it stays', () => {
    const article = readText(
      'BộtrưởngNgoạigiaoPhápđếnthămBerlinfun88 Theo hãng tin AFP, Ngoại trưởng Pháp hôm 3/5 đã gặp người đồng cấp Đức tại Berlin.\nHai bên đã thảo luận về hợp tác quốc phòng và tình hình khu vực trong những tháng tới.',
    );
    expect(article.title).toBeNull();
    expect(article.warnings.map((warning) => warning.code)).toContain('title-corrupt');
    expect(article.blocks[0]?.kind).toBe('spam');
    expect(article.text.slice(article.blocks[1]?.start, article.blocks[1]?.end)).toMatch(/^Theo hãng tin AFP/);
  });
});

describe('a line is told by its kind', () => {
  test.each([
    ['Leave a Reply', 'chrome'],
    ['Comments (12)', 'chrome'],
    ['Advertisement', 'chrome'],
    ['>> Bão số 3 đổ bộ vào miền Trung', 'teaser'],
    ['Читайте также: В порту открыли новый причал', 'teaser'],
    ['点击排行', 'chrome'],
    ['Tüm hakları saklıdır', 'chrome'],
    ['DSC 0012 harbour.jpg', 'chrome'],
    ['[](https://news.example/a/b)', 'chrome'],
    ['.', 'chrome'],
    ['https://news.example/a/b', 'chrome'],
    ['Live casino and free spins at 1xbet', 'spam'],
    ['Photo: Reuters', 'caption'],
  ])('%s → %s', (line, kind) => {
    const article = readText(
      `A title about fisheries in the north\n${BODY}\n${line}\n${BODY.replaceAll('accord', 'treaty')}`,
    );
    expect(kindOfLine(article, 4)).toBe(kind);
  });
});

describe('the printed date', () => {
  test.each([
    ['November 11, 2021', '2021-11-11', null],
    ['11 November 2021', '2021-11-11', null],
    ['22/01/2025 10:46', '2025-01-22', '2025-01-22T10:46'],
    ['Thứ Hai, 23/01/2022, 19:56 (GMT+7)', '2022-01-23', '2022-01-23T19:56+07:00'],
    ['17 апреля 2025 года, 11:20', '2025-04-17', '2025-04-17T11:20'],
    ['2023年11月17日', '2023-11-17', null],
    ['2022年11月11日 19:00', '2022-11-11', '2022-11-11T19:00'],
    ['3 Ocak 2022', '2022-01-03', null],
    ['Ngày 3 tháng 1 năm 2022', '2022-01-03', null],
    ['Published: Feb. 3rd, 2020 at 4:05 pm', '2020-02-03', '2020-02-03T16:05'],
    ['2020-05-06', '2020-05-06', null],
    ['24.12.2019', '2019-12-24', null],
    ['10.05.2023', '2023-05-10', null],
    ['17-Jun-2024', '2024-06-17', null],
  ])('%s → %s', (line, day, time) => {
    const article = readText(`A title about fisheries in the north\n\n${line}\n\n${BODY}`);
    expect(article.published).toMatchObject({ earliest: day, latest: day, basis: 'stated', time });
  });

  test('3/4 is 4 March in English and 3 April in Vietnamese', () => {
    expect(readText(`A title about fisheries in the north\n\n3/4/2021\n\n${BODY}`).published?.earliest).toBe(
      '2021-03-04',
    );
    expect(
      readText(
        'Hai nước ký thỏa thuận về nghề cá\n\n3/4/2021\n\nBộ trưởng Ngoại giao hai nước đã ký một thỏa thuận về nghề cá tại thủ đô trong ngày hôm qua.',
      ).published?.earliest,
    ).toBe('2021-04-03');
  });

  test.each([
    ['https://news.example/world/2026/02/07/accord-on-fisheries', '2026-02-07'],
    ['https://news.example/2026/2/7/accord-on-fisheries', '2026-02-07'],
    ['https://news.example/2025/11/3/accord-on-fisheries', '2025-11-03'],
    ['https://news.example/a/accord-20260207.html', '2026-02-07'],
    ['https://news.example/accord-2026', undefined],
    ['https://news.example/2026/02/accord-on-fisheries', undefined],
    ['https://news.example/item/20260207123', undefined],
  ])('the address %s, when the page prints no date → %s', (url, day) => {
    expect(readText(`A title about fisheries\n\n${BODY}`, { url }).published?.earliest).toBe(day);
    expect(readText(`A title about fisheries\n\n5 May 2020\n\n${BODY}`, { url }).published?.earliest).toBe(
      '2020-05-05',
    );
  });

  test('links that a crawler joined to the folder of the page give its outlet and its day', () => {
    const joined = (target: string) => `${BODY}\n\n[](https://aljazeera.com/news/2026/2/7/<${target}>)`;
    const article = readText(`A title about fisheries\n\n${joined('/sport/')}`);
    expect(article).toMatchObject({ published: { earliest: '2026-02-07' }, outlet: { id: 'al-jazeera' }, url: null });
    const link = '[the accord](https://aljazeera.com/news/2026/2/7/the-accord)';
    expect(readText(`A title about fisheries\n\n${BODY}\n\n${link}`).published).toBeNull();
  });

  test('a date beside the text is believed before one in it; no date gives none', () => {
    expect(readText(`A title\n\n1 May 2020\n\n${BODY}`, { date: '2020-05-02' }).published?.earliest).toBe('2020-05-02');
    expect(readText(`A title about fisheries\n\n${BODY}`).published).toBeNull();
  });
});

describe('what stands before the first sentence', () => {
  const RU = 'Министры иностранных дел Норвегии и Чили подписали в пятницу в Осло соглашение о рыболовстве.';
  const TR = "Norveç ve Şili dışişleri bakanları cuma günü Oslo'da balıkçılık konusunda bir anlaşma imzaladı.";
  const ZH = '挪威和智利外交部长星期五在奥斯陆签署了一项渔业协议，协议规定了两年的配额。';
  test.each([
    // A city in capitals and a speaker before a colon are no publishers.
    [`АСТАНА — ${RU}`, undefined, []],
    [`ANTALYA - ${TR}`, undefined, []],
    [`挪威首相顾问说：${ZH}`, undefined, []],
    [`VOV.VN - ${BODY}`, 'vov', []],
    [`央视网消息：${ZH}`, 'cctv', []],
    // An agency that is credited before or at the end of a dateline.
    [`(Theo AP) - ${BODY}`, undefined, ['AP']],
    [`МОСКВА, 5 мая. /ТАСС/. ${RU}`, undefined, ['TASS']],
    [`МОСКВА, 5 мая - РИА Новости. ${RU}`, undefined, ['RIA Novosti']],
    [`（法新电）${ZH}`, undefined, ['AFP']],
  ])('%s', (text, outlet, credits) => {
    const article = readText(`Norway and Chile: an accord on fisheries\n\n${text}\n\n${text.slice(-80)}`);
    expect(article.outlet?.id).toBe(outlet);
    expect(article.credits.map((credit) => credit.outlet)).toEqual(credits);
  });

  test('a trail of sections is no title', () => {
    const article = readText(
      `Trang chủ > Thế giới > Quân sự\n\nNorway and Chile sign an accord on fisheries\n\n${BODY}`,
    );
    expect(article.title).toBe('Norway and Chile sign an accord on fisheries');
    expect(kindOfLine(article, 1)).toBe('chrome');
  });
});

describe('the text', () => {
  test('is NFC with line feeds, every line of the input kept', () => {
    expect(normaliseText('\ufeffa\r\nb\rc\n')).toBe('a\nb\nc\n');
    expect(normaliseText('Nguye\u0302\u0303n')).toBe('Nguyễn');
  });

  test('an official readout: title, date, body', () => {
    const article = readText(
      '李克强会见挪威首相\n\n2022年11月11日\n\n当地时间11月11日，国务院总理在奥斯陆会见挪威首相，双方就渔业合作交换意见。\n\n挪威首相表示，愿同中方加强各领域合作。',
    );
    expect(article).toMatchObject({
      language: 'zh',
      title: '李克强会见挪威首相',
      published: { earliest: '2022-11-11' },
    });
    expect(article.blocks.every((block) => block.kind !== 'chrome')).toBe(true);
  });

  test('a line of a million words is cut with a warning', () => {
    const article = readText('The minister met the president in the city. '.repeat(40_000));
    expect(article.text.length).toBe(500_000);
    expect(article.warnings.map((warning) => warning.code)).toContain('truncated');
  });
});

describe('a page with its markup', () => {
  test('that has more text than any article is cut with a warning', () => {
    const long = readAs(
      'html',
      `<html><body><article>${'<p>The minister met the president in the city.</p>'.repeat(20_000)}</article>`,
    );
    expect(long.text.length).toBe(300_000);
    expect(long.warnings.map((warning) => warning.code)).toContain('truncated');
  });

  const article = readAs('html', fixture('page.html'));
  test('metadata', () => {
    expect(article).toMatchObject({
      title: 'Kenya hosts talks on the lake',
      authors: ['Amina Njoroge'],
      url: 'https://times.example/2021/05/06/kenya-talks',
      published: { earliest: '2021-05-06', time: '2021-05-06T08:30+03:00' },
      language: 'en',
    });
    expect(article.outlet?.name).toBe('Example Times');
  });
  test('the article without the page around it', () => {
    const text = renderArticle(article);
    expect(text).toContain('fishing rights');
    expect(text).toContain('feeds both our peoples');
    for (const chrome of ['Sport', 'Mombasa', 'All rights reserved']) expect(text).not.toContain(chrome);
    expect(article.blocks.filter((block) => block.kind === 'caption')).toHaveLength(1);
  });
  test('a hundred thousand nested tags', () => {
    const deep = readAs('html', `<body>${'<div>'.repeat(100_000)}<p>${BODY}</p>`);
    expect(renderArticle(deep)).toContain('fisheries');
  });
});
