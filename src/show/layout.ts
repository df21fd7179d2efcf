import type { Key } from './catalogue.ts';
import { LOCALES, OWN_NAMES } from './catalogue.ts';
import { type Html, html, searchOf, type View } from './view.ts';

/** A page before it is put into its frame. */
export interface Page {
  title: string;
  body: Html;
  /** Which entry of the menu it belongs to. */
  section?: string;
  /** Other forms of the same data, for `<link rel="alternate">`. */
  alternates?: { href: string; type: string }[];
  status?: number;
}

const MENU: readonly (readonly [path: string, key: Key])[] = [
  ['/events', 'menu.events'],
  ['/relations', 'menu.relations'],
  ['/stories', 'menu.stories'],
  ['/tracks', 'menu.tracks'],
  ['/knowledge', 'menu.knowledge'],
  ['/accuracy', 'menu.accuracy'],
  ['/api', 'menu.api'],
];

/** The whole document of a page. */
export function layout(view: View, page: Page): Html {
  const { words, assets } = view;
  return html`<!doctype html>
<html lang="${words.locale}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title} · Readout</title>
<script src="${assets.script.path}"></script>
<link rel="stylesheet" href="${assets.style.path}">
<link rel="icon" href="${assets.icon.path}" type="image/svg+xml">
${(view.fixed ? [] : (page.alternates ?? [])).map(({ href, type }) => html`<link rel="alternate" type="${type}" href="${href}">\n`)}</head>
<body>
<a class="skip" href="#main">${words.text('skip')}</a>
${header(view, page.section)}
<main id="main" tabindex="-1">${page.body}</main>
${footer(view)}
</body>
</html>`;
}

function header(view: View, section: string | undefined): Html {
  const { words } = view;
  const entry = ([path, key]: readonly [string, Key]) =>
    html`<li><a href="${view.href(path)}"${section === path ? html` aria-current="page"` : ''}>${words.text(key)}</a></li>`;
  const menu = view.fixed ? MENU.filter(([path]) => path !== '/api') : MENU;
  return html`<header class="top"><div class="bar">
<a class="brand" href="${view.href('/')}">Readout</a>
<nav aria-label="${words.text('menu')}"><ul>${menu.map(entry)}</ul></nav>
${searchBox(view, 'search-top')}
<button type="button" class="theme" data-theme-button hidden aria-label="${words.text('theme')}" title="${words.text('theme')}"><span aria-hidden="true">◐</span></button>
</div></header>`;
}

/** The search form; the one in the header takes the key `/`. */
export function searchBox(view: View, id: string, value = ''): Html {
  const { words, url } = view;
  const lang = url.searchParams.get('lang');
  return html`<form class="search" role="search" action="${view.href('/search').split('?')[0]}" method="get">
<label class="hidden" for="${id}">${words.text('search.label')}</label>
<input id="${id}" type="search" name="q" value="${value}" maxlength="200" placeholder="${words.text('search.placeholder')}"
autocomplete="off"${id === 'search-top' ? html` data-search` : ''}>
${lang ? html`<input type="hidden" name="lang" value="${lang}">` : ''}<button type="submit">${words.text('search.button')}</button>
</form>`;
}

function footer(view: View): Html {
  const { words, url } = view;
  const others = LOCALES.map((locale) => {
    const query = Object.fromEntries([...url.searchParams.keys()].map((name) => [name, url.searchParams.getAll(name)]));
    const href = `${url.pathname}${searchOf({ ...query, lang: locale })}`;
    return locale === words.locale
      ? html`<li><span aria-current="true" lang="${locale}">${OWN_NAMES[locale]}</span></li>`
      : html`<li><a href="${href}" lang="${locale}" hreflang="${locale}">${OWN_NAMES[locale]}</a></li>`;
  });
  return html`<footer class="foot"><div class="bar">
${view.fixed ? '' : html`<nav aria-label="${words.text('language')}"><ul class="plain">${others}</ul></nav>`}
<p>${words.text('footer')} <span class="keys" hidden data-keys-hint>${words.text('keys.hint')}</span></p>
</div></footer>
${keysDialog(view)}`;
}

const KEYS: readonly (readonly [keys: string, key: Key])[] = [
  ['/', 'keys.search'],
  ['j', 'keys.next'],
  ['k', 'keys.previous'],
  ['Enter', 'keys.open'],
  ['g h', 'keys.home'],
  ['g e', 'keys.events'],
  ['t', 'keys.theme'],
  ['?', 'keys.help'],
  ['Esc', 'keys.close'],
];

function keysDialog({ words }: View): Html {
  return html`<dialog id="keys" aria-labelledby="keys-title"><h2 id="keys-title">${words.text('keys.title')}</h2>
<dl class="keylist">${KEYS.map(
    ([keys, key]) =>
      html`<div><dt>${keys.split(' ').map((one) => html`<kbd>${one}</kbd> `)}</dt><dd>${words.text(key)}</dd></div>`,
  )}</dl>
<form method="dialog"><button>${words.text('close')}</button></form></dialog>`;
}
