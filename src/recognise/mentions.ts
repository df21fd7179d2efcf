import type { Knowledge, NameEntry, Person } from '../world/index.ts';
import { organisationOf } from '../world/organisations.ts';
import { stemOf } from '../world/stem-of.ts';
import type { Chain } from './chain-parts.ts';
import type { Cursor } from './cursor.ts';
import type { Mention, MentionedPerson, MentionKind } from './marked.ts';
import { MeaningOfName } from './meaning-of-name.ts';
import { StrangersBeside } from './namesakes/strangers-beside.ts';
import type { PersonFinder } from './people.ts';
import { NAME_PARTS } from './punctuation.ts';

/** Roles of somebody who heads whatever is named beside: "глава ведомства". */
const HEADS = new Set(['leader', 'head', 'executive-director']);
/** Of these, the ones that of a state or an organisation say who leads it. */
const LEADERS = new Set(['leader', 'head']);
/** A stem of so many letters tells one name from another. */
const SURE_STEM = 4;

/** Makes mentions of noun phrases: whom they name, for which actor. */
export class MentionMaker {
  readonly #cursor: Cursor;
  readonly #knowledge: Knowledge;
  readonly #finder: PersonFinder;
  readonly #meaning: MeaningOfName;
  readonly #strangers: StrangersBeside;
  /** People the report introduced whom the knowledge does not know, by the last word of the name. */
  readonly #introduced = new Map<string, MentionedPerson>();
  /** The same by the stem of the name, with the form and the cases it was introduced in. */
  readonly #stems = new Map<string, { person: MentionedPerson; form: string; cases: readonly string[] }>();
  /** People the report has named in full, by the first word of the name. */
  readonly #byGivenName = new Map<string, MentionedPerson>();

  constructor(cursor: Cursor, knowledge: Knowledge, finder: PersonFinder) {
    this.#cursor = cursor;
    this.#knowledge = knowledge;
    this.#finder = finder;
    this.#meaning = new MeaningOfName(cursor, knowledge);
    this.#strangers = new StrangersBeside(cursor, finder);
  }

  make(chain: Chain): Mention {
    const mention = this.#made(chain);
    return chain.former && mention.actors.length === 0 ? this.#outOfOffice(mention, chain) : mention;
  }

