import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { stripDiacritics } from '../src/world/fold.ts';
import { type Knowledge, loadKnowledge, type Person, type Post } from '../src/world/knowledge.ts';
import { readTable } from '../src/world/table.ts';
import { gaps, POSTS } from '../tools/tenures/gaps.ts';

const ROOT = join(import.meta.dirname, '..');
const FACTS = join(ROOT, '..', 'shared', 'reference', 'facts');
const present = existsSync(FACTS);
const knowledge = loadKnowledge([join(ROOT, 'knowledge')]);
const GOVERNING = ['head-of-state', 'head-of-government', 'party-leader', 'organisation-head'];

test('the independent facts are there when they are asked for', () => {
  if (!present) console.warn(`NOT CHECKED against independent facts: ${FACTS} is missing`);
  if (process.env.READOUT_SHARED === '1') expect(present, `${FACTS} is missing: nothing can be compared`).toBe(true);
});

describe('tenures', () => {
  const watched = readTable(join(ROOT, 'test', 'fixtures', 'world', 'watched.tsv')).rows;

  test.each(watched.filter(({ cells }) => cells['why']?.includes('G20')).map(({ cells }) => cells['id'] as string))(
    '%s has somebody in every post on every day since 2000, but for vacancies of a season',
    (state) => {
      const open = POSTS.flatMap((post) =>
        gaps(knowledge, state, post, { from: '2000-01-01', to: '2026-11-25' }, 66).map((gap) => ({ post, ...gap })),
      );
      expect(open).toEqual([]);
    },
  );

  test('foreign and defence ministers of a hundred states and more', () => {
    const states = (roleClass: string) =>
      knowledge.states.filter(({ id }) =>
        (knowledge.byActor.get(id) ?? []).some((at) =>
          knowledge.people[at]?.posts.some(
            (post) => post.actor === id && knowledge.roles.get(post.role)?.class === roleClass,
          ),
        ),
      ).length;
    expect(states('foreign-minister')).toBeGreaterThan(150);
    expect(states('defence-minister')).toBeGreaterThan(100);
  });
});

describe.skipIf(!present)('agreement with independent facts', () => {
  const read = (file: string): Record<string, string>[] =>
    parse(readFileSync(join(FACTS, file), 'latin1'), {
      columns: (names: string[]) => names.map((name, at) => name || `_${at}`),
      relax_quotes: true,
      relax_column_count: true,
    });

  test('who led a state, to March 2021', () => {
    const spells = read('leaders-to-2021-03.reign.csv')
      .map(spellOf)
      .filter((spell) => spell !== null);
    expect(spells.length).toBeGreaterThan(900);
    const byState = Map.groupBy(spells, ({ state }) => state);
    const unknown: string[] = [];
    const [told, right] = [...byState].reduce(
      (sum, [state, list]) => {
        const agreed = Math.max(...knowledge.states.map(({ id }) => list.filter((spell) => leads(id, spell)).length));
        // The reference has codes of its own: a state is the one of ours that agrees most.
        if (agreed * 2 >= list.length) return [sum[0] + list.length, sum[1] + agreed] as [number, number];
        unknown.push(state);
        return sum;
      },
      [0, 0] as [number, number],
    );
    expect(right / told).toBeGreaterThan(0.92);
    expect(unknown.length, unknown.join(' ')).toBeLessThanOrEqual(6);
  });

  test('who led a state in autumn 2022', () => {
    const rows = parse(readFileSync(join(FACTS, 'leaders-2022-10.wikidata.csv'), 'utf8'), { columns: true }) as Record<
      string,
      string
    >[];
    const told = rows.flatMap((row) => {
      const state = stateCalled(row['country'] ?? '');
      // The crown of fifteen states, and regents of half a year, are not kept as holders of a post.
      if (!state || /monarch|regent/i.test(row['positionLabel'] ?? '')) return [];
      return [
        { state, name: row['officeholderLabel'] ?? '', day: dayIn(row['start_year'] ?? '', row['end_year'] ?? '') },
      ];
    });
    expect(told.length).toBeGreaterThan(350);
    expect(told.filter((one) => leads(one.state, one)).length / told.length).toBeGreaterThan(0.92);
  });

  test('who leads a state in autumn 2026: every one', () => {
    const rows = parse(readFileSync(join(FACTS, 'leaders-2026.csv'), 'utf8'), { columns: true }) as Record<
      string,
      string
    >[];
    const wrong = rows.flatMap((row) => {
      const state = stateCalled(row['Country'] ?? '') ?? row['Country'] ?? '';
      const actor = knowledge.byActor.has(state) ? state : state === 'European Union' ? 'EU' : state;
      return ['Head of Government', 'Head of State']
        .map((post) => row[post] ?? '')
        .filter((name) => name !== '' && name !== 'Charles III' && !leads(actor, { name, day: '2026-11-20' }))
        .map((name) => `${actor} ${name}`);
    });
    // The chair of the African Union is one of its heads of state, in turn.
    expect(wrong.filter((one) => !one.startsWith('African Union'))).toEqual([]);
  });

  test.each(['en', 'vi', 'ru', 'tr', 'zh', 'zh_Hant'])('names of states in %s', (language) => {
    const names = JSON.parse(readFileSync(join(FACTS, `countries.${language}.json`), 'utf8')) as Record<string, string>;
    const alpha2 = new Map(
      readTable(join(ROOT, 'knowledge', 'country-codes.tsv')).rows.map(({ cells }) => [cells['alpha2'], cells['id']]),
    );
    const column = language.slice(0, 2);
    const missing = Object.entries(names).filter(([code, name]) => {
      const state = knowledge.states.find(({ id }) => id === alpha2.get(code));
      const known = [
        ...(state?.names[column] ?? []),
        ...(column === 'vi' || column === 'tr' ? (state?.names['en'] ?? []) : []),
      ];
      return state !== undefined && !known.some((one) => plain(one) === plain(unabbreviated(name)));
    });
    expect(missing.length / Object.keys(names).length, missing.map(([, name]) => name).join('; ')).toBeLessThan(0.05);
  });
});

