import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The parts of the corpus: one to look at while the code is written, and two that only measure, of which the last lists no misses. */
export const HALVES = ['dev', 'held', 'blind'] as const;
export type Half = (typeof HALVES)[number];

/** Where the stories lie. */
export const CORPUS = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'test', 'fixtures', 'lineage');

/** Words of two reports that say different things; null where one of them has none. */
export interface PlantedDifference {
  kind: string;
  from: string | null;
  to: string | null;
  note: string;
}

export interface TruthEdge {
  /** A file of the story, or an outlet whose text is not at hand. */
  from: string;
  to: string;
  kind: 'copy' | 'excerpt' | 'translation' | 'rewrite';
  differences: PlantedDifference[];
}

/** What `truth.json` says of a story; its README has the meaning of the fields. */
export interface Truth {
  story: string;
  about: string;
  /** Files that are an outlet's own page, with that outlet. */
  own: Record<string, string>;
  edges: TruthEdge[];
  siblingDifferences: { between: [string, string]; differences: PlantedDifference[] }[];
  independent: string[];
  notDifferences: { from: string; to: string; reports: [string, string] }[];
}

/** A story of the corpus: its reports' file names and texts as they stand on disk, and its truth. */
export interface TrueStory {
  folder: string;
  files: Map<string, string>;
  truth: Truth;
}

/** The stories of one part, in the order of their names. */
export function storiesOf(half: Half): TrueStory[] {
  return readdirSync(join(CORPUS, half))
    .sort()
    .map((name) => {
      const folder = join(CORPUS, half, name);
      const reports = readdirSync(folder).filter((file) => file.endsWith('.txt'));
      return {
        folder,
        files: new Map(reports.sort().map((file) => [file, readFileSync(join(folder, file), 'utf8')])),
        truth: JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Truth,
      };
    });
}

/** The language that a report's file name says it is in. */
export function languageOf(file: string): string {
  return file.split('.').at(-2) ?? 'und';
}
