import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openapi } from '../src/show/openapi.ts';
import type { Store } from '../src/store/store.ts';
import { asker, recordOf } from './show-record.ts';

interface Described {
  paths: Record<string, { get: { responses: { 200: { content: Record<string, { schema: object }> } } } }>;
  components: { schemas: Record<string, object> };
}

const folder = mkdtempSync(join(tmpdir(), 'readout-openapi-'));
const described = openapi('0.0.0') as unknown as Described;
let store!: Store;
let ask!: ReturnType<typeof asker>;

beforeAll(async () => {
  const record = await recordOf(folder);
  store = record.store;
  ask = asker(store, record.world);
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

/** An address of each described path, filled in from the record. */
function addresses(): Record<string, string> {
  const [event] = [...store.events()];
  const [story] = [...store.stories()];
  return {
    '/events.json': '/events.json?type=CONSULT&limit=5',
    '/events/{id}.json': `/events/${event?.id}.json`,
    '/reports/{id}.json': `/reports/${store.browse.reportIds()[0]}.json`,
    '/stories.json': '/stories.json?limit=3',
    '/stories/{id}.json': `/stories/${story?.id}.json`,
    '/relations.json': '/relations.json',
    '/relations/{a}/{b}.json': '/relations/RUS/TUR.json',
    '/actors/{code}.json': '/actors/TUR.json',
    '/tracks.json': '/tracks.json',
    '/tracks/{id}.json': `/tracks/${[...store.tracks()][0]?.id}.json`,
    '/search.json': '/search.json?q=tho+nhi+ky',
  };
}

describe('the description of the API', () => {
  test('is OpenAPI 3.1 to a validator that is not ours', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(openapi('0.0.0')));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  test('describes every address of JSON, and what it gives is as described', async () => {
    const json = Object.keys(described.paths).filter((path) => path.endsWith('.json'));
    expect(Object.keys(addresses()).sort()).toEqual(json.sort());
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'api', components: described.components });
    for (const [path, address] of Object.entries(addresses())) {
      const schema = described.paths[path]?.get.responses[200].content['application/json']?.schema;
      const check = ajv.compile(
        JSON.parse(JSON.stringify(schema).replaceAll('#/components', 'api#/components')) as object,
      );
      const answer = await ask(address);
      expect(answer.status, address).toBe(200);
      expect([check(answer.json()), check.errors], address).toEqual([true, null]);
    }
  });

  test('problems are as described', async () => {
    const ajv = new Ajv2020({ strict: false });
    const check = ajv.compile(described.components.schemas.Problem as object);
    expect(check((await ask('/events.json?limit=x')).json())).toBe(true);
  });
});
