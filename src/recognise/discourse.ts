import type { Argument, Mention, MentionedPerson } from './marked.ts';
import { PeoplePairs } from './people-pairs.ts';

/** Actors and people together, as something said before can be taken up again. */
export interface Referent {
  actors: string[];
  people: MentionedPerson[];
}

const NOBODY: Referent = { actors: [], people: [] };

/** How many sentences a pronoun, and a phrase such as "the two countries", reaches back. */
const NEAR = 1;
const FAR = 8;

/** What a report has spoken of so far, for "he", "the two leaders", "this country". */
export class Discourse {
  #person: Referent = NOBODY;
  #pair: Referent = NOBODY;
  /** The latest two parties that one phrase named together. */
  #group: Referent = NOBODY;
  /** Everybody spoken of so far, and the state of the office spoken of last. */
  readonly #heard = new Set<string>();
  #officeOf: string | null = null;
  /** Something was said to be between them. */
  #areSides = false;
  readonly #people = new PeoplePairs();
  #state: Referent = NOBODY;
  /** How many sentences ago the pair and the state were spoken of. */
  #pairAge = 0;
  #stateAge = 0;
  #subjectState: string | null = null;
  #alliance: Referent = NOBODY;
  /** The latest person by class of post, for "the president". */
  readonly #byRole = new Map<string, Referent>();
  /** The latest holders of a class of posts who stand together: "G7 foreign ministers". */
  readonly #many = new Map<string, Referent>();
  readonly #classOf: (role: string) => string;
  readonly #place: readonly string[];

  /**
   * @param place names of the marks before where something takes place
   * @param classOf the class of a role
   */
  constructor(place: readonly string[], classOf: (role: string) => string) {
    this.#place = place;
    this.#classOf = classOf;
  }

