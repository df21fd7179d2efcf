// How long it takes to compile or load all names and phrases, and how fast a text is scanned for them, in one pass on one core.
//   node bench/matcher.ts [--peers DIR]
// DIR is a folder with modern-ahocorasick installed: it gets the same names as they stand in the tables (we also have all their
// inflected forms, the words that tell of acts, topics and occasions) and scans the same text. Rates are of processor time.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { match } from '../src/recognise/match.ts';
import { openWorld, type Pack } from '../src/world/index.ts';
import { type Knowledge, loadKnowledge } from '../src/world/knowledge.ts';
import { tokenBuffer, tokenise } from '../src/world/tokenise.ts';
import { loadAhoCorasick, type PhraseMatcher } from './matcher-peers.ts';

const ROOT = join(import.meta.dirname, '..');
const CORPUS = join(ROOT, '..', 'shared', 'corpus', 'news.jsonl.gz');
const LANGUAGES = ['en', 'vi', 'ru', 'tr', 'zh'];
const ROUNDS = 5;

const at = process.argv.indexOf('--peers');
const peer = at < 0 ? null : await loadAhoCorasick(process.argv[at + 1] ?? '');

benchOpening();
const knowledge = loadKnowledge([join(ROOT, 'knowledge')]);
const texts = textsByLanguage();
for (const language of LANGUAGES) benchLanguage(language, texts.get(language) ?? []);

function benchOpening(): void {
  const open = (cache?: null): number =>
    milliseconds(() => {
      const world = openWorld({ cache });
      for (const code of world.languages) world.times(code);
    });
  open();
  console.log(
    `all languages: loaded in ${best(() => open()).toFixed(0)} ms, compiled in ${best(() => open(null)).toFixed(0)} ms`,
  );
}

function benchLanguage(language: string, list: readonly string[]): void {
  const pack = openWorld({ languages: [language] }).pack(language) as Pack;
  const characters = list.reduce((sum, text) => sum + text.length, 0);
  let found = 0;
  const scan = (): void => {
    found = 0;
    for (const text of list) found += scanned(text, pack);
  };
  scan();
  const rate = characters / 1000 / best(() => milliseconds(scan));
  console.log(
    `${language}: ${rate.toFixed(1)} M characters/s, ${found} names in ${(characters / 1e6).toFixed(2)} M characters`,
  );
  if (peer) benchPeer(language, list, characters, rate);
}

function scanned(text: string, pack: Pack): number {
  const tokens = tokenBuffer(text.length);
  tokenise(text, 0, text.length, pack.vocabulary, tokens);
  return match(pack, tokens, text, knowledge).names.length;
}

function benchPeer(language: string, list: readonly string[], characters: number, ours: number): void {
  const names = namesIn(knowledge, language);
  let matcher: PhraseMatcher | null = null;
  const compiled = milliseconds(() => {
    matcher = peer?.(names) ?? null;
  });
  let found = 0;
  const scan = (): void => {
    found = 0;
    for (const text of list) found += matcher?.count(text) ?? 0;
  };
  scan();
  const rate = characters / 1000 / best(() => milliseconds(scan));
  console.log(
    `    modern-ahocorasick: ${names.length} names compiled in ${compiled.toFixed(0)} ms, ${rate.toFixed(1)} M characters/s, ${found} found; we are ${(ours / rate).toFixed(1)} times as fast`,
  );
}

/** All names that a text in a language may use, as the tables have them. */
function namesIn(tables: Knowledge, language: string): string[] {
  const lists = [
    tables.states,
    tables.adjectives,
    tables.capitals,
    tables.organisations,
    tables.offices,
    tables.outlets,
    tables.places,
    tables.initiatives,
    tables.people,
  ];
  const latin = language !== 'ru' && language !== 'zh';
  const names = lists.flatMap((list) =>
    list.flatMap((item) => [...(item.names[language] ?? []), ...(latin ? (item.names['en'] ?? []) : [])]),
  );
  return [...new Set(names)];
}

/** General news. @throws Error where the corpus is not there */
function textsByLanguage(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  if (!existsSync(CORPUS)) throw new Error(`no text to scan: ${CORPUS} is not there`);
  for (const line of gunzipSync(readFileSync(CORPUS)).toString('utf8').trim().split('\n')) {
    const { language, text } = JSON.parse(line) as { language: string; text: string };
    found.set(language, [...(found.get(language) ?? []), text]);
  }
  return found;
}

function best(measure: () => number): number {
  return Math.min(...Array.from({ length: ROUNDS }, measure));
}

function milliseconds(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
