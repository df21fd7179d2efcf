import { type ScaleLinear, scaleLinear, scaleSqrt } from 'd3-scale';
import { filled, svgElement, svgPicture, svgText, svgTitle } from './svg.ts';

/** How scores spread over the events of a quarter; Goldstein, −10…10. */
export interface PlotSpread {
  mean: number;
  min: number;
  max: number;
  /** How many events. */
  n: number;
}

/** A quarter of a relation; null where no report tells of an event. */
export interface PlotQuarter {
  /** `2024-Q4` */
  quarter: string;
  score: PlotSpread | null;
  /** What the first actor did towards the second. */
  forth: PlotSpread | null;
  /** What the second did towards the first. */
  back: PlotSpread | null;
}

/** What is drawn of a relation. Quarters between the first and the last that are not given are gaps. */
export interface PlotRelation {
  a: string;
  b: string;
  quarters: readonly PlotQuarter[];
}

export interface RelationPlotOptions {
  /** Names of the two actors; else their codes. */
  names?: { a: string; b: string };
  /** Least width in pixels; a long relation takes more. Default 860. */
  width?: number;
  words?: Partial<RelationPlotWords>;
}

/** The words of the picture, for another language than English. `{}` is the place of a value. */
export interface RelationPlotWords {
  title: string;
  cooperative: string;
  conflictual: string;
  goldstein: string;
  events: string;
  both: string;
  noReports: string;
  nothing: string;
  mark: string;
  summary: string;
}

const ENGLISH: RelationPlotWords = {
  title: '{} and {}',
  cooperative: 'cooperative',
  conflictual: 'conflictual',
  goldstein: 'Goldstein score',
  events: 'events',
  both: 'all events: mean and spread',
  noReports: 'no reports',
  nothing: 'no event of this record has a day and a score',
  mark: '{}, {}: mean {} ({} to {}), events: {}',
  summary: '{} to {}, by quarter. Events: {}. Quarters without a report: {}.',
};

const MARGIN = { left: 64, right: 20, top: 64 };
const SCORES = 240;
const COUNTS = 60;
const BETWEEN = 40;
const BELOW = 44;
const LEAST_COLUMN = 14;
const MOST_COLUMN = 64;

interface Drawing {
  relation: PlotRelation;
  names: { a: string; b: string };
  words: RelationPlotWords;
  quarters: readonly PlotQuarter[];
  width: number;
  column: number;
  score: ScaleLinear<number, number>;
  count: ScaleLinear<number, number>;
  /** Radius of a mark by the number of events. */
  radius(events: number): number;
  /** Middle of a quarter's column. */
  x(index: number): number;
}

/** Two actors by quarter as an SVG picture: cooperative above, conflictual below, how many events beneath. */
export function relationPlot(relation: PlotRelation, options: RelationPlotOptions = {}): string {
  const drawing = drawingOf(relation, options);
  const { words, names, quarters, width } = drawing;
  const title = filled(words.title, names.a, names.b);
  return svgPicture(
    {
      id: `relation-${relation.a}-${relation.b}`.replace(/[^\w-]/g, '_'),
      width,
      height: MARGIN.top + SCORES + BETWEEN + COUNTS + BELOW,
      title,
      description: summary(drawing),
    },
    svgText(MARGIN.left, 22, title, { class: 'heading' }),
    legend(drawing),
    ...(quarters.length > 0
      ? [
          scoreAxis(drawing),
          gaps(drawing),
          meanLine(drawing),
          ...quarters.flatMap((_, at) => marks(drawing, at)),
          counts(drawing),
          timeAxis(drawing),
        ]
      : [svgText(MARGIN.left, MARGIN.top + 40, words.nothing)]),
  );
}

