import type { Act, Coded } from '../../model/index.ts';
import { isoDays } from '../days.ts';
import type { Mark } from '../marks.ts';
import type { View } from '../view.ts';
import { deed, partiesText } from './event.ts';

/** What a mark says when a pointer rests on it: the field, its value, and why it was read so. */
export function markLabel(view: View, coded: Coded, mark: Mark): string {
  const { words } = view;
  const name = words.label('mark', mark.kind);
  const act = coded.acts.find(({ id }) => id === mark.owner);
  if (act) return `${name}: ${actPart(view, act, mark)}`;
  if (mark.kind === 'quantity') {
    const quantity = coded.quantities[Number(mark.anchor.slice(1)) - 1];
    return `${name}: ${quantity ? `${quantity.approximate ? '≈ ' : ''}${words.number(quantity.value)} ${quantity.unit}` : ''}`;
  }
  if (mark.kind === 'track') {
    const track = coded.tracks?.[Number(mark.anchor.slice(1)) - 1];
    return `${name}: ${track ? view.names.track({ key: track.track, name: track.track }) : ''}`;
  }
  const credit = coded.article.credits[Number(mark.anchor.slice(1)) - 1];
  return `${name}: ${credit ? `${credit.outlet} (${words.label('credit', credit.role)})` : ''}`;
}

function actPart(view: View, act: Act, { kind }: Mark): string {
  const { words, names } = view;
  if (kind === 'when')
    return act.when ? `${isoDays(act.when)}, ${words.label('basis', act.when.basis)}: ${act.when.why}` : '';
  if (kind === 'place')
    return act.place
      ? `${names.place(act.place)}${act.place.country ? `, ${names.actor(act.place.country)}` : ''}`
      : '';
  if (kind === 'from' || kind === 'to') return sideOf(view, act, kind);
  return `${deed(view, act)}, ${words.label('status', act.status)} · ${partiesText(view, act)} · ${words.text('rule')} ${act.why}`;
}

function sideOf({ names }: View, act: Act, side: 'from' | 'to'): string {
  const people = act.people.filter((one) => one.side === side).map((one) => names.person(one));
  return [...act[side].map((code) => names.actor(code)), ...people].join(', ');
}
