// How well and how fast `read` takes pages apart: word-level F1 of the body, dates, pages a second.
//   node bench/reading.ts [--sample N] [--set NAME] [--misses] [--peers DIR]
// DIR is a folder in which the peers are installed; they run on the same pages, and the ratios are ours by theirs.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Article } from '../src/model/article.ts';
import { declaredCharset, decodeText } from '../src/read/containers/decode.ts';
import { read } from '../src/read/index.ts';
import { isLeftOut } from '../src/read/left-out.ts';
import { loadReadWorld } from '../src/world/page.ts';
import { jsonLines } from '../tools/json-lines.ts';
import { loadPeers, mended } from './reading-peers.ts';

interface Gold {
  id: string;
  html: string;
  set: string;
  language: string | null;
  body: string | null;
  date: string | null;
  url: string | null;
}
interface Tally {
  pages: number;
  f1: number;
  precision: number;
  recall: number;
  milliseconds: number;
}

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, '..', 'shared', 'pages');
const PEERS: Record<string, number> = { aeb: 0.953, 'daniel en': 0.912, 'daniel zh': 0.923, 'daniel ru': 0.833 };

const flag = (name: string): string | undefined => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : (process.argv[at + 1] ?? '');
};
if (!existsSync(join(folder, 'pages.jsonl'))) {
  console.log(`no pages to measure in ${folder}`);
  process.exit(0);
}
const sample = Number(flag('--sample') ?? 1);
const misses = process.argv.includes('--misses');
const only = flag('--set');
const world = loadReadWorld(root, ['en', 'vi', 'ru', 'tr', 'zh']);
const golds = jsonLines<Gold>(join(folder, 'pages.jsonl'));
const tallies = new Map<string, Tally>();
const dates = { right: 0, pages: 0, shown: 0 };

const peers = flag('--peers') ? await loadPeers(flag('--peers') ?? '') : [];

for (const [index, gold] of golds.entries())
  if (index % sample === 0 && (!only || gold.set === only)) await measure(gold);
print();

async function measure(gold: Gold): Promise<void> {
  const bytes = readFileSync(join(folder, gold.html));
  const content = decodeText(bytes, declaredCharset(bytes)).text;
  const html = timed(() => read(page(gold, 'html', content), world));
  if (gold.date) tellDate(gold, html.article, content);
  if (gold.body === null) return;
  const set = gold.set === 'daniel' ? `daniel ${gold.language}` : gold.set;
  tell(set, gold, html, bodyOf(html.article, gold));
  const flat = timed(() => read(page(gold, 'text', html.article.text), world));
  tell(`${set} flat`, gold, flat, bodyOf(flat.article, gold));
  for (const peer of peers) {
    const markup = mended(content);
    const before = performance.now();
    const body = await peer.extract(markup, gold.url ?? 'https://example.org/').catch(() => '');
    tell(`${set} by ${peer.name}`, gold, { milliseconds: performance.now() - before }, body);
  }
}

function page(gold: Gold, kind: 'html' | 'text', content: string) {
  return {
    report: { id: '0', path: gold.id, url: kind === 'html' ? gold.url : null, bytes: content.length },
    kind,
    content,
    hints: {},
  };
}

function timed(run: () => Article): { article: Article; milliseconds: number } {
  const before = performance.now();
  return { article: run(), milliseconds: performance.now() - before };
}

/**
 * The gold of `daniel` keeps the headline, that of `aeb` mostly neither the headline nor captions. The peers' figures were
 * measured elsewhere, on whole sets and perhaps by another convention: with captions kept, `aeb` is 0.01 lower.
 */
function bodyOf(article: Article, gold: Gold): string {
  const left = gold.set === 'daniel' ? ['byline', 'dateline'] : ['title', 'byline', 'dateline', 'caption'];
  return article.blocks
    .filter((block) => !isLeftOut(block.kind) && !left.includes(block.kind))
    .map((block) => article.text.slice(block.start, block.end))
    .join('\n');
}

