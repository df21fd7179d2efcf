import type { Lineage } from './index.ts';
import type { Told } from './passages.ts';
import { sourcesOf } from './sources.ts';

/** What a report's story goes back to: an outlet whose text is not at hand, or a report that has it from nobody. */
export interface Root {
  /** The id of the report; null for an outlet. */
  report: string | null;
  name: string;
}

/** The roots of each report, by its id, that was made from another or from an outlet's text, and of those that are such a text. */
export function rootsIn({ descents, outlets }: Lineage): Map<string, Root[]> {
  const sources = new Map<Told, (Told | string)[]>();
  const add = (target: Told, source: Told | string): void => {
    sources.set(target, [...(sources.get(target) ?? []), source]);
  };
  for (const { source, target } of descents) add(target, source);
  for (const { outlet, target } of outlets) add(target, outlet);
  const rootsOf = (told: Told): Root[] =>
    (sources.get(told) ?? []).flatMap((source): Root[] => {
      if (typeof source === 'string') return [{ report: null, name: source }];
      return sources.has(source) ? rootsOf(source) : [rootAt(source)];
    });
  const roots = new Map([...sources.keys()].map((told) => [told.report.id, each(rootsOf(told))]));
  for (const source of [...sources.values()].flat())
    if (typeof source !== 'string' && !sources.has(source)) {
      const root = rootAt(source);
      if (root.report === null) roots.set(source.report.id, [root]);
    }
  return roots;
}

/** A text that bears an agency's mark goes back to the agency. */
function rootAt({ report }: Told): Root {
  const mark = sourcesOf(report).find(({ dateline, publisher }) => dateline || publisher);
  if (mark && !report.coded.article.outlet) return { report: null, name: mark.outlet };
  return { report: report.id, name: report.coded.article.outlet?.name ?? report.name };
}

function each(roots: readonly Root[]): Root[] {
  const byName = new Map(roots.map((root) => [root.report ?? root.name, root]));
  return [...byName.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, root]) => root);
}
