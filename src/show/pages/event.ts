import type { Act, ActPerson, Coded, Dispute, LifeStage, ReadoutEvent, Story } from '../../model/index.ts';
import { type OnlyIn, onlyIn } from '../../resolve/onlyIn.ts';
import { reportName } from '../../resolve/reportFacts.ts';
import { isoDays } from '../days.ts';
import { EVENT_EXPORTS, mediaTypeOf } from '../exports.ts';
import type { Page } from '../layout.ts';
import { factList, joined, section, table } from '../parts/blocks.ts';
import { bytesARow, downloads } from '../parts/downloads.ts';
import { actor, deed, eventTitle, parties, person, statusTag } from '../parts/event.ts';
import { bothSay, readouts, topicMatrix } from '../parts/readouts.ts';
import { Problem } from '../problem.ts';
import { reportLabel, shortName } from '../reportLabel.ts';
import { type Html, html, original, type View } from '../view.ts';

/** Reports of one event that its page looks into; the data have all of them by name. */
const MOST_REPORTS = 24;
const MOST_ORIGINS = 12;
const MOST_STORIES = 10;

/** What the page of an event shows. */
export interface EventView {
  event: ReadoutEvent;
  reports: Coded[];
  onlyIn: OnlyIn[];
}

/** Finds an event by its id, or the beginning of it. @throws Problem (404) */
export function findEvent(view: View, id: string): ReadoutEvent {
  const event = /^e[0-9a-f]+$/.test(id) ? view.store.event(id) : null;
  if (!event) throw new Problem(404, 'no-event', `there is no event ${id.slice(0, 40)} in this record`);
  return event;
}

/** Loads an event with its reports. @throws Problem (404) */
export function loadEvent(view: View, id: string): EventView {
  const event = findEvent(view, id);
  const reports = view.store.browse.reportsOfEvent(event.id, MOST_REPORTS);
  return { event, reports, onlyIn: onlyIn(reports, view.store.eventOfAct) };
}

/** One event: its readouts in columns, its disputes, its life, its reports. */
export function eventPage(view: View, id: string): Page {
  const { words } = view;
  const { event, reports, onlyIn: alone } = loadEvent(view, id);
  const path = `/events/${event.id}`;
  return {
    title: eventTitle(view, event),
    section: '/events',
    alternates: ['json', 'ics', 'jsonld'].map((extension) => ({
      href: view.href(`${path}.${extension}`),
      type: mediaTypeOf(extension),
    })),
    body: html`<article class="event"><p class="kicker">${words.label('type', event.type)} <span class="code">${event.type}</span></p>
<h1>${deed(view, event)}: ${parties(view, event, true)}${statusTag(view, event.status)}</h1>
<p class="lead">${words.interval(event.when)}${event.place ? html` · ${view.names.place(event.place)}` : ''}</p>
${facts(view, event)}
${event.disputed.length > 0 ? disputes(view, event.disputed, reports) : ''}
${readouts(view, event.readouts, reports)}
${topicMatrix(view, event)}
${bothSay(view, event, reports)}
${life(view, event, reports)}
${onlyInReports(view, alone, reports)}
${reportsByLanguage(view, event, reports)}
${event.why.length > 0 ? html`<details><summary>${words.text('event.why')}</summary><ul class="why">${event.why.map((line) => html`<li>${line}</li>`)}</ul></details>` : ''}
${downloads(view, path, {}, { rows: 1, bytesARow: bytesARow([event]) }, EVENT_EXPORTS)}</article>`,
  };
}

function facts(view: View, event: ReadoutEvent): Html {
  const { words, names } = view;
  const side = (which: ActPerson['side'], codes: readonly string[]) =>
    html`<ul class="plain">${codes.map((code) => html`<li>${actor(view, code)}</li>`)}${event.people
      .filter((one) => one.side === which)
      .map((one) => html`<li>${person(view, one)}</li>`)}</ul>`;
  const rows: [string, Html | string | null][] = [
    [words.text('event.from'), side('from', event.from)],
    [words.text('event.to'), event.to.length > 0 ? side('to', event.to) : null],
    [words.text('topics'), event.topics.length > 0 ? event.topics.map((topic) => names.topic(topic)).join(', ') : null],
    [words.text('told'), toldBy(view, event)],
    [words.text('confidence'), words.number(event.confidence)],
    [words.text('id'), html`<code>${event.id}</code>`],
  ];
  return factList(rows, 'facts');
}

/** `3 reports, English, Vietnamese; 2 origins: Reuters, TASS` */
function toldBy({ words }: View, { reports, languages, origins, originNames }: ReadoutEvent): string {
  const spoken = languages.map((tag) => words.language(tag)).join(', ');
  const named = originNames.slice(0, MOST_ORIGINS).map(shortName).join(', ');
  return `${words.count('reports', reports.length)}, ${spoken}; ${words.count('origins', origins)}: ${named}`;
}

function disputes(view: View, disputed: readonly Dispute[], reports: readonly Coded[]): Html {
  const { words } = view;
  const first = (field: Dispute['field'], values: Dispute['values']) =>
    html`<th scope="rowgroup" rowspan="${values.length}">${words.label('field', field)}</th>`;
  const rows = disputed.flatMap(({ field, values }) =>
    values.map(({ value, reports: names }, at) => {
      const told = html`<td>${disputedValue(view, field, value)}</td><td>${reportLinks(view, names, reports)}</td>`;
      return html`<tr>${at === 0 ? first(field, values) : ''}${told}</tr>`;
    }),
  );
  const heading = words.text('event.disputes');
  const heads = [words.text('field'), words.text('value'), words.text('according')];
  return section('disputes', heading, table('disputes', heading, heads, rows));
}