  /** What a phrase that points back means, given the arguments already read in its sentence. */
  refer(value: string, before: readonly Argument[], owns = false, isObject = false): Referent {
    switch (value) {
      case 'he':
      case 'she':
        return (isObject ? this.#otherPerson(before) : null) ?? this.#latestPerson(before);
      case 'they':
        return pairOf(this.#parties(before)) ?? manyOf(before) ?? (this.#pairAge <= NEAR ? this.#pair : NOBODY);
      case 'leaders':
        return this.#leaders(before);
      case 'that-state':
        return this.#nearestState(before);
      case 'own-state':
        return this.#ownState(before);
      case 'sides':
        return this.#sides(before);
      case 'each-other':
      case 'pair':
        return pairOf(this.#parties(before)) ?? (this.#pairAge <= FAR ? this.#pair : NOBODY);
      case 'alliance':
        return this.#alliance;
      case 'this-state':
        return this.#latestState(before);
      case 'it':
        return this.#nearest(before, owns) ?? (this.#stateAge <= NEAR ? this.#state : NOBODY);
      default:
        return NOBODY;
    }
  }

  /** "iki lider": two people, whatever states were named since. */
  #leaders(before: readonly Argument[]): Referent {
    const here = pairOf(this.#parties(before));
    if (here?.people.length === 2) return here;
    return this.#people.best() ?? this.refer('pair', before);
  }

  /** "Libya'nın … bu ülkeye": the state named last, whatever part it plays. */
  #nearestState(before: readonly Argument[]): Referent {
    const near = before.findLast(
      ({ actors, people, resolved }) => actors.length === 1 && people.length === 0 && !resolved,
    );
    return near ? { actors: near.actors, people: [] } : this.#state;
  }

  /** "ülkesine": the state of whoever the clause is about. */
  #ownState(before: readonly Argument[]): Referent {
    const subject = before.find((argument) => argument.actors.length === 1 && argument.marks.length === 0);
    return subject ? { actors: subject.actors, people: [] } : this.#state;
  }

  /** "Mısır ve Katar, taraflar arasında arabuluculuk yapıyor": those who act in the clause are not the sides they speak of. */
  #sides(before: readonly Argument[]): Referent {
    const others = before.filter(({ marks, actors }) => marks.length > 0 || actors.length < 2);
    const group = this.#parties(others).findLast(({ actors, adjectival }) => actors.length === 2 && !adjectival);
    return group ?? (this.#group.actors.length === 2 ? this.#group : this.refer('pair', others));
  }

  /** The state whose press it is, or, in a report that has spoken of another's offices and not of it, that other. */
  home(actor: string): string {
    return this.#heard.has(actor) ? actor : (this.#officeOf ?? actor);
  }

  /** Whom "the president" or "his counterpart" means when the phrase names no state. */
  byRole(role: string, before: readonly Argument[]): Referent {
    for (const argument of before) {
      const person = argument.people.find((candidate) => candidate.class === role);
      if (person?.actor) return { actors: [person.actor], people: [person] };
    }
    return this.#byRole.get(role) ?? NOBODY;
  }

  /** Whom "the ministers" means: those of an organisation or of several states spoken of last, else the two who hold such posts. */
  several(role: string, before: readonly Argument[]): Referent {
    const isOne = (held: string | null): boolean => held === role || held?.endsWith(`-${role}`) === true;
    const known = [...this.#many].findLast(([held]) => isOne(held));
    if (known) return known[1];
    const both = this.#pair.people.length === 2 && this.#pair.people.every((person) => isOne(person.class));
    return both ? this.#pair : this.byRole(role, before);
  }

  /** The state that the sentence before was about, by its office or its name, for an officer whose state goes without saying. */
  get subjectState(): string | null {
    return this.#subjectState;
  }

  /** Class of the post of the person spoken of, for "his counterpart". */
  classSpokenOf(before: readonly Argument[]): string | null {
    return this.#latestPerson(before).people[0]?.class ?? null;
  }

  /**
   * Takes note of a sentence once it has been read.
   * @param stranger it names somebody the knowledge does not know, who may be the next "he"
   */
  hear(sentence: readonly Argument[], stranger: boolean): void {
    this.#subjectState = subjectStateOf(sentence);
    this.#pairAge++;
    this.#stateAge++;
    const pair = pairOf(this.#parties(sentence));
    if (pair) {
      this.#pair = pair;
      this.#pairAge = 0;
    }
    this.#people.hear(sentence, pair);
    this.#hearGroup(sentence);
    if (stranger || sentence.some(isPrivatePerson)) this.#person = NOBODY;
    const person =
      keptSubject(sentence) ??
      sentence.find(
        (argument) =>
          !argument.resolved &&
          argument.people.length === 1 &&
          argument.actors.length === 1 &&
          argument.marks.length === 0,
      ) ??
      sentence.find((argument) => argument.people.length === 1 && argument.actors.length === 1);
    if (person) this.#person = person;
    for (const argument of sentence) this.#hearArgument(argument);
  }

  /** "EU ministers met in Luxembourg": where they met is no party. */
  #parties(list: readonly Argument[]): Argument[] {
    return list.filter(
      ({ people, marks, mentions }) =>
        people.length > 0 || !(mentions[0]?.kind === 'place' || marks.some((mark) => this.#place.includes(mark))),
    );
  }

  /** Two that something is between are sides; of two that do something together that is less sure. */
  #hearGroup(sentence: readonly Argument[]): void {
    const groups = this.#parties(sentence).filter(
      ({ actors, adjectival, resolved }) => actors.length === 2 && !adjectival && !resolved,
    );
    const between = groups.find(({ marks }) => marks.includes('between'));
    const group = between ?? (this.#areSides ? undefined : groups[0]);
    if (group) this.#group = { actors: group.actors, people: group.people };
    if (between) this.#areSides = true;
  }

  #hearArgument(argument: Argument): void {
    for (const person of argument.people)
      if (person.class && person.actor) this.#byRole.set(person.class, { actors: [person.actor], people: [person] });
    const [first] = argument.mentions;
    if (
      !argument.resolved &&
      argument.people.length === 0 &&
      first?.kind === 'person' &&
      first.role &&
      argument.actors.length > 0
    ) {
      const held = this.#classOf(first.role);
      this.#many.delete(held);
      this.#many.set(held, { actors: argument.actors, people: [] });
    }
    for (const mention of argument.mentions) {
      const actor = mention.actors[0];
      if (actor === undefined || mention.kind === 'place') continue;
      this.#heard.add(actor);
      if (mention.kind === 'office' && !argument.resolved) this.#officeOf = actor;
      if (mention.kind === 'office' && mention.role && !argument.resolved)
        this.#byRole.set(mention.role, { actors: [actor], people: [] });
      if (mention.kind === 'organisation') this.#alliance = { actors: [actor], people: [] };
      else if (!argument.resolved) {
        this.#state = { actors: [actor], people: [] };
        this.#stateAge = 0;
      }
    }
  }

  /** "позвонил Алиеву и призвал его": of the people spoken of the one whom the clause is not about. */
  #otherPerson(before: readonly Argument[]): Referent | null {
    const [subject] = before.filter(({ actors, marks }) => actors.length === 1 && marks.length === 0);
    const isOther = (actor: string | null | undefined): boolean => actor != null && actor !== subject?.actors[0];
    const here = before.findLast(
      ({ people, actors }) => people.length === 1 && actors.length === 1 && isOther(actors[0]),
    );
    if (here) return here;
    const person = this.#pairAge <= NEAR ? this.#pair.people.find(({ actor }) => isOther(actor)) : undefined;
    return subject?.people.length === 1 && person?.actor ? { actors: [person.actor], people: [person] } : null;
  }

  #latestPerson(before: readonly Argument[]): Referent {
    const inSentence = before.find((argument) => argument.people.length === 1 && argument.actors.length === 1);
    return inSentence ?? officerOf(before) ?? this.#person;
  }

