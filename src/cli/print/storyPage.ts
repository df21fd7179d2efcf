import type { Difference, LineageEdge, ReadoutEvent, Story } from '../../model/index.ts';
import { columnWidth, sideBySide, wrap } from './columns.ts';
import { eventLine } from './eventLine.ts';

/** A story for a terminal: who took it from whom, what each retelling changed, its events. */
export function storyPage(
  story: Story,
  events: readonly ReadoutEvent[],
  columns: number,
  strong: (text: string) => string,
): string[] {
  return [
    strong(story.title),
    `  ${story.id}, ${story.reports.length} ${story.reports.length === 1 ? 'report' : 'reports'}`,
    '',
    strong('Who took it from whom'),
    ...lineageTree(story, columns),
    ...pairsOf(story.differences).flatMap((pair) => ['', ...pairLines(pair, columns, strong)]),
    '',
    strong('Events'),
    ...(events.length > 0 ? events.map((event) => `  ${eventLine(event)}`) : ['  none']),
  ];
}

/** The reports as a tree: whoever was first at the margin, what was made from it below. */
function lineageTree({ reports, lineage }: Story, columns: number): string[] {
  const outlets = lineage.filter(({ source }) => source === 'outlet').map(({ from }) => from);
  const made = new Set(lineage.map(({ to }) => to));
  const roots = [...new Set(outlets), ...reports.filter((report) => !made.has(report))];
  const lines: string[] = [];
  const shown = new Set<string>();
  const show = (name: string, edge: LineageEdge | null, depth: number): void => {
    lines.push(...nodeLines(name, edge, depth, outlets.includes(name), columns));
    if (shown.has(name)) return;
    shown.add(name);
    for (const below of lineage.filter(({ from }) => from === name)) show(below.to, below, depth + 1);
  };
  for (const root of roots) show(root, null, 0);
  return lines;
}

function nodeLines(
  name: string,
  edge: LineageEdge | null,
  depth: number,
  isAbsent: boolean,
  columns: number,
): string[] {
  const margin = '  '.repeat(depth + 1);
  const how = edge ? `${edge.kind}, ${Math.round(edge.confidence * 100)}% sure` : isAbsent ? 'not at hand' : '';
  const head = `${margin}${edge ? '└ ' : ''}${name}${how ? `  (${how})` : ''}`;
  const width = Math.max(20, columns - margin.length - 6);
  const evidence = (edge?.evidence ?? []).flatMap((line) =>
    wrap(line, width).map((part, index) => `${margin}    ${index === 0 ? '- ' : '  '}${part}`),
  );
  return [head, ...evidence];
}

/** The differences of one pair of reports. */
interface Pair {
  from: string;
  to: string;
  differences: Difference[];
}

function pairsOf(differences: readonly Difference[]): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const one of differences) {
    const key = `${one.from.report}\n${one.to.report}`;
    const pair = pairs.get(key) ?? { from: one.from.report, to: one.to.report, differences: [] };
    pair.differences.push(one);
    pairs.set(key, pair);
  }
  return [...pairs.values()];
}

function pairLines({ from, to, differences }: Pair, columns: number, strong: (text: string) => string): string[] {
  const width = columnWidth(2, columns - 2);
  return [
    strong(`What differs in ${to}`),
    ...sideBySide([wrap(from, width), wrap(to, width)], columns - 2).map((line) => `  ${line}`),
    ...differences.flatMap((one) => differenceLines(one, columns, width)),
  ];
}

function differenceLines({ kind, from, to, origin, note }: Difference, columns: number, width: number): string[] {
  const words = ({ text }: Difference['from']) => wrap(text === '' ? '—' : text, width);
  const head = `${kind}${note ? `: ${note}` : ''}${origin === 'inherited' ? ' (from another source)' : ''}`;
  return [
    '',
    ...wrap(head, columns - 2).map((line) => `  ${line}`),
    ...sideBySide([words(from), words(to)], columns - 2).map((line) => `  ${line}`.trimEnd()),
  ];
}
