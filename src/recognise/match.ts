import type { NameEntry, Pack, Sense, Tokens } from '../world/index.ts';
import { NAMES, TOPICS, WORDS } from '../world/pack.ts';
import { ALL_CAPITALS, CAPITAL, PUNCTUATION, WORD } from '../world/tokenise.ts';
import type { Terminal } from '../world/trie.ts';
import type { NameHit, WordHit } from './marked.ts';

/** Everything the matcher finds in one pass, in token order; hits of one channel do not overlap. */
export interface Hits {
  names: NameHit[];
  words: WordHit[];
  /** Indices into `Knowledge.topics`. */
  topics: { from: number; to: number; topic: number }[];
}

/** Finds all names, lexicon words and topics in one pass: at each token the longest phrase of each channel. */
export function match(pack: Pack, tokens: Tokens): Hits {
  const hits: Hits = { names: [], words: [], topics: [] };
  const { trie } = pack;
  const free: [number, number, number] = [0, 0, 0];
  for (let at = 0; at < tokens.count; at++) {
    let node = trie.begin(tokens.id[at] as number);
    if (node === 0) continue;
    let next = at + 1;
    const best: [readonly Terminal[] | null, readonly Terminal[] | null, readonly Terminal[] | null] = [
      null,
      null,
      null,
    ];
    const ends: [number, number, number] = [0, 0, 0];
    const shorter: { to: number; senses: Sense[] }[] = [];
    while (node !== 0) {
      for (let channel = 0; channel < 3; channel++) {
        if (at < (free[channel as 0] as number)) continue;
        const terminals = trie.terminals(node, channel);
        if (!terminals) continue;
        const fitting =
          channel === NAMES ? terminals.filter((terminal) => wellCapitalised(tokens, at, next, terminal)) : terminals;
        if (fitting.length === 0) continue;
        if (channel === WORDS && best[WORDS]) keepTriggers(pack, best[WORDS], ends[WORDS], shorter);
        best[channel as 0] = fitting;
        ends[channel as 0] = next;
      }
      if (next >= tokens.count) break;
      node = trie.step(node, tokens.id[next] as number);
      next++;
    }
    record(pack, hits, best, ends, at, free, shorter, isInDomain(tokens, at));
  }
  return withoutCovered(hits);
}

function record(
  pack: Pack,
  hits: Hits,
  best: readonly (readonly Terminal[] | null)[],
  ends: readonly number[],
  at: number,
  free: number[],
  shorter: WordHit['shorter'],
  inDomain: boolean,
): void {
  const names = best[NAMES];
  if (names && !inDomain) {
    hits.names.push({
      from: at,
      to: ends[NAMES] as number,
      entries: names.map((terminal) => pack.names[terminal.entry] as NameEntry),
    });
    free[NAMES] = ends[NAMES] as number;
  }
  const words = best[WORDS];
  if (words) {
    hits.words.push({
      from: at,
      to: ends[WORDS] as number,
      senses: words.map((terminal) => pack.senses[terminal.entry] as Sense),
      shorter,
    });
    free[WORDS] = ends[WORDS] as number;
  }
  const topics = best[TOPICS];
  if (topics) {
    hits.topics.push({
      from: at,
      to: ends[TOPICS] as number,
      topic: pack.topics[(topics[0] as Terminal).entry] as number,
    });
    free[TOPICS] = ends[TOPICS] as number;
  }
}

/** The "VN" of "VOV.VN" is no state: nothing but a full stop stands between it and the word before. */
function isInDomain(tokens: Tokens, at: number): boolean {
  return (
    at >= 2 &&
    tokens.kind[at - 2] === WORD &&
    tokens.end[at - 2] === tokens.start[at - 1] &&
    tokens.end[at - 1] === tokens.start[at] &&
    tokens.kind[at - 1] === PUNCTUATION &&
    (tokens.end[at - 2] as number) - (tokens.start[at - 2] as number) > 1
  );
}

function keepTriggers(
  pack: Pack,
  terminals: readonly Terminal[],
  to: number,
  shorter: { to: number; senses: Sense[] }[],
): void {
  const senses = terminals
    .map((terminal) => pack.senses[terminal.entry] as Sense)
    .filter((sense) => sense.kind === 'trigger');
  if (senses.length > 0) shorter.push({ to, senses });
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
  return { names, words, topics: hits.topics };
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
