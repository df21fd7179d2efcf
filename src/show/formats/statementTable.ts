import type { Coded, Statement } from '../../model/index.ts';
import type { Table } from './columns.ts';

/** A statement with the report that has it. */
export interface StatementRow {
  statement: Statement;
  coded: Coded;
}

/** One row a statement. */
export const statementTable: Table<StatementRow> = {
  name: 'statements',
  about: 'Words that a report attributes to a speaker.',
  key: ['report', 'id'],
  links: [['report', 'reports', 'id']],
  columns: [
    { name: 'report', type: 'string', about: 'Id of the report.', value: ({ coded }) => coded.report.id },
    {
      name: 'id',
      type: 'string',
      about: 'Id of the statement within its report.',
      value: ({ statement }) => statement.id,
    },
    {
      name: 'speaker',
      type: 'string',
      about: 'Who speaks, by the canonical name or the words of the text.',
      value: ({ statement }) => statement.speaker.name,
    },
    {
      name: 'speaker_id',
      type: 'string',
      about: 'Id of the speaker in the knowledge.',
      value: ({ statement }) => statement.speaker.id,
    },
    {
      name: 'actor',
      type: 'string',
      about: 'Code of the actor spoken for.',
      value: ({ statement }) => statement.speaker.actor,
    },
    {
      name: 'kind',
      type: 'string',
      about: 'person, office, outlet, organisation or unnamed.',
      value: ({ statement }) => statement.speaker.kind,
    },
    {
      name: 'verb',
      type: 'string',
      about: 'Canonical verb of saying: say, claim, deny, warn, …',
      value: ({ statement }) => statement.verb,
    },
    {
      name: 'direct',
      type: 'boolean',
      about: 'Whether it is quoted, not reported in other words.',
      value: ({ statement }) => statement.direct,
    },
    {
      name: 'quote',
      type: 'string',
      about: 'The longest verbatim quotation, without its marks.',
      value: ({ statement }) => statement.quote,
    },
    {
      name: 'text',
      type: 'string',
      about: 'The whole passage.',
      value: ({ statement, coded }) => coded.article.text.slice(statement.start, statement.end),
    },
    {
      name: 'start',
      type: 'integer',
      about: 'Where it begins in the article’s text, in UTF-16 units.',
      value: ({ statement }) => statement.start,
    },
    { name: 'end', type: 'integer', about: 'Where it ends.', value: ({ statement }) => statement.end },
    {
      name: 'via',
      type: 'list',
      about: 'Outlets the words came through, the nearest last.',
      value: ({ statement }) => statement.via,
    },
    { name: 'topics', type: 'list', about: 'Ids of its subjects.', value: ({ statement }) => statement.topics },
    {
      name: 'acts',
      type: 'list',
      about: 'Ids of the acts of the same report that rest on it.',
      value: ({ statement }) => statement.acts,
    },
  ],
};