  /** "sanctions on former Iranian president X": who is out of office acts for nobody, but his state suffers what is done to him. */
  #outOfOffice(mention: Mention, chain: Chain): Mention {
    const { adjectiveFirst, caseMarks, verbFinal } = this.#cursor.settings;
    const [part] = chain.actors;
    if (!part || !chain.role || !adjectiveFirst || caseMarks || verbFinal) return mention;
    const { code } = this.#actorOf(part.entries, chain.cases);
    return code === '' ? mention : { ...mention, kind: 'nationals', actors: [code] };
  }

  #made(chain: Chain): Mention {
    const parts = chain.actors.filter((part) => !isCityOfMayor(chain, part.entries));
    const actors = this.#actorsOf({ ...chain, actors: parts });
    const actor = actors[0]?.code ?? null;
    const mention: Mention = {
      from: chain.from,
      to: chain.to,
      kind: 'unknown',
      actors: [],
      people: [],
      name: null,
      id: null,
      role: chain.role,
      possessor: chain.possessor,
      cases: chain.cases,
      owned: this.#cursor.settings.stateAfterPost === true && (chain.actors[0]?.at ?? chain.from) > chain.from,
    };
    if (chain.person) return this.#knownPerson(mention, chain, actor);
    if (chain.unknown) return this.#unknownPerson(mention, chain, actor);
    if (chain.outlet && actors.length === 0) return this.#outlet(mention, chain.outlet);
    if (chain.role)
      return this.#holder(
        mention,
        chain,
        actors.map((part) => part.code),
      );
    mention.actors = [...new Set(actors.map((part) => part.code))].filter((code) => code !== '');
    mention.kind = this.#kindOf(chain, actors[0]?.kind ?? 'state');
    mention.name = actors[0]?.name ?? null;
    if (chain.office) mention.role = chain.office;
    if (chain.head === 'nationals') mention.kind = 'nationals';
    return mention;
  }

  #actorsOf({ actors, role, actorOfPost, cases }: Chain): { code: string; kind: NameEntry['kind']; name: string }[] {
    if (actors.length === 0 && role && actorOfPost) return [{ code: actorOfPost, kind: 'state', name: '' }];
    return actors.map((part) => this.#actorOf(part.entries, cases));
  }

  get hasIntroduced(): boolean {
    return this.#introduced.size > 0;
  }

  /** Somebody introduced earlier whom the text now calls by the family name alone. */
  recall(surname: string): MentionedPerson | null {
    return this.#introduced.get(surname) ?? null;
  }

  /** The same where names are declined: "Хартвелл" after "профессора Кристофера Хартвелла", with the cases of the form. */
  recallForm(form: string): { person: MentionedPerson; cases: readonly string[] } | null {
    const same = this.recall(form);
    const { surnameEndings } = this.#cursor.settings;
    if (!surnameEndings) return same && { person: same, cases: [] };
    const known = this.#stems.get(stemOf(form, surnameEndings).stem);
    if (!known) return null;
    return { person: known.person, cases: known.form === form ? known.cases : stemOf(form, surnameEndings).cases };
  }

  /** The country of a city, or null for a name that is none. */
  countryOf(entry: NameEntry): string | null {
    if (entry.kind === 'place') return this.#knowledge.places[entry.ref]?.country ?? null;
    return entry.kind === 'capital' ? (this.#knowledge.capitals[entry.ref]?.id ?? null) : null;
  }

  /** Class of a role: `foreign-minister` for "top diplomat". */
  classOf(role: string): string {
    return this.#knowledge.roles.get(role)?.class ?? role;
  }

  #kindOf(chain: Chain, kind: NameEntry['kind']): MentionKind {
    if (chain.office || kind === 'office') return 'office';
    if (kind === 'organisation') return 'organisation';
    if (kind === 'adjective' && !chain.head) return 'adjective';
    return 'state';
  }

  /** What a name stands for as an actor. A person stands for the actor of the post ("Putin's spokesman"). */
  #actorOf(
    entries: readonly NameEntry[],
    cases: readonly string[],
  ): { code: string; kind: NameEntry['kind']; name: string } {
    const entry = this.#meaning.choose(entries, cases);
    if (!entry) return { code: '', kind: 'abbreviation', name: '' };
    const { ref } = entry;
    if (entry.kind === 'person' || entry.kind === 'short') {
      const index = this.#finder.choose(entries, null, null, true);
      const person = index === null ? null : this.#finder.person(index);
      const post = person ? (this.#finder.postOf(person) ?? person.posts.at(-1)) : null;
      return { code: post?.actor ?? '', kind: 'state', name: person?.name ?? '' };
    }
    const at = <T extends { id: string; names: Readonly<Record<string, readonly string[]>> }>(list: readonly T[]): T =>
      list[ref] as T;
    if (entry.kind === 'office') {
      const office = at(this.#knowledge.offices);
      // A seat that is a capital too is visited and spoken to as capitals are.
      const kind = entries.some((one) => one.kind === 'capital') ? 'capital' : 'office';
      return { code: office.actor, kind, name: office.names['en']?.[0] ?? office.id };
    }
    const list = {
      state: this.#knowledge.states,
      adjective: this.#knowledge.adjectives,
      capital: this.#knowledge.capitals,
      abbreviation: this.#knowledge.abbreviations,
      organisation: this.#knowledge.organisations,
    }[entry.kind as 'state'];
    const item = entry.kind === 'adjective' ? (this.#stateOf(at(list).id) ?? at(list)) : at(list);
    return { code: item.id, kind: entry.kind, name: item.names['en']?.[0] ?? item.id };
  }

  #stateOf(code: string): Knowledge['states'][number] | undefined {
    return this.#knowledge.states.find((state) => state.id === code);
  }

  /** The English name of a state, or its code. */
  nameOfState(code: string): string {
    return this.#stateOf(code)?.names['en']?.[0] ?? code;
  }

  #knownPerson(mention: Mention, chain: Chain, actor: string | null): Mention {
    const index = this.#finder.choose(
      chain.person as readonly NameEntry[],
      actor,
      chain.role,
      chain.role !== null || actor !== null || (chain.title && !this.#isOfHome(chain.person as readonly NameEntry[])),
    );
    const named = this.#strangers.longerName(chain) ?? this.#namesakeInFull(index, chain, actor);
    if (named) return this.#unknownPerson({ ...mention, to: named.to }, named, actor);
    // "突尼斯总统赛义德": a family name that the known bearer has for another state means whoever holds the post.
    if (index !== null && actor && chain.role && !chain.former && this.#isNamesake(index, actor))
      return this.#namesake(this.#holder(mention, chain, [actor]));
    // "Đại sứ Nga Pavel Zaitsev": the family name of somebody else, for whom the post does not speak.
    if (index === null && actor && chain.role && !chain.former)
      return {
        ...mention,
        kind: 'person',
        actors: [actor],
        name: this.#cursor.surface(chain.from, chain.to),
      };
    if (index === null || this.#strangers.isSomebodyElse(chain) || this.#strangers.isOther(chain, index))
      return { ...mention, kind: 'unknown', name: this.#cursor.surface(chain.from, chain.to) };
    if (actor && chain.role) this.#finder.introduce(index);
    const person = this.#finder.mentioned(this.#finder.person(index), chain.former ? null : chain.role);
    // Of what day a report is that gives none, it says itself: "Brezilya lideri Dilma Rousseff".
    const told = !this.#finder.isDated && chain.role && actor ? actor : person.actor;
    const standsFor = chain.former ? null : (told ?? (chain.role ? actor : null));
    const holder = { ...person, actor: standsFor };
    this.#noteGivenName(person.name, holder);
    return {
      ...mention,
      kind: 'person',
      people: [holder],
      actors: standsFor ? [standsFor] : [],
      name: person.name,
      id: person.id,
    };
  }

  /** "Güney Kore Dışişleri Bakanı Kim": from here on "Kim" is he. */
  #namesake(mention: Mention): Mention {
    const [person] = mention.people;
    if (person && mention.people.length === 1)
      this.#introduced.set(this.#cursor.surface(mention.to - 1, mention.to), person);
    return mention;
  }

  /** "EU foreign ministers" are several, none of them the one who holds the post. */
  isPlural(from: number, to: number): boolean {
    const { pluralPosts } = this.#cursor.settings;
    if (!pluralPosts) return false;
    const words = this.#cursor.surface(from, to).toLowerCase().split(/\s+/);
    return words.some((word) => pluralPosts.includes(word));
  }

  /** "ông Hùng": where the press is at home, a given name after a title may be anybody's. */
  #isOfHome(entries: readonly NameEntry[]): boolean {
    const { states, hyphenatedNames } = this.#cursor.settings;
    if (!hyphenatedNames) return false;
    return entries.some(
      ({ kind, ref }) =>
        kind === 'short' && this.#knowledge.people[ref]?.posts.some(({ actor }) => states.includes(actor)),
    );
  }

  #isNamesake(index: number, actor: string): boolean {
    if (this.#cursor.settings.spaces) return false;
    return !this.#finder.person(index).posts.some((post) => post.actor === actor);
  }

  /** "防长库斯蒂·萨尔": the known bearer of the family name serves another state. */
  #namesakeInFull(index: number | null, chain: Chain, actor: string | null): Chain | null {
    if (!chain.printed || (index !== null && !(actor && this.#isNamesake(index, actor)))) return null;
    return { ...chain, unknown: chain.printed };
  }

  #unknownPerson(mention: Mention, chain: Chain, actor: string | null): Mention {
    const name = chain.unknown as string;
    const surname = name.split(NAME_PARTS).at(-1) as string;
    const earlier = actor
      ? null
      : (this.recall(surname) ?? (chain.title || chain.role ? (this.#byGivenName.get(name) ?? null) : null));
    if (earlier)
      return {
        ...mention,
        kind: 'person',
        people: [earlier],
        actors: earlier.actor ? [earlier.actor] : [],
        name: earlier.name,
        id: earlier.id,
      };
    const person =
      this.#holderCalled(name, chain, actor) ?? this.#finder.unknown(name, chain.former ? null : actor, chain.role);
    if (actor || chain.role) {
      this.#introduced.set(surname, person);
      const { surnameEndings } = this.#cursor.settings;
      if (surnameEndings)
        this.#stems.set(stemOf(surname, surnameEndings).stem, { person, form: surname, cases: chain.cases });
    }
    this.#noteGivenName(name, person);
    return {
      ...mention,
      kind: person.actor ? 'person' : 'unknown',
      people: [person],
      actors: person.actor ? [person.actor] : [],
      name,
      id: person.id,
    };
  }

  /** "Tổng thống Mexico Nieto": whoever holds the post, by a part of the name that no table has alone, or in another spelling. */
  #holderCalled(name: string, chain: Chain, actor: string | null): MentionedPerson | null {
    if (!actor || !chain.role || chain.former) return null;
    const holder = this.#finder.holder(actor, chain.role);
    const like = holder && this.#bears(holder, name) ? holder : this.#finder.holderLike(actor, chain.role, name);
    return like ? this.#finder.mentioned(like, chain.role) : null;
  }

  /** A part of somebody's name, in whatever case: "королю Салману". */
  #bears({ name, names }: Person, part: string): boolean {
    const { surnameEndings, code } = this.#cursor.settings;
    if (name.split(NAME_PARTS).includes(part)) return true;
    if (!surnameEndings) return false;
    const { stem } = stemOf(part, surnameEndings);
    const own = names[code]?.[0]?.split(NAME_PARTS) ?? [];
    return stem.length >= SURE_STEM && own.some((word) => plain(stemOf(word, surnameEndings).stem) === plain(stem));
  }

  /** "Bandar bin Sultan": after that "ông Bandar" is he, whom no table has by that word alone. */
  #noteGivenName(name: string, person: MentionedPerson): void {
    const [given, ...rest] = name.split(NAME_PARTS);
    if (given && rest.length > 0) this.#byGivenName.set(given, person);
  }

  #outlet(mention: Mention, entry: NameEntry): Mention {
    const outlet = this.#knowledge.outlets[entry.ref];
    return { ...mention, kind: 'outlet', name: outlet?.name ?? null, id: outlet?.id ?? null };
  }

  /** "the Belarusian leader", "the head of the IAEA"; "the head of the Russian parliament" is somebody else. */
  #leader(actor: string, { role, office, head }: Chain): Person | null {
    return LEADERS.has(role ?? '') && !office && !head ? this.#finder.leader(actor) : null;
  }

  #holder(mention: Mention, chain: Chain, actors: readonly string[]): Mention {
    // "глава российского внешнеполитического ведомства": who heads a ministry is its minister.
    const heads =
      HEADS.has(chain.role ?? '') && chain.office?.endsWith('-ministry') && this.#cursor.settings.stateAfterPost;
    const role = heads ? (chain.office as string).replace(/ministry$/, 'minister') : (chain.role as string);
    const codes = [...new Set(actors)];
    const isNobody =
      role === 'counterpart' || chain.former || (codes.length === 1 && this.isPlural(chain.from, chain.to));
    const holders = isNobody
      ? []
      : codes.flatMap(
          (code) => this.#finder.holder(code, role) ?? this.#leader(code, chain) ?? this.#headOf(code, role) ?? [],
        );
    const people = holders.map((person) => this.#finder.mentioned(person, role));
    return {
      ...mention,
      kind: 'person',
      actors: chain.former ? [] : codes,
      people: people.map((person, index) => ({ ...person, actor: codes[index] ?? person.actor })),
      name: people[0]?.name ?? null,
      id: people[0]?.id ?? null,
    };
  }

  /** "欧盟委员会主席": the head of an organisation, by whatever title; states have presidents and chairmen side by side. */
  #headOf(code: string, role: string): Person | null {
    const isHead = this.classOf(role) === 'head-of-state' && organisationOf(this.#knowledge, code) !== undefined;
    return isHead ? this.#finder.holderOfClass(code, 'organisation-head') : null;
  }
}

/** Spellings differ in the soft sign: Салман, Сальман. */
function plain(word: string): string {
  return word.toLowerCase().replaceAll('ь', '');
}

/** "the mayor of Paris" speaks for a city. */
function isCityOfMayor({ role }: Chain, entries: readonly NameEntry[]): boolean {
  return role === 'mayor' && entries.some(({ kind }) => kind === 'capital');
}
