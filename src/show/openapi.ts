import { readFileSync } from 'node:fs';
import { FACETS } from '../store/facetIndex.ts';
import { EXPORTS } from './exports.ts';

type Json = Record<string, unknown>;

const SCHEMAS = new URL('../../docs/schema/', import.meta.url);
const FILES = ['coded', 'event', 'story', 'track', 'relation'] as const;

/** The description of the API, OpenAPI 3.1, made from the schemas of `docs/schema`. */
export function openapi(version: string): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Readout',
      version,
      description: 'A record of who dealt with whom, when, how, about what, and according to whom. Read only.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths: paths(),
    components: { schemas: schemas(), responses: { Problem: problem() } },
  };
}

/** The definitions of the schema files under one roof. */
function schemas(): Json {
  const all: Json = { ...OWN_SCHEMAS };
  for (const file of FILES) {
    const text = readFileSync(new URL(`${file}.schema.json`, SCHEMAS), 'utf8').replaceAll(
      '#/definitions/',
      '#/components/schemas/',
    );
    Object.assign(all, modern((JSON.parse(text) as { definitions: Json }).definitions));
  }
  return all;
}

/** The files are of draft 7, OpenAPI 3.1 of 2020-12: there the places of a tuple are called otherwise. */
function modern(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(modern);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { items, additionalItems, ...rest } = schema as Json;
  const others = Object.entries(rest).map(([name, value]) => [name, modern(value)]);
  if (!Array.isArray(items))
    return Object.fromEntries(items === undefined ? others : [...others, ['items', modern(items)]]);
  return Object.fromEntries([...others, ['prefixItems', modern(items)], ['items', modern(additionalItems ?? true)]]);
}

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const list = (items: Json): Json => ({ type: 'array', items });
const page = (items: Json): Json => ({
  type: 'object',
  required: ['items', 'next'],
  properties: {
    total: { type: 'integer', description: 'how many there are in all' },
    items: list(items),
    next: { type: ['string', 'null'], description: 'address of the next page' },
  },
});

const OWN_SCHEMAS: Json = {
  Problem: {
    type: 'object',
    description: 'RFC 9457',
    required: ['type', 'title', 'status'],
    properties: {
      type: { type: 'string' },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string' },
      instance: { type: 'string' },
    },
  },
  FacetCount: {
    type: 'object',
    required: ['value', 'events', 'chosen'],
    properties: { value: { type: 'string' }, events: { type: 'integer' }, chosen: { type: 'boolean' } },
  },
  Hit: {
    type: 'object',
    required: ['kind', 'id'],
    properties: { kind: { enum: ['event', 'report'] }, id: { type: 'string' } },
  },
  RelationCount: {
    type: 'object',
    required: ['a', 'b', 'events'],
    properties: { a: { type: 'string' }, b: { type: 'string' }, events: { type: 'integer' } },
  },
};

function problem(): Json {
  return {
    description: 'The request cannot be answered.',
    content: { 'application/problem+json': { schema: ref('Problem') } },
  };
}

function query(name: string, description: string, schema: Json = { type: 'string' }): Json {
  return { name, in: 'query', description, schema };
}

function inPath(name: string, description: string, example: string): Json {
  return { name, in: 'path', required: true, description, schema: { type: 'string' }, example };
}

const CHOICE: Json[] = [
  ...FACETS.map((facet) => ({
    ...query(
      facet,
      facet === 'actor' ? 'an actor code; given twice, both take part' : 'given twice, either will do',
      list({ type: 'string' }),
    ),
    style: 'form',
    explode: true,
  })),
  query('since', 'not before this day, month or year'),
  query('until', 'not after this day, month or year'),
];
const PAGING: Json[] = [
  query('limit', 'how many on one page, 1 to 500', { type: 'integer', minimum: 1, maximum: 500, default: 50 }),
  query('after', 'where the page begins: the opaque cursor of `next`'),
  query('order', '`oldest` begins with the first day', { enum: ['newest', 'oldest'] }),
];

function get(summary: string, schema: Json, parameters: Json[] = [], others: readonly string[] = []): Json {
  const content: Json = { 'application/json': { schema } };
  for (const { extension, mediaType } of EXPORTS)
    if (others.includes(extension)) content[mediaType] = { schema: { type: 'string' } };
  return {
    get: {
      summary,
      parameters,
      responses: { 200: { description: summary, content }, default: { $ref: '#/components/responses/Problem' } },
    },
  };
}

function paths(): Json {
  const id = (example: string) => inPath('id', 'an id, or the beginning of one', example);
  const all: Json = {
    '/events.json': get('A page of events, and the counts of their facets', page(ref('ReadoutEvent')), [
      ...CHOICE,
      ...PAGING,
    ]),
    '/events/{id}.json': get('One event with its readouts', ref('ReadoutEvent'), [id('e8b40f83a2566624')]),
    '/reports/{id}.json': get('One report as it was coded', ref('Coded'), [id('292e3184bfb79911')]),
    '/stories.json': get('A page of stories, the latest first', page(ref('Story')), PAGING.slice(0, 2)),
    '/stories/{id}.json': get('One story with its lineage and differences', ref('Story'), [id('sa2bc53a08e131e7')]),
    '/relations.json': get('The busiest relations', page(ref('RelationCount'))),
    '/relations/{a}/{b}.json': get('The events of two actors', page(ref('ReadoutEvent')), [
      inPath('a', 'an actor code', 'RUS'),
      inPath('b', 'another', 'TUR'),
      ...CHOICE,
      ...PAGING,
    ]),
    '/tracks.json': get('Long processes of which a stage is told', page(ref('Track'))),
    '/tracks/{id}.json': get('One long process with its stages', ref('Track'), [
      inPath('id', 'an id, a key or a name', 'black-sea-grain-initiative'),
    ]),
    '/actors/{code}.json': get('One actor: names, posts and partners', { type: 'object' }, [
      inPath('code', 'an actor code', 'TUR'),
    ]),
    '/search.json': get('What a search finds, best first', page(ref('Hit')), [
      { ...query('q', 'words, "phrases" and fields such as actor:TUR or lang:vi'), required: true },
      query('limit', 'how many, 1 to 200', { type: 'integer', minimum: 1, maximum: 200 }),
    ]),
  };
  for (const { extension, name, mediaType } of EXPORTS.slice(1))
    all[`/events.${extension}`] = {
      get: {
        summary: `All chosen events as ${name}`,
        parameters: CHOICE,
        responses: {
          200: { description: name, content: { [mediaType]: { schema: { type: 'string' } } } },
          default: { $ref: '#/components/responses/Problem' },
        },
      },
    };
  return all;
}
