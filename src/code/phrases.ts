import type { Marked, MarkedSentence, WordHit } from '../recognise/index.ts';
import { WORDS } from '../world/channels.ts';
import type { Sense } from '../world/senses.ts';
import { PUNCTUATION, SPACED } from '../world/tokenise.ts';

/** "EU-mediated talks": behind a hyphen a participle only describes. */
export function isHyphened({ tokens, pack, article }: Marked, sentence: MarkedSentence, at: number): boolean {
  if (!pack.inflected || at - 2 < sentence.from || tokens.kind[at - 1] !== PUNCTUATION) return false;
  const touches = (place: number): boolean => ((tokens.flags[place] as number) & SPACED) === 0;
  return article.text[tokens.start[at - 1] as number] === '-' && touches(at) && touches(at - 1);
}

/** The phrase "mediate talks" hides the talks, which are told all the same where it only describes them. */
export function behindHyphen(marked: Marked, sentence: MarkedSentence, hit: WordHit): WordHit[] {
  if (hit.to - hit.from < 2 || !isHyphened(marked, sentence, hit.from)) return [];
  const senses = sensesOf(marked, hit.from + 1, hit.to);
  return senses.length > 0 ? [{ ...hit, from: hit.from + 1, senses, shorter: [] }] : [];
}

/** "trade sanctions": the last word of a longer phrase tells of what class it is. */
export function endsInGoods(
  marked: Marked,
  sentence: MarkedSentence,
  goods: string,
  isNear: (at: number) => boolean,
): boolean {
  const isGoods = (at: number): boolean =>
    sensesOf(marked, at, at + 1).some((sense) => sense.kind === 'goods' && sense.value === goods);
  return sentence.words.some(({ from, to }) => to - from > 1 && isNear(from) && isGoods(to - 1));
}

/** What the words of `[from, to)` mean as one phrase of the lexicon. */
function sensesOf({ pack, tokens }: Marked, from: number, to: number): readonly Sense[] {
  let node = pack.trie.begin(tokens.id[from] as number);
  for (let at = from + 1; at < to && node !== 0; at++) node = pack.trie.step(node, tokens.id[at] as number);
  const list = node === 0 || pack.trie.ends(node) === 0 ? 0 : pack.trie.list(node, WORDS);
  return list === 0 ? [] : pack.sensesOf(list);
}
