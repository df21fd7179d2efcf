import { endsInOneOf } from '../world/endings.ts';
import { argument, merge } from './argument.ts';
import { readChain } from './chain.ts';
import type { Cursor } from './cursor.ts';
import type { Discourse } from './discourse.ts';
import { resolvedMention } from './discourse.ts';
import type { Argument, Mention } from './marked.ts';
import type { MentionMaker } from './mentions.ts';

/** Before the codes of the states that a phrase names together. */
const NAMED_PAIR = 'pair:';

/** Reads what points back: "he", "the two leaders", "this country". */
export class PointerReader {
  readonly #cursor: Cursor;
  readonly #maker: MentionMaker;
  readonly #discourse: Discourse;

  constructor(cursor: Cursor, maker: MentionMaker, discourse: Discourse) {
    this.#cursor = cursor;
    this.#maker = maker;
    this.#discourse = discourse;
  }

  /** "he", "the two leaders", "this country". */
  pointer(at: number, to: number, before: readonly Argument[]): Argument | null {
    const pronoun = this.#cursor.sense(at, 'pronoun');
    const phrase = pronoun ?? this.#cursor.sense(at, 'corefer');
    if (!phrase || phrase.sense.value === 'counterpart') return null;
    // "US" is no "us", and "the Group of Seven" no group: a name as long as the pronoun, or longer, is the name.
    if ((this.#cursor.name(at)?.to ?? 0) >= phrase.to) return null;
    if (phrase.to - at > 1 && (this.#cursor.name(phrase.to - 1)?.to ?? 0) > phrase.to) return null;
    // "ông Putin": the word before a name is a title, not a pronoun.
    const chain = readChain(this.#cursor, at, to);
    if (chain && chain.to > phrase.to && (chain.title || chain.person || chain.actors.length > 0)) return null;
    const value = phrase.sense.value;
    if (value.startsWith(NAMED_PAIR))
      return this.#statesNamed(at, phrase.to, value.slice(NAMED_PAIR.length).split('+'));
    const mention: Mention = {
      from: at,
      to: phrase.to,
      kind: 'unknown',
      actors: [],
      people: [],
      name: null,
      id: null,
      role: value,
      possessor: false,
      cases: phrase.sense.cases ?? [],
    };
    if (value === 'I' || value === 'we' || value === 'you')
      return argument({ ...mention, possessor: this.#owns(at, phrase.to) }, true);
    const named = value === 'pair' || value === 'leaders' ? this.#pairNamed(phrase.to, to) : null;
    if (named) return { ...named, from: at, joint: true, ...this.#endingOf(named) };
    const owns = this.#owns(at, phrase.to);
    const isObject = !owns && this.#isOblique(mention.cases);
    const referent =
      value === 'this-state' && this.#isObject(at)
        ? this.#discourse.otherState(before)
        : this.#discourse.refer(value, this.#others(at, before), owns, isObject);
    const found = resolvedMention(mention, referent);
    return {
      ...argument({ ...found, possessor: owns || this.#cursor.possessiveEnd(phrase.to) > 0 }, true),
      joint: value === 'pair' || value === 'leaders' || value === 'each-other' || value === 'they',
    };
  }

  /** "North and South Korea": two states in one phrase. */
  #statesNamed(from: number, to: number, actors: string[]): Argument {
    const name = this.#maker.nameOfState(actors[0] as string);
    const possessor = this.#cursor.possessiveEnd(to) > 0;
    const mention: Mention = { from, to, kind: 'state', actors, people: [], name, id: null, role: null, possessor };
    return argument(mention, false);
  }

  /** "安华与两国总理分别通话": those with whom somebody in the clause deals are others than he, and were named before. */
  #others(at: number, before: readonly Argument[]): readonly Argument[] {
    const { spaces, marks } = this.#cursor.settings;
    const mark = spaces ? null : this.#cursor.wordBefore(at);
    const isWith = mark?.senses.some((sense) => sense.kind === 'mark' && marks.with?.includes(sense.value)) ?? false;
    return isWith ? [] : before;
  }

  /** Right behind a verb of action, or a mark of those that lead to whom it is done. */
  #isObject(at: number): boolean {
    const before = this.#cursor.wordBefore(at);
    const { towards } = this.#cursor.settings.marks;
    return (
      before?.senses.some(
        (sense) =>
          (sense.kind === 'trigger' && sense.trigger.pos === 'verb' && sense.trigger.type !== 'CONSULT') ||
          (sense.kind === 'mark' && towards?.includes(sense.value) === true),
      ) ?? false
    );
  }

  /** "iki ülkenin cumhurbaşkanları X ve Y'nin": where endings show the case, the group has that of its last member. */
  #endingOf(group: Argument): Pick<Argument, 'cases'> {
    const last = group.mentions.at(-1);
    return { cases: this.#cursor.settings.verbFinal && last?.cases ? last.cases : group.cases };
  }

  /** "его страна"; but "призвал его не стрелять", "попросил его о помощи" have nothing that he could own. */
  #owns(at: number, to: number): boolean {
    if (!this.#cursor.has(at, 'determiner')) return false;
    const { infinitiveEndings } = this.#cursor.settings;
    if (!infinitiveEndings) return true;
    const next = this.#cursor.word(to)?.senses ?? [];
    if (!this.#cursor.isWord(to) || next.some(({ kind }) => kind === 'mark' || kind === 'status' || kind === 'and'))
      return false;
    return !endsInOneOf(this.#cursor.surface(to, to + 1), infinitiveEndings);
  }

  /** By its case no subject: somebody else than whom the clause is about. */
  #isOblique(cases: readonly string[] = []): boolean {
    const { caseMarks, verbFinal } = this.#cursor.settings;
    return caseMarks && !verbFinal && cases.length > 0 && !cases.includes('nom');
  }

  /** "hai nhà lãnh đạo Nga và Thổ Nhĩ Kỳ", "the leaders of Russia and Turkey". */
  #pairNamed(at: number, to: number): Argument | null {
    const of = this.#cursor.sense(at, 'mark');
    const start = of && this.#cursor.settings.marks.owner.includes(of.sense.value) ? of.to : at;
    const chain = start < to ? readChain(this.#cursor, start, to) : null;
    if (!chain) return null;
    const first = argument(this.#maker.make(chain), false);
    const joined = [first];
    for (let next = this.#joint(first.to, to); next > 0; next = this.#joint((joined.at(-1) as Argument).to, to)) {
      const member = readChain(this.#cursor, next, to);
      if (!member) break;
      joined.push(argument(this.#maker.make(member), false));
    }
    const group = joined.reduce((left, right) => merge(left, right));
    return group.actors.length >= 2 ? group : null;
  }

  /** Where the next member of a group begins after "and" or a hyphen; 0 when the group ends. */
  #joint(at: number, to: number): number {
    const and = this.#cursor.sense(at, 'and');
    if (and) return and.to < to ? and.to : 0;
    const mark = this.#cursor.mark(at);
    return (mark === '-' || mark === '–' || mark === ',') && at + 1 < to ? at + 1 : 0;
  }
}
