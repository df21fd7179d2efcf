import type { When } from '../model/index.ts';
import type { Marked, MarkedSentence, TimeMention } from '../recognise/index.ts';
import { surface } from '../recognise/surface.ts';
import { resolveTime } from '../recognise/times/index.ts';
import { endsInOneOf } from '../world/endings.ts';
import type { SentenceView } from './view.ts';

/** How many days before the publication the news of a report can lie. */
const NEWS_DAYS = 8;
/** How many sentences a named day goes on to hold. */
const MEMORY = 3;
/** How many sentences from the beginning may name the day of the news. */
const OPENING = 3;
/** What a comma between a time and a trigger counts, in tokens, and from where on the two no longer belong together. */
const COMMA = 5;
const APART = 40;
/** Blocks that tell; a date line only dates the page. */
const TELLING = new Set<string>(['title', 'lead', 'paragraph']);

/** Places the acts of one report in time: by the times of their sentence, else by the day the report tells of. */
export class TimePlacer {
  readonly #marked: Marked;
  /** The day the narrative stands at, for "a day earlier"; moves on as the report is read. */
  #anchor: string | null = null;
  /** The day of the news. */
  #newsDay: When | null = null;
  /** The latest day that the report named, and in which sentence. */
  #told: When | null = null;
  #toldIn = Number.NEGATIVE_INFINITY;
  /** Of whom that sentence spoke: the day holds for them. */
  #toldOf: ReadonlySet<string> = new Set();

  readonly #anchors = new Map<TimeMention, string>();

  constructor(marked: Marked) {
    this.#marked = marked;
    this.#newsDay = this.#findNewsDay();
  }

