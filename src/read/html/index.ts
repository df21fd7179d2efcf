import type { RawReport } from '../../model/report.ts';
import type { Page } from '../assemble.ts';
import { type Line, mark, splitLines } from '../lines.ts';
import { findContainer } from './container.ts';
import { readMetadata } from './metadata.ts';
import { walkPage } from './walk-page.ts';

/** Links that fill a line inside the article's box: a list of other stories, a tag, a button. */
const LINK_LINE = 0.75;

/** Takes an HTML page apart into lines, those outside the article's box already dropped. */
export function readHtml(raw: RawReport): Page {
  const walked = walkPage(raw.content);
  const text = walked.lines.map((line) => line.text).join('\n').normalize('NFC');
  const origins = walked.lines.map((line) => ({ linked: line.linked, tag: walked.boxes[line.box]?.tag ?? '' }));
  const lines = splitLines(text, origins);
  const byIndex: (Line | null)[] = walked.lines.map(() => null);
  for (const line of lines) byIndex[line.number - 1] = line;
  const container = findContainer(walked.lines, walked.boxes, byIndex);
  const boxesInside = new Set<number>();
  walked.lines.forEach((line, index) => {
    if (container.inside[index] && !container.away[index]) boxesInside.add(line.box);
  });
  markOutside(byIndex, container);
  const url = raw.report.url ?? raw.hints.url ?? null;
  return { raw, text, lines, meta: readMetadata(walked, url, (box) => boxesInside.has(box)) };
}

function markOutside(lines: readonly (Line | null)[], { inside, away }: { inside: boolean[]; away: (string | null)[] }): void {
  lines.forEach((line, index) => {
    if (!line) return;
    if (!inside[index]) mark(line, 'chrome', 'container: outside the box that holds the article');
    else if (away[index]) mark(line, 'chrome', `container: in a box called "${away[index]}"`);
    else if (line.linked >= LINK_LINE && line.weight < 25 && line.tag !== 'h1') mark(line, 'chrome', 'links: a line of links');
  });
}
