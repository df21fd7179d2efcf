import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Act, Coded, ReadoutEvent } from '../src/model/index.ts';
import { codeReport } from '../src/pipeline.ts';
import { openReports } from '../src/read/index.ts';
import { resolve } from '../src/resolve/index.ts';
import { parseTable } from '../src/world/table.ts';
import { testWorld } from './world-of-tests.ts';

const EXAMPLES = join(import.meta.dirname, '..', 'examples');

const coded = new Map<string, Coded>();
let events: ReadoutEvent[] = [];

/** A report by its file's name, or by its id in a file of several. */
function reportOf(name: string): Coded {
  const found = coded.get(name);
  if (!found) throw new Error(`there is no example ${name}`);
  return found;
}

beforeAll(async () => {
  for await (const raw of openReports([EXAMPLES], {})) {
    if ('error' in raw) throw new Error(`${raw.report.path}: ${raw.error.message}`);
    coded.set(raw.report.path.split('/').at(-1) as string, codeReport(testWorld(), raw));
  }
  events = resolve([...coded.values()]).events;
});

function table(name: string) {
  return parseTable(name, readFileSync(join(import.meta.dirname, 'fixtures', 'examples', name), 'utf8')).rows;
}

// Tables name what a careful reader finds. A row whose state is `goal` is not reached yet; once it is, say `holds`.
describe('what stands in examples/', () => {
  test('at least eight reports a language', () => {
    const languages = [...coded.values()].map(({ article }) => article.language);
    for (const language of ['en', 'vi'])
      expect(languages.filter((code) => code === language).length).toBeGreaterThanOrEqual(8);
  });

  test.each(readdirSync(EXAMPLES))('%s tells its day, what it is on and its language by its name', (name) => {
    expect(name).toMatch(/^20\d\d-\d\d-\d\d-[a-z0-9-]+\.((en|vi)\.(txt|html)|jsonl)$/);
  });

  test.for(table('reports.tsv').map(({ cells }) => [cells.report as string, cells] as const))(
    '%s',
    ([name, cells], { skip }) => {
      const { article } = reportOf(name);
      const credits = article.credits.filter(({ role }) => role !== 'quoted').map(({ outlet }) => outlet);
      const found = [article.title, article.language, article.published?.basis, credits.join('; ')];
      const wanted = [cells.title, cells.language, cells.basis, cells.credits];
      const dated = within(cells.published as string, article.published);
      skip(cells.state === 'goal' && !(dated && found.join() === wanted.join()), 'a goal');
      expect(found).toEqual(wanted);
      expect(dated, JSON.stringify(article.published)).toBe(true);
    },
  );

  test('the tables of what is expected name every report', () => {
    const names = new Set([...coded.keys()]);
    expect(new Set(table('reports.tsv').map(({ cells }) => cells.report))).toEqual(names);
    expect(new Set(table('acts.tsv').map(({ cells }) => cells.report))).toEqual(names);
  });
});

function within(day: string, when: { earliest: string | null; latest: string | null } | null): boolean {
  return when !== null && (when.earliest ?? '') <= day && day <= (when.latest ?? '9999');
}

describe('acts of the examples', () => {
  test.for(table('acts.tsv').map(({ cells }) => [cells.report, cells.act, cells.state] as [string, string, string]))(
    '%s: %s',
    ([report, act, state], { skip }) => {
      const [told, wanted] = act.startsWith('no ') ? [act.slice(3), false] : [act, true];
      const found = reportOf(report).acts.some((candidate) => fits(told, candidate));
      skip(state === 'goal' && found !== wanted, 'a goal');
      expect(found, reportOf(report).acts.map(written).join('\n')).toBe(wanted);
    },
  );
});

describe('events of the examples', () => {
  test.for(table('events.tsv').map(({ cells }) => [cells.act, cells.reports, cells.state] as [string, string, string]))(
    '%s is one event of %s',
    ([act, reports, state], { skip }) => {
      const paths = reports.split('; ').map((name) => reportOf(name).report.path);
      const fitting = events.filter((event) => fits(act, event));
      const merged = fitting.some((event) => paths.every((path) => event.reports.includes(path)));
      skip(state === 'goal' && !merged, 'a goal');
      expect(merged, fitting.map((event) => `${written(event)}: ${event.reports.join(', ')}`).join('\n')).toBe(true);
    },
  );

  test('some events are told by several reports, in two languages, from several origins, by two sides', () => {
    const several = events.filter(
      ({ reports, languages, origins }) => reports.length > 1 && languages.length > 1 && origins > 1,
    );
    expect(several.length).toBeGreaterThanOrEqual(5);
    expect(several.some(({ readouts }) => readouts.filter(({ side }) => side !== null).length > 1)).toBe(true);
  });

  test('reports that credit one source count as one origin', () => {
    const sources = ['2023-03-10-saudi-iran-beijing.en.txt', '2023-03-11-iran-a-rap-xe-ut.vi.txt'];
    const paths = sources.map((name) => reportOf(name).report.path);
    const shared = events.filter(({ reports }) => paths.every((path) => reports.includes(path)));
    expect(shared.map(({ originNames }) => originNames)).toContainEqual(['Xinhua']);
  });
});

type Deed = Pick<Act, 'type' | 'from' | 'to' | 'status' | 'mode' | 'subtype'> & {
  when: { earliest: string | null; latest: string | null } | null;
};

function written({ type, from, to, status, mode, subtype, when }: Deed): string {
  const days = when && (when.earliest === when.latest ? when.earliest : `${when.earliest ?? ''}..${when.latest ?? ''}`);
  return [type, `${from.join('+')}>${to.join('+')}`, status, mode ?? subtype ?? '-', days].filter(Boolean).join(' ');
}

/**
 * Whether an act is the one written as `TYPE A>B status mode-or-subtype day`; `A=B` where the direction says nothing.
 * `-` and `*` stand for any. A party to talks may have others beside it.
 */
function fits(wanted: string, act: Deed): boolean {
  const [type, parties, status, mode, day] = wanted.split(' ') as [string, string, string, string?, string?];
  return (
    act.type === type &&
    (status === '*' || act.status === status) &&
    (mode === undefined || mode === '-' || act.mode === mode || act.subtype === mode) &&
    (parties.includes('=') ? partake(parties, act) : direct(parties, act)) &&
    (day === undefined || onDay(day, act.when))
  );
}

function partake(parties: string, { from, to }: Deed): boolean {
  return parties.split(/[=+]/).every((party) => from.includes(party) || to.includes(party));
}

function direct(parties: string, { from, to }: Deed): boolean {
  const [a, b] = parties.split('>').map((side) => side.split('+')) as [string[], string[]];
  return a.every((party) => from.includes(party)) && b.every((party) => to.includes(party));
}

/** A day, a month, or a span that holds the act's days. */
function onDay(day: string, when: Deed['when']): boolean {
  if (!when?.earliest || !when.latest) return false;
  const [first, last] = day.includes('..') ? (day.split('..') as [string, string]) : [day, `${day}\uffff`];
  return when.earliest >= first && when.latest <= last;
}
