import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** An element that holds lines: its parent by index, its name, and what its attributes say. */
export interface Box {
  readonly parent: number;
  readonly tag: string;
  /** Class names, id and role, lower case. */
  readonly label: string;
  readonly itemprop: string;
}

/** A line of the flattened page, and the box it stands in. */
export interface PageLine {
  readonly text: string;
  /** Letters of it that stand in links. */
  readonly linked: number;
  readonly box: number;
}

/** A page flattened, with what its head and its markup say of it. */
export interface WalkedPage {
  readonly lines: PageLine[];
  readonly boxes: Box[];
  readonly metas: Map<string, string>;
  readonly titles: string[];
  readonly scripts: string[];
  readonly times: { datetime: string; text: string; box: number }[];
  readonly links: Map<string, string>;
  readonly language: string | null;
}

const SKIPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'embed',
  'canvas',
  'video',
  'audio',
  'select',
  'option',
  'datalist',
  'textarea',
  'button',
  'input',
  'map',
  'dialog',
  'frameset',
]);
const BLOCK = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'center',
  'dd',
  'details',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'html',
  'li',
  'main',
  'menu',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
  'caption',
  'noindex',
  'amp-list',
]);
/** Deeper elements are read as if they stood here: no page means more by it. */
const DEEPEST = 400;

interface Step {
  node: Node | null;
  box: number;
  depth: number;
  linked: boolean;
  /** A block ends here: the line is broken. */
  close: boolean;
}

/** Parses and flattens a page, without recursion. */
export function walkPage(html: string): WalkedPage {
  const page: WalkedPage = {
    lines: [],
    boxes: [{ parent: -1, tag: 'html', label: '', itemprop: '' }],
    metas: new Map(),
    titles: [],
    scripts: [],
    times: [],
    links: new Map(),
    language: null,
  };
  const walker = new Walker(page);
  walker.walk(parse(withoutPiles(withoutCode(html))).childNodes as Node[]);
  return { ...page, language: walker.language };
}

const CODE = ['script', 'style'];

/** Leaves scripts and styles out before parsing: often half of a page, and nothing of it is text. JSON-LD stays. */
function withoutCode(html: string): string {
  const lower = html.toLowerCase();
  const parts: string[] = [];
  let from = 0;
  for (let at = lower.indexOf('<s'); at >= 0; at = lower.indexOf('<s', Math.max(at + 2, from))) {
    const name = CODE.find((tag) => lower.startsWith(tag, at + 1) && /[\s>/]/.test(lower.charAt(at + 1 + tag.length)));
    if (!name) continue;
    const open = lower.indexOf('>', at);
    const close = open < 0 ? -1 : lower.indexOf(`</${name}`, open);
    if (close < 0) break;
    if (lower.slice(at, open).includes('ld+json')) continue;
    parts.push(html.slice(from, open + 1));
    from = close;
  }
  return parts.length === 0 ? html : parts.join('') + html.slice(from);
}

const FORMATTING = /<(\/?)(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s>/])[^<>]*>?/gi;
/** No page leaves so many open. */
const MOST_OPEN = 2000;

/**
 * Formatting elements that are never closed are opened again by the parser in every paragraph that follows: a page of them
 * would take all memory there is. Such a page is read without its formatting.
 */
function withoutPiles(html: string): string {
  let open = 0;
  for (const match of html.matchAll(FORMATTING)) {
    open += match[1] === '' ? 1 : -1;
    if (open > MOST_OPEN) return html.replace(FORMATTING, '');
  }
  return html;
}

class Walker {
  language: string | null = null;
  readonly #page: WalkedPage;
  #text = '';
  #linked = 0;
  #box = 0;

  constructor(page: WalkedPage) {
    this.#page = page;
  }

  walk(nodes: Node[]): void {
    const stack: Step[] = [];
    pushAll(stack, nodes, 0, 0, false);
    for (let step = stack.pop(); step; step = stack.pop()) {
      if (step.close) this.#break(step.box);
      else if (step.node) this.#visit(step, stack);
    }
    this.#break(0);
  }

