import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { read } from '../src/read/index.ts';
import { loadReadWorld } from '../src/world/page.ts';

interface Gold {
  doc: string;
  language: string;
  title?: string | null;
  chrome?: number[];
  either?: number[];
  published?: { earliest: string; basis: string } | null;
}

const root = join(import.meta.dirname, '..');
const shared = join(root, '..', 'shared');
const present = existsSync(join(shared, 'gold', 'seeds.jsonl'));
const DROPPED = new Set(['chrome', 'teaser', 'spam']);

test('the measuring sets are there when they are asked for', () => {
  if (process.env.READOUT_SHARED === '1')
    expect(present, `${shared} is missing: the gold cannot be measured`).toBe(true);
});

/** How much of the article is kept, and how well chrome is told, over a gold file. */
function measure(gold: string, folder: string) {
  const world = loadReadWorld(root, ['en', 'vi', 'ru', 'tr', 'zh']);
  const count = { article: 0, kept: 0, chrome: 0, found: 0, said: 0, titles: 0, right: 0 };
  for (const line of readFileSync(join(shared, 'gold', gold), 'utf8')
    .split('\n')
    .filter(Boolean)) {
    const page = JSON.parse(line) as Gold;
    const content = readFileSync(join(shared, folder, page.doc), 'utf8');
    const report = { id: '0', path: page.doc, url: null, bytes: content.length };
    const article = read({ report, kind: 'text', content, hints: {} }, world);
    expect(article.language, page.doc).toBe(page.language);
    count.titles++;
    if ((article.title ?? null) === (page.title ?? null)) count.right++;
    const dropped = new Set<number>();
    for (const block of article.blocks)
      for (let at = block.lines[0]; at <= block.lines[1]; at++)
        if (DROPPED.has(block.kind)) dropped.add(at);
        else dropped.delete(at);
    content.split('\n').forEach((text, index) => {
      const number = index + 1;
      if (text.trim() === '' || page.either?.includes(number)) return;
      const isChrome = page.chrome?.includes(number) ?? false;
      if (isChrome) count.chrome++;
      else count.article++;
      if (dropped.has(number)) count.said++;
      if (isChrome && dropped.has(number)) count.found++;
      if (!isChrome && !dropped.has(number)) count.kept++;
    });
  }
  const f1 = count.chrome + count.said === 0 ? 1 : (2 * count.found) / (count.chrome + count.said);
  return { kept: count.kept / count.article, chrome: f1, title: count.right / count.titles };
}

describe.skipIf(!present)('measured on ../shared (skipped where it is not checked out)', () => {
  test.each([
    ['seeds.jsonl', 'seeds', 0.97],
    ['dev-en.jsonl', 'gold/texts', 0.95],
    ['dev-zh.jsonl', 'gold/texts', 0.95],
    ['dev-vi.jsonl', 'gold/texts', 0],
    ['dev-tr.jsonl', 'gold/texts', 0],
  ])('%s', (gold, folder, chrome) => {
    const measured = measure(gold, folder);
    expect(measured.kept).toBeGreaterThanOrEqual(0.99);
    expect(measured.chrome).toBeGreaterThanOrEqual(chrome);
    expect(measured.title).toBeGreaterThanOrEqual(0.95);
  });
});
