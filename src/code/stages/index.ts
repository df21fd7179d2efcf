import type { StageFact, Statement, TrackMention, When } from '../../model/index.ts';
import type { Marked } from '../../recognise/index.ts';
import type { StageWord } from '../../world/stage-words.ts';
import { accordingTo } from '../according.ts';
import { shortId } from '../identify.ts';
import { linesOf } from '../lines.ts';
import type { Place, SentenceView } from '../view.ts';
import { TimePlacer } from '../when.ts';
import { trackAbout } from './about.ts';
import { isAsserted } from './asserted.ts';
import { byWhom } from './byWhom.ts';
import type { NamedTrack } from './named.ts';
import { stageStatus } from './stageStatus.ts';
import { stageTime } from './stageTime.ts';
import { TrackFinder, type WordHit, wordsOf } from './trackFinder.ts';

/** The tracks that a report names and the stages of them that it tells of. */
export interface Stages {
  tracks: TrackMention[];
  stages: StageFact[];
}

const NOTHING: Stages = { tracks: [], stages: [] };

/** Finds the stages of long processes in an article, or in the teasers on its page. Pure; most reports name none, and cost next to nothing. */
export function findStages(
  marked: Marked,
  views: readonly SentenceView[],
  statements: readonly Statement[],
  teaser = false,
): Stages {
  const first = views.findIndex(({ sentence }) => mayName(sentence));
  return first < 0 ? NOTHING : new StageFinder(marked, statements, teaser).find(views, first);
}

function mayName({ stages, names }: SentenceView['sentence']): boolean {
  return (
    stages.some(({ entries }) => entries.some((entry) => entry.kind === 'track' || entry.word.place === 'own')) ||
    names.some(({ entries }) => entries.some(({ kind }) => kind === 'initiative'))
  );
}

function leadsOn(view: SentenceView, hit: WordHit): boolean {
  return wordsOf(view, ({ stage }) => stage === 'link').some(({ from }) => from === hit.from);
}

/** "trừng phạt ~ vì mua": a word that is the second part of another's phrase. */
function isWithin(hit: Place, phrase: WordHit): boolean {
  return hit.from >= phrase.to && hit.to <= phrase.end;
}

function isBetween(hit: Place, verb: Place, track: Place): boolean {
  return (verb.to <= hit.from && hit.to <= track.from) || (track.to <= hit.from && hit.to <= verb.from);
}

/** Not a noun for a track, and not a link to one. */
function isStage({ kinds, stage }: StageWord): boolean {
  return kinds.length > 0 && stage !== 'track';
}

/** A fact with the word that tells it. */
interface Told {
  hit: WordHit;
  fact: StageFact;
}

/** "On Monday Washington sanctioned Ankara for buying …": of two steps the day is that of the nearer, unless "and" joins them. */
function ownTimes(view: SentenceView, facts: readonly Told[]): StageFact[] {
  return facts.map(({ hit, fact }) => {
    const { when } = fact.spans;
    const far = (other: StageFact): number => (when ? Math.abs(other.spans.word[0] - when[0]) : 0);
    const rival = facts.find(
      (other) =>
        other.hit !== hit &&
        other.fact.spans.when?.[0] === when?.[0] &&
        far(other.fact) < far(fact) &&
        !isJoinedTo(view, other.hit, hit),
    );
    if (!when || !rival) return fact;
    const { when: _, ...spans } = fact.spans;
    return { ...fact, when: null, spans };
  });
}

function isJoinedTo(view: SentenceView, one: Place, other: Place): boolean {
  const [from, to] = one.from < other.from ? [one.to, other.from] : [other.to, one.from];
  return one.from === other.from || view.ands.some((and) => and.from >= from && and.to <= to);
}

class StageFinder {
  readonly #marked: Marked;
  readonly #statements: readonly Statement[];
  readonly #finder: TrackFinder;
  readonly #placer: TimePlacer;
  readonly #tracks: TrackMention[] = [];
  readonly #stages = new Map<string, StageFact>();
  readonly #teaser: boolean;

  constructor(marked: Marked, statements: readonly Statement[], teaser: boolean) {
    this.#teaser = teaser;
    this.#marked = marked;
    this.#statements = statements;
    this.#finder = new TrackFinder(marked);
    this.#placer = new TimePlacer(marked);
  }

