import { Hono } from 'hono';
import type { Store } from '../store/store.ts';
import type { World } from '../world/index.ts';
import { type Asset, loadAssets } from './assets.ts';
import { LOCALES, type Locale } from './catalogue.ts';
import { splitExtension } from './exports.ts';
import { isOwnHost } from './hosts.ts';
import { openNames } from './names.ts';
import { openapi } from './openapi.ts';
import { problemPage } from './pages/problem.ts';
import { Problem } from './problem.ts';
import { MOST_QUERY } from './request.ts';
import { dataResponse, etagOf, htmlResponse, jsonResponse, problemResponse, SAFE_HEADERS } from './respond.ts';
import { type Route, routes } from './routes.ts';
import { linker, localeOf, type View } from './view.ts';
import { wordsOf } from './words.ts';
import { openWorked } from './worked.ts';

export interface AppOptions {
  store: Store;
  world: World;
  /** Of the program. */
  version: string;
  /** Which names of this machine a request may use: only loopback, or any. Default: loopback. */
  hosts?: 'loopback' | 'any';
  /** Pages for a site of files: what needs a server is left out. */
  fixed?: FixedPages;
  /** Told of errors that are ours. */
  onError?: (error: unknown) => void;
}

/** How pages are written to files. */
export interface FixedPages {
  locale: Locale;
  /** Where they will be served, without a slash at the end; '' when that is not known. */
  base: string;
}

/** Answers requests. */
export interface App {
  fetch(request: Request): Response | Promise<Response>;
}

/** The pages and the data of a record, as one function from request to response. */
export function openApp(options: AppOptions): App {
  const { store, world, version } = options;
  const assets = loadAssets();
  const names = openNames(world);
  const worked = openWorked(store, world);
  const viewOf = (request: Request): View => {
    const url = new URL(request.url);
    const asked = localeOf(url.searchParams.get('lang'), request.headers.get('accept-language'), LOCALES);
    const words = wordsOf(options.fixed?.locale ?? asked);
    const base = options.fixed?.base ?? url.origin;
    return {
      store,
      worked,
      assets,
      words,
      names: names(words.locale),
      url,
      base,
      fixed: options.fixed !== undefined,
      href: linker(url),
    };
  };
  const hono = new Hono({ getPath: (request) => pathOf(request.url) });
  for (const asset of Object.values(assets) as Asset[]) hono.get(asset.path, () => assetResponse(asset));
  hono.get('/openapi.json', () => jsonResponse(openapi(version)));
  for (const route of routes({ world, version, counts: countsOnce(world) }))
    hono.get(route.path, (context) =>
      answer(viewOf(context.req.raw), context.req.raw, route, context.req.param(), version),
    );
  hono.notFound((context) => refusal(viewOf, context.req.raw, new Problem(404, 'no-page', 'there is no such page')));
  hono.onError((error, context) => refusal(viewOf, context.req.raw, problemOf(error, options.onError)));
  return {
    async fetch(request) {
      const refused = refuse(request, options.hosts ?? 'loopback');
      const response = refused ? await refusal(viewOf, request, refused) : await hono.fetch(request);
      for (const [name, value] of Object.entries(SAFE_HEADERS)) response.headers.set(name, value);
      return response;
    },
  };
}

/** The path that routes are found by: without the extension of a format, and without a slash at its end. */
function pathOf(url: string): string {
  return splitExtension(new URL(url).pathname).path.replace(/(.)\/$/, '$1');
}

/** What is turned away before anything is looked up. */
function refuse(request: Request, hosts: 'loopback' | 'any'): Problem | null {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return new Problem(405, 'read-only', 'the record is only read: use GET');
  if (hosts === 'loopback' && !isOwnHost(request.headers.get('host') ?? new URL(request.url).host))
    return new Problem(
      421,
      'wrong-host',
      'this server answers to localhost only; start it with --host to serve others',
    );
  if (request.url.length > MOST_QUERY)
    return new Problem(414, 'too-long', `an address may have ${MOST_QUERY} characters`);
  return null;
}

async function answer(
  view: View,
  request: Request,
  route: Route,
  params: Record<string, string>,
  version: string,
): Promise<Response> {
  const extension = splitExtension(view.url.pathname).extension ?? (wantsData(request) && route.json ? 'json' : null);
  const canonical = route.canonical?.(view, params);
  const asked = splitExtension(view.url.pathname).path;
  if (canonical && canonical !== asked)
    return new Response(null, {
      status: 302,
      headers: { Location: `${canonical}${view.url.pathname.slice(asked.length)}${view.url.search}` },
    });
  const etag = etagOf(
    version,
    view.store.browse.version(),
    view.assets.style.path,
    view.assets.script.path,
    view.url.href,
    view.words.locale,
    extension ?? '',
  );
  const caching = { ETag: etag, 'Cache-Control': 'private, no-cache', Vary: 'Accept, Accept-Language' };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers: caching });
  const response = extension
    ? await dataResponse(view, route, params, extension)
    : await htmlResponse(view, await route.page(view, params));
  for (const [name, value] of Object.entries(caching)) response.headers.set(name, value);
  return response;
}

/** A program that takes JSON and no pages. */
function wantsData(request: Request): boolean {
  const accept = request.headers.get('accept') ?? '';
  return accept.includes('application/json') && !accept.includes('text/html');
}

async function refusal(viewOf: (request: Request) => View, request: Request, problem: Problem): Promise<Response> {
  const url = new URL(request.url);
  const plain = splitExtension(url.pathname).extension !== null || wantsData(request);
  const response = plain
    ? problemResponse(problem, url.pathname)
    : await htmlResponse(viewOf(request), problemPage(viewOf(request), problem));
  if (problem.status === 405) response.headers.set('Allow', 'GET, HEAD');
  return response;
}

function problemOf(error: unknown, told: ((error: unknown) => void) | undefined): Problem {
  if (error instanceof Problem) return error;
  told?.(error);
  return new Problem(500, 'internal', 'something went wrong here; the server has written down what');
}

function assetResponse({ body, type }: Asset): Response {
  return new Response(body, {
    headers: { 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' },
  });
}

/** Counting reads the tables of every language: done once, when first asked for. */
function countsOnce(world: World) {
  let counted: Promise<ReturnType<typeof import('../check/index.ts').countsOf>> | null = null;
  return () => {
    counted ??= import('../check/index.ts').then(({ countsOf }) => countsOf(world));
    return counted;
  };
}
