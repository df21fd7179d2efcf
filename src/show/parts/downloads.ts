import { EXPORTS } from '../exports.ts';
import { type Html, html, type Query, type View } from '../view.ts';

/** How much there is to download. */
export interface Amount {
  rows: number;
  /** Bytes of one row as JSON, measured on those at hand. */
  bytesARow: number;
}

/** Links to the same data in other formats, each with its rows and an estimate of its size. */
export function downloads(view: View, path: string, query: Query, amount: Amount, names: readonly string[]): Html | '' {
  const { words } = view;
  if (view.fixed && !isPublished(query, amount)) return '';
  const links = EXPORTS.filter(
    ({ extension }) => names.includes(extension) && !(view.fixed && extension === 'json'),
  ).map(({ extension, name, share }) => {
    const size = words.bytes(Math.max(1, amount.rows) * amount.bytesARow * share);
    return html`<li><a href="${view.href(`${path}.${extension}`, query)}" rel="nofollow">${name}</a> <span class="minor">${words.text('about', { size })}</span></li>`;
  });
  const rows = html`<span class="minor">${words.count('rows', amount.rows)}</span>`;
  return html`<details class="downloads"><summary>${words.text('downloads')} ${rows}</summary><ul class="plain">${links}</ul></details>`;
}

/** A site of files has whole lists as data: not every choice of them, nor every event alone. */
function isPublished(query: Query, { rows }: Amount): boolean {
  return rows > 1 && Object.values(query).every((value) => value === undefined);
}

/** So many rows tell how long the others are. */
const MEASURED = 5;

/** The mean size of things as JSON; a guess where there are none. */
export function bytesARow(rows: readonly unknown[]): number {
  if (rows.length === 0) return 1200;
  const some = rows.slice(0, MEASURED);
  return Buffer.byteLength(JSON.stringify(some)) / some.length;
}
