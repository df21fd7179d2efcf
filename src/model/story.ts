import type { Ends } from './span.ts';

/** The reports that carry the same news. */
export interface Story {
  id: string;
  title: string;
  reports: string[];
  events: string[];
  lineage: LineageEdge[];
  differences: Difference[];
}

/** Who took the story from whom. */
export interface LineageEdge {
  from: string;
  to: string;
  kind: 'copy' | 'excerpt' | 'translation' | 'rewrite';
  confidence: number;
  evidence: string[];
}

/** What a retelling changed. */
export interface Difference {
  kind: string;
  from: { report: string; text: string; span: Ends | null };
  to: { report: string; text: string; span: Ends | null };
}
