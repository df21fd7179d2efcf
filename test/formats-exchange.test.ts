import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { DirectedGraph } from 'graphology';
import { parse as parseGraphml } from 'graphology-graphml';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ReadoutEvent } from '../src/model/index.ts';
import { alpha2, cameoName, fips } from '../src/show/formats/codes.ts';
import { writeDataPackage } from '../src/show/formats/dataPackage.ts';
import { dyadsOf } from '../src/show/formats/dyads.ts';
import { GDELT_COLUMNS } from '../src/show/formats/gdelt.ts';
import { ICEWS_COLUMNS } from '../src/show/formats/icews.ts';
import type { Store } from '../src/store/store.ts';
import { readTable } from '../src/world/table.ts';
import { withDictionary } from '../tools/dictionary.ts';
import { codedExamples, eventsOf, hostile, recordOf, written } from './formats-record.ts';

let record: Store;
let odd: Store;
beforeAll(async () => {
  record = recordOf(await codedExamples());
  odd = recordOf(hostile);
});

describe('event data of other projects, read as tab-separated values', () => {
  const read = async (name: string, store: Store, columns: true | string[]) =>
    parse(await written(name, store), { columns, delimiter: '\t', quote: null }) as Record<string, string>[];
  const gdeltNames = GDELT_COLUMNS.map(([name]) => name);

  test('ICEWS has its twenty columns, GDELT its sixty-one', () => {
    expect([ICEWS_COLUMNS.length, gdeltNames.length, new Set(gdeltNames).size]).toEqual([20, 61, 61]);
  });

  test.each(['icews', 'gdelt'])(
    '%s: what happened only, dated to a month or closer, a row a dyad, numbers that do not repeat',
    async (name) => {
      const rows = await read(name, record, name === 'icews' ? true : gdeltNames);
      const wanted = eventsOf(record)
        .filter(({ status }) => status === 'happened')
        .flatMap((event) => dyadsOf(event, record.reportsOf(event)));
      expect(rows).toHaveLength(wanted.length);
      const numbers = rows.map((row) => Number(row['Event ID'] ?? row['GLOBALEVENTID']));
      expect(numbers.every(Number.isSafeInteger)).toBe(true);
      expect(new Set(numbers).size).toBe(numbers.length);
    },
  );

  test('ICEWS row', async () => {
    const [row] = await read('icews', odd, true);
    expect(row).toMatchObject({
      'Event Date': '2024-05-09',
      'Source Name': 'Sweden',
      'Source Sectors': 'Government',
      'Source Country': 'Sweden',
      'Event Text': 'Consult',
      'CAMEO Code': '040',
      Intensity: '1',
      'Target Name': 'Kenya',
      City: 'Nairobi, "CBD"',
      Latitude: '',
    });
  });

  test('GDELT row', async () => {
    const [row] = await read('gdelt', odd, gdeltNames);
    expect(row).toMatchObject({
      SQLDATE: '20240509',
      MonthYear: '202405',
      Year: '2024',
      FractionDate: '2024.4356',
      Actor1Code: 'SWEGOV',
      Actor1Name: 'SWEDEN',
      Actor2CountryCode: 'KEN',
      EventCode: '040',
      EventRootCode: '04',
      QuadClass: '1',
      NumArticles: '1',
      ActionGeo_Type: '4',
      DATEADDED: '20240510000000',
      SOURCEURL: 'https://news.example/a?x=1&y=<2>',
    });
  });

  test('several sources and several targets are a row each; a month is a day, a year is none', () => {
    const event = (from: string[], to: string[], earliest: string, latest: string) => {
      const [made] = eventsOf(odd);
      return { ...(made as ReadoutEvent), from, to, when: { earliest, latest } };
    };
    const [reports] = eventsOf(odd).map((one) => odd.reportsOf(one));
    const dyads = (...args: Parameters<typeof event>) =>
      dyadsOf(event(...args), reports ?? []).map(({ source, target, day }) => `${source}>${target} ${day}`);
    expect(dyads(['A', 'B'], ['C', 'A'], '2024-05-09', '2024-05-09')).toEqual([
      'A>C 2024-05-09',
      'B>C 2024-05-09',
      'B>A 2024-05-09',
    ]);
    expect(dyads(['A', 'B', 'C'], [], '2024-05-01', '2024-05-31')).toEqual([
      'A>B 2024-05-01',
      'A>C 2024-05-01',
      'B>C 2024-05-01',
    ]);
    expect(dyads(['A'], [], '2024-05-09', '2024-05-09')).toEqual(['A>null 2024-05-09']);
    expect(dyads(['A'], ['B'], '2024-01-01', '2024-12-31')).toEqual([]);
  });

  test('every CAMEO code of the ontology has a name, every kind of actor its codes', () => {
    const cells = (file: string, column: string) =>
      readTable(`knowledge/${file}`).rows.map((row) => row.cells[column] ?? '');
    expect(cells('ontology.tsv', 'cameo').filter((code) => cameoName(code) === '')).toEqual([]);
    const kinds = new Set(cells('actor-kinds.tsv', 'id'));
    expect(cells('organisations.tsv', 'kind').filter((kind) => !kinds.has(kind))).toEqual([]);
    expect(['UKR', 'GBR'].map((code) => [alpha2(code), fips(code)])).toEqual([
      ['UA', 'UP'],
      ['GB', 'UK'],
    ]);
  });
});

