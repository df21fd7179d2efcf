import type { Article, Quantity } from '../model/index.ts';
import type { NameEntry, Pack, Sense, StageEntry, Tokens, World } from '../world/index.ts';
import type { TimeMention } from './times/index.ts';

/** Names found at one place; several entries when a name is ambiguous. Token positions, `to` exclusive. */
export interface NameHit {
  from: number;
  to: number;
  entries: readonly NameEntry[];
}

/** Words of the lexicon found at one place, with everything they may be. */
export interface WordHit {
  from: number;
  to: number;
  senses: readonly Sense[];
  /** The bits of `KIND` (`world/sense-kinds.ts`) of the senses. */
  kinds: number;
  /** Triggers that begin at the same place and are shorter: "talks" within "talks with". */
  shorter: readonly { to: number; senses: readonly Sense[] }[];
}

/** A topic named at one place: its id. */
export interface TopicHit {
  from: number;
  to: number;
  topic: string;
}

/** A stage word, or the description of a track, at one place. */
export interface StageHit {
  from: number;
  to: number;
  entries: readonly StageEntry[];
}

/** A word of a set of contrasts named at one place: `set/id`. */
export interface ContrastHit {
  from: number;
  to: number;
  contrast: string;
}

/** A person as a mention names one. */
export interface MentionedPerson {
  /** Person id of the knowledge, or a slug for somebody it does not know. */
  id: string;
  name: string;
  post: string | null;
  actor: string | null;
  /** Class of the post (`head-of-state`, …); null when it has none. */
  class: string | null;
  known: boolean;
}

export type MentionKind =
  | 'state'
  | 'nationals'
  | 'adjective'
  | 'person'
  | 'office'
  | 'organisation'
  | 'outlet'
  /** A city, which stands for its country only as where something is done. */
  | 'place'
  | 'unnamed'
  | 'unknown';

/** A noun phrase that names actors, or somebody who stands for none (`actors` empty). Token positions. */
export interface Mention {
  from: number;
  to: number;
  kind: MentionKind;
  actors: string[];
  people: MentionedPerson[];
  /** Canonical name of an office, organisation or outlet; the words for an unnamed one. */
  name: string | null;
  id: string | null;
  /** What the phrase says of a post, for "the president" and "his counterpart", before it is resolved. */
  role: string | null;
  /** It stands before a possessive: "Turkey's". */
  possessor: boolean;
  /** It ends with whoever it belongs to, who may go on: "главы МИД России" and "Индии". */
  owned?: boolean;
  /** Cases it may have, in a language with cases; none where its form says nothing. */
  cases?: readonly string[];
}

/** An actor or a coordinated group of actors as the grammar sees it. */
export interface Argument {
  from: number;
  to: number;
  mentions: Mention[];
  actors: string[];
  people: MentionedPerson[];
  /** Names of the marks before it; empty: it is bare. */
  marks: readonly string[];
  /** Where the mark stands; −1 without one. */
  markFrom: number;
  /** Cases it may have, in a language with cases; empty where its form says nothing. A bare one that cannot be the subject has them as its marks too. */
  cases: readonly string[];
  /** The word before it that opens a subordinate clause: `that`, `time`, …; null without one. */
  opener: string | null;
  possessor: boolean;
  /** It only qualifies the noun after it: "the Turkish proposal". */
  adjectival: boolean;
  /** Its members deal with each other, or it was called "the two leaders". */
  joint: boolean;
  /** It was a pronoun or "the two leaders": found through what was said before. */
  resolved: boolean;
}

/** A sentence with what was recognised in it. Positions are token positions; `to` is exclusive. */
export interface MarkedSentence {
  from: number;
  to: number;
  /** Index of the block in `Article.blocks`. */
  block: number;
  arguments: Argument[];
  /** Cities and regions that no argument covers, as what happens to their country may happen there. */
  places: Argument[];
  words: WordHit[];
  topics: TopicHit[];
  contrasts: ContrastHit[];
  times: TimeMention[];
  names: NameHit[];
  stages: StageHit[];
}

/** An article with everything recognised in it. */
export interface Marked {
  article: Article;
  world: World;
  pack: Pack;
  tokens: Tokens;
  sentences: MarkedSentence[];
  quantities: Quantity[];
  /** The day against which the text's times are read: the publication, as an interval. */
  reference: { earliest: string; latest: string } | null;
}
