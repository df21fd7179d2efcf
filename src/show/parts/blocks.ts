import { type Html, html } from '../view.ts';

/** Puts things into a row, with what stands between them. */
export function joined(parts: readonly (Html | string)[], between = ', '): Html {
  return html`${parts.map((part, at) => html`${at > 0 ? between : ''}${part}`)}`;
}

/** A table with its heads; the caption is for those who do not see it. */
export function table(
  name: string,
  caption: string,
  heads: readonly (Html | string)[],
  rows: readonly (Html | string)[],
): Html {
  return html`<table class="${name}"><caption class="hidden">${caption}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table>`;
}

/** A table that is moved sideways where it is too wide. */
export function wideTable(...parts: Parameters<typeof table>): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${parts[1]}">${table(...parts)}</div>`;
}

/** A part of a page under its own heading. */
export function section(id: string, heading: string, body: Html | string): Html {
  return html`<section><h2 id="${id}">${heading}</h2>${body}</section>\n`;
}

/** Names and values; what has no value is left out. */
export function factList(rows: readonly (readonly [name: string, value: Html | string | null])[], name = ''): Html {
  return html`<dl class="${name}">${rows.map(([fact, value]) =>
    value ? html`<div><dt>${fact}</dt><dd>${value}</dd></div>` : '',
  )}</dl>`;
}
