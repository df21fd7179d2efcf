import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { read } from '../src/read/index.ts';
import {
  CORPUS,
  HALVES,
  languageOf,
  type PlantedDifference,
  storiesOf,
  type TrueStory,
} from '../tools/lineage/truth.ts';
import { testWorld } from './world-of-tests.ts';

const KINDS = ['copy', 'excerpt', 'translation', 'rewrite'];
const DIFFERENCES = [
  ...['number', 'date', 'name', 'place', 'mode', 'actor', 'claim-dropped', 'claim-added', 'attribution', 'strength'],
  ...['quotation-altered', 'quotation-dropped', 'quotation-split', 'mistranslation'],
];
const LANGUAGES = ['en', 'ru', 'tr', 'vi', 'zh'];
/** A sentence this long is nobody's by chance. */
const OWN_SENTENCE = 40;

const halves = HALVES.map((half) => ({ half, stories: storiesOf(half) }));
const stories = halves.flatMap(({ stories: some }) => some);
const named = stories.map((story): [string, TrueStory] => [story.truth.story, story]);

function wordsOf(story: TrueStory, file: string): string {
  const text = story.files.get(file);
  if (text === undefined) throw new Error(`${story.truth.story} has no ${file}`);
  return text;
}

/** Each difference of a story with the two files it lies between; null for an outlet whose text is not at hand. */
function planted({ files, truth }: TrueStory): { from: string | null; to: string; one: PlantedDifference }[] {
  const of = (from: string, to: string, differences: PlantedDifference[]) =>
    differences.map((one) => ({ from: files.has(from) ? from : null, to, one }));
  return [
    ...truth.edges.flatMap((edge) => of(edge.from, edge.to, edge.differences)),
    ...truth.siblingDifferences.flatMap(({ between: [from, to], differences }) => of(from, to, differences)),
  ];
}

