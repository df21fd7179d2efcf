import type { Argument, Marked } from '../../recognise/index.ts';
import type { Initiative } from '../../world/knowledge.ts';
import type { StageEntry, StageWord } from '../../world/stage-words.ts';
import type { TrackKind } from '../../world/track-kinds.ts';
import { fill } from '../fill.ts';
import type { Place, SentenceView, TriggerHit } from '../view.ts';
import { buyerOf } from './buyer.ts';
import type { NamedTrack } from './named.ts';

/** For how many sentences "the agreement" can stand for one that was named. */
const MEMORY = 3;
/** How far before "application" the one whose it is may stand. */
const OWNER_REACH = 3;
const SUBJECT_REACH = 8;
/** How far behind a verb the organisation may stand that somebody joins. */
const NEAR = 2;
/** How many nouns in a row may belong to a name: "dự án | đường ống dẫn khí | …". */
const MOST_HEADS = 3;

type Word = Extract<StageEntry, { kind: 'word' }>;

/** Finds the tracks that each sentence of a report names, going through it from the beginning. */
export class TrackFinder {
  readonly #marked: Marked;
  readonly #kindOf = new Map<string, TrackKind>();
  /** What was named lately, the latest last, with the sentence it was named in. */
  #focus: { track: NamedTrack; sentence: number }[] = [];
  /** The last application of each applicant, in the whole report. */
  readonly #applications = new Map<string, string>();

  constructor(marked: Marked) {
    this.#marked = marked;
    for (const kind of marked.world.knowledge.trackKinds.values())
      for (const initiative of kind.initiatives) this.#kindOf.set(initiative, kind);
  }

  /** The tracks of one sentence, in the order of the text. */
  find(view: SentenceView, index: number): NamedTrack[] {
    const named = [...this.#byName(view), ...this.#described(view)].map((track) => withHead(view, track));
    const found = [...named, ...this.#made(view)];
    const told = [...found, ...this.#referred(view, index, found)].sort((a, b) => a.from - b.from);
    this.#focus = this.#focus.filter(({ sentence }) => index - sentence < MEMORY);
    for (const track of told) {
      this.#focus = this.#focus.filter((other) => other.track.key !== track.key);
      this.#focus.push({ track, sentence: index });
    }
    return told;
  }

  /** The one track that the sentence before named, if it lies in the same block and named no other. */
  before(view: SentenceView, index: number): NamedTrack | null {
    const last = this.#focus.filter(({ sentence }) => sentence === index - 1);
    const [only] = last;
    const block = this.#marked.sentences[index - 1]?.block;
    return only && last.length === 1 && block === view.sentence.block ? only.track : null;
  }

  #byName(view: SentenceView): NamedTrack[] {
    const { initiatives } = this.#marked.world.knowledge;
    return view.sentence.names.flatMap(({ from, to, entries }) => {
      const entry = entries.find((one) => one.kind === 'initiative');
      const initiative = entry && initiatives[entry.ref];
      return initiative ? this.#keyed(view, { from, to }, initiative, 'named') : [];
    });
  }

  #keyed(
    view: SentenceView,
    place: { from: number; to: number },
    named: Initiative,
    how: NamedTrack['how'],
  ): NamedTrack[] {
    const { trackKinds } = this.#marked.world.knowledge;
    const kind = this.#kindOf.get(named.kind) ?? trackKinds.get(named.kind);
    if (!kind) return [];
    if (kind.by !== 'buyer') return [{ ...place, key: named.id, kind: kind.id, how, owner: null }];
    const makers = this.#marked.world.knowledge.makers.get(named.id);
    const known = this.#focus.findLast(({ track }) => track.key.startsWith(`${named.id}:`))?.track.key;
    const buyer = makers ? buyerOf(view, place, named, makers) : null;
    const key = buyer ? `${named.id}:${buyer}` : (known ?? named.id);
    return [{ ...place, key, kind: kind.id, how, owner: null }];
  }

  /** "the Russian proposals on security guarantees": common words, meant only in their time and of their parties. */
  #described(view: SentenceView): NamedTrack[] {
    const { tracks } = this.#marked.world.knowledge;
    return view.sentence.stages.flatMap(({ from, to, entries }) => {
      const described = entries.flatMap((one) => (one.kind === 'track' ? (tracks[one.ref] ?? []) : []));
      const track = described.length > 0 ? this.#meant(view, described) : null;
      return track ? this.#keyed(view, { from, to }, track, 'described') : [];
    });
  }

  /** Of the tracks that share a description the one of this time whose parties are named most, two at the least. */
  #meant(view: SentenceView, tracks: readonly Initiative[]): Initiative | null {
    const { sentences } = this.#marked;
    const open = [view.sentence, ...sentences.slice(0, MEMORY)];
    const named = new Set(open.flatMap((sentence) => sentence.arguments.flatMap(({ actors }) => actors)));
    let best: Initiative | null = null;
    let most = 0;
    for (const track of tracks) {
      const count = track.parties.filter((party) => named.has(party)).length;
      if (count <= most || count < Math.min(2, track.parties.length) || !this.#isOfItsTime(track)) continue;
      [best, most] = [track, count];
    }
    return best;
  }

