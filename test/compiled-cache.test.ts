import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { codeReport } from '../src/pipeline.ts';
import { decodeParts, encodeParts, isWhole } from '../src/world/flat-file.ts';
import { DataError, openWorld, type World, type WorldOptions } from '../src/world/index.ts';

const TEXTS = [
  'Turkish Foreign Minister Hakan Fidan spoke with Russian Foreign Minister Sergey Lavrov by phone on 17 July 2023.',
  'Dışişleri Bakanı Hakan Fidan, 17 Temmuz 2023’te Rusya Dışişleri Bakanı Sergey Lavrov ile telefonda görüştü.',
];
const OWN = 'Zubrowka’s foreign minister met with French President Emmanuel Macron in Paris on 3 May 2024.';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'readout-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function lineOf(world: World, text: string): string {
  const report = { id: '0000000000000000', path: 'test', url: null, bytes: text.length };
  return JSON.stringify(codeReport(world, { report, kind: 'text', content: text, hints: {} }));
}

function linesWith(options: WorldOptions): string[] {
  const world = openWorld({ languages: ['en'], ...options });
  return [...TEXTS, OWN].map((text) => lineOf(world, text));
}

const kept = (): string[] => readdirSync(folder).sort();
const namesKept = (): string[] => kept().map((name) => name.slice(0, name.indexOf('-')));

/** A user's own state. */
function ownKnowledge(name: string): string {
  const own = join(folder, 'own');
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, 'states.tsv'), `# source: a film\nid\ten\nZUB\t${name}\n`);
  return own;
}

describe('compiled tables that are kept', () => {
  test('give what compiling afresh gives', () => {
    const languages = ['en', 'tr'];
    const fresh = linesWith({ languages, cache: null });
    expect(fresh[0]).toContain('"from":["TUR"]');
    expect(fresh[1]).toContain('"from":["TUR"]');
    for (let round = 0; round < 2; round++) {
      expect(linesWith({ languages, cache: folder })).toEqual(fresh);
      expect(namesKept()).toEqual(['en', 'knowledge', 'tr']);
    }
  });

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    [
      'with one byte changed',
      (bytes: Buffer) => bytes.fill(bytes.at(-99) === 7 ? 8 : 7, bytes.length - 99, bytes.length - 98),
    ],
  ])('are compiled anew when %s', (_, damage) => {
    const fresh = linesWith({ cache: folder });
    const whole = kept().map((name) => readFileSync(join(folder, name)));
    for (const [index, name] of kept().entries())
      writeFileSync(join(folder, name), damage(Buffer.from(whole[index] as Buffer)));
    expect(linesWith({ cache: folder })).toEqual(fresh);
    expect(
      kept().map((name) => readFileSync(join(folder, name)).equals(whole[kept().indexOf(name)] as Buffer)),
    ).toEqual(kept().map(() => true));
  });

  test('never stand for other tables', () => {
    const cache = join(folder, 'cache');
    const builtIn = linesWith({ cache });
    expect(builtIn[2]).not.toContain('"ZUB"');
    const knowledge = [ownKnowledge('Zubrowka')];
    expect(linesWith({ cache, knowledge })[2]).toContain('"ZUB"');
    expect(linesWith({ cache, knowledge })[2]).toContain('"ZUB"');
    ownKnowledge('Lutz');
    expect(linesWith({ cache, knowledge })[2]).not.toContain('"ZUB"');
    expect(linesWith({ cache })).toEqual(builtIn);
  });

  test('leave the errors of a table as they are', () => {
    const own = ownKnowledge('Zubrowka');
    writeFileSync(join(own, 'initiatives.tsv'), 'id\ten\tspan\nx\tX\tsoon\n');
    for (let round = 0; round < 2; round++)
      expect(() => openWorld({ cache: join(folder, 'cache'), knowledge: [own] })).toThrow(DataError);
  });

  test('are not missed where they cannot be written', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(linesWith({ cache: file })).toEqual(linesWith({ cache: null }));
  });
});

test('parts come out of a file as they went in', () => {
  const parts = {
    arrays: {
      small: Uint8Array.of(1, 2, 3),
      wide: Uint16Array.of(65535),
      long: Int32Array.of(-1, 2 ** 31 - 1),
      none: new Int32Array(),
    },
    data: { text: 'Türkiye, 中国', list: [1, null] },
  };
  const file = encodeParts(parts);
  expect(isWhole(file)).toBe(true);
  expect(decodeParts(file)).toEqual(parts);
});
