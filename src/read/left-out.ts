import type { BlockKind } from '../model/article.ts';

/** Whether what is of a kind is the page around an article, and not the article's own text; nothing is while it has no kind. */
export function isLeftOut(kind: BlockKind | null): boolean {
  return kind === 'chrome' || kind === 'teaser' || kind === 'spam';
}
