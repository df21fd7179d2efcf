import type { Interval, ReadoutEvent } from '../../model/index.ts';

/** An event on one line: day, who with whom, what, and how well it is attested. */
export function eventLine(event: ReadoutEvent): string {
  const what = [event.type, event.mode ?? event.subtype, event.status === 'happened' ? null : event.status]
    .filter(Boolean)
    .join(' ');
  const place = event.place ? ` in ${event.place.name}` : '';
  return `${event.id.slice(0, 9)}  ${inDays(event.when).padEnd(22)}  ${sides(event).padEnd(16)}  ${what}${place}${attested(event)}`;
}

/** The parties as the record prints them: `TUR > RUS`. */
export function sides({ from, to }: { from: string[]; to: string[] }): string {
  return to.length > 0 ? `${from.join('+')} > ${to.join('+')}` : from.join('+');
}

/** An interval as shortly as it can be said; whole months and years by their names. */
export function inDays(when: Interval | null): string {
  if (!when || (!when.earliest && !when.latest)) return 'undated';
  const { earliest, latest } = when;
  if (earliest === latest) return earliest as string;
  if (!latest) return `since ${earliest}`;
  if (!earliest) return `until ${latest}`;
  if (earliest.endsWith('-01-01') && latest === `${earliest.slice(0, 4)}-12-31`) return earliest.slice(0, 4);
  if (earliest.slice(0, 7) === latest.slice(0, 7) && earliest.endsWith('-01') && isMonthEnd(latest))
    return earliest.slice(0, 7);
  return `${earliest}..${latest}`;
}

function isMonthEnd(day: string): boolean {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.getUTCDate() === 1;
}

function attested({ reports, origins, languages, disputed }: ReadoutEvent): string {
  const parts = [];
  if (reports.length > 1)
    parts.push(`${reports.length} reports, ${languages.join('+')}, ${origins} ${origins === 1 ? 'origin' : 'origins'}`);
  if (disputed.length > 0) parts.push(`disputed: ${disputed.map(({ field }) => field).join(', ')}`);
  return parts.length > 0 ? `  (${parts.join('; ')})` : '';
}
