import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Coded } from '../src/model/index.ts';
import { actKey } from '../src/resolve/actFacts.ts';
import { type BlockLine, blockLines, eventsIn, linksIn } from '../src/resolve/blockLines.ts';
import { connected } from '../src/resolve/connected.ts';
import { resolve, rootsAmong } from '../src/resolve/index.ts';
import { readout, rows } from './cli-run.ts';
import { type MadeAct, made } from './resolve-reports.ts';

/** What a cluster does between the steps: brings lines with the same key together. */
function shuffled(lines: readonly BlockLine[]): BlockLine[][] {
  const groups = new Map<string, BlockLine[]>();
  for (const line of lines) groups.set(line.block ?? '', [...(groups.get(line.block ?? '') ?? []), line]);
  return [...groups.values()];
}

/** Each report once for each of its components, as the last step of a cluster needs it. */
function byComponent(coded: Coded, componentOf: (key: string) => string): BlockLine[] {
  const only = new Map<string, string[]>();
  for (const { id } of coded.acts) {
    const block = componentOf(actKey(coded.report.id, id));
    only.set(block, [...(only.get(block) ?? []), id]);
  }
  return [...only].map(([block, ids]) => ({ ...coded, block, only: ids }));
}

describe('block by block, as a cluster resolves', () => {
  const party = fc.constantFrom('SWE', 'KEN', 'UGA', 'KEN+UGA', 'NOR+SWE');
  const act = fc.record({
    act: fc.tuple(fc.constantFrom('CONSULT', 'ACCUSE'), party, party).map(([type, a, b]) => `${type} ${a}>${b}`),
    mode: fc.constantFrom(null, 'phone', 'multilateral') as fc.Arbitrary<MadeAct['mode']>,
    when: fc.constantFrom(undefined, '2024-05-09', '2024-05-01..2024-05-31', '2024'),
    people: fc.constantFrom<string[]>([], ['Nur Alam'], ['Nur Alam', 'Pia Berg']),
  });
  const anyReports = fc
    .array(fc.array(act, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 8 })
    .map((all) => all.map((tells, index) => made({ path: `report-${index + 1}.txt`, published: '2024-05-10', tells })));

  test('gives the events that resolving everything at once gives', () => {
    fc.assert(
      fc.property(anyReports, (all) => {
        const blocks = shuffled(all.flatMap((coded) => [...blockLines(coded)]));
        const links = blocks.flatMap((group) => [...linksIn(group)]);
        const componentOf = connected(links.map(({ a, b }) => [a, b]));
        const roots = rootsAmong(all);
        const lines = all.flatMap((coded) => byComponent(coded, componentOf));
        const groups = shuffled(lines.map((line) => ({ ...line, roots: roots(line.report.id) })));
        const events = groups.flatMap(eventsIn).map((event) => JSON.stringify(event));
        expect(events.sort()).toEqual(
          resolve(all)
            .events.map((event) => JSON.stringify(event))
            .sort(),
        );
      }),
      { numRuns: 80 },
    );
  });
});

describe('readout resolve', () => {
  const call: MadeAct = { act: 'CONSULT SWE>KEN', mode: 'phone', when: '2024-05-09', people: ['Nur Alam', 'Pia Berg'] };
  const reports = ['one.txt', 'two.txt'].map((path) => made({ path, published: '2024-05-10', tells: [call] }));
  const input = (lines: readonly object[]) => ({ input: lines.map((line) => `${JSON.stringify(line)}\n`).join('') });

  test('resolves each run of lines with one key by itself', async () => {
    const apart = await readout(
      ['resolve', '-'],
      input(reports.map((coded, index) => ({ ...coded, block: `b${index}` }))),
    );
    expect(rows<{ reports: string[] }>(apart).map((event) => event.reports)).toEqual([['one.txt'], ['two.txt']]);
    const together = await readout(['resolve', '-'], input(reports.map((coded) => ({ ...coded, block: 'b' }))));
    expect(rows<{ reports: string[] }>(together).map((event) => event.reports)).toEqual([['one.txt', 'two.txt']]);
  });

  test('prints blocks with the key first, and links by the keys of acts', async () => {
    const { out } = await readout(['resolve', '-', '--blocks'], input(reports));
    expect(out).toMatch(/^\{"block":"MEETING KEN SWE","only":\["a1"\],"report"/);
    const links = await readout(['resolve', '-', '--links'], { input: out });
    expect(rows<{ score: number }>(links)).toEqual([
      { a: expect.stringMatching(/^[0-9a-f]{16}:a1$/), b: expect.stringMatching(/:a1$/), score: expect.any(Number) },
    ]);
  });
});
