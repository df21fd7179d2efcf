import { scaleUtc } from 'd3-scale';
import type { LineageEdge, Published, Story } from '../../model/index.ts';
import { xmlText } from '../formats/xml.ts';
import { filled, svgElement, svgPicture, svgText, svgTitle } from './svg.ts';

/** What is drawn of a report. */
export interface PlotReport {
  /** As the story and its lineage name it: path or URL. */
  name: string;
  title: string | null;
  outlet: string | null;
  /** BCP 47. */
  language: string;
  published: Published | null;
}

export interface LineagePlotOptions {
  /** Width in pixels. Default 960. */
  width?: number;
  words?: Partial<LineagePlotWords>;
}

/** The words of the picture, for another language than English. `{}` is the place of a value. */
export interface LineagePlotWords {
  summary: string;
  notAtHand: string;
  undated: string;
  kinds: Readonly<Record<LineageEdge['kind'], string>>;
}

const ENGLISH: LineagePlotWords = {
  summary: 'Reports: {}. Took the story from another: {}. Sources not at hand: {}.',
  notAtHand: 'not at hand',
  undated: 'undated',
  kinds: { copy: 'copy', excerpt: 'excerpt', translation: 'translation', rewrite: 'rewrite' },
};

/** How the line of each kind is broken: the less of the words is kept, the more. */
const DASHES: Readonly<Record<LineageEdge['kind'], string | null>> = {
  copy: null,
  excerpt: '10 3',
  translation: '6 4',
  rewrite: '2 3',
};

const LABELS = 330;
const ROW = 40;
const TOP = 72;
const RIGHT = 90;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

interface Row {
  name: string;
  label: string;
  /** Null for a source that is not at hand. */
  report: PlotReport | null;
  /** First and last instant it can have been published at; null when nothing tells. */
  time: [number, number] | null;
}

interface Drawing {
  story: Story;
  rows: readonly Row[];
  words: LineagePlotWords;
  width: number;
  height: number;
  domain: [number, number];
  x(row: Row): number;
  y(row: Row): number;
  ticks: { x: number; text: string }[];
}

/** Where a story came from as an SVG picture: time from left to right, a row a report, a line for each taking over. */
export function lineagePlot(story: Story, reports: readonly PlotReport[], options: LineagePlotOptions = {}): string {
  const drawing = drawingOf(story, reports, options);
  const { rows, words, width, height } = drawing;
  const outside = rows.filter(({ report }) => !report).length;
  return svgPicture(
    {
      id: `lineage-${story.id}`,
      width,
      height,
      title: story.title,
      description: filled(words.summary, rows.length - outside, story.lineage.length, outside),
    },
    svgText(16, 24, shortened(story.title, 110), { class: 'heading' }),
    legend(drawing),
    axis(drawing),
    ...rows.map((row) => rowLine(drawing, row)),
    ...story.lineage.map((edge) => edgeLine(drawing, edge)),
    ...rows.map((row) => node(drawing, row)),
  );
}

function drawingOf(story: Story, reports: readonly PlotReport[], options: LineagePlotOptions): Drawing {
  const rows = rowsOf(story, reports);
  const width = options.width ?? 960;
  const domain = domainOf(rows);
  const scale = scaleUtc(domain, [LABELS + 30, width - RIGHT]);
  const place = new Map(rows.map((row, at) => [row.name, TOP + (at + 0.5) * ROW]));
  return {
    story,
    rows,
    words: { ...ENGLISH, ...options.words },
    width,
    height: TOP + rows.length * ROW + 48,
    domain,
    x: (row) => (row.time ? scale(middle(row.time)) : width - RIGHT / 2),
    y: (row) => place.get(row.name) as number,
    ticks: scale.ticks(5).map((day) => ({ x: scale(day), text: tickText(day, domain) })),
  };
}

/** Sources that are not at hand first, then reports by the time of publication, those without one last. */
function rowsOf(story: Story, reports: readonly PlotReport[]): Row[] {
  const known = new Map(reports.map((report) => [report.name, report]));
  const names = new Set([...story.reports, ...story.lineage.flatMap(({ from, to }) => [from, to])]);
  const rows = [...names].map((name) => rowOf(name, known.get(name) ?? null));
  const dated = new Map(rows.map((row) => [row.name, row.time]));
  for (const row of rows)
    if (!row.report)
      row.time = before(story.lineage.flatMap(({ from, to }) => (from === row.name ? [dated.get(to)] : [])));
  const key = ({ report, time }: Row): number => (!report ? -1 : time ? middle(time) : Number.MAX_SAFE_INTEGER);
  return rows.sort((a, b) => key(a) - key(b) || (a.name < b.name ? -1 : 1));
}

function rowOf(name: string, report: PlotReport | null): Row {
  if (!report) return { name, label: name, report, time: null };
  const { published } = report;
  const title = report.title ?? name.split('/').at(-1) ?? name;
  const printed = published?.time ? Date.parse(published.time) : Number.NaN;
  const days: [number, number] | null = published && [
    Date.parse(published.earliest),
    Date.parse(published.latest) + DAY,
  ];
  return {
    name,
    label: [report.outlet, report.language, title].filter(Boolean).join(' · '),
    report,
    time: Number.isNaN(printed) ? days : [printed, printed],
  };
}

