import { ANY_FORM, BASE, GERUND, PAST } from '../../world/inflect.ts';
import type { Place, SentenceView } from '../view.ts';
import type { NamedTrack } from './named.ts';
import { type WordHit, wordsOf } from './trackFinder.ts';

/** How far behind a noun the verb may stand that says that it came about, and how far before it. */
const OCCURS_AFTER = 16;
const OCCURS_BEFORE = 3;

/** Whether a sentence says that a stage was reached, as against asking for it or only speaking of it. */
export function isAsserted(view: SentenceView, hit: WordHit, track: NamedTrack): boolean {
  if (isQuestion(view)) return false;
  const { word } = hit.entry;
  if (word.place === 'own')
    return !isNominal(view, track) && (word.pos === 'noun' || isFiniteForm(view, hit)) && endsThere(view, track);
  // "thảo luận về việc gia hạn …": a verb made a noun is one.
  if (word.pos === 'verb') return isFiniteForm(view, hit) && (!isNominal(view, hit) || comesAbout(view, hit, track));
  return word.holds || word.place === 'subject' || comesAbout(view, hit, track);
}

function isQuestion(view: SentenceView): boolean {
  const { from, to } = view.sentence;
  return view.hasMark(Math.max(from, to - 2), to, '?？');
}

/** "việc Thụy Điển gia nhập NATO": a word that makes a noun of it leaves it open whether it was done. */
function isNominal(view: SentenceView, made: Place): boolean {
  return wordsOf(view, ({ stage }) => stage === 'nominal').some(({ to }) => to === made.from);
}

/** "中国加入世界贸易组织的原则": where nothing parts words, what goes on behind the name is a noun that it all describes. */
function endsThere(view: SentenceView, track: NamedTrack): boolean {
  const at = track.whole ?? track.to;
  return view.marked.pack.settings.spaces || at >= view.sentence.to || view.mark(at) !== '';
}

/** A form that can head a clause: no infinitive, no gerund, and no noun that looks like the verb ("a return to the deal"). */
function isFiniteForm(view: SentenceView, hit: WordHit): boolean {
  const { pack } = view.marked;
  const { is } = hit.entry;
  if (pack.settings.verbFinal) return (is & BASE) === 0 || isReported(view, hit);
  if (pack.decliner) return is !== BASE;
  if (!pack.inflected || is === ANY_FORM) return true;
  if (view.infinitives.some(({ to }) => to === hit.from)) return false;
  if (is === GERUND) return view.passive.some(({ to }) => to === hit.from);
  return is !== BASE || hasSubject(view, hit);
}

/** "çekildiğini söyledi", "çekiliyoruz.": a form that is one of a noun as well, before a verb of saying or at the end. */
function isReported(view: SentenceView, hit: WordHit): boolean {
  const saying = view.speech.some(({ from }) => from >= hit.end && from - hit.end <= 2);
  return saying || ((hit.entry.is & PAST) !== 0 && (hit.end >= view.sentence.to || view.mark(hit.end) !== ''));
}

/** "Russia and China sign the deal": several who do it stand right before the bare form. */
function hasSubject(view: SentenceView, hit: WordHit): boolean {
  return view.arguments.some(
    (argument) =>
      hit.from - argument.to >= 0 && hit.from - argument.to <= 1 && argument.marks.length === 0 && !argument.possessor,
  );
}

/** "The signing of … took place", "announced the suspension of …", "the collapse of … in August 2019". */
function comesAbout(view: SentenceView, hit: WordHit, track: Place): boolean {
  const end = Math.max(hit.end, track.to);
  const begin = Math.min(hit.from, track.from);
  const wide = view.marked.pack.settings.spaces ? 1 : 2;
  const { tokens } = view.marked;
  const dated = end < view.sentence.to && view.sentence.times.some(({ start }) => start === tokens.start[end]);
  if (dated) return true;
  return wordsOf(view, ({ stage }) => stage === 'occurs').some(
    ({ from, to, entry }) =>
      (from >= end && from - end <= OCCURS_AFTER * wide && view.clauseBetween(end, from) === null) ||
      (entry.word.place !== 'subject' && to <= begin && begin - to <= OCCURS_BEFORE),
  );
}
