/** Whether the text says a value, or it was worked out from what the text says. */
export type Basis = 'stated' | 'inferred';

/**
 * A time as an interval of whole days, both ends included, ISO 8601 (`2024-11-24`).
 * Precision shows in the width: a day, a month (`2024-10-01`…`2024-10-31`), a year, a range.
 * An open end is null: "since 2014" has `latest: null`.
 */
export interface When {
  earliest: string | null;
  latest: string | null;
  basis: Basis;
  /** The phrase and the rule, for a reader: `"hôm 24/11", year from the BRICS summit in Kazan`. */
  why: string;
}

/** When a report was published. */
export interface Published {
  earliest: string;
  latest: string;
  basis: Basis;
  /** The minute, with its zone, where the page prints one: `2022-01-03T19:56+07:00`. */
  time: string | null;
  why: string;
}
