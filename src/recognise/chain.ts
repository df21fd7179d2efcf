import type { NameEntry, SenseKind } from '../world/index.ts';
import { casesOf, isGenitive } from './cases.ts';
import type { Cursor } from './cursor.ts';

/** What stands next to each other in one noun phrase: "Turkish | Foreign Minister | Hakan Fidan". Token positions. */
export interface Chain {
  from: number;
  to: number;
  /** States and organisations, in text order, each with the entries it may be. */
  actors: ActorPart[];
  role: string | null;
  office: string | null;
  head: 'acts' | 'nationals' | null;
  person: readonly NameEntry[] | null;
  /** Somebody the knowledge does not know: the name as printed. */
  unknown: string | null;
  title: boolean;
  former: boolean;
  outlet: NameEntry | null;
  possessor: boolean;
  /** Cases that all its parts may have, in a language with cases; empty where form says nothing. */
  cases: readonly string[];
}

export interface ActorPart {
  entries: readonly NameEntry[];
  at: number;
}

const ACTOR_KINDS = new Set(['state', 'adjective', 'capital', 'abbreviation', 'organisation', 'office']);
const MAXIMUM_PARTS = 14;
/** Characters of the longest transliterated name, and the dots between its parts. */
const LONGEST_NAME = 16;
const DOTS = '·•・‧';
const OPENING = '"«“„';
const CLOSING = '"»”“';
const ENVOYS = /ambassador|envoy|representative|consul|charge/;
/** Posts of those who work for somebody. */
const SERVANTS = /spokes|press|aide|advis|envoy|representative|negotiator/;
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

/** Reads the longest noun phrase about an actor that begins at a position; null when none does. */
export function readChain(cursor: Cursor, from: number, limit: number): Chain | null {
  const chain: Chain = {
    from,
    to: from,
    actors: [],
    role: null,
    office: null,
    head: null,
    person: null,
    unknown: null,
    title: false,
    former: false,
    outlet: null,
    possessor: false,
    cases: [],
  };
  const reader = new ChainReader(cursor, chain, limit);
  for (let parts = 0; parts < MAXIMUM_PARTS && reader.readPart(); parts++);
  return isNounPhrase(chain) ? chain : null;
}

function isNounPhrase(chain: Chain): boolean {
  return (
    chain.actors.length > 0 ||
    chain.person !== null ||
    chain.unknown !== null ||
    chain.role !== null ||
    chain.office !== null ||
    chain.outlet !== null
  );
}

class ChainReader {
  readonly #cursor: Cursor;
  readonly #chain: Chain;
  readonly #limit: number;
  readonly #adjectiveFirst: boolean;

  constructor(cursor: Cursor, chain: Chain, limit: number) {
    this.#cursor = cursor;
    this.#chain = chain;
    this.#limit = limit;
    this.#adjectiveFirst = cursor.settings.adjectiveFirst;
  }

  /** Takes the next part of the phrase; false when the phrase ends here. */
  readPart(): boolean {
    const at = this.#chain.to;
    if (at >= this.#limit) return false;
    if (this.#cursor.settings.verbFinal) return this.#inflectedPart(at);
    if (this.#chain.person || this.#chain.unknown)
      return this.#suffix(at) || this.#postAfterName(at) || this.#possessive(at) || this.#apposedState(at);
    return (
      this.#former(at) ||
      this.#title(at) ||
      this.#person(at) ||
      this.#organOrState(at) ||
      this.#post(at) ||
      this.#unknownName(at) ||
      this.#possessive(at) ||
      this.#ofState(at) ||
      this.#apposition(at) ||
      this.#looseAdjective(at)
    );
  }

  /** Where cases are endings: a part with its ending. One in another case than the nominative ends the phrase, unless it owns what follows. */
  #inflectedPart(at: number): boolean {
    const chain = this.#chain;
    const before = chain.cases;
    const isOblique = before.length > 0 && !before.includes('nom');
    if (isOblique && !this.#ownsNext(at)) return false;
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
      this.#seatOfEnvoy(at) ||
      this.#organOrState(at) ||
      this.#post(at) ||
      this.#unknownName(at) ||
      this.#looseAdjective(at)
    );
  }

  /** "Türkiye'nin Dışişleri Bakanı" goes on, "Türkiye'nin kararı" ends; of a person only those who work for him are meant. */
  #ownsNext(at: number): boolean {
    const chain = this.#chain;
    if (!chain.cases.includes('gen') || chain.unknown) return false;
    const post = this.#cursor.sense(at, 'post');
    if (chain.person) {
      if (!post || !SERVANTS.test(post.sense.role)) return false;
      this.#ownerBecomesActor();
      return true;
    }
    const goesOn =
      this.#isPostLike(at) || this.#isSeatOfEnvoy(at) || (this.#adjectiveWord(at) && this.#isPostLike(at + 1));
    if (goesOn) chain.role = null;
    return goesOn;
  }

  /** "Türkiye'nin Moskova Büyükelçisi": where an envoy serves. */
  #seatOfEnvoy(at: number): boolean {
    if (!this.#isSeatOfEnvoy(at)) return false;
    return this.#take((this.#cursor.name(at) as NonNullable<ReturnType<Cursor['name']>>).to);
  }

  #isSeatOfEnvoy(at: number): boolean {
    const host = this.#chain.actors.length > 0 && !this.#chain.role ? this.#cursor.name(at) : null;
    const post = host ? this.#cursor.sense(host.to, 'post') : null;
    return post !== null && ENVOYS.test(post.sense.role);
  }

