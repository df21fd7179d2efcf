import { beforeAll, describe, expect, test } from 'vitest';
import type { Act, Block, Coded } from '../../src/model/index.ts';
import { codeReport } from '../../src/pipeline.ts';
import { testWorld } from '../world-of-tests.ts';
import { fixed } from './fixed.ts';
import { fuzzCode, fuzzRead, warmUp } from './index.ts';
import { checkLine, readBytes, textReport } from './oracle.ts';

// What `npm run fuzz` does for as long as it is asked to, here for a moment and always alike.
beforeAll(warmUp, 120_000);

describe('inputs that are known to hurt', () => {
  // Those of many megabytes are for `npm run fuzz`.
  const small = Object.keys(fixed).filter((name) => !name.includes('MB'));
  test.each(small)('%s', async (name) => void (await readBytes(fixed[name]?.() ?? Buffer.alloc(0))));
});

const moment = { seed: 7, runs: 25, milliseconds: 30_000 };

test.each([
  ['mutated containers are read', fuzzRead],
  ['mutated texts are coded', fuzzCode],
])('%s', async (_, fuzz) => {
  const { runs, failure } = await fuzz(moment);
  expect(failure).toBeNull();
  expect(runs).toBeGreaterThan(0);
});

describe('the oracle sees what is wrong', () => {
  const text = 'Turkish President Erdogan met Russian President Putin in Sochi on 4 September 2023.';
  const good = (): Coded => codeReport(testWorld(), textReport(text));
  const first = ({ acts: [act] }: Coded): Act => act as Act;
  const cases: [string, (line: Coded) => void, RegExp][] = [
    ['a span outside the text', (line) => Object.assign(first(line).evidence, { end: 1_000_000 }), /evidence of/],
    ['a block in a block', ({ article: { blocks } }) => blocks.push(blocks[0] as Block), /begins before/],
    [
      'a time that ends before it begins',
      (line) => Object.assign(first(line).when ?? {}, { latest: '1999-01-01' }),
      /ends before it begins/,
    ],
    ['a field that is not there', (line) => Object.assign(first(line), { type: undefined }), /does not fit the schema/],
    ['two acts of one id', ({ acts }) => acts.push(acts[0] as Act), /two acts/],
  ];

  test.each(cases)('%s', (_, spoil, message) => {
    const line = good();
    expect(() => checkLine(line)).not.toThrow();
    spoil(line);
    expect(() => checkLine(line)).toThrow(message);
  });
});
