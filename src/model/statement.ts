import type { LineRange, Span } from './span.ts';

/** Who speaks. */
export interface Speaker {
  /** Canonical English name, or the words of the text for an unnamed source. */
  name: string;
  id: string | null;
  actor: string | null;
  kind: 'person' | 'office' | 'outlet' | 'organisation' | 'unnamed';
}

/** Words attributed to a speaker. */
export interface Statement extends Span {
  id: string;
  speaker: Speaker;
  direct: boolean;
  /** The longest verbatim quotation, without its marks; null for reported speech. */
  quote: string | null;
  /** Canonical verb of saying: say, claim, deny, warn, confirm, … */
  verb: string;
  /** How far the verb stands by what is said: `neutral`, `insist`, `call`, `admit`, `deny`, `doubt`; absent where no verb was read. */
  strength?: string;
  lines: LineRange;
  /** Outlets the words came through, nearest to this document last. */
  via: string[];
  topics: string[];
  /** Ids of the acts that rest on it. */
  acts: string[];
}
