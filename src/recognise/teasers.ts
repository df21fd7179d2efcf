import type { Article } from '../model/index.ts';
import type { World } from '../world/index.ts';
import { tokenBuffer, tokenise } from '../world/tokenise.ts';
import { recognise } from './index.ts';
import type { Marked } from './marked.ts';
import { type Hits, match } from './match.ts';

/**
 * The teasers of other stories on a page, recognised as an article of their own; null when they name no long process, which a
 * look at their words alone tells.
 */
export function recogniseTeasers(article: Article, world: World): Marked | null {
  const pack = world.pack(article.language.slice(0, 2));
  const teasers = article.blocks.filter(({ kind }) => kind === 'teaser');
  if (!pack || teasers.length === 0) return null;
  const tokens = tokenBuffer(teasers.reduce((sum, { start, end }) => sum + end - start, 0));
  for (const { start, end } of teasers) tokenise(article.text, start, end, pack.vocabulary, tokens);
  if (!namesTrack(match(pack, tokens, article.text, world.knowledge))) return null;
  return recognise({ ...article, blocks: teasers.map((block) => ({ ...block, kind: 'paragraph' })) }, world);
}

function namesTrack({ names, stages }: Hits): boolean {
  return (
    names.some(({ entries }) => entries.some(({ kind }) => kind === 'initiative')) ||
    stages.some(({ entries }) => entries.some((entry) => entry.kind === 'track' || entry.word.place === 'own'))
  );
}
