import { endsInOneOf } from '../world/endings.ts';
import { readChain } from './chain.ts';
import type { Cursor } from './cursor.ts';
import type { Argument, WordHit } from './marked.ts';
import type { MentionMaker } from './mentions.ts';
import { isFiniteVerb, isPlainPast } from './verbs.ts';

/** How long a clause before a noun phrase may be, in tokens, where it stands between the noun and its mark. */
const CLAUSE_REACH = 26;
/** How long the first of two after "between" may be, in tokens. */
const PAIR_REACH = 6;
/** How far behind "в Кремле" the verb may stand. */
const VERB_REACH = 5;

/** Finds the words and cases that say what part a noun phrase plays in its clause. */
export class MarkFinder {
  readonly #cursor: Cursor;
  readonly #maker: MentionMaker;

  constructor(cursor: Cursor, maker: MentionMaker) {
    this.#cursor = cursor;
    this.#maker = maker;
  }

  /** "after Bogota accused him": before a noun phrase with a finite verb the word opens a clause. */
  #openedClause(before: WordHit, argument: Argument): string | null {
    if (!this.#cursor.settings.adjectiveFirst || this.#cursor.settings.caseMarks || argument.possessor) return null;
    const clause = before.senses.find((sense) => sense.kind === 'clause');
    const { to } = argument;
    // One adverb may stand between: "after Michel firmly hit back".
    const verb = this.#isAdverb(to) ? to + 1 : to;
    return clause && isPlainPast(this.#cursor, verb) ? clause.value : null;
  }

  #isAdverb(at: number): boolean {
    const { adverbEndings } = this.#cursor.settings;
    if (at >= this.#cursor.tokens.count || !this.#cursor.isWord(at) || this.#cursor.covered(at)) return false;
    return endsInOneOf(this.#cursor.surface(at, at + 1), adverbEndings);
  }

  /** "anti-Japanese protests" */
  #isBehindAnti(at: number): boolean {
    const { againstPrefix } = this.#cursor.settings;
    if (!againstPrefix || at < 2 || this.#cursor.mark(at - 1) !== '-' || this.#cursor.isSpaced(at)) return false;
    return this.#cursor.surface(at - 2, at - 1).toLowerCase() === againstPrefix;
  }

  /** Finds the mark before a noun phrase, over determiners and a few plain words. */
  mark(argument: Argument, from: number): void {
    if (this.#isBehindAnti(argument.from)) {
      argument.marks = ['against'];
      argument.markFrom = argument.from - 2;
      return;
    }
    if (
      argument.from > from &&
      '(（'.includes(this.#cursor.mark(argument.from - 1)) &&
      this.#cursor.mark(argument.from - 1) !== ''
    ) {
      // What stands in brackets explains; it is nobody's subject.
      argument.opener = 'copula';
      return;
    }
    if (this.#cursor.settings.verbFinal) {
      this.#markAfter(argument);
      return;
    }
    let at = argument.from;
    const behind = this.#cursor.sense(argument.to, 'postposition');
    if (behind) {
      argument.marks = [behind.sense.value];
      argument.markFrom = argument.from;
      return;
    }
    if (at > from && this.#cursor.settings.possessive === this.#cursor.surface(at - 1, at)) {
      this.#markOverClause(argument, from);
      return;
    }
    for (let skipped = 0; at > from && skipped < 5; skipped++) {
      const before = this.#cursor.wordBefore(at);
      const own = before?.senses.flatMap((sense) =>
        sense.kind === 'mark' && this.#governs(sense.value, argument) ? [sense.value] : [],
      );
      // "thousands of Egyptians": the word says how many, and marks nothing.
      const counts = before?.senses.some((sense) => sense.kind === 'determiner') ?? false;
      const marks = before && own?.length === 0 && !counts ? this.#cursor.marksEnding(before) : own;
      const opens = before && own && own.length > 0 ? this.#openedClause(before, argument) : null;
      if (opens) {
        argument.opener = opens;
        return;
      }
      if (before && marks && marks.length > 0) {
        argument.marks = [...marks, ...this.#outerMarks(before.from, marks)];
        argument.markFrom = before.from;
        return;
      }
      if (before?.senses.some((sense) => sense.kind === 'copula')) {
        argument.opener = 'copula';
        return;
      }
      const clause = before?.senses.find((sense) => sense.kind === 'clause');
      if (before && clause) {
        argument.opener = clause.value;
        return;
      }
      if (before?.senses.some((sense) => sense.kind === 'and')) {
        this.#markPair(argument, before.from, from);
        return;
      }
      const passable = before
        ? before.senses.some(
            (sense) => sense.kind === 'determiner' || sense.kind === 'modifier' || sense.kind === 'former',
          )
        : this.#isPlain(at - 1);
      if (!passable) return;
      at = before ? before.from : at - 1;
    }
  }

  /** "between world powers and Iran": the mark of two, of whom only the second is somebody. */
  #markPair(argument: Argument, and: number, from: number): void {
    const { pair } = this.#cursor.settings.marks;
    for (let at = and; pair && at > from && and - at < PAIR_REACH; ) {
      const before = this.#cursor.wordBefore(at);
      const mark = before?.senses.find((sense) => sense.kind === 'mark' && pair.includes(sense.value));
      if (before && mark?.kind === 'mark') {
        [argument.marks, argument.markFrom] = [[mark.value], before.from];
        return;
      }
      if (this.#cursor.mark(at - 1) !== '' || before?.senses.some((sense) => sense.kind === 'clause')) return;
      at = before ? before.from : at - 1;
    }
  }

  /** "Putin ile", "Rusya'ya karşı", "İran tarafından": where marks stand after their noun phrase. */
  #markAfter(argument: Argument): void {
    const mark = this.#cursor.sense(argument.to, 'mark');
    if (!mark || !this.#governs(mark.sense.value, argument) || this.#joinsNext(argument, mark.to)) return;
    const { with: companions } = this.#cursor.settings.marks;
    if (companions?.includes(mark.sense.value)) argument.cases = [mark.sense.value];
    else [argument.marks, argument.markFrom] = [[mark.sense.value], argument.to];
    argument.to = mark.to;
  }

  /** "Erdoğan ile Putin": before another noun phrase of its kind "with" is "and", if nobody before can be meant to act. */
  #joinsNext(argument: Argument, at: number): boolean {
    if (!this.#cursor.has(argument.to, 'and') || !(this.#cursor.begins(at) || this.#maker.hasIntroduced)) return false;
    const chain = readChain(this.#cursor, at, this.#cursor.tokens.count);
    if (!chain || chain.cases.some((name) => name === 'loc' || name === 'abl' || name === 'dat')) return false;
    const isPerson = chain.person !== null || chain.unknown !== null || chain.role !== null;
    return isPerson === argument.mentions.some((mention) => mention.kind === 'person' || mention.role !== null);
  }

  /** "антироссийские санкции": the adjective says against whom. */
  #isAgainst(argument: Argument): boolean {
    const { against } = this.#cursor.settings;
    if (!against || argument.mentions[0]?.kind !== 'adjective') return false;
    return this.#cursor
      .surface(argument.from, argument.from + 1)
      .toLowerCase()
      .startsWith(against);
  }

  /** "В Кремле заявили", "в Москве тогда обвинили Киев": before a verb in the plural whose subject nobody is, an office or a capital after "in" is who speaks. */
  #isHouseThatSpeaks(argument: Argument, before: readonly Argument[]): boolean {
    const { pluralVerbs, marks } = this.#cursor.settings;
    const kind = argument.mentions[0]?.kind;
    if (!pluralVerbs || (kind !== 'office' && kind !== 'state') || argument.mentions.length > 1) return false;
    if (!argument.marks.some((mark) => marks.place.includes(mark))) return false;
    if (
      before.some(
        (other) =>
          other.marks.length === 0 &&
          !other.possessor &&
          !other.adjectival &&
          other.to <= argument.markFrom &&
          !this.#parted(other.to, argument.markFrom),
      )
    )
      return false;
    const at = this.#verbBehind(argument.to);
    if (at < 0) return false;
    // Within a state much is done that is not its deed.
    const speaks = this.#cursor.has(at, 'speech') && argument.cases.includes('pre');
    return (kind === 'office' || speaks) && endsInOneOf(this.#cursor.surface(at, at + 1), pluralVerbs);
  }

  #parted(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (this.#cursor.mark(at) !== '') return true;
    return false;
  }

  /** The verb a few words behind a position, with no name or mark between; −1 without one. */
  #verbBehind(from: number): number {
    for (let at = from; at < Math.min(from + VERB_REACH, this.#cursor.tokens.count); at++) {
      if (this.#cursor.mark(at) !== '' || this.#cursor.name(at)) return -1;
      if (isFiniteVerb(this.#cursor, at)) return at;
    }
    return -1;
  }

  /** "同正在中国访问的俄罗斯外长会谈": the mark stands before the clause that describes whoever is meant. */
  #markOverClause(argument: Argument, from: number): void {
    const reaching = this.#cursor.settings.marks.reaching ?? [];
    for (let at = argument.from - 1; at > from && argument.from - at < CLAUSE_REACH; at--) {
      if (this.#cursor.mark(at) !== '') return;
      const before = this.#cursor.wordBefore(at);
      const marks = before?.senses.flatMap((sense) =>
        sense.kind === 'mark' && reaching.includes(sense.value) ? [sense.value] : [],
      );
      if (!before || !marks || marks.length === 0) continue;
      argument.marks = marks;
      argument.markFrom = before.from;
      return;
    }
  }

  /** Whether a mark asks for a case that the noun phrase may have. */
  #governs(mark: string, argument: Argument): boolean {
    const asked = this.#cursor.settings.marks.governs?.[mark];
    return !asked || argument.cases.length === 0 || asked.some((name) => argument.cases.includes(name));
  }

  /** Where cases say who acts: a bare noun phrase that cannot be the subject has its cases as marks, a marked one only those its mark asks for. */
  markByCase(argument: Argument, before: readonly Argument[] = []): void {
    if (!this.#cursor.settings.caseMarks) return;
    if (this.#isAgainst(argument)) argument.marks = ['anti'];
    if (this.#isHouseThatSpeaks(argument, before))
      [argument.marks, argument.markFrom, argument.cases] = [[], -1, ['nom']];
    if (argument.cases.length === 0) return;
    if (argument.marks.length === 0 || argument.markFrom === argument.from) {
      if (argument.cases.includes('nom')) return;
      argument.marks = argument.cases;
      argument.markFrom = argument.from;
      return;
    }
    const asked = argument.marks.flatMap((mark) => this.#cursor.settings.marks.governs?.[mark] ?? []);
    if (asked.length > 0) argument.cases = argument.cases.filter((name) => asked.includes(name));
  }

  /** "to some of Washington's requests": the mark of the whole stands before "some of". */
  #outerMarks(at: number, marks: readonly string[]): string[] {
    if (!marks.some((mark) => this.#cursor.settings.marks.owner.includes(mark))) return [];
    const quantity = this.#cursor.wordBefore(at);
    if (!quantity?.senses.some((sense) => sense.kind === 'determiner')) return [];
    return (
      this.#cursor.wordBefore(quantity.from)?.senses.flatMap((sense) => (sense.kind === 'mark' ? [sense.value] : [])) ??
      []
    );
  }

  #isPlain(at: number): boolean {
    if (this.#cursor.isNumber(at)) return true;
    // "把12家中国公司": a measure word after a number.
    if (!this.#cursor.settings.spaces)
      return this.#cursor.isWord(at) && !this.#cursor.covered(at) && at > 0 && this.#cursor.isNumber(at - 1);
    const { plainEndings } = this.#cursor.settings;
    if (plainEndings && this.#cursor.isWord(at) && !endsInOneOf(this.#cursor.surface(at, at + 1), plainEndings))
      return false;
    return (
      this.#cursor.settings.adjectiveFirst &&
      this.#cursor.isWord(at) &&
      !this.#cursor.covered(at) &&
      !this.#cursor.isCapital(at)
    );
  }
}
