import type { Chain } from '../chain-parts.ts';
import type { Cursor } from '../cursor.ts';
import type { PersonFinder } from '../people.ts';

/** Tells when a name that a table has is only a part of a stranger's, or somebody else's of the same family name. */
export class StrangersBeside {
  readonly #cursor: Cursor;
  readonly #finder: PersonFinder;
  /** Family names that the report has given to people whom no table holds. */
  readonly #others = new Set<string>();

  constructor(cursor: Cursor, finder: PersonFinder) {
    this.#cursor = cursor;
    this.#finder = finder;
  }

  /** "Bill Gates … Mr Gates": a family name that the report has given to somebody else, and to nobody known. */
  isOther(chain: Chain, index: number): boolean {
    const isShort = chain.person?.every((entry) => entry.kind === 'short') ?? false;
    return isShort && !chain.role && this.#others.has(this.#nameIn(chain)) && !this.#finder.isNamed(index);
  }

  #nameIn(chain: Chain): string {
    return this.#cursor.surface(chain.to - 1, chain.to);
  }

  /** "Hunter Biden", "Trump Tower": a capitalised stranger beside a short name means somebody or something else. */
  isSomebodyElse(chain: Chain): boolean {
    if (this.#isTailOfName(chain)) return true;
    const isWhole = chain.person?.some((entry) => entry.kind === 'person') && chain.to - chain.from > 1;
    if (isWhole || chain.title || chain.role || chain.actors.length > 0) return false;
    // An ending says that the name ends here.
    const isEnded = this.#cursor.settings.verbFinal && !chain.cases.includes('nom');
    const isSurname = this.#isStranger(chain.from - 1, chain.from);
    if (isSurname) this.#others.add(this.#nameIn(chain));
    return isSurname || this.#isHeadOfName(chain) || (!isEnded && this.#isStranger(chain.to, chain.to));
  }

  /** "chuyên gia Yang Moo-jin": a short name that a title stands before and a stranger's name goes on is no name of somebody known. */
  longerName(chain: Chain): Chain | null {
    const isShort = chain.person?.every((entry) => entry.kind === 'short') ?? false;
    if (this.#cursor.settings.commaLists !== true || !chain.title || chain.role || !isShort) return null;
    let to = chain.to;
    while (this.#isStranger(to, to)) to += this.#cursor.mark(to + 1) === '-' && !this.#cursor.isSpaced(to + 2) ? 3 : 1;
    return to === chain.to ? null : { ...chain, to, unknown: this.#cursor.surface(chain.to - 1, to) };
  }

  /** "贝伯克" is no "伯克": a character that foreign names are written with stands right before a short name. */
  #isTailOfName(chain: Chain): boolean {
    const { nameCharacters } = this.#cursor.settings;
    const before = chain.from - 1;
    if (!nameCharacters || before < 0 || chain.title || chain.role || chain.actors.length > 0) return false;
    if (this.#cursor.covered(before) || !this.#cursor.isWord(before) || this.#cursor.isSpaced(chain.from)) return false;
    return nameCharacters.includes(this.#cursor.surface(before, chain.from));
  }

  /** "布什维克" is no Bush: two more characters that foreign names are written with follow a short name. */
  #isHeadOfName(chain: Chain): boolean {
    const { nameCharacters } = this.#cursor.settings;
    const next = chain.to + 1;
    if (!nameCharacters || next >= this.#cursor.tokens.count || this.#cursor.covered(next - 1)) return false;
    return (
      !this.#cursor.covered(next) &&
      [...this.#cursor.surface(next - 1, next + 1)].every((one) => nameCharacters.includes(one))
    );
  }

  #isStranger(at: number, spacedAt: number): boolean {
    const cursor = this.#cursor;
    if (at < 0 || at >= cursor.tokens.count || !cursor.isWord(at) || !cursor.isCapital(at)) return false;
    return cursor.isSpaced(spacedAt) && (!cursor.covered(at) || this.#isOtherGiven(at));
  }

  /** "Muhtar Ali Putin": where endings part the names of two, a family name that nobody has been called by is here a given name. */
  #isOtherGiven(at: number): boolean {
    if (!this.#cursor.settings.verbFinal || this.#cursor.word(at)) return false;
    const entries = this.#cursor.name(at)?.entries ?? [];
    return (
      entries.length > 0 &&
      entries.every(({ kind, famous, ref }) => kind === 'short' && !famous && !this.#finder.isNamed(ref))
    );
  }
}
