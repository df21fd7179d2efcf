import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { parseAtomFeed } from 'feedsmith';
import { DirectedGraph } from 'graphology';
import { parse as parseGraphml } from 'graphology-graphml';
import { parquetReadObjects } from 'hyparquet';
import ICAL from 'ical.js';
import jsonld from 'jsonld';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ReadoutEvent } from '../src/model/index.ts';
import { alpha2, cameoName, fips } from '../src/show/formats/codes.ts';
import type { Cell } from '../src/show/formats/columns.ts';
import { csvCell } from '../src/show/formats/csv.ts';
import { writeDataPackage } from '../src/show/formats/dataPackage.ts';
import { dyadsOf } from '../src/show/formats/dyads.ts';
import { eventTable } from '../src/show/formats/eventTable.ts';
import { GDELT_COLUMNS } from '../src/show/formats/gdelt.ts';
import { ICEWS_COLUMNS } from '../src/show/formats/icews.ts';
import { FORMATS, formatOf } from '../src/show/formats/index.ts';
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

const names = FORMATS.map(({ name }) => name);

describe('every format', () => {
  test.each(names)('%s: the same bytes whatever the order of arrival', async (name) => {
    const turned = recordOf([...hostile, ...(await codedExamples())].reverse());
    const straight = recordOf([...(await codedExamples()), ...hostile]);
    const [one, two] = await Promise.all([turned, straight].map((store) => written(name, store)));
    expect(one?.equals(two as Buffer)).toBe(true);
  });

  test.each(names)('%s is found by its name and its extension', (name) => {
    const format = formatOf(name);
    expect(format?.name).toBe(name);
    expect(formatOf(`.${format?.extension}`)?.extension).toBe(format?.extension);
  });

  test('another name is none', () => expect(formatOf('xls')).toBeUndefined());
});

describe('CSV, read by csv-parse', () => {
  const rowsOf = async (store: Store, options = {}) =>
    parse(await written('csv', store, options), { columns: true, record_delimiter: '\r\n' }) as Record<
      string,
      string
    >[];

  test('gives every value back as it is', async () => {
    for (const store of [record, odd]) {
      const rows = await rowsOf(store);
      const events = eventsOf(store);
      expect(rows).toHaveLength(events.length);
      events.forEach((event, at) => {
        for (const { name, value } of eventTable.columns) {
          const cell = value(event);
          const text = Array.isArray(cell) ? cell.join('; ') : String(cell ?? '');
          expect(rows[at]?.[name]).toBe(text.toWellFormed());
        }
      });
    }
  });

  test('a formula is data, unless the table is for a spreadsheet', async () => {
    const people = async (options = {}) =>
      (await rowsOf(odd, options)).map((row) => row.people).find((cell) => cell?.includes('cmd'));
    expect(await people()).toMatch(/^=cmd\("x"\)/);
    expect(await people({ spreadsheet: true })).toMatch(/^'=cmd\("x"\)/);
  });

  const cells: [string | number | null, boolean, string][] = [
    ['plain', false, 'plain'],
    ['a,b', false, '"a,b"'],
    ['say "no"', false, '"say ""no"""'],
    ['two\nlines', false, '"two\nlines"'],
    ['=1+1', false, '=1+1'],
    ['=1+1', true, "'=1+1"],
    ['-x', true, "'-x"],
    ['+x', true, "'+x"],
    ['@x', true, "'@x"],
    [-0.5, true, '-0.5'],
    [null, false, ''],
  ];
  test.each(cells)('cell %j, for a spreadsheet: %s', (value, spreadsheet, cell) =>
    expect(csvCell(value, spreadsheet)).toBe(cell),
  );
});

test('JSON lines are the events', async () => {
  const lines = (await written('jsonl', record)).toString().trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual(eventsOf(record));
});

describe('iCalendar, read by ical.js', () => {
  const read = async (store: Store) => new ICAL.Component(ICAL.parse((await written('ics', store)).toString()));
  const find = (calendar: ICAL.Component, summary: RegExp) =>
    calendar.getAllSubcomponents('vevent').find((one) => summary.test(String(one.getFirstPropertyValue('summary'))));

  test('has every event with a day that is an appointment', async () => {
    const dated = eventsOf(record).filter(
      ({ when, status }) => (when?.earliest || when?.latest) && status !== 'hypothetical' && status !== 'threatened',
    );
    const uids = (await read(record)).getAllSubcomponents('vevent').map((one) => one.getFirstPropertyValue('uid'));
    expect(uids.sort()).toEqual(dated.map(({ id }) => `${id}@readout`).sort());
  });

  test('says what is planned, what is denied, and for how many days', async () => {
    const calendar = await read(odd);
    // ical.js does not know that this property is text, so the escapes of RFC 5545 stay.
    expect(calendar.getFirstPropertyValue('name')).toBe('A\\; title\\, "so"');
    const told = (['Sweden → Kenya: consult', 'Kenya → Sweden: threaten', 'Sweden → Kenya: aid'] as const).map(
      (summary) => {
        const event = find(calendar, new RegExp(summary));
        return ['status', 'dtstart', 'dtend', 'dtstamp'].map((name) => String(event?.getFirstPropertyValue(name)));
      },
    );
    expect(told).toEqual([
      ['CONFIRMED', '2024-05-09', '2024-05-10', '2024-05-10T00:00:00Z'],
      ['TENTATIVE', '2024-06-01', '2024-07-01', '2024-05-11T00:00:00Z'],
      ['CANCELLED', '2024-05-01', '2024-05-02', '2024-05-01T00:00:00Z'],
    ]);
    expect(find(calendar, /consult/)?.getFirstPropertyValue('location')).toBe('Nairobi, "CBD"');
    expect(find(calendar, /sanction/)).toBeUndefined();
  });

  test('lines are of 75 bytes at most and end as the standard says', async () => {
    for (const store of [record, odd]) {
      const text = (await written('ics', store)).toString();
      expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
      for (const line of text.slice(0, -2).split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\r\n]/);
      }
    }
  });
});

