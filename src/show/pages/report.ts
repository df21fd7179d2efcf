import type { Act, Coded, Span, Statement } from '../../model/index.ts';
import { reportName } from '../../resolve/reportFacts.ts';
import { trackId } from '../../resolve/tracks/index.ts';
import { webAddress } from '../formats/links.ts';
import type { Page } from '../layout.ts';
import { articleText } from '../parts/article.ts';
import { factList } from '../parts/blocks.ts';
import { deed, parties, person, statusTag } from '../parts/event.ts';
import { Problem } from '../problem.ts';
import { directionOf, type Html, html, original, type View } from '../view.ts';

/** Loads a report. @throws Problem (404) */
export function loadReport(view: View, id: string): Coded {
  const coded = /^[0-9a-f]{4,64}$/.test(id) ? view.store.browse.report(id) : null;
  if (!coded) throw new Problem(404, 'no-report', `there is no report ${id.slice(0, 40)} in this record`);
  return coded;
}

/** One report as it was read, with every act, statement, time and quantity marked in place. */
export function reportPage(view: View, id: string): Page {
  const { words, store } = view;
  const coded = loadReport(view, id);
  const { article, report } = coded;
  const title = article.title ?? reportName(coded);
  const events = store.browse.eventsOfReport(report.id);
  const story = store.browse.storyOfReport(report.id);
  return {
    title,
    alternates: [{ href: view.href(`/reports/${report.id}.json`), type: 'application/json' }],
    body: html`<p class="kicker">${words.text('report')}</p>
<h1 lang="${article.language === 'und' ? '' : article.language}" dir="${directionOf(article.language)}">${title}</h1>
${facts(view, coded, story)}
${legend(view)}
<div class="report"><div>${articleText(view, coded)}</div>
<aside class="notes" aria-label="${words.text('report.notes')}"><h2>${words.text('report.notes')}</h2>
<ol class="plain">${coded.acts.map((act, at) => actNote(view, act, at + 1, events.get(act.id)))}
${coded.statements.map((statement, at) => statementNote(view, coded, statement, coded.acts.length + at + 1))}
${smallNotes(view, coded)}</ol></aside></div>
<p><a href="${view.href(`/reports/${report.id}.json`)}">JSON</a></p>`,
  };
}

function facts(view: View, coded: Coded, story: string | null): Html {
  const { words } = view;
  const { article, report } = coded;
  const address = webAddress(report.url ?? article.url);
  const published = article.published;
  const rows: [string, Html | string | null][] = [
    [words.text('report.outlet'), article.outlet?.name ?? null],
    [words.text('report.authors'), article.authors.join(', ') || null],
    [
      words.text('report.published'),
      published
        ? html`${words.interval(published)} <span class="minor">${words.label('basis', published.basis)}: <span lang="en">${published.why}</span></span>`
        : words.text('undated'),
    ],
    [words.text('report.language'), words.language(article.language)],
    [
      words.text('report.address'),
      address ? html`<a href="${address}" rel="noreferrer nofollow">${address}</a>` : null,
    ],
    [words.text('report.file'), html`<code>${report.path}</code>`],
    [words.text('story'), story ? html`<a href="${view.href(`/stories/${story}`)}">${story.slice(0, 9)}</a>` : null],
    [words.text('report.warnings'), article.warnings.map(({ message }) => message).join('; ') || null],
  ];
  return factList(rows, 'facts');
}

function legend({ words }: View): Html {
  const kinds = ['trigger', 'from', 'to', 'when', 'place', 'quantity', 'credit', 'track'];
  const mark = (kind: string) => html`<span class="mark m-${kind}">${words.label('mark', kind)}</span> `;
  return html`<p class="legend minor">${kinds.map(mark)}<span class="in-act">${words.text('report.act')}</span>
<span class="in-statement">${words.text('report.statement')}</span></p>`;
}

function actNote(view: View, act: Act, number: number, event: string | undefined): Html {
  const { words, names } = view;
  const rows: [string, Html | string | null][] = [
    [
      words.text('when'),
      act.when
        ? html`${words.interval(act.when)} <span class="minor">${words.label('basis', act.when.basis)}: <span lang="en">${act.when.why}</span></span>`
        : null,
    ],
    [
      words.text('people'),
      act.people.length > 0
        ? html`${act.people.map((one, at) => html`${at > 0 ? '; ' : ''}${person(view, one)}`)}`
        : null,
    ],
    [words.text('where'), act.place ? names.place(act.place) : null],
    [words.text('topics'), act.topics.map((topic) => names.topic(topic)).join(', ') || null],
    [
      words.text('according'),
      act.according.map(({ speaker, via }) => [speaker, ...via].join(' ← ')).join('; ') || null,
    ],
    [words.text('rule'), html`<code>${act.why}</code>`],
    [
      words.text('report.scores'),
      `${words.text('confidence')} ${words.number(act.confidence)}, CAMEO ${act.cameo}, Goldstein ${words.number(act.goldstein)}`,
    ],
    [words.text('event'), event ? html`<a href="${view.href(`/events/${event}`)}">${event.slice(0, 9)}</a>` : null],
  ];
  const background = act.core ? '' : html` <span class="tag">${words.text('report.background')}</span>`;
  return html`<li id="note-${act.id}" class="note" data-row><p>${back(view, act.id, number)}
<strong>${deed(view, act)}</strong>${statusTag(view, act.status)}${background}<br>${parties(view, act, true)}</p>
${factList(rows)}</li>`;
}

/** The number of a note, which leads back to the words it is about. */
function back({ words }: View, anchor: string, number: number): Html {
  return html`<a class="back" href="#${anchor}" aria-label="${number}: ${words.text('report.back')}">${number}</a>`;
}

function statementNote(view: View, coded: Coded, said: Statement, number: number): Html {
  const { words, names } = view;
  const { speaker } = said;
  const rows: [string, string | null][] = [
    [
      words.text('report.verb'),
      `${words.label('verb', said.verb)}, ${words.text(said.direct ? 'direct' : 'reported')}`,
    ],
    [words.text('actor'), speaker.actor ? names.actor(speaker.actor) : null],
    [words.text('report.via'), said.via.join(' → ') || null],
    [words.text('topics'), said.topics.map((topic) => names.topic(topic)).join(', ') || null],
  ];
  const quote = said.quote ? html`<br>${original(coded.article.language, said.quote, 'q')}` : '';
  return html`<li id="note-${said.id}" class="note" data-row><p>${back(view, said.id, number)}
<strong>${names.person(speaker)}</strong>${quote}</p>
${factList(rows)}</li>`;
}

/** Notes of what stands alone: quantities, credited outlets, long processes. */
function smallNotes(view: View, { quantities, article, tracks = [] }: Coded): Html {
  const { words, names } = view;
  const item = (anchor: string, { start, end }: Span, what: Html | string) =>
    html`<li id="note-${anchor}" class="note small"><a class="back" href="#${anchor}">${original(article.language, article.text.slice(start, end))}</a> ${what}</li>`;
  const trackLink = (key: string) =>
    html`<a href="${view.href(`/tracks/${trackId(key)}`)}">${names.track({ key, name: key })}</a>`;
  return html`${tracks.map((one, at) => item(`t${at + 1}`, one, trackLink(one.track)))}
${quantities.map((one, at) => item(`q${at + 1}`, one, `${one.approximate ? '≈ ' : ''}${words.number(one.value)} ${one.unit}`))}
${article.credits.map((one, at) => item(`c${at + 1}`, one, `${one.outlet} (${words.label('credit', one.role)})`))}`;
}
