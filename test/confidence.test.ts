import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadConfidence } from '../src/world/confidence.ts';
import { fitLogistic, type Judged } from '../tools/logistic.ts';
import { testWorld } from './world-of-tests.ts';

function judged(type: string, fit: number, right: boolean): Judged {
  return { document: 'd', language: 'en', type, fit, found: right, right };
}

describe('confidence', () => {
  test('a fuller frame and a surer kind of act give more, never certainty', () => {
    const { confidence } = testWorld();
    expect(confidence.of('CONSULT', 1)).toBeGreaterThan(confidence.of('CONSULT', 0.2));
    expect(confidence.of('CONSULT', 1)).toBeGreaterThan(confidence.of('THREATEN', 1));
    expect(confidence.of('CONSULT', 100)).toBe(0.99);
  });

  test('a table without the weight of the fit, or with a weight that is no number, is refused', () => {
    const folder = mkdtempSync(join(tmpdir(), 'confidence-'));
    const write = (rows: string) => writeFileSync(join(folder, 'confidence.tsv'), `what\tweight\n${rows}\n`);
    write('CONSULT\t0.5');
    expect(() => loadConfidence(folder)).toThrow('the row "fit" is missing');
    write('fit\tmuch');
    expect(() => loadConfidence(folder)).toThrow('the weight "much" is no number');
  });

  test('fitting finds which kind is right more often, and draws a rare one to the others', () => {
    const often = [...Array(80)].map((_, at) => judged('CONSULT', 0.8, at % 10 !== 0));
    const seldom = [...Array(80)].map((_, at) => judged('THREATEN', 0.8, at % 2 === 0));
    const once = judged('RETREAT', 0.8, false);
    const model = fitLogistic([...often, ...seldom, once]);
    expect(model.of(judged('CONSULT', 0.8, true))).toBeCloseTo(0.88, 1);
    expect(model.of(judged('THREATEN', 0.8, true))).toBeCloseTo(0.52, 1);
    expect(model.of(once)).toBeGreaterThan(0.4);
  });
});
