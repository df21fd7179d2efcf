import type { Coded, Readout, ReadoutEvent, ReadoutStatement, Story } from '../../model/index.ts';
import type { OnlyIn } from '../../resolve/onlyIn.ts';
import { columnWidth, sideBySide, wrap } from './columns.ts';
import { inDays, sides } from './eventLine.ts';

/** An event with what its page shows beside it. */
export interface EventPage {
  event: ReadoutEvent;
  reports: Coded[];
  stories: Story[];
  onlyIn: OnlyIn[];
}

/** An event for a terminal: facts, readouts side by side, what only one report says, reports. */
export function eventPage(
  { event, reports, stories, onlyIn }: EventPage,
  columns: number,
  strong: (text: string) => string,
): string[] {
  return [
    strong(
      `${sides(event)}  ${event.type}${event.mode ? ` ${event.mode}` : ''}, ${event.status}, ${inDays(event.when)}`,
    ),
    ...facts(event),
    ...readouts(event, columns, strong),
    ...onlyIn.flatMap((one) => onlyInReport(one, columns, strong)),
    '',
    strong('Reports'),
    ...reports.map(reportLine),
    ...stories
      .filter((story) => story.reports.length > 1)
      .map((story) => `  story ${story.id.slice(0, 9)}: ${story.title}`),
    '',
    `readout why ${event.id} shows how it was read and resolved`,
  ];
}

function facts(event: ReadoutEvent): string[] {
  const lines: [string, string][] = [
    ['id', event.id],
    ['people', event.people.map(({ name, post }) => (post ? `${name} (${post})` : name)).join(', ')],
    ['place', event.place ? [event.place.name, event.place.country].filter(Boolean).join(', ') : ''],
    ['topics', event.topics.join(', ')],
    [
      'told by',
      `${event.reports.length} ${event.reports.length === 1 ? 'report' : 'reports'} in ${event.languages.join(', ')}; ${event.origins} ${event.origins === 1 ? 'origin' : 'origins'}: ${event.originNames.join(', ')}`,
    ],
    ...(event.life.length > 1
      ? event.life.map((stage): [string, string] => [
          'life',
          `${stage.status}, said ${inDays(stage.when)} (${stage.reports.join(', ')})`,
        ])
      : []),
    ...event.disputed.map(({ field, values }): [string, string] => [
      'disputed',
      `${field}: ${values.map(({ value, reports }) => `${value} (${reports.join(', ')})`).join(' / ')}`,
    ]),
  ];
  return lines.filter(([, text]) => text !== '').map(([name, text]) => `  ${name.padEnd(9)} ${text}`);
}

function readouts(event: ReadoutEvent, columns: number, strong: (text: string) => string): string[] {
  if (event.readouts.length === 0) return [];
  const ours = event.readouts.filter(({ side }) => side !== null);
  const others = event.readouts.filter(({ side }) => side === null);
  const lines = ['', strong('Readouts')];
  for (let at = 0; at < ours.length; at += SIDES_A_ROW) {
    const row = ours.slice(at, at + SIDES_A_ROW);
    const width = columnWidth(row.length, columns - 2);
    const blocks = row.map((readout) => readoutLines(readout, `${readout.side} says`, width));
    lines.push(...sideBySide(blocks, columns - 2).map((line) => `  ${line}`.trimEnd()));
  }
  for (const readout of others)
    lines.push('', ...readoutLines(readout, 'Others say', columns - 2).map((line) => `  ${line}`));
  return lines;
}

const SIDES_A_ROW = 2;

function readoutLines(readout: Readout, heading: string, width: number): string[] {
  const topics = readout.topics.map((topic) => (readout.onlyHere.includes(topic) ? `${topic}*` : topic));
  return [
    ...wrap(heading, width),
    ...(topics.length > 0
      ? wrap(`topics: ${topics.join(', ')}${readout.onlyHere.length > 0 ? ' (* only this side)' : ''}`, width)
      : []),
    ...readout.statements.flatMap((statement) => ['', ...statementLines(statement, width)]),
  ];
}

function statementLines(
  { speaker, language, report, direct, text, topics, via }: ReadoutStatement,
  width: number,
): string[] {
  const source = [
    report,
    language,
    via.length > 0 ? `via ${via.join(', ')}` : '',
    topics.length > 0 ? topics.join(', ') : '',
  ];
  return [
    ...wrap(`${speaker}: ${direct ? `“${text}”` : text}`, width),
    ...wrap(`[${source.filter(Boolean).join(' · ')}]`, width),
  ];
}

function onlyInReport(
  { report, acts, statements }: OnlyIn,
  columns: number,
  strong: (text: string) => string,
): string[] {
  const lines = [
    ...acts.map(({ summary, text }) => `${summary}: ${text}`),
    ...statements.map(({ speaker, text, direct }) => `${speaker}: ${direct ? `“${text}”` : text}`),
  ];
  if (lines.length === 0) return [];
  const bullets = lines.flatMap((line) =>
    wrap(line, columns - 6).map((part, index) => `  ${index === 0 ? '-' : ' '} ${part}`),
  );
  return ['', strong(`Only in ${report}`), ...bullets];
}

function reportLine({ report, article }: Coded): string {
  const published = article.published ? inDays(article.published) : 'undated';
  return `  ${report.path || report.url}  ${article.language}  ${published}  ${article.title ?? '(no title)'}`;
}
