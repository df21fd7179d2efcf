import type { Referent } from './discourse.ts';
import type { Argument } from './marked.ts';

/** Two that one phrase names together say more than two that a sentence happens to name; so do two who hold posts of one class. */
const TOGETHER = 1;
const EQUALS = 1;
/** What a pair is worth that the sentence before has named. */
const JUST_NAMED = 1.5;

interface Pair {
  referent: Referent;
  weight: number;
  /** In which sentence it was named last. */
  at: number;
}

/** The pairs of people of different actors that a report sets beside each other, for "the two leaders": whom it is about, or whom it has just named. */
export class PeoplePairs {
  readonly #pairs = new Map<string, Pair>();
  #sentence = 0;

  /** Takes note of a sentence and of the pair it names, if it names one. */
  hear(sentence: readonly Argument[], referent: Referent | null): void {
    this.#sentence++;
    if (referent?.people.length !== 2) return;
    const key = referent.people
      .map(({ id }) => id)
      .sort()
      .join(' ');
    const pair = this.#pairs.get(key) ?? { referent, weight: areEquals(referent) ? EQUALS : 0, at: 0 };
    pair.weight += 1 + (sentence.some((argument) => isTogether(argument)) ? TOGETHER : 0);
    pair.at = this.#sentence;
    this.#pairs.set(key, pair);
  }

  /** The likeliest of them; of two that are as likely the one named last. */
  best(): Referent | null {
    let best: Pair | null = null;
    for (const pair of this.#pairs.values()) {
      const isBetter = !best || this.#worth(pair) > this.#worth(best);
      if (isBetter || (best && this.#worth(pair) === this.#worth(best) && pair.at > best.at)) best = pair;
    }
    return best?.referent ?? null;
  }

  #worth({ weight, at }: Pair): number {
    return weight + (at === this.#sentence ? JUST_NAMED : 0);
  }
}

function isTogether({ people, resolved }: Argument): boolean {
  return people.length === 2 && !resolved;
}

function areEquals({ people: [one, other] }: Referent): boolean {
  return one?.class != null && one.class === other?.class;
}
