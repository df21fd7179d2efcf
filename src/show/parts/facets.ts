import type { Facet } from '../../store/facetIndex.ts';
import type { Choice, Chosen, FacetCount } from '../../store/facets.ts';
import type { Key } from '../catalogue.ts';
import { shortName } from '../reportLabel.ts';
import { isChosen, queryOf, toggled } from '../request.ts';
import { type Html, html, type View } from '../view.ts';

const SHOWN: readonly Facet[] = [
  'actor',
  'type',
  'mode',
  'status',
  'disputed',
  'language',
  'outlet',
  'topic',
  'subtype',
];
/** Values of a facet that stand open; the rest is folded. */
const OPEN_VALUES = 8;
const MOST_VALUES = 40;

/** The panel to choose events by. */
export function facetPanel(view: View, path: string, choice: Choice, chosen: Chosen): Html {
  const { words } = view;
  const facets = chosen.facets(MOST_VALUES);
  const groups = SHOWN.filter((facet) => facets[facet].length > 0).map((facet) =>
    group(view, path, choice, facet, facets[facet]),
  );
  return html`<aside class="facets" aria-label="${words.text('facets')}"><details open data-facets><summary>${words.text('facets')}</summary>
${isChosen(choice) ? html`<p><a class="clear" href="${view.href(path)}">${words.text('facets.clear')}</a></p>` : ''}
${view.fixed ? '' : dates(view, path, choice)}
${groups}</details></aside>`;
}

function group(view: View, path: string, choice: Choice, facet: Facet, counts: readonly FacetCount[]): Html {
  const item = (count: FacetCount) => value(view, path, choice, facet, count);
  const rest = counts.slice(OPEN_VALUES);
  return html`<section class="facet"><h3>${view.words.text(`facet.${facet}` as Key)}</h3><ul class="plain">${counts.slice(0, OPEN_VALUES).map(item)}</ul>${
    rest.length > 0
      ? html`<details><summary>${view.words.count('facets.more', rest.length)}</summary><ul class="plain">${rest.map(item)}</ul></details>`
      : ''
  }</section>`;
}

function value(view: View, path: string, choice: Choice, facet: Facet, { value, events, chosen }: FacetCount): Html {
  const label = facetLabel(view, facet, value);
  const count = html` <span class="count">${view.words.number(events)}</span>`;
  // A site of files has a page for each value alone: every two together would be too many.
  if (view.fixed && !chosen && isChosen(choice)) return html`<li><span>${label}</span>${count}</li>`;
  const href = view.href(path, queryOf(toggled(choice, facet, value)));
  const title = chosen ? html` title="${view.words.text('facets.remove')}" class="chosen"` : '';
  const mark = html`<span aria-hidden="true">✓ </span><span class="hidden">${view.words.text('facets.chosen')} </span>`;
  return html`<li><a href="${href}" rel="nofollow"${title}>${chosen ? mark : ''}${label}</a>${count}</li>`;
}

/** The name of a value of a facet. */
export function facetLabel({ words, names }: View, facet: Facet, value: string): string {
  if (facet === 'actor') return names.actor(value);
  if (facet === 'topic') return names.topic(value);
  if (facet === 'language') return words.language(value);
  // A report that credits nobody is an origin under its own path.
  if (facet === 'outlet') return shortName(value);
  if (facet === 'disputed') return words.label('field', value);
  return words.label(facet, value);
}

function dates(view: View, path: string, choice: Choice): Html {
  const { words, url } = view;
  const kept = Object.entries(choice.values).flatMap(([facet, values]) =>
    (values ?? []).map((one) => html`<input type="hidden" name="${facet}" value="${one}">`),
  );
  const lang = url.searchParams.get('lang');
  return html`<form class="dates" action="${path}" method="get">${kept}${lang ? html`<input type="hidden" name="lang" value="${lang}">` : ''}
<label>${words.text('facets.since')} <input name="since" value="${choice.since ?? ''}" placeholder="2023-09" pattern="\\d{4}(-\\d\\d(-\\d\\d)?)?" size="10" maxlength="10"></label>
<label>${words.text('facets.until')} <input name="until" value="${choice.until ?? ''}" placeholder="2024" pattern="\\d{4}(-\\d\\d(-\\d\\d)?)?" size="10" maxlength="10"></label>
<button type="submit">${words.text('facets.apply')}</button></form>`;
}
