import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkOwnKnowledge } from '../src/check/knowledge.ts';
import { codeReport } from '../src/pipeline.ts';
import { openApp } from '../src/show/app.ts';
import { type Format, formatOf } from '../src/show/formats/index.ts';
import { openStore, type Store } from '../src/store/store.ts';
import { openWorld, textsOf } from '../src/world/index.ts';
import { loadKnowledge } from '../src/world/knowledge.ts';
import { membersOn } from '../src/world/organisations.ts';
import { ROOT } from '../src/world/root.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder of a user's own with some files. */
function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'readout-own-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** What the check says of a folder, each problem as `file:line: message` without the way to the folder. */
function told(files: Readonly<Record<string, string | Uint8Array>>): string[] {
  const folder = folderOf(files);
  return checkOwnKnowledge(ROOT, folder).map(({ file, line, message }) =>
    `${file}:${line}: ${message}`.replaceAll(`${folder}/`, '').replace(folder, 'DIR'),
  );
}

const ORGANISATIONS = 'id\tkind\tmembers\ten\tvi\tru\ttr\tzh\n';
const PEOPLE = 'id\tposts\ten\tvi\tru\ttr\tzh\tshort\n';
const GOOD = `${ORGANISATIONS}Harbour League\tgroup\tVNM THA\tHarbour League\t\tЛига гаваней\t\t港口联盟\n`;

