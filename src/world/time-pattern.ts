import { asksCapital, splitWords } from './vocabulary.ts';

/** One step of a pattern: a word or a slot. `glued`: nothing may stand between it and the step before. */
export interface PatternStep {
  readonly kind: 'word' | 'slot';
  /** The word as the pattern writes it, or the slot's name. */
  readonly text: string;
  readonly capital: boolean;
  readonly glued: boolean;
}

/** What is wrong with a pattern, in words. */
export class PatternError extends Error {
  override name = 'PatternError';
}

const MOST_VARIANTS = 4000;

/**
 * Spells a pattern out into every sequence of steps that it stands for.
 * `[…]` optional, `(…|…)` a choice of sequences, `a|b` a choice of words, `{…}` a slot, `\` before a mark that is meant itself.
 * @throws PatternError when it cannot be read
 */
export function spellOut(pattern: string): PatternStep[][] {
  const reader = new PatternReader(pattern.normalize('NFC'));
  const variants = reader.sequence(false);
  reader.expectEnd();
  return variants;
}

class PatternReader {
  readonly #text: string;
  #at = 0;
  /** Whether the next step touches the one before it. */
  #glued = false;

  constructor(text: string) {
    this.#text = text;
  }

  expectEnd(): void {
    if (this.#at < this.#text.length) throw new PatternError(`"${this.#text[this.#at]}" closes nothing`);
  }

  /** Items up to the end, or up to `|`, `)` or `]` inside a group. */
  sequence(inGroup: boolean): PatternStep[][] {
    let variants: PatternStep[][] = [[]];
    for (;;) {
      this.#skipSpace();
      const next = this.#text[this.#at];
      if (next === undefined || next === ')' || next === ']' || (inGroup && next === '|')) return variants;
      variants = product(variants, inGroup ? this.#item() : this.#choice());
    }
  }

  /** Outside a group, `a|b` without spaces is a choice of two items. */
  #choice(): PatternStep[][] {
    const glued = this.#glued;
    const variants = this.#item();
    while (this.#text[this.#at] === '|') {
      this.#at++;
      this.#glued = glued;
      variants.push(...this.#item());
    }
    return variants;
  }

  #item(): PatternStep[][] {
    const mark = this.#text[this.#at];
    if (mark === '[') return [[], ...this.#group(']')];
    if (mark === '(') return this.#group(')');
    const steps = mark === '{' ? [this.#slot()] : this.#words();
    this.#glued = true;
    return [steps];
  }

  #group(close: string): PatternStep[][] {
    const glued = this.#glued;
    const variants: PatternStep[][] = [];
    do {
      this.#at++;
      this.#glued = glued && this.#text[this.#at] !== ' ';
      variants.push(...this.sequence(true));
    } while (this.#text[this.#at] === '|');
    if (this.#text[this.#at] !== close) throw new PatternError(`"${close}" is missing`);
    this.#glued = this.#text[this.#at - 1] !== ' ';
    this.#at++;
    return variants;
  }

  #slot(): PatternStep {
    const end = this.#text.indexOf('}', this.#at);
    if (end < 0) throw new PatternError('"}" is missing');
    const text = this.#text.slice(this.#at + 1, end).trim();
    this.#at = end + 1;
    return { kind: 'slot', text, capital: false, glued: this.#glued };
  }

  #words(): PatternStep[] {
    let run = '';
    while (this.#at < this.#text.length && !' []()|{}'.includes(this.#text[this.#at] ?? '')) {
      if (this.#text[this.#at] === '\\') this.#at++;
      run += this.#text[this.#at++] ?? '';
    }
    if (run === '') throw new PatternError(`"${this.#text[this.#at]}" stands where a word is expected`);
    return splitWords(run).map((text, index) => ({
      kind: 'word',
      text,
      capital: asksCapital(text),
      glued: index > 0 || this.#glued,
    }));
  }

  #skipSpace(): void {
    while (this.#text[this.#at] === ' ') {
      this.#at++;
      this.#glued = false;
    }
  }
}

function product(left: PatternStep[][], right: PatternStep[][]): PatternStep[][] {
  if (left.length * right.length > MOST_VARIANTS) {
    throw new PatternError(`stands for more than ${MOST_VARIANTS} variants: split the row`);
  }
  return left.flatMap((start) => right.map((rest) => [...start, ...rest]));
}
