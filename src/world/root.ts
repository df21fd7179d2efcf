import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds `knowledge/` and `languages/` of the program. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
