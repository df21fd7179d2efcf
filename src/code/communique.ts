import type { Speaker } from '../model/index.ts';
import type { Marked } from '../recognise/index.ts';
import { ANY_FORM, FIRST_PERSON } from '../world/inflect.ts';
import type { Quote } from './quotes.ts';
import type { SentenceView } from './view.ts';

/** So many sentences must say "we", outside quotation marks, for a page to be an office's own words. */
const LEAST = 2;

/** Whose own words a page is: "Bakanlığımız … kınıyoruz"; null where somebody reports. */
export function communiqueOf(marked: Marked, views: readonly SentenceView[], quotes: readonly Quote[]): Speaker | null {
  const { home } = marked.pack.settings;
  if (!home?.own) return null;
  const text = marked.article.text.toLowerCase();
  const isOwn = home.own.some((word) => isSaidOutside(text, word, quotes));
  if (!isOwn || views.filter((view) => saysWe(view, quotes)).length < LEAST) return null;
  const state = marked.world.knowledge.states.find(({ id }) => id === home.actor);
  return { name: state?.names['en']?.[0] ?? home.actor, id: null, actor: home.actor, kind: 'office' };
}

function isSaidOutside(text: string, word: string, quotes: readonly Quote[]): boolean {
  const at = text.indexOf(word);
  return at >= 0 && !quotes.some(({ start, end }) => start <= at && at < end);
}

/** A verb in the first person stands in the sentence, and not in somebody's quotation. */
function saysWe({ marked, triggers, speech }: SentenceView, quotes: readonly Quote[]): boolean {
  return [...triggers, ...speech].some(({ from, is }) => {
    const at = marked.tokens.start[from] as number;
    return is !== ANY_FORM && (is & FIRST_PERSON) !== 0 && !quotes.some(({ start, end }) => start <= at && at < end);
  });
}
