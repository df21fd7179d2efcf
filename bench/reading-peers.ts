import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse, serialize } from 'parse5';

/** Another extractor: the article's text of a page, or an empty string when it gives none. */
export interface Peer {
  readonly name: string;
  /** `html` is the page as parse5 mends it: linkedom loses the body of pages that begin with stray text. */
  extract(html: string, url: string): Promise<string>;
}

interface Linkedom {
  parseHTML(html: string): { document: object };
}
type Readability = new (document: object) => { parse(): { content?: string | null } | null };
type Defuddle = (document: object, url: string, options: object) => Promise<{ content?: string }>;
type Extractus = (html: string, url: string) => Promise<{ content?: string } | null>;

/** The peers that are installed in a folder: `npm i @mozilla/readability linkedom defuddle @extractus/article-extractor`. */
export async function loadPeers(folder: string): Promise<Peer[]> {
  const from = createRequire(join(resolve(folder), 'package.json'));
  const loadFile = async (path: string) => (await import(pathToFileURL(path).href)) as Record<string, unknown>;
  const load = (name: string) => loadFile(from.resolve(name));
  const { parseHTML } = (await load('linkedom')) as unknown as Linkedom;
  const readability = await load('@mozilla/readability');
  const Reader = (readability.Readability ??
    (readability.default as Record<string, unknown>).Readability) as Readability;
  const peers: Peer[] = [
    {
      name: 'Readability',
      extract: async (html) => textOf(new Reader(parseHTML(html).document).parse()?.content),
    },
  ];
  const defuddle = await optional(() => loadFile(join(resolve(folder), 'node_modules/defuddle/dist/node.js')));
  const Defuddle = defuddle?.Defuddle as Defuddle | undefined;
  if (Defuddle)
    peers.push({
      name: 'defuddle',
      extract: async (html, url) => textOf((await Defuddle(parseHTML(html).document, url, {})).content),
    });
  const extractus = await optional(() => load('@extractus/article-extractor'));
  const extractFromHtml = extractus?.extractFromHtml as Extractus | undefined;
  if (extractFromHtml)
    peers.push({
      name: 'extractus',
      extract: async (html, url) => textOf((await extractFromHtml(html, url))?.content),
    });
  return peers;
}

/** A page with its markup mended, as browsers read it. */
export function mended(html: string): string {
  return serialize(parse(html));
}

async function optional<T>(load: () => Promise<T>): Promise<T | null> {
  try {
    return await load();
  } catch (error) {
    console.error(`left out: ${(error as Error).message.split('\n')[0]}`);
    return null;
  }
}

function textOf(content: string | null | undefined): string {
  const text = (content ?? '').replace(/<(?:script|style)[\s\S]*?<\/(?:script|style)>/gi, ' ').replace(/<[^>]+>/g, ' ');
  return text
    .replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
