import { type AddCommand, command } from '../command.ts';
import { type CodingFlags, codeOptions, openInput, readSites, withCoding, withSites } from '../input.ts';
import { STATUS } from '../status.ts';

/** `readout code`: reports in, one JSON object a line out. */
export const addCode: AddCommand = (program, output) => {
  const made = command(program, 'code', 'read and code reports: one JSON object a line', [
    ['readout code page.html', 'codes one page'],
    ['readout code news/ > coded.jsonl', 'codes a folder, in name order'],
    ['curl -s URL | readout code -', 'codes what comes in a pipe'],
  ]);
  withSites(withCoding(made.argument('[path...]', 'files, folders, or - for standard input')));
  made.action(async (paths: string[], flags: CodingFlags & { sites?: string }) => {
    const { threads, options } = codeOptions(flags);
    const sites = await readSites(flags.sites);
    const [{ codeLines }, { Tally }] = await Promise.all([import('../pool.ts'), import('../tally.ts')]);
    const tally = new Tally(output, 'coded');
    for await (const line of codeLines(await openInput(paths), threads, { ...options, sites })) {
      tally.count(line);
      await output.line(line);
    }
    tally.end();
    if (tally.skipped > 0) process.exitCode = STATUS.skipped;
  });
};
