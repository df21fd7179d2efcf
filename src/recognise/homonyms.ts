import type { Knowledge, NameEntry } from '../world/index.ts';
import type { Cursor } from './cursor.ts';

/** Tells a state from a place of the same name in another country: Georgia, of which a report on Alabama speaks. */
export class Homonyms {
  readonly #cursor: Cursor;
  readonly #knowledge: Knowledge;
  /** The countries of the places that the report names, and the states it names by adjective, capital, place or person. */
  #countries: Set<string> | null = null;
  #states: Set<string> | null = null;

  constructor(cursor: Cursor, knowledge: Knowledge) {
    this.#cursor = cursor;
    this.#knowledge = knowledge;
  }

  /** Whether the name at a position means the place: the report names others of its country, and nothing of the state. */
  isElsewhere(at: number): boolean {
    const entries = this.#cursor.name(at)?.entries ?? [];
    const state = entries.find(({ kind }) => kind === 'state');
    const place = state && entries.find(({ kind }) => kind === 'place');
    if (!state || !place) return false;
    const id = this.#knowledge.states[state.ref]?.id as string;
    const country = this.#knowledge.places[place.ref]?.country as string;
    if (id === country) return false;
    if (!this.#countries) this.#survey();
    return this.#countries?.has(country) === true && this.#states?.has(id) !== true;
  }

  #survey(): void {
    this.#countries = new Set();
    this.#states = new Set();
    for (const { entries } of this.#cursor.names) {
      if (entries.some(({ kind }) => kind === 'state')) continue;
      for (const entry of entries) this.#note(entry);
    }
  }

  #note({ kind, ref }: NameEntry): void {
    const { places, adjectives, capitals, people } = this.#knowledge;
    const id =
      kind === 'adjective'
        ? adjectives[ref]?.id
        : kind === 'capital'
          ? capitals[ref]?.id
          : kind === 'person'
            ? people[ref]?.posts[0]?.actor
            : undefined;
    if (id) this.#states?.add(id);
    const country = kind === 'place' ? places[ref]?.country : undefined;
    if (country) this.#countries?.add(country);
    // A place of the state itself speaks for the state.
    if (country) this.#states?.add(country);
  }
}
