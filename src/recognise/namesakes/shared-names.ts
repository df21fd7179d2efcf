import type { Knowledge, NameEntry, Pack, Tokens } from '../../world/index.ts';
import { CAPITAL, SPACED, WORD } from '../../world/tokenise.ts';
import type { NameHit } from '../marked.ts';
import type { Hits } from '../match.ts';

/**
 * Settles names that a state shares with something else.
 * - With a place in another country (Georgia): the place is meant in a report that names other places of that country, and nothing
 *   else of the state: neither its capital, its people, its towns nor anybody who holds a post for it.
 * - With a family ("Michael Jordan", "Denzel Washington"): a given name before it makes it somebody's.
 */
export function settleSharedNames(text: string, tokens: Tokens, hits: Hits, pack: Pack, knowledge: Knowledge): Hits {
  const names = pack.settings.spaces ? withoutFamilies(text, tokens, hits, knowledge) : hits.names;
  if (!names.some(isShared)) return { ...hits, names };
  const witness = new Witness(names, knowledge);
  return {
    ...hits,
    names: names.map((hit) => (isShared(hit) ? { ...hit, entries: witness.settle(hit.entries) } : hit)),
  };
}

const given = new WeakMap<Knowledge, ReadonlySet<string>>();

/** The words that names of people of two words begin with. */
function givenNames(knowledge: Knowledge): ReadonlySet<string> {
  const known = given.get(knowledge);
  if (known) return known;
  const names = knowledge.people.map(({ name }) => name.split(' ')).filter((words) => words.length === 2);
  const made = new Set(names.map(([first = '']) => first));
  given.set(knowledge, made);
  return made;
}

/** Leaves out states and capitals of one word that a given name stands before, unless the word before is a name or a word of its own. */
function withoutFamilies(text: string, tokens: Tokens, { names, words }: Hits, knowledge: Knowledge): NameHit[] {
  let known: Set<number> | null = null;
  return names.filter((hit, index) => {
    const before = hit.from - 1;
    const standsAlone = hit.to - hit.from === 1 && before >= 0 && (names[index - 1]?.to ?? 0) <= before;
    if (!standsAlone || !hit.entries.every(({ kind }) => kind === 'state' || kind === 'capital')) return true;
    if (tokens.kind[before] !== WORD || !((tokens.flags[before] as number) & CAPITAL)) return true;
    if (!((tokens.flags[hit.from] as number) & SPACED)) return true;
    if (!givenNames(knowledge).has(text.slice(tokens.start[before], tokens.end[before]))) return true;
    known ??= new Set(words.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)));
    return known.has(before);
  });
}

function isShared({ entries }: NameHit): boolean {
  return entries.length > 1 && hasKind(entries, 'state') && hasKind(entries, 'place');
}

function hasKind(entries: readonly NameEntry[], kind: NameEntry['kind']): boolean {
  return entries.some((entry) => entry.kind === kind);
}

/** What a report names beside its shared names. */
class Witness {
  readonly #knowledge: Knowledge;
  /** States whose capitals, people, towns or officers are named. */
  readonly #states = new Set<string>();
  /** Countries of which places are named. */
  readonly #countries = new Set<string>();

  constructor(names: readonly NameHit[], knowledge: Knowledge) {
    this.#knowledge = knowledge;
    for (const hit of names) if (!isShared(hit)) for (const entry of hit.entries) this.#hear(entry);
  }

  settle(entries: readonly NameEntry[]): readonly NameEntry[] {
    const state = entries.find(({ kind }) => kind === 'state') as NameEntry;
    const place = entries.find(({ kind }) => kind === 'place') as NameEntry;
    const country = this.#knowledge.places[place.ref]?.country ?? '';
    const isPlace = this.#countries.has(country) && !this.#states.has(this.#knowledge.states[state.ref]?.id ?? '');
    return entries.filter((entry) => entry !== (isPlace ? state : place));
  }

  #hear({ kind, ref }: NameEntry): void {
    const { adjectives, capitals, people, places } = this.#knowledge;
    if (kind === 'adjective') this.#states.add(adjectives[ref]?.id ?? '');
    if (kind === 'capital') this.#states.add(capitals[ref]?.id ?? '');
    if (kind === 'person') for (const { actor } of people[ref]?.posts ?? []) this.#states.add(actor);
    if (kind !== 'place') return;
    const country = places[ref]?.country ?? '';
    this.#countries.add(country);
    this.#states.add(country);
  }
}
