/** Columns a text takes in a terminal: Chinese, Japanese and Korean signs take two, combining marks none. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const sign of text) width += MARK.test(sign) ? 0 : WIDE.test(sign) ? 2 : 1;
  return width;
}

const MARK = /\p{Mn}/u;
const WIDE = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u;

/** Breaks a text into lines of at most so many columns: between words, and between Chinese signs. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.replace(/\s+/g, ' ').trim().match(PIECE) ?? []) {
    for (const part of displayWidth(piece) > columns ? [...piece] : [piece]) {
      if (displayWidth(line) + displayWidth(part.trimEnd()) > columns && line !== '') {
        lines.push(line.trimEnd());
        line = '';
      }
      line += part;
    }
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

const PIECE = /\p{Script=Han}[，。、；：！？」』”]*\s?|[^\s\p{Script=Han}]+\s?|\s/gu;

/** Puts blocks of lines side by side, each in a column of the same width. */
export function sideBySide(blocks: readonly (readonly string[])[], columns: number, gap = '  │  '): string[] {
  const each = Math.floor((columns - gap.length * (blocks.length - 1)) / blocks.length);
  const height = Math.max(0, ...blocks.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    blocks
      .map((lines) => pad(lines[row] ?? '', each))
      .join(gap)
      .trimEnd(),
  );
}

/** The width of one of so many columns. */
export function columnWidth(count: number, columns: number, gap = '  │  '): number {
  return Math.max(10, Math.floor((columns - gap.length * (count - 1)) / count));
}

function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)));
}
