import type { Coded, Correction, Difference, ReadoutEvent, Story } from '../../model/index.ts';
import type { OnlyIn } from '../../resolve/onlyIn.ts';
import { reportName } from '../../resolve/reportFacts.ts';
import { wrap } from './columns.ts';
import { inDays, sides } from './eventLine.ts';
import { eventReadouts, type NumberOf } from './eventReadouts.ts';

/** An event with what its page shows beside it. */
export interface EventPage {
  event: ReadoutEvent;
  reports: Coded[];
  stories: Story[];
  onlyIn: OnlyIn[];
  /** What a user has corrected about it; none when left out. */
  corrections?: Correction[];
}

/** An event for a terminal: facts, readouts side by side, what only one report says, reports. */
export function eventPage(page: EventPage, columns: number, strong: (text: string) => string): string[] {
  const { event, reports, stories, onlyIn, corrections = [] } = page;
  const numbers = new Map(reports.map((coded, index) => [reportName(coded), `[${index + 1}]`]));
  const numberOf: NumberOf = (report) => numbers.get(report) ?? report;
  return [
    strong(
      `${sides(event)}  ${event.type}${event.mode ? ` ${event.mode}` : ''}, ${event.status}, ${inDays(event.when)}`,
    ),
    ...facts(event, numberOf),
    ...corrections.map(({ kind, number, at }) => `  by hand   ${kind} ${number}, of ${at.slice(0, 10)}`),
    ...eventReadouts(event, numberOf, columns, strong),
    ...differences(page, numberOf, columns, strong),
    ...onlyIn.flatMap((one) => onlyInReport(one, numberOf, columns, strong)),
    '',
    strong('Reports'),
    ...reports.map((coded) => reportLine(coded, numberOf)),
    ...stories
      .filter((story) => story.reports.length > 1)
      .map((story) => `  story ${story.id.slice(0, 9)}: ${story.title}`),
    '',
    `readout why ${event.id} shows how it was read and resolved`,
  ];
}

function facts(event: ReadoutEvent, numberOf: NumberOf): string[] {
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
          `${stage.status}, said ${inDays(stage.when)} (${stage.reports.map(numberOf).join(', ')})`,
        ])
      : []),
    ...event.disputed.map(({ field, values }): [string, string] => [
      'disputed',
      `${field}: ${values.map(({ value, reports }) => `${value} (${reports.map(numberOf).join(', ')})`).join(' / ')}`,
    ]),
  ];
  return lines.filter(([, text]) => text !== '').map(([name, text]) => `  ${name.padEnd(9)} ${text}`);
}

/** What two reports of the event say differently, as their story has it. */
function differences(
  { event, stories }: EventPage,
  numberOf: NumberOf,
  columns: number,
  strong: (text: string) => string,
): string[] {
  const here = new Set(event.reports);
  const found = stories
    .flatMap((story) => story.differences)
    .filter(({ from, to }) => here.has(from.report) && here.has(to.report));
  if (found.length === 0) return [];
  return [
    '',
    strong('Differences between the reports'),
    ...bullets(
      found.map((one) => inWords(one, numberOf)),
      columns,
    ),
  ];
}

function inWords({ kind, from, to }: Difference, numberOf: NumberOf): string {
  const quoted = ({ report, text }: Difference['from']) =>
    text === '' ? `${numberOf(report)} does not say it` : `${numberOf(report)} “${text}”`;
  return `${kind}: ${quoted(from)}; ${quoted(to)}`;
}

function bullets(lines: readonly string[], columns: number): string[] {
  return lines.flatMap((line) => wrap(line, columns - 6).map((part, index) => `  ${index === 0 ? '-' : ' '} ${part}`));
}

function onlyInReport(
  { report, acts, statements }: OnlyIn,
  numberOf: NumberOf,
  columns: number,
  strong: (text: string) => string,
): string[] {
  const lines = [
    ...acts.map(({ summary, text }) => `${summary}: ${text}`),
    ...statements.map(({ speaker, text, direct }) => `${speaker}: ${direct ? `“${text}”` : text}`),
  ];
  if (lines.length === 0) return [];
  return ['', strong(`Only in ${numberOf(report)} ${report}`), ...bullets(lines, columns)];
}

function reportLine(coded: Coded, numberOf: NumberOf): string {
  const { article } = coded;
  const published = article.published ? inDays(article.published) : 'undated';
  return `  ${numberOf(reportName(coded))} ${reportName(coded)}  ${article.language}  ${published}  ${article.title ?? '(no title)'}`;
}
