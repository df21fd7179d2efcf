import type { ListPage } from '../../store/facets.ts';
import { cursorOf } from '../request.ts';
import { type Html, html, type Query, type View } from '../view.ts';

/** Links to the pages beside this one. */
export function pager(view: View, path: string, query: Query, page: ListPage): Html | '' {
  const { words } = view;
  if (!page.hasBefore && !page.hasAfter) return '';
  const before = page.hasBefore && page.first ? view.href(path, { ...query, before: cursorOf(page.first) }) : null;
  const after = page.hasAfter && page.last ? view.href(path, { ...query, after: cursorOf(page.last) }) : null;
  // A site of files is walked from its beginning, so it has pages after, and the way back is the browser's.
  return html`<nav class="pager" aria-label="${words.text('pages')}">${
    before && !view.fixed
      ? html`<a rel="prev" href="${before}">← ${words.text('pages.before')}</a>`
      : html`<span></span>`
  }${after ? html`<a rel="next" href="${after}">${words.text('pages.after')} →</a>` : ''}</nav>`;
}
