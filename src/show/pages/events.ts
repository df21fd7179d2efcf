import { FACETS } from '../../store/facetIndex.ts';
import type { Choice, Chosen } from '../../store/facets.ts';
import { EVENT_EXPORTS, mediaTypeOf } from '../exports.ts';
import type { Page } from '../layout.ts';
import { bytesARow, downloads } from '../parts/downloads.ts';
import { eventTable } from '../parts/event.ts';
import { facetLabel, facetPanel } from '../parts/facets.ts';
import { pager } from '../parts/pager.ts';
import { choiceOf, edgeOf, isChosen, numberOf, queryOf } from '../request.ts';
import { html, type View } from '../view.ts';

export const EVENTS_A_PAGE = 50;
export const MOST_EVENTS_A_PAGE = 500;

/** A page of the events that a request chooses, for every form of it. */
export interface EventList {
  choice: Choice;
  chosen: Chosen;
  page: ReturnType<Chosen['page']>;
}

/** Chooses events as the query of a request says. @throws Problem (400) */
export function eventList(view: View, choice: Choice): EventList {
  const params = view.url.searchParams;
  const chosen = view.store.browse.choose(choice);
  const page = chosen.page({
    limit: numberOf(params, 'limit', EVENTS_A_PAGE, MOST_EVENTS_A_PAGE),
    after: edgeOf(params.get('after')),
    before: edgeOf(params.get('before')),
    oldestFirst: params.get('order') === 'oldest',
  });
  return { choice, chosen, page };
}

/** The list of events with its facets. */
export function eventsPage(view: View): Page {
  const { words, store } = view;
  const { choice, chosen, page } = eventList(view, choiceOf(view.url.searchParams));
  const events = store.browse.events(page.ids);
  const query = { ...queryOf(choice), order: view.url.searchParams.get('order') ?? undefined };
  const title = choiceTitle(view, choice);
  return {
    title,
    section: '/events',
    alternates: ['json', 'atom', 'ics'].map((extension) => ({
      href: view.href(`/events.${extension}`, query),
      type: mediaTypeOf(extension),
    })),
    body: html`<div class="with-facets">${facetPanel(view, '/events', choice, chosen)}
<section class="results"><h1>${title}</h1>
<p class="minor">${words.count('events', chosen.total)}</p>
${eventTable(view, events, title)}
${pager(view, '/events', query, page)}
${downloads(view, '/events', query, { rows: chosen.total, bytesARow: bytesARow(events) }, EVENT_EXPORTS)}</section></div>`,
  };
}

/** What was chosen, in words: `Events: Russia, Phone call, 2023`. */
export function choiceTitle(view: View, choice: Choice): string {
  const { words } = view;
  if (!isChosen(choice)) return words.text('events.title');
  const labels = FACETS.flatMap((facet) => (choice.values[facet] ?? []).map((value) => facetLabel(view, facet, value)));
  const days = choice.since || choice.until ? [`${choice.since ?? ''}…${choice.until ?? ''}`] : [];
  return `${words.text('events.title')}: ${[...labels, ...days].join(', ')}`;
}