  find(views: readonly SentenceView[], first: number): Stages {
    views.forEach((view, index) => {
      this.#placer.hear(view, index);
      if (index >= first) this.#read(view, index);
    });
    return { tracks: this.#tracks, stages: [...this.#stages.values()] };
  }

  #read(view: SentenceView, index: number): void {
    const named = this.#finder.find(view, index);
    for (const track of named) this.#mention(view, track);
    const words = wordsOf(view, isStage);
    const told = words.flatMap((hit) => {
      const track = hit.entry.word.place === 'own' ? null : this.#about(view, index, hit, named);
      return track ? [{ hit, track }] : [];
    });
    // "halted deliveries of the F-35": a noun that only leads on to the track is no step beside the verb's.
    const steps = told.filter(
      ({ hit, track }) =>
        !told.some(
          (other) =>
            other.track === track &&
            (isWithin(hit, other.hit) || (leadsOn(view, hit) && isBetween(hit, other.hit, track))),
        ),
    );
    // "ratified Sweden's accession to NATO": there the accession is what was ratified, and no step of its own.
    const governed = new Set(told.map(({ track }) => track.to));
    const made = words.flatMap((hit) =>
      hit.entry.word.place === 'own'
        ? named
            .filter(({ how, to }) => how === 'own' && to === hit.to && !governed.has(to))
            .map((track) => ({ hit, track }))
        : [],
    );
    const facts: Told[] = [];
    // Arms of nobody in particular are no deal.
    for (const { hit, track } of [...steps, ...made])
      if (track.kind !== 'arms' || track.key.includes(':')) this.#note(view, index, hit, track, facts);
    for (const fact of ownTimes(view, facts)) this.#keep(fact);
  }

  #mention(view: SentenceView, track: NamedTrack): void {
    const { tokens } = this.#marked;
    const start = tokens.start[track.from] as number;
    this.#tracks.push({
      track: track.key,
      start,
      end: tokens.end[track.to - 1] as number,
      sentence: this.#extent(view),
    });
  }

  #about(view: SentenceView, index: number, hit: WordHit, named: readonly NamedTrack[]): NamedTrack | null {
    const about = trackAbout(view, hit, named);
    if (about || hit.entry.word.place !== 'next' || named.length > 0) return about;
    const before = this.#finder.before(view, index);
    return before && hit.entry.word.kinds.includes(before.kind)
      ? { ...before, from: hit.from, to: hit.to, how: 'referred' }
      : null;
  }

  #extent(view: SentenceView): [number, number] {
    const { tokens } = this.#marked;
    return [tokens.start[view.sentence.from] as number, tokens.end[view.sentence.to - 1] as number];
  }

  #note(view: SentenceView, index: number, hit: WordHit, track: NamedTrack, facts: Told[]): void {
    const status = stageStatus(view, hit);
    const { pos, place } = hit.entry.word;
    const strict = pos === 'noun' || (place === 'own' && (view.marked.pack.settings.verbFinal ?? false));
    if ((status === 'happened' || strict) && !isAsserted(view, hit, track)) return;
    const { when, mention } = stageTime(this.#placer, view, index, hit, hit.entry.word, status);
    const asOf = this.#marked.reference?.latest ?? null;
    const ahead = status === 'happened' && asOf !== null && (when?.earliest ?? '') > asOf;
    facts.push({ hit, fact: this.#fact(view, hit, track, ahead ? 'planned' : status, when, mention) });
  }

  #keep(fact: StageFact): void {
    // A headline that a page prints twice tells a thing once.
    const { start, end } = fact.evidence;
    const words = this.#teaser ? this.#marked.article.text.slice(start, end) : start;
    const key = [fact.track, fact.stage, fact.status, words].join(' ');
    if (!this.#stages.has(key)) this.#stages.set(key, fact);
  }

  #fact(
    view: SentenceView,
    hit: WordHit,
    track: NamedTrack,
    status: StageFact['status'],
    when: When | null,
    mention: { start: number; end: number } | null,
  ): StageFact {
    const { tokens, article, pack, reference } = this.#marked;
    const { word } = hit.entry;
    const [start, end] = this.#extent(view);
    const ends = (part: { from: number; to: number }): [number, number] => [
      tokens.start[part.from] as number,
      tokens.end[part.to - 1] as number,
    ];
    return {
      id: shortId('g', article.text.slice(start, end), track.key, word.stage, status, String(tokens.start[hit.from])),
      track: track.key,
      stage: word.stage,
      status,
      by: byWhom(view, hit, word, track),
      when,
      asOf: reference?.latest ?? null,
      according: accordingTo(this.#statements, start, end),
      evidence: { start, end },
      spans: { word: ends(hit), track: ends(track), ...(mention ? { when: [mention.start, mention.end] } : {}) },
      lines: linesOf(article, start, end),
      teaser: this.#teaser,
      why: `${pack.settings.code}/${word.id}.${track.how}`,
    };
  }
}