function disputedValue({ words }: View, field: Dispute['field'], value: string): string {
  return field === 'status' || field === 'mode' ? words.label(field, value) : value;
}

/** Reports by name as links, where they are at hand. */
function reportLinks(view: View, names: readonly string[], reports: readonly Coded[]): Html {
  const link = (coded: Coded) =>
    html`<a href="${view.href(`/reports/${coded.report.id}`)}">${reportLabel(coded)}</a> <span class="minor">${coded.article.language}</span>`;
  return joined(
    names.map((name) => {
      const coded = reports.find((one) => reportName(one) === name);
      return coded ? link(coded) : shortName(name);
    }),
  );
}

interface Telling {
  coded: Coded;
  act: Act;
}

/** How the event was told of as time went by: announced, then held. */
function life(view: View, event: ReadoutEvent, reports: readonly Coded[]): Html {
  const { words, store } = view;
  const tellings = reports.flatMap((coded): Telling[] => {
    const events = store.browse.eventsOfReport(coded.report.id);
    return coded.acts.filter((act) => events.get(act.id) === event.id).map((act) => ({ coded, act }));
  });
  const key = ({ coded }: Telling) => `${coded.article.published?.earliest ?? '9999'} ${coded.report.id}`;
  tellings.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.act.evidence.start - b.act.evidence.start));
  return html`<section><h2 id="life">${words.text('event.life')}</h2>${stages(view, event)}<ol class="life plain">${tellings.map((one) => telling(view, one))}</ol></section>`;
}

/** The statuses that it went through, each with the days in which reports gave it. */
function stages({ words }: View, { life }: ReadoutEvent): Html | '' {
  if (life.length < 2) return '';
  const stage = ({ status, when, reports }: LifeStage) =>
    html`<li>${tag(words, status)} ${isoDays(when)} <span class="minor">${words.count('reports', reports.length)}</span></li>`;
  return html`<ol class="plain stages">${life.map(stage)}</ol>`;
}

function tag(words: View['words'], status: string): Html {
  return html`<span class="tag status-${status}">${words.label('status', status)}</span>`;
}

function telling(view: View, { coded, act }: Telling): Html {
  const { words } = view;
  const { article, report } = coded;
  const told = article.text.slice(act.evidence.start, act.evidence.end);
  const day = isoDays(article.published) || words.text('undated');
  const when = act.when ? ` · ${words.text('event.when-told', { days: isoDays(act.when) })}` : '';
  return html`<li data-row><span class="day">${day}</span> ${tag(words, act.status)}
<a href="${view.href(`/reports/${report.id}#${act.id}`)}">${reportLabel(coded)}</a> <span class="minor">${article.language}${when}</span>
<blockquote>${original(article.language, told)}</blockquote></li>`;
}

function onlyInReports(view: View, alone: readonly OnlyIn[], reports: readonly Coded[]): Html | '' {
  const { words } = view;
  const told = alone.filter(({ acts, statements }) => acts.length + statements.length > 0);
  if (told.length === 0) return '';
  return html`<section><h2 id="only-in">${words.text('event.only-in')}</h2><div class="cards">${told.map((one) => {
    const coded = reports.find((report) => reportName(report) === one.report) as Coded;
    const { language } = coded.article;
    const link = (anchor: string) => view.href(`/reports/${coded.report.id}#${anchor}`);
    return html`<section class="card"><h3>${reportLinks(view, [one.report], reports)}</h3><ul>${one.acts.map(
      ({ act, text }) => html`<li><a class="quiet" href="${link(act)}">${original(language, text)}</a></li>`,
    )}${one.statements.map(
      ({ statement, speaker, direct, text }) =>
        html`<li>${view.names.speaker(speaker)}: <a class="quiet" href="${link(statement)}">${original(language, text, direct ? 'q' : 'span')}</a></li>`,
    )}</ul></section>`;
  })}</div></section>`;
}

function reportsByLanguage(view: View, event: ReadoutEvent, reports: readonly Coded[]): Html {
  const { words, store } = view;
  const stories = store.storiesOf(event).filter((story) => story.reports.length > 1);
  const more = event.reports.length - reports.length;
  const link = (story: Story) => html`<a href="${view.href(`/stories/${story.id}`)}">${story.title}</a>`;
  const groups = event.languages.map((language) => {
    const told = reports.filter(({ article }) => article.language === language);
    return told.length === 0
      ? ''
      : html`<section><h3>${words.language(language)}</h3><ul class="reports plain">${told.map((coded) => reportItem(view, coded))}</ul></section>`;
  });
  return html`<section><h2 id="reports">${words.text('event.reports')}</h2>${groups}
${more > 0 ? html`<p class="minor">${words.count('event.more-reports', more)}</p>` : ''}
${stories.length > 0 ? html`<p>${words.text('event.stories')}: ${joined(stories.slice(0, MOST_STORIES).map(link))}</p>` : ''}</section>`;
}

function reportItem(view: View, coded: Coded): Html {
  const { article, report } = coded;
  const title = original(article.language, article.title ?? shortName(reportName(coded)));
  return html`<li data-row><span class="day">${isoDays(article.published)}</span>
<a href="${view.href(`/reports/${report.id}`)}">${title}</a> <span class="minor">${article.outlet?.name ?? ''}</span></li>`;
}
