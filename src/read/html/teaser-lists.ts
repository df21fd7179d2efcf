import { isDropped, type Line, mark } from '../lines.ts';

/** So many in a row make a list. */
const LIST = 3;
/** A snippet is no longer. */
const LONG = 120;

/** Marks lists of other stories by their links: a linked headline and a snippet, again and again. */
export function markTeaserLists(lines: readonly Line[], headline: Line | null): void {
  const first = lines.find((line) => line.prose && !isDropped(line) && line.number > (headline?.number ?? 0));
  let run: Line[] = [];
  const close = () => {
    if (run.length >= LIST)
      for (const line of run) mark(line, 'teaser', 'links: a list of linked headlines with snippets');
    run = [];
  };
  lines.forEach((line, index) => {
    if (isOutside(line) || line === first) return;
    if (isHalfLinked(line) || (line.prose && line.weight < LONG && isLinkLine(lines[index - 1]))) run.push(line);
    else if (line.prose) close();
  });
  close();
}

function isOutside(line: Line): boolean {
  return isDropped(line) && line.why.startsWith('container');
}

/** Headline and snippet in one line. */
function isHalfLinked(line: Line): boolean {
  return line.prose && line.linked > 0.15 && line.linked < 0.75 && line.weight < 60;
}

function isLinkLine(line: Line | undefined): boolean {
  return line !== undefined && line.linked >= 0.75 && line.weight >= 3 && !line.tag.startsWith('h1');
}