describe('tables of a user’s own', () => {
  test.each<[string, Record<string, string | Uint8Array>]>([
    ['plain', { 'organisations.tsv': GOOD }],
    ['with the line ends of Windows', { 'organisations.tsv': GOOD.replaceAll('\n', '\r\n') }],
    ['with a byte order mark', { 'organisations.tsv': `\ufeff${GOOD}` }],
    ['with comments, and a note beside them', { 'organisations.tsv': `# ours\n\n${GOOD}`, 'README.md': 'ours' }],
    [
      'with columns in another order, and some left out',
      { 'organisations.tsv': 'en\tid\tkind\nHarbour League\tHL\tgroup\n' },
    ],
    [
      'people who hold a post after one another',
      { 'people/mine.tsv': `${PEOPLE}ann-lee\tVAT foreign-minister 1990..1991\tAnn Lee\n` },
    ],
  ])('good ones have no problem: %s', (_, files) => {
    expect(told(files)).toEqual([]);
    const read = loadKnowledge([join(ROOT, 'knowledge'), folderOf(files)]);
    const names = [...read.organisations, ...read.people].map(({ names: { en = [] } }) => en[0]);
    expect(names.includes('Harbour League') || names.includes('Ann Lee')).toBe(true);
  });

  test.each<[string, Record<string, string | Uint8Array>, string[]]>([
    ['an empty folder', {}, ['DIR:0: has no tables: put for example organisations.tsv or people/mine.tsv into it']],
    [
      'a file of no table’s name',
      { 'organizations.tsv': GOOD },
      ['organizations.tsv:0: is not read: no table has this name; did you mean organisations.tsv?'],
    ],
    [
      'a file of another form',
      { 'places.csv': 'id,country,en\n' },
      ['places.csv:0: is not read: no table has this name; did you mean places.tsv?'],
    ],
    [
      'people outside their folder',
      { 'people.tsv': PEOPLE },
      ['people.tsv:0: is not read: tables of people lie in a folder people/'],
    ],
    [
      'tables a folder too deep',
      { 'knowledge/organisations.tsv': GOOD },
      ['knowledge/organisations.tsv:0: is not read: put organisations.tsv right into the folder that you name'],
    ],
    [
      'a fixed table',
      { 'ontology.tsv': 'type\n' },
      ['ontology.tsv:0: is not read: this table can only be changed in the program itself'],
    ],
    [
      'a file without a line',
      { 'organisations.tsv': '' },
      ['organisations.tsv:1: the table is empty: write a header line that names the columns'],
    ],
    [
      'a header alone',
      { 'organisations.tsv': ORGANISATIONS },
      ['organisations.tsv:0: has a header and no rows: nothing is added'],
    ],
    [
      'UTF-16',
      { 'organisations.tsv': Buffer.from(`\ufeff${GOOD}`, 'utf16le') },
      ['organisations.tsv:1: is UTF-16: save it as "UTF-8" text'],
    ],
    [
      'an old code page',
      {
        'organisations.tsv': Buffer.concat([
          Buffer.from(ORGANISATIONS),
          Buffer.from([0xcb, 0xe8, 0xe3, 0xe0, 0x09, 0x0a]),
        ]),
      },
      ['organisations.tsv:2: is not UTF-8: save it as "UTF-8" text'],
    ],
    [
      'commas',
      { 'organisations.tsv': 'id,kind,en\nHL,group,Harbour League\n' },
      ['organisations.tsv:1: the columns are parted by commas: part the cells of every line by one tab'],
    ],
    [
      'spaces',
      { 'organisations.tsv': 'id   kind   en\nHL   group   Harbour League\n' },
      ['organisations.tsv:1: the columns are parted by spaces: part the cells of every line by one tab'],
    ],
    [
      'spaces in a row',
      { 'organisations.tsv': 'id\tkind\ten\nHL    group    Harbour League\n' },
      ['organisations.tsv:2: the cells are parted by spaces: part them by one tab each'],
    ],
    [
      'no header',
      { 'places.tsv': 'port-lune\tFRA\tPort Lune\n' },
      ['places.tsv:0: the first line must name the columns, parted by tabs: id, country, en, vi, ru, tr, zh'],
    ],
    [
      'a missing column',
      { 'organisations.tsv': 'id\ten\nHL\tHarbour League\n' },
      ['organisations.tsv:0: the column "kind" is missing: name it in the first line'],
    ],
    [
      'a column by a wrong name',
      { 'places.tsv': 'id\tcuntry\ten\nport-lune\tFRA\tPort Lune\n' },
      ['places.tsv:0: there is no column "cuntry": did you mean country?'],
    ],
    [
      'too many cells',
      { 'places.tsv': 'id\ten\nport-lune\tPort Lune\tFRA\n' },
      ['places.tsv:2: 3 cells, but the header names 2 columns (id, en): remove a tab or add a column'],
    ],
    [
      'an id twice',
      { 'organisations.tsv': `${GOOD}Harbour League\tgroup\t\tHarbour Union\n` },
      ['organisations.tsv:3: the id "Harbour League" is already on line 2'],
    ],
    [
      'an id in two tables of people',
      { 'people/a.tsv': `${PEOPLE}ann-lee\t\tAnn Lee\n`, 'people/b.tsv': `${PEOPLE}ann-lee\t\tAnn Li\n` },
      ['people/b.tsv:2: the id "ann-lee" is already on line 2 of people/a.tsv'],
    ],
    [
      'an empty name',
      { 'organisations.tsv': `${ORGANISATIONS}HL\tgroup\n` },
      ['organisations.tsv:2: the cell "en" is empty'],
    ],
    [
      'an unknown kind',
      { 'outlets.tsv': 'id\tkind\tcountry\ten\nthe-quay\tnewspaper\tFRA\tThe Quay Gazette\n' },
      ['outlets.tsv:2: there is no kind "newspaper": use one of agency, broadcaster, paper, site'],
    ],
    [
      'an unknown state',
      { 'places.tsv': 'id\tcountry\ten\nport-lune\tFR\tPort Lune\n' },
      [
        'places.tsv:2: "FR" in country of "port-lune" is no state: write codes as ISO 3166-1 alpha-3 has them, such as VNM',
      ],
    ],
    [
      'an unknown actor',
      { 'people/mine.tsv': `${PEOPLE}ann-lee\tAfrican Onion ambassador 2014..\tAnn Lee\n` },
      [
        'people/mine.tsv:2: in the posts of "ann-lee": "African Onion" is no state (ISO 3166-1 alpha-3) and no organisation of organisations.tsv: did you mean African Union?',
      ],
    ],
    [
      'an unknown role',
      { 'people/mine.tsv': `${PEOPLE}ann-lee\tVNM bigwig 2014..\tAnn Lee\n` },
      ['people/mine.tsv:2: there is no role "bigwig" in roles.tsv'],
    ],
    [
      'a post in another order',
      { 'people/mine.tsv': `${PEOPLE}ann-lee\tambassador of VNM, 2014\tAnn Lee\n` },
      [
        'people/mine.tsv:2: the post "ambassador of VNM, 2014" is not "ACTOR role from..to": write for example "TUR president 2014-08-28.."',
      ],
    ],
    [
      'dates that are none, each on its line',
      {
        'people/mine.tsv': `${PEOPLE}ann-lee\tVNM ambassador 2014-13-01..\tAnn Lee\nbo-lee\tVNM ambassador 2023-02-30..\tBo Lee\ncy-lee\tVNM ambassador 2014/05/01..\tCy Lee\n`,
      },
      [
        'people/mine.tsv:2: "2014-13-01" of the span "2014-13-01.." is no date: write year-month-day',
        'people/mine.tsv:3: "2023-02-30" of the span "2023-02-30.." is no date: write year-month-day',
        'people/mine.tsv:4: "2014/05/01.." is not a span of dates: write 2014-08-28..2018, 2014.. or ..2018-07-09',
      ],
    ],
    [
      'a tenure that ends before it begins',
      { 'people/mine.tsv': `${PEOPLE}ann-lee\tVNM ambassador 2014..2012\tAnn Lee\n` },
      ['people/mine.tsv:2: the span "2014..2012" ends before it begins'],
    ],
    [
      'tenures that overlap',
      {
        'people/mine.tsv': `${PEOPLE}ann-lee\tVAT defence-minister 1990-03-01..1992-03-01\tAnn Lee\nbo-lee\tVAT defence-minister 1991-03-01..1994-05-01\tBo Lee\n`,
      },
      [
        'people/mine.tsv:2: Ann Lee and Bo Lee ("bo-lee") are both defence-minister of VAT at a time: 1990-03-01..1992-03-01 and 1991-03-01..1994-05-01',
      ],
    ],
    [
      'a name that is taken',
      { 'organisations.tsv': `${ORGANISATIONS}HL\tgroup\t\tHarbour League; Moldova\n` },
      [
        'organisations.tsv:2: the en name "Moldova" of "HL" is also a name of "MDA" (states.tsv), and nothing tells the two apart: give one of them another name',
      ],
    ],
    [
      'cells that have slipped',
      { 'organisations.tsv': `${ORGANISATIONS}HL\tgroup\t\tHarbour League\tЛига гаваней\n` },
      ['organisations.tsv:2: the vi names are not in Latin letters: has a tab too many or too few shifted the cells?'],
    ],
  ])('told in words: %s', (_, files, problems) => {
    expect(told(files)).toEqual(problems);
  });

  test('a tenure that overlaps that of somebody built in is told at the user’s row', () => {
    const problems = told({ 'people/mine.tsv': `${PEOPLE}ann-lee\tFRA president 2018-01-02..2019-05-05\tAnn Lee\n` });
    expect(problems).toEqual([
      'people/mine.tsv:2: Ann Lee and Emmanuel Macron ("emmanuel-macron") are both president of FRA at a time: 2018-01-02..2019-05-05 and 2017-05-14..',
    ]);
  });

  test('a folder that is none, and a file instead of it', () => {
    expect(checkOwnKnowledge(ROOT, '/nowhere/at/all')[0]?.message).toBe('there is no such folder');
    const file = join(folderOf({ 'organisations.tsv': GOOD }), 'organisations.tsv');
    expect(checkOwnKnowledge(ROOT, file)[0]?.message).toBe('is a file: name the folder that it lies in');
  });
});

