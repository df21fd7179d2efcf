import type { NameEntry } from '../world/index.ts';
import { casesOf } from './cases.ts';
import { ACTOR_KINDS, type Chain, emptyChain, isNounPhrase, take } from './chain-parts.ts';
import type { Cursor } from './cursor.ts';
import { LONGEST_STRANGER, Lookahead } from './lookahead.ts';
import { isNamesake } from './namesakes/bearers.ts';
import { OwnerReader } from './owners.ts';
import { PartOrder } from './part-order.ts';
import { closesQuotation, opensQuotation } from './punctuation.ts';

const MAXIMUM_PARTS = 14;
/** Tokens of a stranger's name where foreign names are spelt by syllables, with the hyphens between them. */
const LONGEST_SPELT = 16;
/** Who heads what the phrase names; "the UN ambassador" is not the UN's. */
const HEADS_OF_NAMED = /^(secretary-|director-|managing-|organisation-|executive-|high-rep|intelligence-)/;

/** Reads the longest noun phrase about an actor that begins at a position; null when none does. */
export function readChain(cursor: Cursor, from: number, limit: number): Chain | null {
  if (from >= limit || !cursor.beginsPhrase(from)) return null;
  const chain = emptyChain(from);
  const reader = new ChainReader(cursor, chain, limit);
  for (let parts = 0; parts < MAXIMUM_PARTS && reader.readPart(); parts++);
  return isNounPhrase(chain) ? chain : null;
}

class ChainReader {
  readonly #cursor: Cursor;
  readonly #chain: Chain;
  readonly #limit: number;
  readonly #ahead: Lookahead;
  readonly #owners: OwnerReader;
  readonly #order: PartOrder;

  constructor(cursor: Cursor, chain: Chain, limit: number) {
    this.#cursor = cursor;
    this.#chain = chain;
    this.#limit = limit;
    this.#ahead = new Lookahead(cursor, limit);
    this.#owners = new OwnerReader(cursor, chain, limit, this.#ahead);
    this.#order = new PartOrder(cursor, chain, this.#ahead);
  }

