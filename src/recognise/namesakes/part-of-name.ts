import type { Tokens } from '../../world/index.ts';
import type { NamesakeRules } from '../../world/settings.ts';
import { CAPITAL, SPACED, WORD } from '../../world/tokenise.ts';
import type { NameHit } from '../marked.ts';
import type { Hits } from '../match.ts';

/** Nouns that a state's name follows although a stranger's name goes on from it: "Ngoại trưởng Jordan Ayman Safadi". */
const OWNED = new Set(['post', 'office', 'head', 'title', 'corefer', 'trigger']);
const STATES = new Set(['state', 'capital']);

/** Drops the states and capitals that are only a part of a longer name: "Minh Đức", "chị Nga", "Spartak Moscow", "Vietnam Airlines". */
export function withoutParts(text: string, tokens: Tokens, hits: Hits, rules: NamesakeRules | undefined): Hits {
  if (!rules || hits.names.length === 0) return hits;
  const reader = new NamesakeReader(text, tokens, hits, rules);
  return { ...hits, names: hits.names.filter((hit) => !reader.isPart(hit)) };
}

interface Compiled {
  names: ReadonlySet<string>;
  kin: ReadonlySet<string>;
  syllable: RegExp;
}

const known = new WeakMap<NamesakeRules, Compiled>();

/** The rules of a language, made ready once. */
function compiled(rules: NamesakeRules): Compiled {
  const made = known.get(rules) ?? {
    names: new Set(rules.names),
    kin: new Set(rules.kin),
    syllable: new RegExp(rules.syllable, 'iu'),
  };
  known.set(rules, made);
  return made;
}

class NamesakeReader {
  readonly #text: string;
  readonly #tokens: Tokens;
  readonly #hits: Hits;
  readonly #rules: Compiled;

  constructor(text: string, tokens: Tokens, hits: Hits, rules: NamesakeRules) {
    this.#text = text;
    this.#tokens = tokens;
    this.#hits = hits;
    this.#rules = compiled(rules);
  }

  isPart(hit: NameHit): boolean {
    if (!hit.entries.every(({ kind }) => STATES.has(kind) || kind === 'short')) return false;
    if (!hit.entries.some(({ kind }) => STATES.has(kind))) return false;
    return this.#isGivenName(hit) || this.#isStranger(hit.from - 1, hit.from) || this.#opensLongerName(hit);
  }

  /** "Tuyết Nga", "chị Mỹ": names of one syllable that are given to people too. */
  #isGivenName({ from, to }: NameHit): boolean {
    if (to - from > 1 || from === 0 || !this.#isSpaced(from) || !this.#rules.syllable.test(this.#surface(from)))
      return false;
    const before = this.#surface(from - 1);
    if (this.#rules.kin.has(before.toLowerCase())) return true;
    return this.#isCapital(from - 1) && this.#rules.names.has(before);
  }

  #opensLongerName({ from, to }: NameHit): boolean {
    if (!this.#isStranger(to, to)) return false;
    if (from > 0 && this.#rules.kin.has(this.#surface(from - 1).toLowerCase())) return true;
    const before = this.#hits.words.find((word) => word.to === from);
    return !before?.senses.some(({ kind }) => OWNED.has(kind));
  }

  /** A word with a capital that no table holds and that is none of the language's own syllables. */
  #isStranger(at: number, spacedAt: number): boolean {
    if (at < 0 || at >= this.#tokens.count || !this.#isSpaced(spacedAt) || !this.#isCapital(at)) return false;
    if (this.#tokens.kind[at] !== WORD || this.#rules.syllable.test(this.#surface(at))) return false;
    const covers = (hit: { from: number; to: number }): boolean => hit.from <= at && at < hit.to;
    return !this.#hits.names.some(covers) && !this.#hits.words.some(covers);
  }

  #isCapital(at: number): boolean {
    return ((this.#tokens.flags[at] as number) & CAPITAL) !== 0;
  }

  #isSpaced(at: number): boolean {
    return ((this.#tokens.flags[at] as number) & SPACED) !== 0;
  }

  #surface(at: number): string {
    return this.#text.slice(this.#tokens.start[at], this.#tokens.end[at]);
  }
}
