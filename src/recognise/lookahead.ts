import { endsInOneOf } from '../world/endings.ts';
import type { NameEntry, SenseKind } from '../world/index.ts';
import { casesOf, isGenitive } from './cases.ts';
import { ACTOR_KINDS } from './chain-parts.ts';
import type { Cursor } from './cursor.ts';
import { isNameDot, opensQuotation } from './punctuation.ts';

/** Tokens of a stranger's name. */
export const LONGEST_STRANGER = 6;
/** Characters of the longest name of a foreigner in Chinese, of the longest given name, and the dots between the parts. */
const LONGEST_NAME = 16;
const LONGEST_GIVEN_NAME = 6;
const PERSONAL = new Set<NameEntry['kind']>(['person', 'short', 'abbreviation']);
/** Posts of those who govern a town. */
const TOWN_POSTS = new Set(['mayor', 'governor']);
/** The most words of the name of a body that stands between its state and a post in it. */
const LONGEST_BODY = 4;
/** Words that are no part of a stranger's name, though a headline writes them with a capital. */
const NO_NAME = new Set<SenseKind>([
  'post',
  'office',
  'title',
  'corefer',
  'speech',
  'trigger',
  'mark',
  'and',
  'clause',
  'status',
  'passive',
  'auxiliary',
  'light',
  'pronoun',
  'determiner',
]);

/** What stands at a token, as far as a noun phrase may reach: tests that change nothing. */
export class Lookahead {
  readonly #cursor: Cursor;
  readonly #limit: number;

  constructor(cursor: Cursor, limit: number) {
    this.#cursor = cursor;
    this.#limit = limit;
  }

  names(at: number): boolean {
    return this.#cursor.entry(at, 'person') !== null || this.#cursor.entry(at, 'short') !== null;
  }

  /** "МИД" is the ministry and not somebody called Мид. */
  isOrgan(at: number, people: readonly NameEntry[]): boolean {
    return (
      this.#cursor.settings.caseMarks &&
      this.#cursor.has(at, 'office') &&
      people.every((entry) => entry.kind === 'short')
    );
  }

  casesAt(at: number, kind: 'post' | 'office' | 'head'): readonly string[] {
    const found = new Set<string>();
    for (const sense of this.#cursor.word(at)?.senses ?? []) {
      if (sense.kind !== kind) continue;
      if (!sense.cases || sense.cases.length === 0) return [];
      for (const name of sense.cases) found.add(name);
    }
    return [...found];
  }

