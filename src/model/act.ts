import type { Ends, LineRange, Span } from './span.ts';
import type { When } from './when.ts';

/** The sixteen event types of PLOVER 2.0. */
export type ActType =
  | 'AGREE'
  | 'CONSULT'
  | 'SUPPORT'
  | 'CONCEDE'
  | 'COOPERATE'
  | 'AID'
  | 'RETREAT'
  | 'REQUEST'
  | 'ACCUSE'
  | 'REJECT'
  | 'THREATEN'
  | 'PROTEST'
  | 'SANCTION'
  | 'MOBILIZE'
  | 'COERCE'
  | 'ASSAULT';

/** How a consultation was held. */
export type ActMode = 'phone' | 'video' | 'visit' | 'meeting' | 'multilateral' | 'letter';

/** How far the deed got. Ours, not PLOVER's. */
export type ActStatus = 'happened' | 'planned' | 'proposed' | 'threatened' | 'denied' | 'hypothetical';

/** A person who takes part in an act, with the post held on the day of the act. */
export interface ActPerson {
  /** Person id of the knowledge, or a slug of the name for one it does not know. */
  id: string;
  /** Canonical English name, or the name as printed for an unknown person. */
  name: string;
  post: string | null;
  side: 'from' | 'to';
}

/** Where an act took place. */
export interface ActPlace {
  id: string;
  name: string;
  /** ISO 3166-1 alpha-3. */
  country: string | null;
}

/** Whose word an act rests on; an empty list of these means the article's own. */
export interface According {
  speaker: string;
  /** Actor code, or null for a medium or an unnamed source. */
  actor: string | null;
  /** Outlets through which it reached the document. */
  via: string[];
}

/** Where each part of an act was read. */
export interface ActSpans {
  trigger: Ends;
  from?: Ends;
  to?: Ends;
  when?: Ends;
  place?: Ends;
}

/** One dyadic deed as one article reports it. */
export interface Act {
  id: string;
  type: ActType;
  mode: ActMode | null;
  /** Finer than PLOVER: `arms-deal`, `membership-application`, `mediation`, `signing`, … */
  subtype: string | null;
  status: ActStatus;
  /** Actor codes: ISO 3166-1 alpha-3, organisation short names, group names. */
  from: string[];
  to: string[];
  people: ActPerson[];
  when: When | null;
  place: ActPlace | null;
  topics: string[];
  according: According[];
  evidence: Span;
  spans: ActSpans;
  lines: LineRange;
  /** What the article is news about, as against its background. */
  core: boolean;
  /** 0…1: the share of such acts that a careful reader would accept. */
  confidence: number;
  /** The rule: `vi/consult.phone#with`. */
  why: string;
  /** CAMEO code. */
  cameo: string;
  /** Goldstein score, −10…10. */
  goldstein: number;
}
