import { surface } from '../recognise/surface.ts';
import type { Frame } from '../world/frames.ts';
import type { SentenceView, TriggerHit } from './view.ts';

/** A verb of asking: where verbs stand last, the same word says what somebody wants for himself and what he asks of others. */
export function asks(hit: TriggerHit, frame: Frame): boolean {
  return hit.trigger.type === 'REQUEST' && frame.pos === 'verb';
}

/** "Türkiye'nin ilişkileri geliştirmek istediğini": what somebody wants to do is asked of nobody. */
export function fitsWish(view: SentenceView, hit: TriggerHit, frame: Frame): boolean {
  if (!asks(hit, frame) || !frame.slots.some((slot) => slot.role === 'B' && slot.cases.includes('gen'))) return true;
  return hit.from < 1 || !view.marked.pack.suffixes?.isVerb(wordBefore(view, hit));
}

/** "İsrail'in saldırıları durdurmasını istediğini": what is asked for stands right before; else whoever owns the asking asks. */
export function isWished(view: SentenceView, hit: TriggerHit): boolean {
  return view.marked.pack.suffixes?.isWish(wordBefore(view, hit)) ?? true;
}

function wordBefore(view: SentenceView, { from }: TriggerHit): string {
  return surface(view.marked, from - 1);
}