/** CLDR shortens the word for islands in Russian, and adds words in brackets. */
function unabbreviated(name: string): string {
  return name
    .replace(/ \([^)]*\)/, '')
    .replace(/о-ва/, 'острова')
    .replace(/о-в/, 'остров');
}

interface Spell {
  state: string;
  name: string;
  day: string;
}

/** The middle of the time somebody led a state, since 2000; null for what ended before. */
function spellOf(row: Record<string, string>): Spell | null {
  const iso = (year: string, month: string, day = '1'): string =>
    `${year}-${month.padStart(2, '0')}-${String(Math.min(Number(day), 28)).padStart(2, '0')}`;
  const [begin, end] = [
    iso(row['syear'] ?? '', row['smonth'] ?? '', row['sdate']),
    row['eyear'] ? iso(row['eyear'], row['emonth'] ?? '') : '2021-03-15',
  ];
  const from = begin < '2000-01-15' ? '2000-01-15' : begin;
  if (end <= from) return null;
  const middle = new Date((Date.parse(from) + Date.parse(end)) / 2).toISOString().slice(0, 10);
  return { state: row['stateabb'] ?? '', name: row['leader'] ?? '', day: middle };
}

/** A day on which somebody was surely in office, of years alone. */
function dayIn(from: string, to: string): string {
  if (to !== '' && to !== '2022') return `${to}-01-10`;
  return to === '2022' ? '2022-01-10' : from === '2022' ? '2022-10-20' : '2022-10-15';
}

/** Whether somebody of this name governs a state on a day. */
function leads(state: string, { name, day }: { name: string; day: string }): boolean {
  const words = plain(name)
    .split(' ')
    .filter((word) => word.length > 2);
  return (knowledge.byActor.get(state) ?? []).some((at) => {
    const { names, posts } = knowledge.people[at] as Person;
    const governs = posts.some((post) => post.actor === state && isHeld(post, day) && governing(knowledge, post));
    return governs && (names['en'] ?? []).some((own) => words.some((word) => plain(own).split(' ').includes(word)));
  });
}

function governing({ roles }: Knowledge, { role }: Post): boolean {
  return GOVERNING.includes(roles.get(role)?.class ?? '');
}

function isHeld({ from, to }: Post, day: string): boolean {
  return (from ?? '') <= day && day <= (to ?? '9999');
}

function plain(name: string): string {
  return stripDiacritics(name.toLowerCase())
    .replace(/[-'’]/g, ' ')
    .replace(/[^\p{L} ]/gu, '')
    .trim();
}

function stateCalled(name: string): string | undefined {
  return knowledge.states.find(({ names }) => names['en']?.includes(name))?.id;
}
