import { FACETS, type Facet } from '../store/facetIndex.ts';
import type { Hit, Store } from '../store/store.ts';

/** A search as it was typed: words, and fields that narrow it. */
export interface SearchQuery {
  words: string;
  /** `event` or `report`; null for both. */
  kind: 'event' | 'report' | null;
  language: string | null;
  fields: Partial<Record<Facet, string[]>>;
}

/** Found things that are looked through for the fields. */
const LOOKED_THROUGH = 400;
const FIELD = /(?:^|\s)(\w+):("[^"]*"|\S+)/g;

/** Parts a search into its fields and its words: `lang:vi actor:TUR "black sea"`. A field we do not know is a word. */
export function parseQuery(text: string): SearchQuery {
  const query: SearchQuery = { words: '', kind: null, language: null, fields: {} };
  query.words = text
    .replace(FIELD, (whole, name: string, quoted: string) => {
      const value = quoted.replaceAll('"', '');
      return takeField(query, name.toLowerCase(), value) ? ' ' : whole;
    })
    .replace(/\s+/g, ' ')
    .trim();
  return query;
}

function takeField(query: SearchQuery, name: string, value: string): boolean {
  if (name === 'kind' && (value === 'event' || value === 'report')) query.kind = value;
  else if (name === 'lang' || name === 'language') query.language = value.toLowerCase();
  else if (FACETS.includes(name as Facet)) {
    const facet = name as Facet;
    query.fields[facet] = [...(query.fields[facet] ?? []), cased(facet, value)];
  } else return false;
  return true;
}

/** Codes of types are written large, other values small; names of actors and outlets as they are. */
function cased(facet: Facet, value: string): string {
  if (facet === 'type') return value.toUpperCase();
  if (facet === 'actor') return /^[a-z]{2,4}$/.test(value) ? value.toUpperCase() : value;
  return facet === 'outlet' ? value : value.toLowerCase();
}

/** What a search finds, best first. Fields choose events; without words they are the events themselves. */
export function searchHits(store: Store, query: SearchQuery, limit: number): Hit[] {
  const fields = query.language ? { ...query.fields, language: [query.language] } : query.fields;
  const narrowed = Object.keys(query.fields).length > 0;
  const chosen = store.browse.choose({ values: fields });
  if (query.words === '') {
    if (!narrowed && !query.language) return [];
    return store.browse
      .events(chosen.page({ limit }).ids)
      .map((event) => ({ kind: 'event', id: event.id, event, snippet: null }));
  }
  const plain = !narrowed && !query.language && !query.kind;
  const hits = store.search(query.words, plain ? limit : LOOKED_THROUGH);
  if (plain) return hits;
  const events = narrowed || query.language ? new Set(chosen.all()) : null;
  return hits.filter((hit) => fits(hit, query, events, narrowed)).slice(0, limit);
}

/** A report has no type or actor of its own: a search by those is for events. */
function fits(
  hit: Hit,
  { kind, language }: SearchQuery,
  events: ReadonlySet<string> | null,
  narrowed: boolean,
): boolean {
  if (kind && hit.kind !== kind) return false;
  if (hit.kind === 'event') return events?.has(hit.id) ?? true;
  return !narrowed && (!language || hit.language === language);
}
