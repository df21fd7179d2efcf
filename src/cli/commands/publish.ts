import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AddCommand, command, withDatabase } from '../command.ts';
import type { Output } from '../output.ts';
import { withRecord } from '../record.ts';
import { UsageError } from '../status.ts';

/** Lists the files of a published site, so that the next publication can take away what is no more. */
const LIST = 'readout-site.txt';

interface PublishFlags {
  db: string;
  lang: string;
  base?: string;
}

/** `readout publish DIR`: the pages as a site of files. */
export const addPublish: AddCommand = (program, output) => {
  const made = command(program, 'publish', 'write the pages as a site of files, with search that runs in the browser', [
    ['readout publish site/', 'open site/index.html, or put the folder on any web server'],
    ['readout publish site-vi/ --lang vi', 'the same in Vietnamese'],
  ]);
  withDatabase(made.argument('<dir>', 'a new folder, an empty one, or one that was published before'))
    .option('--lang <code>', 'language of the interface: en, vi, ru, tr or zh', 'en')
    .option('--base <url>', 'where it will be served: links in feeds and calendars begin with it');
  made.action(async (folder: string, flags: PublishFlags) => publish(folder, flags, output));
};

async function publish(folder: string, flags: PublishFlags, output: Output): Promise<void> {
  const earlier = earlierFiles(folder);
  const [{ publishSite }, { LOCALES }, { openWorld }, { packageVersion }] = await Promise.all([
    import('../../show/publish/site.ts'),
    import('../../show/catalogue.ts'),
    import('../../world/index.ts'),
    import('../packageVersion.ts'),
  ]);
  const locale = LOCALES.find((one) => one === flags.lang);
  if (!locale) throw new UsageError(`--lang ${flags.lang}: the languages are ${LOCALES.join(', ')}`);
  const { files, bytes } = await withRecord(flags.db, (store) =>
    publishSite(folder, {
      store,
      world: openWorld({ knowledge: store.ownKnowledge() }),
      version: packageVersion(),
      locale,
      base: (flags.base ?? '').replace(/\/+$/, ''),
      progress: (done, known) => output.progress(`wrote ${done} of ${known} pages`),
    }),
  );
  output.progress('');
  const kept = new Set(files);
  for (const file of earlier) if (!kept.has(file)) rmSync(join(folder, file), { force: true });
  writeFileSync(join(folder, LIST), `${files.join('\n')}\n`);
  await output.line(`${folder}: ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB`);
}

/** The files of the publication before this. @throws UsageError for a folder with files that are not ours */
function earlierFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  if (existsSync(join(folder, LIST)))
    return readFileSync(join(folder, LIST), 'utf8')
      .split('\n')
      .filter((file) => file !== '' && !file.split('/').includes('..'));
  if (readdirSync(folder).length > 0)
    throw new UsageError(`${folder}: has files that readout publish did not write; name a new folder`);
  return [];
}
