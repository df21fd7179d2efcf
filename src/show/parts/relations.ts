import type { RelationCount } from '../../store/store.ts';
import { type Html, html, type View } from '../view.ts';

/** Relations with the number of their events, as a list with bars; on the page of an actor only the others are named. */
export function relationList(view: View, relations: readonly RelationCount[], of?: string): Html {
  const named = (a: string, b: string) =>
    of ? view.names.actor(a === of ? b : a) : `${view.names.actor(a)} – ${view.names.actor(b)}`;
  const most = Math.max(1, ...relations.map(({ events }) => events));
  const item = ({
    a,
    b,
    events,
  }: RelationCount) => html`<li data-row><a href="${view.href(relationPath(a, b))}">${named(a, b)}</a>
<svg class="bar-plot" width="60" height="8" aria-hidden="true"><rect width="${Math.max(2, Math.round((60 * events) / most))}" height="8" rx="1"/></svg>
<span class="count">${view.words.number(events)}</span></li>`;
  return html`<ol class="plain relations">${relations.map(item)}</ol>`;
}

/** The page of two actors, the same for both orders. */
export function relationPath(a: string, b: string): string {
  return `/relations/${[a, b].sort().map(encodeURIComponent).join('/')}`;
}