  #take(to: number): true {
    this.#chain.to = to;
    return true;
  }

  #former(at: number): boolean {
    const former = this.#cursor.sense(at, 'former');
    if (!former || this.#chain.former) return false;
    // "former" alone names nobody: something must follow.
    if (!this.#startsPart(former.to)) return false;
    this.#chain.former = true;
    return this.#take(former.to);
  }

  #title(at: number): boolean {
    const title = this.#cursor.sense(at, 'title');
    if (!title) return false;
    const next = this.#cursor.mark(title.to) === '.' ? title.to + 1 : title.to;
    if (next >= this.#limit || !(this.#names(next) || this.#capitalWord(next))) return false;
    this.#chain.title = true;
    return this.#take(next);
  }

  /** "Biden, Jr." */
  #suffix(at: number): boolean {
    const start = this.#cursor.mark(at) === ',' ? at + 1 : at;
    const suffix = start < this.#limit ? this.#cursor.sense(start, 'suffix') : null;
    if (!suffix) return false;
    return this.#take(this.#cursor.mark(suffix.to) === '.' && suffix.to < this.#limit ? suffix.to + 1 : suffix.to);
  }

  /** "扎希德第一副总理": where nothing parts words a post may follow the name. */
  #postAfterName(at: number): boolean {
    const post = this.#cursor.settings.spaces ? null : this.#cursor.sense(at, 'post');
    return post ? this.#take(post.to) : false;
  }

  #names(at: number): boolean {
    return this.#cursor.entry(at, 'person') !== null || this.#cursor.entry(at, 'short') !== null;
  }

  #person(at: number): boolean {
    const hit = this.#cursor.name(at);
    const people = hit?.entries.filter((entry) => entry.kind === 'person' || entry.kind === 'short');
    if (!hit || !people || people.length === 0) return false;
    const others = hit.entries.some((entry) => ACTOR_KINDS.has(entry.kind));
    if (others && !this.#chain.title && !this.#chain.role) return false;
    if (this.#isGivenName(people, hit.to)) return false;
    if (this.#isOwnName() || this.#isOrgan(at, people) || !this.#agrees(casesOf(people))) return false;
    this.#chain.person = people;
    return this.#take(hit.to);
  }

  /** "Belediye Başkanı Thomas Petermann": a family name before another word with a capital is here a stranger's given name. */
  #isGivenName(people: readonly NameEntry[], to: number): boolean {
    return (
      this.#cursor.settings.verbFinal === true &&
      people.every((entry) => entry.kind === 'short') &&
      this.#cursor.endingAt(to) === null &&
      this.#capitalWord(to) &&
      !this.#cursor.covered(to)
    );
  }

  /** "МИД" is the ministry and not somebody called Мид. */
  #isOrgan(at: number, people: readonly NameEntry[]): boolean {
    return (
      this.#cursor.settings.caseMarks &&
      this.#cursor.has(at, 'office') &&
      people.every((entry) => entry.kind === 'short')
    );
  }

  #organOrState(at: number): boolean {
    if (this.#postedAbroad(at)) return true;
    const hit = this.#cursor.name(at);
    if (!hit) return this.#quotedActor(at);
    const entries = hit.entries.filter((entry) => ACTOR_KINDS.has(entry.kind));
    if (entries.length === 0) return this.#outlet(hit.entries, at, hit.to);
    if (!this.#takesActor() || !this.#fitsBeside(entries)) return false;
    this.#chain.actors.push({ entries, at });
    return this.#take(hit.to);
  }

  /** «страны "Большой семёрки"»: quotation marks around the name of what owns the noun before it. */
  #quotedActor(at: number): boolean {
    if (!this.#isOwnerName(at + 1) || !OPENING.includes(this.#cursor.mark(at) || ' ')) return false;
    if (!this.#chain.role && !this.#chain.office && !this.#chain.head) return false;
    if (!this.#organOrState(at + 1)) return false;
    const end = this.#chain.to;
    return CLOSING.includes(this.#cursor.mark(end) || ' ') ? this.#take(end + 1) : true;
  }

  /** A state stands before what it owns in one kind of language, after it in the other. */
  #takesActor(): boolean {
    const chain = this.#chain;
    if (chain.actors.length === 0 && !chain.role && !chain.office && !chain.head) return true;
    if (this.#cursor.settings.stateAfterPost) return chain.actors.length === 0;
    if (this.#adjectiveFirst) return false;
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
    return host && this.#isPostLike(host.to) ? this.#take(host.to) : false;
  }

  #outlet(entries: readonly NameEntry[], _at: number, to: number): boolean {
    const outlet = entries.find((entry) => entry.kind === 'outlet');
    if (!outlet || this.#chain.role || this.#chain.office || this.#chain.head || this.#chain.outlet) return false;
    this.#chain.outlet = outlet;
    return this.#take(to);
  }

  #post(at: number): boolean {
    const chain = this.#chain;
    if (this.#isOwnName()) return false;
    const post = this.#cursor.sense(at, 'post');
    if (post) {
      if (this.#isOwned() || !this.#agrees(this.#casesAt(at, 'post'))) return false;
      // "Phó Thủ tướng, Bộ trưởng …" and "Foreign Ministry spokeswoman": the later post is the person's.
      chain.role = post.sense.role;
      return this.#take(post.to);
    }
    const counterpart = this.#cursor.sense(at, 'corefer');
    if (counterpart?.sense.value === 'counterpart' && !chain.role && this.#agrees(counterpart.sense.cases)) {
      chain.role = 'counterpart';
      return this.#take(counterpart.to);
    }
    const office = this.#cursor.sense(at, 'office');
    if (office && !chain.office && this.#fitsOrgan(this.#casesAt(at, 'office'))) {
      chain.office = office.sense.role;
      return this.#take(office.to);
    }
    const head = this.#cursor.sense(at, 'head');
    if (!head || chain.head || (chain.role && !this.#cursor.settings.stateAfterPost)) return false;
    // A noun such as "companies" speaks for a state only beside its name.
    const beside =
      chain.actors.length > 0 ||
      (!this.#adjectiveFirst && this.#isActorName(head.to)) ||
      this.#isOwnerName(head.to) ||
      this.#isQuotedOwner(head.to) ||
      this.#isOf(head.to);
    if (!beside || !this.#fitsOrgan(this.#casesAt(at, 'head'))) return false;
    chain.head = head.sense.value;
    return this.#take(head.to);
  }

  /** In a language with cases: a state's noun, which nothing follows that belongs to it. */
  #isOwnName(): boolean {
    const chain = this.#chain;
    if (!this.#cursor.settings.stateAfterPost || chain.role || chain.office || chain.head) return false;
    return (
      chain.actors.length > 0 && !chain.actors.some((part) => part.entries.some((entry) => entry.kind === 'adjective'))
    );
  }

  /** "президент США …": after its owner no further post belongs to the phrase. */
  #isOwned(): boolean {
    const [owner] = this.#chain.actors;
    return (
      this.#cursor.settings.stateAfterPost === true &&
      this.#chain.role !== null &&
      owner !== undefined &&
      owner.at > this.#chain.from
    );
  }

  /** Whether a part in these cases agrees with the phrase so far, which then has the cases that both allow. */
  #agrees(cases: readonly string[] | undefined): boolean {
    const chain = this.#chain;
    if (!cases || cases.length === 0) return true;
    const both = chain.cases.length === 0 ? cases : chain.cases.filter((name) => cases.includes(name));
    if (both.length === 0) return false;
    chain.cases = both;
    return true;
  }

  #casesAt(at: number, kind: 'post' | 'office' | 'head'): readonly string[] {
    const found = new Set<string>();
    for (const sense of this.#cursor.word(at)?.senses ?? []) {
      if (sense.kind !== kind) continue;
      if (!sense.cases || sense.cases.length === 0) return [];
      for (const name of sense.cases) found.add(name);
    }
    return [...found];
  }

  /** An organ after a post is its owner and stands in the genitive; else it agrees with the adjective before it. */
  #fitsOrgan(cases: readonly string[]): boolean {
    if (this.#cursor.settings.verbFinal) return this.#agrees(cases);
    if (!this.#cursor.settings.stateAfterPost) return true;
    const owned = this.#chain.role !== null || this.#chain.office !== null;
    return owned ? isGenitive(cases) : this.#agrees(cases);
  }

  /** A state's name after what belongs to it stands in the genitive; before it, it is an adjective that agrees. */
  #fitsBeside(entries: readonly NameEntry[]): boolean {
    const chain = this.#chain;
    if (!this.#cursor.settings.stateAfterPost) return true;
    const owns = chain.role !== null || chain.office !== null || chain.head !== null;
    return owns ? isGenitive(casesOf(entries)) : this.#agrees(casesOf(entries));
  }

  #isQuotedOwner(at: number): boolean {
    return OPENING.includes(this.#cursor.mark(at) || ' ') && this.#isOwnerName(at + 1);
  }

  /** "войска России": a name that can own what stands before it. */
  #isOwnerName(at: number): boolean {
    if (!this.#cursor.settings.stateAfterPost || at >= this.#limit) return false;
    const entries = this.#cursor.name(at)?.entries.filter((entry) => ACTOR_KINDS.has(entry.kind)) ?? [];
    return entries.length > 0 && isGenitive(casesOf(entries));
  }

  #isActorName(at: number): boolean {
    return at < this.#limit && (this.#cursor.name(at)?.entries.some((entry) => ACTOR_KINDS.has(entry.kind)) ?? false);
  }

  #isOf(at: number): boolean {
    const next = this.#afterOf(at);
    return next > 0 && this.#isWholeName(next);
  }

  /** A name that can stand alone: "of Russia", not "of Russian crude". */
  #isWholeName(at: number): boolean {
    return (
      at < this.#limit &&
      (this.#cursor.name(at)?.entries.some((entry) => ACTOR_KINDS.has(entry.kind) && entry.kind !== 'adjective') ??
        false)
    );
  }

  /** Position of what follows "of [the]"; 0 when no such word stands here. */
  #afterOf(at: number, marks: readonly string[] = this.#cursor.settings.marks.owner): number {
    const of = this.#cursor.sense(at, 'mark');
    if (!of || !marks.includes(of.sense.value)) return 0;
    return this.#cursor.sense(of.to, 'determiner')?.to ?? of.to;
  }

  /** "President of Turkey", "ambassador to Russia", "President Macron of France". */
  #ofState(at: number): boolean {
    const chain = this.#chain;
    if (!chain.role && !chain.office && !chain.head) return false;
    // "ministers from Japan" are Japan's, but "troops from Poland" may only have come that way.
    const next = this.#afterOf(at) || (chain.role ? this.#afterOf(at, this.#cursor.settings.marks.origin) : 0);
    if (next > 0 && chain.actors.length === 0 && this.#isWholeName(next)) {
      const hit = this.#cursor.name(next) as NonNullable<ReturnType<Cursor['name']>>;
      chain.actors.push({ entries: hit.entries.filter((entry) => ACTOR_KINDS.has(entry.kind)), at: next });
      return this.#take(hit.to);
    }
    return this.#accredited(at);
  }

  /** An envoy's "to Russia" is where he serves, not for whom: passed over when a name follows. */
  #accredited(at: number): boolean {
    const chain = this.#chain;
    if (!chain.role || !/ambassador|envoy|representative|consul|charge/.test(chain.role)) return false;
    const mark = this.#cursor.sense(at, 'mark');
    if (!mark) return false;
    const start = this.#cursor.sense(mark.to, 'determiner')?.to ?? mark.to;
    if (!this.#isActorName(start) && !this.#cursor.entry(start, 'place')) return false;
    const end = (this.#cursor.name(start) as NonNullable<ReturnType<Cursor['name']>>).to;
    return end < this.#limit && (this.#names(end) || this.#capitalWord(end)) ? this.#take(end) : false;
  }

  #apposedState(at: number): boolean {
    const chain = this.#chain;
    if (chain.actors.length > 0 || !chain.role || chain.possessor) return false;
    const next = this.#afterOf(at);
    if (next === 0 || !this.#isWholeName(next)) return false;
    const hit = this.#cursor.name(next) as NonNullable<ReturnType<Cursor['name']>>;
    chain.actors.push({ entries: hit.entries.filter((entry) => ACTOR_KINDS.has(entry.kind)), at: next });
    return this.#take(hit.to);
  }

  /** "Turkey's foreign minister" goes on; "Turkey's decision" ends here, and Turkey owns what follows. */
  #possessive(at: number): boolean {
    const chain = this.#chain;
    const end = this.#cursor.possessiveEnd(at);
    if (end === 0 || chain.possessor || (chain.actors.length === 0 && !chain.person && !chain.unknown && !chain.role))
      return false;
    const next = end < this.#limit ? end : -1;
    const goesOn =
      next >= 0 &&
      !chain.unknown &&
      (this.#isPostLike(next) ||
        (chain.person === null && this.#names(next)) ||
        (this.#adjectiveWord(next) && this.#isPostLike(next + 1)));
    if (!goesOn) {
      chain.possessor = true;
      this.#take(end);
      return false;
    }
    // "Putin's spokesman": from here on somebody else is meant, who stands for the same state.
    if (chain.person) this.#ownerBecomesActor();
    chain.role = null;
    return this.#take(this.#isPostLike(next) || this.#names(next) ? end : next + 1);
  }

  #ownerBecomesActor(): void {
    const chain = this.#chain;
    const owner = chain.person as readonly NameEntry[];
    chain.person = null;
    chain.title = false;
    if (chain.actors.length === 0) chain.actors.push({ entries: owner, at: chain.from });
  }

  #isPostLike(at: number): boolean {
    return (
      at < this.#limit &&
      (this.#cursor.has(at, 'post') || this.#cursor.has(at, 'office') || this.#cursor.has(at, 'head'))
    );
  }

  /** "the Turkish foreign minister, Hakan Fidan, …" */
  #apposition(at: number): boolean {
    const chain = this.#chain;
    if (!chain.role || this.#cursor.mark(at) !== ',' || at + 1 >= this.#limit) return false;
    const known = this.#cursor.entry(at + 1, 'person');
    if (known) return this.#take(at + 1);
    if (this.#adjectiveFirst || chain.actors.length > 0) return false;
    return this.#cursor.has(at + 1, 'post') ? this.#take(at + 1) : false;
  }

  /** "Russian armed forces", "Turkish interim president": one or two plain words between a state and its organ. */
  #looseAdjective(at: number): boolean {
    if (
      !this.#adjectiveFirst ||
      this.#isOwnName() ||
      this.#chain.actors.length === 0 ||
      this.#chain.role ||
      this.#chain.head ||
      this.#chain.office
    )
      return false;
    for (let words = 1; words <= 2; words++) {
      if (!this.#adjectiveWord(at + words - 1)) return false;
      if (this.#isPostLike(at + words)) return this.#take(at + words);
    }
    return false;
  }

  #adjectiveWord(at: number): boolean {
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

  /** Capitalised words after a post or a title: a person the knowledge does not know. */
  #unknownName(at: number): boolean {
    const chain = this.#chain;
    if (this.#cursor.settings.nameCharacters) return chain.role !== null && this.#transliterated(at);
    if (!(chain.role || chain.title) || !this.#capitalWord(at)) return false;
    let end = at;
    while (end < this.#limit && end - at < 6 && this.#nameWord(end)) end++;
    chain.unknown = this.#cursor.surface(at, end);
    return this.#take(end);
  }

  /** A name in the characters that foreign names are written with, where nothing else marks it: 外长加法尔·哈桑. */
  #transliterated(at: number): boolean {
    const characters = this.#cursor.settings.nameCharacters as string;
    let end = at;
    while (end < this.#limit && end - at < LONGEST_NAME) {
      const isDot = end > at && DOTS.includes(this.#cursor.mark(end) || ' ');
      if (!isDot && (this.#cursor.covered(end) || !characters.includes(this.#cursor.surface(end, end + 1)))) break;
      end++;
    }
    // "奥拉夫·肖尔茨": the family name is known, the given name before it is not.
    if (end > at && DOTS.includes(this.#cursor.mark(end - 1) || ' ') && this.#names(end)) return this.#person(end);
    if (end - at < 2) return false;
    this.#chain.unknown = this.#cursor.surface(at, end);
    return this.#take(end);
  }

  #nameWord(at: number): boolean {
    if (this.#capitalWord(at)) return true;
    const joins =
      this.#cursor.mark(at) === '-' || (this.#cursor.mark(at) === '.' && this.#cursor.surface(at - 1, at).length === 1);
    return joins && at + 1 < this.#limit && this.#capitalWord(at + 1);
  }

  #capitalWord(at: number): boolean {
    if (at >= this.#limit || !this.#cursor.isWord(at) || !this.#cursor.isCapital(at)) return false;
    const name = this.#cursor.name(at);
    if (name?.entries.some((entry) => ACTOR_KINDS.has(entry.kind))) return false;
    const word = this.#cursor.word(at);
    return !word?.senses.some((sense) => NO_NAME.has(sense.kind));
  }

  #startsPart(at: number): boolean {
    return at < this.#limit && (this.#cursor.name(at) !== null || this.#isPostLike(at));
  }
}
