import type { Counterpart, Readout, ReadoutEvent, ReadoutStatement, TopicRow } from '../../model/index.ts';
import { columnWidth, sideBySide, wrap } from './columns.ts';

/** Names a report as briefly as the page does, by its number: `[1]`. */
export type NumberOf = (report: string) => string;

const SIDES_A_ROW = 2;
const OTHERS = 'others';

/** The readouts of an event for a terminal: topics by side, the sides' words beside each other, what both say, others apart. */
export function eventReadouts(
  event: ReadoutEvent,
  numberOf: NumberOf,
  columns: number,
  strong: (text: string) => string,
): string[] {
  if (event.readouts.length === 0) return [];
  const sides = event.readouts.filter(({ side }) => side !== null);
  const others = event.readouts.filter(({ side }) => side === null);
  const lines = ['', strong('Readouts'), ...matrix(event)];
  for (let at = 0; at < sides.length; at += SIDES_A_ROW) {
    const row = sides.slice(at, at + SIDES_A_ROW);
    const width = columnWidth(row.length, columns - 2);
    const blocks = row.map((one) => readoutLines(one, `${one.side} says`, numberOf, width, sides.length > 1));
    lines.push(...sideBySide(blocks, columns - 2).map((line) => `  ${line}`.trimEnd()), '');
  }
  for (const one of others)
    lines.push(...readoutLines(one, 'Others say', numberOf, columns - 2, false).map((line) => `  ${line}`), '');
  lines.pop();
  return [...lines, ...bothSay(event.counterparts, numberOf, columns, strong)];
}

/** How many statements of each side name a topic; a dot where none does. */
function matrix({ topicMatrix, readouts }: ReadoutEvent): string[] {
  if (topicMatrix.length === 0 || readouts.length < 2) return [];
  const sides = readouts.map(({ side }) => side);
  const first = Math.max(5, ...topicMatrix.map(({ topic }) => topic.length)) + 2;
  const names = sides.map((side) => side ?? OTHERS);
  const row = (name: string, cells: readonly string[]) =>
    `  ${name.padEnd(first)}${cells.map((cell, index) => cell.padStart((names[index] as string).length)).join('  ')}`;
  return [
    row('topic', names),
    ...topicMatrix.map((one) =>
      row(
        one.topic,
        sides.map((side) => countOf(one, side)),
      ),
    ),
    '',
  ];
}

function countOf({ sides }: TopicRow, side: string | null): string {
  return String(sides.find((one) => one.side === side)?.statements ?? '·');
}

function readoutLines(
  readout: Readout,
  heading: string,
  numberOf: NumberOf,
  width: number,
  marksAlone: boolean,
): string[] {
  return [
    ...wrap(heading, width),
    ...readout.statements.flatMap((statement) => [
      '',
      ...statementLines(statement, numberOf, width, marksAlone && statement.alone ? `only ${readout.side}` : ''),
    ]),
  ];
}

function statementLines(
  { speaker, language, reports, direct, text, topics, via }: ReadoutStatement,
  numberOf: NumberOf,
  width: number,
  alone: string,
): string[] {
  const source = [
    `${reports.map(numberOf).join(' ')} ${language}`,
    via.length > 0 ? `via ${via.join(', ')}` : '',
    topics.join(', '),
    alone,
  ];
  return [
    ...wrap(`${speaker}: ${direct ? `“${text}”` : text}`, width),
    ...wrap(source.filter(Boolean).join(' · '), width),
  ];
}

function bothSay(
  counterparts: readonly Counterpart[],
  numberOf: NumberOf,
  columns: number,
  strong: (text: string) => string,
): string[] {
  if (counterparts.length === 0) return [];
  return [
    '',
    strong('Both say, each in its own words'),
    ...counterparts.flatMap(({ topics, figures, statements }) => [
      ...wrap([...topics, ...figures].join(', '), columns - 4).map((line) => `  ${line}`),
      ...statements.flatMap(({ side, speaker, report, text }) =>
        wrap(`${side}  ${speaker}: ${text} ${numberOf(report)}`, columns - 6).map(
          (line, index) => `${index === 0 ? '    ' : '      '}${line}`,
        ),
      ),
    ]),
  ];
}