  /** The time of what a trigger at a token position tells, and where it is read. */
  at(
    view: SentenceView,
    position: number,
    future: boolean,
    isPast = false,
  ): { when: When | null; mention: TimeMention | null } {
    const mention = this.#nearest(view.sentence, view, position, future);
    if (!mention || this.#isAnothers(view, mention, position) || this.#isOfParticiple(view.sentence, mention, position))
      return { when: null, mention: null };
    const isBehind = mention.start < (this.#marked.tokens.start[position] as number);
    // "В апреле они договорились": when a promise was made lies behind, when it is kept ahead.
    const ahead = future && !(isPast && isBehind) && !this.#isOfSaying(view, mention);
    const when = this.resolve(mention, ahead, this.#isSince(view, mention, position));
    const isOver = future && !isBehind && this.#isOver(when);
    return isOver ? { when: null, mention: null } : { when, mention };
  }

  /** "承诺取消根据2025年4月8日行政令加征的关税": a day named after a plan that was over when it was told is not the plan's. */
  #isOver(when: When | null): boolean {
    const { reference, pack } = this.#marked;
    return !pack.settings.spaces && (when?.latest ?? '9999') < (reference?.earliest ?? '');
  }

  /** "外长5日说，…": a day right before a verb of saying, with no space to part them, is when it was said. */
  #isOfSaying(view: SentenceView, mention: TimeMention): boolean {
    const { tokens, pack } = this.#marked;
    return !pack.settings.spaces && view.speech.some((hit) => tokens.start[hit.from] === mention.end);
  }

  /** The day for an act whose sentence gives none: the one told a few sentences before, else the day of the news. */
  untold(index: number, parties: readonly string[]): When | null {
    const told = this.#told;
    const isAhead = (told?.earliest ?? '') > (this.#marked.reference?.latest ?? '9999');
    if (told && !isAhead && parties.every((party) => this.#toldOf.has(party)) && index - this.#toldIn <= MEMORY)
      return { ...told, basis: 'inferred', why: `told shortly before: ${told.why}` };
    return this.#newsDay;
  }

  /** The day that a sentence named is that of these parties' deed, and says nothing of others'. */
  narrow(parties: readonly string[]): void {
    this.#toldOf = new Set(parties);
  }

  /** Moves on to a sentence and takes note of the days it names. */
  hear(view: SentenceView, index: number): void {
    this.#told = index - this.#toldIn > MEMORY ? null : this.#told;
    const before = this.#told;
    for (const mention of view.sentence.times)
      if (!this.#isOfParticiple(view.sentence, mention)) this.resolve(mention, false);
    if (this.#told === before) return;
    this.#toldIn = index;
    this.#toldOf = new Set(view.arguments.flatMap((argument) => argument.actors));
  }

  resolve(mention: TimeMention, future: boolean, since = false): When | null {
    const { reference, article } = this.#marked;
    // A mention is first read as it is heard; read again, it still counts from what was told before it.
    const anchor = this.#anchors.get(mention) ?? this.#anchor;
    if (anchor) this.#anchors.set(mention, anchor);
    const resolved = resolveTime(mention.value, {
      reference,
      anchor,
      dayFirst: article.language !== 'en',
      future,
    });
    if (!resolved) return null;
    const phrase = article.text.slice(mention.start, mention.end);
    if (since && resolved.earliest)
      return {
        earliest: resolved.earliest,
        latest: reference?.latest ?? null,
        basis: 'inferred',
        why: `since "${phrase}": ${resolved.why} (${mention.rule})`,
      };
    const when: When = {
      earliest: resolved.earliest,
      latest: resolved.latest,
      basis: resolved.basis,
      why: `"${phrase}": ${resolved.why} (${mention.rule})`,
    };
    if (resolved.precision === 'day' && resolved.earliest && !future) {
      this.#anchor = resolved.earliest;
      this.#told = when;
    }
    return when;
  }

  /** "They summed up 2021, and wished …": a year or month on the other side of a comma is not when the second was done. */
  #isAnothers(view: SentenceView, mention: TimeMention, position: number): boolean {
    const { value } = mention;
    if (value.kind !== 'date' || value.day !== null || this.#newsDay === null) return false;
    const at = tokenAt(this.#marked.tokens.start, mention.start, view.sentence.from, view.sentence.to);
    const [left, right] = at < position ? [at, position] : [position, at];
    return (
      at > view.sentence.from + 2 &&
      view.hasMark(left, right, ',，') &&
      view.verbs.some((verb) => verb.to <= at && at < position)
    );
  }

  /** "освободил моряков, задержанных во вторник": behind a comma and a participle the time is that of what the participle tells. */
  #isOfParticiple({ from, to }: MarkedSentence, mention: TimeMention, position = from): boolean {
    const { tokens, pack, article } = this.#marked;
    const endings = pack.settings.participleEndings;
    if (!endings) return false;
    const time = tokenAt(tokens.start, mention.start, from, to);
    const isBefore = position > time;
    // "власти, взявшие город в июле, дали …": the comma behind it ends the phrase.
    if (isBefore && !article.text.slice(mention.end, tokens.start[position]).includes(',')) return false;
    for (let at = time - 1; at > (isBefore ? from : position); at--) {
      if (article.text[tokens.start[at] as number] !== ',') continue;
      const word = surface(this.#marked, at + 1);
      return at + 1 < time && word.length > 5 && endsInOneOf(word, endings);
    }
    return false;
  }

  /** "Since war broke out in February, the two have met": the day is in the clause of "since", the deed is not. */
  #isSince(view: SentenceView, mention: TimeMention, position: number): boolean {
    const { tokens } = this.#marked;
    const at = tokenAt(tokens.start, mention.start, view.sentence.from, view.sentence.to);
    if (at >= position) return false;
    const opener = view.clauseBetween(view.sentence.from, at);
    return opener?.value === 'since' && view.hasMark(at, position, ',，') && !view.hasMark(opener.to, at, ',，');
  }

  /** "指责巴基斯坦上月放任…": where a time stands before its verb, one behind an object of the verb tells of something else. */
  #isOfObject(view: SentenceView, from: number, position: number): boolean {
    if (this.#marked.pack.settings.spaces || from <= position) return false;
    return (
      view.markBetween(position + 1, from) ||
      view.arguments.some((argument) => argument.from > position && argument.to <= from)
    );
  }

  #nearest(sentence: MarkedSentence, view: SentenceView, position: number, future: boolean): TimeMention | null {
    const { tokens, pack } = this.#marked;
    // A word is about two tokens where each character is one.
    const apart = pack.settings.spaces ? APART : 2 * APART;
    let best: TimeMention | null = null;
    let bestCost = Number.POSITIVE_INFINITY;
    for (const mention of sentence.times) {
      const from = tokenAt(tokens.start, mention.start, sentence.from, sentence.to);
      if (!future && this.#isOfObject(view, from, position)) continue;
      const [left, right] = from < position ? [from, position] : [position, from];
      const barrier =
        (view.clauseBetween(left, right) ? 12 : 0) +
        (view.finiteVerbBetween(left + 1, right) ? 8 : 0) +
        (view.hasMark(left, right, ';:') ? 12 : 0) +
        (view.hasMark(left, right, ',，') ? COMMA : 0);
      const cost = right - left + barrier;
      if (cost < bestCost && cost <= apart) {
        best = mention;
        bestCost = cost;
      }
    }
    return best;
  }

  /** The first day near the publication that the beginning of the report names; else the publication day itself. */
  #findNewsDay(): When | null {
    const { reference, sentences, article } = this.#marked;
    if (!reference) return null;
    const told = sentences.filter((sentence) => TELLING.has(article.blocks[sentence.block]?.kind ?? 'paragraph'));
    for (const sentence of told.slice(0, OPENING)) {
      for (const mention of sentence.times) {
        if (this.#isOfParticiple(sentence, mention)) continue;
        const when = this.resolve(mention, false);
        if (!when?.earliest || when.earliest !== when.latest) continue;
        const age = (Date.parse(reference.latest) - Date.parse(when.earliest)) / 86_400_000;
        if (age >= 0 && age <= NEWS_DAYS + (Date.parse(reference.latest) - Date.parse(reference.earliest)) / 86_400_000)
          return { ...when, basis: 'inferred', why: `day of the news: ${when.why}` };
      }
    }
    this.#anchor = null;
    this.#told = null;
    if (reference.earliest !== reference.latest) return null;
    return { earliest: reference.earliest, latest: reference.latest, basis: 'inferred', why: 'the day of publication' };
  }
}

function tokenAt(starts: Int32Array, offset: number, from: number, to: number): number {
  for (let at = from; at < to; at++) if ((starts[at] as number) >= offset) return at;
  return to;
}
