import { apposes, narrows, ownsOffice, repeats } from './apposition.ts';
import { argument, goesOnOwning, merge, resolvePairsAhead, shareHead, takeEnding, unmarkListed } from './argument.ts';
import { freeSubjects } from './bare-subject.ts';
import { readChain } from './chain.ts';
import type { Cursor } from './cursor.ts';
import { takeLeader } from './delegation.ts';
import type { Discourse } from './discourse.ts';
import { Grouping } from './grouping.ts';
import type { Argument, Mention, MentionedPerson } from './marked.ts';
import { MarkFinder } from './marks.ts';
import type { MentionMaker } from './mentions.ts';
import { LongerNames } from './namesakes/longer-names.ts';
import type { PersonFinder } from './people.ts';
import { PointerReader } from './pointers.ts';
import { PostReader } from './post-reader.ts';
import { isFiniteVerb, isNoun } from './verbs.ts';

/** Cases in which a city can be where something is done. */
const PLACE_CASES = new Set(['dat', 'acc', 'loc', 'rel']);

/** Reads the arguments of sentences: noun phrases about actors with their marks, joined into groups. */
export class ArgumentReader {
  readonly #cursor: Cursor;
  readonly #maker: MentionMaker;
  readonly #finder: PersonFinder;
  readonly #discourse: Discourse;
  readonly #pointers: PointerReader;
  readonly #marks: MarkFinder;
  readonly #groups: Grouping;
  readonly #posts: PostReader;
  readonly #stranger: LongerNames;

  constructor(cursor: Cursor, maker: MentionMaker, finder: PersonFinder, discourse: Discourse) {
    this.#cursor = cursor;
    this.#maker = maker;
    this.#finder = finder;
    this.#discourse = discourse;
    this.#pointers = new PointerReader(cursor, maker, discourse);
    this.#marks = new MarkFinder(cursor, maker);
    this.#groups = new Grouping(cursor);
    this.#posts = new PostReader(cursor, maker, finder, discourse);
    this.#stranger = new LongerNames(cursor, maker);
  }

  read(from: number, to: number): Argument[] {
    const list: Argument[] = [];
    let at = from;
    while (at < to) {
      const next = this.#cursor.begins(at) || this.#maker.hasIntroduced ? this.#readAt(at, to, list) : null;
      if (!next) {
        at++;
        continue;
      }
      at = Math.max(next.to, at + 1);
      this.#append(list, next, from, to);
      at = Math.max(at, list.at(-1)?.to ?? 0);
    }
    resolvePairsAhead(list);
    if (this.#cursor.settings.verbFinal) freeSubjects(list, this.#cursor);
    this.#discourse.hear(list, this.#namesStranger(from, to));
    return list;
  }

  /** Cities and regions between the arguments of a sentence; they stand for their country only as what it suffers. */
  places(from: number, to: number, list: readonly Argument[]): Argument[] {
    const found: Argument[] = [];
    for (let at = from; at < to; at++) {
      const hit = this.#cursor.name(at);
      const entry = hit?.entries.find((candidate) => candidate.kind === 'place');
      const country = entry ? this.#maker.countryOf(entry) : null;
      if (!hit || !entry || !country || list.some((other) => other.from < hit.to && at < other.to)) continue;
      const place = argument(
        {
          from: at,
          to: hit.to,
          kind: 'place',
          actors: [country],
          people: [],
          name: this.#cursor.surface(at, hit.to),
          id: null,
          role: null,
          possessor: false,
          cases: entry.cases,
        },
        false,
      );
      this.#marks.mark(place, from);
      this.#marks.markByCase(place);
      found.push(place);
    }
    return found;
  }

  /** Two capitalised words side by side that no table holds: somebody, or something, else. */
  #namesStranger(from: number, to: number): boolean {
    for (let at = from; at + 1 < to; at++)
      if (this.#isStrange(at) && this.#isStrange(at + 1) && this.#cursor.isSpaced(at + 1)) return true;
    return false;
  }

  #isStrange(at: number): boolean {
    return this.#cursor.isWord(at) && this.#cursor.isCapital(at) && !this.#cursor.covered(at);
  }

