import { CONTRASTS, NAMES, OCCASIONS, STAGES, TOPICS, WORDS } from '../world/channels.ts';
import type { Knowledge, NameEntry, Pack, Tokens } from '../world/index.ts';
import { ALL_CAPITALS, CAPITAL, WORD } from '../world/tokenise.ts';
import { ANY_LETTERS, CAPITAL_LETTERS } from '../world/trie.ts';
import { isAbbreviation, keepAbbreviations, keepCompounds, keepNamed } from './abbreviations.ts';
import type { NameHit, StageHit, WordHit } from './marked.ts';
import { withoutCalledAfter } from './namesakes/called-after.ts';

/** Everything the matcher finds in one pass, in token order; hits of one channel do not overlap. */
export interface Hits {
  names: NameHit[];
  words: WordHit[];
  /** Names that a word hides which begins with them: the NATO of "NATO chief". */
  hidden: NameHit[];
  /** Indices into `Knowledge.topics`. */
  topics: { from: number; to: number; topic: number }[];
  /** Indices into `Knowledge.contrasts`. */
  contrasts: { from: number; to: number; contrast: number }[];
  /** Summits and conferences; `occasions` are indices into `Knowledge.occasions`. */
  occasions: { from: number; to: number; occasions: number[] }[];
  /** Stage words and descriptions of tracks; they hide nothing. */
  stages: StageHit[];
}

/** Finds all names, lexicon words and topics in one pass: at each token the longest phrase of each channel. */
export function match(pack: Pack, tokens: Tokens, text: string, knowledge: Knowledge): Hits {
  const walk = new Walk(pack, tokens);
  if (!pack.settings.spaces) return matchUnspaced(pack, tokens, walk, knowledge);
  walk.through();
  const { names, words } = walk.hits;
  const kept = keepCompounds(text, tokens, uncovered(names, words.filter(isPlain), false));
  return withoutCalledAfter(withoutCovered({ ...walk.hits, names: kept }), tokens);
}

/** Where words are not parted, names are found first: no word may begin or end in the middle of one ("同意大利": 同, not 同意). */
function matchUnspaced(pack: Pack, tokens: Tokens, walk: Walk, knowledge: Knowledge): Hits {
  walk.only('names');
  walk.through();
  walk.only('words');
  walk.through();
  const { hits } = walk;
  const names = keepNamed(uncovered(hits.names, hits.words.filter(isPlain), false), pack, knowledge);
  return withoutCovered({ ...hits, names: keepAbbreviations(pack, tokens, names, hits.words) });
}

/** A word that says nothing by itself: "发展中国家" has no China in it. */
function isPlain(hit: WordHit): boolean {
  return hit.senses.every((sense) => sense.kind === 'other' || (sense.kind as string) === 'plain');
}

/** One walk over the tokens; kept as fields so that a token which begins no phrase costs no allocation. */
class Walk {
  readonly hits: Hits = { names: [], words: [], hidden: [], topics: [], contrasts: [], occasions: [], stages: [] };
  readonly #pack: Pack;
  readonly #tokens: Tokens;
  readonly #fullStop: number;
  /** First token of each channel that no hit covers yet. */
  #freeName = 0;
  #freeWord = 0;
  #freeTopic = 0;
  #freeContrast = 0;
  #freeOccasion = 0;
  #freeStage = 0;
  /** The channels that this walk looks at, and which of them lie ahead of each node; null: all of them. */
  #wanted = 0;
  #ahead: Uint8Array | null = null;
  /** The name that lies on each token, by its index and 1, where words are not parted. */
  #nameOn: Int32Array | null = null;

  constructor(pack: Pack, tokens: Tokens) {
    this.#pack = pack;
    this.#fullStop = pack.vocabulary.get('.');
    this.#tokens = tokens;
  }

  through(): void {
    const { trie } = this.#pack;
    const { count, id } = this.#tokens;
    for (let at = 0; at < count; at++) {
      const node = trie.begin(id[at] as number);
      if (node !== 0 && this.#mayGoOn(node)) this.from(at, node);
    }
  }

  /** Whether a phrase that is looked for ends at a node or goes on from it. */
  #mayGoOn(node: number): boolean {
    return this.#ahead === null || ((this.#ahead[node] as number) & this.#wanted) !== 0;
  }

