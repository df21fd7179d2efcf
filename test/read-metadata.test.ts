import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Article, RawReport, ReportHints } from '../src/model/index.ts';
import { read } from '../src/read/index.ts';
import { renderArticle, traceArticle } from '../src/read/render.ts';
import { loadReadWorld } from '../src/world/page.ts';

const world = loadReadWorld(join(import.meta.dirname, '..'), ['en', 'vi', 'ru', 'tr', 'zh']);

function reading(
  content: string,
  kind: RawReport['kind'] = 'text',
  url: string | null = null,
  hints: ReportHints = {},
): Article {
  return read({ report: { id: '0', path: 'page', url, bytes: content.length }, kind, content, hints }, world);
}

const LEAD = 'The ministers of transport of both states said on Monday that direct flights would begin next month.';
const REST =
  'Travellers need no visa if they stay for less than fifteen days, says the joint statement that they signed.';

function html(head: string, body = `<h1>Direct flights begin next month</h1><p>${LEAD}</p><p>${REST}</p>`): string {
  return `<html lang="en"><head>${head}</head><body><article>${body}</article></body></html>`;
}

describe('the title', () => {
  const headline = 'Direct flights begin next month';
  test.each([
    ['as it is', `<title>${headline}</title>`],
    ['with the site’s name', `<title>${headline} | The Runway Times</title>`],
    ['with a section and the site’s name', `<title>${headline} - World - The Runway Times</title>`],
    ['after the site’s name', `<title>The Runway Times: ${headline}</title>`],
    ['cut off', `<meta property="og:title" content="Direct flights begin ne...">`],
    ['escaped twice', `<meta property="og:title" content="Direct flights begin next&amp;nbsp;month">`],
    ['in JSON-LD', `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${headline}"}</script>`],
    ['none: the heading', ''],
  ])('%s', (_, head) => {
    expect(reading(html(head), 'html').title?.replace(/\s/g, ' ')).toBe(headline);
  });

  test('with a name of the site that only metadata knows, and no headline on the page', () => {
    const head = `<title>${headline} - Runway</title><meta property="og:site_name" content="Runway">`;
    expect(reading(html(head, `<p>${LEAD}</p><p>${REST}</p>`), 'html').title).toBe(headline);
  });

  test('a part of it that happens to stand after a dash stays', () => {
    const head = '<title>Direct flights - at last</title>';
    expect(reading(html(head, `<p>${LEAD}</p><p>${REST}</p>`), 'html').title).toBe('Direct flights - at last');
  });

  test('printed again is left out the second time', () => {
    const article = reading(`${headline}\n\n${LEAD}\n\n${headline}\n\n${REST}\n`);
    expect(article.title).toBe(headline);
    expect(article.blocks.filter(({ kind }) => kind === 'title')).toHaveLength(1);
    expect(traceArticle(article)).toContain('repeat: the title again');
  });
});

