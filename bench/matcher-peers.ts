import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Counts the phrases of a dictionary in a text. */
export interface PhraseMatcher {
  count(text: string): number;
}

interface AhoCorasick {
  search(text: string): readonly unknown[];
}

/** The double-array matcher of modern-ahocorasick, installed in a folder: `npm i modern-ahocorasick`. */
export async function loadAhoCorasick(folder: string): Promise<(phrases: readonly string[]) => PhraseMatcher> {
  const from = createRequire(join(resolve(folder), 'package.json'));
  const load = async (name: string) =>
    ((await import(pathToFileURL(from.resolve(name)).href)) as { default: unknown }).default;
  const loaded = (await load('modern-ahocorasick/fast')) as { default?: unknown };
  const Matcher = (loaded.default ?? loaded) as new (phrases: readonly string[]) => AhoCorasick;
  return (phrases) => {
    const matcher = new Matcher(phrases);
    return { count: (text) => matcher.search(text).length };
  };
}
