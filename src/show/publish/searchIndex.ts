import type { Coded, ReadoutEvent } from '../../model/index.ts';
import { reportName } from '../../resolve/reportFacts.ts';
import { ownText } from '../../store/keep.ts';
import { stripDiacritics } from '../../world/fold.ts';
import { isoDays } from '../days.ts';
import { eventTitle } from '../parts/event.ts';
import { shortName } from '../reportLabel.ts';
import type { View } from '../view.ts';

/** What the search of a published site shows of a thing: its file, its title, its language, its day. */
export type SearchDocument = readonly [
  kind: 'event' | 'report',
  file: string,
  title: string,
  language: string,
  day: string,
];

/** Words of one shard with the numbers of the documents that have them, each number told from the one before. */
export type Shard = Record<string, number[]>;

const WORD = /\p{Script=Han}+|[\p{L}\p{M}\p{N}]+/gu;
const HAN = /\p{Script=Han}/u;
/** Words in all shards together that a site may have a shard for. */
const WORDS_A_SHARD = 600;

/** The words that a text is found by; assets/search.js folds a query in the same way. Chinese: each sign, and each two. */
export function indexWords(text: string): Set<string> {
  const words = new Set<string>();
  for (const [word] of stripDiacritics(text).toLowerCase().matchAll(WORD)) {
    if (!HAN.test(word)) words.add(word);
    else for (const piece of signsOf(word)) words.add(piece);
  }
  return words;
}

function signsOf(word: string): string[] {
  const signs = [...word];
  return [...signs, ...signs.slice(1).map((sign, at) => `${signs[at]}${sign}`)];
}

/** The shard of a word: FNV-1a over its UTF-16 units. */
export function shardOf(word: string, shards: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193) >>> 0;
  return hash % shards;
}

/** An index of documents that grows as they are added, and is cut into shards at the end. */
export class SearchIndex {
  readonly documents: SearchDocument[] = [];
  readonly #postings = new Map<string, number[]>();

  addEvent(view: View, event: ReadoutEvent, file: string): void {
    const { names } = view;
    const words = [
      eventTitle(view, event),
      ...event.from,
      ...event.to,
      event.type,
      ...event.people.flatMap((one) => [one.name, names.person(one)]),
      ...(event.place ? [event.place.name, names.place(event.place)] : []),
      ...event.topics.map((topic) => names.topic(topic)),
      ...event.readouts.flatMap(({ statements }) => statements.map(({ text }) => text)),
    ];
    this.#add(['event', file, eventTitle(view, event), view.words.locale, isoDays(event.when)], words.join('\n'));
  }

  addReport(coded: Coded, file: string): void {
    const { title, language, published } = coded.article;
    this.#add(['report', file, title ?? shortName(reportName(coded)), language, isoDays(published)], ownText(coded));
  }

  #add(document: SearchDocument, text: string): void {
    const number = this.documents.push(document) - 1;
    for (const word of indexWords(text)) {
      const list = this.#postings.get(word);
      if (list) list.push(number);
      else this.#postings.set(word, [number]);
    }
  }

  /** The shards, each small enough to be fetched for one word. */
  shards(): Shard[] {
    const count = Math.max(1, Math.ceil(this.#postings.size / WORDS_A_SHARD));
    const shards: Shard[] = Array.from({ length: count }, () => ({}));
    for (const word of [...this.#postings.keys()].sort()) {
      const numbers = this.#postings.get(word) as number[];
      const shard = shards[shardOf(word, count)] as Shard;
      // A word such as "constructor" is no plain key of an object, so all of them get a mark before.
      shard[`_${word}`] = numbers.map((number, at) => number - (numbers[at - 1] ?? 0));
    }
    return shards;
  }
}
