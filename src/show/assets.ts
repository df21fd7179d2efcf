import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A file of the pages, under a name that changes with its content. */
export interface Asset {
  path: string;
  type: string;
  body: string;
}

export interface Assets {
  readonly style: Asset;
  readonly script: Asset;
  readonly icon: Asset;
}

/** Reads the style sheet, the script and the icon that lie beside this file. */
export function loadAssets(): Assets {
  return {
    style: load('readout.css', 'text/css; charset=utf-8'),
    script: load('readout.js', 'text/javascript; charset=utf-8'),
    icon: load('readout.svg', 'image/svg+xml'),
  };
}

function load(name: string, type: string): Asset {
  const body = readFileSync(new URL(`assets/${name}`, import.meta.url), 'utf8');
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 10);
  const [stem, ending] = name.split('.');
  return { path: `/assets/${stem}.${hash}.${ending}`, type, body };
}
