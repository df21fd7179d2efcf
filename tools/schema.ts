import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGenerator, type Schema } from 'ts-json-schema-generator';

/** The types of the record that programs read, each with its own schema file in `docs/schema/`. */
export const PUBLISHED_TYPES = {
  coded: ['coded.ts', 'CodedLine'],
  event: ['event.ts', 'ReadoutEvent'],
  story: ['story.ts', 'Story'],
  track: ['track.ts', 'Track'],
  relation: ['relation.ts', 'Relation'],
} as const;

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** JSON Schema of one type of `src/model`, generated from the TypeScript: the types are the one source. */
export function schemaOf(name: keyof typeof PUBLISHED_TYPES): Schema {
  const [file, type] = PUBLISHED_TYPES[name];
  return createGenerator({
    path: join(root, 'src', 'model', file),
    tsconfig: join(root, 'tsconfig.json'),
    type,
    skipTypeCheck: true,
    additionalProperties: true,
  }).createSchema(type);
}

export function schemaFile(name: keyof typeof PUBLISHED_TYPES): string {
  return join(root, 'docs', 'schema', `${name}.schema.json`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(join(root, 'docs', 'schema'), { recursive: true });
  for (const name of Object.keys(PUBLISHED_TYPES) as (keyof typeof PUBLISHED_TYPES)[])
    writeFileSync(schemaFile(name), `${JSON.stringify(schemaOf(name), null, 2)}\n`);
  console.log('schema: docs/schema/ is written');
}
