import type { Coded, Counterpart, Readout, ReadoutEvent, ReadoutStatement, TopicRow } from '../../model/index.ts';
import { reportName } from '../../resolve/reportFacts.ts';
import { reportLabel } from '../reportLabel.ts';
import { type Html, html, original, type View } from '../view.ts';
import { joined, section, wideTable } from './blocks.ts';
import { actor } from './event.ts';

/** Statements that stand open in a column; the rest is folded. */
const OPEN_STATEMENTS = 6;

/** Each side's account of an event, in columns side by side; accounts of others come last. */
export function readouts(view: View, all: readonly Readout[], reports: readonly Coded[]): Html | '' {
  const told = all.filter(({ statements, topics }) => statements.length + topics.length > 0);
  if (told.length === 0) return '';
  const ordered = [...told.filter(({ side }) => side !== null), ...told.filter(({ side }) => side === null)];
  return html`<section><h2 id="readouts">${view.words.text('event.readouts')}</h2><div class="readouts">${ordered.map((one) => column(view, one, reports))}</div></section>`;
}

function column(view: View, readout: Readout, reports: readonly Coded[]): Html {
  const { words } = view;
  const item = (statement: ReadoutStatement) => statementItem(view, statement, reports);
  const rest = readout.statements.slice(OPEN_STATEMENTS);
  return html`<section class="readout"><h3>${readout.side === null ? words.text('readout.others') : html`${actor(view, readout.side)}`}</h3>
<ul class="plain">${readout.statements.slice(0, OPEN_STATEMENTS).map(item)}</ul>${
    rest.length > 0
      ? html`<details><summary>${words.count('readout.more', rest.length)}</summary><ul class="plain">${rest.map(item)}</ul></details>`
      : ''
  }</section>`;
}

function statementItem(view: View, said: ReadoutStatement, reports: readonly Coded[]): Html {
  const { words, names } = view;
  const coded = reports.find((one) => reportName(one) === said.report);
  const source = coded ? reportLabel(coded) : said.report;
  const place = coded
    ? html`<a href="${view.href(`/reports/${coded.report.id}#${said.statement}`)}">${source}</a>`
    : source;
  const about = [
    place,
    words.language(said.language),
    said.via.length > 0 ? words.text('via', { outlets: said.via.join(', ') }) : '',
    said.topics.map((topic) => names.topic(topic)).join(', '),
    said.reports.length > 1 ? words.count('reports', said.reports.length) : '',
  ];
  return html`<li class="said"><p class="speaker">${names.speaker(said.speaker)}</p>
<blockquote>${original(said.language, said.text, said.direct ? 'q' : 'span')}</blockquote>
<p class="minor">${joined(about.filter(Boolean), ' · ')}</p></li>`;
}

/** Which side names which topic, and in how many statements; a topic that one side alone names is marked. */
export function topicMatrix(view: View, { readouts, topicMatrix: rows }: ReadoutEvent): Html | '' {
  const { words, names } = view;
  if (rows.length === 0) return '';
  const sides = readouts.map(({ side }) => (side === null ? words.text('readout.others') : names.actor(side)));
  const cell = ({ side, onlyHere }: Readout, row: TopicRow) => {
    const statements = row.sides.find((one) => one.side === side)?.statements ?? 0;
    return matrixCell(view, statements, onlyHere.includes(row.topic));
  };
  const row = (one: TopicRow) =>
    html`<tr><th scope="row">${names.topic(one.topic)}</th>${readouts.map((readout) => cell(readout, one))}</tr>`;
  const heading = words.text('event.matrix');
  const legend = html`<p class="minor"><span aria-hidden="true">●</span> ${words.text('matrix.yes')} &nbsp;
<span aria-hidden="true">◆</span> ${words.text('matrix.alone')}</p>`;
  const matrix = wideTable('matrix', heading, [words.text('topic'), ...sides], rows.map(row));
  return section('topics', heading, html`${matrix}${legend}`);
}

function matrixCell({ words }: View, statements: number, alone: boolean): Html {
  const [kind, sign] =
    statements === 0 ? (['no', ''] as const) : alone ? (['alone', '◆'] as const) : (['yes', '●'] as const);
  const told = html`<span aria-hidden="true">${sign}</span><span class="hidden">${words.text(`matrix.${kind}`)}</span>`;
  if (statements === 0) return html`<td class="no">${told}</td>`;
  const count = words.count('event.statements', statements);
  return html`<td class="${kind}">${told} <span class="count" title="${count}">${words.number(statements)}</span></td>`;
}

/** What two sides both say, each in its own words, side by side. */
export function bothSay(view: View, { counterparts }: ReadoutEvent, reports: readonly Coded[]): Html | '' {
  const { words, names } = view;
  if (counterparts.length === 0) return '';
  const cell = ({ side, speaker, report, statement, text }: Counterpart['statements'][number]) => {
    const coded = reports.find((one) => reportName(one) === report);
    const told = original(coded?.article.language ?? 'und', text);
    const place = coded ? view.href(`/reports/${coded.report.id}#${statement}`) : null;
    return html`<td><p class="speaker">${names.speaker(speaker)} <span class="code">${names.actor(side)}</span></p>
${place ? html`<a class="quiet" href="${place}">${told}</a>` : told}</td>`;
  };
  const row = ({ topics, figures, statements }: Counterpart) =>
    html`<tr data-row><th scope="row">${[...topics.map((topic) => names.topic(topic)), ...figures].join(', ')}</th>${statements.map(cell)}</tr>`;
  const heading = words.text('event.both-say');
  const body = html`<table class="differences"><caption class="hidden">${heading}</caption><tbody>${counterparts.map(row)}</tbody></table>`;
  return section('both', heading, body);
}
