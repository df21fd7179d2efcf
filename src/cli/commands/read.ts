import { type AddCommand, command } from '../command.ts';
import { openInput, readSites, withSites } from '../input.ts';
import { STATUS, UsageError } from '../status.ts';

const FORMATS = ['text', 'markdown', 'json'] as const;

/** `readout read PATH…`: the article alone. */
export const addRead: AddCommand = (program, output) => {
  const made = command(program, 'read', 'print the article alone, without the page around it', [
    ['readout read page.html', 'the article as text'],
    ['readout read page.html --format markdown', 'as Markdown'],
    ['readout read page.html --trace', 'and why each block of the page was dropped'],
  ]);
  made
    .argument('[path...]', 'files, folders, or - for standard input')
    .option('--format <format>', FORMATS.join(', '), 'text')
    .option('--json', 'the same as --format json')
    .option('--trace', 'say on standard error why each block was dropped');
  withSites(made);
  made.action(async (paths: string[], flags: ReadFlags) => {
    const format = flags.json ? 'json' : FORMATS.find((known) => known === flags.format);
    if (!format) throw new UsageError(`--format ${flags.format}: the formats are ${FORMATS.join(', ')}`);
    const input = await openInput(paths);
    const profiles = await readSites(flags.sites);
    const [{ openWorld }, { read, siteLines }, { renderArticle, traceArticle }] = await Promise.all([
      import('../../world/index.ts'),
      import('../../read/index.ts'),
      import('../../read/render.ts'),
    ]);
    const world = openWorld();
    const sites = profiles && siteLines(profiles);
    for await (const raw of input) {
      if ('error' in raw) {
        output.note(`readout: skipped ${raw.report.path}: ${raw.error.message}`);
        process.exitCode = STATUS.skipped;
        continue;
      }
      const article = read(raw, world.pages, sites);
      await output.line(format === 'json' ? JSON.stringify(article) : renderArticle(article, format).trimEnd());
      if (flags.trace) output.note(traceArticle(article).trimEnd());
    }
  });
};

interface ReadFlags {
  format: string;
  json?: boolean;
  trace?: boolean;
  sites?: string;
}
