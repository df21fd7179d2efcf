import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ActStatus, ActType, Coded } from '../../src/model/index.ts';
import { codeReport } from '../../src/pipeline.ts';
import { openReports } from '../../src/read/index.ts';
import type { World } from '../../src/world/index.ts';
import { jsonLines } from '../json-lines.ts';

/** Articles written for the project, one folder a language, and beside each folder a file of what a reader marked in them. */
export const ARTICLES = join(import.meta.dirname, '..', '..', 'test', 'fixtures', 'articles');
export const LANGUAGES = ['en', 'vi', 'ru', 'tr', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/** An act as a reader marked it. Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export interface MarkedAct {
  type: ActType;
  /** Types that are equally right. */
  types?: ActType[];
  mode: string | null;
  status: ActStatus;
  core: boolean;
  from: string[];
  to: string[];
  /** Canonical English names. */
  people: string[];
  start: string | null;
  end: string | null;
  line: number;
  /** Neither a miss when it is not found nor an error when it is. */
  optional?: boolean;
}

export interface MarkedStatement {
  /** Canonical English name of a person or an office. */
  speaker: string;
  actor: string | null;
  line: number;
  /** Verbatim, without its marks. */
  quote: string | null;
}

/** What a perfect reader records of one article; `line` counts from 1. */
export interface MarkedArticle {
  doc: string;
  language: Language;
  published: { earliest: string; latest: string } | null;
  title: string | null;
  /** Lines that are not the article. */
  chrome: number[];
  /** Lines that may be kept or dropped. */
  either?: number[];
  events: MarkedAct[];
  statements: MarkedStatement[];
}

/** The marks of a language's articles; none when there are no articles. */
export function marksOf(language: Language): MarkedArticle[] {
  const file = join(ARTICLES, `${language}.jsonl`);
  if (!existsSync(file)) return [];
  return jsonLines<MarkedArticle>(file);
}

export function articleFile({ language, doc }: MarkedArticle): string {
  return join(ARTICLES, language, doc);
}

/** Codes a marked article as `readout code FILE` does. */
export async function codeMarked(world: World, marked: MarkedArticle): Promise<Coded> {
  for await (const raw of openReports([articleFile(marked)])) {
    if ('error' in raw) throw new Error(`${marked.doc}: ${raw.error.message}`);
    return codeReport(world, raw);
  }
  throw new Error(`${marked.doc} holds no report`);
}