describe('dates', () => {
  test.each([
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2023-05-06T21:10:00+07:00"}]}</script>',
      '2023-05-06T21:10+07:00',
    ],
    [
      'OpenGraph',
      '<meta property="article:published_time" content="2023-05-06T21:10:00+03:00">',
      '2023-05-06T21:10+03:00',
    ],
    ['a meta of another name', '<meta name="pubdate" content="Sat, 06 May 2023 10:00:00 GMT">', '2023-05-06T10:00'],
  ])('%s', (_, head, time) => {
    const { published } = reading(html(head), 'html');
    expect(published).toMatchObject({ earliest: '2023-05-06', latest: '2023-05-06', basis: 'stated' });
    expect(published?.time?.replace('+00:00', '')).toBe(time);
  });

  test('of the time element of the article, not of a list beside it', () => {
    const aside = '<aside><time datetime="2023-06-01">1 June</time><a href="/x">Another story</a></aside>';
    const body = `<h1>Direct flights begin next month</h1><time datetime="2023-05-06T08:00Z">Saturday</time><p>${LEAD}</p><p>${REST}</p>`;
    expect(reading(`<html><body>${aside}<article>${body}</article></body></html>`, 'html').published?.earliest).toBe(
      '2023-05-06',
    );
  });

  test('that disagree: the first is believed, and says so', () => {
    const head =
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2023-05-06"}</script><meta name="date" content="2023-05-09">';
    const { published } = reading(html(head), 'html');
    expect(published?.earliest).toBe('2023-05-06');
    expect(published?.why).toBe('JSON-LD datePublished, believed first; meta date says 2023-05-09');
  });

  test('that disagree with what is printed: named beside it', () => {
    const head = '<meta property="article:published_time" content="2023-05-06">';
    const body = `<h1>Direct flights begin next month</h1><p>2 May 2023</p><p>${LEAD}</p><p>${REST}</p>`;
    const { published } = reading(html(head, body), 'html');
    expect(published?.earliest).toBe('2023-05-06');
    expect(published?.why).toBe('meta article:published_time; 2023-05-02 is printed on line 2');
  });

  test('in UTC a day off the printed one: the day that its readers had', () => {
    const head = '<meta property="article:published_time" content="2023-05-06T22:30:00Z">';
    const body = `<h1>Direct flights begin next month</h1><p>Sunday, 7 May 2023, 05:30</p><p>${LEAD}</p><p>${REST}</p>`;
    const { published } = reading(html(head, body), 'html');
    expect(published).toMatchObject({ earliest: '2023-05-07', time: '2023-05-07T05:30' });
    expect(published?.why).toContain('meta article:published_time says 2023-05-06');
  });

  test('in UTC, where a script of the page has the day of its readers', () => {
    const head = (value: string) =>
      `<meta property="article:published_time" content="2023-05-06T02:54:00Z"><script>var page = {"publishDate": "${value}"}</script>`;
    const local = reading(html(head('Fri, 05 May 2023 22:54:00 -0400')), 'html').published;
    expect(local).toMatchObject({ earliest: '2023-05-05', latest: '2023-05-05' });
    expect(local?.why).toBe('a script of the page; meta article:published_time says 2023-05-06 in UTC');
    for (const other of ['2023-05-06', '2023-05-05T22:54:00Z', '2023-04-30'])
      expect(reading(html(head(other)), 'html').published?.earliest).toBe('2023-05-06');
  });

  test('as seconds, when nothing else says it', () => {
    const body = `<h1>Direct flights begin next month</h1><span data-time="1683374400">12 h</span><p>${LEAD}</p><p>${REST}</p>`;
    expect(reading(html('', body), 'html').published?.earliest).toBe('2023-05-06');
  });

  test('of the last change', () => {
    expect(
      reading(html('<meta property="article:modified_time" content="2023-05-08T01:00:00+03:00">'), 'html').modified,
    ).toMatchObject({
      earliest: '2023-05-08',
      time: '2023-05-08T01:00+03:00',
      why: 'meta article:modified_time',
    });
    const page = `Uçuşlar gelecek ay başlıyor\n\nGiriş: 06.05.2023 17:36 Güncelleme: 07.05.2023 18:02\n\nUlaştırma bakanlıkları pazartesi günü uçuşların gelecek ay başlayacağını açıkladı.\n`;
    const printed = reading(page);
    expect(printed.published).toMatchObject({ earliest: '2023-05-06', time: '2023-05-06T17:36' });
    expect(printed.modified).toMatchObject({ earliest: '2023-05-07', time: '2023-05-07T18:02' });
    expect(reading(`Direct flights begin next month\n\nPublished 6 May 2023\n\n${LEAD}\n`)).not.toHaveProperty(
      'modified',
    );
  });
});

describe('where it is from', () => {
  test('the canonical address, and the outlet by it', () => {
    const article = reading(
      html('<link rel="canonical" href="https://www.reuters.com/world/flights-2023-05-06/">'),
      'html',
    );
    expect(article).toMatchObject({
      url: 'https://www.reuters.com/world/flights-2023-05-06/',
      outlet: { name: 'Reuters' },
    });
    expect(article.published?.earliest).toBe('2023-05-06');
  });

  test('og:url where no link says it; a relative one is none', () => {
    expect(reading(html('<meta property="og:url" content="https://runway.example/f">'), 'html').url).toBe(
      'https://runway.example/f',
    );
    expect(reading(html('<link rel="canonical" href="/f">'), 'html').url).toBeNull();
  });

  test('the address that it was fetched from is the report’s', () => {
    const article = reading(
      html('<link rel="canonical" href="https://runway.example/f">'),
      'html',
      'https://amp.runway.example/f',
    );
    expect(article.url).toBe('https://amp.runway.example/f');
  });
});

