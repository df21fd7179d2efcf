import type { Speaker } from '../model/index.ts';
import type { Marked } from '../recognise/index.ts';
import { surface } from '../recognise/surface.ts';
import { stemOf } from '../world/stem-of.ts';
import { CAPITAL } from '../world/tokenise.ts';
import type { SpeechHit } from './view.ts';

/** Finds speakers whom no table knows, by the capitals of their names. */
export class StrangerFinder {
  readonly #marked: Marked;
  /** Token positions that a name, a word of the lexicon or an argument covers. */
  readonly #taken: Uint8Array;
  #named: Map<string, string> | null = null;

  constructor(marked: Marked) {
    this.#marked = marked;
    this.#taken = new Uint8Array(marked.tokens.count);
    for (const sentence of marked.sentences) {
      // "Кристофер" is the family name of somebody else: as nobody is meant by it, it may be a given name here.
      for (const hit of sentence.names)
        if (!marked.pack.decliner || hit.entries.some((entry) => entry.kind !== 'short'))
          this.#taken.fill(1, hit.from, hit.to);
      for (const hit of sentence.words) this.#taken.fill(1, hit.from, hit.to);
      for (const hit of sentence.arguments) this.#taken.fill(1, hit.from, hit.to);
    }
  }

  /** A capitalised name right beside a verb of saying that no table holds: a person who stands for nobody. */
  beside(hit: SpeechHit): Speaker | null {
    if (hit.speech.speaker === 'before') return null;
    const before = this.#strangerName(hit.from, -1);
    const after = hit.speech.speaker === 'after' || before === null ? this.#strangerName(hit.to, 1) : null;
    const inverted = this.#marked.pack.decliner ? after : null;
    const name = hit.speech.speaker === 'after' ? after : (before ?? inverted);
    return name ? { name, id: null, actor: null, kind: 'person' } : null;
  }

  #strangerName(edge: number, step: 1 | -1): string | null {
    let at = step > 0 ? edge : edge - 1;
    const first = at;
    while (Math.abs(at - first) < 6 && this.#isNamePart(at)) at += step;
    const [from, to] = step > 0 ? [first, at] : [at + 1, first + 1];
    const words = to - from;
    if (words < 1 || !this.#isCapital(from)) return null;
    const name = surface(this.#marked, from, to);
    if (words > 1) return name;
    const full = this.#fullNames().get(this.#stem(name));
    // "…», — предупредил Фидан": behind its verb a single name is one where names are declined.
    return full ?? (step > 0 && this.#marked.pack.decliner ? name : null);
  }

  /** Strangers named in full, by their family names without endings: "Hartwell said" after "Christopher Hartwell". */
  #fullNames(): ReadonlyMap<string, string> {
    if (this.#named) return this.#named;
    this.#named = new Map();
    const { tokens } = this.#marked;
    for (let at = 0; at < tokens.count; at++) {
      let end = at;
      while (end - at < 6 && this.#isNamePart(end)) end++;
      if (end - at < 2 || !this.#isCapital(at) || !this.#isCapital(end - 1)) continue;
      const stem = this.#stem(surface(this.#marked, end - 1));
      if (!this.#named.has(stem)) this.#named.set(stem, surface(this.#marked, at, end));
      at = end;
    }
    return this.#named;
  }

  #stem(name: string): string {
    const { surnameEndings } = this.#marked.pack.settings;
    return surnameEndings ? stemOf(name, surnameEndings).stem : name;
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
