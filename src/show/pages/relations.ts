import type { Page } from '../layout.ts';
import { relationList } from '../parts/relations.ts';
import { html, type View } from '../view.ts';

const MOST_RELATIONS = 200;

/** Who deals with whom most. */
export function relationsPage(view: View): Page {
  const { words, store } = view;
  const relations = store.browse.relations(MOST_RELATIONS);
  const title = words.text('relations.title');
  return {
    title,
    section: '/relations',
    body: html`<h1>${title}</h1><p>${words.text('relations.lead')}</p>${relationList(view, relations)}`,
  };
}
