import type { SenseKind } from '../../world/index.ts';
import type { Cursor } from '../cursor.ts';
import { Lookahead } from '../lookahead.ts';
import type { Argument } from '../marked.ts';
import type { MentionMaker } from '../mentions.ts';

/** How many capitalised words may stand between a state and its office: "Iranian Quds Force commander". */
const LONGEST_BODY = 3;
/** A word in small letters of at least so many characters shows that a line is no headline in capitals. */
const LONG_WORD = 4;

/** Words that have a sense of their own beside a state: "US President", "French General". */
const SPEAKS = new Set<SenseKind>([
  'post',
  'office',
  'head',
  'title',
  'corefer',
  'mark',
  'and',
  'determiner',
  'pronoun',
]);

/** Tells names of states and cities that are but a part of a longer name: "Turkish Airlines", "Dynamo Moscow", "Athens, Georgia". */
export class LongerNames {
  readonly #cursor: Cursor;
  readonly #maker: MentionMaker;

  constructor(cursor: Cursor, maker: MentionMaker) {
    this.#cursor = cursor;
    this.#maker = maker;
  }

  /** Whether a bare name of a state in the sentence from–to belongs to the name of somebody or something else. */
  isPartOf(argument: Argument, from: number, to: number): boolean {
    const { settings } = this.#cursor;
    if (!settings.adjectiveFirst || settings.caseMarks || settings.verbFinal || !this.#isBare(argument)) return false;
    if (this.#isTownOf(argument)) return true;
    return (this.#goesOn(argument, to) || this.#begins(argument, from)) && !this.#isHeadline(from, to);
  }

  #isBare({ mentions, people, possessor, resolved }: Argument): boolean {
    const [mention] = mentions;
    const isName = mention?.kind === 'state' || mention?.kind === 'adjective' || mention?.kind === 'office';
    return isName && mentions.length === 1 && !mention.role && people.length === 0 && !possessor && !resolved;
  }

  /** "Moscow, Idaho, …": a town of that name lies elsewhere. */
  #isTownOf({ to, actors }: Argument): boolean {
    if (this.#cursor.mark(to) !== ',') return false;
    const region = this.#cursor.name(to + 1);
    const place = region?.entries.find(({ kind }) => kind === 'place');
    if (!region || !place || !',.'.includes(this.#cursor.mark(region.to) || ' ')) return false;
    const country = this.#maker.countryOf(place);
    return country !== null && country !== actors[0];
  }

  /** "Turkish Airlines added …", unless an office or a post follows: "Russian Aerospace Forces". */
  #goesOn({ to, mentions }: Argument, limit: number): boolean {
    let end = to;
    while (end < limit && this.#isStrange(end)) end++;
    if (end === to) return false;
    const ahead = new Lookahead(this.#cursor, limit);
    if (end - to <= LONGEST_BODY && ahead.isPostLike(end)) return false;
    // "the Syrian Tanf base": an adjective before a thing with a name still says whose it is.
    return mentions[0]?.kind !== 'adjective' || end >= limit || !this.#isNounAhead(end);
  }

  #isNounAhead(at: number): boolean {
    return this.#cursor.isWord(at) && !this.#cursor.isCapital(at) && !this.#cursor.covered(at);
  }

  /** "Denzel Washington", "Dynamo Moscow"; the first word of a sentence has its capital for nothing. */
  #begins({ from: at, mentions }: Argument, from: number): boolean {
    return (
      mentions[0]?.kind === 'state' &&
      this.#cursor.name(at) !== null &&
      at - 1 > from &&
      this.#cursor.isSpaced(at) &&
      this.#isStrange(at - 1)
    );
  }

  #isStrange(at: number): boolean {
    const cursor = this.#cursor;
    if (!cursor.isWord(at) || !cursor.isCapital(at) || !cursor.isSpaced(at) || cursor.name(at)) return false;
    const word = cursor.word(at);
    return word ? !word.senses.some(({ kind }) => SPEAKS.has(kind)) : !cursor.covered(at);
  }

  /** A line in which every longer word has a capital: there a capital says nothing. */
  #isHeadline(from: number, to: number): boolean {
    for (let at = from; at < to; at++)
      if (
        this.#cursor.isWord(at) &&
        !this.#cursor.isCapital(at) &&
        this.#cursor.surface(at, at + 1).length >= LONG_WORD
      )
        return false;
    return true;
  }
}
