import { readFileSync } from 'node:fs';
import type { Page } from '../layout.ts';
import { html, raw, type View } from '../view.ts';

/** Where the measured accuracy is written up, if it is. */
const FILE = new URL('../../../docs/accuracy.md', import.meta.url);

/** How right the record is, as measured. */
export async function accuracyPage(view: View): Promise<Page> {
  const { words } = view;
  const title = words.text('accuracy.title');
  const text = accuracyText();
  const body = text === null ? html`<h1>${title}</h1><p>${words.text('accuracy.none')}</p>` : await rendered(text);
  return {
    title,
    section: '/accuracy',
    body: html`<div class="prose"${text === null ? '' : raw(' lang="en"')}>${body}</div>`,
  };
}

function accuracyText(): string | null {
  try {
    return readFileSync(FILE, 'utf8');
  } catch {
    return null;
  }
}

/** The file comes with the program, so its markup is trusted. */
async function rendered(text: string) {
  const { marked } = await import('marked');
  const wide = (table: string) => `<div class="scroll" tabindex="0">${table}</div>`;
  return raw((await marked(text)).replace(/<table>[\s\S]*?<\/table>/g, wide));
}
