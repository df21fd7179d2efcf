import type { NameEntry } from '../world/index.ts';
import { ACTOR_KINDS, type Chain, take } from './chain-parts.ts';
import type { Cursor } from './cursor.ts';
import type { Lookahead } from './lookahead.ts';

const ENVOYS = /ambassador|envoy|representative|consul|charge/;
/** Offices that a state has one of. */
const SEATS = /government|presidency|cabinet|military/;
/** Posts of those who work for somebody. */
const SERVANTS = /spokes|press|aide|advis|envoy|representative|negotiator/;

/** Reads on from an owner or to a state: "Turkey's foreign minister", "the president of Turkey", "ambassador to Russia". */
export class OwnerReader {
  readonly #cursor: Cursor;
  readonly #chain: Chain;
  readonly #limit: number;
  readonly #ahead: Lookahead;

  constructor(cursor: Cursor, chain: Chain, limit: number, ahead: Lookahead) {
    this.#cursor = cursor;
    this.#chain = chain;
    this.#limit = limit;
    this.#ahead = ahead;
  }

  /** "Turkey's foreign minister" goes on; "Turkey's decision" ends here, and Turkey owns what follows. */
  possessive(at: number): boolean {
    const chain = this.#chain;
    const end = this.#cursor.possessiveEnd(at);
    if (end === 0 || chain.possessor || (chain.actors.length === 0 && !chain.person && !chain.unknown && !chain.role))
      return false;
    const next = end < this.#limit ? end : -1;
    const goesOn =
      next >= 0 &&
      !chain.unknown &&
      (this.#ahead.isPostLike(next) ||
        (chain.person === null && this.#ahead.names(next)) ||
        (this.#ahead.adjectiveWord(next) && this.#ahead.isPostLike(next + 1)));
    if (!goesOn) {
      chain.possessor = true;
      take(this.#chain, end);
      return false;
    }
    // "Putin's spokesman": from here on somebody else is meant, who stands for the same state.
    if (chain.person) this.#ownerBecomesActor();
    chain.role = null;
    return take(this.#chain, this.#ahead.isPostLike(next) || this.#ahead.names(next) ? end : next + 1);
  }

  /** "Türkiye'nin Dışişleri Bakanı" goes on, "Türkiye'nin kararı" ends; of a person only those who work for him are meant. */
  ownsNext(at: number): boolean {
    const chain = this.#chain;
    if (chain.cases.includes('rel') && chain.actors.length > 0 && !chain.role && !chain.person) return this.#seats(at);
    if (!chain.cases.includes('gen') || chain.unknown) return false;
    const post = this.#cursor.sense(at, 'post');
    if (chain.person) {
      if (!post || !SERVANTS.test(post.sense.role)) return false;
      this.#ownerBecomesActor();
      return true;
    }
    const goesOn =
      this.#ahead.isPostLike(at) ||
      this.#isSeatOfEnvoy(at) ||
      this.#ahead.postOfBody(at) > 0 ||
      (this.#ahead.adjectiveWord(at) && this.#ahead.isPostLike(at + 1));
    if (goesOn) chain.role = null;
    return goesOn;
  }

  /** "Mali'deki askeri yönetim": a government that sits there is that state's. */
  #seats(at: number): boolean {
    const office = this.#cursor.has(at, 'office') ? at : this.#ahead.adjectiveWord(at) ? at + 1 : at;
    const seat = this.#cursor.sense(office, 'office');
    return seat !== null && SEATS.test(seat.sense.role);
  }

  #ownerBecomesActor(): void {
    const chain = this.#chain;
    const owner = chain.person as readonly NameEntry[];
    chain.person = null;
    chain.title = false;
    if (chain.actors.length === 0) chain.actors.push({ entries: owner, at: chain.from });
  }

  /** "President of Turkey", "ambassador to Russia", "President Macron of France". */
  ofState(at: number): boolean {
    const chain = this.#chain;
    if (!chain.role && !chain.office && !chain.head) return false;
    // "ministers from Japan" are Japan's, but "troops from Poland" may only have come that way, and envoys been called home.
    const { marks, stateAfterPost } = this.#cursor.settings;
    const comes = chain.role !== null && !(stateAfterPost && ENVOYS.test(chain.role)) && !this.#isSomebodysEnvoy();
    const next =
      this.#ahead.afterOf(at) ||
      (comes ? this.#ahead.afterOf(at, marks.origin) : 0) ||
      (this.#livesThere() ? this.#ahead.afterOf(at, marks.place) : 0);
    if (next > 0 && chain.actors.length === 0 && this.#ahead.isWholeName(next)) {
      const hit = this.#cursor.name(next) as NonNullable<ReturnType<Cursor['name']>>;
      chain.actors.push({ entries: hit.entries.filter((entry) => ACTOR_KINDS.has(entry.kind)), at: next });
      return take(this.#chain, hit.to);
    }
    return this.#accredited(at);
  }

  /** "companies in China", "journalists in Iran": people and firms of no state named before are of where they are. */
  #livesThere(): boolean {
    const { head, actors, role } = this.#chain;
    const { adjectiveFirst, caseMarks, verbFinal } = this.#cursor.settings;
    return head === 'nationals' && actors.length === 0 && !role && adjectiveFirst && !caseMarks && !verbFinal;
  }

  /** "recalled its ambassador from Chile": there he served. */
  #isSomebodysEnvoy(): boolean {
    const { role, from } = this.#chain;
    if (!role || !ENVOYS.test(role)) return false;
    let word = this.#cursor.wordBefore(from);
    while (word?.senses.some((sense) => sense.kind === 'modifier')) word = this.#cursor.wordBefore(word.from);
    return word?.senses.some((sense) => sense.kind === 'pronoun') ?? false;
  }

  /** An envoy's "to Russia" is where he serves, not for whom: passed over when a name follows. */
  #accredited(at: number): boolean {
    const chain = this.#chain;
    if (!chain.role || !ENVOYS.test(chain.role)) return false;
    const mark = this.#cursor.sense(at, 'mark');
    if (!mark) return false;
    const start = this.#cursor.sense(mark.to, 'determiner')?.to ?? mark.to;
    if (!this.#ahead.isActorName(start) && !this.#cursor.entry(start, 'place')) return false;
    const end = (this.#cursor.name(start) as NonNullable<ReturnType<Cursor['name']>>).to;
    if (end >= this.#limit) return false;
    const named = this.#cursor.mark(end) === ',' && !this.#cursor.settings.caseMarks ? end + 1 : end;
    const isNamed =
      named === end
        ? this.#ahead.names(end) || this.#ahead.capitalWord(end)
        : this.#cursor.entry(named, 'person') !== null || this.#ahead.strangersName(named) > 0;
    return isNamed ? take(this.#chain, end) : false;
  }

  apposedState(at: number): boolean {
    const chain = this.#chain;
    if (chain.actors.length > 0 || !chain.role || chain.possessor) return false;
    const next = this.#ahead.afterOf(at);
    if (next === 0 || !this.#ahead.isWholeName(next)) return false;
    const hit = this.#cursor.name(next) as NonNullable<ReturnType<Cursor['name']>>;
    chain.actors.push({ entries: hit.entries.filter((entry) => ACTOR_KINDS.has(entry.kind)), at: next });
    return take(this.#chain, hit.to);
  }

  /** "Türkiye'nin Moskova Büyükelçisi": where an envoy serves. */
  seatOfEnvoy(at: number): boolean {
    if (!this.#isSeatOfEnvoy(at)) return false;
    return take(this.#chain, (this.#cursor.name(at) as NonNullable<ReturnType<Cursor['name']>>).to);
  }

  #isSeatOfEnvoy(at: number): boolean {
    const host = this.#chain.actors.length > 0 && !this.#chain.role ? this.#cursor.name(at) : null;
    const post = host ? this.#cursor.sense(host.to, 'post') : null;
    const office = host ? this.#cursor.sense(host.to, 'office') : null;
    return office?.sense.role === 'embassy' || (post !== null && ENVOYS.test(post.sense.role));
  }
}