function drawingOf(relation: PlotRelation, options: RelationPlotOptions): Drawing {
  const quarters = withGaps(relation.quarters);
  const least = options.width ?? 860;
  const room = least - MARGIN.left - MARGIN.right;
  const column = Math.min(MOST_COLUMN, Math.max(LEAST_COLUMN, room / Math.max(1, quarters.length)));
  const most = Math.max(1, ...quarters.map(({ score }) => score?.n ?? 0));
  const countTop = MARGIN.top + SCORES + BETWEEN;
  return {
    relation,
    names: options.names ?? { a: relation.a, b: relation.b },
    words: { ...ENGLISH, ...options.words },
    quarters,
    column,
    width: Math.max(least, MARGIN.left + quarters.length * column + MARGIN.right),
    score: scaleLinear([-10, 10], [MARGIN.top + SCORES, MARGIN.top]),
    count: scaleLinear([0, most], [countTop + COUNTS, countTop]).nice(2),
    radius: scaleSqrt([0, most], [0, Math.min(9, column / 2)]),
    x: (index) => MARGIN.left + (index + 0.5) * column,
  };
}

/** All quarters from the first to the last; those that nothing is known of are empty. */
function withGaps(quarters: readonly PlotQuarter[]): PlotQuarter[] {
  const known = new Map(quarters.map((one) => [quarterNumber(one.quarter), one]));
  const numbers = [...known.keys()];
  if (numbers.length === 0) return [];
  const first = Math.min(...numbers);
  return Array.from({ length: Math.max(...numbers) - first + 1 }, (_, at) => {
    const quarter = `${Math.floor((first + at) / 4)}-Q${((first + at) % 4) + 1}`;
    return known.get(first + at) ?? { quarter, score: null, forth: null, back: null };
  });
}

/** Quarters since the year 0. */
function quarterNumber(quarter: string): number {
  return Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(-1)) - 1;
}

function scoreAxis({ score, width, words }: Drawing): string {
  const lines = [-10, -5, 0, 5, 10].flatMap((value) => [
    svgElement('line', {
      class: value === 0 ? 'axis' : 'faint',
      x1: MARGIN.left,
      x2: width - MARGIN.right,
      y1: score(value),
      y2: score(value),
    }),
    svgText(MARGIN.left - 8, score(value) + 4, String(value).replace('-', '−'), { 'text-anchor': 'end' }),
  ]);
  const named = (text: string, y: number): string =>
    svgText(0, 0, text, { 'text-anchor': 'middle', class: 'note', transform: `translate(16 ${y}) rotate(-90)` });
  return [...lines, named(words.cooperative, score(5)), named(words.conflictual, score(-5))].join('');
}

/** Runs of quarters without a report: shaded, so that a gap is not read as quiet. */
function gaps({ quarters, column, words }: Drawing): string {
  const shaded: string[] = [];
  for (let start = 0; start < quarters.length; start++) {
    if (quarters[start]?.score) continue;
    let end = start;
    while (end < quarters.length && !quarters[end]?.score) end++;
    const x = MARGIN.left + start * column;
    const width = (end - start) * column;
    shaded.push(
      svgElement('rect', { class: 'gap', x, y: MARGIN.top, width, height: SCORES }, svgTitle(words.noReports)),
    );
    if (width > words.noReports.length * 7)
      shaded.push(svgText(x + width / 2, MARGIN.top + 14, words.noReports, { 'text-anchor': 'middle', class: 'note' }));
    start = end;
  }
  return shaded.join('');
}

/** The mean of all events, broken where nothing is known. */
function meanLine({ quarters, score, x }: Drawing): string {
  const path = quarters
    .map((quarter, at) => {
      if (!quarter.score) return '';
      return `${at > 0 && quarters[at - 1]?.score ? 'L' : 'M'}${x(at).toFixed(1)} ${score(quarter.score.mean).toFixed(1)}`;
    })
    .join('');
  return svgElement('path', { class: 'mean', d: path });
}

/** What a quarter shows: the spread of all, the mean of all, and the mean of each direction. */
function marks(drawing: Drawing, at: number): string[] {
  const { quarters, score, x, column, names, words, radius } = drawing;
  const quarter = quarters[at] as PlotQuarter;
  if (!quarter.score) return [];
  const middle = x(at);
  const told = (label: string, spread: PlotSpread): string => svgTitle(inWords(words, quarter.quarter, label, spread));
  const { min, max, mean } = quarter.score;
  const aside = Math.min(8, column / 4);
  const drawn = [
    svgElement(
      'line',
      { class: 'spread', x1: middle, x2: middle, y1: score(min) + 1, y2: score(max) - 1 },
      told(words.both, quarter.score),
    ),
    svgElement('line', { class: 'mean', x1: middle - 5, x2: middle + 5, y1: score(mean), y2: score(mean) }),
  ];
  if (quarter.forth) {
    const { mean: cy, n } = quarter.forth;
    drawn.push(
      svgElement(
        'circle',
        { class: 'one', cx: middle - aside, cy: score(cy), r: Math.max(3, radius(n)) },
        told(`${names.a} → ${names.b}`, quarter.forth),
      ),
    );
  }
  if (quarter.back) {
    const { mean: cy, n } = quarter.back;
    drawn.push(
      svgElement(
        'path',
        { class: 'two', d: diamond(middle + aside, score(cy), Math.max(3, radius(n)) * 1.2) },
        told(`${names.b} → ${names.a}`, quarter.back),
      ),
    );
  }
  return drawn;
}

