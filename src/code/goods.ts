import { endsInGoods } from './phrases.ts';
import type { SentenceView } from './view.ts';

/** About how many tokens a word has where each character is one. */
export const UNSPACED_WORD = 3;
/** How many words may stand between a verb and the second part of its phrase. */
export const GAP = 18;

/** Whether a thing of a class stands after a verb in the same clause: "направил Сирии … зерна". */
export function goodsFollow(view: SentenceView, from: number, goods: string): boolean {
  const { initiatives } = view.marked.world.knowledge;
  const { spaces } = view.marked.pack.settings;
  const reach = spaces ? GAP : GAP * UNSPACED_WORD;
  const closing = spaces ? ';:' : '，。；：';
  const named = view.sentence.names.filter(({ entries }) =>
    entries.some((entry) => entry.kind === 'initiative' && initiatives[entry.ref]?.kind === goods),
  );
  const told = view.sentence.words.filter(({ senses }) =>
    senses.some((sense) => sense.kind === 'goods' && sense.value === goods),
  );
  const isNear = (at: number): boolean => at >= from && at - from <= reach && !view.hasMark(from, at, closing);
  return [...told, ...named].some((hit) => isNear(hit.from)) || endsInGoods(view.marked, view.sentence, goods, isNear);
}