  /** "condemned Hamas for its attack": the owner is whoever was named last, with or without a mark. */
  #nearest(before: readonly Argument[], owns: boolean): Referent | null {
    const found = before.findLast(
      (argument) =>
        argument.actors.length === 1 &&
        argument.people.length === 0 &&
        !argument.adjectival &&
        (owns || argument.marks.length === 0),
    );
    // "A US bank said it will …": a firm's deeds are not its country's.
    if (found?.mentions[0]?.kind === 'nationals') return NOBODY;
    // "cut ties with Doha, accusing it of …": whom the deed before was done to.
    const other = found ?? (owns ? undefined : this.#parties(before).findLast(isOneParty));
    return other ? { actors: other.actors, people: [] } : null;
  }

  /** "chỉ trích Ethiopia và yêu cầu nước này …": as an object it is not whoever the clause is about. */
  otherState(before: readonly Argument[]): Referent {
    const [subject] = this.#latestState(before).actors;
    const other = before.findLast(({ actors }) => actors.length === 1 && actors[0] !== subject);
    if (other) return { actors: other.actors, people: [] };
    return this.#state.actors[0] !== subject ? this.#state : NOBODY;
  }

  #latestState(before: readonly Argument[]): Referent {
    const inSentence = before.find(
      (argument) => argument.actors.length === 1 && argument.marks.length === 0 && !argument.resolved,
    );
    return inSentence ? { actors: inSentence.actors, people: [] } : this.#state;
  }
}

function isOneParty({ actors, people, adjectival, resolved }: Argument): boolean {
  return actors.length === 1 && people.length === 0 && !adjectival && !resolved;
}

/** The two parties a sentence sets beside each other: a group of two, else its first two people or actors of different states. */
function pairOf(sentence: readonly Argument[]): Referent | null {
  const groups = sentence.filter((argument) => argument.actors.length === 2 && !argument.adjectival);
  const group = groups.find((argument) => argument.people.length === 2) ?? groups[0];
  if (group?.people.length === 2) return { actors: group.actors, people: group.people };
  const people = firstTwo(sentence.filter((argument) => argument.people.length > 0));
  if (people) return people;
  return group
    ? { actors: group.actors, people: group.people }
    : firstTwo(sentence.filter((argument) => argument.actors.length === 1));
}

/** "EU ministers … they": those who act for an organisation in the same sentence. */
function manyOf(before: readonly Argument[]): Referent | null {
  const found = before.find(
    ({ marks, actors, people, mentions }) =>
      marks.length === 0 && actors.length === 1 && people.length === 0 && isMany(mentions[0]),
  );
  return found ? { actors: found.actors, people: [] } : null;
}

function isMany(mention: Mention | undefined): boolean {
  return mention?.kind === 'organisation' || (mention?.kind === 'person' && mention.name === null);
}

function firstTwo(sentence: readonly Argument[]): Referent | null {
  const first = sentence.find((argument) => argument.actors.length === 1);
  if (!first) return null;
  const second = sentence.find((argument) => argument.actors.length === 1 && argument.actors[0] !== first.actors[0]);
  return second ? { actors: [...first.actors, ...second.actors], people: [...first.people, ...second.people] } : null;
}

/** A mention that points back takes what it means. */
export function resolvedMention(mention: Mention, referent: Referent): Mention {
  return {
    ...mention,
    actors: [...referent.actors],
    people: [...referent.people],
    name: referent.people[0]?.name ?? null,
    id: referent.people[0]?.id ?? null,
    kind: referent.people.length > 0 ? 'person' : referent.actors.length > 0 ? 'state' : 'unknown',
  };
}

/** "The Mexican minister said he would …": an officer with a post and no name can be "he" as well. */
function officerOf(before: readonly Argument[]): Referent | null {
  const [first] = before.filter(
    ({ actors, marks, resolved }) => actors.length === 1 && marks.length === 0 && !resolved,
  );
  const mention = first?.mentions[0];
  return first && mention?.kind === 'person' && mention.role !== null ? { actors: first.actors, people: [] } : null;
}

/** "Ông không còn được Quốc vương trọng dụng": whoever a sentence opens with by a pronoun stays the one it is about. */
function keptSubject(sentence: readonly Argument[]): Argument | undefined {
  const first = sentence.find(({ marks }) => marks.length === 0);
  return first?.resolved && first.people.length === 1 && first.actors.length === 1 && isPronoun(first.mentions[0])
    ? first
    : undefined;
}

function isPronoun(mention: Mention | undefined): boolean {
  return mention?.role === 'he' || mention?.role === 'she';
}

/** "Chuyên gia Yang Moo-jin cho rằng …": somebody new who stands for nobody is the next "he". */
function isPrivatePerson({ people, actors, marks, resolved }: Argument): boolean {
  return people.length === 1 && people[0]?.known === false && actors.length === 0 && marks.length === 0 && !resolved;
}

/** The one state that a sentence has as its subject, where no person stands for it. */
function subjectStateOf(sentence: readonly Argument[]): string | null {
  const subject = sentence.find(
    ({ marks, actors, possessor, adjectival }) => marks.length === 0 && actors.length > 0 && !possessor && !adjectival,
  );
  const kind = subject?.mentions[0]?.kind;
  const stands = kind === 'state' || kind === 'office';
  return stands && subject?.actors.length === 1 && subject.people.length === 0 ? (subject.actors[0] ?? null) : null;
}
