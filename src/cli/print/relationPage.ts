import type { Relation, RelationQuarter, Spread } from '../../model/index.ts';
import { eventLine } from './eventLine.ts';

/** A relation for a terminal: quarter by quarter, gaps said as gaps; then what it is about, and the events. */
export function relationPage(relation: Relation, strong: (text: string) => string): string[] {
  const { a, b, events, topics, tracks, unplaced } = relation;
  if (events.length === 0) return [`no dealings of ${a} and ${b} in this record`];
  return [
    strong(
      `${a} and ${b}: ${events.length} ${events.length === 1 ? 'event' : 'events'}, ${spread('Goldstein', relation.score)}`,
    ),
    `  types     ${list(relation.types)}`,
    `  status    ${list(relation.statuses)}`,
    `  ${direction(a, b, relation.forth)}`,
    `  ${direction(b, a, relation.back)}`,
    ...(topics.length > 0
      ? [
          `  topics    ${topics
            .slice(0, MOST_TOPICS)
            .map(({ topic, events: n }) => `${topic} ${n}`)
            .join(', ')}`,
        ]
      : []),
    ...tracks.map(
      ({ id, name, current }) => `  track     ${id.slice(0, 9)}  ${name}: ${current ?? 'no stage reached'}`,
    ),
    '',
    strong('By quarter'),
    ...quarterLines(relation),
    ...(unplaced > 0 ? [`  ${unplaced} of no one quarter: their time is not told, or is wider`] : []),
    '',
    strong('Events'),
    ...events.map((event) => `  ${eventLine(event)}`),
  ];
}

const MOST_TOPICS = 8;

function quarterLines({ a, b, quarters, gaps }: Relation): string[] {
  return quarters.flatMap((quarter) => {
    const gap = gaps.find(({ from, to }) => from <= quarter.quarter && quarter.quarter <= to);
    if (!gap) return [quarterLine(a, b, quarter)];
    const name = gap.quarters > 1 ? `${gap.from}..${gap.to}` : gap.from;
    return gap.from === quarter.quarter ? [`  ${name.padEnd(18)} no report`] : [];
  });
}

function quarterLine(a: string, b: string, { quarter, score, forth, back, types }: RelationQuarter): string {
  const sides = [
    forth ? `${a} > ${b} ${signed(forth.mean)}` : '',
    back ? `${b} > ${a} ${signed(back.mean)}` : '',
  ].filter(Boolean);
  return `  ${quarter.padEnd(18)} ${spread('', score).padEnd(28)} ${list(types)}${sides.length > 0 ? `  (${sides.join('; ')})` : ''}`;
}

function direction(from: string, to: string, score: Spread | null): string {
  return `${from} > ${to}`.padEnd(10) + (score ? spread('', score) : 'no report');
}

function spread(name: string, score: Spread | null): string {
  if (!score) return 'no score';
  const range = score.min === score.max ? '' : ` (${signed(score.min)} to ${signed(score.max)})`;
  return `${name} ${signed(score.mean)}${range}, n ${score.n}`.trim();
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : String(value);
}

function list(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
}
