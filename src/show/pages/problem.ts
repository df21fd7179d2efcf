import type { Page } from '../layout.ts';
import { searchBox } from '../layout.ts';
import { type Problem, titleOf } from '../problem.ts';
import { html, type View } from '../view.ts';

/** What a browser is shown when there is nothing to show. */
export function problemPage(view: View, problem: Problem): Page {
  const { words } = view;
  const title = words.label('problem', String(problem.status));
  return {
    title,
    status: problem.status,
    body: html`<p class="kicker">${problem.status} ${titleOf(problem)}</p><h1>${title}</h1><p lang="en">${problem.message}</p>
${searchBox(view, 'search-problem')}<p><a href="${view.href('/')}">${words.text('problem.home')}</a></p>`,
  };
}
