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

describe.each(['html', 'text'] as const)('as %s', (kind) => {
  test.each(names)('%s', (name) => {
    const { recall, precision } = measure(name, kind);
    expect(recall).toBeGreaterThan(0);
    expect(precision).toBeGreaterThan(0);
  });
});
