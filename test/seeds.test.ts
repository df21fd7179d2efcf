import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Coded } from '../src/model/index.ts';
import { codeReport } from '../src/pipeline.ts';
import { openReports } from '../src/read/index.ts';
import { resolve } from '../src/resolve/index.ts';
import { openWorld } from '../src/world/index.ts';

const seeds = join(import.meta.dirname, '..', '..', 'shared', 'seeds');
const present = existsSync(seeds);

test('the seed pages are there when they are asked for', () => {
  if (process.env.READOUT_SHARED === '1') expect(present, `${seeds} is missing`).toBe(true);
});

describe.skipIf(!present)('the five seed pages (skipped where ../shared is not checked out)', () => {
  test('two pages in two languages tell one call, which both took from RT', async () => {
    const world = openWorld();
    const coded: Coded[] = [];
    for await (const raw of openReports([seeds], {})) if (!('error' in raw)) coded.push(codeReport(world, raw));
    const { events } = resolve(coded);
    const calls = events.filter(
      (event) =>
        event.type === 'CONSULT' && event.when?.earliest === '2024-11-24' && event.when.latest === '2024-11-24',
    );
    expect(calls).toHaveLength(1);
    const [call] = calls;
    expect([...(call?.from ?? []), ...(call?.to ?? [])].sort()).toEqual(['RUS', 'TUR']);
    expect(call?.mode).toBe('phone');
    expect(call?.reports).toHaveLength(2);
    expect(call?.languages.toSorted()).toEqual(['en', 'vi']);
    expect(call?.originNames).toEqual(['RT']);
    const sides = call?.readouts.map((readout) => readout.side);
    expect(sides).toContain('RUS');
    expect(sides).toContain('TUR');
    expect(call?.people.map((person) => person.name).sort()).toEqual(['Recep Tayyip Erdoğan', 'Vladimir Putin']);
  });

  test('what the two retellings of RT differ in, and who took it from whom', async () => {
    const world = openWorld();
    const coded: Coded[] = [];
    for await (const raw of openReports([seeds], {})) if (!('error' in raw)) coded.push(codeReport(world, raw));
    const story = resolve(coded).stories.find(({ reports }) => reports.length > 1);
    const name = (path: string | undefined) => basename(path ?? '').slice(0, 3);
    expect(story?.lineage.map(({ from, source, to, kind }) => [from, source, name(to), kind])).toEqual([
      ['RT', 'outlet', '000', 'translation'],
      ['RT', 'outlet', '002', 'rewrite'],
    ]);
    const told = story?.differences.map(({ kind, from, to }) => ({ kind, words: `${from.text}\n${to.text}` })) ?? [];
    const words = told.map((one) => one.words).join('\n');
    expect(words).toContain('to kill Russians');
    expect(told.find((one) => one.words.includes('refers to items'))?.kind).toBe('claim-added');
    const bent = told.find(({ kind }) => kind === 'mistranslation');
    expect(bent?.words).toContain('đối tác nhập khẩu có giá trị nhất');
    expect(bent?.words).toContain('most significant trading partner');
    expect(words).not.toContain('since last year');
    expect(words).not.toContain('năm 2023');
  });
});
