import { EVENT_EXPORTS, mediaTypeOf } from '../exports.ts';
import type { Page } from '../layout.ts';
import { bytesARow, downloads } from '../parts/downloads.ts';
import { actor, eventTable } from '../parts/event.ts';
import { facetPanel } from '../parts/facets.ts';
import { pager } from '../parts/pager.ts';
import { relationPath } from '../parts/relations.ts';
import { Problem } from '../problem.ts';
import { choiceOf, queryOf } from '../request.ts';
import { html, type View } from '../view.ts';
import { eventList } from './events.ts';

/** The two actors of a relation in the order of their codes. @throws Problem (404) for codes that cannot be */
export function pairOf(a: string, b: string): [string, string] {
  if (a === b || [a, b].some((code) => code.length > 60))
    throw new Problem(404, 'no-relation', 'a relation is between two different actors');
  return [a, b].sort() as [string, string];
}

/** Two actors over time. */
export function relationPage(view: View, first: string, second: string): Page {
  const { words, store, names } = view;
  const [a, b] = pairOf(first, second);
  const path = relationPath(a, b);
  const asked = choiceOf(view.url.searchParams);
  const choice = { ...asked, values: { ...asked.values, actor: [a, b] } };
  const { chosen, page } = eventList(view, choice);
  const events = store.browse.events(page.ids);
  const query = { ...queryOf(asked) };
  const title = `${names.actor(a)} – ${names.actor(b)}`;
  return {
    title,
    section: '/relations',
    alternates: ['json', 'atom', 'ics'].map((extension) => ({
      href: view.href(`${path}.${extension}`, query),
      type: mediaTypeOf(extension),
    })),
    body: html`<p class="kicker">${words.text('relation')}</p><h1>${actor(view, a)} – ${actor(view, b)}</h1>
<div class="with-facets">${facetPanel(view, '/events', choice, chosen)}<section class="results">
<p class="minor">${words.count('events', chosen.total)}</p>
${eventTable(view, events, title)}${pager(view, path, query, page)}
${downloads(view, path, query, { rows: chosen.total, bytesARow: bytesARow(events) }, EVENT_EXPORTS)}</section></div>`,
  };
}