function middle([first, last]: [number, number]): number {
  return (first + last) / 2;
}

/** A source told the story before the first who took it from there; when exactly is not known. */
function before(takers: readonly ([number, number] | null | undefined)[]): [number, number] | null {
  const starts = takers.flatMap((time) => (time ? [time[0]] : []));
  if (starts.length === 0) return null;
  const at = Math.min(...starts) - 6 * HOUR;
  return [at, at];
}

function domainOf(rows: readonly Row[]): [number, number] {
  const instants = rows.flatMap(({ time }) => time ?? []);
  if (instants.length === 0) return [0, DAY];
  const [first, last] = [Math.min(...instants), Math.max(...instants)];
  const aside = Math.max(2 * HOUR, (last - first) * 0.05);
  return [first - aside, last + aside];
}

/** Hours where the whole takes few days, else days. */
function tickText(day: Date, [first, last]: [number, number]): string {
  const iso = day.toISOString();
  if (last - first > 4 * DAY) return iso.slice(0, 10);
  return iso.slice(11, 16) === '00:00' ? iso.slice(0, 10) : `${iso.slice(11, 16)} UTC`;
}

function axis({ ticks, height, rows }: Drawing): string {
  const bottom = TOP + rows.length * ROW;
  return ticks
    .map(
      ({ x, text }) =>
        svgElement('line', { class: 'faint', x1: x, x2: x, y1: TOP - 6, y2: bottom }) +
        svgText(x, height - 24, text, { 'text-anchor': 'middle', class: 'note' }),
    )
    .join('');
}

function rowLine(drawing: Drawing, row: Row): string {
  const y = drawing.y(row);
  const label = row.report ? row.label : `${row.label} (${drawing.words.notAtHand})`;
  return (
    svgElement('line', { class: 'faint', x1: LABELS + 16, x2: drawing.width - 16, y1: y, y2: y }) +
    svgElement('text', { x: 16, y: y + 4 }, svgTitle(label), xmlText(shortened(label, 46)))
  );
}

function node(drawing: Drawing, row: Row): string {
  const { words } = drawing;
  const [cx, cy] = [drawing.x(row), drawing.y(row)];
  const when = row.report?.published;
  const told = when
    ? (when.time ?? (when.earliest === when.latest ? when.latest : `${when.earliest}..${when.latest}`))
    : words.undated;
  const text = svgTitle(row.report ? `${row.name}, ${told}` : `${row.name}, ${words.notAtHand}`);
  const circle = svgElement('circle', { class: row.report ? 'one' : 'hollow', cx, cy, r: 6 }, text);
  return row.time || !row.report
    ? circle
    : circle + svgText(cx - 12, cy + 4, words.undated, { 'text-anchor': 'end', class: 'note' });
}

/** A bent line from a source to who took from it, with its kind beside it and a head at its end. */
function edgeLine(drawing: Drawing, edge: LineageEdge): string {
  const [from, to] = [edge.from, edge.to].map((name) => drawing.rows.find((row) => row.name === name)) as [Row, Row];
  const [x1, y1, x2, y2] = [drawing.x(from), drawing.y(from), drawing.x(to), drawing.y(to)];
  const side = y2 > y1 ? -1 : 1;
  const end = y2 + side * 7;
  const kind = drawing.words.kinds[edge.kind];
  const told = `${kind} (${edge.confidence.toFixed(2)}): ${edge.evidence.join('; ')}`;
  const line = svgElement(
    'path',
    {
      class: 'edge',
      'stroke-dasharray': DASHES[edge.kind],
      d: `M${x1.toFixed(1)} ${y1}C${x1.toFixed(1)} ${(y1 + y2) / 2} ${x2.toFixed(1)} ${(y1 + y2) / 2} ${x2.toFixed(1)} ${end}`,
    },
    svgTitle(told),
  );
  const head = svgElement('path', {
    class: 'edge',
    d: `M${(x2 - 4).toFixed(1)} ${end + side * 6}L${x2.toFixed(1)} ${end}L${(x2 + 4).toFixed(1)} ${end + side * 6}`,
  });
  return line + head + svgText(x2 + 8, end + side * 5 + 4, kind, { class: 'note' });
}

function legend({ words }: Drawing): string {
  return (Object.keys(DASHES) as LineageEdge['kind'][])
    .map((kind, at) => {
      const x = 16 + at * 150;
      const line = { class: 'edge', x1: x, x2: x + 36, y1: 46, y2: 46, 'stroke-dasharray': DASHES[kind] };
      return svgElement('line', line) + svgText(x + 44, 50, words.kinds[kind], { class: 'note' });
    })
    .join('');
}

/** A text cut to so many columns; signs of East Asia take two. */
function shortened(text: string, columns: number): string {
  let used = 0;
  let kept = '';
  for (const sign of text) {
    used += /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/u.test(sign) ? 2 : 1;
    if (used > columns) return `${kept.trimEnd()}…`;
    kept += sign;
  }
  return text;
}
