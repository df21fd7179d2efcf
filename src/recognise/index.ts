import type { Article } from '../model/index.ts';
import { isLeftOut } from '../read/left-out.ts';
import type { Pack, World } from '../world/index.ts';
import type { TimeGrammar } from '../world/times.ts';
import { pushBreak, tokenBuffer, tokenise } from '../world/tokenise.ts';
import { ArgumentReader } from './arguments.ts';
import { Cursor } from './cursor.ts';
import { Discourse } from './discourse.ts';
import type { Marked, MarkedSentence } from './marked.ts';
import { type Hits, match } from './match.ts';
import { MentionMaker } from './mentions.ts';
import { withoutBorrowed } from './namesakes/borrowed-names.ts';
import { withoutParts } from './namesakes/part-of-name.ts';
import { settleSharedNames } from './namesakes/shared-names.ts';
import { PersonFinder } from './people.ts';
import { inferPublished } from './published.ts';
import { findQuantities } from './quantities/index.ts';
import { splitSentences } from './sentences.ts';
import { findTimes, type TimeMention } from './times/index.ts';

export type * from './marked.ts';
export type { TimeMention } from './times/index.ts';

/**
 * Finds what an article names: actors, people, times, quantities, topics, and the words that tell of dealings.
 * Null for a language that is read but not coded. Pure; sees one report and nothing else.
 */
export function recognise(article: Article, world: World): Marked | null {
  const pack = world.pack(article.language.slice(0, 2));
  const grammar = world.times(article.language.slice(0, 2));
  if (!pack || !grammar) return null;
  const { tokens, ranges } = tokeniseBlocks(article, pack);
  const matched = match(pack, tokens, article.text, world.knowledge);
  const whole = withoutParts(article.text, tokens, matched, pack.settings.namesakes);
  const hits = withoutBorrowed(settleSharedNames(article.text, tokens, whole, pack, world.knowledge), article.text, {
    tokens,
    pack,
  });
  const times = findTimes(article.text, tokens, grammar);
  const published =
    article.published ??
    inferPublished(
      { text: article.text, tokens, hits, times, teasers: teaserTimes(article, pack, grammar) },
      world.knowledge,
    );
  const dated = { ...article, published };
  const reference = published ? { earliest: published.earliest, latest: published.latest } : null;
  const marked: Marked = {
    article: dated,
    world,
    pack,
    tokens,
    sentences: [],
    quantities: findQuantities(article.text, tokens, grammar),
    reference,
  };
  const reader = argumentReader(marked, hits, times);
  const cut = new SentenceCutter(hits, times, world);
  for (const range of ranges)
    for (const [from, to] of splitSentences(article.text, tokens, range.from, range.to, pack))
      marked.sentences.push(cut.sentence(marked, reader, from, to, range.block));
  return marked;
}

/** The times that teasers of other stories name: those came out before. */
function teaserTimes(article: Article, pack: Pack, grammar: TimeGrammar): TimeMention[] {
  return article.blocks.flatMap((block) => {
    if (block.kind !== 'teaser') return [];
    const tokens = tokenBuffer(block.end - block.start);
    tokenise(article.text, block.start, block.end, pack.vocabulary, tokens);
    return findTimes(article.text, tokens, grammar);
  });
}

interface BlockRange {
  from: number;
  to: number;
  block: number;
}

function tokeniseBlocks(article: Article, pack: Pack): { tokens: Marked['tokens']; ranges: BlockRange[] } {
  const tokens = tokenBuffer(article.text.length);
  const ranges: BlockRange[] = [];
  article.blocks.forEach((block, index) => {
    if (isLeftOut(block.kind)) return;
    const from = tokens.count;
    tokenise(article.text, block.start, block.end, pack.vocabulary, tokens);
    ranges.push({ from, to: tokens.count, block: index });
    pushBreak(tokens, block.end);
  });
  return { tokens, ranges };
}

function argumentReader(marked: Marked, hits: Hits, times: readonly TimeMention[]): ArgumentReader {
  const cursor = new Cursor(marked.article.text, marked.tokens, hits, marked.pack, times);
  const finder = new PersonFinder(marked.world.knowledge, marked.reference?.latest ?? null);
  for (const hit of hits.names) for (const entry of hit.entries) finder.remember(entry);
  const maker = new MentionMaker(cursor, marked.world.knowledge, finder);
  return new ArgumentReader(
    cursor,
    maker,
    finder,
    new Discourse(marked.pack.settings.marks.place, (role) => maker.classOf(role)),
  );
}

/** Cuts the hits of the whole article into sentences; they come in token order. */
class SentenceCutter {
  readonly #hits: Hits;
  readonly #times: readonly TimeMention[];
  readonly #world: World;
  #word = 0;
  #name = 0;
  #topic = 0;
  #contrast = 0;
  #time = 0;
  #stage = 0;

  constructor(hits: Hits, times: readonly TimeMention[], world: World) {
    this.#hits = hits;
    this.#times = times;
    this.#world = world;
  }

  #nameOf(contrast: number): string {
    const { set, id } = this.#world.knowledge.contrasts[contrast] ?? { set: '', id: '' };
    return `${set}/${id}`;
  }

  sentence(marked: Marked, reader: ArgumentReader, from: number, to: number, block: number): MarkedSentence {
    const { tokens } = marked;
    const [words, word] = taken(this.#hits.words, this.#word, (hit) => hit.from < to);
    const [names, name] = taken(this.#hits.names, this.#name, (hit) => hit.from < to);
    const [topics, topic] = taken(this.#hits.topics, this.#topic, (hit) => hit.from < to);
    const [contrasts, contrast] = taken(this.#hits.contrasts, this.#contrast, (hit) => hit.from < to);
    const [stages, stage] = taken(this.#hits.stages, this.#stage, (hit) => hit.from < to);
    const [times, time] = taken(this.#times, this.#time, (mention) => mention.start < (tokens.end[to - 1] as number));
    [this.#word, this.#name, this.#topic, this.#contrast, this.#time] = [word, name, topic, contrast, time];
    this.#stage = stage;
    const found = reader.read(from, to);
    return {
      from,
      to,
      block,
      arguments: found,
      places: reader.places(from, to, found),
      words,
      names,
      times,
      stages,
      topics: topics.map((hit) => ({
        from: hit.from,
        to: hit.to,
        topic: this.#world.knowledge.topics[hit.topic]?.id ?? '',
      })),
      contrasts: contrasts.map((hit) => ({ from: hit.from, to: hit.to, contrast: this.#nameOf(hit.contrast) })),
    };
  }
}

function taken<T>(list: readonly T[], start: number, within: (item: T) => boolean): [T[], number] {
  let end = start;
  while (end < list.length && within(list[end] as T)) end++;
  return [list.slice(start, end), end];
}
