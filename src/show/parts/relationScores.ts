import type { RelationQuarter, Spread } from '../../model/index.ts';
import { relationPlot } from '../plots/relationPlot.ts';
import { type Html, html, type View } from '../view.ts';
import type { Scores } from '../worked.ts';
import { section, wideTable } from './blocks.ts';
import { plot } from './plot.ts';
import { relationPlotWords } from './plotWords.ts';

/** Two actors over time as a picture, and the same in numbers. */
export function relationScores(view: View, relation: Scores): Html | '' {
  const { words, names } = view;
  if (relation.quarters.length === 0) return '';
  const called = { a: names.actor(relation.a), b: names.actor(relation.b) };
  const picture = relationPlot(relation, { names: called, words: relationPlotWords(words) });
  const heading = words.text('relation.scores');
  const heads = [
    words.text('relation.quarter'),
    words.text('relation.score'),
    `${called.a} → ${called.b}`,
    `${called.b} → ${called.a}`,
    words.text('relation.count'),
  ];
  const rows = relation.quarters.toReversed().map((one) => quarterRow(view, one));
  const numbers = wideTable('quarters', heading, heads, rows);
  const lead = html`<p class="minor">${words.text('relation.lead')}</p>`;
  const folded = html`<details><summary>${words.text('relation.numbers')}</summary>${numbers}</details>`;
  return section('scores', heading, html`${lead}${plot(picture)}${folded}`);
}

function quarterRow(view: View, { quarter, score, forth, back, types, events }: RelationQuarter): Html {
  const { words } = view;
  if (events.length === 0)
    return html`<tr><th scope="row">${quarter}</th><td colspan="4" class="minor">${words.text('relation.gap')}</td></tr>`;
  const counts = Object.entries(types).map(([type, count]) => `${words.label('type', type)} ${words.number(count)}`);
  return html`<tr><th scope="row">${quarter}</th><td>${spread(view, score)}</td><td>${spread(view, forth)}</td><td>${spread(view, back)}</td><td>${counts.join(', ')}</td></tr>`;
}

/** The mean, with the least and the greatest where they differ. */
function spread({ words }: View, score: Spread | null): string {
  if (!score) return '';
  const range = score.min === score.max ? '' : ` (${words.number(score.min)}…${words.number(score.max)})`;
  return `${words.number(score.mean)}${range}`;
}