describe('a record that was made with them', () => {
  const folder = folderOf({ 'organisations.tsv': GOOD });
  const world = openWorld({ knowledge: [folder], cache: null, languages: ['en'] });
  const text = 'The Harbour League criticised Russia on Monday.';
  const coded = codeReport(world, {
    report: { id: '00000000000000aa', path: 'a.txt', url: null, bytes: text.length },
    kind: 'text',
    content: `Harbour League criticises Russia\n\n2024-06-17\n\n${text}\n`,
    hints: {},
  });
  const record = (): Store => {
    const store = openStore(join(folderOf({}), 'own.db'));
    store.keep([coded]);
    store.keepOwnKnowledge([textsOf(folder)]);
    store.resolve();
    return store;
  };

  test('the record names their actors in every language, without the folder', async () => {
    expect(coded.acts.map(({ from, to }) => [from, to])).toEqual([[['Harbour League'], ['RUS']]]);
    const store = record();
    const shown = openWorld({ knowledge: store.ownKnowledge(), cache: null });
    const app = openApp({ store, world: shown, version: '0' });
    const page = async (path: string): Promise<string> =>
      (await app.fetch(new Request(`http://localhost${path}`))).text();
    expect(await page('/actors/Harbour%20League?lang=ru')).toContain('Лига гаваней');
    expect(await page('/events?lang=zh')).toContain('港口联盟');
    expect(await page('/actors/EU')).toMatch(/Former members:.*United Kingdom.*1973-01-01…2020-01-31/s);
    expect(await page('/actors/MKD')).toContain('Formerly: Macedonia (1991-09-08…2019-02-12)');
    expect(store.relation('Лига гаваней', 'Nga')).toMatchObject({ a: 'Harbour League', b: 'RUS' });
    store.close();
  });

  test('exports give their names and kinds', async () => {
    const store = record();
    const graph = formatOf('graphml') as Format;
    const parts: string[] = [];
    for await (const part of graph.write(store.events({}), { store, base: '', title: '', query: '' }))
      parts.push(`${part}`);
    expect(parts.join('')).toContain('<data key="kind">group</data>');
    store.close();
  });

  test('an ingest without tables leaves those that are kept', () => {
    const store = record();
    store.keep([]);
    expect(store.ownKnowledge()).toEqual([{ 'organisations.tsv': GOOD }]);
    store.keepOwnKnowledge([]);
    expect(store.ownKnowledge()).toEqual([]);
    store.close();
  });
});

