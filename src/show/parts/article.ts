import type { Block, Coded } from '../../model/index.ts';
import { isLeftOut } from '../../read/left-out.ts';
import { type Mark, marksOf, type Run, runsOf } from '../marks.ts';
import { directionOf, type Html, html, type View } from '../view.ts';
import { markLabel } from './markLabel.ts';

const FIELDS = new Set(['trigger', 'from', 'to', 'when', 'place', 'quantity', 'credit', 'track']);

/** A report as it was read: its own text with every mark in place, and the page around it folded away. */
export function articleText(view: View, coded: Coded): Html {
  const { article } = coded;
  const marks = marksOf(coded);
  const numbers = new Map([...coded.acts, ...coded.statements].map(({ id }, at) => [id, at + 1]));
  const seen = new Set<string>();
  const block = (one: Block) => blockText(view, coded, one, marks, numbers, seen);
  const groups = grouped(article.blocks);
  return html`<div class="article" lang="${article.language === 'und' ? '' : article.language}" dir="${directionOf(article.language)}">${groups.map(
    (blocks) => (isLeftOut(blocks[0]?.kind ?? null) ? folded(view, coded, blocks) : blocks.map(block)),
  )}</div>`;
}

/** Blocks of the page around the article that stand together. */
function grouped(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (last && isLeftOut(block.kind) && isLeftOut(last[0]?.kind ?? null)) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

function folded(view: View, { article }: Coded, blocks: readonly Block[]): Html {
  const { words } = view;
  const lines = blocks.reduce((sum, block) => sum + block.lines[1] - block.lines[0] + 1, 0);
  const part = ({ kind, start, end, why }: Block) => html`<p class="block ${kind}">${article.text.slice(start, end)}
<span class="why" lang="${words.locale}">${words.label('block', kind)}${why ? html`: <span lang="en">${why}</span>` : ''}</span></p>`;
  return html`<details class="page-parts"><summary lang="${words.locale}" dir="ltr">${words.count('report.chrome', lines)}</summary>${blocks.map(part)}</details>`;
}

function blockText(
  view: View,
  coded: Coded,
  block: Block,
  marks: readonly Mark[],
  numbers: ReadonlyMap<string, number>,
  seen: Set<string>,
): Html {
  const runs = runsOf(block.start, block.end, marks);
  const kind = view.words.label('block', block.kind);
  const lang = block.language ? html` lang="${block.language}" dir="${directionOf(block.language)}"` : '';
  return html`<p class="block ${block.kind}"${lang} data-kind="${kind}">${runs.map((run) => runText(view, coded, run, numbers, seen))}</p>\n`;
}

function runText(view: View, coded: Coded, run: Run, numbers: ReadonlyMap<string, number>, seen: Set<string>): Html {
  const text = coded.article.text.slice(run.start, run.end);
  const fresh = run.opening.filter(({ anchor }) => !seen.has(anchor));
  for (const { anchor } of fresh) seen.add(anchor);
  const notes = fresh
    .filter(({ kind }) => kind === 'act' || kind === 'statement')
    .map((mark) => noteLink(view, mark, numbers));
  const fields = run.marks.filter(({ kind }) => FIELDS.has(kind));
  const around = run.marks.filter(({ kind }) => !FIELDS.has(kind)).map(({ kind }) => `in-${kind}`);
  const classes = [...new Set(around)].join(' ');
  if (fields.length === 0) return html`${notes}${classes ? html`<span class="${classes}">${text}</span>` : text}`;
  return html`${notes}${fieldLink(view, coded, text, fields, fresh, classes)}`;
}

/** A number that leads to the note of an act or a statement, and is where links to it arrive. */
function noteLink(view: View, { kind, anchor }: Mark, numbers: ReadonlyMap<string, number>): Html {
  const name = view.words.text(kind === 'act' ? 'report.act' : 'report.statement');
  const number = numbers.get(anchor) ?? 0;
  return html`<sup class="note-ref" lang="${view.words.locale}"><a id="${anchor}" class="ref-${kind}" href="#note-${anchor}" aria-label="${name} ${number}">${number}</a></sup>`;
}

function fieldLink(
  view: View,
  coded: Coded,
  text: string,
  fields: readonly Mark[],
  fresh: readonly Mark[],
  classes: string,
): Html {
  const inner = fields.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0] as Mark;
  const labels = [...new Set(fields.map((mark) => markLabel(view, coded, mark)))];
  const anchors = fresh.filter(({ kind }) => FIELDS.has(kind)).map(({ anchor }) => anchor);
  const [id, ...others] = anchors;
  const target = inner.owner ? `#note-${inner.owner}` : `#note-${inner.anchor}`;
  const own = id ? html` id="${id}"` : '';
  const link = html`<a${own} class="mark m-${inner.kind} ${classes}" href="${target}" data-why="${labels.join('\n')}">${text}</a>`;
  return html`${others.map((other) => html`<span id="${other}"></span>`)}${link}`;
}
