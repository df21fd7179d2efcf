import type { WordHit } from '../recognise/index.ts';
import { NUMBER } from '../world/tokenise.ts';
import type { SentenceView } from './view.ts';

/** "将古巴列入名单": before a noun phrase 将 is a mark, before a verb it says "will". */
export function marksNoun(view: SentenceView, hit: WordHit): boolean {
  const isMark = hit.senses.some((sense) => sense.kind === 'mark');
  return isMark && (view.sentence.arguments.some((argument) => argument.from === hit.to) || isCounted(view, hit.to));
}

/** "将一艘军舰移交…", "将3家企业列入…": where nothing parts words, a count begins a noun phrase. */
function isCounted(view: SentenceView, at: number): boolean {
  const { tokens, pack } = view.marked;
  if (pack.settings.spaces) return false;
  return (
    tokens.kind[at] === NUMBER ||
    view.sentence.words.some(({ from, senses }) => from === at && senses.some(({ kind }) => kind === 'determiner'))
  );
}