function tell(set: string, gold: Gold, { milliseconds }: { milliseconds: number }, body: string): void {
  const score = compare(gold.body ?? '', body);
  const tally = tallies.get(set) ?? { pages: 0, f1: 0, precision: 0, recall: 0, milliseconds: 0 };
  tally.pages++;
  tally.f1 += score.f1;
  tally.precision += score.precision;
  tally.recall += score.recall;
  tally.milliseconds += milliseconds;
  tallies.set(set, tally);
  if (misses && score.f1 < Number(flag('--below') ?? 0.9))
    console.log(
      `${set} ${gold.id} F1 ${score.f1.toFixed(2)} P ${score.precision.toFixed(2)} R ${score.recall.toFixed(2)}`,
    );
}

/** Whether a page says a day anywhere, in figures or as it is printed in English: some were saved without it. */
function shows(content: string, day: string): boolean {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const name = new Date(`${day}T00:00Z`).toLocaleString('en', { month: 'short', timeZone: 'UTC' });
  const figures = `${year}\\W?0?${month}\\W?0?${date}(?!\\d)|(?<!\\d)0?${date}\\W0?${month}\\W${year}|(?<!\\d)0?${month}\\W0?${date}\\W${year}`;
  const words = `${name}\\w*\\.? 0?${date}(?:st|nd|rd|th)?,? ${year}|(?<!\\d)0?${date}(?:st|nd|rd|th)? ${name}\\w*\\.?,? ${year}`;
  return new RegExp(`${figures}|${words}`, 'i').test(content);
}

function tellDate(gold: Gold, article: Article, content: string): void {
  dates.pages++;
  const right = article.published?.earliest === gold.date;
  if (right || shows(content, gold.date ?? '')) dates.shown++;
  if (right) dates.right++;
  else if (misses)
    console.log(
      `date ${gold.id} ${gold.url}: ${article.published?.earliest ?? 'none'} (${article.published?.why ?? ''}) for ${gold.date}`,
    );
}

/** F1 over runs of four words; Han signs count as words. */
function compare(gold: string, said: string): { f1: number; precision: number; recall: number } {
  const wanted = shingles(gold);
  const given = shingles(said);
  let shared = 0;
  for (const [shingle, count] of given) shared += Math.min(count, wanted.get(shingle) ?? 0);
  const total = (bag: Map<string, number>) => [...bag.values()].reduce((sum, count) => sum + count, 0);
  const precision = shared / Math.max(1, total(given));
  const recall = shared / Math.max(1, total(wanted));
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

function shingles(text: string): Map<string, number> {
  const words = text.normalize('NFC').match(/[\u3040-\u9fff]|[\p{L}\p{N}]+/gu) ?? [];
  const bag = new Map<string, number>();
  const size = Math.min(4, Math.max(1, words.length));
  for (let at = 0; at + size <= words.length; at++) {
    const shingle = words.slice(at, at + size).join(' ');
    bag.set(shingle, (bag.get(shingle) ?? 0) + 1);
  }
  return bag;
}

function print(): void {
  for (const [set, tally] of [...tallies].sort()) {
    const mean = (value: number) => (value / tally.pages).toFixed(3);
    const peer = PEERS[set];
    const flatOf = set.endsWith(' flat') ? tallies.get(set.slice(0, -5)) : undefined;
    const [ofSet, by] = set.split(' by ');
    const ours = by ? tallies.get(ofSet ?? '') : undefined;
    const against = ours
      ? `  ours: F1 ${(ours.f1 / tally.f1).toFixed(3)} times, pages/s ${(tally.milliseconds / ours.milliseconds).toFixed(1)} times`
      : peer && peers.length === 0
        ? `  ${(tally.f1 / tally.pages / peer).toFixed(3)} of Readability's`
        : flatOf
          ? `  ${(tally.f1 / flatOf.f1).toFixed(3)} of our own on HTML`
          : '';
    console.log(
      `${set.padEnd(16)} ${String(tally.pages).padStart(4)} pages  F1 ${mean(tally.f1)}  P ${mean(tally.precision)}  R ${mean(tally.recall)}  ${Math.round((1000 * tally.pages) / tally.milliseconds)} pages/s${against}`,
    );
  }
  if (dates.pages > 0)
    console.log(
      `publication date right on ${dates.right} of ${dates.pages}: ${(dates.right / dates.pages).toFixed(3)}; of the ${dates.shown} that show it: ${(dates.right / dates.shown).toFixed(3)}`,
    );
}
