import * as z from 'zod';
import type { ActStatus, ActType } from '../../model/index.ts';
import type { EventFilter } from '../../store/store.ts';

const TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const satisfies readonly ActType[];

const STATUSES = [
  'happened',
  'planned',
  'proposed',
  'threatened',
  'denied',
  'hypothetical',
] as const satisfies readonly ActStatus[];

const actor = z
  .string()
  .min(1)
  .max(60)
  .describe('an actor code: ISO 3166-1 alpha-3 for states (TUR), short names for organisations (NATO, EU, World Bank)');
const named = actor.describe('an actor by its code, or by a name in any language');
const id = z.string().regex(/^[\w:-]{2,80}$/);
const day = z.string().regex(/^\d{4}(-\d\d(-\d\d)?)?$/);
const limit = (most: number, usual: number) =>
  z.number().int().min(1).max(most).default(usual).describe(`how many at most, 1 to ${most}`);

/** What each tool takes; the client sees these as JSON Schema, and what does not fit is refused. */
export const INPUTS = {
  search: z.object({
    query: z
      .string()
      .min(1)
      .max(200)
      .describe('words in any language, with or without diacritics; "a phrase" in quotes'),
    limit: limit(50, 10),
  }),
  list_events: z.object({
    actors: z.array(actor).max(2).optional().describe('one or two actors that take part'),
    type: z.enum(TYPES).optional(),
    status: z.enum(STATUSES).optional(),
    since: day.optional().describe('not over before this day, month or year: 2024-11-24, 2024-11, 2024'),
    until: day.optional().describe('not begun after this day, month or year'),
    limit: limit(100, 20),
    cursor: z.string().max(40).optional().describe('the `next` of the page before'),
  }),
  show_event: z.object({ id: id.describe('an event id, or the beginning of one') }),
  show_story: z.object({ id: id.describe('a story id, or the beginning of one') }),
  relation: z.object({ a: named, b: named, latest: limit(50, 10) }),
  why: z.object({ id: id.describe('the id of an event, of a statement, or of an act (REPORT:ACT)') }),
} as const;

export type Input<Name extends keyof typeof INPUTS> = z.infer<(typeof INPUTS)[Name]>;

/** The store's filter for what `list_events` was asked. */
export function filterOf({ actors, type, status, since, until }: Input<'list_events'>): EventFilter {
  return { between: actors, type, status, since, until: until && until + LAST[until.length] };
}

/** The end of a year, of a month, of a day; days are compared as text, so that a 31st is late enough in any month. */
const LAST: Readonly<Record<number, string>> = { 4: '-12-31', 7: '-31', 10: '' };
