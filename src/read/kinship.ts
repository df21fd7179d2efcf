import type { Line } from './lines.ts';
import { stemsOf } from './relevance.ts';

/** How many paragraphs before and after are looked at. */
const NEAR = 8;
/** What two paragraphs must share to be of one text. */
const SHARED = 2;
/** A word that so many of the paragraphs near have tells nothing; fewer never do. */
const COMMON = 0.4;
const COMMON_FROM = 4;
/** Shorter paragraphs share nothing by their length. */
const TELLING = 12;

/**
 * Tells paragraphs of one text from the snippets of many: those of one text take up each other's words. Words are looked
 * at only near the lines that are asked for.
 */
export class Kinship {
  readonly #prose: Line[];
  readonly #places = new Map<Line, number>();
  readonly #stems = new Map<Line, ReadonlySet<string>>();

  constructor(lines: readonly Line[]) {
    this.#prose = lines.filter(({ prose, weight }) => prose && weight >= TELLING);
    this.#prose.forEach((line, place) => {
      this.#places.set(line, place);
    });
  }

  /** How many paragraphs near share words with this one; null for one that is too short to tell. */
  of(line: Line): number | null {
    const place = this.#places.get(line);
    if (place === undefined) return null;
    const near = this.#prose.slice(Math.max(0, place - NEAR), place + NEAR + 1);
    const rare = this.#rareIn(line, near);
    return near.filter((other) => other !== line && this.#shares(other, rare)).length;
  }

  #rareIn(line: Line, near: readonly Line[]): string[] {
    const most = Math.max(COMMON_FROM, near.length * COMMON);
    return [...this.#stemsOf(line)].filter((stem) => {
      let count = 0;
      for (const other of near) if (this.#stemsOf(other).has(stem)) count++;
      return count < most;
    });
  }

  #shares(other: Line, stems: readonly string[]): boolean {
    const own = this.#stemsOf(other);
    let shared = 0;
    for (const stem of stems) if (own.has(stem) && ++shared === SHARED) return true;
    return false;
  }

  #stemsOf(line: Line): ReadonlySet<string> {
    let stems = this.#stems.get(line);
    if (!stems) {
      stems = stemsOf(line.text);
      this.#stems.set(line, stems);
    }
    return stems;
  }
}
