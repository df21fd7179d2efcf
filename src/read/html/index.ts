import type { RawReport } from '../../model/report.ts';
import type { ReadWorld } from '../../world/page.ts';
import type { Page } from '../assemble.ts';
import { markAlone } from '../classify.ts';
import { isDropped, type Line, mark, remark, splitLines } from '../lines.ts';
import { findTitleLine } from '../rules/title.ts';
import { findContainer } from './container.ts';
import { readMetadata, titleOf } from './metadata.ts';
import { markTeaserLists } from './teaser-lists.ts';
import { type Box, type PageLine, walkPage } from './walk-page.ts';

/** Links that fill a line inside the article's box: a list of other stories, a tag, a button. */
const CAPTION = /(?:^|[\s_-])(?:caption|figcaption|photocredit|photo-credit|image-credit|wp-caption-text|legend)/;
const LINK_LINE = 0.75;

/**
 * Takes an HTML page apart into lines, those outside the article's box already dropped.
 * @param most characters of text; what a page has beyond them is left out
 */
export function readHtml(raw: RawReport, world: ReadWorld, most: number): Page {
  const whole = walkPage(raw.content);
  const walked = { ...whole, lines: firstLines(whole.lines, most) };
  const text = walked.lines
    .map((line) => line.text)
    .join('\n')
    .normalize('NFC');
  const origins = walked.lines.map((line) => ({ linked: line.linked, tag: tagOf(line.box, walked.boxes) }));
  const lines = splitLines(text, origins);
  const byIndex: (Line | null)[] = walked.lines.map(() => null);
  for (const line of lines) byIndex[line.number - 1] = line;
  const phrases = markAlone(lines, world);
  const container = findContainer(walked.lines, walked.boxes, byIndex, titleOf(walked));
  const boxesInside = new Set<number>();
  walked.lines.forEach((line, index) => {
    if (container.inside[index] && !container.away[index]) boxesInside.add(line.box);
  });
  markOutside(byIndex, container);
  const title = titleOf(walked);
  markTeaserLists(lines, title ? findTitleLine(lines, title) : null);
  const url = raw.report.url ?? raw.hints.url ?? null;
  const meta = readMetadata(walked, raw.content, url, (box) => boxesInside.has(box));
  return { raw, text, lines, phrases, meta, cut: walked.lines !== whole.lines, markup: !container.loose };
}

/** The lines that make so many characters, the last cut short; all of them where there are no more. */
function firstLines(lines: PageLine[], most: number): PageLine[] {
  let left = most;
  for (const [at, line] of lines.entries()) {
    if (line.text.length > left)
      return left > 0 ? [...lines.slice(0, at), { ...line, text: line.text.slice(0, left) }] : lines.slice(0, at);
    left -= line.text.length + 1;
  }
  return lines;
}

/** The element a line stands in; anything in a figure is its caption. */
function tagOf(box: number, boxes: readonly Box[]): string {
  for (let at = box, level = 0; at > 0 && level < 4; at = boxes[at]?.parent ?? 0, level++) {
    const { tag, label } = boxes[at] ?? { tag: '', label: '' };
    if (tag === 'figure' || tag === 'figcaption' || (level < 2 && CAPTION.test(label))) return 'figcaption';
  }
  return boxes[box]?.tag ?? '';
}

function markOutside(
  lines: readonly (Line | null)[],
  { inside, away }: { inside: boolean[]; away: (string | null)[] },
): void {
  lines.forEach((line, index) => {
    if (!line || isDropped(line)) return;
    if (!inside[index]) remark(line, 'chrome', 'container: outside the box that holds the article');
    else if (away[index]) remark(line, 'chrome', `container: in a box called "${away[index]}"`);
    else if (line.linked >= LINK_LINE && line.weight < 25 && line.tag !== 'h1')
      mark(line, 'chrome', 'links: a line of links');
  });
}
