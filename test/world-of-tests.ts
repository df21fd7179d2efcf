import { code } from '../src/code/index.ts';
import type { Article, Coded } from '../src/model/index.ts';
import { type Marked, recognise } from '../src/recognise/index.ts';
import { openWorld, type World } from '../src/world/index.ts';

let world: World | null = null;

/** The built-in world, opened once a test file. */
export function testWorld(): World {
  world ??= openWorld();
  return world;
}

/** An article of one paragraph a line, published on a day; a first line that begins with `# ` is its title. */
export function articleOf(text: string, language: string, day: string): Article {
  const lines = text.normalize('NFC').split('\n');
  let start = 0;
  const blocks: Article['blocks'] = [];
  lines.forEach((line, index) => {
    const end = start + line.length;
    if (line.trim() !== '')
      blocks.push({
        kind: line.startsWith('# ') ? 'title' : 'paragraph',
        start: line.startsWith('# ') ? start + 2 : start,
        end,
        lines: [index + 1, index + 1],
      });
    start = end + 1;
  });
  return {
    language,
    text: lines.join('\n'),
    title: null,
    outlet: null,
    authors: [],
    published: { earliest: day, latest: day, basis: 'stated', time: null, why: 'the test says so' },
    url: null,
    blocks,
    credits: [],
    warnings: [],
  };
}

export function markedOf(text: string, language: string, day = '2024-06-15'): Marked {
  const marked = recognise(articleOf(text, language, day), testWorld());
  if (!marked) throw new Error(`there is no language ${language}`);
  return marked;
}

export function codedOf(text: string, language: string, day = '2024-06-15'): Coded {
  return code(markedOf(text, language, day), { id: '0000000000000000', path: 'test', url: null, bytes: text.length });
}

/** Acts as a reader would write them: `CONSULT TUR>RUS happened phone 2024-11-24`. */
export function actsOf(text: string, language: string, day = '2024-06-15'): string[] {
  return codedOf(text, language, day).acts.map((act) =>
    [
      act.type,
      `${act.from.join('+')}>${act.to.join('+')}`,
      act.status,
      act.mode,
      act.when?.earliest === act.when?.latest
        ? act.when?.earliest
        : act.when && `${act.when.earliest ?? ''}..${act.when.latest ?? ''}`,
    ]
      .filter(Boolean)
      .join(' '),
  );
}
