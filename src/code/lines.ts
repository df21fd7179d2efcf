import type { Article, LineRange } from '../model/index.ts';

/** The lines of the input that a stretch of an article lies on: its block's line, counted on by line breaks within. */
export function linesOf(article: Article, start: number, end: number): LineRange {
  const block =
    article.blocks.find((candidate) => candidate.start <= start && start < candidate.end) ?? article.blocks[0];
  if (!block) return [1, 1];
  if (block.lines[0] === block.lines[1]) return [block.lines[0], block.lines[1]];
  const first = block.lines[0] + breaks(article.text, block.start, start);
  return [first, first + breaks(article.text, start, Math.min(end, block.end))];
}

function breaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