  #readAt(at: number, to: number, before: readonly Argument[]): Argument | null {
    return (
      this.#pointers.pointer(at, to, before) ??
      this.#nounPhrase(at, to, before) ??
      this.#recalled(at, to) ??
      this.#place(at)
    );
  }

  #nounPhrase(at: number, to: number, before: readonly Argument[]): Argument | null {
    if (!this.#cursor.name(at) && !this.#cursor.word(at)) return null;
    const chain = readChain(this.#cursor, at, to);
    if (!chain) return null;
    const made = this.#maker.make(chain);
    // A family name that nobody introduced may be any word with a capital.
    if (
      made.kind === 'unknown' &&
      chain.person &&
      !chain.title &&
      !chain.role &&
      chain.person.every((entry) => entry.kind === 'short')
    )
      return null;
    const mention = this.#posts.settled(made, before);
    const found = argument(this.#posts.ofSubject(mention), mention !== made);
    found.adjectival = this.#isAdjectival(mention);
    return found;
  }

  /** An adjective or a state's name right before a noun of its language only qualifies it. */
  #isAdjectival(mention: Mention): boolean {
    if (mention.possessor || mention.to >= this.#cursor.tokens.count || !this.#cursor.settings.adjectiveFirst)
      return false;
    // Where an owner follows its noun, only an adjective stands before it.
    if (this.#cursor.settings.stateAfterPost && mention.kind !== 'adjective') return false;
    if (
      mention.kind !== 'adjective' &&
      mention.kind !== 'state' &&
      mention.kind !== 'organisation' &&
      mention.kind !== 'office' &&
      !(this.#cursor.settings.verbFinal && mention.role !== null && mention.people.length === 0)
    )
      return false;
    if (this.#cursor.settings.verbFinal) return this.#qualifiesNext(mention);
    // "乌克兰问题", "中国市场"
    if (this.#cursor.has(mention.to, 'noun')) return true;
    const noun =
      this.#cursor.isWord(mention.to) && !this.#cursor.isCapital(mention.to) && isNoun(this.#cursor, mention.to);
    return mention.kind === 'adjective'
      ? this.#cursor.isWord(mention.to) && !isFiniteVerb(this.#cursor, mention.to)
      : noun;
  }

  /** "İsrail saldırısı", "Rus şirketleri": a bare name before what is possessed, an adjective before anything but a verb. */
  #qualifiesNext(mention: Mention): boolean {
    if (mention.cases && !mention.cases.includes('nom')) return false;
    if (mention.kind === 'adjective') return this.#cursor.isWord(mention.to) && !isFiniteVerb(this.#cursor, mention.to);
    if (this.#cursor.isOwned(mention.to)) return true;
    return (
      this.#cursor
        .word(mention.to)
        ?.senses.some(
          (sense) => sense.kind === 'trigger' && sense.trigger.pos === 'noun' && sense.cases?.includes('pos'),
        ) ?? false
    );
  }

  /** The family name of somebody the report introduced. */
  #recalled(at: number, to: number): Argument | null {
    if (this.#cursor.settings.nameCharacters) return this.#recalledUncapitalised(at, to);
    if (!this.#cursor.isWord(at) || !this.#cursor.isCapital(at) || !this.#isNobodyElse(at)) return null;
    const recalled = this.#maker.recallForm(this.#cursor.surface(at, at + 1));
    if (!recalled) return null;
    const { person } = recalled;
    const possessor = this.#cursor.possessiveEnd(at + 1);
    const ending = this.#cursor.endingAt(at + 1);
    return argument(
      {
        from: at,
        to: ending?.to ?? (possessor || at + 1),
        cases: this.#cursor.settings.verbFinal ? (ending?.cases ?? ['nom']) : recalled.cases,
        kind: 'person',
        actors: person.actor ? [person.actor] : [],
        people: [person],
        name: person.name,
        id: person.id,
        role: null,
        possessor: possessor > 0,
      },
      false,
    );
  }

  /** No table holds the word, or only as the family name of people the report has not named. */
  #isNobodyElse(at: number): boolean {
    if (!this.#cursor.covered(at)) return true;
    return this.#cursor.name(at)?.entries.every((entry) => entry.kind === 'short') === true && !this.#cursor.word(at);
  }

  /** "Harkiv'i", "Antalya'ya", "Stockholm'deki": where cases are endings, a city in a case of place or object stands for its country. */
  #place(at: number): Argument | null {
    if (!this.#cursor.settings.verbFinal) return null;
    const entry = this.#cursor.entry(at, 'place');
    const country = entry ? this.#maker.countryOf(entry) : null;
    const end = this.#cursor.name(at)?.to ?? 0;
    const ending = country ? this.#cursor.endingAt(end) : null;
    if (!country || !ending?.cases.some((name) => PLACE_CASES.has(name))) return null;
    const { cases, to } = ending;
    return argument(
      {
        from: at,
        to,
        cases,
        kind: 'place',
        actors: [country],
        people: [],
        name: null,
        id: null,
        role: null,
        possessor: false,
      },
      false,
    );
  }

  #recalledUncapitalised(at: number, to: number): Argument | null {
    if (this.#cursor.covered(at)) return null;
    for (let end = Math.min(at + 8, to); end - at >= 2; end--) {
      const person = this.#maker.recall(this.#cursor.surface(at, end));
      if (!person) continue;
      const { actor, name, id } = person;
      const actors = actor ? [actor] : [];
      const possessor = this.#cursor.possessiveEnd(end);
      const place = { from: at, to: possessor || end, possessor: possessor > 0 };
      return argument({ ...place, kind: 'person', actors, people: [person], name, id, role: null }, false);
    }
    return null;
  }

  #append(list: Argument[], next: Argument, from: number, end: number): void {
    if (this.#isModifier(next) || this.#locates(next) || this.#stranger.isPartOf(next, from, end)) return;
    this.#marks.mark(next, from);
    this.#marks.markByCase(next, list);
    unmarkListed(next, list.at(-1), this.#cursor.settings.marks.listing);
    if (takeLeader(list.at(-1), next, this.#cursor)) return;
    // "his" before "counterpart": the noun phrase that follows is meant.
    if (list.at(-1)?.resolved && list.at(-1)?.possessor && list.at(-1)?.to === next.from) list.pop();
    const previous = list.at(-1);
    if (previous && ownsOffice(previous, next)) next.actors = [...previous.actors];
    if (previous && (repeats(this.#cursor, previous, next) || apposes(this.#cursor, previous, next))) {
      previous.to = next.to;
      return;
    }
    if (previous && narrows(this.#cursor, previous, next)) {
      const { from: begins, marks, markFrom, opener } = previous;
      list[list.length - 1] = { ...next, from: begins, marks, markFrom, opener };
      return;
    }
    // "Lavrov and his counterpart": "his" is no second party.
    const isOwner = next.resolved && next.possessor && this.#cursor.has(next.from, 'determiner');
    if (previous && !isOwner && this.#groups.joins(previous, next, from)) {
      shareHead(previous, next, this.#cursor.settings);
      const group = merge(previous, next);
      if (goesOnOwning(previous, next)) group.people = this.#holders(group);
      if (this.#cursor.settings.verbFinal) takeEnding(group, next);
      if (next.marks.length > 0 && this.#cursor.has(group.to, 'postposition'))
        Object.assign(group, { marks: next.marks, markFrom: group.from });
      list[list.length - 1] = this.#withoutPlace(group);
      this.#marks.markByCase(group);
    } else {
      if (this.#cursor.settings.verbFinal) this.#settleBare(list, next);
      list.push(this.#withoutPlace(next));
    }
  }

  /** "президенты Польши, Литвы и Эстонии": one post of several states is held by somebody in each. */
  #holders({ mentions, people }: Argument): MentionedPerson[] {
    const role = mentions[0]?.role;
    const held = role
      ? mentions.flatMap(({ actors: [actor], kind }) => {
          const holder = actor && kind !== 'office' ? this.#finder.holder(actor, role) : null;
          return holder ? [{ ...this.#finder.mentioned(holder, role), actor: actor as string }] : [];
        })
      : [];
    return [...people, ...held.filter(({ id }) => people.every((known) => known.id !== id))];
  }

  /** "在俄罗斯与乌克兰谈判之际", "在普京访问期间": before those who act, a mark of place opens a clause. */
  #withoutPlace(argument: Argument): Argument {
    const { place } = this.#cursor.settings.marks;
    const acts =
      argument.actors.length > 1 ||
      argument.mentions.some((mention) => mention.role !== null || mention.kind === 'person');
    if (this.#cursor.settings.spaces || !acts || !argument.marks.some((mark) => place.includes(mark))) return argument;
    return { ...argument, marks: [], markFrom: -1 };
  }

  /** "Geneva, Switzerland": the state only says where the city lies. */
  #locates(argument: Argument): boolean {
    if (argument.mentions[0]?.kind !== 'state' || this.#cursor.mark(argument.from - 1) !== ',') return false;
    const city = this.#cursor.nameBefore(argument.from - 1);
    return city?.entries.some((entry) => this.#maker.countryOf(entry) === argument.actors[0]) ?? false;
  }

  /** "US-led": the name only says of what kind something is. */
  #isModifier(argument: Argument): boolean {
    const at = argument.to;
    const { tokens } = this.#cursor;
    return (
      this.#cursor.mark(at) === '-' &&
      !this.#cursor.isSpaced(at) &&
      at + 1 < tokens.count &&
      !this.#cursor.isSpaced(at + 1) &&
      this.#cursor.isWord(at + 1) &&
      !this.#cursor.isCapital(at + 1) &&
      !this.#cursor.name(at + 1)
    );
  }

  /** Where endings mark the cases: a bare name right behind a genitive only qualifies what is owned, and a form that may be either case is no second subject. */
  #settleBare(list: readonly Argument[], next: Argument): void {
    const previous = list.at(-1);
    if (!previous || next.marks.length > 0) return;
    if (previous.to === next.from && previous.cases.includes('gen') && next.people.length === 0) next.adjectival = true;
    if (!next.cases.includes('acc') || !list.some((other) => other.marks.length === 0 && !other.adjectival)) return;
    next.cases = ['acc'];
    this.#marks.markByCase(next);
  }
}
