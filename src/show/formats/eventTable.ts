import type { Dispute, ReadoutEvent } from '../../model/index.ts';
import type { Table } from './columns.ts';

/** One row an event. */
export const eventTable: Table<ReadoutEvent> = {
  name: 'events',
  about: 'What happened in the world once, resolved from the acts of many reports.',
  key: ['id'],
  links: [],
  columns: [
    { name: 'id', type: 'string', about: 'Id of the event; it stays while its acts do.', value: ({ id }) => id },
    { name: 'type', type: 'string', about: 'One of the sixteen types of PLOVER.', value: ({ type }) => type },
    {
      name: 'mode',
      type: 'string',
      about: 'How a consultation was held: phone, video, visit, meeting, multilateral, letter.',
      value: ({ mode }) => mode,
    },
    {
      name: 'subtype',
      type: 'string',
      about: 'Finer than PLOVER, for example signing, mediation, membership-application.',
      value: ({ subtype }) => subtype,
    },
    {
      name: 'status',
      type: 'string',
      about: 'How far it got: happened, planned, proposed, threatened, denied, hypothetical.',
      value: ({ status }) => status,
    },
    { name: 'from', type: 'list', about: 'Codes of the actors that did it.', value: ({ from }) => from },
    { name: 'to', type: 'list', about: 'Codes of the actors it was done to or with.', value: ({ to }) => to },
    {
      name: 'people',
      type: 'list',
      about: 'Names of the people who took part.',
      value: ({ people }) => people.map(({ name }) => name),
    },
    {
      name: 'earliest',
      type: 'date',
      about: 'First day it can have happened on; empty when that end is open.',
      value: ({ when }) => when?.earliest ?? null,
    },
    {
      name: 'latest',
      type: 'date',
      about: 'Last day it can have happened on; empty when that end is open.',
      value: ({ when }) => when?.latest ?? null,
    },
    { name: 'place', type: 'string', about: 'Where it took place.', value: ({ place }) => place?.name ?? null },
    {
      name: 'country',
      type: 'string',
      about: 'Country of the place, ISO 3166-1 alpha-3.',
      value: ({ place }) => place?.country ?? null,
    },
    { name: 'topics', type: 'list', about: 'Ids of the subjects that reports name.', value: ({ topics }) => topics },
    { name: 'reports', type: 'list', about: 'Path or URL of each report.', value: ({ reports }) => reports },
    {
      name: 'origins',
      type: 'integer',
      about: 'How many independent origins the reports go back to.',
      value: ({ origins }) => origins,
    },
    {
      name: 'origin_names',
      type: 'list',
      about: 'The origins by name: an outlet, or the path of a report that credits none.',
      value: ({ originNames }) => originNames,
    },
    {
      name: 'languages',
      type: 'list',
      about: 'Languages of the reports, BCP 47.',
      value: ({ languages }) => languages,
    },
    {
      name: 'disputed',
      type: 'list',
      about: 'Fields on which reports differ, with the values: `when: 2024-11-24 / 2024-11-25`.',
      value: ({ disputed }) => disputed.map(disputeInWords),
    },
    {
      name: 'confidence',
      type: 'number',
      about: 'From 0 to 1: how sure it is that a careful reader would accept the event.',
      value: ({ confidence }) => confidence,
    },
  ],
};

function disputeInWords({ field, values }: Dispute): string {
  return `${field}: ${values.map(({ value }) => value).join(' / ')}`;
}
