import type { ActStatus, ReadoutEvent } from '../../model/index.ts';
import type { Store } from '../../store/store.ts';

/** What a format may ask of whoever calls it. */
export interface FormatContext {
  /** The record the events come from: reports and acts are fetched from it where a format shows them. */
  store: Store;
  /** Where the record is served, without a slash at the end: links begin with it. Empty: ids are `urn:readout:…`. */
  base: string;
  /** What the file as a whole is called. */
  title: string;
  /** The query that chose the events, as it stands in a URL after `?`: `between=TUR,RUS&since=2024-01-01`. */
  query: string;
  /** Puts an apostrophe before cells that a spreadsheet would run as a formula. Only CSV heeds it. */
  spreadsheet?: boolean;
}

/** A way to write events for a program that is not ours. */
export interface Format {
  /** What `--format` calls it. */
  name: string;
  /** Without the dot. */
  extension: string;
  mediaType: string;
  /** One line for help and docs. */
  about: string;
  /** The statuses it takes where the query names none; absent: all of them. */
  statuses?: readonly ActStatus[];
  /** Whether the output is bytes that a terminal must not be shown. */
  binary?: boolean;
  /**
   * Writes events in the order they come, part by part; the same events and record give the same bytes.
   * Libraries are loaded when the first part is asked for.
   */
  write(events: Iterable<ReadoutEvent>, context: FormatContext): AsyncIterable<string | Uint8Array>;
}

/** Leaves out events whose status the format does not take. */
export function* takenBy(format: Format, events: Iterable<ReadoutEvent>): Generator<ReadoutEvent> {
  for (const event of events) if (format.statuses?.includes(event.status) ?? true) yield event;
}
