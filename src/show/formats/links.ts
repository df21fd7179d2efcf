/** What has an address of its own. */
export type Linked = 'event' | 'report' | 'statement' | 'actor' | 'story' | 'person' | 'act' | 'feed';

const FOLDER: Readonly<Partial<Record<Linked, string>>> = {
  event: 'events',
  report: 'reports',
  actor: 'actors',
  story: 'stories',
};

/** A name that stays the same wherever the record is served. */
export function urnOf(kind: Linked, id: string): string {
  return `urn:readout:${kind}:${encodeURIComponent(id)}`;
}

/** The page of a thing where the record is served, or its URN where it is not or the thing has no page. */
export function linkOf(base: string, kind: Linked, id: string): string {
  const folder = FOLDER[kind];
  return base !== '' && folder ? `${base}/${folder}/${encodeURIComponent(id)}` : urnOf(kind, id);
}

/** A report's own address when that is one of the web, which may be followed, else null: reports are strangers' input. */
export function webAddress(address: string | null): string | null {
  return address && /^https?:\/\//i.test(address) ? address : null;
}
