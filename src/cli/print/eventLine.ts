import type { Interval, ReadoutEvent } from '../../model/index.ts';
import { shapeOf } from '../../show/days.ts';

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
  const shape = shapeOf(when);
  switch (shape.kind) {
    case 'none':
      return 'undated';
    case 'since':
      return `since ${shape.first}`;
    case 'until':
      return `until ${shape.last}`;
    case 'range':
      return `${shape.first}..${shape.last}`;
    default:
      return shape.text;
  }
}

function attested({ reports, origins, languages, disputed }: ReadoutEvent): string {
  const parts = [];
  if (reports.length > 1)
    parts.push(`${reports.length} reports, ${languages.join('+')}, ${origins} ${origins === 1 ? 'origin' : 'origins'}`);
  if (disputed.length > 0) parts.push(`disputed: ${disputed.map(({ field }) => field).join(', ')}`);
  return parts.length > 0 ? `  (${parts.join('; ')})` : '';
}
