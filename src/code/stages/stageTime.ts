import type { ActStatus, When } from '../../model/index.ts';
import type { StageWord } from '../../world/stage-words.ts';
import type { Place, SentenceView } from '../view.ts';
import type { TimePlacer } from '../when.ts';

/** How many sentences from the beginning are of the day of the news. */
const NEWS_SENTENCES = 3;

/** When a stage was, or is to be, reached; null where the text gives no time. */
export function stageTime(
  placer: TimePlacer,
  view: SentenceView,
  index: number,
  hit: Place,
  word: StageWord,
  status: ActStatus,
): { when: When | null; mention: { start: number; end: number } | null } {
  const told = placer.at(view, hit.from, status !== 'happened');
  // A state that holds says since when at the most: "in force since 2011".
  if (word.holds) return opens(told.when) ? told : { when: null, mention: null };
  if (told.when) return told;
  return isNews(view, index, hit, word) && status === 'happened'
    ? {
        when: placer.untold(
          index,
          view.arguments.flatMap(({ actors }) => actors),
        ),
        mention: null,
      }
    : { when: null, mention: null };
}

function opens(when: When | null): boolean {
  return when?.earliest != null && when.latest === null;
}

/** A verb in a main clause of the beginning: what the report is news of. */
function isNews(view: SentenceView, index: number, hit: Place, word: StageWord): boolean {
  return index < NEWS_SENTENCES && word.pos === 'verb' && view.clauseBetween(view.sentence.from, hit.from) === null;
}
