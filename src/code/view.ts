import type { Argument, Marked, MarkedSentence, WordHit } from '../recognise/index.ts';
import { surface } from '../recognise/surface.ts';
import { endsInOneOf } from '../world/endings.ts';
import { ANY_FORM, BASE, GERUND, PARTICIPLE, PAST, THIRD_PERSON } from '../world/inflect.ts';
import { KIND } from '../world/sense-kinds.ts';
import type { Sense, SpeechVerb, StatusWord, Trigger } from '../world/senses.ts';
import { CAPITAL, PUNCTUATION, WORD } from '../world/tokenise.ts';
import { partsDigits } from './digits.ts';
import { GAP, goodsFollow, UNSPACED_WORD } from './goods.ts';
import { marksNoun } from './marks-noun.ts';
import { behindHyphen, isHyphened } from './phrases.ts';
import type { Protagonists } from './protagonists.ts';

/** A trigger at its place in a sentence. Token positions, `to` exclusive. */
export interface TriggerHit {
  from: number;
  to: number;
  trigger: Trigger;
  /** Which verb forms it may be (`world/inflect.ts`). */
  is: number;
  /** It is a phrase of two parts, and both are there. */
  whole: boolean;
  /** Cases a noun may have by its form; none where that says nothing. */
  cases: readonly string[];
}

export interface SpeechHit {
  from: number;
  to: number;
  speech: SpeechVerb;
  is: number;
}

export interface StatusHit {
  from: number;
  to: number;
  status: StatusWord;
}

/** So many words of sport, entertainment or business make a sentence one on that. */
const ELSEWHERE = 2;

/** Kinds of words that the frames ask for. */
const NOTED =
  KIND.trigger |
  KIND.speech |
  KIND.status |
  KIND.light |
  KIND.head |
  KIND.auxiliary |
  KIND.passive |
  KIND.clause |
  KIND.infinitive |
  KIND.and |
  KIND.determiner |
  KIND.mark;

/** A stretch of tokens, `to` exclusive. */
export interface Place {
  from: number;
  to: number;
}

/** A sentence as the frames see it: which words of the grammar stand where. Made once a sentence. */
export class SentenceView {
  readonly marked: Marked;
  readonly sentence: MarkedSentence;
  readonly protagonists: Protagonists;
  /** Who says the sentence, once the statements of the report are known. */
  speaker: Argument | null = null;
  #placed: SentenceView | null = null;
  triggers: TriggerHit[] = [];
  readonly speech: SpeechHit[] = [];
  readonly status: StatusHit[] = [];
  readonly auxiliaries: Place[] = [];
  light: (Place & { value?: string })[] = [];
  readonly passive: (Place & { value: string })[] = [];
  readonly clauses: (Place & { value: string })[] = [];
  readonly infinitives: Place[] = [];
  readonly ands: Place[] = [];
  readonly marks: (Place & { value: string })[] = [];
  /** Where a word stands that may be a noun. */
  readonly #nouns: number[] = [];
  /** Where a determiner has just ended: what follows is a noun ("một số yêu cầu"). */
  readonly #determiners: number[] = [];
  /** Verbs that can head a clause, in order: triggers and verbs of saying. */
  readonly verbs: (Place & { is: number })[] = [];

  /** The sentence is about sport, entertainment or business, as its report may be: "beat Italy in the final". */
  readonly elsewhere: boolean;

  constructor(marked: Marked, sentence: MarkedSentence, protagonists: Protagonists) {
    this.marked = marked;
    this.protagonists = protagonists;
    this.sentence = sentence;
    this.elsewhere =
      protagonists.elsewhere || sentence.words.filter(({ kinds }) => (kinds & KIND.domain) !== 0).length >= ELSEWHERE;
    for (const hit of sentence.words)
      if (((hit.kinds & NOTED) !== 0 || hit.shorter.length > 0) && !this.#insideName(hit)) {
        for (const sense of hit.senses) this.#note(hit, sense);
        for (const part of behindHyphen(marked, sentence, hit))
          for (const sense of part.senses) this.#note(part, sense);
        for (const part of hit.shorter) for (const sense of part.senses) this.#note({ ...hit, to: part.to }, sense);
      }
    this.light = this.light.filter((verb) => this.#carries(verb));
    // Where verbs are not inflected, a determiner makes a noun of a word that may be either ("một số yêu cầu").
    if (!marked.pack.inflected)
      this.triggers = this.triggers.filter(
        (hit) =>
          hit.trigger.pos === 'noun' || !this.#nouns.includes(hit.from) || !this.#isNounHere(this.#listFrom(hit)),
      );
  }

  /** "bằng đối thoại, đàm phán": where the list begins that a word goes on. */
  #listFrom(hit: TriggerHit): number {
    const before = this.triggers.find(({ to }) => to === hit.from - 1);
    const isJoined = before && (this.mark(before.to) === ',' || this.ands.some(({ from }) => from === before.to));
    return isJoined && this.#nouns.includes(before.from) ? before.from : hit.from;
  }