  #visit({ node, box, depth, linked }: Step, stack: Step[]): void {
    if (!node) return;
    if (node.nodeName === '#text') this.#add((node as DefaultTreeAdapterTypes.TextNode).value, linked);
    if (!('tagName' in node)) return;
    const tag = node.tagName;
    if (this.#head(node, tag) || SKIPPED.has(tag) || isHidden(node)) return;
    if (tag === 'time') this.#page.times.push({ datetime: attribute(node, 'datetime') ?? '', text: textOf(node), box });
    if (tag === 'br') this.#break(box);
    else if (BLOCK.has(tag)) this.#block(node, tag, { box, depth, linked }, stack);
    else pushAll(stack, node.childNodes, box, depth, linked || tag === 'a');
  }

  #block(
    node: Element,
    tag: string,
    { box, depth, linked }: Pick<Step, 'box' | 'depth' | 'linked'>,
    stack: Step[],
  ): void {
    this.#break(box);
    const inside = depth < DEEPEST ? this.#open(node, tag, box) : box;
    this.#box = inside;
    stack.push({ node: null, box, depth, linked: false, close: true });
    pushAll(stack, node.childNodes, inside, depth + 1, linked);
  }

  #open(element: Element, tag: string, parent: number): number {
    const label = [attribute(element, 'class'), attribute(element, 'id'), attribute(element, 'role')]
      .filter(Boolean)
      .join(' ')
      .toLowerCase()
      .slice(0, 200);
    this.#page.boxes.push({ parent, tag, label, itemprop: attribute(element, 'itemprop') ?? '' });
    return this.#page.boxes.length - 1;
  }

  /** What belongs to the head wherever it stands. */
  #head(element: Element, tag: string): boolean {
    if (tag === 'html') this.language = attribute(element, 'lang') ?? attribute(element, 'xml:lang') ?? null;
    if (tag === 'meta') this.#meta(element);
    else if (tag === 'title') this.#page.titles.push(textOf(element));
    else if (tag === 'link') this.#link(element);
    else if (tag === 'script' && /ld\+json/i.test(attribute(element, 'type') ?? ''))
      this.#page.scripts.push(textOf(element));
    else return false;
    return tag !== 'title' || this.#page.titles.length === 1;
  }

  #meta(element: Element): void {
    const name =
      attribute(element, 'property') ??
      attribute(element, 'name') ??
      attribute(element, 'itemprop') ??
      attribute(element, 'http-equiv');
    const content = attribute(element, 'content');
    const key = name?.toLowerCase();
    if (key && content && !this.#page.metas.has(key)) this.#page.metas.set(key, content.trim());
  }

  #link(element: Element): void {
    const rel = attribute(element, 'rel')?.toLowerCase();
    const href = attribute(element, 'href');
    if (rel && href && !this.#page.links.has(rel)) this.#page.links.set(rel, href);
  }

  #add(value: string, linked: boolean): void {
    if (this.#text === '' && value.trim() === '') return;
    this.#text += value;
    if (linked) this.#linked += letters(value);
  }

  /** Ends a line; what comes after belongs to `box`. */
  #break(box: number): void {
    if (this.#text !== '') {
      const text = this.#text.replace(/\s+/g, ' ').trim();
      if (text !== '')
        this.#page.lines.push({ text, linked: Math.min(1, this.#linked / Math.max(1, letters(text))), box: this.#box });
      this.#text = '';
      this.#linked = 0;
    }
    this.#box = box;
  }
}

function pushAll(stack: Step[], nodes: Node[], box: number, depth: number, linked: boolean): void {
  for (let at = nodes.length - 1; at >= 0; at--)
    stack.push({ node: nodes[at] ?? null, box, depth, linked, close: false });
}

export function attribute(element: Element, name: string): string | undefined {
  for (const { name: own, value } of element.attrs) if (own === name) return value;
  return undefined;
}

function isHidden(element: Element): boolean {
  for (const { name, value } of element.attrs) {
    if (name === 'hidden') return true;
    if (name === 'style' && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(value)) return true;
    if (name === 'aria-hidden' && value === 'true') return true;
  }
  return false;
}

function letters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 32) count++;
  return count;
}

/** Text of a small element, its children's included. */
function textOf(element: Element): string {
  let text = '';
  const stack: Node[] = [...element.childNodes].reverse();
  for (let node = stack.pop(); node && text.length < 2_000_000; node = stack.pop()) {
    if (node.nodeName === '#text') text += (node as DefaultTreeAdapterTypes.TextNode).value;
    else if ('childNodes' in node) stack.push(...[...node.childNodes].reverse());
  }
  return text.trim();
}
