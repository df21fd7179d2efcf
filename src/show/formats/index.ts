import { annotations } from './annotations.ts';
import { atom } from './atom.ts';
import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { ftm } from './ftm.ts';
import { gdelt } from './gdelt.ts';
import { graphml } from './graphml.ts';
import { icews } from './icews.ts';
import { ics } from './ics.ts';
import { jsonl } from './jsonl.ts';
import { jsonld } from './jsonld.ts';
import { parquet } from './parquet.ts';

export { type Format, type FormatContext, takenBy } from './format.ts';

/** Every format, in the order the docs list them. */
export const FORMATS: readonly Format[] = [
  csv,
  jsonl,
  parquet,
  icews,
  gdelt,
  jsonld,
  ics,
  atom,
  ftm,
  graphml,
  annotations,
];

/** The format of a name or a file's extension, with or without its dot. */
export function formatOf(extensionOrName: string): Format | undefined {
  const wanted = extensionOrName.replace(/^\./, '').toLowerCase();
  return FORMATS.find(({ name }) => name === wanted) ?? FORMATS.find(({ extension }) => extension === wanted);
}
