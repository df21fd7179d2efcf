import type { Knowledge, Pack, Tokens } from '../world/index.ts';
import type { AbbreviationRules } from '../world/settings.ts';
import { BREAK, NUMBER, SPACED } from '../world/tokenise.ts';
import type { NameHit, WordHit } from './marked.ts';

/** The characters of the rules as ids of the vocabulary. */
type Characters = Readonly<Record<keyof AbbreviationRules, ReadonlySet<number>>>;

const characters = new WeakMap<AbbreviationRules, Characters>();
const BESIDE = new Set(['post', 'office', 'head']);
const TELLING = new Set(['speech', 'trigger', 'status', 'light']);

/** Keeps the single characters that stand for states (中俄, 美方, 访美) and drops those that are only part of a word. */
export function keepAbbreviations(pack: Pack, tokens: Tokens, names: NameHit[], words: readonly WordHit[]): NameHit[] {
  const rules = pack.settings.abbreviations;
  if (!rules || !names.some(isAbbreviation)) return names;
  const reader = new AbbreviationReader(charactersOf(rules, pack), tokens, names, words);
  return names.filter((hit) => !isAbbreviation(hit) || reader.holds(hit.from));
}

/** Drops the characters that stand for a state only where the report names it in full: 斯方 in a report on Sri Lanka, and no 波斯. */
export function keepNamed(names: NameHit[], pack: Pack, knowledge: Knowledge): NameHit[] {
  const { code, abbreviations } = pack.settings;
  const asked = abbreviations?.named;
  if (!asked || !names.some(isAbbreviation)) return names;
  const named = new Set(
    names.flatMap(({ entries }) =>
      entries.flatMap(({ kind, ref }) => (kind === 'state' ? (knowledge.states[ref]?.id ?? []) : [])),
    ),
  );
  const isAsked = (ref: number): boolean => asked.includes(knowledge.abbreviations[ref]?.names[code]?.[0] ?? ' ');
  return names.filter(
    (hit) =>
      !isAbbreviation(hit) ||
      hit.entries.some(({ ref }) => !isAsked(ref) || named.has(knowledge.abbreviations[ref]?.id ?? '')),
  );
}

export function isAbbreviation(hit: NameHit): boolean {
  return hit.entries.every((entry) => entry.kind === 'abbreviation');
}

function charactersOf(rules: AbbreviationRules, pack: Pack): Characters {
  const known = characters.get(rules);
  if (known) return known;
  const ids = (list: string): Set<number> => new Set([...list].map((character) => pack.vocabulary.get(character)));
  const made: Characters = {
    after: ids(rules.after),
    before: ids(rules.before),
    compoundOnly: ids(rules.compoundOnly),
    named: ids(rules.named),
    afterOnly: ids(rules.afterOnly),
    inside: ids(rules.inside),
    side: ids(rules.side),
    beforeOnly: ids(rules.beforeOnly),
  };
  characters.set(rules, made);
  return made;
}

class AbbreviationReader {
  readonly #characters: Characters;
  readonly #tokens: Tokens;
  /** Which word of two characters or more lies on a position: its index and 1. */
  readonly #wordOn: Int32Array;
  readonly #wordAt: Int32Array;
  readonly #words: readonly WordHit[];
  readonly #candidates = new Set<number>();

  constructor(list: Characters, tokens: Tokens, names: readonly NameHit[], words: readonly WordHit[]) {
    this.#characters = list;
    this.#tokens = tokens;
    this.#words = words;
    this.#wordOn = new Int32Array(tokens.count + 1);
    this.#wordAt = new Int32Array(tokens.count + 1);
    words.forEach((word, index) => {
      this.#wordAt[word.from] = index + 1;
      if (word.to - word.from > 1) this.#wordOn.fill(index + 1, word.from, word.to);
    });
    for (const hit of names) if (isAbbreviation(hit) && this.#mayBe(hit.from)) this.#candidates.add(hit.from);
  }

  holds(at: number): boolean {
    if (!this.#candidates.has(at)) return false;
    const { after, afterOnly, compoundOnly } = this.#characters;
    const follows = at > 0 && after.has(this.#id(at - 1)) && this.#wordOn[at - 1] === 0;
    if (afterOnly.has(this.#id(at))) return follows;
    if (this.#inCompound(at) || this.#isSide(at)) return true;
    return !compoundOnly.has(this.#id(at)) && (follows || this.#besideNoun(at) || this.#inHeadline(at));
  }

  /** No part of a longer word, and no day of the month (24日). */
  #mayBe(at: number): boolean {
    return this.#wordOn[at] === 0 && (at === 0 || this.#tokens.kind[at - 1] !== NUMBER);
  }

  #id(at: number): number {
    return at < this.#tokens.count ? (this.#tokens.id[at] as number) : -1;
  }

  #inCompound(at: number): boolean {
    const { afterOnly, before, inside } = this.#characters;
    // "部长塞塞利亚": no state stands beside itself.
    const compounds = (other: number): boolean =>
      this.#candidates.has(other) && !afterOnly.has(this.#id(other)) && this.#id(other) !== this.#id(at);
    const [left, right] = [compounds(at - 1), compounds(at + 1)];
    // "会谈中美方表示": 中 is "in", and 美方 is the American side.
    const isPair = (first: number): boolean =>
      inside.has(this.#id(first)) &&
      before.has(this.#id(first + 2)) &&
      this.#wordOn[first + 2] === 0 &&
      !compounds(first - 1);
    if (right && isPair(at)) return false;
    return right || (left && !isPair(at - 1));
  }

  /** 新方, 突方. */
  #isSide(at: number): boolean {
    return this.#characters.side.has(this.#id(at + 1)) && this.#wordOn[at + 1] === 0;
  }

  /** 美方, 俄外长. */
  #besideNoun(at: number): boolean {
    const { before, beforeOnly } = this.#characters;
    if (before.has(this.#id(at + 1)) && this.#wordOn[at + 1] === 0) return true;
    const word = this.#words[(this.#wordAt[at + 1] as number) - 1];
    if (!word || beforeOnly.has(this.#id(at)) || word.to - word.from < 2) return false;
    return word.senses.some((sense) => BESIDE.has(sense.kind));
  }

  /** A headline begins with who says or does: 以称…, 美宣布…. */
  #inHeadline(at: number): boolean {
    const { kind, flags } = this.#tokens;
    const begins = at === 0 || kind[at - 1] === BREAK || ((flags[at] as number) & SPACED) !== 0;
    const word = begins ? this.#words[(this.#wordAt[at + 1] as number) - 1] : undefined;
    return word?.senses.some((sense) => TELLING.has(sense.kind)) ?? false;
  }
}

const DASHES = new Set(['-', '–']);

/** Where words are parted: keeps the short names of states that a dash joins to another name ("Mỹ - Trung", "Nhật-Hàn"). */
export function keepCompounds(text: string, tokens: Tokens, names: NameHit[]): NameHit[] {
  if (!names.some(isAbbreviation)) return names;
  const begins = new Set(names.map(({ from }) => from));
  const ends = new Set(names.map(({ to }) => to));
  const isDash = (at: number): boolean =>
    at > 0 && at < tokens.count && DASHES.has(text.slice(tokens.start[at], tokens.end[at]));
  return names.filter(
    (hit) =>
      !isAbbreviation(hit) ||
      (isDash(hit.to) && begins.has(hit.to + 1)) ||
      (isDash(hit.from - 1) && ends.has(hit.from - 1)),
  );
}
