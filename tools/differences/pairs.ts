import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Coded, Difference } from '../../src/model/index.ts';
import { codeReport } from '../../src/pipeline.ts';
import { resolve } from '../../src/resolve/index.ts';
import type { World } from '../../src/world/index.ts';
import { readTable } from '../../src/world/table.ts';
import { differencesBetween, isPlanted } from '../lineage/match.ts';
import type { PlantedDifference } from '../lineage/truth.ts';
import { FRAMES, type Frame } from './frames.ts';

/** Where the tables of pairs lie, one a kind of difference. */
export const PAIRS = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'test', 'fixtures', 'differences');

/** A sentence and its retelling; what differs stands in brackets, and where nothing does there are none. */
export interface SentencePair {
  kind: string;
  /** Languages of the two. */
  from: string;
  to: string;
  source: string;
  retelling: string;
}

/** What was found of one pair. */
export interface PairResult {
  pair: SentencePair;
  /** The difference that it shows was found; null where it shows none. */
  found: boolean | null;
  /** What was told beside it. */
  others: Difference[];
}

/** The pairs of all tables, in the order of their kinds and lines. */
export function allPairs(): SentencePair[] {
  return readdirSync(PAIRS)
    .filter((file) => file.endsWith('.tsv'))
    .sort()
    .flatMap((file) =>
      readTable(join(PAIRS, file)).rows.map(({ cells }) => {
        const [from, to] = (cells['pair'] as string).split('>') as [string, string];
        const [source, retelling] = [cells['source'] as string, cells['retelling'] as string];
        return { kind: basename(file, '.tsv'), from, to, source, retelling };
      }),
    );
}

/** Puts both sentences into the same report and looks at what is told to differ in them. */
export function measurePair(world: World, pair: SentencePair): PairResult {
  const [a, b] = [FRAMES[pair.from], FRAMES[pair.to]] as [Frame, Frame];
  const one = coded(world, `source.${pair.from}.txt`, [...a.source, plain(pair.source), ...a.after]);
  const other = coded(world, `retelling.${pair.to}.txt`, [
    ...b.retelling(pair.from),
    plain(pair.retelling),
    ...b.after,
  ]);
  const told = differencesBetween(
    resolve([one, other]).stories.flatMap(({ differences }) => differences),
    one,
    other,
  );
  const planted: PlantedDifference = {
    kind: pair.kind,
    from: bracketed(pair.source),
    to: bracketed(pair.retelling),
    note: '',
  };
  const isShown = planted.from !== null || planted.to !== null;
  const others = told.filter((found) => !isShown || !isPlanted(found, planted, one, other));
  return { pair, found: isShown ? others.length < told.length : null, others };
}

function coded(world: World, path: string, lines: readonly string[]): Coded {
  const content = lines.join('\n\n');
  const report = { id: path, path, url: null, bytes: content.length };
  return codeReport(world, { report, kind: 'text', content, hints: {} });
}

function plain(sentence: string): string {
  return sentence.replaceAll(/[[\]]/g, '');
}

function bracketed(sentence: string): string | null {
  const words = /\[(.*)\]/.exec(sentence)?.[1];
  return words === undefined ? null : plain(words);
}
