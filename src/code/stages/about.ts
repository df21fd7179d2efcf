import { ANY_FORM } from '../../world/inflect.ts';
import type { SentenceView } from '../view.ts';
import { wordsBetween } from './between.ts';
import type { NamedTrack } from './named.ts';
import { asTrigger, followedByNoun, type WordHit, wordsOf } from './trackFinder.ts';

/** How far from a verb, and from a noun or an adjective, the track it is about may stand, in words. */
const VERB_REACH = 16;
const NOUN_REACH = 8;
/** How many other words may stand between them. */
const VERB_WORDS = 2;
const OBJECT_WORDS = 1;
const NOUN_WORDS = 1;

type Side = 'after' | 'before';

/** The track that a stage word is about: the nearest of its kinds on the side where it can stand; null when there is none. */
export function trackAbout(view: SentenceView, hit: WordHit, tracks: readonly NamedTrack[]): NamedTrack | null {
  const fitting = tracks.filter((track) => hit.entry.word.kinds.includes(track.kind));
  for (const side of sidesOf(view, hit)) {
    let best: { track: NamedTrack; apart: number } | null = null;
    for (const track of fitting) {
      const apart = distance(view, hit, track, side);
      if (Number.isFinite(apart) && apart < (best?.apart ?? Number.POSITIVE_INFINITY)) best = { track, apart };
    }
    if (best) return best.track;
  }
  return null;
}

/** On which sides the track may stand, the likelier first. */
function sidesOf(view: SentenceView, hit: WordHit): readonly Side[] {
  const { verbFinal } = view.marked.pack.settings;
  const { place } = hit.entry.word;
  if (place === 'after' || place === 'before') return [place];
  if (place !== 'object') return ['before', 'after'];
  if (verbFinal) return ['before'];
  if (isPassive(view, hit)) return ['before', 'after'];
  return ['after', 'before'];
}

/** What stands between a word and a track; a relative clause that commas close off does not. */
function stretch(view: SentenceView, hit: WordHit, track: NamedTrack, side: Side): [number, number] {
  if (side === 'after') return [hit.end, track.from];
  if (!isRelative(view, track.to, hit.from)) return [track.to, hit.from];
  for (let at = hit.from - 1; at > track.to + 1; at--) if (view.hasMark(at, at + 1, ',，')) return [at + 1, hit.from];
  return [track.to, hit.from];
}

/** "New START, signed in 2010", "New START ký năm 2010": right behind it, and with no object of its own. */
function isParticiple(view: SentenceView, hit: WordHit, from: number): boolean {
  const next = view.sentence.words.find((word) => word.from === hit.end);
  if (next?.senses.some(({ kind }) => kind === 'determiner')) return false;
  if (hit.entry.is === ANY_FORM) return hit.from === from;
  return hit.from - from <= 2 && !view.ands.some((and) => and.from >= from && and.to <= hit.from);
}

/** "the treaty, which Russia suspended" */
function isRelative(view: SentenceView, from: number, to: number): boolean {
  return view.clauses.some(
    (clause) => clause.value === 'relative' && clause.from >= from && clause.from - from <= 2 && clause.to <= to,
  );
}

function isPassive(view: SentenceView, hit: WordHit): boolean {
  return view.isPassive(asTrigger(hit)) || view.passiveBefore(hit.from, null) !== null;
}

/** "the Paris agreements, which ended the war": what has an object did not end itself. */
function hasObject(view: SentenceView, hit: WordHit): boolean {
  const word = view.sentence.words.find(({ from }) => from === hit.end);
  return (
    view.marked.pack.inflected &&
    (word?.senses.some(({ kind }) => kind === 'determiner') ?? followedByNoun(view, hit.end))
  );
}

/** "talks on the JCPOA collapsed": what stands behind a mark is no subject. */
function isMarked(view: SentenceView, track: NamedTrack): boolean {
  const links = wordsOf(view, ({ stage }) => stage === 'link');
  let at = track.from;
  for (;;) {
    const link = links.find(({ to }) => to === at);
    if (link) {
      at = link.from;
      continue;
    }
    const word = view.sentence.words.find(({ to }) => to === at);
    if (word?.senses.some(({ kind }) => kind === 'mark')) return true;
    // "the talks on restoring the deal ended": nor what another verb has as its object.
    if (
      view.verbs.some(({ to }) => to === at) ||
      wordsOf(view, ({ pos }) => pos === 'verb').some(({ to }) => to === at)
    )
      return true;
    if (word?.senses.some(({ kind }) => kind === 'determiner')) at = word.from;
    else if (at > view.sentence.from && '"“«('.includes(view.mark(at - 1)) && view.mark(at - 1) !== '') at--;
    else return false;
  }
}

/** "Power of Siberia 2 and the building of two reactors are going as planned": one subject of several. */
function isJoined(view: SentenceView, hit: WordHit, track: NamedTrack, side: Side): boolean {
  return side === 'before' && hit.entry.word.place === 'subject' && view.ands.some((and) => and.from === track.to);
}

