import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Article, RawReport } from '../src/model/index.ts';
import { read } from '../src/read/index.ts';
import { loadReadWorld } from '../src/world/page.ts';

/**
 * Made-up pages of many layouts. What is the article's is marked in the page (`data-own`), and was marked before anybody
 * looked at what the reader makes of it. Each is read as HTML and as the same text without its markup.
 */
const folder = join(import.meta.dirname, 'fixtures', 'layouts');
const world = loadReadWorld(join(import.meta.dirname, '..'), ['en', 'vi', 'ru', 'tr', 'zh']);
const OWN = '\u2402';
const DROPPED = new Set(['chrome', 'teaser', 'spam']);

interface Measured {
  article: Article;
  /** Letters of the article that were kept, and of what was kept those that are the article's: shares. */
  recall: number;
  precision: number;
  wrong: string[];
}

const page = (name: string, kind: RawReport['kind'], content: string): RawReport => ({
  report: { id: '0', path: name, url: null, bytes: content.length },
  kind,
  content,
  hints: {},
});

/** Whether each line of a page, flattened, is marked as the article's. */
function ownLines(name: string, html: string): boolean[] {
  const marked = html.replace(/<(\w+)([^<>]*?) data-own>/g, `<$1$2>${OWN}`);
  return read(page(name, 'html', marked), world)
    .text.split('\n')
    .map((line) => line.includes(OWN));
}

function measure(name: string, kind: RawReport['kind']): Measured {
  const html = readFileSync(join(folder, name), 'utf8');
  const own = ownLines(name, html);
  const clean = html.replaceAll(' data-own', '');
  const asHtml = read(page(name, 'html', clean), world);
  const article = kind === 'html' ? asHtml : read(page(name, 'text', asHtml.text), world);
  const kept = new Set<number>();
  for (const { kind: told, lines } of article.blocks)
    if (!DROPPED.has(told)) for (let at = lines[0]; at <= lines[1]; at++) kept.add(at);
  const count = { own: 0, kept: 0, both: 0 };
  const wrong: string[] = [];
  article.text.split('\n').forEach((line, index) => {
    const length = line.replace(/\s/g, '').length;
    const [isOwn, isKept] = [own[index] === true, kept.has(index + 1)];
    if (isOwn) count.own += length;
    if (isKept) count.kept += length;
    if (isOwn && isKept) count.both += length;
    if (isOwn !== isKept) wrong.push(`${isOwn ? 'lost' : 'kept'}: ${line}`);
  });
  return { article, recall: count.both / count.own, precision: count.both / count.kept, wrong };
}

const names = readdirSync(folder).sort();

if (process.env.READOUT_LAYOUTS)
  for (const kind of ['html', 'text'] as const) {
    const all = names.map((name) => ({ name, ...measure(name, kind) }));
    for (const { name, recall, precision, wrong, article } of all)
      console.log(
        `${kind} ${name.padEnd(18)} R ${recall.toFixed(3)} P ${precision.toFixed(3)} ${article.published?.earliest} ${article.outlet?.name} ${article.title}\n${wrong.map((line) => `    ${line.slice(0, 110)}\n`).join('')}`,
      );
    const mean = (of: 'recall' | 'precision') => all.reduce((sum, one) => sum + one[of], 0) / all.length;
    console.log(`${kind} mean R ${mean('recall').toFixed(3)} P ${mean('precision').toFixed(3)}`);
  }

/** What each page is about, when it came out, and how much of what is kept is the article's: as HTML, as text. */
const PAGES: Record<string, [title: string, published: string, html: number, text: number]> = {
  'en-amp.html': ['Kenya and Ethiopia agree to open a second border post', '2023-08-22', 0.81, 0.92],
  'en-live.html': ['Ceasefire talks in Doha: as it happened', '2024-05-09', 0.88, 0.9],
  'en-paywall.html': ['Kestrel Bay port deal splits the coalition', '2024-03-14', 0.84, 0.86],
  'ru-agency.html': ['Казахстан и Узбекистан договорились о воде на лето', '2024-04-04', 0.98, 0.93],
  'ru-forum.html': ['Как Сербия голосовала в ООН', '2023-02-24', 1, 1],
  'tr-ministry.html': ["No: 118, 12 Mayıs 2022, Moldova'daki patlamalar hk.", '2022-05-12', 1, 1],
  'tr-paper.html': ["Atina'dan Ankara'ya deprem teşekkürü", '2023-08-21', 0.97, 0.92],
  'vi-ministry.html': ['Thứ trưởng Ngoại giao tiếp Đại sứ Phần Lan', '2023-06-05', 0.96, 1],
  'vi-province.html': ['Nga và Ấn Độ bàn tuyến tàu hàng qua Vladivostok', '2023-09-14', 0.89, 1],
  'vi-related.html': ['Việt Nam và Hà Lan lập quỹ chống sạt lở đồng bằng', '2023-10-17', 0.74, 0.82],
  'zh-briefing.html': ['外交部發言人就南海問題答記者問', '2023-08-07', 1, 1],
  'zh-portal.html': ['巴西总统：愿同中方扩大铁路合作', '2023-04-14', 0.85, 1],
};

test('every page says what is expected of it', () => {
  expect(Object.keys(PAGES)).toEqual(names);
});

describe.each(['html', 'text'] as const)('as %s', (kind) => {
  test.each(Object.entries(PAGES))('%s', (name, [title, published, asHtml, asText]) => {
    const { recall, precision, article, wrong } = measure(name, kind);
    expect(article.title).toBe(title);
    expect(article.published).toMatchObject({ earliest: published, latest: published, basis: 'stated' });
    expect(recall, wrong.join('\n')).toBeGreaterThanOrEqual(0.985);
    expect(precision, wrong.join('\n')).toBeGreaterThanOrEqual(kind === 'html' ? asHtml : asText);
  });
});
