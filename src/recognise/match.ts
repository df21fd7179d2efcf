import { CONTRASTS, NAMES, OCCASIONS, STAGES, TOPICS, WORDS } from '../world/channels.ts';
import type { NameEntry, Pack, Sense, StageEntry, Tokens } from '../world/index.ts';
import { ALL_CAPITALS, CAPITAL, WORD } from '../world/tokenise.ts';
import type { Terminal } from '../world/trie.ts';
import { isAbbreviation, keepAbbreviations } from './abbreviations.ts';
import type { NameHit, StageHit, WordHit } from './marked.ts';

/** Everything the matcher finds in one pass, in token order; hits of one channel do not overlap. */
export interface Hits {
  names: NameHit[];
  words: WordHit[];
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
export function match(pack: Pack, tokens: Tokens): Hits {
  const walk = new Walk(pack, tokens);
  if (!pack.settings.spaces) return matchUnspaced(pack, tokens, walk);
  walk.through();
  return withoutCovered(walk.hits);
}

/** Where words are not parted, names are found first: no word may begin or end in the middle of one ("同意大利": 同, not 同意). */
function matchUnspaced(pack: Pack, tokens: Tokens, walk: Walk): Hits {
  walk.only('names');
  walk.through();
  walk.only('words');
  walk.through();
  const { hits } = walk;
  const names = uncovered(hits.names, hits.words.filter(isPlain), false);
  return withoutCovered({ ...hits, names: keepAbbreviations(pack, tokens, names, hits.words) });
}

/** A word that says nothing by itself: "发展中国家" has no China in it. */
function isPlain(hit: WordHit): boolean {
  return hit.senses.every((sense) => sense.kind === 'other' || (sense.kind as string) === 'plain');
}

/** One walk over the tokens; kept as fields so that a token which begins no phrase costs no allocation. */
class Walk {
  readonly hits: Hits = { names: [], words: [], topics: [], contrasts: [], occasions: [], stages: [] };
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
      if (node !== 0) this.from(at, node);
    }
  }

  /** Looks for names alone, or for all but names, which then no phrase may cut. */
  only(channel: 'names' | 'words'): void {
    const { count } = this.#tokens;
    const names = channel === 'names';
    this.#freeName = names ? 0 : count;
    this.#freeWord = this.#freeTopic = this.#freeContrast = this.#freeStage = names ? count : 0;
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
    let [names, words, topics, occasions]: (readonly Terminal[] | null)[] = [null, null, null, null];
    let [stages, contrasts]: (readonly Terminal[] | null)[] = [null, null];
    let [nameEnd, wordEnd, topicEnd, occasionEnd, stageEnd, contrastEnd] = [0, 0, 0, 0, 0, 0];
    let shorter: { to: number; senses: Sense[] }[] = NONE;
    let node = first;
    for (let next = at + 1; node !== 0; next++) {
      if (trie.ends(node) === 0) {
        node = next < count ? trie.step(node, id[next] as number) : 0;
        continue;
      }
      const isName = at >= this.#freeName ? trie.terminals(node, NAMES) : undefined;
      const fitting = isName && this.#fitting(isName, at, next);
      if (fitting) [names, nameEnd] = [fitting, next];
      const isWord = at >= this.#freeWord ? trie.terminals(node, WORDS) : undefined;
      if (isWord && !this.#cutsName(at, next)) {
        if (words && inflected) shorter = keepTriggers(this.#pack, words, wordEnd, shorter);
        [words, wordEnd] = [isWord, next];
      }
      const isOccasion = at >= this.#freeOccasion ? trie.terminals(node, OCCASIONS) : undefined;
      if (isOccasion) [occasions, occasionEnd] = [isOccasion, next];
      const isTopic = at >= this.#freeTopic ? trie.terminals(node, TOPICS) : undefined;
      if (isTopic) [topics, topicEnd] = [isTopic, next];
      const isStage = at >= this.#freeStage ? trie.terminals(node, STAGES) : undefined;
      if (isStage && !this.#cutsName(at, next)) [stages, stageEnd] = [isStage, next];
      const isContrast = at >= this.#freeContrast ? trie.terminals(node, CONTRASTS) : undefined;
      if (isContrast) [contrasts, contrastEnd] = [isContrast, next];
      node = next < count ? trie.step(node, id[next] as number) : 0;
    }
    if (names) this.#name(at, nameEnd, names);
    if (words) this.#word(at, wordEnd, words, shorter);
    if (topics) this.#topic(at, topicEnd, topics);
    if (stages) this.#stage(at, stageEnd, stages);
    if (contrasts) this.#contrast(at, contrastEnd, contrasts);
    if (occasions) {
      this.hits.occasions.push({ from: at, to: occasionEnd, occasions: occasions.map((terminal) => terminal.entry) });
      this.#freeOccasion = occasionEnd;
    }
  }

  #fitting(terminals: readonly Terminal[], from: number, to: number): readonly Terminal[] | null {
    if (terminals.every((terminal) => wellCapitalised(this.#tokens, from, to, terminal))) return terminals;
    const fitting = terminals.filter((terminal) => wellCapitalised(this.#tokens, from, to, terminal));
    return fitting.length > 0 ? fitting : null;
  }

  #name(from: number, to: number, terminals: readonly Terminal[]): void {
    if (this.#isInDomain(from)) return;
    this.hits.names.push({
      from,
      to,
      entries: terminals.map((terminal) => this.#pack.names[terminal.entry] as NameEntry),
    });
    this.#freeName = to;
  }

  /** The "VN" of "VOV.VN" is no state: nothing but a full stop stands between it and the word before. */
  #isInDomain(at: number): boolean {
    const { id, start, end, kind } = this.#tokens;
    return (
      at >= 2 &&
      id[at - 1] === this.#fullStop &&
      kind[at - 2] === WORD &&
      end[at - 2] === start[at - 1] &&
      end[at - 1] === start[at] &&
      (end[at - 2] as number) - (start[at - 2] as number) > 1
    );
  }

  #word(from: number, to: number, terminals: readonly Terminal[], shorter: WordHit['shorter']): void {
    this.hits.words.push({ from, to, senses: this.#pack.sensesOf(terminals), shorter });
    this.#freeWord = to;
  }

  #stage(from: number, to: number, terminals: readonly Terminal[]): void {
    const { stages } = this.#pack;
    this.hits.stages.push({ from, to, entries: terminals.map(({ entry }) => stages[entry] as StageEntry) });
    this.#freeStage = to;
  }

  #topic(from: number, to: number, terminals: readonly Terminal[]): void {
    this.hits.topics.push({ from, to, topic: this.#pack.topics[(terminals[0] as Terminal).entry] as number });
    this.#freeTopic = to;
  }

  #contrast(from: number, to: number, terminals: readonly Terminal[]): void {
    for (const { entry } of terminals)
      this.hits.contrasts.push({ from, to, contrast: this.#pack.contrasts[entry] as number });
    this.#freeContrast = to;
  }
}

const NONE: { to: number; senses: Sense[] }[] = [];

/** Notes the triggers of a phrase that a longer one has just taken the place of. */
function keepTriggers(
  pack: Pack,
  terminals: readonly Terminal[],
  to: number,
  kept: { to: number; senses: Sense[] }[],
): { to: number; senses: Sense[] }[] {
  const senses = pack.sensesOf(terminals).filter((sense) => sense.kind === 'trigger');
  return senses.length > 0 ? [...kept, { to, senses }] : kept;
}

function wellCapitalised(tokens: Tokens, from: number, to: number, terminal: Terminal): boolean {
  if (terminal.letters === 'any') return true;
  if (terminal.letters === 'capital') {
    for (let at = from; at < to; at++) if ((tokens.flags[at] as number) & CAPITAL) return true;
    return false;
  }
  for (let at = from; at < to; at++)
    if (tokens.kind[at] === WORD && !((tokens.flags[at] as number) & ALL_CAPITALS)) return false;
  return true;
}

/** A longer phrase hides what lies within it: "of" in "Republic of Korea", "Anh" (England) in "anh ấy" (he). */
function withoutCovered(hits: Hits): Hits {
  const names = uncovered(hits.names, hits.words, true);
  const words = uncovered(hits.words, names, false);
  return { ...hits, names, words, stages: uncovered(hits.stages, names, false) };
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