describe('Atom, read by feedsmith', () => {
  const read = async (store: Store, options = {}) => parseAtomFeed((await written('atom', store, options)).toString());

  test('has an entry an event, with stable ids', async () => {
    const feed = await read(record);
    expect(feed.entries?.map(({ id }) => id)).toEqual(eventsOf(record).map(({ id }) => `urn:readout:event:${id}`));
    expect(feed.updated).toBe(
      feed.entries
        ?.map(({ updated }) => updated)
        .sort()
        .at(-1),
    );
  });

  test('is updated when its newest report was published', async () => {
    const feed = await read(odd, { base: 'https://record.example', query: 'between=SWE,KEN' });
    expect([feed.title?.value, feed.updated]).toEqual(['A; title, "so"', '2024-05-11T00:00:00Z']);
    expect(feed.links?.map(({ href }) => href)).toEqual(['https://record.example/events.atom?between=SWE,KEN']);
    const call = feed.entries?.find(({ title }) => title?.value?.includes('consult'));
    expect(call?.links?.map(({ rel, href }) => [rel, href])).toEqual([
      ['alternate', `https://record.example/events/${call?.id?.split(':').at(-1)}`],
      ['related', 'https://news.example/a?x=1&y=<2>'],
    ]);
  });

  test('an empty query is a feed too', async () => {
    const empty = await read(recordOf([]));
    expect([empty.title?.value, empty.entries ?? []]).toEqual(['A; title, "so"', []]);
  });
});

describe('JSON-LD, read by a processor that has no network', () => {
  const documentLoader = async (url: string): Promise<never> => {
    throw new Error(`asked for ${url}`);
  };
  const SCHEMA = 'https://schema.org/';

  test('is schema.org: events, articles, quotations', async () => {
    for (const store of [record, odd]) {
      const expanded = await jsonld.expand(JSON.parse((await written('jsonld', store)).toString()), { documentLoader });
      const types = expanded.flatMap((node) => (node['@type'] as string[]) ?? []);
      const count = (type: string) => types.filter((one) => one === SCHEMA + type).length;
      expect(count('Event')).toBe(eventsOf(store).length);
      expect(count('NewsArticle')).toBe(new Set(eventsOf(store).flatMap(({ reports }) => reports)).size);
    }
  });

  test('links events to the articles that tell of them', async () => {
    const quads = (await jsonld.toRDF(JSON.parse((await written('jsonld', record)).toString()), {
      documentLoader,
    })) as unknown as {
      subject: { value: string };
      predicate: { value: string };
      object: { value: string };
    }[];
    const articles = new Set(
      quads.filter(({ object }) => object.value === `${SCHEMA}NewsArticle`).map(({ subject }) => subject.value),
    );
    const linked = quads.filter(
      ({ predicate, object }) => predicate.value === `${SCHEMA}subjectOf` && articles.has(object.value),
    );
    expect(linked.length).toBe(eventsOf(record).reduce((sum, { reports }) => sum + reports.length, 0));
  });

  test('leads from a retelling to what it was made from', async () => {
    const edges = [...record.stories()].flatMap(({ lineage }) => lineage);
    expect(edges.length).toBeGreaterThan(0);
    const { '@graph': nodes } = JSON.parse((await written('jsonld', record)).toString()) as {
      '@graph': { isBasedOn?: object[] }[];
    };
    const told = nodes.flatMap(({ isBasedOn }) => isBasedOn ?? []);
    expect(told).toHaveLength(edges.length);
    expect(told.filter((source) => '@id' in source)).toHaveLength(
      edges.filter(({ source }) => source === 'report').length,
    );
  });

  test('with a base, ids are addresses', async () => {
    const text = (await written('jsonld', odd, { base: 'https://record.example' })).toString();
    const [event] = eventsOf(odd);
    expect(text).toContain(`"@id":"https://record.example/events/${event?.id}"`);
  });
});

describe('Parquet, read by hyparquet', () => {
  const read = async (store: Store) => {
    const bytes = await written('parquet', store);
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
    return parquetReadObjects({ file });
  };

  test('gives every value back with its type', async () => {
    for (const store of [record, odd]) {
      const rows = await read(store);
      const events = eventsOf(store);
      expect(rows).toHaveLength(events.length);
      events.forEach((event, at) => {
        for (const { name, type, value } of eventTable.columns) {
          const cell = value(event);
          const back = rows[at]?.[name];
          expect(back instanceof Date ? back.toISOString().slice(0, 10) : (back ?? null)).toEqual(wellFormed(cell));
          if (cell !== null && type === 'date') expect(back).toBeInstanceOf(Date);
        }
      });
    }
  });

  test('of no event is a table without rows', async () => expect(await read(recordOf([]))).toEqual([]));
});

/** Half a surrogate pair cannot be written in UTF-8. */
function wellFormed(cell: Cell): unknown {
  if (Array.isArray(cell)) return cell.map((text: string) => text.toWellFormed());
  return typeof cell === 'string' ? cell.toWellFormed() : cell;
}

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
