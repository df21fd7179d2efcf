import { describe, expect, test } from 'vitest';
import type { Coded, Difference, LineageEdge, Story } from '../src/model/index.ts';
import { read } from '../src/read/index.ts';
import { bCubed, type CodedStory, Figures, measureStory } from '../tools/lineage/figures.ts';
import { placesOf } from '../tools/lineage/match.ts';
import { HALVES, type PlantedDifference, storiesOf, type TrueStory } from '../tools/lineage/truth.ts';
import { testWorld } from './world-of-tests.ts';

const stories = HALVES.flatMap((half) => storiesOf(half)).map(asRead);

/** A story's reports as the room `read` gives them: nothing coded, since the measuring looks at texts alone. */
function asRead({ files, truth }: TrueStory): CodedStory {
  const reports = new Map<string, Coded>();
  for (const [file, content] of files) {
    const report = { id: `id of ${file}`, path: `${truth.story}/${file}`, url: null, bytes: content.length };
    const article = read({ report, kind: 'text', content, hints: {} }, testWorld().pages);
    reports.set(file, { report, article, acts: [], statements: [], quantities: [] });
  }
  return { truth, reports };
}

/** What a resolver that knew the truth would give. */
function perfect({ truth, reports }: CodedStory): Story {
  const name = (from: string) => reports.get(from)?.report.path ?? from;
  const lineage = truth.edges.map(
    ({ from, to, kind }): LineageEdge => ({
      from: name(from),
      source: reports.has(from) ? 'report' : 'outlet',
      to: name(to),
      kind,
      confidence: 1,
      evidence: [],
    }),
  );
  const side = (file: string, words: string | null): Difference['from'] => {
    const report = reports.get(file) as Coded;
    const [span] = words === null ? [] : placesOf(words, report.article.text);
    return { report: report.report.path, text: words ?? '', span: span ?? null };
  };
  const told = (from: string, to: string, planted: PlantedDifference[]) =>
    planted.map(
      (one): Difference => ({
        kind: one.kind as Difference['kind'],
        from: side(from, one.from),
        to: side(to, one.to),
        origin: 'introduced',
        note: '',
      }),
    );
  const differences = [
    ...truth.edges.flatMap((edge) => (reports.has(edge.from) ? told(edge.from, edge.to, edge.differences) : [])),
    ...truth.siblingDifferences.flatMap((one) => told(one.between[1], one.between[0], turned(one.differences))),
  ];
  return { id: 's', title: '', reports: [...reports.keys()].map(name), events: [], lineage, differences };
}

/** The same differences seen from the other report: between siblings no side is the first. */
function turned(planted: PlantedDifference[]): PlantedDifference[] {
  return planted.map((one) => ({ ...one, from: one.to, to: one.from }));
}

function measured(change: (story: Story) => Story): Figures {
  const figures = new Figures();
  for (const story of stories) measureStory(story, [change(perfect(story))], (one, other) => one === other, figures);
  return figures;
}

describe('the measuring of lineage', () => {
  test('gives full marks to the truth', () => {
    const figures = measured((story) => story);
    expect(figures.misses).toEqual([]);
    expect(figures.rightEdges).toBe(figures.trueEdges);
    expect(figures.foundEdges).toBe(figures.trueEdges);
    expect(figures.rightKinds).toBe(figures.trueEdges);
    expect(figures.plantedFound).toBe(figures.planted);
    expect([figures.falseDifferences, figures.equalTold]).toEqual([0, 0]);
    expect(figures.planted).toBeGreaterThan(100);
  });

  test('gives none for an edge the wrong way round', () => {
    const figures = measured((story) => ({
      ...story,
      lineage: story.lineage.map((edge) => ({ ...edge, from: edge.to, to: edge.from })),
    }));
    expect(figures.rightEdges).toBe(0);
  });

  test('counts a wrong kind, but takes a translation for a rewrite where the source is not at hand', () => {
    const figures = measured((story) => ({
      ...story,
      lineage: story.lineage.map((edge) => ({ ...edge, kind: 'rewrite' as const })),
    }));
    const edges = stories.flatMap(({ truth, reports }) =>
      truth.edges.filter(({ from, kind }) => kind === 'rewrite' || (!reports.has(from) && kind === 'translation')),
    );
    expect(figures.rightEdges).toBe(figures.trueEdges);
    expect(figures.rightKinds).toBe(edges.length);
  });

  test('counts what is told and was not planted, once an edge', () => {
    const figures = measured((story) => ({
      ...story,
      differences: story.lineage.map(({ from, to }) => ({
        kind: 'number',
        from: { report: from, text: '', span: [0, 1] },
        to: { report: to, text: '', span: [0, 1] },
        origin: 'introduced',
        note: '',
      })),
    }));
    expect(figures.plantedFound).toBe(0);
    expect(figures.pairs).toBeGreaterThan(50);
    expect(figures.falseDifferences).toBe(figures.pairs);
  });

  test('counts equal words that are told as a difference', () => {
    const figures = new Figures();
    for (const story of stories) {
      const different = story.truth.notDifferences.map(
        ({ from, to, reports: [one, other] }): Difference => ({
          kind: 'number',
          from: { report: story.reports.get(one)?.report.path ?? '', text: from, span: null },
          to: { report: story.reports.get(other)?.report.path ?? '', text: to, span: null },
          origin: 'introduced',
          note: '',
        }),
      );
      measureStory(story, [{ ...perfect(story), differences: different }], (one, other) => one === other, figures);
    }
    expect(figures.equalTold).toBe(figures.equalWords);
    expect(figures.equalWords).toBeGreaterThan(50);
  });

  test('groups by B³', () => {
    const item = (truth: string, found: string) => ({ truth, found });
    expect(bCubed([item('a', '1'), item('a', '1'), item('b', '2')])).toBe(1);
    // Two stories of two taken for one: precision a half, recall whole.
    expect(bCubed([item('a', '1'), item('a', '1'), item('b', '1'), item('b', '1')])).toBeCloseTo(2 / 3);
  });
});
