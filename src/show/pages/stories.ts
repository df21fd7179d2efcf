import type { ListedStory } from '../../store/store.ts';
import { DATA_EXPORTS } from '../exports.ts';
import type { Page } from '../layout.ts';
import { table } from '../parts/blocks.ts';
import { bytesARow, downloads } from '../parts/downloads.ts';
import { pager } from '../parts/pager.ts';
import { edgeOf, numberOf } from '../request.ts';
import { html, type View } from '../view.ts';

const STORIES_A_PAGE = 50;
const MOST_STORIES_A_PAGE = 500;

/** A page of the stories that more than one report tells. */
export function storyList(view: View) {
  const params = view.url.searchParams;
  const limit = numberOf(params, 'limit', STORIES_A_PAGE, MOST_STORIES_A_PAGE);
  const after = edgeOf(params.get('after'));
  const rows = view.store.browse.stories({ limit: limit + 1, after });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const edge = last ? { day: last.latest ?? '', id: last.story.id } : null;
  return { shown, page: { ids: [], first: null, last: edge, hasBefore: false, hasAfter: rows.length > limit } };
}

/** The stories of the record, the latest first. */
export function storiesPage(view: View): Page {
  const { words, worked } = view;
  const { shown, page } = storyList(view);
  const total = worked.counts().told;
  const title = words.text('stories.title');
  const heads = [words.text('report.published'), words.text('story'), words.text('event.reports')];
  const row = ({ story, latest }: ListedStory) => html`<tr data-row><td class="day">${latest ?? ''}</td>
<td><a href="${view.href(`/stories/${story.id}`)}" dir="auto">${story.title}</a></td>
<td class="number">${words.number(story.reports.length)}</td></tr>\n`;
  return {
    title,
    section: '/stories',
    alternates: [{ href: view.href('/stories.json'), type: 'application/json' }],
    body: html`<h1>${title}</h1><p>${words.text('stories.lead')}</p><p class="minor">${words.count('stories', total)}</p>
${table('stories', title, heads, shown.map(row))}
${pager(view, '/stories', {}, page)}
${downloads(view, '/stories', {}, { rows: total, bytesARow: bytesARow(shown.map(({ story }) => story)) }, DATA_EXPORTS)}`,
  };
}
