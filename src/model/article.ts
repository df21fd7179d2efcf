import type { LineRange, Span } from './span.ts';
import type { Published } from './when.ts';

/** What a block of a page is. `chrome`, `teaser` and `spam` are not the article's own text. */
export type BlockKind =
  | 'title'
  | 'lead'
  | 'paragraph'
  | 'heading'
  | 'caption'
  | 'byline'
  | 'dateline'
  | 'credit'
  | 'chrome'
  | 'teaser'
  | 'spam';

/** A run of lines of one kind. Blocks do not overlap and stand in text order. */
export interface Block extends Span {
  kind: BlockKind;
  lines: LineRange;
  /** Why the block has its kind: `step: rule`, for `readout read --trace`. */
  why?: string;
  /** BCP 47, where it differs from the article's. */
  language?: string;
}

/** Whom the page credits for its content, and in which role. */
export interface Credit extends Span {
  outlet: string;
  /** Outlet id of the knowledge, or null for one it does not know. */
  id: string | null;
  role: 'agency' | 'paper' | 'quoted';
}

/** Something a user should know about how a report was read. */
export interface Warning {
  code: string;
  message: string;
}

/** An outlet as the record names it. */
export interface OutletRef {
  id: string;
  name: string;
}

/** A report's own text, told apart from the page around it. */
export interface Article {
  /** BCP 47; `und` when it cannot be told. */
  language: string;
  /** NFC, line breaks `\n`. Every span of the record points into it. */
  text: string;
  title: string | null;
  outlet: OutletRef | null;
  authors: string[];
  published: Published | null;
  /** When the page says that it was last changed; absent where it does not. */
  modified?: Published;
  url: string | null;
  blocks: Block[];
  credits: Credit[];
  warnings: Warning[];
}
