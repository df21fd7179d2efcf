import type { According, ActStatus } from './act.ts';
import type { Interval } from './event.ts';
import type { Ends, LineRange, Span } from './span.ts';
import type { When } from './when.ts';

/** A place where a report names a long process: an agreement, a pipeline, an arms deal, an application. */
export interface TrackMention extends Span {
  /** Key of the track: an id of `initiatives.tsv` or `tracks.tsv`, `s-400:TUR` for one buyer's arms, `application:TUR:BRICS`. */
  track: string;
  /** The sentence it stands in. */
  sentence: Ends;
}

/** That a long process is, or is to be, at a stage, as one sentence of one report tells it. */
export interface StageFact {
  id: string;
  /** Key of the track, as in `TrackMention`. */
  track: string;
  /** A stage of the track's kind in `track-kinds.tsv`: `signed`, `ratified`, `applied`, `delivering`, … */
  stage: string;
  status: ActStatus;
  /** Actor codes of those whose step it is; empty where the sentence names none. */
  by: string[];
  /** When the stage was, or is to be, reached; null when the text gives no time. */
  when: When | null;
  /** The last day on which the report can have been published: a stage told without a time was reached by then. */
  asOf: string | null;
  /** Whose word it rests on; an empty list means the article's own. */
  according: According[];
  evidence: Span;
  spans: { word: Ends; track: Ends; when?: Ends };
  lines: LineRange;
  /** Told by the teaser of another story on the page, not by the article itself. */
  teaser: boolean;
  /** The row of `stages.tsv`, and how the track was found: `vi/cham-dut.named`. */
  why: string;
}

/** One stage fact with the report that tells it, in the words of the original. */
export interface StageEvidence {
  report: string;
  fact: string;
  language: string;
  text: string;
  span: Ends;
  when: Interval | null;
  asOf: string | null;
  according: According[];
  teaser: boolean;
  why: string;
}

/** How far a stage was reached, all its reports taken together. */
export type StageStatus = 'reached' | 'planned' | 'denied' | 'possible';

/** One stage of a track: what all reports say of it. */
export interface TrackStage {
  stage: string;
  status: StageStatus;
  by: string[];
  /** The narrowest interval that the reports agree on; null when none gives a time. */
  when: Interval | null;
  /** For a stage without a time: the first report, by its day of publication, that knows of it. */
  asOf: string | null;
  /** Times that do not agree, each with the reports that give it; empty when they do. */
  disputed: { value: string; reports: string[] }[];
  evidence: StageEvidence[];
}

/** A long process with its stages, put together from many reports. */
export interface Track {
  /** `t` and fifteen hexadecimal digits of a hash of the key. */
  id: string;
  key: string;
  name: string;
  /** A row of `track-kinds.tsv`. */
  kind: string;
  parties: string[];
  /** The last stage that was reached; null when none was. */
  current: TrackStage | null;
  /** In the order of their times. */
  stages: TrackStage[];
  /** Reports that tell of a stage or only name the track, by path or URL. */
  reports: string[];
}
