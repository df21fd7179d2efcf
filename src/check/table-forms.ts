/** What the cells of a column name, where a table refers to another. */
export type Refers = 'state' | 'actors' | 'states' | 'topic' | 'own-actor';

/** How a table of `knowledge/` is filled; its columns are those of the table that comes with Readout. */
export interface TableForm {
  /** Columns that no row leaves empty. */
  readonly filled: readonly string[];
  readonly refers: Readonly<Record<string, Refers>>;
  /** The column whose values are those that the built-in table has. */
  readonly kind?: string;
  /** Only the program's own table counts. */
  readonly builtIn?: true;
}

const NAMED: TableForm = { filled: ['id', 'en'], refers: {} };
const FIXED: TableForm = { filled: [], refers: {}, builtIn: true };
const INITIATIVE: TableForm = { filled: ['id', 'kind', 'en'], refers: { parties: 'actors' }, kind: 'kind' };
const DATED: TableForm = { filled: ['id', 'span'], refers: { actor: 'actors' } };

/** The tables of `knowledge/` by name; `people/` stands for each table of that folder. */
export const TABLE_FORMS: Readonly<Record<string, TableForm>> = {
  'states.tsv': NAMED,
  'former-names.tsv': { filled: ['id', 'state', 'span', 'en'], refers: { state: 'state' } },
  'adjectives.tsv': { filled: ['id'], refers: { id: 'own-actor' } },
  'capitals.tsv': { filled: ['id', 'en'], refers: { id: 'own-actor' } },
  'abbreviations-zh.tsv': { filled: ['id', 'zh'], refers: { id: 'own-actor' } },
  'organisations.tsv': { filled: ['id', 'kind', 'en'], refers: { members: 'actors' }, kind: 'kind' },
  'offices.tsv': { filled: ['id', 'actor', 'en'], refers: { actor: 'own-actor' } },
  'outlets.tsv': { filled: ['id', 'kind', 'en'], refers: { country: 'state' }, kind: 'kind' },
  'places.tsv': { filled: ['id', 'en'], refers: { country: 'state' } },
  'initiatives.tsv': INITIATIVE,
  'tracks.tsv': { ...INITIATIVE, kind: undefined },
  'track-kinds.tsv': { filled: ['id', 'stages'], refers: {} },
  'makers.tsv': { filled: ['id', 'makers'], refers: { makers: 'actors' } },
  'occasions.tsv': DATED,
  'contacts.tsv': DATED,
  'wars.tsv': DATED,
  'topics.tsv': { filled: ['id', 'en'], refers: { parent: 'topic' } },
  'contrasts.tsv': { filled: ['id', 'set', 'en'], refers: {} },
  'roles.tsv': { filled: ['id', 'class', 'title'], refers: {}, kind: 'class' },
  'people/': { filled: ['id', 'en'], refers: {} },
  'ontology.tsv': FIXED,
  'confidence.tsv': FIXED,
  'cameo.tsv': FIXED,
  'actor-kinds.tsv': FIXED,
  'country-codes.tsv': FIXED,
  'language-codes.tsv': FIXED,
};

/** The form of a table by its name in the folder; null for a name that no table has. */
export function formOf(name: string): TableForm | null {
  return TABLE_FORMS[name.startsWith('people/') ? 'people/' : name] ?? null;
}

/** Of some words the one that a mistaken word is nearest to; null when none is near. */
export function nearest(word: string, words: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const one of words) {
    const apart = distance(word.toLowerCase(), one.toLowerCase(), least);
    if (apart < least) [best, least] = [one, apart];
  }
  return best;
}

/** Letters to change, add or leave out; `most` when there are more. */
function distance(left: string, right: string, most: number): number {
  if (Math.abs(left.length - right.length) >= most) return most;
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let at = 1; at <= left.length; at++) {
    const next = [at];
    for (let to = 1; to <= right.length; to++) {
      const same = left[at - 1] === right[to - 1] ? 0 : 1;
      next.push(Math.min((row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1, (row[to - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[right.length] ?? most;
}
