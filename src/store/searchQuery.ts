import { FACETS, type Facet } from './facetIndex.ts';

/** A search as it was typed: words, and fields that narrow it. */
export interface SearchQuery {
  words: string;
  /** `event` or `report`; null for both. */
  kind: 'event' | 'report' | null;
  language: string | null;
  /** By what events are chosen; actors as they were typed, by code or by name. */
  fields: Partial<Record<Facet, string[]>>;
}

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
  return facet === 'outlet' || facet === 'actor' ? value : value.toLowerCase();
}
