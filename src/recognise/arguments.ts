import type { Pack } from '../world/index.ts';
import { commonCases, haveNoCaseInCommon, isMarkedByWord } from './cases.ts';
import { readChain } from './chain.ts';
import type { Cursor } from './cursor.ts';
import { type Discourse, resolvedMention } from './discourse.ts';
import type { Argument, Mention } from './marked.ts';
import type { MentionMaker } from './mentions.ts';
import type { PersonFinder } from './people.ts';

/** How long a clause before a noun phrase may be, in tokens, where it stands between the noun and its mark. */
const CLAUSE_REACH = 26;

/** Reads the arguments of sentences: noun phrases about actors with their marks, joined into groups. */
export class ArgumentReader {
  readonly #cursor: Cursor;
  readonly #maker: MentionMaker;
  readonly #finder: PersonFinder;
  readonly #discourse: Discourse;
  readonly #adjectiveFirst: boolean;
  /** A sense that shares its form with a determiner ("his") owns the noun after it. */
  constructor(cursor: Cursor, maker: MentionMaker, finder: PersonFinder, discourse: Discourse, pack: Pack) {
    this.#cursor = cursor;
    this.#maker = maker;
    this.#finder = finder;
    this.#discourse = discourse;
    this.#adjectiveFirst = pack.settings.adjectiveFirst;
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
      this.#append(list, next, from);
    }
    resolvePairsAhead(list);
    this.#discourse.hear(list, this.#namesStranger(from, to));
    return list;
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
    return this.#pointer(at, to, before) ?? this.#nounPhrase(at, to, before) ?? this.#recalled(at, to);
  }

  /** "he", "the two leaders", "this country". */
  #pointer(at: number, to: number, before: readonly Argument[]): Argument | null {
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
      return argument({ ...mention, possessor: this.#owns(at) }, true);
    const named = value === 'pair' ? this.#pairNamed(phrase.to, to) : null;
    if (named) return { ...named, from: at, joint: true };
    const found = resolvedMention(mention, this.#discourse.refer(value, before, this.#owns(at)));
    return {
      ...argument({ ...found, possessor: this.#owns(at) || this.#cursor.possessiveEnd(phrase.to) > 0 }, true),
      joint: value === 'pair' || value === 'they',
    };
  }

  #owns(at: number): boolean {
    return this.#cursor.has(at, 'determiner');
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
    const mention =
      made.role && made.actors.length === 0 && made.people.length === 0
        ? this.#byRole(made, before)
        : made.role === 'counterpart'
          ? this.#counterpart(made, before)
          : made;
    const found = argument(mention, mention !== made);
    found.adjectival = this.#isAdjectival(mention);
    return found;
  }

  /** "the president": the one spoken of before. */
  #byRole(mention: Mention, before: readonly Argument[]): Mention {
    const role = mention.role as string;
    const wanted = role === 'counterpart' || !this.#isDefinite(mention.from) ? null : this.#maker.classOf(role);
    const referent = wanted ? this.#discourse.byRole(wanted, before) : { actors: [], people: [] };
    return { ...resolvedMention(mention, referent), possessor: mention.possessor };
  }

  /** "the president", as against "foreign ministers": where a language has articles, one must stand before the post. */
  #isDefinite(at: number): boolean {
    const determined = this.#cursor.wordBefore(at)?.senses.some((sense) => sense.kind === 'determiner') ?? false;
    // A language with cases has no articles.
    if (this.#cursor.settings.caseMarks) return true;
    return this.#adjectiveFirst ? determined : !determined;
  }

  /** "his Turkish counterpart": the holder of the same post for that state. */
  #counterpart(mention: Mention, before: readonly Argument[]): Mention {
    const actor = mention.actors[0];
    const role = this.#discourse.classSpokenOf(before);
    if (!actor || !role || mention.people.length > 0) return mention;
    const holder = this.#finder.holderOfClass(actor, role);
    return holder
      ? { ...mention, people: [{ ...this.#finder.mentioned(holder, null), actor }], name: holder.name, id: holder.id }
      : mention;
  }

  /** An adjective or a state's name right before a noun of its language only qualifies it. */
  #isAdjectival(mention: Mention): boolean {
    if (mention.possessor || mention.to >= this.#cursor.tokens.count || !this.#adjectiveFirst) return false;
    // Where an owner follows its noun, only an adjective stands before it.
    if (this.#cursor.settings.stateAfterPost && mention.kind !== 'adjective') return false;
    if (
      mention.kind !== 'adjective' &&
      mention.kind !== 'state' &&
      mention.kind !== 'organisation' &&
      mention.kind !== 'office'
    )
      return false;
    if (this.#cursor.settings.verbFinal) return this.#qualifiesNext(mention);
    // "乌克兰问题", "中国市场"
    if (this.#cursor.has(mention.to, 'noun')) return true;
    const noun = this.#cursor.isWord(mention.to) && !this.#cursor.isCapital(mention.to) && this.#isNoun(mention.to);
    return mention.kind === 'adjective' ? this.#cursor.isWord(mention.to) && !this.#isFiniteVerb(mention.to) : noun;
  }

  /** "İsrail saldırısı", "Rus şirketleri": a bare name before what is possessed, an adjective before anything but a verb. */
  #qualifiesNext(mention: Mention): boolean {
    if (mention.cases && !mention.cases.includes('nom')) return false;
    if (mention.kind === 'adjective') return this.#cursor.isWord(mention.to) && !this.#isFiniteVerb(mention.to);
    if (this.#cursor.isOwned(mention.to)) return true;
    return (
      this.#cursor
        .word(mention.to)
        ?.senses.some(
          (sense) => sense.kind === 'trigger' && sense.trigger.pos === 'noun' && sense.cases?.includes('pos'),
        ) ?? false
    );
  }

  #isNoun(at: number): boolean {
    const senses = this.#cursor.word(at)?.senses;
    if (!senses) return false;
    const noun = senses.some((sense) => sense.kind === 'trigger' && sense.trigger.pos === 'noun');
    return (
      noun &&
      !senses.some((sense) => sense.kind === 'trigger' && sense.trigger.pos === 'verb' && isFiniteForm(sense.is))
    );
  }

  #isFiniteVerb(at: number): boolean {
    const senses = this.#cursor.word(at)?.senses;
    return (
      senses?.some(
        (sense) =>
          sense.kind === 'auxiliary' ||
          sense.kind === 'passive' ||
          sense.kind === 'speech' ||
          (sense.kind === 'trigger' && sense.trigger.pos === 'verb' && (sense.is & 6) !== 0),
      ) ?? false
    );
  }

  /** The family name of somebody the report introduced. */
  #recalled(at: number, to: number): Argument | null {
    if (this.#cursor.settings.nameCharacters) return this.#recalledUncapitalised(at, to);
    if (!this.#cursor.isWord(at) || !this.#cursor.isCapital(at) || this.#cursor.covered(at)) return null;
    const person = this.#maker.recall(this.#cursor.surface(at, at + 1));
    if (!person) return null;
    const possessor = this.#cursor.possessiveEnd(at + 1);
    const ending = this.#cursor.endingAt(at + 1);
    return argument(
      {
        from: at,
        to: ending?.to ?? (possessor || at + 1),
        cases: this.#cursor.settings.verbFinal ? (ending?.cases ?? ['nom']) : [],
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

  #append(list: Argument[], next: Argument, from: number): void {
    if (this.#isModifier(next) || this.#locates(next)) return;
    this.#mark(next, from);
    this.#markByCase(next);
    // "his" before "counterpart": the noun phrase that follows is meant.
    if (list.at(-1)?.resolved && list.at(-1)?.possessor && list.at(-1)?.to === next.from) list.pop();
    const previous = list.at(-1);
    if (previous && this.#repeats(previous, next)) {
      previous.to = next.to;
      return;
    }
    if (previous && this.#narrows(previous, next)) {
      const { from: begins, marks, markFrom, opener } = previous;
      list[list.length - 1] = { ...next, from: begins, marks, markFrom, opener };
      return;
    }
    if (previous && this.#joins(list, previous, next, from)) {
      const group = merge(previous, next);
      if (this.#cursor.settings.verbFinal)
        takeEnding(group, next);
      if (next.marks.length > 0 && this.#cursor.has(group.to, 'postposition'))
        Object.assign(group, { marks: next.marks, markFrom: group.from });
      list[list.length - 1] = this.#withoutPlace(group);
      this.#markByCase(group);
    } else list.push(this.#withoutPlace(next));
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

  /** "美国白宫", "泰国曼谷": with nothing between them, the second says the first more closely. */
  #narrows(previous: Argument, next: Argument): boolean {
    return (
      !this.#cursor.settings.spaces &&
      previous.to === next.from &&
      !previous.possessor &&
      previous.people.length === 0 &&
      previous.actors.length === 1 &&
      next.actors.length === 1 &&
      previous.actors[0] === next.actors[0]
    );
  }

  /** "the Shanghai Cooperation Organisation (SCO)": the same name again, short. */
  #repeats(previous: Argument, next: Argument): boolean {
    const opens = this.#cursor.mark(previous.to);
    return (
      (opens === '(' || opens === '（') &&
      next.from === previous.to + 1 &&
      next.actors.length === 1 &&
      previous.actors.includes(next.actors[0] as string)
    );
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

  /** Finds the mark before a noun phrase, over determiners and a few plain words. */
  #mark(argument: Argument, from: number): void {
    if (
      argument.from > from &&
      '(（'.includes(this.#cursor.mark(argument.from - 1)) &&
      this.#cursor.mark(argument.from - 1) !== ''
    ) {
      // What stands in brackets explains; it is nobody's subject.
      argument.opener = 'copula';
      return;
    }
    if (this.#cursor.settings.verbFinal) return this.#markAfter(argument);
    let at = argument.from;
    const behind = this.#cursor.sense(argument.to, 'postposition');
    if (behind) {
      argument.marks = [behind.sense.value];
      argument.markFrom = argument.from;
      return;
    }
    if (at > from && this.#cursor.settings.possessive === this.#cursor.surface(at - 1, at))
      return this.#markOverClause(argument, from);
    for (let skipped = 0; at > from && skipped < 5; skipped++) {
      const before = this.#cursor.wordBefore(at);
      const own = before?.senses.flatMap((sense) =>
        sense.kind === 'mark' && this.#governs(sense.value, argument) ? [sense.value] : [],
      );
      const marks = before && own?.length === 0 ? this.#cursor.marksEnding(before) : own;
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
      const passable = before
        ? before.senses.some(
            (sense) => sense.kind === 'determiner' || sense.kind === 'modifier' || sense.kind === 'former',
          )
        : this.#isPlain(at - 1);
      if (!passable) return;
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

  /** "В Кремле заявили": with a plural verb right behind it, an office after "in" is who speaks. */
  #isOfficeThatSpeaks(argument: Argument): boolean {
    const { pluralPast, marks } = this.#cursor.settings;
    if (
      !pluralPast ||
      argument.mentions[0]?.kind !== 'office' ||
      !argument.marks.some((mark) => marks.place.includes(mark))
    )
      return false;
    if (argument.to >= this.#cursor.tokens.count || !this.#isFiniteVerb(argument.to)) return false;
    const verb = this.#cursor.surface(argument.to, argument.to + 1);
    return pluralPast.some((ending) => verb.endsWith(ending));
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
  #markByCase(argument: Argument): void {
    if (!this.#cursor.settings.caseMarks) return;
    if (this.#isAgainst(argument)) argument.marks = ['anti'];
    if (this.#isOfficeThatSpeaks(argument)) [argument.marks, argument.markFrom, argument.cases] = [[], -1, ['nom']];
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
    if (plainEndings && this.#cursor.isWord(at)) {
      const word = this.#cursor.surface(at, at + 1);
      if (!plainEndings.some((ending) => word.endsWith(ending))) return false;
    }
    return this.#adjectiveFirst && this.#cursor.isWord(at) && !this.#cursor.covered(at) && !this.#cursor.isCapital(at);
  }

  /** Whether an argument belongs to the group that the one before it began. */
  #joins(list: readonly Argument[], previous: Argument, next: Argument, from: number): boolean {
    if (this.#isCompound(previous, next)) return true;
    const gap = this.#gap(previous.to, next.from);
    if (gap === 'none') return false;
    if (gap === 'comma') return this.#isHeadlineList(previous, next) || this.#isEnumeration(next, previous, list);
    if (previous.actors.length === 0 && next.actors.length === 0) return false;
    if (this.#cursor.settings.verbFinal) return isOpen(previous) || sameMarks(previous, next);
    if (haveNoCaseInCommon(previous, next)) return false;
    if (isMarkedByWord(next) && next.markFrom > previous.to && !sameMarks(previous, next) && !this.#sharesForm(next))
      return false;
    if (gap === 'hyphen') return true;
    return !this.#startsClause(previous, next, from);
  }

  /** 中俄, 中美元首: characters that stand for states, with nothing between them. */
  #isCompound(previous: Argument, next: Argument): boolean {
    return (
      previous.to === next.from &&
      this.#cursor.entry(previous.to - 1, 'abbreviation') !== null &&
      this.#cursor.entry(next.from, 'abbreviation') !== null
    );
  }

  /** The mark of an argument is the very word that joins it ("cùng" is both "and" and "with"). */
  #sharesForm(next: Argument): boolean {
    return this.#cursor.has(next.markFrom, 'and');
  }

  #gap(from: number, to: number): 'none' | 'and' | 'comma' | 'hyphen' {
    if (from > to) return 'none';
    if (from === to) return 'none';
    let found: 'none' | 'and' | 'comma' | 'hyphen' = 'none';
    let at = from;
    while (at < to) {
      const and = this.#cursor.sense(at, 'and');
      const mark = this.#cursor.mark(at);
      const skip = this.#cursor.sense(at, 'determiner') ?? (found === 'none' ? null : this.#cursor.sense(at, 'mark'));
      if (and) {
        found = 'and';
        at = and.to;
      } else if (mark === ',' || mark === '、') {
        if (found === 'none') found = 'comma';
        at++;
      } else if ((mark === '-' || mark === '–' || mark === '/' || mark === '—') && found === 'none') {
        found = 'hyphen';
        at++;
      } else if (skip && skip.to <= to) at = skip.to;
      else return 'none';
    }
    return found;
  }

  /** "with Japanese, South Korean counterparts": a headline's comma between adjectives of one noun. */
  #isHeadlineList(previous: Argument, next: Argument): boolean {
    const [first] = previous.mentions;
    const [second] = next.mentions;
    return first?.kind === 'adjective' && second?.kind === 'person' && second.role !== null && next.marks.length === 0;
  }

  /** "Russia, China and Iran": a comma joins where an "and" follows after more of the same. */
  #isEnumeration(next: Argument, previous: Argument, _list: readonly Argument[]): boolean {
    if (this.#cursor.settings.verbFinal && isOpen(previous) && isOpen(next))
      return this.#isListOfOneCase(previous, next);
    if (next.actors.length === 0 || previous.actors.length === 0 || next.possessor !== previous.possessor) return false;
    if ((isMarkedByWord(next) && !sameMarks(previous, next)) || haveNoCaseInCommon(previous, next)) return false;
    let at = next.to;
    for (let steps = 0; steps < 12; steps++) {
      const and = this.#cursor.sense(at, 'and');
      const comma = this.#cursor.mark(at) === ',' || this.#cursor.mark(at) === '、' ? at + 1 : 0;
      const after = and ? and.to : comma;
      const start = after === 0 ? 0 : (this.#cursor.sense(after, 'determiner')?.to ?? after);
      if (start === 0 || start >= this.#cursor.tokens.count) return false;
      const chain = readChain(this.#cursor, start, this.#cursor.tokens.count);
      if (!chain || (chain.actors.length === 0 && !chain.person)) return false;
      if (and) return true;
      at = chain.to;
    }
    return false;
  }

  /** "Rusya, Çin ve İran'ın": the last has the case of all. "Erdoğan, Putin ve Ruhani'yle": the comma parts the subject from whom he deals with. */
  #isListOfOneCase(previous: Argument, next: Argument): boolean {
    if (next.actors.length === 0 || previous.actors.length === 0) return false;
    if (previous.people.length > 0 !== next.people.length > 0) return false;
    let at = next.to;
    for (let steps = 0; steps < 12; steps++) {
      const and = this.#cursor.sense(at, 'and');
      const start = and ? and.to : this.#cursor.mark(at) === ',' ? at + 1 : 0;
      const chain =
        start > 0 && start < this.#cursor.tokens.count
          ? readChain(this.#cursor, start, this.#cursor.tokens.count)
          : null;
      if (!chain || (chain.actors.length === 0 && !chain.person)) return false;
      // "Türkiye, Rusya ile Ukrayna arasında": ile joins no more than two.
      if (and && this.#cursor.has(at, 'mark')) return false;
      if (and) return chain.cases.includes('nom') || chain.cases.includes('gen') || previous.people.length === 0;
      at = chain.to;
    }
    return false;
  }

  /** "… condemned Israel and Turkey rejected …": after an object, "and" with a verb behind the name begins a new clause. */
  #startsClause(previous: Argument, next: Argument, from: number): boolean {
    if (!this.#cursor.settings.spaces) return false;
    if (!this.#isFiniteVerb(next.to) || next.possessor || previous.marks.length > 0) return false;
    let before = this.#cursor.wordBefore(previous.from);
    while (before && before.from > from && before.senses.some((sense) => sense.kind === 'determiner'))
      before = this.#cursor.wordBefore(before.from);
    return before?.senses.some((sense) => sense.kind === 'trigger' && sense.trigger.pos === 'verb') ?? false;
  }
}

function isFiniteForm(is: number): boolean {
  return (is & 6) !== 0;
}

function sameMarks(left: Argument, right: Argument): boolean {
  return left.marks.some((mark) => right.marks.includes(mark));
}

function argument(mention: Mention, resolved: boolean): Argument {
  return {
    from: mention.from,
    to: mention.to,
    mentions: [mention],
    actors: [...mention.actors],
    people: [...mention.people],
    marks: [],
    markFrom: -1,
    cases: mention.cases ?? [],
    opener: null,
    possessor: mention.possessor,
    adjectival: false,
    joint: mention.actors.length > 1,
    resolved,
  };
}

function merge(left: Argument, right: Argument): Argument {
  const actors = [...new Set([...left.actors, ...right.actors])];
  return {
    ...left,
    to: right.to,
    mentions: [...left.mentions, ...right.mentions],
    actors,
    people: [...left.people, ...right.people],
    cases: commonCases(left, right),
    possessor: right.possessor,
    adjectival: right.adjectival,
    joint: actors.length > 1,
    resolved: left.resolved && right.resolved,
  };
}

/** "Both sides agreed to deepen ties between Russia and China": who both are is told after them. */
function resolvePairsAhead(list: Argument[]): void {
  for (const argument of list) {
    const role = argument.mentions[0]?.role;
    if (argument.actors.length > 0 || (role !== 'pair' && role !== 'they')) continue;
    const group = list.find((other) => other.from > argument.to && other.actors.length === 2);
    if (!group) continue;
    argument.actors = [...group.actors];
    argument.people = [...group.people];
    argument.mentions = argument.mentions.map((mention) => ({ ...mention, actors: [...group.actors], kind: 'state' }));
  }
}

/** A group has the ending, and the mark, of its last member. */
function takeEnding(group: Argument, last: Argument): void {
  group.cases = last.cases;
  group.marks = last.marks;
  group.markFrom = last.markFrom === last.from ? group.from : last.markFrom;
}

/** It bears no ending and no mark of its own: it may have that of the last of its group. */
function isOpen(argument: Argument): boolean {
  return argument.marks.length === 0 && (argument.cases.length === 0 || argument.cases.includes('nom'));
}
