import type { Cursor } from './cursor.ts';
import { type Discourse, type Referent, resolvedMention } from './discourse.ts';
import type { Argument, Mention } from './marked.ts';
import type { MentionMaker } from './mentions.ts';
import type { PersonFinder } from './people.ts';

/** Posts of those who serve a state. */
const OF_STATE = /minister|spokes|ambassador|envoy|official|commander|secretary/;
/** Offices of which a state has one. */
const SEATED = /^(government|military|cabinet|parliament)$/;

/** Says whom a post that is named without its holder or its state means: "the president", "his counterpart". */
export class PostReader {
  readonly #cursor: Cursor;
  readonly #maker: MentionMaker;
  readonly #finder: PersonFinder;
  readonly #discourse: Discourse;

  constructor(cursor: Cursor, maker: MentionMaker, finder: PersonFinder, discourse: Discourse) {
    this.#cursor = cursor;
    this.#maker = maker;
    this.#finder = finder;
    this.#discourse = discourse;
  }

  /** The mention with whoever it means, or as it is when it says so itself. */
  settled(made: Mention, before: readonly Argument[]): Mention {
    if (made.role && made.actors.length === 0 && made.people.length === 0) return this.#byRole(made, before);
    return made.role === 'counterpart' ? this.#counterpart(made, before) : made;
  }

  /** "Avustralya … çalışıyor. Bakan Zed Seselja": a stranger with a post and no state serves the one that the sentence before is about. */
  ofSubject(mention: Mention): Mention {
    const [person] = mention.people;
    const isStranger = mention.kind === 'unknown' && mention.role !== null && person?.known === false;
    const state = isStranger && this.#cursor.settings.verbFinal ? this.#discourse.subjectState : null;
    if (!person || !state || !OF_STATE.test(mention.role ?? '')) return mention;
    return { ...mention, kind: 'person', actors: [state], people: [{ ...person, actor: state }] };
  }

  /** "the president": the one spoken of before. */
  #byRole(mention: Mention, before: readonly Argument[]): Mention {
    const role = mention.role as string;
    const wanted = role === 'counterpart' || !this.#isDefinite(mention.from) ? null : this.#maker.classOf(role);
    const isPlural = this.#maker.isPlural(mention.from, mention.to);
    const told = !wanted
      ? { actors: [], people: [] }
      : isPlural
        ? this.#discourse.several(wanted, before)
        : (this.#ofHouse(role, before) ?? this.#discourse.byRole(wanted, before));
    const only = told.actors.length === 0 && wanted && !isPlural ? this.#onlyHolder(role) : null;
    const near = told.actors.length > 0 ? told : (only ?? this.#seated(mention, before));
    const referent = near.actors.length > 0 ? near : this.#atHome(mention);
    const found = { ...resolvedMention(mention, referent), possessor: mention.possessor };
    if (found.people.length > 0 || found.actors.length !== 1) return found;
    return { ...found, kind: 'office', name: this.#maker.nameOfState(found.actors[0] as string) };
  }

  /** "Suriye'de … ordu": where places show by their case, a government or an army is that of the state where the sentence is. */
  #seated(mention: Mention, before: readonly Argument[]): Referent {
    const nobody = { actors: [], people: [] };
    if (!this.#cursor.settings.verbFinal || !SEATED.test(mention.role ?? '')) return nobody;
    const where = before.findLast(({ cases, mentions }) => cases.includes('loc') && mentions[0]?.kind === 'state');
    return where ? { actors: where.actors, people: [] } : nobody;
  }

  /** "the pope": there is but one. */
  #onlyHolder(role: string): Referent | null {
    const only = this.#finder.onlyHolder(role);
    return only && { actors: [only.actor], people: [this.#finder.mentioned(only.person, role)] };
  }

  /** "Dışişleri Bakanlığı": a post or an office of no state is, in the press of one country, that country's. */
  #atHome(mention: Mention): Referent {
    const { home } = this.#cursor.settings;
    const words = home ? this.#cursor.surface(mention.from, mention.to).toLowerCase() : '';
    if (!home?.posts.some((post) => words.startsWith(post))) return { actors: [], people: [] };
    const actor = this.#discourse.home(home.actor);
    const holder = this.#finder.holder(actor, mention.role as string);
    // A post that the state has not got is another's: Türkiye has had no prime minister since 2018.
    if (!holder && this.#finder.lacks(mention.role as string)) return { actors: [], people: [] };
    return { actors: [actor], people: holder ? [this.#finder.mentioned(holder, mention.role)] : [] };
  }

  /** "Кремль подтвердил, что президент …": the office that the sentence names is that of the one who holds the post. */
  #ofHouse(role: string, before: readonly Argument[]): Referent | null {
    const house = before.findLast(({ mentions }) => mentions[0]?.kind === 'office')?.actors[0];
    const wanted = this.#maker.classOf(role);
    if (!house || before.some(({ people }) => people.some((person) => person.class === wanted))) return null;
    const holder = this.#finder.holder(house, role);
    return holder ? { actors: [house], people: [this.#finder.mentioned(holder, role)] } : null;
  }

  /** "the president", as against "foreign ministers": where a language has articles, one must stand before the post. */
  #isDefinite(at: number): boolean {
    const determined = this.#cursor.wordBefore(at)?.senses.some((sense) => sense.kind === 'determiner') ?? false;
    // A language with cases has no articles.
    if (this.#cursor.settings.caseMarks) return true;
    return this.#cursor.settings.adjectiveFirst ? determined : !determined;
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
}
