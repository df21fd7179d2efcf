/** One document as it was received. */
export interface ReportRef {
  /** 16 hexadecimal digits: the first 64 bits of the SHA-256 of the content's bytes. */
  id: string;
  /** As given; for a JSON record its id or path, else `FILE#N`; for an archive `FILE#record`. */
  path: string;
  url: string | null;
  /** Size of the content in bytes. */
  bytes: number;
}

/** Why a report could not be read. */
export interface ReportError {
  code: string;
  message: string;
}

/** A report's content, decoded, before it is read: what a container gives up, one at a time. */
export interface RawReport {
  report: ReportRef;
  kind: 'text' | 'html';
  /** Decoded text with the markup it came with; not yet NFC, line breaks as they were. */
  content: string;
  /** What the container said of the report, apart from its text. */
  hints: ReportHints;
}

/** Metadata that came beside the text: in a JSON record, a feed item, an archive's header. */
export interface ReportHints {
  title?: string;
  /** ISO 8601 date or time, as given. */
  date?: string;
  url?: string;
  outlet?: string;
  language?: string;
}

/** What a report was beside its text: needed to read that text again. */
export type Given = Pick<RawReport, 'kind' | 'hints'>;
