import type { FoundStatement } from '../../store/search.ts';
import type { Snippet } from '../../store/searchText.ts';
import type { Hit } from '../../store/store.ts';
import { isoDays } from '../days.ts';
import { type Page, searchBox } from '../layout.ts';
import { eventTitle, statusTag } from '../parts/event.ts';
import { shortName } from '../reportLabel.ts';
import { MOST_SEARCH, numberOf } from '../request.ts';
import { directionOf, type Html, html, raw, type View } from '../view.ts';

const RESULTS = 30;
/** Statements of one report that are shown. */
const MOST_STATEMENTS = 3;
export const MOST_RESULTS = 200;

/** What a search finds, in every form of it. */
export function searchResults(view: View): { query: string; hits: Hit[] } {
  const params = view.url.searchParams;
  const query = (params.get('q') ?? '').slice(0, MOST_SEARCH).trim();
  const limit = numberOf(params, 'limit', RESULTS, MOST_RESULTS);
  return { query, hits: query ? view.store.search(query, limit) : [] };
}

/** Search over reports, statements and events. */
export function searchPage(view: View): Page {
  const { words } = view;
  const { query, hits } = searchResults(view);
  const title = query ? words.text('search.title-of', { query }) : words.text('search.title');
  return {
    title,
    section: '/search',
    alternates: query ? [{ href: view.href('/search.json', { q: query }), type: 'application/json' }] : [],
    body: html`<h1>${title}</h1>${searchBox(view, 'search-page', query)}
<details class="help"${query ? '' : raw(' open')}><summary>${words.text('search.help')}</summary>
<p>${words.text('search.help-text')}</p>
<p><code>"black sea" grain</code> · <code>actor:TUR type:CONSULT</code> · <code>lang:vi tho nhi ky</code></p></details>
${view.fixed ? searchInBrowser(view) : html`<div>${query ? results(view, hits) : ''}</div>`}`,
  };
}

/** In a site of files the browser searches; the script finds its words and the way to the files here. */
function searchInBrowser({ words, assets }: View): Html {
  return html`<div data-static-search data-root=""
data-none="${words.text('search.none')}" data-searching="${words.text('search.loading')}"
data-event="${words.text('event')}" data-report="${words.text('report')}"><noscript>${words.text('search.script')}</noscript></div>
<script src="${assets.search.path}" defer></script>`;
}

function results(view: View, hits: readonly Hit[]): Html {
  const { words } = view;
  if (hits.length === 0) return html`<p class="none">${words.text('search.none')}</p>`;
  return html`<p class="minor" role="status">${words.count('search.found', hits.length)}</p>
<ol class="plain hits">${hits.map((hit) => (hit.kind === 'event' ? eventHit(view, hit) : reportHit(view, hit)))}</ol>
<p><a href="${view.href('/search.json', { q: view.url.searchParams.get('q') ?? '' })}" rel="nofollow">JSON</a></p>`;
}

function eventHit(view: View, { event, snippet }: Extract<Hit, { kind: 'event' }>): Html {
  const found = snippet ? html`<p class="snippet" dir="auto">${marked(snippet)}</p>` : '';
  return html`<li data-row><p><span class="tag">${view.words.text('event')}</span>
<a href="${view.href(`/events/${event.id}`)}">${eventTitle(view, event)}</a>${statusTag(view, event.status)}
<span class="day">${isoDays(event.when)}</span></p>${found}</li>`;
}

function reportHit(view: View, hit: Extract<Hit, { kind: 'report' }>): Html {
  const { id, language, title, report, snippet, statements } = hit;
  const lang = html` lang="${language === 'und' ? '' : language}" dir="${directionOf(language)}"`;
  const found = snippet ? html`<p class="snippet"${lang}>${marked(snippet)}</p>` : '';
  const statement = (one: FoundStatement) => {
    const place = view.href(`/reports/${id}#${one.id}`);
    return html`<p class="snippet">${view.names.speaker(one.speaker)}: <a class="quiet" href="${place}"${lang}>${marked(one.snippet)}</a></p>`;
  };
  return html`<li data-row><p><span class="tag">${view.words.text('report')}</span>
<a href="${view.href(`/reports/${id}`)}"${lang}>${title ?? shortName(report)}</a> <span class="minor">${language}</span></p>
${found}${statements.slice(0, MOST_STATEMENTS).map(statement)}</li>`;
}

/** A snippet with what was found made strong. */
function marked({ text, found }: Snippet): Html {
  let at = 0;
  const parts = found.map(([start, end]) => {
    const part = html`${text.slice(at, start)}<mark>${text.slice(start, end)}</mark>`;
    at = end;
    return part;
  });
  return html`${parts}${text.slice(at)}`;
}
