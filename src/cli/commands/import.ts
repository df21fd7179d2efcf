import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Imported } from '../../check/import/wikidata.ts';
import { type AddCommand, command, withJson } from '../command.ts';
import { UsageError } from '../status.ts';

interface ImportFlags {
  to: string;
  all?: boolean;
  force?: boolean;
  json?: boolean;
}

/** `readout import RESULT`: makes tables of a Wikidata query result. */
export const addImport: AddCommand = (program, output) => {
  const made = command(program, 'import', 'make knowledge tables of your own from a Wikidata query result', [
    ['readout import ministers.json --to mine/', 'writes mine/people/wikidata.tsv'],
    ['readout check mine/', 'tells what should be mended in it'],
    ['readout code --knowledge mine/ page.html', 'codes with it'],
  ]);
  made
    .argument('<result>', 'the answer of the query, saved as JSON')
    .requiredOption('--to <dir>', 'the folder of tables to write into; it is made when it is not there')
    .option('--all', 'write also what the built-in tables have already; such rows take their place')
    .option('--force', 'write over a table that is there');
  withJson(made, 'what was written and what was left out as one JSON object');
  made.action(async (result: string, flags: ImportFlags) => {
    if (!existsSync(result)) throw new UsageError(`${result}: there is no such file`);
    const [{ importWikidata }, { ROOT }, { decoded }] = await Promise.all([
      import('../../check/import/wikidata.ts'),
      import('../../world/index.ts'),
      import('../../world/table.ts'),
    ]);
    const imported = importWikidata(ROOT, result, decoded(result, readFileSync(result)), flags.all);
    const file = join(flags.to, imported.name);
    if (imported.rows > 0) write(file, imported, flags.force ?? false);
    const { rows, left } = imported;
    if (flags.json) await output.line(JSON.stringify({ file: rows > 0 ? file : null, rows, left }));
    else for (const line of inWords(file, imported)) await output.line(line);
  });
};

function write(file: string, { text }: Imported, force: boolean): void {
  if (existsSync(file) && !force)
    throw new UsageError(`${file}: is there already; name another folder, or write over it with --force`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function inWords(file: string, { rows, left }: Imported): string[] {
  const lines = left.map(({ reason, times }) => `left out: ${reason}${times > 1 ? ` (${times} times)` : ''}`);
  return [...lines, rows > 0 ? `${file}: ${rows} rows` : 'nothing was left to write'];
}