/** How far a word and a track are apart; infinite when a clause, a verb, another stage word or other words part them. */
function distance(view: SentenceView, hit: WordHit, track: NamedTrack, side: Side): number {
  // "就伊核协议举行谈判": it stands within a phrase of two parts.
  if (track.from >= hit.to && track.to <= hit.end) return track.from - hit.to <= 2 ? 0 : Number.POSITIVE_INFINITY;
  const [from, to] = stretch(view, hit, track, side);
  const apart = to - from;
  if (hit.entry.word.place === 'subject' && hit.entry.word.pos === 'verb' && hasObject(view, hit))
    return Number.POSITIVE_INFINITY;
  const joined = isJoined(view, hit, track, side);
  const words = joined ? 0 : wordsBetween(view, from, to, side === 'before');
  const isNoun = hit.entry.word.pos === 'noun' && hit.entry.word.place !== 'subject';
  const { spaces, verbFinal } = view.marked.pack.settings;
  const wide = spaces ? 1 : 2;
  if (
    apart < 0 ||
    apart > (isNoun ? NOUN_REACH : VERB_REACH) * wide * (joined ? 2 : 1) ||
    isParted(view, hit, track, side, joined)
  )
    return Number.POSITIVE_INFINITY;
  // "signed the New START posters", "the New START talks collapsed": the name only says of what kind something else is.
  if (followedByNoun(view, track.to) && (side === 'before' || !isNoun)) return Number.POSITIVE_INFINITY;
  // "approved the accession, two days after parliament ratified it": only right behind it a verb may be its participle.
  const bare = side === 'before' && hit.entry.word.place === 'object' && !verbFinal && !isPassive(view, hit);
  if (bare && !isParticiple(view, hit, from) && !isRelative(view, from, to)) return Number.POSITIVE_INFINITY;
  if (
    side === 'before' &&
    !isNoun &&
    !hit.entry.word.holds &&
    !verbFinal &&
    (isMarked(view, track) || (words > 0 && view.hasMark(from, to, ',，')))
  )
    return Number.POSITIVE_INFINITY;
  const turned =
    (hit.entry.word.place === 'subject' && side === 'after') ||
    (hit.entry.word.place === 'object' && side === 'before');
  const most = isNoun || (turned && side === 'after') ? (verbFinal ? 0 : NOUN_WORDS) : verbWords(view, side);
  return words > most ? Number.POSITIVE_INFINITY : apart;
}

/** Where verbs are not inflected and follow one another, a word between may be one: only the way back to the subject is long. */
function verbWords(view: SentenceView, side: Side): number {
  const { pack } = view.marked;
  // Where the verb is last, its object or its subject stands right before it: another noun between is that.
  if (pack.settings.verbFinal) return 0;
  if (!pack.settings.spaces) return OBJECT_WORDS * 4;
  return side === 'before' ? VERB_WORDS : OBJECT_WORDS;
}

function isParted(view: SentenceView, hit: WordHit, track: NamedTrack, side: Side, joined: boolean): boolean {
  const [from, to] = stretch(view, hit, track, side);
  if (view.hasMark(from, to, ';:.。；：')) return true;
  if (side === 'after' && view.hasMark(from, to, ',，')) return true;
  // "X và việc xây dựng Y": what is joined may be a clause made a noun.
  if (joined) return view.clauses.some((clause) => clause.from >= from + 2 && clause.to <= to);
  if (view.hasMark(from, to, ',，') && view.ands.some((and) => and.from >= from && and.to <= to)) return true;
  if (
    hit.entry.word.place === 'subject' &&
    side === 'after' &&
    view.ands.some((and) => and.from >= from && and.to <= to)
  )
    return true;
  const clause = view.clauseBetween(from, to);
  // "the treaty, which was signed in 2010"
  // "việc Thụy Điển gia nhập NATO": the clause is itself what was ratified.
  if (clause?.to === to && side === 'after' && track.how === 'own')
    return wordsBetween(view, from, clause.from, false) > 0 || hasRival(view, hit, from, clause.from);
  if (clause && !(side === 'before' && clause.value !== 'end' && clause.from - from <= 2)) return true;
  if (side === 'after' && view.finiteVerbBetween(from + 1, to)) return true;
  return hasRival(view, hit, from, to);
}

/** Another stage word stands between, and is not joined to this one: "signed and ratified the treaty" is of both. */
function hasRival(view: SentenceView, hit: WordHit, from: number, to: number): boolean {
  return view.sentence.stages.some(
    (other) =>
      other.from >= from &&
      other.to <= to &&
      !other.entries.some((sense) => sense.kind === 'word' && sense.word.stage === 'link') &&
      other.entries.some(
        (sense) =>
          sense.kind === 'word' &&
          sense.word.place !== 'own' &&
          sense.word.place !== 'beside' &&
          sense.word.kinds.some((kind) => hit.entry.word.kinds.includes(kind)),
      ) &&
      !view.ands.some((and) => Math.abs(and.to - other.from) <= 2 || Math.abs(other.to - and.from) <= 1),
  );
}
