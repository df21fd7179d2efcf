import type { StageFact, Statement, TrackMention, When } from '../../model/index.ts';
import type { Marked } from '../../recognise/index.ts';
import { BASE } from '../../world/inflect.ts';
import type { StageWord } from '../../world/stage-words.ts';
import { accordingTo } from '../according.ts';
import { shortId } from '../identify.ts';
import { linesOf } from '../lines.ts';
import type { SentenceView } from '../view.ts';
import { TimePlacer } from '../when.ts';
import { trackAbout } from './about.ts';
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

/** Finds the stages of long processes. Pure; most reports name none, and cost next to nothing. */
export function findStages(marked: Marked, views: readonly SentenceView[], statements: readonly Statement[]): Stages {
  const first = views.findIndex(({ sentence }) => mayName(sentence));
  return first < 0 ? NOTHING : new StageFinder(marked, statements).find(views, first);
}

function mayName({ stages, names }: SentenceView['sentence']): boolean {
  return (
    stages.some(({ entries }) => entries.some((entry) => entry.kind === 'track' || entry.word.place === 'own')) ||
    names.some(({ entries }) => entries.some(({ kind }) => kind === 'initiative'))
  );
}

/** "việc Thụy Điển gia nhập NATO": a word that makes a noun of it leaves it open whether it was done. */
function isNominal(view: SentenceView, track: NamedTrack): boolean {
  return wordsOf(view, ({ stage }) => stage === 'nominal').some(({ to }) => to === track.from);
}

/** "its aspirations to join the EU": an infinitive of which nothing says that it was done. */
function isInfinitive(view: SentenceView, hit: WordHit): boolean {
  if (hit.entry.word.pos !== 'verb') return false;
  const { inflected, decliner } = view.marked.pack;
  return inflected ? view.infinitives.some((word) => word.to === hit.from) : decliner !== null && hit.entry.is === BASE;
}

/** Not a noun for a track, and not a link to one. */
function isStage({ kinds, stage }: StageWord): boolean {
  return kinds.length > 0 && stage !== 'track';
}

class StageFinder {
  readonly #marked: Marked;
  readonly #statements: readonly Statement[];
  readonly #finder: TrackFinder;
  readonly #placer: TimePlacer;
  readonly #tracks: TrackMention[] = [];
  readonly #stages = new Map<string, StageFact>();

  constructor(marked: Marked, statements: readonly Statement[]) {
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
    // "ratified Sweden's accession to NATO": there the accession is what was ratified, and no step of its own.
    const governed = new Set(told.map(({ track }) => track.to));
    const made = words.flatMap((hit) => {
      const track =
        hit.entry.word.place === 'own' ? named.find(({ how, to }) => how === 'own' && to === hit.to) : undefined;
      return track && !governed.has(track.to) && !isNominal(view, track) ? [{ hit, track }] : [];
    });
    // Arms of nobody in particular are no deal.
    for (const { hit, track } of [...told, ...made])
      if (track.kind !== 'arms' || track.key.includes(':')) this.#keep(view, index, hit, track);
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

  #keep(view: SentenceView, index: number, hit: WordHit, track: NamedTrack): void {
    const status = stageStatus(view, hit);
    if (status === 'happened' && isInfinitive(view, hit)) return;
    const { when, mention } = stageTime(this.#placer, view, index, hit, hit.entry.word, status);
    const asOf = this.#marked.reference?.latest ?? null;
    const ahead = status === 'happened' && asOf !== null && (when?.earliest ?? '') > asOf;
    const fact = this.#fact(view, hit, track, ahead ? 'planned' : status, when, mention);
    const key = [fact.track, fact.stage, fact.status, fact.evidence.start].join(' ');
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
      id: shortId('g', article.text.slice(start, end), track.key, word.stage, status, String(hit.from)),
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
      why: `${pack.settings.code}/${word.id}.${track.how}`,
    };
  }
}