  /** Takes the next part of the phrase; false when the phrase ends here. */
  readPart(): boolean {
    const at = this.#chain.to;
    if (at >= this.#limit) return false;
    if (this.#cursor.settings.verbFinal) return this.#inflectedPart(at);
    if (this.#chain.person || this.#chain.unknown)
      return (
        this.#namedAfter(at) ||
        this.#suffix(at) ||
        this.#postAfterName(at) ||
        this.#owners.possessive(at) ||
        this.#owners.apposedState(at)
      );
    return (
      this.#former(at) ||
      this.#title(at) ||
      this.#initials(at) ||
      this.#person(at) ||
      this.#organOrState(at) ||
      this.#post(at) ||
      this.#unknownName(at) ||
      this.#owners.possessive(at) ||
      this.#owners.ofState(at) ||
      this.#apposition(at) ||
      this.#looseAdjective(at)
    );
  }

  /** Where cases are endings: a part with its ending. One in another case than the nominative ends the phrase, unless it owns what follows. */
  #inflectedPart(at: number): boolean {
    const chain = this.#chain;
    const before = chain.cases;
    const isOblique = before.length > 0 && !before.includes('nom');
    if (isOblique && !this.#owners.ownsNext(at)) return false;
    chain.cases = [];
    if (!this.#uninflectedPart(at)) {
      chain.cases = before;
      return false;
    }
    const ending = this.#cursor.endingAt(chain.to);
    if (ending) [chain.cases, chain.to] = [ending.cases, ending.to];
    else if (chain.cases.length === 0) chain.cases = ['nom'];
    chain.possessor = chain.cases.includes('gen');
    return true;
  }

  #uninflectedPart(at: number): boolean {
    if (this.#chain.person || this.#chain.unknown) return this.#suffix(at);
    return (
      this.#former(at) ||
      this.#title(at) ||
      this.#person(at) ||
      this.#owners.seatOfEnvoy(at) ||
      this.#postWithName(at) ||
      this.#organOrState(at) ||
      this.#post(at) ||
      this.#unknownName(at) ||
      this.#looseAdjective(at) ||
      this.#body(at)
    );
  }

  /** "Türkiye Belediyeler Birliği Başkanı": a body of the state that no table holds. */
  #body(at: number): boolean {
    const chain = this.#chain;
    if (chain.actors.length === 0 || chain.role || chain.head || chain.office) return false;
    const post = this.#ahead.postOfBody(at);
    return post > 0 && take(chain, post);
  }

  /** "AB Bakanı": a post whose title begins with a name is no post of that actor. */
  #postWithName(at: number): boolean {
    const name = this.#cursor.name(at);
    const post = name ? this.#cursor.sense(at, 'post') : null;
    return name !== null && post !== null && post.to > name.to && this.#post(at);
  }

  #former(at: number): boolean {
    const former = this.#cursor.sense(at, 'former');
    if (!former || this.#chain.former) return false;
    // "former" alone names nobody: something must follow.
    if (!this.#ahead.startsPart(former.to)) return false;
    this.#chain.former = true;
    return take(this.#chain, former.to);
  }

  #title(at: number): boolean {
    const title = this.#cursor.sense(at, 'title');
    if (!title) return false;
    const next = this.#cursor.mark(title.to) === '.' ? title.to + 1 : title.to;
    const isNamed = this.#ahead.names(next) || this.#ahead.capitalWord(next);
    const isPost = this.#cursor.settings.verbFinal === true && this.#ahead.isPostLike(next);
    if (next >= this.#limit || !(isNamed || isPost)) return false;
    this.#chain.title = true;
    return take(this.#chain, next);
  }

  /** "В.В.Путин", "К.-Ж. Токаев": initials before a family name, where a letter alone may be another word. */
  #initials(at: number): boolean {
    if (!this.#cursor.settings.initials) return false;
    const end = this.#ahead.afterInitials(at);
    if (end === at || end >= this.#limit || !this.#ahead.names(end)) return false;
    this.#chain.title = true;
    return take(this.#chain, end);
  }

  /** "克林顿镇", "约翰逊公司": a town and a firm with somebody's name. */
  #namedAfter(at: number): boolean {
    const senses = this.#cursor.word(at)?.senses ?? [];
    const isNamesake = senses.some((sense) => sense.kind === 'head' && sense.value === 'named');
    if (isNamesake) this.#chain.isNamesake = true;
    return isNamesake && take(this.#chain, this.#cursor.word(at)?.to ?? at + 1);
  }

  /** "Biden, Jr." */
  #suffix(at: number): boolean {
    const start = this.#cursor.mark(at) === ',' ? at + 1 : at;
    const suffix = start < this.#limit ? this.#cursor.sense(start, 'suffix') : null;
    if (!suffix) return false;
    return take(
      this.#chain,
      this.#cursor.mark(suffix.to) === '.' && suffix.to < this.#limit ? suffix.to + 1 : suffix.to,
    );
  }

  /** "扎希德第一副总理": where nothing parts words a post may follow the name. */
  #postAfterName(at: number): boolean {
    const post = this.#cursor.settings.spaces ? null : this.#cursor.sense(at, 'post');
    return post ? take(this.#chain, post.to) : false;
  }

  #person(at: number): boolean {
    const hit = this.#cursor.name(at);
    const people = hit?.entries.filter((entry) => entry.kind === 'person' || entry.kind === 'short');
    if (!hit || !people || people.length === 0) return false;
    const others = hit.entries.some((entry) => ACTOR_KINDS.has(entry.kind));
    if (others && !this.#chain.title && !this.#chain.role) return false;
    if (this.#ahead.isGivenName(people, hit.to) || this.#ahead.isHalfName(people, hit.to)) return false;
    if (this.#isTownOf(people)) return false;
    if (this.#order.isOwnName() || this.#ahead.isOrgan(at, people) || !this.#order.agrees(casesOf(people)))
      return false;
    this.#chain.person = people;
    return take(this.#chain, hit.to);
  }

  /** "泰国素林": where nothing parts words, a family name right after a state with no post between may be anything there. */
  #isTownOf(people: readonly NameEntry[]): boolean {
    const { actors, role, title, former } = this.#chain;
    const isBare = actors.length > 0 && !role && !title && !former;
    return isBare && !this.#cursor.settings.spaces && people.every((entry) => entry.kind === 'short' && !entry.famous);
  }

  #organOrState(at: number): boolean {
    if (this.#postedAbroad(at)) return true;
    const hit = this.#cursor.name(at);
    if (!hit) return this.#quotedActor(at);
    const entries = hit.entries.filter((entry) => ACTOR_KINDS.has(entry.kind));
    if (entries.length === 0) return this.#outlet(hit.entries, hit.to);
    if (isNamesake(this.#cursor, at, hit)) return false;
    if (!this.#takesActor() || !this.#order.fitsBeside(entries)) return false;
    this.#chain.actors.push({ entries, at });
    return take(this.#chain, hit.to);
  }

  /** «страны "Большой семёрки"»: quotation marks around the name of what owns the noun before it. */
  #quotedActor(at: number): boolean {
    if (!this.#ahead.isOwnerName(at + 1) || !opensQuotation(this.#cursor.mark(at))) return false;
    if (!this.#chain.role && !this.#chain.office && !this.#chain.head) return false;
    if (!this.#organOrState(at + 1)) return false;
    const end = this.#chain.to;
    return closesQuotation(this.#cursor.mark(end)) ? take(this.#chain, end + 1) : true;
  }

  /** A state stands before what it owns in one kind of language, after it in the other. */
  #takesActor(): boolean {
    const chain = this.#chain;
    if (chain.actors.length === 0 && !chain.role && !chain.office && !chain.head) return true;
    if (this.#cursor.settings.stateAfterPost) return chain.actors.length === 0;
    if (this.#cursor.settings.adjectiveFirst) return false;
    return (
      chain.actors.length === 0 ||
      (chain.actors.length === 1 && chain.office !== null && chain.role !== null && chain.actors[0]?.at === chain.from)
    );
  }

  /** "中国驻俄罗斯大使": where an envoy serves stands before his post. */
  #postedAbroad(at: number): boolean {
    const mark = this.#chain.actors.length > 0 ? this.#cursor.sense(at, 'mark') : null;
    if (!mark || !this.#cursor.settings.marks.posted?.includes(mark.sense.value)) return false;
    const host = mark.to < this.#limit ? this.#cursor.name(mark.to) : null;
    return host && this.#ahead.isPostLike(host.to) ? take(this.#chain, host.to) : false;
  }

  #outlet(entries: readonly NameEntry[], to: number): boolean {
    const outlet = entries.find((entry) => entry.kind === 'outlet');
    if (!outlet || this.#chain.role || this.#chain.office || this.#chain.head || this.#chain.outlet) return false;
    this.#chain.outlet = outlet;
    return take(this.#chain, to);
  }

  #post(at: number): boolean {
    const chain = this.#chain;
    if (this.#order.isOwnName()) return false;
    const post = this.#cursor.sense(at, 'post');
    if (post) {
      if (this.#order.isOwned() || this.#order.isOtherPost(at) || !this.#order.agrees(this.#ahead.casesAt(at, 'post')))
        return false;
      // "Phó Thủ tướng, Bộ trưởng …" and "Foreign Ministry spokeswoman": the later post is the person's.
      chain.role = post.sense.role;
      chain.actorOfPost = post.sense.actor ?? null;
      this.#headOf(at, post.sense.role);
      return take(this.#chain, post.to);
    }
    const counterpart = this.#cursor.sense(at, 'corefer');
    if (counterpart?.sense.value === 'counterpart' && !chain.role && this.#order.agrees(counterpart.sense.cases)) {
      chain.role = 'counterpart';
      return take(this.#chain, counterpart.to);
    }
    const office = this.#cursor.sense(at, 'office');
    const isBehind = this.#cursor.settings.verbFinal === true && chain.role !== null;
    if (office && !chain.office && !isBehind && this.#order.fitsOrgan(this.#ahead.casesAt(at, 'office'))) {
      chain.office = office.sense.role;
      return take(this.#chain, office.to);
    }
    const head = this.#cursor.sense(at, 'head');
    if (!head || head.sense.value === 'named' || chain.head || (chain.role && !this.#cursor.settings.stateAfterPost))
      return false;
    // A noun such as "companies" speaks for a state only beside its name.
    const beside =
      chain.actors.length > 0 ||
      (!this.#cursor.settings.adjectiveFirst && this.#ahead.isActorName(head.to)) ||
      this.#ahead.isOwnerName(head.to) ||
      this.#ahead.isQuotedOwner(head.to) ||
      this.#ahead.isOf(head.to) ||
      this.#ahead.isIn(head.to);
    if (!beside || !this.#order.fitsOrgan(this.#ahead.casesAt(at, 'head'))) return false;
    chain.head = head.sense.value;
    return take(this.#chain, head.to);
  }

  /** "NATO chief", "US secretary of state": a post whose phrase begins with the name of what its holder heads or speaks for. */
  #headOf(at: number, role: string): void {
    if (!this.#cursor.settings.adjectiveFirst || this.#cursor.settings.caseMarks || this.#chain.actors.length > 0)
      return;
    const entries = HEADS_OF_NAMED.test(role) ? this.#cursor.hiddenName(at)?.entries : undefined;
    const actors = entries?.filter((entry) => ACTOR_KINDS.has(entry.kind)) ?? [];
    if (actors.length > 0) this.#chain.actors.push({ entries: actors, at });
  }

  /** "the Turkish foreign minister, Hakan Fidan, …" */
  #apposition(at: number): boolean {
    const chain = this.#chain;
    if (!chain.role || this.#cursor.mark(at) !== ',' || at + 1 >= this.#limit) return false;
    const known = this.#cursor.entry(at + 1, 'person');
    if (known || this.#isTitled(at + 1)) return take(this.#chain, at + 1);
    if (this.#strangerBetweenCommas(at + 1)) return true;
    if (this.#cursor.settings.adjectiveFirst || chain.actors.length > 0) return false;
    return this.#cursor.has(at + 1, 'post') ? take(this.#chain, at + 1) : false;
  }

  /** "Cảnh sát trưởng Colombia, tướng Oscar Naranjo, …": a title and a name between commas say who holds the post. */
  #isTitled(at: number): boolean {
    const title =
      this.#cursor.settings.hyphenatedNames && this.#chain.actors.length > 0 ? this.#cursor.sense(at, 'title') : null;
    if (!title || !(this.#ahead.names(title.to) || this.#ahead.capitalWord(title.to))) return false;
    let end = this.#cursor.name(title.to)?.to ?? title.to;
    while (end < this.#limit && this.#ahead.nameWord(end)) end++;
    return this.#cursor.mark(end) === ',';
  }

  /** "Zambia's trade minister, Chileshe Mwape, signed": a name of several words between commas is the holder's. */
  #strangerBetweenCommas(at: number): boolean {
    const end = this.#chain.actors.length > 0 ? this.#ahead.strangersName(at) : 0;
    if (end === 0 || this.#cursor.settings.caseMarks || this.#cursor.mark(end) !== ',') return false;
    this.#chain.unknown = this.#cursor.surface(at, end);
    return take(this.#chain, end);
  }

  /** "Russian armed forces", "Turkish interim president": one or two plain words between a state and its organ. */
  #looseAdjective(at: number): boolean {
    if (
      !this.#cursor.settings.adjectiveFirst ||
      this.#order.isOwnName() ||
      this.#chain.actors.length === 0 ||
      this.#chain.role ||
      this.#chain.head ||
      this.#chain.office
    )
      return false;
    for (let words = 1; words <= 2; words++) {
      if (!this.#ahead.adjectiveWord(at + words - 1)) return false;
      if (this.#ahead.isPostLike(at + words)) return take(this.#chain, at + words);
    }
    return false;
  }

  /** Capitalised words after a post or a title: a person the knowledge does not know. */
  #unknownName(at: number): boolean {
    const chain = this.#chain;
    if (this.#cursor.settings.nameCharacters) return chain.role !== null && this.#transliterated(at);
    const begins = this.#ahead.capitalWord(at) || (this.#ahead.isParticle(at) && this.#ahead.nameWord(at));
    if (!(chain.role || chain.title) || !begins) return false;
    if (this.#ahead.isRegion(at)) return take(this.#chain, at + 2);
    const town = this.#ahead.afterOwnTown(at, chain.role);
    if (town > 0) return take(this.#chain, town);
    let end = at;
    const longest = this.#cursor.settings.hyphenatedNames ? LONGEST_SPELT : LONGEST_STRANGER;
    while (end < this.#limit && end - at < longest && this.#ahead.nameWord(end)) end++;
    chain.unknown = this.#cursor.surface(at, end);
    return take(this.#chain, end);
  }

  /** A name in the characters that foreign names are written with, where nothing else marks it: 外长加法尔·哈桑. */
  #transliterated(at: number): boolean {
    const end = this.#ahead.endOfForeignName(at);
    // "奥拉夫·肖尔茨": the family name is known, the given name before it is not.
    for (let family = at + 2; family < end; family++)
      if (this.#ahead.isNameDot(family - 1) && this.#ahead.names(family) && this.#person(family)) {
        this.#chain.printed = this.#cursor.surface(at, end);
        return take(this.#chain, end);
      }
    if (end - at < 2) return false;
    this.#chain.unknown = this.#cursor.surface(at, end);
    return take(this.#chain, end);
  }
}