describe('credits', () => {
  const texts: Record<string, string> = {
    en: `Direct flights begin next month\n\n${LEAD}\n\n${REST}\n\n`,
    vi: 'Hai nước mở lại đường bay thẳng\n\nBộ Giao thông hai nước cho biết các chuyến bay sẽ bắt đầu từ tháng tới, mỗi tuần ba chuyến.\n\nHành khách không cần xin thị thực nếu ở dưới mười lăm ngày, theo thông báo chung.\n\n',
    ru: 'Две страны вновь открывают прямой рейс\n\nМинистерства транспорта сообщили в понедельник, что полёты начнутся в следующем месяце, трижды в неделю.\n\nВиза не нужна тем, кто приезжает меньше чем на пятнадцать дней, говорится в заявлении.\n\n',
    zh: '两国重开直航\n\n两国交通部门周一表示，航班将于下月开始，每周三班，旅客停留不超过十五天不需要签证。\n\n双方还同意扩大货运合作，增加港口之间的船班，联合声明这样说。\n\n',
    tr: 'İki ülke doğrudan uçuşları yeniden başlatıyor\n\nUlaştırma bakanlıkları pazartesi günü uçuşların gelecek ay haftada üç kez başlayacağını açıkladı.\n\nOrtak açıklamaya göre on beş günden az kalan yolculardan vize istenmeyecek.\n\n',
  };
  test.each([
    ['vi', '(theo Sputnik)', 'Sputnik:agency', ''],
    ['vi', 'Theo vietnamnet.vn', 'VietNamNet:paper', ''],
    ['vi', 'Theo Reuters, AFP', 'Reuters:agency AFP:agency', ''],
    ['vi', 'Nguồn: Bloomberg', 'Bloomberg:agency', ''],
    ['vi', 'Ảnh: THX/TTXVN', '', ''],
    ['vi', 'Minh Anh (theo Reuters)', 'Reuters:agency', 'Minh Anh'],
    ['en', '— Reuters', 'Reuters:agency', ''],
    ['en', 'Source: Al Jazeera', 'Al Jazeera:paper', ''],
    ['en', 'Reuters, AP', 'Reuters:agency AP:agency', ''],
    ['en', 'Photo: AFP', '', ''],
    ['en', 'By Jane Doe', '', 'Jane Doe'],
    ['ru', '(ТАСС)', 'TASS:agency', ''],
    ['ru', 'Источник: РИА Новости', 'RIA Novosti:agency', ''],
    ['ru', 'Фото: РИА Новости', '', ''],
    ['zh', '（新华社）', 'Xinhua:agency', ''],
    ['zh', '来源：新华社', 'Xinhua:agency', ''],
    ['tr', 'AA', 'Anadolu Agency:agency', ''],
    ['tr', 'Kaynak: AA', 'Anadolu Agency:agency', ''],
    ['tr', 'Fotoğraf: AA', '', ''],
  ])('%s: %s', (language, line, credits, authors) => {
    const article = reading(`${texts[language]}${line}\n`);
    expect(article.language).toBe(language);
    expect(article.credits.map(({ outlet, role }) => `${outlet}:${role}`).join(' ')).toBe(credits);
    expect(article.authors.join(', ')).toBe(authors);
  });

  test.each([
    ['MOSCOW, May 5 (Reuters) - ', 'Reuters:quoted'],
    ['ANKARA (AA) — ', 'Anadolu Agency:quoted'],
    ['Reuters reported that ', 'Reuters:quoted'],
  ])('before the text: %s', (opening, credit) => {
    const article = reading(`Direct flights begin next month\n\n${opening}${LEAD}\n\n${REST}\n`);
    expect(article.credits.map(({ outlet, role }) => `${outlet}:${role}`)).toEqual([credit]);
  });
});

describe('languages', () => {
  test('of blocks that differ from the article’s', () => {
    const vietnamese =
      'Các bộ trưởng giao thông của hai nước cho biết hôm thứ Hai rằng đường bay thẳng sẽ mở lại vào tháng tới.';
    const article = reading(`Direct flights begin next month\n\n${LEAD}\n\n${REST}\n\n${vietnamese}\n`);
    expect(article.language).toBe('en');
    expect(article.blocks.filter(({ language }) => language).map(({ language }) => language)).toEqual(['vi']);
  });

  test('that are read and not coded', () => {
    const german =
      'Direktflüge ab nächstem Monat\n\nDie Verkehrsminister der beiden Länder haben am Montag mitgeteilt, dass die Flüge im nächsten Monat beginnen sollen.\n\nReisende brauchen kein Visum, wenn sie weniger als fünfzehn Tage bleiben, heißt es in der Erklärung.\n';
    expect(reading(german)).toMatchObject({ language: 'de', title: 'Direktflüge ab nächstem Monat' });
  });
});

test('an article as text and as Markdown', () => {
  const article = reading(
    html(
      '',
      `<h1>Direct flights begin next month</h1><p>By Jane Doe</p><p>${LEAD}</p><h2>No visa</h2><p>${REST}</p><p>Share this article</p>`,
    ),
    'html',
  );
  expect(renderArticle(article, 'markdown')).toBe(
    `# Direct flights begin next month\n\n*By Jane Doe*\n\n**${LEAD}**\n\n## No visa\n\n${REST}\n`,
  );
  expect(renderArticle(article)).not.toContain('Share');
});
