import type { Article, Coded } from '../model/index.ts';
import type { Stale, Store } from '../store/store.ts';
import type { CodeOptions, ReadReport } from './coder.ts';
import type { Output } from './output.ts';

/** Reports looked at in one go. */
const REPORTS_A_STEP = 256;

/**
 * Learns what sites repeat from the reports that came, and reads again those kept reports that this changes, so that the
 * record is the same whatever came first. To be resolved afterwards.
 * @returns how many reports read otherwise than they were kept
 */
export async function rereadSites(
  store: Store,
  threads: number | undefined,
  options: CodeOptions,
  output: Output,
): Promise<number> {
  store.sites.learn();
  return rereadStale(store, threads, options, output);
}

/** Reads again what is marked for it. */
export async function rereadStale(
  store: Store,
  threads: number | undefined,
  options: CodeOptions,
  output: Output,
): Promise<number> {
  let done = 0;
  let readStale: ((stale: Stale) => Article) | null = null;
  for (;;) {
    const waiting = store.sites.stale(REPORTS_A_STEP);
    if (waiting.length === 0) return done;
    readStale ??= await staleReader(options);
    const changed = waiting.map((stale) => ({ stale, article: readStale?.(stale) as Article })).filter(reads);
    await recode(store, changed, threads, options);
    for (const { report } of waiting) store.sites.settle(report.id);
    done += changed.length;
    output.progress(`read ${done} reports again`);
  }
}

async function staleReader({ knowledge, languages, shared }: CodeOptions): Promise<(stale: Stale) => Article> {
  const [{ openWorld }, { readAgain }] = await Promise.all([import('../world/index.ts'), import('../read/index.ts')]);
  const { pages } = openWorld({ knowledge, languages, shared });
  return ({ report, given, article, site, lines }) =>
    readAgain({ report, ...given }, article, pages, new Map([[site, lines]]));
}

interface Reread {
  stale: Stale;
  article: Article;
}

/** Whether a report reads otherwise than it is kept. */
function reads({ stale, article }: Reread): boolean {
  return JSON.stringify(article) !== JSON.stringify(stale.kept);
}

async function recode(
  store: Store,
  changed: readonly Reread[],
  threads: number | undefined,
  options: CodeOptions,
): Promise<void> {
  if (changed.length === 0) return;
  const { codeLines } = await import('./pool.ts');
  const readings: { coded: Coded; alone: Article | null }[] = [];
  for await (const line of codeLines(tasks(changed), threads, options)) {
    const { stale, article } = changed[readings.length] as Reread;
    readings.push({ coded: JSON.parse(line) as Coded, alone: article === stale.article ? null : stale.article });
  }
  store.replace(readings);
}

async function* tasks(changed: readonly Reread[]): AsyncGenerator<ReadReport> {
  for (const { stale, article } of changed) yield { report: stale.report, article };
}
