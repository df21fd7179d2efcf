import type { Classified } from './classify.ts';
import { isDropped } from './lines.ts';
import { isName } from './rules/furniture.ts';

const NOISE = /\d.*$|[(（[].*$|\s+[-–—|].*$|\/.*$/;

/** The people a page names as its authors: metadata first, else its bylines. */
export function findAuthors({ lines, phrases }: Classified, stated: readonly string[]): string[] {
  if (stated.length > 0) return [...stated];
  const authors: string[] = [];
  for (const line of lines) {
    if (line.kind !== 'byline' || isDropped(line)) continue;
    const hit = phrases.get(line)?.hits.find((candidate) => candidate.kind === 'byline' && candidate.match === 'start');
    const name = line.text
      .slice(hit ? hit.form.length : 0)
      .replace(/^[\s:：.-]+/, '')
      .replace(NOISE, '')
      .trim();
    if (isName(name) && !authors.includes(name)) authors.push(name);
  }
  return authors;
}
