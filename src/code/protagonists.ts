import type { Argument, Marked } from '../recognise/index.ts';

/** An actor must make up this share of a report's mentions to be understood where it is not named. */
const SHARE = 0.2;
const LEAST = 3;

/** Whom a report is about: for "the ministry called it unacceptable", said of nobody by name. */
export class Protagonists {
  readonly #counts = new Map<string, number>();
  #total = 0;
  /** The first bare person of the report's body: whose readout it is. */
  readonly #teller: Argument | null;

  constructor(marked: Marked) {
    for (const sentence of marked.sentences)
      for (const argument of sentence.arguments)
        this.#count(argument, marked.article.blocks[sentence.block]?.kind === 'title' ? 2 : 1);
    const body = marked.sentences.filter((sentence) => marked.article.blocks[sentence.block]?.kind !== 'title');
    this.#teller =
      body
        .flatMap((sentence) => sentence.arguments)
        .find((argument) => argument.marks.length === 0 && argument.people.length > 0 && argument.actors.length > 0) ??
      null;
  }

  #count(argument: Argument, weight: number): void {
    for (const actor of argument.actors) {
      this.#counts.set(actor, (this.#counts.get(actor) ?? 0) + weight);
      this.#total += weight;
    }
  }

  get teller(): Argument | null {
    return this.#teller;
  }

  /** The actor that the others of a report deal with: the one named most beside these. */
  partner(of: readonly string[]): string | null {
    let best: string | null = null;
    let most = 0;
    for (const [actor, count] of this.#counts) {
      if (of.includes(actor) || count <= most) continue;
      best = actor;
      most = count;
    }
    return most >= LEAST && most >= SHARE * this.#total ? best : null;
  }
}
