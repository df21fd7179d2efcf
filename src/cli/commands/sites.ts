import type { Site, Store } from '../../store/store.ts';
import { type AddCommand, command, withDatabase, withJson } from '../command.ts';
import { type CodingFlags, codeOptions, withCoding } from '../input.ts';
import type { Output } from '../output.ts';
import { notFound, withRecord } from '../record.ts';
import { rereadStale } from '../reread.ts';
import { UsageError } from '../status.ts';

interface SitesFlags extends CodingFlags {
  db: string;
  json?: boolean;
  off?: boolean;
  on?: boolean;
}

/** `readout sites`: what the pages of each site repeat, and whether it is used. */
export const addSites: AddCommand = (program, output) => {
  const made = command(program, 'sites', 'show what the pages of each site repeat, and stop or go on leaving it out', [
    ['readout sites', 'the sites of the record, and how much each repeats'],
    ['readout sites news.example', 'the lines that its pages repeat, and on how many'],
    ['readout sites news.example --off', 'reads its reports again with these lines in'],
    ['readout sites --json > sites.jsonl', 'for readout code --sites sites.jsonl'],
  ]);
  withCoding(withJson(withDatabase(made.argument('[site]', 'a host, or the id of an outlet'))))
    .option('--off', 'use the profile of the site no more; its reports are read again without it')
    .option('--on', 'use it again');
  made.action(async (site: string | undefined, flags: SitesFlags) => {
    if (flags.off && flags.on) throw new UsageError('--off and --on: say one of them');
    if (site === undefined && (flags.off || flags.on)) throw new UsageError('say which site: readout sites SITE --off');
    await withRecord(flags.db, async (store) => {
      if (site !== undefined && (flags.off || flags.on)) await turn(store, site, flags, output);
      else if (site === undefined) await list(store, flags, output);
      else await show(store, site, flags, output);
    });
  });
};

async function turn(store: Store, site: string, flags: SitesFlags, output: Output): Promise<void> {
  const { threads, options } = codeOptions(flags);
  if (!store.sites.use(site, flags.on === true)) throw notFound('site', site);
  const reread = await rereadStale(store, threads, options, output);
  const events = store.resolve();
  output.progress('');
  const used = flags.on === true;
  await output.line(
    flags.json
      ? JSON.stringify({ site, used, reread, events })
      : `${site}: what its pages repeat is ${used ? 'left out' : 'read'} from now on; ${reread} reports read again.`,
  );
}

async function list(store: Store, { json }: SitesFlags, output: Output): Promise<void> {
  for (const site of store.sites.list()) {
    const profile = json ? store.sites.profile(site.site) : null;
    await output.line(profile ? JSON.stringify({ ...site, ...profile }) : inWords(site));
  }
}

function inWords({ site, reports, pages, lines, changed, used }: Site): string {
  const said = `${site}  ${reports} reports (${pages} pages), ${lines} lines repeated, ${changed} reports read otherwise`;
  return used ? said : `${said}; not used`;
}

async function show(store: Store, site: string, { json }: SitesFlags, output: Output): Promise<void> {
  const profile = store.sites.profile(site);
  if (!profile) throw notFound('site', site);
  if (json) return output.line(JSON.stringify(profile));
  const known = store.sites.list().find((one) => one.site === site);
  if (known) await output.line(output.strong(inWords(known)));
  const lines = Object.entries(profile.lines).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  for (const [form, pages] of lines) await output.line(`${String(pages).padStart(6)}  ${form}`);
}
