import { join } from 'node:path';
import { actorNamed } from '../../world/actor-names.ts';
import type { Knowledge } from '../../world/knowledge.ts';
import { alternatives, readTable } from '../../world/table.ts';
import type { Binding } from './bindings.ts';

const ROLES = ['role', 'positionlabel', 'postlabel', 'officelabel', 'position', 'post'];
const CODES = ['actor', 'iso3', 'alpha3', 'iso', 'countrycode', 'country_code', 'iso2', 'alpha2'];
const ACTORS = ['countrylabel', 'actorlabel', 'organisationlabel', 'organizationlabel', 'jurisdictionlabel', 'country'];

/** Reads posts from the rows of a query: which role, for whom, from when to when. */
export class PostReader {
  readonly #knowledge: Knowledge;
  /** Roles by the words for them in English. */
  readonly #roles = new Map<string, string>();
  readonly #alpha3 = new Map<string, string>();

  constructor(root: string, knowledge: Knowledge) {
    this.#knowledge = knowledge;
    for (const role of [...knowledge.roles.values()].reverse()) this.#roles.set(role.title.toLowerCase(), role.id);
    for (const { cells } of readTable(join(root, 'languages', 'en', 'posts.tsv')).rows)
      if (cells['kind'] === 'person')
        for (const form of alternatives(cells['forms'])) this.#roles.set(form.toLowerCase(), cells['role'] ?? '');
    for (const { cells } of readTable(join(root, 'knowledge', 'country-codes.tsv')).rows)
      this.#alpha3.set(cells['alpha2'] ?? '', cells['id'] ?? '');
  }

  /** The post of a row as a cell holds it; a reason in words when there is none; null for a row that speaks of no post. */
  read(binding: Binding): { post: string } | { reason: string } | null {
    const said = given(binding, ROLES);
    if (said === null) return null;
    const known = this.#knowledge.roles.has(said) ? { role: said, rest: '' } : this.#roleIn(said);
    if (!known) return { reason: `the post "${said}" is none of roles.tsv` };
    const actor = this.#actorOf(binding, known.rest);
    if (!actor) return { reason: `nothing says for which state or organisation the post "${said}" is` };
    const span = spanOf(binding);
    if (span === null) return { reason: `the dates of the post "${said}" end before they begin` };
    return { post: `${actor} ${known.role}${span === '' ? '' : ` ${span}`}` };
  }

  /** "Minister of Foreign Affairs of Albania": the longest beginning that is a post, and who comes after it. */
  #roleIn(label: string): { role: string; rest: string } | null {
    const words = label.replace(/^(?:the|federal) /i, '').split(' ');
    for (let end = words.length; end > 0; end--) {
      const role = this.#roles.get(words.slice(0, end).join(' ').toLowerCase());
      if (role)
        return {
          role,
          rest: words
            .slice(end)
            .join(' ')
            .replace(/^(?:of|for) /, '')
            .replace(/^the /i, ''),
        };
    }
    return null;
  }

  /** The state or organisation that a row gives by code or name. */
  actorIn(binding: Binding): string | null {
    return this.stateIn(binding, CODES) ?? this.stateIn(binding, ACTORS);
  }

  /** The one that some of its variables give. */
  stateIn(binding: Binding, variables: readonly string[]): string | null {
    const said = given(binding, variables);
    if (!said) return null;
    return (said.length === 2 ? this.#alpha3.get(said.toUpperCase()) : undefined) ?? actorNamed(this.#knowledge, said);
  }

  #actorOf(binding: Binding, rest: string): string | null {
    // "ambassador of China to Fiji" is China's.
    const [owner = ''] = rest.split(/ (?:to|in|at) /);
    return this.actorIn(binding) ?? (owner === '' ? null : actorNamed(this.#knowledge, owner));
  }
}

/** The value of the first of some variables that a row has and that is no address. */
export function given(binding: Binding, variables: readonly string[]): string | null {
  for (const variable of variables) {
    const text = binding.get(variable)?.text;
    if (text && !/^https?:/.test(text) && !/^Q\d+$/.test(text)) return text;
  }
  return null;
}

/** `from..to`; empty when the row gives no days; null when they contradict each other. */
function spanOf(binding: Binding): string | null {
  const day = (names: readonly string[]): string => dayOf(given(binding, names), precisionOf(binding, names));
  const from = day(['start', 'starttime', 'start_time', 'startdate', 'from', 'begin', 'start_year']);
  const to = day(['end', 'endtime', 'end_time', 'enddate', 'to', 'until', 'end_year']);
  if (from && to && from.slice(0, to.length) > to.slice(0, from.length)) return null;
  return from || to ? `${from}..${to}` : '';
}

/** Wikidata's precision of a date: 9 a year, 10 a month, 11 a day. */
function precisionOf(binding: Binding, names: readonly string[]): number | null {
  const text = given(
    binding,
    names.flatMap((name) => [`${name}precision`, `${name}_precision`]),
  );
  return text === null ? null : Number(text);
}

/** A date as tables have it. The service fills what it does not know with ones: 1 January stands for the year. */
function dayOf(text: string | null, precision: number | null): string {
  const match = /^\+?(\d{4})(?:-(\d\d)-(\d\d))?(?:T|$)/.exec(text ?? '');
  if (!match) return '';
  const [, year = '', month, day] = match;
  if (!month || !day || precision === 9 || month === '00') return year;
  if (precision === 10 || day === '00') return `${year}-${month}`;
  return precision === null && month === '01' && day === '01' ? year : `${year}-${month}-${day}`;
}
