import type { ActStatus, ActType } from '../../model/index.ts';
import { BASE, GERUND } from '../../world/inflect.ts';
import { governing, isPurpose, sayings, strongest } from '../status.ts';
import type { SentenceView } from '../view.ts';
import { asTrigger, type WordHit } from './trackFinder.ts';

/** What somebody's threat, refusal, promise or demand makes of the stage it is about. */
const MADE_BY: Partial<Record<ActType, ActStatus>> = {
  THREATEN: 'threatened',
  REJECT: 'denied',
  AGREE: 'planned',
  REQUEST: 'proposed',
};

/** How far a stage was reached, from the words around the one that tells of it. */
export function stageStatus(view: SentenceView, hit: WordHit): ActStatus {
  if (hit.entry.word.holds) return heldStatus(view, hit);
  const trigger = asTrigger(hit);
  const said = sayings(view, trigger, statusWords(view, hit));
  const outer = governing(view, trigger) ?? reaching(view, hit);
  if (outer) said.push(outer.trigger.status ?? MADE_BY[outer.trigger.type] ?? 'hypothetical', ...sayings(view, outer));
  if (isPurpose(view, trigger)) said.push('planned');
  return strongest(said) ?? hit.entry.status ?? 'happened';
}

/** "the treaty, which Russia suspended, expired": a verb that tells of a stage says nothing of another finite verb. */
function statusWords(view: SentenceView, hit: WordHit): SentenceView['status'] {
  const isFiniteVerb =
    hit.entry.word.pos === 'verb' && view.marked.pack.inflected && (hit.entry.is & (BASE | GERUND)) === 0;
  if (!isFiniteVerb) return view.status;
  return view.status.filter(
    (word) => word.status.kind !== 'verb' || !view.sentence.stages.some((stage) => stage.from === word.from),
  );
}

/** Of a state only the word right before it speaks: "may be dead". */
function heldStatus(view: SentenceView, hit: WordHit): ActStatus {
  return view.status.find((word) => word.to === hit.from)?.status.status ?? 'happened';
}

/** "dọa rút khỏi", "sẵn sàng khởi động đàm phán": a phrase that tells of the threat or the promise together with its beginning. */
function reaching(view: SentenceView, hit: WordHit): SentenceView['triggers'][number] | undefined {
  return view.triggers.find(
    ({ from, to, trigger }) =>
      from < hit.from && to > hit.from && (trigger.status !== null || MADE_BY[trigger.type] !== undefined),
  );
}
