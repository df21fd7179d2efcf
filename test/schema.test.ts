import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { codeReport } from '../src/pipeline.ts';
import { openReports } from '../src/read/index.ts';
import { resolve } from '../src/resolve/index.ts';
import { PUBLISHED_TYPES, schemaFile, schemaOf } from '../tools/schema.ts';
import { testWorld } from './world-of-tests.ts';

const names = Object.keys(PUBLISHED_TYPES) as (keyof typeof PUBLISHED_TYPES)[];

describe('JSON Schema of the record', () => {
  test.each(names)('docs/schema/%s.schema.json is what the types say (npm run schema)', (name) => {
    expect(JSON.parse(readFileSync(schemaFile(name), 'utf8'))).toEqual(JSON.parse(JSON.stringify(schemaOf(name))));
  });

  test('every line that the examples give is valid, and so are the events', async () => {
    const ajv = new Ajv({ allowUnionTypes: true, strict: false });
    const [coded, event] = (['coded', 'event'] as const).map((name) =>
      ajv.compile(JSON.parse(readFileSync(schemaFile(name), 'utf8'))),
    );
    const lines = [];
    for await (const raw of openReports(['examples'], {}))
      lines.push('error' in raw ? raw : codeReport(testWorld(), raw));
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) expect(coded?.(line) || coded?.errors).toBe(true);
    const reports = lines.flatMap((line) => ('error' in line ? [] : [line]));
    for (const one of resolve(reports).events) expect(event?.(one) || event?.errors).toBe(true);
  });
});
