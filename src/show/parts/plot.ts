import { type Html, html, raw } from '../view.ts';

const STYLE = /<style>([\s\S]*?)<\/style>/;

/** A picture within a page. Its style sheet is left to the page's own, since pages have nothing inline. */
export function plot(svg: string): Html {
  return html`<figure class="plot scroll">${raw(svg.replace(STYLE, ''))}</figure>`;
}

/** The style sheet that a picture brings. */
export function plotStyle(svg: string): string {
  return STYLE.exec(svg)?.[1] ?? '';
}
