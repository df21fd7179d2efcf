import { parse } from 'csv-parse/sync';
import { parseAtomFeed } from 'feedsmith';
import { parquetReadObjects } from 'hyparquet';
import ICAL from 'ical.js';
import jsonld from 'jsonld';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Cell } from '../src/show/formats/columns.ts';
import { csvCell } from '../src/show/formats/csv.ts';
import { eventTable } from '../src/show/formats/eventTable.ts';
import { FORMATS, formatOf } from '../src/show/formats/index.ts';
import type { Store } from '../src/store/store.ts';
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
