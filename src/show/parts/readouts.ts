import type { Coded, Readout, ReadoutStatement } from '../../model/index.ts';
import { reportName } from '../../resolve/reportFacts.ts';
import { reportLabel } from '../reportLabel.ts';
import { type Html, html, original, type View } from '../view.ts';
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
  const via = said.via.length > 0 ? ` · ${words.text('via', { outlets: said.via.join(', ') })}` : '';
  const topics = said.topics.length > 0 ? ` · ${said.topics.map((topic) => names.topic(topic)).join(', ')}` : '';
  return html`<li class="said"><p class="speaker">${said.speaker}</p>
<blockquote>${original(said.language, said.text, said.direct ? 'q' : 'span')}</blockquote>
<p class="minor">${coded ? html`<a href="${view.href(`/reports/${coded.report.id}#${said.statement}`)}">${source}</a>` : source} · ${words.language(said.language)}${via}${topics}</p></li>`;
}

/** Which side names which topic; a topic that one side alone names is marked. */
export function topicMatrix(view: View, all: readonly Readout[]): Html | '' {
  const { words, names } = view;
  const topics = [...new Set(all.flatMap((readout) => readout.topics))].sort();
  if (topics.length === 0) return '';
  const heading = ({ side }: Readout) =>
    html`<th scope="col">${side === null ? words.text('readout.others') : names.actor(side)}</th>`;
  const cell = (readout: Readout, topic: string) => {
    if (!readout.topics.includes(topic))
      return html`<td class="no"><span class="hidden">${words.text('matrix.no')}</span></td>`;
    const alone = readout.onlyHere.includes(topic);
    return html`<td class="${alone ? 'alone' : 'yes'}"><span aria-hidden="true">${alone ? '◆' : '●'}</span><span class="hidden">${words.text(alone ? 'matrix.alone' : 'matrix.yes')}</span></td>`;
  };
  return html`<section><h2 id="topics">${words.text('event.matrix')}</h2><div class="scroll" tabindex="0" role="region" aria-labelledby="topics"><table class="matrix"><thead><tr><th scope="col">${words.text('topic')}</th>${all.map(heading)}</tr></thead>
<tbody>${topics.map((topic) => html`<tr><th scope="row">${names.topic(topic)}</th>${all.map((readout) => cell(readout, topic))}</tr>`)}</tbody></table></div>
<p class="minor"><span aria-hidden="true">●</span> ${words.text('matrix.yes')} &nbsp; <span aria-hidden="true">◆</span> ${words.text('matrix.alone')}</p></section>`;
}
