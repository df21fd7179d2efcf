import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importWikidata } from '../src/check/import/wikidata.ts';
import { checkOwnKnowledge } from '../src/check/knowledge.ts';
import { ROOT } from '../src/world/root.ts';
import { parseTable } from '../src/world/table.ts';
import { readout } from './cli-run.ts';

type Term = { type: string; value: string; 'xml:lang'?: string };

const en = (value: string): Term => ({ type: 'literal', value, 'xml:lang': 'en' });
const time = (value: string): Term => ({ type: 'literal', value: `${value}T00:00:00Z` });
const entity = (id: string): Term => ({ type: 'uri', value: `http://www.wikidata.org/entity/${id}` });

function result(...bindings: Record<string, Term>[]): string {
  return JSON.stringify({ head: { vars: [] }, results: { bindings } });
}

/** The rows that a result gives, by id, and what was left out. */
function imported(text: string, all = false) {
  const { name, text: table, left } = importWikidata(ROOT, 'q.json', text, all);
  const rows = parseTable(name, table).rows.map(({ cells }) => cells);
  return { name, rows, left: left.map(({ reason, times }) => `${reason} ×${times}`) };
}

describe('a Wikidata query result', () => {
  const quill = { person: entity('Q1'), personLabel: en('Marta Quill') };

  test('the rows of one person become one, with names by language and posts in order', () => {
    const text = result(
      {
        ...quill,
        positionLabel: en('Minister of Foreign Affairs of Andorra'),
        start: time('2012-05-07'),
        familyNameLabel: en('Quill'),
      },
      { ...quill, positionLabel: en('Prime Minister of Andorra'), start: time('2009-02-03'), end: time('2010-01-01') },
      { person: entity('Q1'), personLabel: { type: 'literal', value: 'Марта Квилл', 'xml:lang': 'ru' } },
      {
        person: entity('Q1'),
        zh: { type: 'literal', value: '玛尔塔·奎尔', 'xml:lang': 'zh-hans' },
        personAltLabel: en('M. Quill, Marta A. Quill'),
      },
    );
    expect(imported(text)).toEqual({
      name: 'people/wikidata.tsv',
      left: [],
      rows: [
        {
          id: 'marta-quill',
          posts: 'AND foreign-minister 2012-05-07..; AND prime-minister 2009-02-03..2010',
          en: 'Marta Quill; M. Quill; Marta A. Quill',
          vi: '',
          ru: 'Марта Квилл',
          tr: '',
          zh: '玛尔塔·奎尔',
          short: 'Quill',
        },
      ],
    });
  });

  test.each<[string, Record<string, Term>, string]>([
    ['a role of ours and a code', { role: en('spokesperson'), iso3: en('AND') }, 'AND spokesperson'],
    ['a code of two letters', { positionLabel: en('foreign minister'), iso2: en('ad') }, 'AND foreign-minister'],
    ['a country by name', { positionLabel: en('President'), countryLabel: en('Andorra') }, 'AND president'],
    ['an organisation', { positionLabel: en('Secretary General of NATO') }, 'NATO secretary-general'],
    ['where an envoy serves is not for whom', { positionLabel: en('ambassador of China to Fiji') }, 'CHN ambassador'],
    [
      'a month',
      { role: en('minister'), iso3: en('AND'), start: time('2012-05-01'), startPrecision: en('10') },
      'AND minister 2012-05..',
    ],
    [
      'a first of January that is known',
      { role: en('minister'), iso3: en('AND'), start: time('2012-01-01'), startPrecision: en('11') },
      'AND minister 2012-01-01..',
    ],
    [
      'an unknown end',
      { role: en('minister'), iso3: en('AND'), start: time('2012-03-04'), end: { type: 'bnode', value: 't1' } },
      'AND minister 2012-03-04..',
    ],
  ])('posts: %s', (_, binding, post) => {
    expect(imported(result({ ...quill, ...binding })).rows[0]?.['posts']).toBe(post);
  });

  test('what cannot be used is told with its reason, and what is known already stays as it is', () => {
    const text = result(
      { ...quill, positionLabel: en('chess champion of Andorra') },
      { ...quill, positionLabel: en('foreign minister') },
      { ...quill, role: en('minister'), iso3: en('AND'), start: time('2012-03-04'), end: time('2011-02-03') },
      { person: entity('Q2'), personLabel: en('Q2') },
      { person: entity('Q3'), personLabel: en('Emmanuel Macron') },
    );
    expect(imported(text).left).toEqual([
      'the post "chess champion of Andorra" is none of roles.tsv ×1',
      'nothing says for which state or organisation the post "foreign minister" is ×1',
      'the dates of the post "minister" end before they begin ×1',
      'no English name ×1',
      'known already (--all writes them too) ×1',
    ]);
    expect(imported(text, true).rows.map(({ id }) => id)).toEqual(['emmanuel-macron', 'marta-quill']);
  });

  test('organisations, outlets and places too, and the plain list that the page offers', () => {
    const league = { organisation: entity('Q9'), organisationLabel: en('Harbour League') };
    const text = result({ ...league, memberLabel: en('Thailand') }, { ...league, memberLabel: en('Vietnam') });
    expect(imported(text).rows[0]).toMatchObject({ id: 'Harbour League', kind: 'group', members: 'THA VNM' });
    const outlet = {
      outlet: entity('Q8'),
      outletLabel: en('The Quay Gazette'),
      website: { type: 'uri', value: 'https://www.quay.example/x' },
    };
    expect(imported(result({ ...outlet, iso3: en('FRA') })).rows[0]).toMatchObject({
      id: 'the-quay-gazette',
      country: 'FRA',
      domains: 'quay.example',
    });
    const plain = JSON.stringify([
      { place: 'http://www.wikidata.org/entity/Q7', placeLabel: 'Port Lune', ru: 'Порт-Люн', countryLabel: 'France' },
    ]);
    expect(imported(plain).rows[0]).toMatchObject({ id: 'port-lune', country: 'FRA', en: 'Port Lune', ru: 'Порт-Люн' });
  });

  test.each([
    [
      '<html><body>502</body></html>',
      'is a page, not JSON: the service may have answered with an error; run the query again',
    ],
    ['', 'is empty: save the answer of the query again'],
    ['person,personLabel\n', 'is no JSON: save the answer of the query as JSON'],
    ['{"head":{"vars":["person"]},"resu', 'is JSON that is cut off or damaged: save the answer of the query as JSON'],
    [
      '{"entities":{}}',
      'is JSON, but no query result: save the answer of the query as JSON (it has "head" and "results" with "bindings")',
    ],
    [result(), 'has no rows: the query found nothing'],
    [
      result({ film: entity('Q5') }),
      'no variable says what it is about: name one ?person, ?organisation, ?outlet or ?place (there are ?film)',
    ],
    ['{"head":{},"results":{"bindings":[null]}}', 'has a row that is no object'],
  ])('what is no result says so: %j', (text, message) => {
    expect(() => importWikidata(ROOT, 'q.json', text)).toThrow(`q.json:1: ${message}`);
  });

  test('the command writes a folder that the check passes, and nothing over a table that is there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'readout-import-'));
    const file = join(folder, 'q.json');
    writeFileSync(
      file,
      result({ ...quill, positionLabel: en('Minister of Agriculture of Andorra'), start: time('2012-05-07') }),
    );
    const to = join(folder, 'mine');
    expect(await readout(['import', file, '--to', to])).toMatchObject({ status: 0 });
    expect(checkOwnKnowledge(ROOT, to)).toEqual([]);
    const again = await readout(['import', file, '--to', to]);
    expect(again.status).toBe(2);
    expect(again.err).toContain('is there already');
    rmSync(folder, { recursive: true });
  });
});
