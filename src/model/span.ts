/** A stretch of an article's text: `[start, end)` in UTF-16 code units of `Article.text` (NFC). */
export interface Span {
  start: number;
  end: number;
}

/** The two ends of a stretch, as the record writes it for the parts of an act: `[start, end)`, UTF-16 units. */
export type Ends = [number, number];

/** 1-based first and last line of the input that a stretch lies on. */
export type LineRange = [number, number];