describe('GraphML, read by graphology', () => {
  test('sums what each actor did towards another', async () => {
    const graph = parseGraphml(DirectedGraph, (await written('graphml', odd)).toString());
    expect(graph.nodes().map((node) => graph.getNodeAttribute(node, 'label'))).toEqual(['Kenya', 'Sweden', 'Uganda']);
    expect(graph.getEdgeAttributes('SWE', 'KEN')).toMatchObject({
      events: 2,
      happened: 1,
      goldstein: 1,
      first: '2024-05-01',
      last: '2024-05-09',
      types: 'AID 1; CONSULT 1',
    });
    expect(graph.getEdgeAttributes('KEN', 'SWE')).toMatchObject({ events: 1, happened: 0 });
  });

  test('has every pair of the record once', async () => {
    const graph = parseGraphml(DirectedGraph, (await written('graphml', record)).toString());
    const pairs = new Set(eventsOf(record).flatMap(({ from, to }) => from.flatMap((a) => to.map((b) => `${a}>${b}`))));
    expect(graph.size).toBe(pairs.size);
  });
});

test('FollowTheMoney: entities are told once, and every reference leads to one (npm run test:formats asks ftm itself)', async () => {
  for (const store of [record, odd]) {
    const entities = (await written('ftm', store))
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Entity);
    const ids = new Set(entities.map(({ id }) => id));
    for (const { properties } of entities)
      for (const name of ['organizer', 'involved', 'proof'])
        for (const id of properties[name] ?? []) expect(ids.has(id)).toBe(true);
    const count = (schema: string) => entities.filter((one) => one.schema === schema).length;
    expect(count('Event')).toBe(eventsOf(store).length);
    expect(count('Article')).toBe(new Set(eventsOf(store).flatMap(({ reports }) => reports)).size);
  }
});

describe('W3C annotations', () => {
  test('quote and position name the same words, in code points', async () => {
    for (const store of [record, odd]) {
      const page = JSON.parse((await written('annotations', store)).toString()) as AnnotationPage;
      expect(page.items.length).toBeGreaterThan(0);
      const texts = new Map(
        eventsOf(store)
          .flatMap((event) => store.reportsOf(event))
          .map(({ report, article }) => [`urn:readout:report:${report.id}`, article.text]),
      );
      for (const { target } of page.items) {
        const points = [...(texts.get(target.source.id) as string)];
        const [quote, position] = target.selector;
        expect(points.slice(position.start, position.end).join('')).toBe(quote.exact);
        expect(points.slice(0, position.start).join('').endsWith(quote.prefix)).toBe(true);
        expect(points.slice(position.end).join('').startsWith(quote.suffix)).toBe(true);
      }
    }
  });

  test('every act of an event is annotated once', async () => {
    const page = JSON.parse((await written('annotations', record)).toString()) as AnnotationPage;
    const acts = page.items.filter(({ motivation }) => motivation === 'classifying');
    expect(new Set(acts.map(({ id }) => id)).size).toBe(
      eventsOf(record).reduce((sum, event) => sum + event.acts.length, 0),
    );
  });
});

interface Entity {
  id: string;
  schema: string;
  properties: Record<string, string[]>;
}

interface AnnotationPage {
  items: {
    id: string;
    motivation: string;
    target: {
      source: { id: string };
      selector: [{ exact: string; prefix: string; suffix: string }, { start: number; end: number }];
    };
  }[];
}

test('a data package: its files are as its descriptor says, and keys lead to rows', async () => {
  const files = new Map<string, string>();
  await writeDataPackage(record.events(), { store: record, base: '', title: 'All', query: '' }, async (name) => ({
    write: async (text) => void files.set(name, (files.get(name) ?? '') + text),
    end: async () => {},
  }));
  const { resources } = JSON.parse(files.get('datapackage.json') as string) as { resources: Resource[] };
  expect(resources.map(({ name }) => name)).toEqual(['events', 'acts', 'statements', 'reports']);
  const rows = new Map(
    resources.map(({ name, path }) => [
      name,
      parse(files.get(path) as string, { columns: true }) as Record<string, string>[],
    ]),
  );
  for (const { name, path, bytes, hash, schema } of resources) {
    const text = files.get(path) as string;
    expect([bytes, hash]).toEqual([
      Buffer.byteLength(text),
      `sha256:${createHash('sha256').update(text).digest('hex')}`,
    ]);
    expect(Object.keys(rows.get(name)?.[0] ?? {})).toEqual(schema.fields.map((field) => field.name));
    const keys = rows.get(name)?.map((row) => schema.primaryKey.map((field) => row[field]).join(' '));
    expect(new Set(keys).size).toBe(keys?.length);
    for (const {
      fields: [field],
      reference,
    } of schema.foreignKeys) {
      const targets = new Set(rows.get(reference.resource)?.map((row) => row[reference.fields[0] as string]));
      for (const row of rows.get(name) ?? []) expect(targets.has(row[field as string])).toBe(true);
    }
  }
});

interface Resource {
  name: string;
  path: string;
  bytes: number;
  hash: string;
  schema: {
    fields: { name: string }[];
    primaryKey: string[];
    foreignKeys: { fields: string[]; reference: { resource: string; fields: string[] } }[];
  };
}

test('docs/exports.md has the data dictionary that the program writes (node tools/dictionary.ts)', () => {
  const docs = readFileSync(new URL('../docs/exports.md', import.meta.url), 'utf8');
  expect(docs).toContain(`| \`origin_names\` | list |`);
  expect(withDictionary(docs)).toBe(docs);
});
