import type { Counts } from '../../check/index.ts';
import type { Key } from '../catalogue.ts';
import type { Page } from '../layout.ts';
import { section, table } from '../parts/blocks.ts';
import { html, type View } from '../view.ts';

const TABLES: readonly (readonly [keyof Omit<Counts, 'triggers' | 'stages'>, Key])[] = [
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
  const world = words.text('knowledge.world');
  const worldHeads = [words.text('knowledge.table'), words.text('knowledge.rows')];
  const languages = words.text('knowledge.languages');
  const languageHeads = [words.text('language'), words.text('knowledge.triggers')];
  const triggers = Object.entries(counts.triggers).map(([language, count]) => row(words.language(language), count));
  return {
    title,
    section: '/knowledge',
    body: html`<h1>${title}</h1><p>${words.text('knowledge.lead')}</p>
<div class="columns">${section(
      'world',
      world,
      table(
        'counts',
        world,
        worldHeads,
        TABLES.map(([name, key]) => row(words.text(key), counts[name])),
      ),
    )}
${section('languages', languages, table('counts', languages, languageHeads, triggers))}</div>`,
  };
}
