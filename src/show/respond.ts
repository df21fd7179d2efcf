import { createHash } from 'node:crypto';
import { mediaTypeOf } from './exports.ts';
import { formatOf, takenBy } from './formats/index.ts';
import { gathered } from './gathered.ts';
import type { Page } from './layout.ts';
import { layout } from './layout.ts';
import { Problem, problemJson } from './problem.ts';
import type { Params, Route } from './routes.ts';
import { searchOf, type View } from './view.ts';

const HTML = 'text/html; charset=utf-8';
const CSP = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers of everything that is sent: nothing from elsewhere, nothing inline, nothing guessed. */
export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CSP,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** A page as HTML. */
export async function htmlResponse(view: View, page: Page): Promise<Response> {
  const body = String(await layout(view, page));
  return new Response(body, {
    status: page.status ?? 200,
    headers: { 'Content-Type': HTML, 'Content-Language': view.words.locale },
  });
}

/** The data of a route in the format that its address names. @throws Problem (406) for one it does not come in */
export async function dataResponse(view: View, route: Route, params: Params, extension: string): Promise<Response> {
  if (extension === 'json' && route.json) return jsonResponse(await route.json(view, params));
  if (extension === 'jsonl' && route.rows)
    return streamResponse(
      gathered(lines(route.rows(view, params))),
      'application/jsonl; charset=utf-8',
      fileName(view, extension),
    );
  const format = formatOf(extension);
  if (!route.events || !format) throw new Problem(406, 'no-format', `${route.path} does not come as ${extension}`);
  const { title, events } = route.events(view, params);
  const context = { store: view.store, base: view.base, title, query: queryText(view), spreadsheet: true };
  const taken = view.url.searchParams.has('status') ? events : takenBy(format, events);
  return streamResponse(
    gathered(format.write(taken, context)),
    format.mediaType ?? mediaTypeOf(extension),
    fileName(view, format.extension),
  );
}

function queryText({ url }: View): string {
  return searchOf(
    Object.fromEntries([...url.searchParams.keys()].map((name) => [name, url.searchParams.getAll(name)])),
  ).slice(1);
}

export function jsonResponse(value: unknown, status = 200, type = 'application/json'): Response {
  return new Response(JSON.stringify(value), { status, headers: { 'Content-Type': `${type}; charset=utf-8` } });
}

/** An error for a program. */
export function problemResponse(problem: Problem, instance: string): Response {
  return jsonResponse(problemJson(problem, instance), problem.status, 'application/problem+json');
}

async function* lines(rows: Iterable<unknown>): AsyncGenerator<string> {
  for (const row of rows) yield `${JSON.stringify(row)}\n`;
}

/** The name of a download, made of the path alone: `readout-events.csv`. */
function fileName({ url }: View, extension: string): string {
  const stem = url.pathname.replace(/\.\w+$/, '').replace(/[^A-Za-z0-9]+/g, '-');
  return `readout${stem === '-' ? '' : stem}.${extension}`;
}

/** Sends parts as they come, so that a long list does not fill the memory. */
function streamResponse(parts: AsyncIterable<string | Uint8Array>, type: string, name: string): Response {
  const encoder = new TextEncoder();
  const iterator = parts[Symbol.asyncIterator]();
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
  return new Response(stream, {
    headers: { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` },
  });
}

/** A tag that changes with the record, the program and what was asked. */
export function etagOf(...parts: readonly string[]): string {
  return `"${createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 20)}"`;
}
