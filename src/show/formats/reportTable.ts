import type { Coded } from '../../model/index.ts';
import type { Table } from './columns.ts';

/** One row a report. */
export const reportTable: Table<Coded> = {
  name: 'reports',
  about: 'Documents as they were received.',
  key: ['id'],
  links: [],
  columns: [
    {
      name: 'id',
      type: 'string',
      about: 'From the content: the same bytes have the same id.',
      value: ({ report }) => report.id,
    },
    { name: 'path', type: 'string', about: 'File, or place within an archive.', value: ({ report }) => report.path },
    {
      name: 'url',
      type: 'string',
      about: 'Address of the page.',
      value: ({ report, article }) => report.url ?? article.url,
    },
    { name: 'bytes', type: 'integer', about: 'Size of the content.', value: ({ report }) => report.bytes },
    {
      name: 'language',
      type: 'string',
      about: 'BCP 47; und when it cannot be told.',
      value: ({ article }) => article.language,
    },
    {
      name: 'title',
      type: 'string',
      about: 'Empty when there is none or it is corrupt.',
      value: ({ article }) => article.title,
    },
    {
      name: 'outlet',
      type: 'string',
      about: 'Id of the outlet that published it.',
      value: ({ article }) => article.outlet?.id ?? null,
    },
    { name: 'outlet_name', type: 'string', about: 'Its name.', value: ({ article }) => article.outlet?.name ?? null },
    { name: 'authors', type: 'list', about: 'As the page names them.', value: ({ article }) => article.authors },
    {
      name: 'earliest',
      type: 'date',
      about: 'First day it can have been published on.',
      value: ({ article }) => article.published?.earliest ?? null,
    },
    {
      name: 'latest',
      type: 'date',
      about: 'Last day it can have been published on.',
      value: ({ article }) => article.published?.latest ?? null,
    },
    {
      name: 'time',
      type: 'string',
      about: 'The minute with its zone, where the page prints it.',
      value: ({ article }) => article.published?.time ?? null,
    },
    {
      name: 'published_basis',
      type: 'string',
      about: 'Whether the page states the day or it was inferred.',
      value: ({ article }) => article.published?.basis ?? null,
    },
    {
      name: 'credits',
      type: 'list',
      about: 'Outlets that the page credits for its content.',
      value: ({ article }) => [...new Set(article.credits.map(({ outlet }) => outlet))],
    },
    {
      name: 'warnings',
      type: 'list',
      about: 'What a user should know about how it was read.',
      value: ({ article }) => article.warnings.map(({ code }) => code),
    },
  ],
};
