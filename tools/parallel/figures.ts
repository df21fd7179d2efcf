import type { Act } from '../../src/model/index.ts';
import { codeReport } from '../../src/pipeline.ts';
import type { World } from '../../src/world/index.ts';
import { type ParallelStory, tells } from './stories.ts';

export interface LanguageFigures {
  expected: number;
  found: number;
  /** Acts that no expected one accounts for. */
  invented: number;
  /** What is missing and what is too much, in words. */
  misses: string[];
}

/** Codes every story in every language and counts. `common` are the expected acts that all languages tell. */
export function measureParallel(
  world: World,
  stories: readonly ParallelStory[],
): { languages: Map<string, LanguageFigures>; common: number; expected: number } {
  const languages = new Map<string, LanguageFigures>();
  let common = 0;
  let expected = 0;
  for (const story of stories) {
    const found = [...story.texts].map(([language, text]) => {
      const figures = languages.get(language) ?? { expected: 0, found: 0, invented: 0, misses: [] };
      languages.set(language, figures);
      return measure(story, actsOf(world, story, text), figures);
    });
    expected += story.acts.length;
    common += story.acts.filter((act) => found.every((told) => told.has(act.line))).length;
  }
  return { languages, common, expected };
}

function actsOf(world: World, { name, published }: ParallelStory, text: string): Act[] {
  const report = { id: '0'.repeat(16), path: name, url: null, bytes: text.length };
  return codeReport(world, { report, kind: 'text', content: text, hints: { date: published } }).acts;
}

/** @returns the lines of the expected acts that were told */
function measure(story: ParallelStory, acts: readonly Act[], figures: LanguageFigures): Set<string> {
  const told = new Set<string>();
  const accounted = new Set<Act>();
  for (const expected of story.acts) {
    const act = acts.find((one) => !accounted.has(one) && tells(one, expected));
    if (!act) figures.misses.push(`${story.name}: missed ${expected.line}`);
    else {
      accounted.add(act);
      told.add(expected.line);
    }
  }
  const invented = acts.filter((act) => !accounted.has(act));
  figures.expected += story.acts.length;
  figures.found += told.size;
  figures.invented += invented.length;
  figures.misses.push(...invented.map((act) => `${story.name}: not expected ${shown(act)}`));
  return told;
}

function shown({ type, status, from, to, mode, when, why }: Act): string {
  const day = when?.earliest === when?.latest ? when?.earliest : `${when?.earliest ?? ''}..${when?.latest ?? ''}`;
  return `${type} ${from.join('+')}>${to.join('+')} ${[status, mode, day, `(${why})`].filter(Boolean).join(' ')}`;
}
