import type { ActMode, ActStatus, ActType } from '../model/index.ts';
import type { Frame } from './frames.ts';

/** A word or fixed phrase that tells of an act: one line of `triggers.tsv`. */
export interface Trigger {
  id: string;
  pos: 'verb' | 'noun';
  type: ActType;
  mode: ActMode | null;
  status: ActStatus | null;
  subtype: string | null;
  frames: readonly Frame[];
}

/** A verb or phrase of saying: one line of `speech.tsv`. */
export interface SpeechVerb {
  verb: string;
  strength: string;
  /** On which side of the phrase the speaker stands when it is no plain verb: `according to …`, `… thinks`. */
  speaker: 'before' | 'after' | 'either';
}

/** A word that says how far a deed got: one line of `status.tsv`. */
export interface StatusWord {
  status: ActStatus;
  kind: 'before' | 'after' | 'verb' | 'next';
}

/**
 * What follows the name of a state: what `acts` for it, `nationals` (its people, firms and goods), `things` that only bear its name; or what is
 * `named` after a person.
 */
export const HEAD_KINDS = ['acts', 'nationals', 'things', 'named'] as const;
export type HeadKind = (typeof HEAD_KINDS)[number];

/** What a word of the text may be. A word often is several things; the clause decides. */
export type Sense =
  | {
      kind: 'trigger';
      trigger: Trigger;
      is: number /** Words that must follow within the clause: "hold … responsible". */;
      tail?: readonly number[];
      /** Words that must stand before within the clause, where the verb stands last: "askerlerini … çekti". */
      lead?: readonly number[];
      /** The class of things one of which must follow within the clause: "sent … weapons". */
      goods?: string;
      /** Cases of a noun, in a language that forms them by suffixes. */
      cases?: readonly string[];
    }
  | { kind: 'speech'; speech: SpeechVerb; is: number }
  | { kind: 'status'; status: StatusWord; is: number }
  | { kind: 'mark'; value: string }
  | { kind: 'postposition'; value: string }
  | { kind: 'clause'; value: string }
  | { kind: 'passive'; value: string }
  | { kind: 'deed'; cases?: readonly string[] }
  | { kind: 'namesake'; value: string; cases?: readonly string[] }
  | { kind: 'pronoun'; value: string; cases?: readonly string[] }
  | { kind: 'corefer'; value: string; cases?: readonly string[] }
  | {
      kind:
        | 'and'
        | 'or'
        | 'title'
        | 'former'
        | 'determiner'
        | 'modifier'
        | 'auxiliary'
        | 'infinitive'
        | 'suffix'
        | 'noun'
        | 'other'
        | 'domain'
        | 'copula'
        | 'bearer';
    }
  | { kind: 'light'; is: number; value?: string }
  | { kind: 'goods'; value: string; cases?: readonly string[] }
  /** `actor`: whom the post is of, where its words name that themselves: "Pentagon chief". */
  | { kind: 'post'; role: string; actor?: string; cases?: readonly string[] }
  | { kind: 'office'; role: string; cases?: readonly string[] }
  | { kind: 'head'; value: HeadKind; cases?: readonly string[] };

export type SenseKind = Sense['kind'];

/** What a name of the text may stand for; `ref` is an index into the list of the knowledge that `kind` names. */
export interface NameEntry {
  kind:
    | 'state'
    | 'adjective'
    | 'capital'
    | 'abbreviation'
    | 'organisation'
    | 'office'
    | 'person'
    | 'short'
    | 'outlet'
    | 'place'
    | 'initiative'
    | 'occasion';
  ref: number;
  /** For a short name: it stands for its person with no title before it. */
  famous: boolean;
  /** Cases the form may have, in a language with cases; empty where form says nothing. */
  cases: readonly string[];
}