  #isOfItsTime({ from, to }: Initiative): boolean {
    const { reference } = this.#marked;
    if (!reference || (from && reference.latest < from)) return false;
    return !to || reference.earliest <= to;
  }

  /** "Türkiye applied to join BRICS", "Sweden's accession to NATO": the words that make an application. */
  #made(view: SentenceView): NamedTrack[] {
    return wordsOf(view, (word) => word.place === 'own').flatMap((hit) => {
      const { A, B } = this.#turned(this.#sides(view, hit));
      const [kind] = hit.entry.word.kinds;
      if (!A || !kind) return [];
      const owned = A.to <= hit.from && hit.from - A.to <= (A.possessor ? OWNER_REACH : 0);
      const place = { from: owned ? A.from : hit.from, to: hit.to, whole: Math.max(hit.end, B?.to ?? 0) };
      const organisation = B ? this.#organisationOf(B) : null;
      // "Finland and Sweden applied": each for itself.
      return A.actors.flatMap((applicant): NamedTrack[] => {
        const key = this.#application(kind, applicant, organisation);
        return key ? [{ ...place, key, kind, how: 'own', owner: { ...A, actors: [applicant] } }] : [];
      });
    });
  }

  /** "NATO invited Sweden to join": the organisation may be the one that acts. */
  #turned({ A, B }: { A?: Argument; B?: Argument }): { A?: Argument; B?: Argument } {
    const turned = A && B && this.#organisationOf(A) !== null && stateIn(B, this.#organisations) !== null;
    return turned ? { A: B, B: A } : { A, B };
  }

  /** The key of an application; without an organisation that of the last one by this applicant. */
  #application(kind: string, applicant: string, organisation: string | null): string | undefined {
    if (this.#organisations.has(applicant)) return undefined;
    const key = organisation ? `${kind}:${applicant}:${organisation}` : this.#applications.get(applicant);
    if (key) this.#applications.set(applicant, key);
    return key;
  }

  /**
   * Who applies and to whom: those within and behind a phrase of two parts ("заявка Турции на вступление в …"), right before the
   * word ("việc Thụy Điển gia nhập", "Sweden's NATO bid"), as its frames say; else the subject ("withdrew its application to …").
   */
  #sides(view: SentenceView, hit: WordHit): { A?: Argument; B?: Argument } {
    const behind = this.#after(view, hit.end);
    if (hit.end > hit.to) {
      const within = view.arguments.find(({ from }) => from >= hit.to && from - hit.to <= 1);
      // "became NATO's newest member"
      if (within && within.to <= hit.end && this.#organisationOf(within))
        return { A: this.#subject(view, hit), B: within };
      return { A: within ?? this.#subject(view, hit), B: behind };
    }
    const { A, B } = fill(view, asTrigger(hit))?.slots ?? {};
    const near = B && (B.from < hit.from || B.from - hit.end <= NEAR || hit.entry.word.pos === 'noun');
    const whole = B && near && this.#whole(view, B) ? B : undefined;
    const beside = view.arguments.find((argument) => argument.to === hit.from);
    if (beside && stateIn(beside, this.#organisations)) return { A: beside, B: whole ?? behind };
    const owner =
      beside && view.arguments.find(({ possessor, to }) => possessor && to <= beside.from && beside.from - to <= 1);
    if (owner && this.#organisationOf(beside)) return { A: owner, B: beside };
    if (A) return { A, B: whole };
    return hit.entry.word.pos === 'noun' && behind ? { A: this.#subject(view, hit), B: behind } : {};
  }

  /** The nearest bare noun phrase before a word that names one state. */
  #subject(view: SentenceView, hit: WordHit): Argument | undefined {
    return view.arguments.findLast(
      (argument) =>
        argument.to <= hit.from &&
        hit.from - argument.to <= SUBJECT_REACH &&
        (argument.marks.length === 0 || argument.marks.includes('nom')) &&
        !argument.adjectival &&
        stateIn(argument, this.#organisations) !== null,
    );
  }

  /** The organisation right behind a word. */
  #after(view: SentenceView, at: number): Argument | undefined {
    const next = view.arguments.find(({ from }) => from >= at && from - at <= 2);
    return next && this.#whole(view, next) ? next : undefined;
  }

  get #organisations(): ReadonlySet<string> {
    return organisationsOf(this.#marked.world.knowledge.organisations);
  }

  #organisationOf(argument: Argument): string | null {
    const [actor] = argument.actors;
    return actor && argument.actors.length === 1 && this.#organisations.has(actor) ? actor : null;
  }

  /** "joined NATO exercises": an organisation that only qualifies the noun behind it is nobody to join. */
  #whole(view: SentenceView, argument: Argument): boolean {
    if (view.marked.pack.settings.verbFinal)
      return argument.cases.some((name) => name === 'dat' || name === 'gen') && isBare(view, argument);
    // "the NATO alliance" is NATO.
    const headed = wordsOf(view, ({ stage }) => stage === 'head').some(({ from }) => from === argument.to);
    return headed || (!argument.adjectival && !argument.possessor && !followedByNoun(view, argument.to));
  }

  /** "the treaty", "đường ống": a noun for the last track of its kind, if only one can be meant. */
  #referred(view: SentenceView, index: number, found: readonly NamedTrack[]): NamedTrack[] {
    return wordsOf(view, (word) => word.stage === 'track' && word.place !== 'own').flatMap((hit) => {
      const fits = (track: NamedTrack): boolean => hit.entry.word.kinds.includes(track.kind);
      if (found.some((track) => fits(track) || (track.from < hit.to && hit.from < track.to))) return [];
      const near = this.#focus.filter(({ track, sentence }) => index - sentence <= MEMORY && fits(track));
      const last = near.at(-1);
      const rivals = near.filter(({ sentence }) => sentence === last?.sentence);
      if (!last || rivals.length !== 1) return [];
      return [{ ...last.track, from: hit.from, to: hit.to, how: 'referred' as const }];
    });
  }
}

/** A stage word at its place, read by one row. */
export interface WordHit extends Place {
  entry: Word;
  /** Where its second part ends, for a phrase of two; else where the word does. */
  end: number;
}

/** The stage words of a sentence that are wholly there. */
export function wordsOf(view: SentenceView, keep: (word: StageWord) => boolean): WordHit[] {
  return view.sentence.stages.flatMap(({ from, to, entries }) =>
    entries.flatMap((entry) => {
      if (entry.kind !== 'word' || !keep(entry.word)) return [];
      const end = entry.tail ? view.tailEnd(to, entry.tail) : to;
      return end > 0 ? [{ from, to, entry, end }] : [];
    }),
  );
}

/** "the F-35 programme", "chương trình F-35": a noun that belongs to the name. */
function withHead(view: SentenceView, track: NamedTrack): NamedTrack {
  const heads = wordsOf(view, ({ stage }) => stage === 'head');
  let { from, to } = track;
  for (let step = 0; step < MOST_HEADS; step++) {
    to = heads.find((hit) => hit.from === to)?.to ?? to;
    // "chương trình máy bay tiêm kích | F-35": the noun may reach into the name.
    from = heads.find((hit) => hit.from < from && hit.to >= from && hit.to <= to)?.from ?? from;
  }
  return { ...track, from, to };
}

/** A stage word as a trigger, for the grammar of acts: an act that has no side effects there. */
export function asTrigger({ from, to, entry: { word, is, status } }: WordHit): TriggerHit {
  const { id, pos, frames } = word;
  const trigger = { id, pos, type: 'SUPPORT' as const, mode: null, status, subtype: null, frames };
  return { from, to, trigger, is, whole: false, cases: [] };
}

const KNOWN = new WeakMap<object, ReadonlySet<string>>();
/** Whom states apply to join. */
const JOINED = new Set(['igo', 'union', 'alliance', 'group', 'bank', 'court']);

function organisationsOf(list: readonly { id: string; kind: string }[]): ReadonlySet<string> {
  const known = KNOWN.get(list);
  if (known) return known;
  const made = new Set(list.filter(({ kind }) => JOINED.has(kind)).map(({ id }) => id));
  KNOWN.set(list, made);
  return made;
}

function stateIn(argument: Argument, organisations: ReadonlySet<string>): string | null {
  const [actor] = argument.actors;
  return actor && !argument.actors.some((one) => organisations.has(one)) ? actor : null;
}

/** "AB'ye", not "AB Zirvesi'ne": nothing but an ending stands behind the name. */
function isBare(view: SentenceView, argument: Argument): boolean {
  const name = view.sentence.names.find(({ from }) => from === argument.from);
  return (
    name !== undefined &&
    argument.to - name.to <= 2 &&
    (argument.to === name.to || view.hasMark(name.to, name.to + 1, "'’"))
  );
}

/** A small word of no table right behind: the noun that the name before it belongs to. */
export function followedByNoun(view: SentenceView, at: number): boolean {
  const { tokens, pack, article } = view.marked;
  const { adjectiveFirst, spaces, caseMarks, verbFinal } = pack.settings;
  if (!adjectiveFirst || !spaces || caseMarks || verbFinal || at >= view.sentence.to) return false;
  const start = tokens.start[at] as number;
  const { words, stages, times } = view.sentence;
  const known =
    words.some((hit) => hit.from === at) ||
    stages.some((hit) => hit.from === at) ||
    times.some((time) => time.start === start);
  return !known && /^\p{Ll}/u.test(article.text.slice(start, tokens.end[at]));
}
