import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseFragment } from 'parse5';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LineageEdge, Published, Story } from '../src/model/index.ts';
import { lineagePlot, type PlotReport } from '../src/show/plots/lineagePlot.ts';
import { type PlotQuarter, relationPlot } from '../src/show/plots/relationPlot.ts';
import { openStore } from '../src/store/store.ts';
import { readout, rows } from './cli-run.ts';
import { codedExamples } from './formats-record.ts';

interface Element {
  nodeName: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Element[];
  value?: string;
}

const attribute = (node: Element, name: string) => node.attrs?.find((one) => one.name === name)?.value;
const everything = (node: Element): Element[] => [node, ...(node.childNodes ?? []).flatMap(everything)];
const textOf = (node: Element): string =>
  everything(node)
    .map(({ value }) => value ?? '')
    .join('');

/** The elements of a picture that have a class, or are of a kind. */
function elementsOf(svg: string, wanted: string): Element[] {
  return everything(parseFragment(svg) as Element).filter(
    (node) => node.nodeName === wanted || attribute(node, 'class')?.split(' ').includes(wanted),
  );
}

function quarter(name: string, mean: number, n = 2): PlotQuarter {
  const score = { mean, min: mean - 1, max: mean + 2, n };
  return { quarter: name, score, forth: score, back: null };
}

describe('the picture of a relation', () => {
  const svg = relationPlot(
    { a: 'SWE', b: 'KEN', quarters: [quarter('2023-Q3', 4), quarter('2023-Q4', 2), quarter('2024-Q3', -6, 5)] },
    { names: { a: 'Sweden <&>', b: 'Kenya' } },
  );

  test('says what it shows to those who do not see it', () => {
    const [picture] = elementsOf(svg, 'svg');
    const ids = attribute(picture as Element, 'aria-labelledby')?.split(' ');
    const labels = ids?.map((id) => everything(picture as Element).find((node) => attribute(node, 'id') === id));
    expect(labels?.map((node) => textOf(node as Element))).toEqual([
      'Sweden <&> and Kenya',
      '2023-Q3 to 2024-Q3, by quarter. Events: 9. Quarters without a report: 2.',
    ]);
  });

  test('cooperation stands above conflict', () => {
    const heights = elementsOf(svg, 'circle')
      .slice(1)
      .map((dot) => Number(attribute(dot, 'cy')));
    const zero = Number(attribute(elementsOf(svg, 'axis')[0] as Element, 'y1'));
    expect(heights.map((y) => y < zero)).toEqual([true, true, false]);
    expect(heights[0]).toBeLessThan(heights[1] as number);
  });

  test('a gap is a gap: shaded, and the line breaks', () => {
    expect(elementsOf(svg, 'gap')).toHaveLength(1);
    const line = elementsOf(svg, 'path').find((path) => attribute(path, 'class') === 'mean');
    expect(attribute(line as Element, 'd')?.replace(/[\d. -]+/g, '')).toBe('MLM');
  });

  test('every mark tells its figures', () => {
    const told = elementsOf(svg, 'circle').map(textOf);
    expect(told).toContain('2024-Q3, Sweden <&> → Kenya: mean -6.0 (-7.0 to -4.0), events: 5');
  });

  test('a relation of no quarter says so', () => {
    expect(textOf(elementsOf(relationPlot({ a: 'SWE', b: 'KEN', quarters: [] }), 'svg')[0] as Element)).toContain(
      'no event',
    );
  });

  test('uses no font, script or picture from outside', () => {
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\(|@import|<script|<image/);
  });
});

describe('the picture of a lineage', () => {
  const day = (text: string, time: string | null = null): Published => ({
    earliest: text,
    latest: text,
    basis: 'stated',
    time,
    why: 'printed',
  });
  const report = (name: string, published: Published | null): PlotReport => ({
    name,
    title: `About ${name}`,
    outlet: null,
    language: 'en',
    published,
  });
  const edge = (from: string, to: string, kind: LineageEdge['kind']): LineageEdge => ({
    from,
    source: 'report',
    to,
    kind,
    confidence: 0.8,
    evidence: ['it is credited'],
  });
  const story: Story = {
    id: 's1',
    title: 'A "story" & <more>',
    reports: ['one.txt', 'two.txt', 'three.txt'],
    events: [],
    lineage: [edge('one.txt', 'two.txt', 'translation'), edge('An Agency', 'one.txt', 'copy')],
    differences: [],
  };
  const svg = lineagePlot(story, [
    report('three.txt', null),
    report('two.txt', day('2024-05-11')),
    report('one.txt', day('2024-05-10', '2024-05-10T09:00+03:00')),
  ]);

  test('reports stand in the order of time, each on its row; a source that is not at hand is hollow and before them', () => {
    const nodes = elementsOf(svg, 'circle').map((node) => ({
      hollow: attribute(node, 'class') === 'hollow',
      name: textOf(node).split(',')[0],
      x: Number(attribute(node, 'cx')),
    }));
    expect(nodes.map(({ name, hollow }) => [name, hollow])).toEqual([
      ['An Agency', true],
      ['one.txt', false],
      ['two.txt', false],
      ['three.txt', false],
    ]);
    expect(nodes.map(({ x }) => x)).toEqual(nodes.map(({ x }) => x).sort((a, b) => a - b));
  });

  test('each taking over is a line with its kind', () => {
    const lines = elementsOf(svg, 'edge').filter((node) => everything(node).length > 1);
    expect(lines.map((line) => [textOf(line), attribute(line, 'stroke-dasharray') ?? null])).toEqual([
      ['translation (0.80): it is credited', '6 4'],
      ['copy (0.80): it is credited', null],
    ]);
    // The label is told twice: shown, and in full for a pointer.
    expect(elementsOf(svg, 'text').map(textOf)).toEqual(
      expect.arrayContaining(['An Agency (not at hand)An Agency (not at hand)', 'undated']),
    );
  });

  test('a story without lineage has its reports', () => {
    expect(elementsOf(lineagePlot({ ...story, lineage: [] }, []), 'hollow')).toHaveLength(3);
  });
});

describe('--plot', () => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-plots-'));
  const db = join(folder, 'record.db');
  beforeAll(async () => {
    const store = openStore(db);
    store.keep(await codedExamples());
    store.resolve();
    store.close();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const run = (...args: string[]) => readout([...args, '--db', db], { cwd: folder });
  const drawn = (name: string) => readFileSync(join(folder, name), 'utf8');

  test('draws a relation beside what is printed', async () => {
    const found = await run('relation', 'TUR', 'RUS', '--plot', 'relation.svg');
    expect([found.status, found.err]).toEqual([0, '']);
    expect(found.out).not.toBe('');
    expect(textOf(elementsOf(drawn('relation.svg'), 'title')[0] as Element)).toBe('Türkiye and Russia');
  });

  test('draws a story, with all its reports at hand', async () => {
    const [story] = rows<{ id: string; reports: string[] }>(await run('stories', '--json'));
    expect((await run('story', story?.id ?? '', '--plot', 'story.svg')).status).toBe(0);
    const names = elementsOf(drawn('story.svg'), 'one').map((node) => textOf(node).split(', ')[0]);
    expect(names.sort()).toEqual(story?.reports.sort());
  });

  test('a file of another kind is refused', async () => {
    const found = await run('relation', 'TUR', 'RUS', '--plot', 'relation.png');
    expect([found.status, found.err]).toEqual([2, expect.stringContaining('ends in .svg')]);
  });
});
