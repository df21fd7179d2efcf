import { isDropped, type Line, mark } from '../lines.ts';

/** The first and the last line (as indexes) between which the article stands. */
export interface Region {
  readonly first: number;
  readonly last: number;
}

/** A long paragraph counts no more than this, so that one long footer does not outweigh an article. */
const MOST = 70;
/** What a line costs that may be a heading, a caption, or chrome no phrase knows. */
const UNKNOWN = -2.5;
const DROPPED = -7;
const LINKED = -5;

/** The stretch of lines that gains most: prose counts for it, chrome and loose short lines against it. */
export function findRegion(lines: readonly Line[]): Region | null {
  let best: Region | null = null;
  let bestSum = 0;
  let sum = 0;
  let first = 0;
  lines.forEach((line, index) => {
    if (sum <= 0) {
      sum = 0;
      first = index;
    }
    sum += worth(line);
    if (sum > bestSum) {
      bestSum = sum;
      best = { first, last: index };
    }
  });
  return best;
}

function worth(line: Line): number {
  if (isDropped(line)) return DROPPED;
  if (line.prose) return Math.min(line.weight, MOST) * (1 - line.linked);
  if (line.linked > 0.6) return LINKED;
  if (line.kind !== null) return 0;
  return line.sentence && line.weight > 4 ? line.weight / 3 : UNKNOWN;
}

/** Whether a page shows so much chrome that what stands outside its region is chrome too. */
export function isNoisy(lines: readonly Line[], region: Region): boolean {
  let outside = 0;
  let proseOutside = 0;
  let prose = 0;
  lines.forEach((line, index) => {
    const within = index >= region.first && index <= region.last;
    if (line.prose && !isDropped(line)) {
      prose += line.weight;
      if (!within) proseOutside += line.weight;
    } else if (!within) outside++;
  });
  return outside >= 8 && proseOutside < prose * 0.5;
}

/** Drops what stands outside the region of a noisy page, save what was recognised as the article's. */
export function dropOutside(lines: readonly Line[], region: Region): void {
  lines.forEach((line, index) => {
    if (index < region.first || index > region.last) mark(line, 'chrome', 'region: outside the stretch that holds the article');
  });
}
