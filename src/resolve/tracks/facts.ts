import type { Coded, StageFact } from '../../model/index.ts';
import { reportName } from '../reportFacts.ts';

/** A stage fact with what grouping needs of its report. */
export interface ToldStage {
  fact: StageFact;
  /** Id of the report, which orders. */
  id: string;
  /** Path or URL. */
  report: string;
  language: string;
  /** The words of the evidence. */
  text: string;
}

/** What one report says of tracks. */
export interface ToldTracks {
  stages: ToldStage[];
  /** Keys of the tracks it names. */
  named: string[];
}

/** The stage facts of a report, and the tracks that it names. */
export function toldTracks(coded: Coded): ToldTracks {
  const { report, article, stages = [], tracks = [] } = coded;
  return {
    stages: stages.map((fact) => ({
      fact,
      id: report.id,
      report: reportName(coded),
      language: article.language,
      text: article.text.slice(fact.evidence.start, fact.evidence.end),
    })),
    named: [...new Set([...tracks, ...stages].map(({ track }) => track))],
  };
}
