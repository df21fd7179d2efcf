import type { Act } from '../model/index.ts';
import type { Argument, Marked } from '../recognise/index.ts';
import { KIND } from '../world/sense-kinds.ts';

/** An actor must make up this share of a report's mentions to be understood where it is not named. */
const SHARE = 0.2;
const LEAST = 3;
/** How far back, in characters, the dealing stands that an answer to it need not name again. */
const NEAR = 500;
/** So many words of sport, entertainment or business to a sentence make it a report on that. */
const ELSEWHERE = 0.6;

/** Whom a report is about, and whether it is about dealings at all. Made once a report. */
export class Protagonists {
  readonly #counts = new Map<string, number>();
  #total = 0;
  #dealings: readonly Act[] = [];
  #asked = false;
  /** The first bare person of the report's body: whose readout it is. */
  readonly #teller: Argument | null;
  /** The report is about sport, entertainment or business. */
  readonly elsewhere: boolean;

  constructor(marked: Marked) {
    let domain = 0;
    for (const sentence of marked.sentences) {
      const weight = marked.article.blocks[sentence.block]?.kind === 'title' ? 2 : 1;
      for (const argument of sentence.arguments) this.#count(argument, weight);
      for (const { kinds } of sentence.words) if ((kinds & KIND.domain) !== 0) domain++;
    }
    this.elsewhere = domain >= LEAST && domain > ELSEWHERE * marked.sentences.length;
    this.#teller = tellerOf(marked);
  }

  #count(argument: Argument, weight: number): void {
    if (argument.mentions[0]?.kind === 'place') return;
    for (const actor of argument.actors) {
      this.#counts.set(actor, (this.#counts.get(actor) ?? 0) + weight);
      this.#total += weight;
    }
  }

  get teller(): Argument | null {
    return this.#teller;
  }

  /** Takes note of the acts that the report tells in so many words; only after that is anything understood. */
  know(acts: readonly Act[]): void {
    this.#dealings = acts;
  }

  /** Whether anything was left to be understood: then it is worth asking again once the acts are known. */
  get asked(): boolean {
    return this.#asked;
  }

  /** The other party of what was told last before a place in the text, and near it, of an actor's dealings. */
  latestPartner(actor: string, before: number): string | null {
    this.#asked = true;
    const own = this.#dealings.filter(
      ({ from, to, spans: { trigger } }) =>
        trigger[1] <= before && before - trigger[1] < NEAR && (from.includes(actor) || to.includes(actor)),
    );
    const last = own.toSorted((left, right) => left.spans.trigger[1] - right.spans.trigger[1]).at(-1);
    const others = [...new Set([...(last?.from ?? []), ...(last?.to ?? [])])].filter((one) => one !== actor);
    return others.length === 1 ? (others[0] as string) : null;
  }

  /**
   * The actor that these deal with in a report that tells of such dealings: the one named most of those they deal
   * with, or, for somebody who has no part in them, of those who did something ("Hungary condemned the decision").
   */
  partner(of: readonly string[]): string | null {
    this.#asked = true;
    const own = this.#dealings.filter(({ from, to }) => of.some((actor) => from.includes(actor) || to.includes(actor)));
    const isPartner = (actor: string): boolean =>
      own.length > 0
        ? own.some(({ from, to }) => from.includes(actor) || to.includes(actor))
        : this.#dealings.some(({ from }) => from.includes(actor));
    let best: string | null = null;
    let most = 0;
    for (const [actor, count] of this.#counts) {
      if (of.includes(actor) || count <= most || !isPartner(actor)) continue;
      best = actor;
      most = count;
    }
    return most >= LEAST && most >= SHARE * this.#total ? best : null;
  }
}

function tellerOf(marked: Marked): Argument | null {
  for (const sentence of marked.sentences) {
    if (marked.article.blocks[sentence.block]?.kind === 'title') continue;
    const found = sentence.arguments.find(
      (argument) => argument.marks.length === 0 && argument.people.length > 0 && argument.actors.length > 0,
    );
    if (found) return found;
  }
  return null;
}
