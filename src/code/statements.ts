import type { Speaker, Statement } from '../model/index.ts';
import type { Argument, Marked, MarkedSentence, Mention } from '../recognise/index.ts';
import { surface } from '../recognise/surface.ts';
import { ANY_FORM, BASE, CONVERB, PAST, THIRD_PERSON } from '../world/inflect.ts';
import { type Attribution, openingOf, outletsOf, withVia } from './attribution.ts';
import { communiqueOf } from './communique.ts';
import { shortId } from './identify.ts';
import { linesOf } from './lines.ts';
import { isObjectBefore } from './object-before.ts';
import { findQuotes, type Quote } from './quotes.ts';
import { speakerBehind } from './speaker-behind.ts';
import { speakerOf } from './speaker-of.ts';
import { StrangerFinder } from './strangers.ts';
import type { SentenceView, SpeechHit } from './view.ts';

/** How many sentences a quotation may stand away from its speaker; of how few tokens its attribution behind it is. */
const MEMORY = 3;
const SHORT = 10;

/** Finds what is attributed to whom: quotations and reported speech, with the outlets the words came through. */
export class StatementFinder {
  readonly #marked: Marked;
  readonly #views: readonly SentenceView[];
  readonly #quotes: readonly Quote[];
  readonly #statements: Statement[] = [];
  readonly #strangers: StrangerFinder;
  #last: Attribution | null = null;
  /** Whom the report opens with: its "statement" and "document" are theirs until somebody else speaks. */
  readonly #opening: Attribution | null;
  /** Whose own words the page is. */
  readonly #author: Speaker | null;
  #age = 0;

  constructor(marked: Marked, views: readonly SentenceView[]) {
    this.#marked = marked;
    this.#views = views;
    this.#quotes = findQuotes(marked);
    this.#opening = openingOf(views);
    this.#author = communiqueOf(marked, views, this.#quotes);
    this.#strangers = new StrangerFinder(marked);
  }

  get quotes(): readonly Quote[] {
    return this.#quotes;
  }

