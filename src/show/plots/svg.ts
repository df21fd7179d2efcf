import { xmlAttributes, xmlText } from '../formats/xml.ts';

type Attributes = Readonly<Record<string, string | number | null>>;

/** An SVG element with its children, which are markup already. Numbers are kept to hundredths of a pixel. */
export function svgElement(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const kept = Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [key, typeof value === 'number' ? hundredths(value) : value]),
  );
  const inner = children.join('');
  return inner === '' ? `<${name}${xmlAttributes(kept)}/>` : `<${name}${xmlAttributes(kept)}>${inner}</${name}>`;
}

/** A text at a place. */
export function svgText(x: number, y: number, text: string, attributes: Attributes = {}): string {
  return svgElement('text', { x, y, ...attributes }, xmlText(text));
}

/** What a pointer that rests on an element is told, and what a reader of the screen says. */
export function svgTitle(text: string): string {
  return svgElement('title', {}, xmlText(text));
}

/** Two decimals at most, and no minus before a zero. */
function hundredths(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}

/** Puts values into the places `{}` of a text, in their order. */
export function filled(text: string, ...values: readonly (string | number)[]): string {
  let at = 0;
  return text.replace(/\{\}/g, () => String(values[at++] ?? ''));
}

/** What every plot has: its size, and the words for those who do not see it. */
export interface Frame {
  /** Letters and digits; ids within the picture begin with it, so that several can stand on one page. */
  id: string;
  width: number;
  height: number;
  title: string;
  description: string;
}

/**
 * A whole picture. Its colours are custom properties that a page may set (`--readout-ink`, `--readout-paper`,
 * `--readout-faint`, `--readout-one`, `--readout-two`); without a page it follows the reader's light or dark scheme.
 */
export function svgPicture({ id, width, height, title, description }: Frame, ...children: readonly string[]): string {
  const size = { width: Math.round(width), height: Math.round(height) };
  return `${svgElement(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'readout-plot',
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-description`,
      viewBox: `0 0 ${size.width} ${size.height}`,
      ...size,
    },
    svgElement('title', { id: `${id}-title` }, xmlText(title)),
    svgElement('desc', { id: `${id}-description` }, xmlText(description)),
    STYLE,
    svgElement('rect', { class: 'paper', ...size }),
    ...children,
  )}\n`;
}

const LIGHT = { ink: '#1b1f24', paper: '#ffffff', faint: '#6b7280', one: '#0b5cad', two: '#a3480b' };
const DARK = { ink: '#e8eaed', paper: '#14171a', faint: '#9aa3ad', one: '#7ab8ff', two: '#ffb070' };

function colours(scheme: typeof LIGHT): string {
  return Object.entries(scheme)
    .map(([name, value]) => `--${name}:var(--readout-${name},${value})`)
    .join(';');
}

const STYLE = `<style>${[
  `.readout-plot{${colours(LIGHT)};color:var(--ink);font:12px system-ui,sans-serif;max-width:100%;height:auto}`,
  `@media (prefers-color-scheme:dark){.readout-plot{${colours(DARK)}}}`,
  '.readout-plot text{fill:currentColor}',
  '.readout-plot .paper{fill:var(--paper)}',
  '.readout-plot .faint{stroke:var(--faint);stroke-opacity:.35}',
  '.readout-plot .note{fill:var(--faint)}',
  '.readout-plot .axis{stroke:currentColor}',
  '.readout-plot .heading{font-weight:600;font-size:14px}',
  '.readout-plot .one{fill:var(--one);stroke:var(--one)}',
  '.readout-plot .two{fill:var(--two);stroke:var(--two)}',
  '.readout-plot .spread{stroke:var(--faint);stroke-opacity:.45;stroke-width:6}',
  '.readout-plot .mean{stroke:currentColor;stroke-width:2;fill:none}',
  '.readout-plot .count{fill:var(--faint);fill-opacity:.5}',
  '.readout-plot .gap{fill:var(--faint);fill-opacity:.12}',
  '.readout-plot .edge{stroke:currentColor;stroke-width:1.5;fill:none}',
  '.readout-plot .hollow{fill:var(--paper);stroke:currentColor;stroke-width:1.5}',
].join('')}</style>`;
