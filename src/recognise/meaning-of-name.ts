import type { Knowledge, NameEntry } from '../world/index.ts';
import type { Cursor } from './cursor.ts';

/** What a name is taken for where the report does not tell. */
const PREFERENCE: readonly NameEntry['kind'][] = [
  'state',
  'organisation',
  'office',
  'adjective',
  'capital',
  'abbreviation',
  'person',
  'short',
];

/** Chooses what a name with several bearers means as an actor, by what else the report names. */
export class MeaningOfName {
  readonly #cursor: Cursor;
  readonly #knowledge: Knowledge;
  /** The states and organisations that the report names in full. */
  #named: Set<string> | null = null;

  constructor(cursor: Cursor, knowledge: Knowledge) {
    this.#cursor = cursor;
    this.#knowledge = knowledge;
  }

  /** @returns null when nothing tells the bearers apart and none is the usual one */
  choose(entries: readonly NameEntry[], cases: readonly string[]): NameEntry | null {
    if (entries.length < 2) return entries[0] ?? null;
    if (entries.every((entry) => entry.kind === 'abbreviation')) return this.#abbreviated(entries);
    return this.#seated(entries, cases) ?? preferred(entries);
  }

  /** A character that stands for several states means the one that the report names in full (中新: Singapore, New Zealand). */
  #abbreviated(entries: readonly NameEntry[]): NameEntry | null {
    const found = entries.find((entry) => this.#isNamed(this.#knowledge.abbreviations[entry.ref]?.id ?? ''));
    return found ?? preferred(entries);
  }

  /** A capital that is the seat of an organisation too: the state's where the report names the state, else the organisation's (Brussels). */
  #seated(entries: readonly NameEntry[], cases: readonly string[]): NameEntry | null {
    const capital = entries.find(({ kind }) => kind === 'capital');
    const seat = entries.find(({ kind }) => kind === 'office');
    if (!capital || !seat) return null;
    // "Brüksel'de" is where, and that is in Belgium.
    const isWhere = cases.some((name) => this.#cursor.settings.marks.place.includes(name));
    return isWhere || this.#isNamed(this.#knowledge.capitals[capital.ref]?.id ?? '') ? capital : seat;
  }

  /** Whether the report names a state or an organisation in full, or calls something by the state. */
  #isNamed(code: string): boolean {
    this.#named ??= new Set(this.#cursor.names.flatMap((hit) => hit.entries.flatMap((entry) => this.#codeOf(entry))));
    return this.#named.has(code);
  }

  #codeOf({ kind, ref }: NameEntry): string | [] {
    if (kind === 'state') return this.#knowledge.states[ref]?.id ?? [];
    if (kind === 'adjective') return this.#knowledge.adjectives[ref]?.id ?? [];
    return kind === 'organisation' ? (this.#knowledge.organisations[ref]?.id ?? []) : [];
  }
}

function preferred(entries: readonly NameEntry[]): NameEntry {
  for (const kind of PREFERENCE) {
    const found = entries.find((entry) => entry.kind === kind);
    if (found) return found;
  }
  return entries[0] as NameEntry;
}
