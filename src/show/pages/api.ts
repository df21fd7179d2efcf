import { EXPORTS, type Export } from '../exports.ts';
import type { Page } from '../layout.ts';
import { openapi } from '../openapi.ts';
import { type Html, html, type View } from '../view.ts';

interface Parameter {
  name: string;
  in: 'path' | 'query';
  description: string;
  example?: string;
}
interface Operation {
  summary: string;
  parameters: Parameter[];
}

/** The API with a form to try each of its addresses; works without a script. */
export function apiPage(view: View, version: string): Page {
  const { words } = view;
  const title = words.text('api.title');
  const paths = Object.entries(openapi(version).paths as Record<string, { get: Operation }>);
  const json = paths.filter(([path]) => path.endsWith('.json'));
  return {
    title,
    section: '/api',
    body: html`<h1>${title}</h1><p>${words.text('api.lead')} <a href="/openapi.json">openapi.json</a></p>
<section><h2>${words.text('api.formats')}</h2><p>${words.text('api.formats-lead')}</p><ul>${EXPORTS.map(format)}</ul></section>
<section lang="en">${json.map(([path, { get }], at) => operation(view, path, get, at))}</section>`,
  };
}

function format({ extension, name, mediaType }: Export): Html {
  return html`<li><code>.${extension}</code> ${name} <span class="minor">${mediaType}</span></li>`;
}

/** A form whose action is the address itself; places in the path are filled from the example and can be changed by the script. */
function operation(view: View, path: string, { summary, parameters }: Operation, at: number): Html {
  const { words } = view;
  const action = path.replace(
    /\{(\w+)\}/g,
    (whole, name: string) => parameters.find((one) => one.name === name)?.example ?? whole,
  );
  const field = ({ name, in: where, description, example }: Parameter) => {
    const id = `try-${at}-${name}`;
    const named = where === 'query' ? html`name="${name}"` : html`data-path="${name}" value="${example ?? ''}"`;
    return html`<div class="try-field"><label for="${id}"><code>${name}</code> <span class="minor">${description}</span></label>
<input id="${id}" ${named} autocomplete="off"></div>`;
  };
  const shown = parameters.filter(({ in: where }) => where === 'path' || view.fixed === false);
  return html`<details class="operation" data-row><summary><code>GET ${path}</code> <span class="minor">${summary}</span></summary>
<form action="${action}" method="get" data-try="${path}">${shown.map(field)}<button type="submit">${words.text('api.try')}</button></form></details>`;
}