  /** Looks for names alone, or for all but names, which then no phrase may cut. */
  only(channel: 'names' | 'words'): void {
    const { count } = this.#tokens;
    const names = channel === 'names';
    this.#ahead = this.#pack.trie.ahead;
    this.#wanted = names ? 1 << NAMES : ~(1 << NAMES);
    this.#freeName = names ? 0 : count;
    this.#freeWord = this.#freeTopic = this.#freeContrast = this.#freeOccasion = this.#freeStage = names ? count : 0;
    if (names) return;
    this.#nameOn = new Int32Array(count + 1);
    this.hits.names.forEach((hit, index) => {
      if (!isAbbreviation(hit)) this.#nameOn?.fill(index + 1, hit.from, hit.to);
    });
  }

  /** Whether a phrase begins or ends in the middle of a name that reaches beyond it. */
  #cutsName(from: number, to: number): boolean {
    if (!this.#nameOn) return false;
    const first = this.hits.names[(this.#nameOn[from] as number) - 1];
    const last = this.hits.names[(this.#nameOn[to - 1] as number) - 1];
    return (
      (first !== undefined && first.from < from && first.to < to) ||
      (last !== undefined && last.from > from && last.to > to)
    );
  }

  /** Records the longest phrase of each channel that begins at a token. */
  from(at: number, first: number): void {
    const { trie, inflected } = this.#pack;
    const { count, id } = this.#tokens;
    let names = 0;
    let words = 0;
    let topics = 0;
    let occasions = 0;
    let stages = 0;
    let contrasts = 0;
    let nameEnd = 0;
    let wordEnd = 0;
    let topicEnd = 0;
    let occasionEnd = 0;
    let stageEnd = 0;
    let contrastEnd = 0;
    let shorter: WordHit['shorter'] = NONE;
    let node = first;
    for (let next = at + 1; node !== 0 && this.#mayGoOn(node); next++) {
      if (trie.ends(node) !== 0) {
        const isName = at >= this.#freeName ? trie.list(node, NAMES) : 0;
        if (isName !== 0 && this.#fits(isName, at, next)) {
          names = isName;
          nameEnd = next;
        }
        const isWord = at >= this.#freeWord ? trie.list(node, WORDS) : 0;
        if (isWord !== 0 && !this.#cutsName(at, next)) {
          if (words !== 0 && inflected) shorter = keepTriggers(this.#pack, words, wordEnd, shorter);
          words = isWord;
          wordEnd = next;
        }
        const isOccasion = at >= this.#freeOccasion ? trie.list(node, OCCASIONS) : 0;
        if (isOccasion !== 0) {
          occasions = isOccasion;
          occasionEnd = next;
        }
        const isTopic = at >= this.#freeTopic ? trie.list(node, TOPICS) : 0;
        if (isTopic !== 0) {
          topics = isTopic;
          topicEnd = next;
        }
        const isStage = at >= this.#freeStage ? trie.list(node, STAGES) : 0;
        if (isStage !== 0 && !this.#cutsName(at, next)) {
          stages = isStage;
          stageEnd = next;
        }
        const isContrast = at >= this.#freeContrast ? trie.list(node, CONTRASTS) : 0;
        if (isContrast !== 0) {
          contrasts = isContrast;
          contrastEnd = next;
        }
      }
      node = next < count ? trie.step(node, id[next] as number) : 0;
    }
    if (names !== 0) this.#name(at, nameEnd, names);
    if (words !== 0) this.#word(at, wordEnd, words, shorter);
    if (topics !== 0) this.#topic(at, topicEnd, topics);
    if (stages !== 0) this.#stage(at, stageEnd, stages);
    if (contrasts !== 0) this.#contrast(at, contrastEnd, contrasts);
    if (occasions !== 0) this.#occasion(at, occasionEnd, occasions);
  }

  /** Whether the text writes a name as anything of a list asks. */
  #fits(list: number, from: number, to: number): boolean {
    const { trie } = this.#pack;
    for (let at = 0; at < trie.count(list); at++)
      if (wellCapitalised(this.#tokens, from, to, trie.letters(list, at))) return true;
    return false;
  }

  #name(from: number, to: number, list: number): void {
    if (this.#isInDomain(from)) return;
    this.hits.names.push({ from, to, entries: this.#entries(list, from, to) });
    this.#freeName = to;
  }

  /** What a name may stand for as the text writes it. */
  #entries(list: number, from: number, to: number): readonly NameEntry[] {
    const { trie } = this.#pack;
    const all = this.#pack.namesOf(list);
    const fits = (at: number): boolean => wellCapitalised(this.#tokens, from, to, trie.letters(list, at));
    for (let at = 0; at < all.length; at++) if (!fits(at)) return all.filter((_, index) => fits(index));
    return all;
  }

  /** The "VN" of "VOV.VN" is no state: nothing but a full stop stands between it and the word before. */
  #isInDomain(at: number): boolean {
    const { id, start, end, kind, flags } = this.#tokens;
    // "hôm qua.Ba Lan …": the space between two sentences is lost.
    const begins =
      at >= 2 && ((flags[at] as number) & ALL_CAPITALS) === 0 && ((flags[at - 2] as number) & CAPITAL) === 0;
    return (
      at >= 2 &&
      !begins &&
      id[at - 1] === this.#fullStop &&
      kind[at - 2] === WORD &&
      end[at - 2] === start[at - 1] &&
      end[at - 1] === start[at] &&
      (end[at - 2] as number) - (start[at - 2] as number) > 1
    );
  }

  #word(from: number, to: number, list: number, shorter: WordHit['shorter']): void {
    this.hits.words.push({ from, to, senses: this.#pack.sensesOf(list), kinds: this.#pack.kindsOf(list), shorter });
    this.#freeWord = to;
  }

  #stage(from: number, to: number, list: number): void {
    this.hits.stages.push({ from, to, entries: this.#pack.stagesOf(list) });
    this.#freeStage = to;
  }

  #topic(from: number, to: number, list: number): void {
    this.hits.topics.push({ from, to, topic: this.#pack.trie.entry(list, 0) });
    this.#freeTopic = to;
  }

  #contrast(from: number, to: number, list: number): void {
    const { trie } = this.#pack;
    for (let at = 0; at < trie.count(list); at++)
      this.hits.contrasts.push({ from, to, contrast: trie.entry(list, at) });
    this.#freeContrast = to;
  }

  #occasion(from: number, to: number, list: number): void {
    const { trie } = this.#pack;
    const occasions = Array.from({ length: trie.count(list) }, (_, at) => trie.entry(list, at));
    this.hits.occasions.push({ from, to, occasions });
    this.#freeOccasion = to;
  }
}

const NONE: WordHit['shorter'] = [];

/** Notes the triggers of a phrase that a longer one has just taken the place of. */
function keepTriggers(pack: Pack, list: number, to: number, kept: WordHit['shorter']): WordHit['shorter'] {
  const senses = pack.sensesOf(list).filter((sense) => sense.kind === 'trigger');
  return senses.length > 0 ? [...kept, { to, senses }] : kept;
}

function wellCapitalised(tokens: Tokens, from: number, to: number, letters: number): boolean {
  if (letters === ANY_LETTERS) return true;
  if (letters === CAPITAL_LETTERS) {
    for (let at = from; at < to; at++) if ((tokens.flags[at] as number) & CAPITAL) return true;
    return false;
  }
  for (let at = from; at < to; at++)
    if (tokens.kind[at] === WORD && !((tokens.flags[at] as number) & ALL_CAPITALS)) return false;
  return true;
}

/** A longer phrase hides what lies within it: "of" in "Republic of Korea", "Anh" (England) in "anh ấy" (he). */
function withoutCovered(hits: Hits): Hits {
  const named = uncovered(hits.names, hits.words.filter(isPlain), false);
  const names = uncovered(named, hits.words, true);
  const words = uncovered(hits.words, names, false);
  const kept = names.length === hits.names.length ? null : new Set(names);
  const hidden = kept ? hits.names.filter((hit) => !kept.has(hit)) : [];
  return { ...hits, names, words, hidden, stages: uncovered(hits.stages, names, false) };
}

function uncovered<T extends { from: number; to: number }>(
  list: T[],
  others: readonly { from: number; to: number }[],
  sameStart: boolean,
): T[] {
  let other = 0;
  return list.filter((hit) => {
    while (other < others.length && (others[other] as { to: number }).to <= hit.from) other++;
    const cover = others[other];
    if (!cover || cover.from > hit.from || cover.to < hit.to) return true;
    // Words that merely surround a name ("phía Nga") do not hide it, unless they begin where it does.
    return cover.to - cover.from === hit.to - hit.from || (sameStart && cover.from !== hit.from);
  });
}
