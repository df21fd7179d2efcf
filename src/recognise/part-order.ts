import type { NameEntry } from '../world/index.ts';
import { casesOf, isGenitive } from './cases.ts';
import type { Chain } from './chain-parts.ts';
import type { Cursor } from './cursor.ts';
import type { Lookahead } from './lookahead.ts';

/** What may follow what in a noun phrase, and in which case: a state, its organs, a post and its holder. */
export class PartOrder {
  readonly #cursor: Cursor;
  readonly #chain: Chain;
  readonly #ahead: Lookahead;

  constructor(cursor: Cursor, chain: Chain, ahead: Lookahead) {
    this.#cursor = cursor;
    this.#chain = chain;
    this.#ahead = ahead;
  }

  /** In a language with cases: a state's noun, which nothing follows that belongs to it. */
  isOwnName(): boolean {
    const chain = this.#chain;
    if (!this.#cursor.settings.stateAfterPost || chain.role || chain.office || chain.head) return false;
    return (
      chain.actors.length > 0 && !chain.actors.some((part) => part.entries.some((entry) => entry.kind === 'adjective'))
    );
  }

  /** "президент США …": after its owner no further post belongs to the phrase. */
  isOwned(): boolean {
    const [owner] = this.#chain.actors;
    return (
      this.#cursor.settings.stateAfterPost === true &&
      this.#chain.role !== null &&
      owner !== undefined &&
      owner.at > this.#chain.from
    );
  }

  /** "Devlet Başkanı büyükelçiyi": where endings say what belongs together, a second post that belongs to nothing is somebody else's. */
  isOtherPost(at: number): boolean {
    if (!this.#cursor.settings.verbFinal || !this.#chain.role || this.#cursor.isCapital(at)) return false;
    const cases = this.#ahead.casesAt(at, 'post');
    return cases.length > 0 && !cases.includes('pos');
  }

  /** Whether a part in these cases agrees with the phrase so far, which then has the cases that both allow. */
  agrees(cases: readonly string[] | undefined): boolean {
    const chain = this.#chain;
    if (!cases || cases.length === 0) return true;
    const both = chain.cases.length === 0 ? cases : chain.cases.filter((name) => cases.includes(name));
    if (both.length === 0) return false;
    chain.cases = both;
    return true;
  }

  /** An organ after a post is its owner and stands in the genitive; else it agrees with the adjective before it. */
  fitsOrgan(cases: readonly string[]): boolean {
    if (this.#cursor.settings.verbFinal) return this.agrees(cases);
    if (!this.#cursor.settings.stateAfterPost) return true;
    const owned = this.#chain.role !== null || this.#chain.office !== null;
    return owned ? isGenitive(cases) : this.agrees(cases);
  }

  /** A state's name after what belongs to it stands in the genitive; before it, it is an adjective that agrees. */
  fitsBeside(entries: readonly NameEntry[]): boolean {
    const chain = this.#chain;
    if (!this.#cursor.settings.stateAfterPost) return true;
    const owns = chain.role !== null || chain.office !== null || chain.head !== null;
    return owns ? isGenitive(casesOf(entries)) : this.agrees(casesOf(entries));
  }
}
