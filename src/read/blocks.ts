import type { Block } from '../model/article.ts';
import type { Identify } from '../world/identify.ts';
import type { Line } from './lines.ts';
import type { Corruption } from './rules/spam.ts';

/** Shorter blocks are not asked for their language. */
const TELLING = 80;

/** So much of a block is looked at. */
const LOOKED_AT = 100;

/** Turns lines into blocks: one a line for what is the article's, runs of lines for what is not. */
export function toBlocks(lines: readonly Line[], corrupt: readonly Corruption[]): Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const damage = corrupt.find((candidate) => candidate.line === line);
    if (damage) {
      blocks.push(...splitDamaged(line, damage));
      continue;
    }
    const last = blocks.at(-1);
    if (last && joins(last, line)) {
      last.end = line.end;
      last.lines[1] = line.number;
    } else blocks.push(blockOf(line, line.start, line.end, line.kind ?? 'paragraph', line.why));
  }
  return blocks;
}

function blockOf(line: Line, start: number, end: number, kind: Block['kind'], why: string): Block {
  return { kind, start, end, lines: [line.number, line.number], why };
}

/** Only what is dropped for the same reason on the next line is one block. */
function joins(block: Block, line: Line): boolean {
  if (line.kind !== 'chrome' && line.kind !== 'teaser') return false;
  return block.kind === line.kind && block.why === line.why && block.lines[1] === line.number - 1;
}

function splitDamaged(line: Line, { start, end }: Corruption): Block[] {
  const rest = line.text.slice(end - line.start);
  const skipped = rest.length - rest.trimStart().length;
  const blocks = [blockOf(line, start, end, 'spam', 'spam: a headline whose spaces are lost')];
  if (start > line.start) blocks.unshift(blockOf(line, line.start, start, 'paragraph', 'text: before the damage'));
  if (end + skipped < line.end) blocks.push(blockOf(line, end + skipped, line.end, line.kind ?? 'paragraph', line.why));
  return blocks;
}

/** Notes the language of the blocks that are in another one than the article. */
export function markLanguages(blocks: readonly Block[], text: string, language: string, identify: Identify): void {
  for (const block of blocks) {
    if (block.end - block.start < TELLING || block.kind === 'chrome' || block.kind === 'teaser') continue;
    const own = identify(text.slice(block.start, Math.min(block.end, block.start + LOOKED_AT)));
    if (own !== 'und' && own !== language) block.language = own;
  }
}
