import type { Marked } from './marked.ts';

/** What stands between two positions, as the text has it; one token where no end is given. */
export function surface({ article, tokens }: Pick<Marked, 'article' | 'tokens'>, from: number, to = from + 1): string {
  return article.text.slice(tokens.start[from], tokens.end[to - 1]);
}
