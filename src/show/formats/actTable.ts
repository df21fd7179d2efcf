import type { Act, Coded } from '../../model/index.ts';
import type { Column, Table } from './columns.ts';

/** An act with the report that tells it and the event it belongs to. */
export interface ActRow {
  act: Act;
  coded: Coded;
  event: string;
}

type ActColumn = Column<ActRow>;

const what: readonly ActColumn[] = [
  { name: 'type', type: 'string', about: 'One of the sixteen types of PLOVER.', value: ({ act }) => act.type },
  { name: 'mode', type: 'string', about: 'How a consultation was held.', value: ({ act }) => act.mode },
  { name: 'subtype', type: 'string', about: 'Finer than PLOVER.', value: ({ act }) => act.subtype },
  { name: 'status', type: 'string', about: 'How far it got, as this report has it.', value: ({ act }) => act.status },
  { name: 'from', type: 'list', about: 'Codes of the actors that did it.', value: ({ act }) => act.from },
  { name: 'to', type: 'list', about: 'Codes of the actors it was done to or with.', value: ({ act }) => act.to },
  {
    name: 'people',
    type: 'list',
    about: 'Names of the people who took part.',
    value: ({ act }) => act.people.map(({ name }) => name),
  },
];

const when: readonly ActColumn[] = [
  {
    name: 'earliest',
    type: 'date',
    about: 'First day it can have been on.',
    value: ({ act }) => act.when?.earliest ?? null,
  },
  {
    name: 'latest',
    type: 'date',
    about: 'Last day it can have been on.',
    value: ({ act }) => act.when?.latest ?? null,
  },
  {
    name: 'when_basis',
    type: 'string',
    about: 'Whether the text states the day or it was inferred.',
    value: ({ act }) => act.when?.basis ?? null,
  },
  {
    name: 'when_why',
    type: 'string',
    about: 'The phrase and the rule the day comes from.',
    value: ({ act }) => act.when?.why ?? null,
  },
  { name: 'place', type: 'string', about: 'Where it took place.', value: ({ act }) => act.place?.name ?? null },
  {
    name: 'country',
    type: 'string',
    about: 'Country of the place, ISO 3166-1 alpha-3.',
    value: ({ act }) => act.place?.country ?? null,
  },
  { name: 'topics', type: 'list', about: 'Ids of its subjects.', value: ({ act }) => act.topics },
];

const evidence: readonly ActColumn[] = [
  {
    name: 'according',
    type: 'list',
    about: 'Whose word it rests on; empty: the article’s own.',
    value: ({ act }) =>
      act.according.map(({ speaker, via }) => (via.length > 0 ? `${speaker} (via ${via.join(', ')})` : speaker)),
  },
  {
    name: 'text',
    type: 'string',
    about: 'The words it was read from.',
    value: ({ act, coded }) => coded.article.text.slice(act.evidence.start, act.evidence.end),
  },
  {
    name: 'start',
    type: 'integer',
    about: 'Where they begin in the article’s text, in UTF-16 units.',
    value: ({ act }) => act.evidence.start,
  },
  { name: 'end', type: 'integer', about: 'Where they end.', value: ({ act }) => act.evidence.end },
  {
    name: 'core',
    type: 'boolean',
    about: 'Whether the article is news about it, not background.',
    value: ({ act }) => act.core,
  },
  {
    name: 'confidence',
    type: 'number',
    about: 'The share of such acts that a careful reader would accept.',
    value: ({ act }) => act.confidence,
  },
  { name: 'rule', type: 'string', about: 'The phrase and the frame that found it.', value: ({ act }) => act.why },
  { name: 'cameo', type: 'string', about: 'CAMEO code.', value: ({ act }) => act.cameo },
  { name: 'goldstein', type: 'number', about: 'Goldstein score, −10 to 10.', value: ({ act }) => act.goldstein },
];

/** One row an act. */
export const actTable: Table<ActRow> = {
  name: 'acts',
  about: 'What one report tells of one event.',
  key: ['report', 'id'],
  links: [
    ['report', 'reports', 'id'],
    ['event', 'events', 'id'],
  ],
  columns: [
    { name: 'report', type: 'string', about: 'Id of the report.', value: ({ coded }) => coded.report.id },
    { name: 'id', type: 'string', about: 'Id of the act within its report.', value: ({ act }) => act.id },
    { name: 'event', type: 'string', about: 'Id of the event it belongs to.', value: ({ event }) => event },
    ...what,
    ...when,
    ...evidence,
  ],
};
