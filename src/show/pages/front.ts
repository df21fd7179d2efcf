import type { Page } from '../layout.ts';
import { searchBox } from '../layout.ts';
import { joined } from '../parts/blocks.ts';
import { eventTable } from '../parts/event.ts';
import { relationList } from '../parts/relations.ts';
import { html, type View } from '../view.ts';

const LATELY = 12;
const AHEAD = 6;
const BUSIEST = 12;

/** The front page: what happened lately, what is ahead, and who deals with whom most. */
export function frontPage(view: View): Page {
  const { store, worked, words } = view;
  const { browse } = store;
  const present = browse.lastDay();
  const { ids } = browse
    .choose({ values: { status: ['happened'] }, ...(present ? { until: present } : {}) })
    .page({ limit: LATELY });
  const ahead = present
    ? browse.choose({ values: { status: ['planned'] }, since: present }).page({ limit: AHEAD, oldestFirst: true })
    : { ids: [] };
  const { reports, events, told } = worked.counts();
  const held = [
    words.count('reports', reports),
    html`<a href="${view.href('/events')}">${words.count('events', events)}</a>`,
    html`<a href="${view.href('/stories')}">${words.count('stories', told)}</a>`,
    ...(present ? [words.text('front.until', { day: words.day(present) })] : []),
  ];
  return {
    title: words.text('front.title'),
    section: '/',
    body: html`<div class="hero"><h1>${words.text('front.title')}</h1>
<p>${words.text('front.lead')}</p>
${searchBox(view, 'search-front')}
<p class="minor">${joined(held, ' · ')}</p></div>
<div class="columns"><section class="wide"><h2>${words.text('front.lately')}</h2>
${eventTable(view, browse.events(ids), words.text('front.lately'))}
<p><a href="${view.href('/events')}">${words.text('events.all')}</a></p>
${ahead.ids.length > 0 ? html`<h2>${words.text('front.ahead')}</h2>${eventTable(view, browse.events(ahead.ids), words.text('front.ahead'))}` : ''}
</section>
<section><h2>${words.text('front.busiest')}</h2>${relationList(view, browse.relations(BUSIEST))}
<p><a href="${view.href('/relations')}">${words.text('relations.all')}</a></p></section></div>`,
  };
}
