import { WORDS } from '../world/channels.ts';
import type { Pack, Sense, SenseKind, Tokens } from '../world/index.ts';
import { ALL_CAPITALS, BREAK, CAPITAL, HAN, NUMBER, PUNCTUATION, SPACED, WORD } from '../world/tokenise.ts';

const FULL_STOPS = new Set([...'.!?…']);
const WIDE_STOPS = new Set([...'。！？；']);
const CLOSING = new Set([...'"”’»」』)）]\'']);

const OPENING = new Set([...'“„«「『']);

/** Words with a capital that begin a sentence. */
const NEW_THOUGHT = new Set<SenseKind>(['determiner', 'pronoun', 'clause', 'mark']);
/** No sentence is longer; what is longer is a list or no text at all, and what looks at all pairs in it must not stand still. */
const MOST_TOKENS = 600;

/** Splits a run of tokens into sentences: pairs of token positions, end exclusive. */
export function splitSentences(text: string, tokens: Tokens, from: number, to: number, pack: Pack): [number, number][] {
  const sentences: [number, number][] = [];
  let start = from;
  for (let at = from; at < to; at++) {
    if (at - start >= MOST_TOKENS) {
      sentences.push([start, at]);
      start = at;
    }
    if (tokens.kind[at] === BREAK) {
      if (at > start) sentences.push([start, at]);
      start = at + 1;
      continue;
    }
    if (!pack.settings.spaces && at > start && isHeadlineSpace(tokens, at)) {
      sentences.push([start, at]);
      start = at;
      continue;
    }
    if (tokens.kind[at] !== PUNCTUATION || !endsSentence(text, tokens, at, start, to, pack)) continue;
    let end = at + 1;
    while (
      end < to &&
      tokens.kind[end] === PUNCTUATION &&
      CLOSING.has(text[tokens.start[end] as number] as string) &&
      !opens(tokens, end, to)
    )
      end++;
    sentences.push([start, end]);
    start = end;
    at = end - 1;
  }
  if (start < to) sentences.push([start, to]);
  return sentences;
}

/** Where nothing parts words, a space parts the two halves of a headline. */
function isHeadlineSpace(tokens: Tokens, at: number): boolean {
  return tokens.kind[at] === HAN && tokens.kind[at - 1] === HAN && ((tokens.flags[at] as number) & SPACED) !== 0;
}

/** A straight quotation mark after a space and before a word opens; it belongs to the next sentence. */
function opens(tokens: Tokens, at: number, to: number): boolean {
  return (
    ((tokens.flags[at] as number) & SPACED) !== 0 && at + 1 < to && ((tokens.flags[at + 1] as number) & SPACED) === 0
  );
}

function endsSentence(text: string, tokens: Tokens, at: number, start: number, to: number, pack: Pack): boolean {
  const mark = text[tokens.start[at] as number] as string;
  if (WIDE_STOPS.has(mark)) return true;
  if (!FULL_STOPS.has(mark)) return false;
  if (at + 1 >= to) return true;
  const next = at + 1;
  const spaced = ((tokens.flags[next] as number) & SPACED) !== 0;
  if (!spaced && tokens.kind[next] === PUNCTUATION) {
    const follows = text[tokens.start[next] as number] as string;
    return CLOSING.has(follows) || (OPENING.has(follows) && isSmallWord(tokens, at - 1));
  }
  if (!spaced) return tokens.kind[next] === BREAK || lostSpace(tokens, at);
  if (mark === '.' && abbreviates(text, tokens, at, start, pack)) return false;
  return startsSentence(tokens, next);
}

function startsSentence(tokens: Tokens, next: number): boolean {
  return tokens.kind[next] !== WORD || ((tokens.flags[next] as number) & CAPITAL) !== 0;
}

/** "với đối tác.Theo Reuters": the space between two sentences is lost. */
function lostSpace(tokens: Tokens, at: number): boolean {
  const next = at + 1;
  const capital =
    ((tokens.flags[next] as number) & CAPITAL) !== 0 && ((tokens.flags[next] as number) & ALL_CAPITALS) === 0;
  return capital && tokens.kind[next] === WORD && isSmallWord(tokens, at - 1);
}

function isSmallWord(tokens: Tokens, at: number): boolean {
  if (at < 0 || tokens.kind[at] !== WORD || ((tokens.flags[at] as number) & CAPITAL) !== 0) return false;
  return (tokens.end[at] as number) - (tokens.start[at] as number) > 1;
}

/** "Mr.", "U.S.", "J." and "Nov. 24" end no sentence. */
function abbreviates(text: string, tokens: Tokens, at: number, start: number, pack: Pack): boolean {
  const previous = at - 1;
  if (previous < start || tokens.kind[previous] !== WORD) return false;
  const length = (tokens.end[previous] as number) - (tokens.start[previous] as number);
  const capital = ((tokens.flags[previous] as number) & CAPITAL) !== 0;
  if (length === 1 && capital)
    return !isInitialism(text, tokens, previous, start) || !startsNewThought(text, tokens, at + 1, pack);
  if (capital && length <= 4 && tokens.kind[at + 1] === NUMBER) return true;
  return capital && length <= 5 && isTitle(tokens, previous, pack);
}

/** "U.S." stands before the full stop, as against a person's initial. */
function isInitialism(text: string, tokens: Tokens, at: number, start: number): boolean {
  return (
    at - 2 >= start && text[tokens.start[at - 1] as number] === '.' && ((tokens.flags[at] as number) & SPACED) === 0
  );
}

/** After "U.S." a function word with a capital begins a sentence; a name or a post does not. */
function startsNewThought(_text: string, tokens: Tokens, next: number, pack: Pack): boolean {
  return sensesAt(tokens, next, pack).some((sense) => NEW_THOUGHT.has(sense.kind));
}

function isTitle(tokens: Tokens, at: number, pack: Pack): boolean {
  return sensesAt(tokens, at, pack).some((sense) => sense.kind === 'title' || sense.kind === 'suffix');
}

/** What a single word may be. */
function sensesAt(tokens: Tokens, at: number, pack: Pack): readonly Sense[] {
  const list = pack.trie.list(pack.trie.begin(tokens.id[at] as number), WORDS);
  return list === 0 ? [] : pack.sensesOf(list);
}