  find(): Statement[] {
    this.#views.forEach((view, index) => {
      this.#read(view, this.#views[index + 1]);
    });
    return this.#statements;
  }

  #read(view: SentenceView, next: SentenceView | undefined): void {
    const { start, end } = this.#extent(view.sentence);
    const quotes = this.#quotes.filter((quote) => quote.start < end && quote.end > start);
    const attributions = withVia(this.#attributions(view, quotes));
    if (attributions.length === 0 && quotes.length === 0 && this.#readTranscript(view, start, end)) return;
    if (attributions.length === 0 && quotes.length === 0 && this.#author && !this.#isTitle(view)) {
      const own = { speaker: this.#author, verb: 'state', via: [], at: view.sentence.from };
      this.#add(view.sentence, own, [], start, end);
      return;
    }
    if (attributions.length === 0) {
      this.#readUnattributed(view, next, quotes, start, end);
      return;
    }
    for (const attribution of attributions) {
      const own = quotes.filter((quote) => this.#nearest(quote, attributions) === attribution);
      this.#add(view.sentence, attribution, own, start, end);
    }
    this.#last =
      attributions.find((attribution) => attribution.speaker.kind !== 'outlet') ?? (attributions[0] as Attribution);
    this.#age = 0;
  }

  #isTitle({ sentence }: SentenceView): boolean {
    return this.#marked.article.blocks[sentence.block]?.kind === 'title';
  }

  /** "特朗普：我们会成功。": in a transcript the words follow the speaker's name and a wide colon. */
  #readTranscript(view: SentenceView, start: number, end: number): boolean {
    const { tokens, article } = this.#marked;
    const [first] = view.arguments;
    const at = first ? tokens.end[first.to - 1] : undefined;
    if (!first || at === undefined || first.from !== view.sentence.from || article.text[at] !== '：') return false;
    const speaker = this.#named(first);
    if (!speaker) return false;
    const attribution = { speaker, verb: 'say', via: [], at: first.from };
    const isTitle = article.blocks[view.sentence.block]?.kind === 'title';
    const words = { start: at + 1, end, block: view.sentence.block, closes: end };
    this.#add(view.sentence, attribution, isTitle ? [] : [words], start, end);
    return true;
  }

  /** A quotation with nobody beside it belongs to whoever is named after it in a few words, else to whoever spoke last. */
  #readUnattributed(
    view: SentenceView,
    next: SentenceView | undefined,
    quotes: readonly Quote[],
    start: number,
    end: number,
  ): void {
    this.#age++;
    const long = quotes.filter((quote) => this.#isLong(quote, start, end));
    if (long.length === 0) return;
    const short =
      next &&
      next.sentence.block === view.sentence.block &&
      next.sentence.to - next.sentence.from <= SHORT * (this.#marked.pack.settings.spaces ? 1 : 2)
        ? next
        : null;
    const following = this.#closingWords(view, long) ?? (short ? withVia(this.#attributions(short, []))[0] : undefined);
    const whole = this.#isWhole(long, start, end);
    // "…, says the statement, published on the site of …": the document speaks for whoever spoke before.
    const documented =
      this.#marked.pack.settings.caseMarks && view.speech.some((hit) => hit.speech.speaker === 'after');
    const subject = whole || documented ? undefined : this.#subjectSpeaks(view);
    const attribution = following ?? subject ?? this.#remembered(long);
    if (!attribution) return;
    this.#add(view.sentence, attribution, long, start, end);
    this.#last = attribution;
    this.#age = 0;
  }

  /** A quotation of several sentences has its speaker behind the last of them. */
  #closingWords(view: SentenceView, quotes: readonly Quote[]): Attribution | undefined {
    const { tokens } = this.#marked;
    const closes = Math.max(...quotes.map((quote) => quote.closes));
    if (closes <= this.#extent(view.sentence).end) return undefined;
    const last = this.#views.find((other) => this.#extent(other.sentence).end >= closes);
    if (!last || last === view) return undefined;
    const within = this.#quotes.filter((quote) => quote.block === last.sentence.block);
    return withVia(this.#attributions(last, within)).find(({ at }) => (tokens.start[at] as number) >= closes);
  }

  #remembered(quotes: readonly Quote[]): Attribution | null {
    if (this.#last === null) return this.#opening;
    return this.#age <= MEMORY || this.#goesOn(quotes) ? this.#last : null;
  }

  /** The quotation fills nearly the whole sentence. */
  #isWhole(quotes: readonly Quote[], start: number, end: number): boolean {
    const quoted = quotes.reduce((sum, quote) => sum + Math.min(quote.end, end) - Math.max(quote.start, start), 0);
    return quoted > 0.8 * (end - start);
  }

  /** The quotation began in an earlier sentence, or opens the block after a speaker's block. */
  #goesOn(quotes: readonly Quote[]): boolean {
    return (
      this.#last !== null &&
      quotes.some((quote) =>
        this.#statements.some(
          (statement) => statement.quote !== null && statement.start >= quote.start - 1 && statement.start <= quote.end,
        ),
      )
    );
  }

  #isLong(quote: Quote, start: number, end: number): boolean {
    const shown = this.#marked.article.text.slice(Math.max(quote.start, start), Math.min(quote.end, end));
    return this.#marked.pack.settings.spaces ? shown.trim().split(/\s+/).length >= 3 : shown.length >= 6;
  }

  #subjectSpeaks(view: SentenceView): Attribution | undefined {
    const subject = view.arguments.find(
      (argument) =>
        argument.marks.length === 0 && !argument.possessor && !argument.adjectival && this.#isOutside(argument),
    );
    const speaker = subject ? speakerOf(subject) : null;
    return speaker && (speaker.kind === 'person' || speaker.kind === 'office')
      ? { speaker, verb: 'say', via: [], at: (subject as Argument).to }
      : undefined;
  }

  #extent(sentence: MarkedSentence): { start: number; end: number } {
    const { tokens } = this.#marked;
    return { start: tokens.start[sentence.from] as number, end: tokens.end[sentence.to - 1] as number };
  }

  #isOutside(argument: Argument): boolean {
    const at = this.#marked.tokens.start[argument.from] as number;
    return !this.#quotes.some((quote) => quote.start <= at && at < quote.end);
  }

  #attributions(view: SentenceView, quotes: readonly Quote[]): Attribution[] {
    const found: Attribution[] = [];
    const groups: Argument[] = [];
    for (const hit of view.speech) {
      const at = this.#marked.tokens.start[hit.from] as number;
      if (quotes.some((quote) => quote.start <= at && at < quote.end)) continue;
      // One word may stand in the table more than once; it is heard once.
      if (
        view.speech.some(
          (other) =>
            other !== hit &&
            other.from === hit.from &&
            (other.to > hit.to || (other.to === hit.to && view.speech.indexOf(other) < view.speech.indexOf(hit))),
        )
      )
        continue;
      if (!this.#canHeadClause(view, hit) || isDenied(view, hit)) continue;
      const argument = this.#speakerBeside(view, hit);
      const speaker =
        this.#strangers.beside(hit) ??
        (argument ? (this.#document(argument) ?? this.#quotedHimself(view, argument) ?? this.#named(argument)) : null);
      if (!speaker || found.some((other) => other.speaker.name === speaker.name)) continue;
      const via = argument ? this.#toldTo(view, hit, argument) : [];
      found.push({ speaker, verb: hit.speech.verb, strength: hit.speech.strength, via, at: hit.from });
      if (argument) groups.push(argument);
    }
    const [[only], [group]] = [found, groups];
    return only && group && found.length === 1 ? [only, ...this.#besides(group, only)] : found;
  }

  /** "Obama and Hollande stressed": each of two people says it, if nobody says it of them; where verbs are not inflected that does not show. */
  #besides(group: Argument, said: Attribution): Attribution[] {
    const { inflected, settings } = this.#marked.pack;
    const others = group.people.length === 2 && (inflected || settings.caseMarks) ? group.people : [];
    return others
      .filter((person) => person.id !== said.speaker.id && person.actor !== null)
      .map(({ id, name, actor }) => ({ ...said, speaker: { id, name, actor, kind: 'person' } }));
  }

  /** "It emphasises that …": a document speaks for whoever spoke last, or whom the report opens with. */
  #document(argument: Argument): Speaker | null {
    return argument.mentions[0]?.role === 'it' ? ((this.#last ?? this.#opening)?.speaker ?? null) : null;
  }

  /** «Мы ценим усилия Трампа», — сказал он: whom the quotation alone names is not who says it, but whoever spoke before. */
  #quotedHimself(view: SentenceView, argument: Argument): Speaker | null {
    const last = this.#last?.speaker;
    if (!argument.resolved || !last || argument.mentions[0]?.role === null) return null;
    const others = view.arguments.filter((other) => other !== argument && other.to <= argument.from);
    const named = others.filter((other) => other.actors.some((actor) => argument.actors.includes(actor)));
    return named.length > 0 && named.every((other) => !this.#isOutside(other)) ? last : null;
  }

  /** A speaker; an official without a name by the words of the text. */
  #named(argument: Argument): Speaker | null {
    const speaker = speakerOf(argument);
    const mention = argument.mentions[0];
    const isNamed = speaker
      ? speaker.kind !== 'office' || mention?.kind !== 'person'
      : mention?.role !== 'official' || this.#isSpokenOf(mention);
    if (isNamed || !mention) return speaker;
    return {
      name: surface(this.#marked, mention.from, mention.to),
      id: null,
      actor: speaker?.actor ?? null,
      kind: 'unnamed',
    };
  }

  /** "the official said": one word for somebody who has spoken before; "a defence official" brings in somebody new. */
  #isSpokenOf(mention: Mention): boolean {
    // Where words are not inflected they are written syllable by syllable: "quan chức", 官员.
    const word = this.#marked.pack.inflected ? 1 : 2;
    return mention.to - mention.from <= word && this.#last !== null;
  }

  /** In a language that inflects, a verb of saying heads its clause only in a finite form or before "that". */
  #canHeadClause(view: SentenceView, hit: SpeechHit): boolean {
    // "belirttiğini", "konuştuk": a verb made a noun, or one in the first person, is not said of whoever is named beside it.
    const { is } = hit;
    const isOwn = this.#marked.pack.settings.verbFinal && (is & BASE) !== 0 && (is & CONVERB) === 0;
    if (hit.speech.speaker === 'either' && isOwn && is !== ANY_FORM) return false;
    if (hit.speech.speaker !== 'either' || (hit.is & (PAST | THIRD_PERSON)) !== 0) return true;
    return (
      view.clauses.some((clause) => clause.value === 'that' && clause.from >= hit.to && clause.from - hit.to <= 2) ||
      view.hasMark(hit.to, hit.to + 1, '“"«')
    );
  }

  #speakerBeside(view: SentenceView, hit: SpeechHit): Argument | null {
    const usable = view.arguments.filter((argument) => this.#isOutside(argument));
    const { caseMarks } = this.#marked.pack.settings;
    if (hit.speech.speaker === 'after')
      return (
        usable.find(
          ({ from }) => from >= hit.to && from - hit.to <= 6 && !(caseMarks && view.hasMark(hit.to, from, ',;:')),
        ) ?? null
      );
    if (hit.speech.speaker === 'before') {
      const near = usable.findLast((argument) => argument.from < hit.from && hit.from - argument.to <= 2);
      if (near) return near;
    }
    const subject = this.#subjectOf(view, hit, usable);
    const distance = subject ? hit.from - subject.to : Number.POSITIVE_INFINITY;
    const behind = this.#isInverted(view, hit, subject) ? speakerBehind(view, hit, usable) : null;
    if (behind) return behind;
    // "demands", "claims", "reports": in the present tense a noun as often as a verb, unless its subject stands before it.
    if (hit.is === THIRD_PERSON && distance > 3 && !this.#marked.pack.settings.verbFinal) return null;
    const inverted = usable.find(
      (argument) =>
        argument.from >= hit.to &&
        argument.from - hit.to <= 1 &&
        (argument.marks.length === 0 || argument.markFrom === hit.from),
    );
    if (
      inverted &&
      (distance > 3 || hit.from === view.sentence.from) &&
      !(this.#marked.pack.settings.verbFinal && inverted.from > hit.to) &&
      view.hasMark(Math.max(view.sentence.from, hit.from - 2), hit.from, ',”"»“，')
    )
      return inverted;
    return distance <= (this.#marked.pack.settings.spaces ? 40 : 80) ? (subject as Argument) : null;
  }

  /** A verb of saying that follows a quotation or a clause, or that nobody stands before, may have its subject behind it. */
  #isInverted(view: SentenceView, hit: SpeechHit, subject: Argument | undefined): boolean {
    const { from } = view.sentence;
    if (!subject || hit.from === from || subject.mentions[0]?.kind === 'outlet') return true;
    return view.hasMark(Math.max(from, hit.from - 2), hit.from, ',”"»“—–');
  }

  /** The nearest noun phrase before the verb; a person or an office rather than a state that some other noun brought in. */
  #subjectOf(view: SentenceView, hit: SpeechHit, usable: readonly Argument[]): Argument | undefined {
    const before = usable.filter(
      (argument) =>
        argument.to <= hit.from &&
        argument.marks.length === 0 &&
        !argument.possessor &&
        !argument.adjectival &&
        argument.opener !== 'copula' &&
        !isObjectBefore(view, argument, hit.from),
    );
    const nearest = before.at(-1);
    const isParted = usable.some((other) => nearest && other.from >= nearest.to && other.to <= hit.from);
    if (!nearest || (hit.from - nearest.to <= 2 && !isParted)) return nearest;
    const speaks = (argument: Argument): boolean =>
      argument.people.length > 0 || argument.mentions[0]?.kind === 'office';
    return before.findLast(speaks) ?? nearest;
  }

  /** "told the newspaper Hürriyet", "Hürriyet'e konuşan": the outlet is the way the words came. */
  #toldTo(view: SentenceView, hit: SpeechHit, speaker: Argument): string[] {
    const reached = ({ from, to, cases }: Argument): boolean =>
      this.#marked.pack.settings.verbFinal
        ? to <= hit.from && hit.from - to <= 14 && cases.includes('dat')
        : from >= hit.to && from - hit.to <= 8;
    return view.arguments.filter((argument) => argument !== speaker && reached(argument)).flatMap(outletsOf);
  }

  #nearest(quote: Quote, attributions: readonly Attribution[]): Attribution {
    const distance = ({ at }: Attribution): number => {
      const verb = this.#marked.tokens.start[at] as number;
      return verb < quote.start ? quote.start - verb : Math.max(0, verb - quote.end);
    };
    return attributions.reduce((best, candidate) => (distance(candidate) < distance(best) ? candidate : best));
  }

  /** A quotation of several sentences is told once and whole. */
  #add(sentence: MarkedSentence, attribution: Attribution, quotes: readonly Quote[], start: number, end: number): void {
    const spans = quotes.length > 0 ? quotes : [null];
    for (const span of spans) this.#push(sentence, attribution, span, start, end);
  }

  #push(
    sentence: MarkedSentence,
    attribution: Attribution,
    span: { start: number; end: number } | null,
    start: number,
    end: number,
  ): void {
    const quote = span ? this.#marked.article.text.slice(span.start, span.end).trim() : null;
    const earlier = span
      ? this.#statements.find((statement) => statement.quote === quote && statement.start === span.start)
      : undefined;
    if (earlier) return;
    const place = span ?? { start, end };
    this.#statements.push({
      id: shortId(
        's',
        this.#marked.article.text.slice(place.start, place.end),
        String(place.start),
        attribution.speaker.name,
      ),
      speaker: attribution.speaker,
      direct: quote !== null,
      quote,
      verb: attribution.verb,
      ...(attribution.strength ? { strength: attribution.strength } : {}),
      start: place.start,
      end: place.end,
      lines: linesOf(this.#marked.article, place.start, place.end),
      via: attribution.via,
      topics: [...new Set(sentence.topics.map((topic) => topic.topic))],
      acts: [],
    });
  }
}

/** "пока не прокомментировало": what is not said is no statement. */
function isDenied(view: SentenceView, hit: SpeechHit): boolean {
  return view.status.some((word) => word.status.kind === 'next' && word.to === hit.from);
}
