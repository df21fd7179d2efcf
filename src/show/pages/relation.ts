import { EVENT_EXPORTS, mediaTypeOf } from '../exports.ts';
import type { Page } from '../layout.ts';
import { joined } from '../parts/blocks.ts';
import { bytesARow, downloads } from '../parts/downloads.ts';
import { actor, eventTable } from '../parts/event.ts';
import { facetPanel } from '../parts/facets.ts';
import { pager } from '../parts/pager.ts';
import { relationScores } from '../parts/relationScores.ts';
import { relationPath } from '../parts/relations.ts';
import { Problem } from '../problem.ts';
import { choiceOf, queryOf } from '../request.ts';
import { type Html, html, type View } from '../view.ts';
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
${tracksOfBoth(view, a, b)}
${relationScores(view, view.worked.relation(a, b))}
<div class="with-facets">${facetPanel(view, '/events', choice, chosen)}<section class="results">
<p class="minor">${words.count('relation.name-both', chosen.total)}</p>
${eventTable(view, events, title)}${pager(view, path, query, page)}
${downloads(view, path, query, { rows: chosen.total, bytesARow: bytesARow(events) }, EVENT_EXPORTS)}</section></div>`,
  };
}

function tracksOfBoth(view: View, a: string, b: string): Html | '' {
  const { words, names, worked } = view;
  const { tracks } = worked.relation(a, b);
  if (tracks.length === 0) return '';
  const stage = (name: string | null) => (name ? html` <span class="minor">${words.label('stage', name)}</span>` : '');
  const links = tracks.map(
    (track) => html`<a href="${view.href(`/tracks/${track.id}`)}">${names.track(track)}</a>${stage(track.current)}`,
  );
  return html`<p>${words.text('relation.tracks')}: ${joined(links)}</p>`;
}
