import type { Difference, LineageEdge, Story } from '../../model/index.ts';
import type { ListedReport } from '../../store/store.ts';
import { isoDays } from '../days.ts';
import { DATA_EXPORTS } from '../exports.ts';
import type { Page } from '../layout.ts';
import { section, table } from '../parts/blocks.ts';
import { bytesARow, downloads } from '../parts/downloads.ts';
import { eventTable } from '../parts/event.ts';
import { plot } from '../parts/plot.ts';
import { lineagePlotWords } from '../parts/plotWords.ts';
import { lineagePlot, type PlotReport } from '../plots/lineagePlot.ts';
import { Problem } from '../problem.ts';
import { shortName } from '../reportLabel.ts';
import { type Html, html, original, type View } from '../view.ts';

/** Loads a story. @throws Problem (404) */
export function loadStory(view: View, id: string): Story {
  const story = /^s[0-9a-f]+$/.test(id) ? view.store.story(id) : null;
  if (!story) throw new Problem(404, 'no-story', `there is no story ${id.slice(0, 40)} in this record`);
  return story;
}

/** One story: where its reports come from, and what each retelling changed. */
export function storyPage(view: View, id: string): Page {
  const { words, store } = view;
  const story = loadStory(view, id);
  const reports = store.browse.reportsOfStory(story.id);
  const events = store.browse.events(story.events);
  const path = `/stories/${story.id}`;
  return {
    title: story.title,
    section: '/stories',
    alternates: [{ href: view.href(`${path}.json`), type: 'application/json' }],
    body: html`<p class="kicker">${words.text('story')}</p><h1 dir="auto">${story.title}</h1>
${reportTable(view, reports)}
${lineage(view, story, reports)}
${differences(view, story.differences, reports)}
<section><h2 id="events">${words.text('events.title')}</h2>${eventTable(view, events, words.text('events.title'))}</section>
${downloads(view, path, {}, { rows: 1, bytesARow: bytesARow([story]) }, DATA_EXPORTS.slice(0, 1))}`,
  };
}

function reportTable(view: View, reports: readonly ListedReport[]): Html {
  const { words } = view;
  const row = (report: ListedReport) => html`<tr data-row><td class="day">${isoDays(report.published)}</td>
<td>${link(view, report, report.title ?? shortName(report.name))}</td>
<td>${report.outlet ?? ''}</td><td>${words.language(report.language)}</td></tr>\n`;
  const heading = words.text('event.reports');
  const heads = [
    words.text('report.published'),
    words.text('report'),
    words.text('report.outlet'),
    words.text('report.language'),
  ];
  return section('reports', heading, table('stories', heading, heads, reports.map(row)));
}

function link(view: View, report: ListedReport, text: string): Html {
  return html`<a href="${view.href(`/reports/${report.id}`)}">${original(report.language, text)}</a>`;
}

/** A report by the name the story has for it; a source that is not at hand is only named. */
function named(view: View, name: string, reports: readonly ListedReport[]): Html {
  const report = reports.find((one) => one.name === name);
  return report
    ? html`${link(view, report, report.outlet ?? shortName(report.name))} <span class="minor">${report.language}</span>`
    : html`${name}`;
}

function lineage(view: View, story: Story, reports: readonly ListedReport[]): Html | '' {
  const { words } = view;
  if (story.lineage.length === 0) return '';
  const arrow = html`<span class="arrow" aria-hidden="true">→</span><span class="hidden"> ${words.text('towards')} </span>`;
  const item = (
    edge: LineageEdge,
  ) => html`<li data-row>${named(view, edge.from, reports)} ${arrow} ${named(view, edge.to, reports)}
<span class="tag">${words.label('lineage', edge.kind)}</span>
<span class="minor">${words.text('confidence')} ${words.number(edge.confidence)}</span>
<details><summary>${words.text('evidence')}</summary><ul>${edge.evidence.map((line) => html`<li>${line}</li>`)}</ul></details></li>`;
  return html`<section><h2 id="lineage">${words.text('story.lineage')}</h2>
${plot(lineagePlot(story, reports.map(plotReport), { words: lineagePlotWords(words) }))}
<ul class="plain lineage">${story.lineage.map(item)}</ul></section>`;
}

function plotReport({ name, title, outlet, language, published }: ListedReport): PlotReport {
  return { name, title, outlet, language, published };
}

function differences(view: View, all: readonly Difference[], reports: readonly ListedReport[]): Html | '' {
  const { words } = view;
  if (all.length === 0) return '';
  const pairs = Map.groupBy(all, ({ from, to }) => `${from.report}\n${to.report}`);
  return html`<section><h2 id="differences">${words.text('story.differences')}</h2>${[...pairs.values()].map((some) => comparison(view, some, reports))}</section>`;
}

function comparison(view: View, some: readonly Difference[], reports: readonly ListedReport[]): Html {
  const { words } = view;
  const first = some[0] as Difference;
  const cell = ({ report, text }: Difference['from']) => {
    const language = reports.find((one) => one.name === report)?.language ?? 'und';
    return text ? original(language, text) : html`<span class="minor">${words.text('story.nothing')}</span>`;
  };
  const row = (one: Difference) =>
    html`<tr data-row><th scope="row">${words.label('difference', one.kind)}${note(view, one)}</th>
<td>${cell(one.from)}</td><td>${cell(one.to)}</td></tr>`;
  const heads = [
    words.text('story.kind'),
    named(view, first.from.report, reports),
    named(view, first.to.report, reports),
  ];
  return table('differences', words.text('story.differences'), heads, some.map(row));
}

/** What differs in a few words, and whether it came with the source of the later report. */
function note({ words }: View, { note: text, origin }: Difference): Html {
  const inherited = origin === 'inherited' ? words.label('origin', origin) : '';
  return html`${text ? html`<br><span class="minor" lang="en">${text}</span>` : ''}${inherited ? html`<br><span class="minor">${inherited}</span>` : ''}`;
}
