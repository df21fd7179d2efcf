import type { Article, Block } from '../model/article.ts';
import { isLeftOut } from './left-out.ts';

/** How `readout read` prints an article. */
export type RenderFormat = 'text' | 'markdown';

/** The article alone, without the page around it: plain text or Markdown. */
export function renderArticle(article: Article, format: RenderFormat = 'text'): string {
  const kept = article.blocks.filter((block) => !isLeftOut(block.kind));
  const parts = kept.map((block) => renderBlock(block, article.text.slice(block.start, block.end), format));
  const titled =
    kept.some((block) => block.kind === 'title') || article.title === null
      ? []
      : [format === 'markdown' ? `# ${article.title}` : article.title];
  return `${[...titled, ...parts].join('\n\n')}\n`;
}

function renderBlock(block: Block, text: string, format: RenderFormat): string {
  if (format === 'text') return text;
  if (block.kind === 'title') return `# ${text}`;
  if (block.kind === 'heading') return `## ${text.replace(/^#+\s*/, '')}`;
  if (block.kind === 'lead') return `**${text}**`;
  if (['caption', 'byline', 'dateline', 'credit'].includes(block.kind)) return `*${text}*`;
  return text;
}

/** What was dropped and why, a line a block: `lines 26: teaser (phrase: related ">>") text`. */
export function traceArticle(article: Article): string {
  const dropped = article.blocks.filter((block) => isLeftOut(block.kind));
  return dropped
    .map(({ kind, lines, why, start, end }) => {
      const text = article.text.slice(start, Math.min(end, start + 100)).replace(/\n/g, ' / ');
      return `${lines[0] === lines[1] ? `line ${lines[0]}` : `lines ${lines[0]}-${lines[1]}`}\t${kind}\t${why ?? ''}\t${text}\n`;
    })
    .join('');
}