describe.each(named)('the truth of %s', (name, story) => {
  const { files, truth, folder } = story;

  test('names the story as its folder and only files that are there', () => {
    expect(folder.endsWith(`/${name}`)).toBe(true);
    const told = [
      ...Object.keys(truth.own),
      ...truth.independent,
      ...truth.edges.flatMap(({ from, to }) => (from.endsWith('.txt') ? [from, to] : [to])),
      ...truth.siblingDifferences.flatMap(({ between }) => between),
      ...truth.notDifferences.flatMap(({ reports }) => reports),
    ];
    expect(told.filter((file) => !files.has(file))).toEqual([]);
  });

  test('says of every report where it comes from', () => {
    for (const file of files.keys())
      expect(
        truth.edges.some(({ to }) => to === file),
        file,
      ).toBe(!truth.independent.includes(file));
  });

  test('knows only the kinds there are, and no edge twice or in a circle', () => {
    expect(truth.edges.filter(({ kind }) => !KINDS.includes(kind))).toEqual([]);
    const pairs = truth.edges.map(({ from, to }) => `${from} ${to}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(truth.edges.filter(({ from, to }) => from === to || pairs.includes(`${to} ${from}`))).toEqual([]);
    for (const { from, to, kind } of truth.edges)
      if (files.has(from) && kind !== 'rewrite')
        expect(languageOf(from) === languageOf(to), `${from} ${to}`).toBe(kind !== 'translation');
  });

  test('quotes words that stand in the reports', () => {
    for (const { from, to, one } of planted(story)) {
      expect(DIFFERENCES).toContain(one.kind);
      expect(one.from !== null || one.to !== null).toBe(true);
      if (one.from !== null) expect(wordsOf(story, from as string)).toContain(one.from);
      if (one.to !== null) expect(wordsOf(story, to)).toContain(one.to);
    }
    for (const { from, to, reports } of truth.notDifferences) {
      expect(wordsOf(story, reports[0])).toContain(from);
      expect(wordsOf(story, reports[1])).toContain(to);
    }
  });

  test('names outlets that the knowledge has', () => {
    const outlets = new Set(testWorld().knowledge.outlets.flatMap(({ names }) => Object.values(names).flat()));
    const told = [
      ...Object.values(truth.own),
      ...truth.edges.map(({ from }) => from).filter((from) => !files.has(from)),
    ];
    expect(told.filter((outlet) => !outlets.has(outlet))).toEqual([]);
  });

  test('has four to eight reports in two languages or more', () => {
    expect(files.size).toBeGreaterThanOrEqual(4);
    expect(files.size).toBeLessThanOrEqual(8);
    expect(new Set([...files.keys()].map(languageOf)).size).toBeGreaterThanOrEqual(2);
  });

  test('has reports whose language the reader tells', () => {
    for (const [file, content] of files) {
      const report = { id: '0000000000000000', path: file, url: null, bytes: content.length };
      const article = read({ report, kind: 'text', content, hints: {} }, testWorld().pages);
      expect(article.language, file).toBe(languageOf(file));
    }
  });
});

describe('the corpus', () => {
  test('has at least 25 stories, in parts of eight or more', () => {
    expect(stories.length).toBeGreaterThanOrEqual(25);
    for (const { stories: half } of halves) expect(half.length).toBeGreaterThanOrEqual(8);
    expect(new Set(stories.map(({ truth }) => truth.story)).size).toBe(stories.length);
  });

  test.each(LANGUAGES)('tells at least 8 stories in %s', (language) => {
    expect(
      stories.filter(({ files }) => [...files.keys()].some((file) => languageOf(file) === language)).length,
    ).toBeGreaterThanOrEqual(8);
  });

  test('has planted differences on three edges of five, and every kind of them in both halves', () => {
    const edges = stories.flatMap(({ truth }) => truth.edges);
    const siblings = stories.flatMap(({ truth }) => truth.siblingDifferences);
    const changed = edges.filter(({ differences }) => differences.length > 0).length + siblings.length;
    expect(changed / edges.length).toBeGreaterThanOrEqual(0.6);
    for (const { stories: half } of halves) {
      const kinds = new Set(half.flatMap(({ truth }) => truth.edges.map(({ kind }) => kind)));
      expect([...kinds].sort()).toEqual(KINDS.toSorted());
    }
    expect(new Set(stories.flatMap(planted).map(({ one }) => one.kind))).toEqual(new Set(DIFFERENCES));
  });

  test('has no text in two stories', () => {
    const owner = new Map<string, string>();
    for (const { files, truth } of stories)
      for (const text of files.values())
        for (const sentence of text.split(/(?<=[.!?。！？])\s*|\n+/u).filter(({ length }) => length >= OWN_SENTENCE)) {
          expect(owner.get(sentence) ?? truth.story, sentence).toBe(truth.story);
          owner.set(sentence, truth.story);
        }
  });

  test('is counted right in its README', () => {
    const readme = readFileSync(join(CORPUS, 'README.md'), 'utf8');
    for (const line of countsOf()) expect(readme).toContain(line);
  });
});

/** The rows of the README's table: what is counted, then each half's count. */
function countsOf(): string[] {
  const row = (what: string, count: (story: TrueStory) => number) =>
    `| ${what} | ${halves.map(({ stories: half }) => half.reduce((sum, one) => sum + count(one), 0)).join(' | ')} |`;
  return [
    row('stories', () => 1),
    row('reports', ({ files }) => files.size),
    ...LANGUAGES.map((language) =>
      row(`reports in ${language}`, ({ files }) => [...files.keys()].filter((f) => languageOf(f) === language).length),
    ),
    ...KINDS.map((kind) => row(`edges: ${kind}`, ({ truth }) => truth.edges.filter((e) => e.kind === kind).length)),
    row('independent reports', ({ truth }) => truth.independent.length),
    ...DIFFERENCES.map((kind) =>
      row(`differences: ${kind}`, (s) => planted(s).filter((d) => d.one.kind === kind).length),
    ),
    row('words that only look different', ({ truth }) => truth.notDifferences.length),
  ];
}