describe('membership', () => {
  const { organisations } = loadKnowledge([join(ROOT, 'knowledge')]);
  const called = (id: string) => organisations.find((one) => one.id === id) as (typeof organisations)[number];

  test.each([
    ['EU', '2012-01-01', 27, ['GBR'], ['HRV']],
    ['EU', '2014-01-01', 28, ['GBR', 'HRV'], ['TUR']],
    ['EU', '2021-01-01', 27, ['HRV'], ['GBR']],
    ['NATO', '2022-06-01', 30, ['MKD'], ['FIN', 'SWE']],
    ['NATO', '2024-06-01', 32, ['FIN', 'SWE'], ['UKR']],
    ['BRICS', '2015-01-01', 5, ['ZAF'], ['IRN']],
    ['BRICS', '2024-06-01', 9, ['IRN'], ['IDN']],
    ['BRICS', '2025-06-01', 10, ['IDN'], ['TUR']],
    ['SCO', '2016-01-01', 6, ['UZB'], ['IND']],
    ['SCO', '2024-09-01', 10, ['BLR', 'IRN'], ['TUR']],
    ['ASEAN', '2024-01-01', 10, ['KHM'], ['TLS']],
    ['ASEAN', '2026-01-01', 11, ['TLS'], ['PNG']],
    ['G8', '2013-01-01', 8, ['RUS'], []],
  ])('%s on %s had %i members', (id, day, count, inside, outside) => {
    const members = membersOn(called(id), day);
    expect(members).toHaveLength(count);
    expect(members).toEqual(expect.arrayContaining(inside));
    for (const one of outside) expect(members).not.toContain(one);
  });

  test('a membership that ends before it begins, and one of nobody', () => {
    expect(told({ 'organisations.tsv': `${ORGANISATIONS}HL\tgroup\tVNM:2014..2012\tHarbour League\n` })).toEqual([
      'organisations.tsv:2: the span "2014..2012" ends before it begins',
    ]);
    expect(told({ 'organisations.tsv': `${ORGANISATIONS}HL\tgroup\tVNX:2012..\tHarbour League\n` })).toEqual([
      'organisations.tsv:2: in members of "HL": "VNX" is no state (ISO 3166-1 alpha-3) and no organisation of organisations.tsv',
    ]);
  });
});