function diamond(x: number, y: number, r: number): string {
  const point = (dx: number, dy: number): string => `${(x + dx).toFixed(1)} ${(y + dy).toFixed(1)}`;
  return `M${point(0, -r)}L${point(r, 0)}L${point(0, r)}L${point(-r, 0)}Z`;
}

function counts({ quarters, count, x, column, width, words }: Drawing): string {
  const floor = count(0);
  const bars = quarters.flatMap(({ quarter, score }, at) => {
    if (!score) return [];
    const bar = {
      class: 'count',
      x: x(at) - column * 0.35,
      width: column * 0.7,
      y: count(score.n),
      height: floor - count(score.n),
    };
    return svgElement('rect', bar, svgTitle(`${quarter}: ${score.n}`));
  });
  const ticks = [...new Set(count.ticks(2).filter(Number.isInteger))].map((value) =>
    svgText(MARGIN.left - 8, count(value) + 4, String(value), { 'text-anchor': 'end' }),
  );
  const line = svgElement('line', { class: 'axis', x1: MARGIN.left, x2: width - MARGIN.right, y1: floor, y2: floor });
  return [
    ...bars,
    ...ticks,
    line,
    svgText(MARGIN.left, (count.range()[1] as number) - 10, words.events, { class: 'note' }),
  ].join('');
}

/** Quarters where there is room for them, else years. */
function timeAxis({ quarters, x, column, count }: Drawing): string {
  const y = count(0) + 18;
  return quarters
    .map(({ quarter }, at) => {
      const [year, part] = quarter.split('-') as [string, string];
      const first = at === 0 || part === 'Q1';
      const label = column >= 24 ? svgText(x(at), y, part, { 'text-anchor': 'middle', class: 'note' }) : '';
      const room = part === 'Q1' || quarters[at + 1] === undefined || 5 - Number(part.slice(1)) >= 40 / column;
      return label + (first && room ? svgText(x(at) - column / 2, y + (column >= 24 ? 16 : 0), year) : '');
    })
    .join('');
}

function legend({ names, words }: Drawing): string {
  const y = 42;
  const entries: [mark: (x: number) => string, text: string][] = [
    [(x) => svgElement('circle', { class: 'one', cx: x, cy: y - 4, r: 4 }), `${names.a} → ${names.b}`],
    [(x) => svgElement('path', { class: 'two', d: diamond(x, y - 4, 5) }), `${names.b} → ${names.a}`],
    [(x) => svgElement('line', { class: 'mean', x1: x - 5, x2: x + 5, y1: y - 4, y2: y - 4 }), words.both],
  ];
  let x = MARGIN.left + 6;
  const drawn = entries.map(([mark, text]) => {
    const at = x;
    x += 36 + text.length * 6.6;
    return mark(at) + svgText(at + 12, y, text);
  });
  return drawn.join('') + svgText(x, y, words.goldstein, { class: 'note' });
}

function inWords(words: RelationPlotWords, quarter: string, label: string, { mean, min, max, n }: PlotSpread): string {
  return filled(words.mark, quarter, label, mean.toFixed(1), min.toFixed(1), max.toFixed(1), n);
}

function summary({ quarters, words }: Drawing): string {
  if (quarters.length === 0) return words.nothing;
  const events = quarters.reduce((sum, { score }) => sum + (score?.n ?? 0), 0);
  const silent = quarters.filter(({ score }) => !score).length;
  return filled(words.summary, quarters[0]?.quarter ?? '', quarters.at(-1)?.quarter ?? '', events, silent);
}
