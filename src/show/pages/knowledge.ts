import type { Counts } from '../../check/index.ts';
import type { Key } from '../catalogue.ts';
import type { Page } from '../layout.ts';
import { html, type View } from '../view.ts';

const TABLES: readonly (readonly [keyof Omit<Counts, 'triggers'>, Key])[] = [
  ['states', 'knowledge.states'],
  ['organisations', 'knowledge.organisations'],
  ['people', 'knowledge.people'],
  ['offices', 'knowledge.offices'],
  ['outlets', 'knowledge.outlets'],
  ['places', 'knowledge.places'],
  ['initiatives', 'knowledge.initiatives'],
  ['topics', 'knowledge.topics'],
];

/** How much Readout knows, by table and by language. */
export function knowledgePage(view: View, counts: Counts): Page {
  const { words } = view;
  const title = words.text('knowledge.title');
  const row = (name: string, count: number) =>
    html`<tr data-row><th scope="row">${name}</th><td class="number">${words.number(count)}</td></tr>`;
  return {
    title,
    section: '/knowledge',
    body: html`<h1>${title}</h1><p>${words.text('knowledge.lead')}</p>
<div class="columns"><section><h2>${words.text('knowledge.world')}</h2><table class="counts"><caption class="hidden">${words.text('knowledge.world')}</caption><thead><tr><th scope="col">${words.text('knowledge.table')}</th><th scope="col">${words.text('knowledge.rows')}</th></tr></thead><tbody>${TABLES.map(([table, key]) => row(words.text(key), counts[table]))}</tbody></table></section>
<section><h2>${words.text('knowledge.languages')}</h2><table class="counts"><caption class="hidden">${words.text('knowledge.languages')}</caption><thead><tr><th scope="col">${words.text('language')}</th><th scope="col">${words.text('knowledge.triggers')}</th></tr></thead><tbody>${Object.entries(counts.triggers).map(([language, count]) => row(words.language(language), count))}</tbody></table></section></div>`,
  };
}