  /** A determiner, or a mark that stands before nouns alone, has just ended: "một số yêu cầu", "về cáo buộc". */
  #isNounHere(at: number): boolean {
    const { nominal } = this.marked.pack.settings.marks;
    if (this.#determiners.includes(at) || !nominal || at === this.sentence.from) return this.#determiners.includes(at);
    // The mark may be the end of a longer phrase: "nói về".
    const before = surface(this.marked, at - 1).toLowerCase();
    return nominal.includes(before) || this.marks.some((mark) => mark.to === at && nominal.includes(mark.value));
  }

  /** Where the second part of a phrase ends, if it stands after the first in the same clause: "đưa … vào danh sách đen"; else 0. */
  tailEnd(from: number, tail: readonly number[]): number {
    const { id } = this.marked.tokens;
    const width = this.marked.pack.settings.spaces ? 1 : UNSPACED_WORD;
    const last = Math.min(this.sentence.to, from + GAP * width) - tail.length;
    for (let at = from; at <= last; at++) {
      if (tail.every((word, index) => id[at + index] === word)) return at + tail.length;
      if ((width === 1 ? ';:.。；' : '，。；：').includes(this.mark(at)) && this.mark(at) !== '') return 0;
    }
    return 0;
  }

  /** Whether the first part of a phrase stands before its verb in the same clause, with something between: "askerlerini Mali'den çekti". */
  #leadsTo(verb: number, lead: readonly number[]): boolean {
    const { id } = this.marked.tokens;
    const first = Math.max(this.sentence.from, verb - GAP);
    for (let at = verb - lead.length; at >= first; at--) {
      if (lead.every((word, index) => id[at + index] === word))
        return !this.hasMark(at, verb, ';:') && this.clauseBetween(at, verb) === null;
    }
    return false;
  }

  /** "has condemned": an auxiliary before a participle carries no noun. */
  #carries(verb: Place): boolean {
    const isAuxiliary = this.auxiliaries.some((word) => word.from === verb.from);
    return (
      !isAuxiliary ||
      !this.verbs.some(
        (other) =>
          other.from >= verb.to && other.from - verb.to <= 2 && (other.is & PARTICIPLE) !== 0 && other.is !== ANY_FORM,
      )
    );
  }

  #insideName(hit: WordHit): boolean {
    for (const { mentions } of this.sentence.arguments)
      for (const mention of mentions) if (mention.from <= hit.from && hit.to <= mention.to) return true;
    return false;
  }

  #note(hit: WordHit, sense: Sense): void {
    const { from, to } = hit;
    this.#endClause(to, sense);
    if (sense.kind === 'trigger') {
      if (sense.lead && !this.#leadsTo(from, sense.lead)) return;
      // "EU-mediated talks": behind a hyphen a participle only describes.
      if (sense.trigger.pos === 'verb' && isHyphened(this.marked, this.sentence, from)) return;
      if ((sense.tail && this.tailEnd(to, sense.tail) === 0) || (sense.goods && !goodsFollow(this, to, sense.goods)))
        return;
      this.triggers.push({
        from,
        to,
        trigger: sense.trigger,
        is: sense.is,
        whole: sense.lead !== undefined || sense.tail !== undefined || sense.goods !== undefined,
        cases: sense.cases ?? [],
      });
      if (sense.trigger.pos === 'verb') this.verbs.push({ from, to, is: sense.is });
      else this.#nouns.push(from);
    } else if (sense.kind === 'speech') {
      this.speech.push({ from, to, speech: sense.speech, is: sense.is });
      if (sense.speech.speaker === 'either') this.verbs.push({ from, to, is: sense.is });
    } else if (sense.kind === 'status') {
      if (!marksNoun(this, hit)) this.status.push({ from, to, status: sense.status });
    } else if (sense.kind === 'light') this.light.push({ from, to, ...(sense.value ? { value: sense.value } : {}) });
    else if (sense.kind === 'head') this.#nouns.push(from);
    else if (sense.kind === 'auxiliary') this.auxiliaries.push({ from, to });
    else if (sense.kind === 'passive') this.passive.push({ from, to, value: sense.value });
    else if (sense.kind === 'clause') this.clauses.push({ from, to, value: sense.value });
    else if (sense.kind === 'infinitive') this.infinitives.push({ from, to });
    else if (sense.kind === 'and') this.ands.push({ from, to });
    else if (sense.kind === 'determiner') this.#determiners.push(to);
    else if (sense.kind === 'mark') this.marks.push({ from, to, value: sense.value });
  }

  /** Where the verb stands last, the clause ends behind it: what comes before it is not for what comes after. */
  #endClause(at: number, sense: Sense): void {
    if (!this.marked.pack.settings.verbFinal || !('is' in sense) || sense.is === ANY_FORM) return;
    const isVerb = sense.kind !== 'trigger' || sense.trigger.pos === 'verb';
    const ends = (sense.is & BASE) === 0;
    if (isVerb && ends && !this.clauses.some((clause) => clause.to === at))
      this.clauses.push({ from: (sense.is & GERUND) !== 0 || this.#describes(at) ? at - 1 : at, to: at, value: 'end' });
  }

  /** "üç gün sürecek tatbikat": a future right before another word in small letters describes what follows. */
  #describes(at: number): boolean {
    if (at >= this.sentence.to || this.mark(at) !== '') return false;
    return endsInOneOf(surface(this.marked, at - 1), this.marked.pack.settings.futureEndings);
  }

  /** The same sentence with cities and regions among its arguments. */
  withPlaces(): SentenceView {
    const { places } = this.sentence;
    if (places.length === 0) return this;
    if (!this.#placed) {
      const all = [...this.sentence.arguments, ...places].sort((left, right) => left.from - right.from);
      this.#placed = new SentenceView(this.marked, { ...this.sentence, arguments: all }, this.protagonists);
    }
    this.#placed.speaker = this.speaker;
    return this.#placed;
  }

  /** The subject of the sentence before in the same block, in a language that leaves subjects out; null where this one has its own. */
  get earlierSubject(): Argument | null {
    const { sentences, pack } = this.marked;
    const earlier = pack.settings.dropsSubject ? sentences[sentences.indexOf(this.sentence) - 1] : undefined;
    if (!earlier || earlier.block !== this.sentence.block || this.arguments.some(isSubject)) return null;
    return earlier.arguments.find(isSubject) ?? null;
  }

  get arguments(): readonly Argument[] {
    return this.sentence.arguments;
  }

  /** The character of a punctuation token, else an empty string; what parts the digits of a number is none ("1.500"). */
  mark(at: number): string {
    const { tokens, article } = this.marked;
    if (tokens.kind[at] !== PUNCTUATION || partsDigits(tokens, at)) return '';
    return article.text[tokens.start[at] as number] as string;
  }

  /** The word that stands for the possessive, where a language has one. */
  isPossessive(at: number): boolean {
    const { tokens, article, pack } = this.marked;
    const { possessive } = pack.settings;
    return possessive !== undefined && at < tokens.count && article.text.startsWith(possessive, tokens.start[at]);
  }

  /** Whether a mark of punctuation of `marks` stands in `[from, to)`. */
  hasMark(from: number, to: number, marks: string): boolean {
    for (let at = from; at < to; at++) if (this.mark(at) !== '' && marks.includes(this.mark(at))) return true;
    return false;
  }

  /** A mark of a name stands at a position. */
  markNamed(at: number, name: string): boolean {
    return this.marks.some((word) => word.from === at && word.value === name);
  }

  /** A word that marks another noun phrase in `[from, to)`. */
  markBetween(from: number, to: number): boolean {
    return this.marks.some((word) => word.from >= from && word.to <= to);
  }

  /** A word that opens a subordinate clause in `[from, to)`, the last one. */
  clauseBetween(from: number, to: number): (Place & { value: string }) | null {
    return this.clauses.findLast((clause) => clause.from >= from && clause.to <= to) ?? null;
  }

  /** A verb that can stand as the head of a clause in `[from, to)`. "talks", "strikes" and "visits" are nouns as a rule. */
  finiteVerbBetween(from: number, to: number): boolean {
    const { inflected } = this.marked.pack;
    return this.verbs.some(
      (verb) => verb.from >= from && verb.to <= to && (inflected ? this.#isFinite(verb) : this.#hasSubject(verb, from)),
    );
  }

  /**
   * Whether a form that may be a noun ("stronger demand from China") can head a clause here: after "to", after an auxiliary or
   * another verb joined to it, or right after its subject.
   */
  canHeadClause(hit: TriggerHit): boolean {
    if (!this.marked.pack.inflected) return true;
    if (this.#isDescribed(hit)) return false;
    if (hit.is !== BASE || hit.to - hit.from > 1) return true;
    const before = (word: Place, reach: number): boolean => word.to <= hit.from && hit.from - word.to <= reach;
    return (
      hit.from === this.sentence.from ||
      this.mark(hit.from - 1) !== '' ||
      this.infinitives.some((word) => before(word, 0) || (before(word, 1) && this.#isAdverb(hit.from - 1))) ||
      this.auxiliaries.some((word) => before(word, 6)) ||
      this.status.some((word) => before(word, 3)) ||
      this.ands.some((word) => before(word, 1)) ||
      this.arguments.some((argument) => before(argument, 3) && argument.marks.length === 0)
    );
  }

  /** "a calculated snub", "a disputed comment": behind an article stands a noun, or what describes one. */
  #isDescribed({ from, to, is }: TriggerHit): boolean {
    const isBehind = (at: number): boolean =>
      this.#determiners.includes(at) && !this.infinitives.some((word) => word.to === at);
    if (is === BASE && to - from === 1)
      return (
        isBehind(from - 1) && !this.#isAdverb(from - 1) && !this.arguments.some((argument) => argument.to === from)
      );
    const { tokens } = this.marked;
    const isNoun = tokens.kind[to] === WORD && ((tokens.flags[to] as number) & CAPITAL) === 0 && to < this.sentence.to;
    const goesOn = this.#determiners.includes(to + 1) || this.marks.some((mark) => mark.from === to);
    return (is & PAST) !== 0 && to - from === 1 && isBehind(from) && isNoun && !goesOn;
  }

  #isAdverb(at: number): boolean {
    return endsInOneOf(surface(this.marked, at), this.marked.pack.settings.adverbEndings);
  }

  #isFinite(verb: { from: number; is: number }): boolean {
    return (verb.is & PAST) !== 0 || ((verb.is & THIRD_PERSON) !== 0 && !this.#nouns.includes(verb.from));
  }

  /** Where verbs are not inflected they follow each other in chains; a new clause begins only with a subject of its own. */
  #hasSubject(verb: Place, from: number): boolean {
    return this.arguments.some(
      (argument) => argument.from >= from && argument.to <= verb.from && argument.marks.length === 0,
    );
  }

  /** A thing is named right here, and it is no party: "met | the deadline". */
  isThing(at: number): boolean {
    return this.#determiners.includes(at + 1) && !this.arguments.some(({ from }) => from === at || from === at + 1);
  }

  /** Whether a word may be a noun where it stands. */
  mayBeNoun(at: number): boolean {
    return this.#nouns.includes(at);
  }

  /** An infinitive in `[from, to)`: another verb begins, with objects of its own. */
  infinitiveBetween(from: number, to: number): boolean {
    return this.infinitives.some(
      (word) =>
        word.from >= from && word.to < to && this.verbs.some((verb) => verb.from === word.to && (verb.is & BASE) !== 0),
    );
  }

  isPassive(hit: TriggerHit): boolean {
    return (hit.is & PARTICIPLE) !== 0 && this.passiveBefore(hit.from, null) !== null;
  }

  /** The passive marker right before a verb, over a few adverbs. */
  passiveBefore(at: number, names: readonly string[] | null): Place | null {
    const marker = this.passive.findLast(
      (candidate) =>
        candidate.to <= at && candidate.to >= at - 14 && (names === null || names.includes(candidate.value)),
    );
    if (!marker) return null;
    // Between "bị" and its verb the agent may stand; else nothing but an adverb or two.
    const agent =
      names === null
        ? undefined
        : this.arguments.find(
            (argument) => argument.from >= marker.to && argument.from - marker.to <= 1 && argument.to <= at,
          );
    return at - (agent?.to ?? marker.to) <= (this.marked.pack.settings.spaces ? 2 : 5) ? marker : null;
  }
}

function isSubject(argument: Argument): boolean {
  const { marks, actors, possessor, adjectival, opener } = argument;
  return marks.length === 0 && actors.length > 0 && !possessor && !adjectival && opener !== 'copula';
}