  isQuotedOwner(at: number): boolean {
    return opensQuotation(this.#cursor.mark(at)) && this.isOwnerName(at + 1);
  }

  /** "войска России": a name that can own what stands before it. */
  isOwnerName(at: number): boolean {
    if (!this.#cursor.settings.stateAfterPost || at >= this.#limit) return false;
    const entries = this.#cursor.name(at)?.entries.filter((entry) => ACTOR_KINDS.has(entry.kind)) ?? [];
    return entries.length > 0 && isGenitive(casesOf(entries));
  }

  isActorName(at: number): boolean {
    return at < this.#limit && (this.#cursor.name(at)?.entries.some((entry) => ACTOR_KINDS.has(entry.kind)) ?? false);
  }

  isOf(at: number): boolean {
    const next = this.afterOf(at);
    return next > 0 && this.isWholeName(next);
  }

  /** "companies in China" */
  isIn(at: number): boolean {
    const { adjectiveFirst, caseMarks, verbFinal, marks } = this.#cursor.settings;
    if (!adjectiveFirst || caseMarks || verbFinal) return false;
    const next = this.afterOf(at, marks.place);
    return next > 0 && this.#cursor.entry(next, 'state') !== null;
  }

  /** A name that can stand alone: "of Russia", not "of Russian crude". */
  isWholeName(at: number): boolean {
    return (
      at < this.#limit &&
      (this.#cursor.name(at)?.entries.some((entry) => ACTOR_KINDS.has(entry.kind) && entry.kind !== 'adjective') ??
        false)
    );
  }

  /** Position of what follows "of [the]"; 0 when no such word stands here. */
  afterOf(at: number, marks: readonly string[] = this.#cursor.settings.marks.owner): number {
    const of = this.#cursor.sense(at, 'mark');
    if (!of || !marks.includes(of.sense.value)) return 0;
    return this.#cursor.sense(of.to, 'determiner')?.to ?? of.to;
  }

  isPostLike(at: number): boolean {
    return (
      at < this.#limit &&
      (this.#cursor.has(at, 'post') || this.#cursor.has(at, 'office') || this.#cursor.has(at, 'head'))
    );
  }

  adjectiveWord(at: number): boolean {
    if (at >= this.#limit || !this.#cursor.isWord(at) || this.#cursor.name(at)) return false;
    const hit = this.#cursor.word(at);
    return (
      !hit ||
      hit.senses.every(
        (sense) =>
          sense.kind === 'modifier' || sense.kind === 'former' || sense.kind === 'head' || sense.kind === 'determiner',
      )
    );
  }

  nameWord(at: number): boolean {
    if (this.capitalWord(at) || this.#isSyllable(at)) return true;
    if (this.isParticle(at)) {
      const next = this.#cursor.mark(at + 1) === '-' ? at + 2 : at + 1;
      return this.capitalWord(next) || (this.isParticle(next) && this.nameWord(next));
    }
    const joins = this.#cursor.mark(at) === '-' || (this.#cursor.mark(at) === '.' && this.#isShort(at - 1));
    return joins && at + 1 < this.#limit && (this.capitalWord(at + 1) || this.#isSyllable(at + 1));
  }

  /** A letter, or two that write one sound, as initials have: "Ph.", "Gi.". */
  #isShort(at: number): boolean {
    return this.#cursor.surface(at, at + 1).length <= (this.#cursor.settings.hyphenatedNames ? 2 : 1);
  }

  /** "Giôn-xơn": a syllable that a hyphen joins to the one before it, where names are spelt so. */
  #isSyllable(at: number): boolean {
    const cursor = this.#cursor;
    return (
      cursor.settings.hyphenatedNames === true &&
      at < this.#limit &&
      cursor.isWord(at) &&
      cursor.mark(at - 1) === '-' &&
      !cursor.isSpaced(at) &&
      !cursor.isSpaced(at - 1)
    );
  }

  /** "мэр Екатеринбурга": the town that somebody governs stands in the genitive. Position behind it; 0 where it is none. */
  afterOwnTown(at: number, role: string | null): number {
    const hit = this.#cursor.settings.stateAfterPost && TOWN_POSTS.has(role ?? '') ? this.#cursor.name(at) : null;
    const towns = hit?.entries.filter((entry) => entry.kind === 'place') ?? [];
    return hit && towns.length > 0 && isGenitive(casesOf(towns)) ? hit.to : 0;
  }

  /** The "bin" of "Mohammed bin Rashid", the "al" of "al-Rawahi": a small word within a name. */
  isParticle(at: number): boolean {
    const { nameParticles } = this.#cursor.settings;
    if (!nameParticles || at >= this.#limit || !this.#cursor.isWord(at) || this.#cursor.isCapital(at)) return false;
    return nameParticles.includes(this.#cursor.surface(at, at + 1));
  }

  /** Where a stranger's name of several words ends that begins at a position; 0 where none does. */
  strangersName(at: number): number {
    let end = at;
    let capitals = 0;
    while (end < this.#limit && end - at < LONGEST_STRANGER && this.nameWord(end)) {
      if (this.#cursor.covered(end)) return 0;
      if (this.#cursor.isCapital(end)) capitals++;
      end++;
    }
    return capitals >= 2 ? end : 0;
  }

  /** "Харьковской области": an adjective of a region with its noun. */
  isRegion(at: number): boolean {
    const { regionEndings } = this.#cursor.settings;
    return (
      endsInOneOf(this.#cursor.surface(at, at + 1), regionEndings) &&
      at + 1 < this.#limit &&
      this.#cursor.isWord(at + 1) &&
      !this.#cursor.isCapital(at + 1)
    );
  }

  /** Position behind the initials that begin at a position; the position itself where none do. */
  afterInitials(at: number): number {
    let end = at;
    while (this.#isInitial(end)) end += this.#cursor.mark(end + 2) === '-' && this.#isInitial(end + 3) ? 3 : 2;
    return end;
  }

  #isInitial(at: number): boolean {
    return (
      at + 2 < this.#limit &&
      this.#cursor.isWord(at) &&
      this.#cursor.isCapital(at) &&
      this.#isShort(at) &&
      this.#cursor.mark(at + 1) === '.' &&
      !(this.#cursor.settings.hyphenatedNames && this.#cursor.isSpaced(at + 1))
    );
  }

  /** Where the name of a foreigner ends that begins at a position and is spelled out in Chinese; the position itself without one. */
  endOfForeignName(at: number): number {
    const characters = this.#cursor.settings.nameCharacters ?? '';
    let end = this.#afterGivenName(at);
    while (end < this.#limit && end - at < LONGEST_NAME) {
      if (!(end > at && this.isNameDot(end)) && !this.#isOfName(end, characters, end > at && this.#isDotted(at, end)))
        break;
      end++;
    }
    return this.isNameDot(end - 1) ? at : end;
  }

  /** Behind the dot that ends a given name, in whatever characters it is written; the position itself without a dot. */
  #afterGivenName(at: number): number {
    for (let next = at; next < this.#limit && next - at <= LONGEST_GIVEN_NAME; next++) {
      if (next > at && this.isNameDot(next)) return next + 1;
      if (!this.#cursor.isWord(next)) return at;
    }
    return at;
  }

  #isDotted(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (this.isNameDot(at)) return true;
    return false;
  }

  /** A character of such a name; behind a dot also one that is a name or a word of its own elsewhere. */
  #isOfName(at: number, characters: string, isDotted: boolean): boolean {
    if (!this.#cursor.isWord(at) || !characters.includes(this.#cursor.surface(at, at + 1))) return false;
    if (!this.#cursor.covered(at)) return true;
    const word = this.#cursor.word(at);
    const isWord = word !== null && (word.to - at > 1 || word.senses.some((sense) => NO_NAME.has(sense.kind)));
    return !isWord && (isDotted || this.#isPersonal(at));
  }

  /** Nothing but a person's name, or a character that stands for a state beside others, begins here. */
  #isPersonal(at: number): boolean {
    return this.#cursor.name(at)?.entries.every(({ kind }) => PERSONAL.has(kind)) ?? false;
  }

  isNameDot(at: number): boolean {
    return isNameDot(this.#cursor.mark(at));
  }

  capitalWord(at: number): boolean {
    if (at >= this.#limit || !this.#cursor.isWord(at) || !this.#cursor.isCapital(at)) return false;
    const name = this.#cursor.name(at);
    if (name?.entries.some((entry) => ACTOR_KINDS.has(entry.kind))) return false;
    // "Cumhurbaşkanı İstanbul'a geldi": a city that ends in a case is nobody's name.
    if (this.#cursor.settings.verbFinal && this.#cursor.entry(at, 'place') && this.#cursor.endingAt(name?.to ?? at))
      return false;
    const word = this.#cursor.word(at);
    return !word?.senses.some((sense) => NO_NAME.has(sense.kind));
  }

  /** "Belediye Başkanı Thomas Petermann": a family name before another word with a capital is here a stranger's given name. */
  isGivenName(people: readonly NameEntry[], to: number): boolean {
    const { verbFinal, adjectiveFirst, spaces } = this.#cursor.settings;
    return (
      (verbFinal === true || (!adjectiveFirst && spaces)) &&
      people.every((entry) => entry.kind === 'short') &&
      this.#cursor.endingAt(to) === null &&
      ((this.capitalWord(to) && !this.#cursor.covered(to)) || (this.isParticle(to) && this.nameWord(to)))
    );
  }

  /** "Жан-Клод Баррету": a short name that goes on behind a hyphen is part of a stranger's. */
  isHalfName(people: readonly NameEntry[], to: number): boolean {
    const isGlued = this.#cursor.mark(to) === '-' && !this.#cursor.isSpaced(to) && !this.#cursor.isSpaced(to + 1);
    return (
      isGlued && people.every((entry) => entry.kind === 'short') && this.capitalWord(to + 1) && !this.names(to + 1)
    );
  }

  /**
   * "Türkiye | Belediyeler Birliği | Başkanı": capitalised words of no table between a state and a post are the body of it that
   * the post belongs to. Where the post stands; 0 without one, or where a word shows that it is no body of the state.
   */
  postOfBody(at: number): number {
    for (let words = 0; words <= LONGEST_BODY; words++) {
      const next = at + words;
      if (next >= this.#limit) return 0;
      if (words > 0 && this.#cursor.has(next, 'post') && this.#cursor.isCapital(next)) return next;
      // "Tacikistan Enerji ve Sanayi Bakanı"
      if (words > 0 && this.#cursor.has(next, 'and')) continue;
      if (!this.capitalWord(next) || this.#isElsewhere(next)) return 0;
    }
    return 0;
  }

  /** A firm's, a club's or a university's word. */
  #isElsewhere(at: number): boolean {
    return (
      this.#cursor
        .word(at)
        ?.senses.some((sense) => sense.kind === 'domain' || (sense.kind === 'head' && sense.value === 'nationals')) ??
      false
    );
  }

  startsPart(at: number): boolean {
    return at < this.#limit && (this.#cursor.name(at) !== null || this.isPostLike(at));
  }
}
