import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Coded } from '../src/model/index.ts';
import { codeReport } from '../src/pipeline.ts';
import { openReports } from '../src/read/index.ts';
import { type App, type AppOptions, openApp } from '../src/show/app.ts';
import { openStore, type Store } from '../src/store/store.ts';
import { openWorld, type World } from '../src/world/index.ts';

const EXAMPLES = fileURLToPath(new URL('../examples', import.meta.url));

/** Codes the bundled examples. */
export async function codedExamples(world: World): Promise<Coded[]> {
  const coded: Coded[] = [];
  for await (const raw of openReports([EXAMPLES], {}))
    if (!('error' in raw))
      coded.push(
        codeReport(world, { ...raw, report: { ...raw.report, path: raw.report.path.replace(EXAMPLES, 'examples') } }),
      );
  return coded;
}

/** A record of the bundled examples, or of other reports, in a folder. */
export async function recordOf(folder: string, reports?: readonly Coded[]): Promise<{ store: Store; world: World }> {
  const world = openWorld();
  const store = openStore(join(folder, 'record.db'), { now: () => '2026-01-01T00:00:00Z' });
  store.keep(reports ?? (await codedExamples(world)));
  store.resolve();
  return { store, world };
}

/** What a request gave. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  json<T>(): T;
}

/** Asks an app as a browser on this machine would. */
export function asker(store: Store, world: World, options: Partial<AppOptions> = {}) {
  const app: App = openApp({
    store,
    world,
    version: '0.0.0',
    onError: (error) => {
      throw error;
    },
    ...options,
  });
  return async (path: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Answer> => {
    const headers = { host: 'localhost:7373', ...init.headers };
    const response = await app.fetch(new Request(`http://localhost:7373${path}`, { ...init, headers }));
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: <T>() => JSON.parse(text) as T };
  };
}
