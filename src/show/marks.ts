import type { Coded, Ends } from '../model/index.ts';

/** What a stretch of a report was read as. */
export type MarkKind =
  | 'act'
  | 'statement'
  | 'trigger'
  | 'from'
  | 'to'
  | 'when'
  | 'place'
  | 'quantity'
  | 'credit'
  | 'track';

/** A stretch of a report with what was read from it. */
export interface Mark {
  start: number;
  end: number;
  kind: MarkKind;
  /** Id of the act or statement it belongs to; null for what stands alone. */
  owner: string | null;
  /** Its own anchor on the page. */
  anchor: string;
}

/** A run of text over which the same marks lie. */
export interface Run {
  start: number;
  end: number;
  marks: Mark[];
  /** Marks that begin with this run. */
  opening: Mark[];
}

/** Every stretch of a report that something was read from, in text order, the longer first. */
export function marksOf(coded: Coded): Mark[] {
  const marks: Mark[] = [];
  for (const act of coded.acts) {
    marks.push({ ...act.evidence, kind: 'act', owner: act.id, anchor: act.id });
    for (const [part, ends] of Object.entries(act.spans) as [MarkKind, Ends | undefined][])
      if (ends) marks.push({ start: ends[0], end: ends[1], kind: part, owner: act.id, anchor: `${act.id}-${part}` });
  }
  for (const { id, start, end } of coded.statements)
    marks.push({ start, end, kind: 'statement', owner: id, anchor: id });
  for (const [at, { start, end }] of coded.quantities.entries())
    marks.push({ start, end, kind: 'quantity', owner: null, anchor: `q${at + 1}` });
  for (const [at, { start, end }] of coded.article.credits.entries())
    marks.push({ start, end, kind: 'credit', owner: null, anchor: `c${at + 1}` });
  for (const [at, { start, end }] of (coded.tracks ?? []).entries())
    marks.push({ start, end, kind: 'track', owner: null, anchor: `t${at + 1}` });
  return marks
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || b.end - a.end || (a.anchor < b.anchor ? -1 : 1));
}

/** Cuts a stretch of text where marks begin and end. Marks that reach in from before open with the first run. */
export function runsOf(start: number, end: number, marks: readonly Mark[]): Run[] {
  const inside = marks.filter((mark) => mark.start < end && mark.end > start);
  const cuts = new Set([start, end]);
  for (const mark of inside) {
    cuts.add(Math.max(start, mark.start));
    cuts.add(Math.min(end, mark.end));
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, at) => {
    const to = places[at + 1] as number;
    const over = inside.filter((mark) => mark.start <= from && mark.end >= to);
    return { start: from, end: to, marks: over, opening: over.filter((mark) => Math.max(start, mark.start) === from) };
  });
}
