import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { plotStyle } from './parts/plot.ts';
import { lineagePlot } from './plots/lineagePlot.ts';

/** A file of the pages, under a name that changes with its content. */
export interface Asset {
  path: string;
  type: string;
  body: string;
}

export interface Assets {
  readonly style: Asset;
  readonly script: Asset;
  /** Search within a published site. */
  readonly search: Asset;
  readonly icon: Asset;
}

/** Reads the style sheet, the script and the icon that lie beside this file. */
export function loadAssets(): Assets {
  return {
    style: asset('readout.css', 'text/css; charset=utf-8', styleSheet()),
    script: asset('readout.js', 'text/javascript; charset=utf-8', read('readout.js')),
    search: asset('search.js', 'text/javascript; charset=utf-8', read('search.js')),
    icon: asset('readout.svg', 'image/svg+xml', read('readout.svg')),
  };
}

/** The pages' own style sheet with that of the plots, which pages may not bring inline. */
function styleSheet(): string {
  const empty = { id: 's', title: '', reports: [], events: [], lineage: [], differences: [] };
  return `${plotStyle(lineagePlot(empty, []))}\n${read('readout.css')}`;
}

function read(name: string): string {
  return readFileSync(new URL(`assets/${name}`, import.meta.url), 'utf8');
}

function asset(name: string, type: string, body: string): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 10);
  const [stem, ending] = name.split('.');
  return { path: `/assets/${stem}.${hash}.${ending}`, type, body };
}
