import type { Coded, ReadoutEvent } from '../../model/index.ts';

/** When the oldest and the newest of an event's reports were published. */
export interface Publications {
  /** `2024-11-24T00:00:00Z` */
  oldest: string;
  newest: string;
}

/** Long before any report: stands where nothing tells of a day, so that the output does not depend on the clock. */
const UNKNOWN = '1970-01-01T00:00:00Z';

/** Publication of an event's reports; the days of the event itself where no report has one. */
export function publicationsOf(event: ReadoutEvent, reports: readonly Coded[]): Publications {
  const instants = reports.flatMap((report) => publishedAt(report) ?? []).sort();
  const day = event.when?.latest ?? event.when?.earliest;
  const fallback = day ? midnight(day) : UNKNOWN;
  return { oldest: instants[0] ?? fallback, newest: instants.at(-1) ?? fallback };
}

/** The instant of publication, UTC, to the second: the printed minute, or the beginning of the last day it can have been. */
export function publishedAt({ article: { published } }: Coded): string | null {
  if (!published) return null;
  const printed = published.time ? Date.parse(published.time) : Number.NaN;
  return Number.isNaN(printed) ? midnight(published.latest) : `${new Date(printed).toISOString().slice(0, 19)}Z`;
}

function midnight(day: string): string {
  return `${day}T00:00:00Z`;
}
