import type { Speaker } from '../model/index.ts';
import type { Marked } from '../recognise/index.ts';
import { CAPITAL } from '../world/tokenise.ts';
import type { SpeechHit } from './view.ts';

/** Finds speakers whom no table knows, by the capitals of their names. */
export class StrangerFinder {
  readonly #marked: Marked;
  /** Token positions that a name, a word of the lexicon or an argument covers. */
  readonly #taken: Uint8Array;

  constructor(marked: Marked) {
    this.#marked = marked;
    this.#taken = new Uint8Array(marked.tokens.count);
    for (const sentence of marked.sentences) {
      for (const hit of sentence.names) this.#taken.fill(1, hit.from, hit.to);
      for (const hit of sentence.words) this.#taken.fill(1, hit.from, hit.to);
      for (const hit of sentence.arguments) this.#taken.fill(1, hit.from, hit.to);
    }
  }

  /** A capitalised name right beside a verb of saying that no table holds: a person who stands for nobody. */
  beside(hit: SpeechHit): Speaker | null {
    if (hit.speech.speaker === 'before') return null;
    const before = this.#strangerName(hit.from, -1);
    const after = hit.speech.speaker === 'after' || before === null ? this.#strangerName(hit.to, 1) : null;
    const name = hit.speech.speaker === 'after' ? after : before;
    return name ? { name, id: null, actor: null, kind: 'person' } : null;
  }

  #strangerName(edge: number, step: 1 | -1): string | null {
    const { tokens, article } = this.#marked;
    let at = step > 0 ? edge : edge - 1;
    const first = at;
    while (Math.abs(at - first) < 6 && this.#isNamePart(at)) at += step;
    const [from, to] = step > 0 ? [first, at] : [at + 1, first + 1];
    const words = to - from;
    if (words < 2 || !this.#isCapital(from)) return null;
    return article.text.slice(tokens.start[from], tokens.end[to - 1]);
  }

  #isNamePart(at: number): boolean {
    if (at < 0 || at >= this.#marked.tokens.count || this.#taken[at] === 1) return false;
    return (
      this.#isCapital(at) ||
      (this.#marked.article.text[this.#marked.tokens.start[at] as number] === '.' &&
        this.#isCapital(at - 1) &&
        (this.#marked.tokens.end[at - 1] as number) - (this.#marked.tokens.start[at - 1] as number) === 1)
    );
  }

  #isCapital(at: number): boolean {
    return ((this.#marked.tokens.flags[at] ?? 0) & CAPITAL) !== 0;
  }
}
