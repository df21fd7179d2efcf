import type { Key } from '../catalogue.ts';
import type { LineagePlotWords } from '../plots/lineagePlot.ts';
import type { RelationPlotWords } from '../plots/relationPlot.ts';
import type { Words } from '../words.ts';

const RELATION = [
  'title',
  'cooperative',
  'conflictual',
  'goldstein',
  'events',
  'both',
  'noReports',
  'nothing',
  'mark',
  'summary',
] as const;

/** The words of the picture of a relation. */
export function relationPlotWords(words: Words): RelationPlotWords {
  return Object.fromEntries(
    RELATION.map((name) => [name, words.text(`plot.${name}` as Key)]),
  ) as unknown as RelationPlotWords;
}

/** The words of the picture of a lineage. */
export function lineagePlotWords(words: Words): LineagePlotWords {
  const kind = (name: string) => words.label('lineage', name);
  return {
    summary: words.text('plot.lineage-summary'),
    notAtHand: words.text('plot.not-at-hand'),
    undated: words.text('undated'),
    kinds: { copy: kind('copy'), excerpt: kind('excerpt'), translation: kind('translation'), rewrite: kind('rewrite') },
  };
}
