import type { NameEntry } from '../world/index.ts';
import type { HeadKind } from '../world/senses.ts';

/** What stands next to each other in one noun phrase: "Turkish | Foreign Minister | Hakan Fidan". Token positions. */
export interface Chain {
  from: number;
  to: number;
  /** States and organisations, in text order, each with the entries it may be. */
  actors: ActorPart[];
  role: string | null;
  /** Whom the post is of, where its own words say so: "Pentagon chief". */
  actorOfPost: string | null;
  office: string | null;
  head: HeadKind | null;
  /** What bears the name of a person and is none: a firm, a street. */
  isNamesake: boolean;
  person: readonly NameEntry[] | null;
  /** Somebody the knowledge does not know: the name as printed. */
  unknown: string | null;
  /** The whole name as printed, where the tables hold only the family name in it. */
  printed: string | null;
  title: boolean;
  former: boolean;
  outlet: NameEntry | null;
  possessor: boolean;
  /** Cases that all its parts may have, in a language with cases; empty where form says nothing. */
  cases: readonly string[];
}

export interface ActorPart {
  entries: readonly NameEntry[];
  at: number;
}

/** Kinds of names that stand for an actor. */
export const ACTOR_KINDS = new Set(['state', 'adjective', 'capital', 'abbreviation', 'organisation', 'office']);

/** The noun phrase reaches as far as a token. */
export function take(chain: Chain, to: number): true {
  chain.to = to;
  return true;
}

/** A noun phrase of nothing yet. */
export function emptyChain(from: number): Chain {
  return {
    from,
    to: from,
    actors: [],
    role: null,
    actorOfPost: null,
    office: null,
    head: null,
    isNamesake: false,
    person: null,
    unknown: null,
    printed: null,
    title: false,
    former: false,
    outlet: null,
    possessor: false,
    cases: [],
  };
}

/** Whether it names somebody; what only bears a state's or a person's name does not. */
export function isNounPhrase(chain: Chain): boolean {
  if (chain.head === 'things' || chain.isNamesake) return false;
  return (
    chain.actors.length > 0 ||
    chain.person !== null ||
    chain.unknown !== null ||
    chain.role !== null ||
    chain.office !== null ||
    chain.outlet !== null
  );
}
