import { SYMMETRIC } from '../../code/merge.ts';
import type { ActMode, ActPerson, ReadoutEvent } from '../../model/index.ts';
import { isoDays } from '../days.ts';
import { type Html, html, type View } from '../view.ts';
import { table } from './blocks.ts';

/** An actor by its name, with its code beside it. */
export function actor(view: View, code: string, linked = true): Html {
  const name = view.names.actor(code);
  const shown = name === code ? html`${name}` : html`${name}<span class="code"> ${code}</span>`;
  return linked
    ? html`<a class="actor" href="${view.href(`/actors/${encodeURIComponent(code)}`)}">${shown}</a>`
    : html`<span class="actor">${shown}</span>`;
}

/** The parties of a deed, and its type where it is known. */
interface Sides {
  from: string[];
  to: string[];
  type?: string;
}

/** Who acted towards whom: `Russia RUS → Türkiye TUR`; of those who met, neither did: `Russia RUS – Türkiye TUR`. */
export function parties(view: View, { from, to, type }: Sides, linked = false): Html {
  const side = (codes: string[]) =>
    codes.map((code, at) => html`${at > 0 ? html`<span class="and">, </span>` : ''}${actor(view, code, linked)}`);
  if (to.length === 0) return html`<span class="parties">${side(from)}</span>`;
  if (type !== undefined && SYMMETRIC.has(type)) return html`<span class="parties">${side(from)} – ${side(to)}</span>`;
  const arrow = html`<span class="arrow" aria-hidden="true">→</span><span class="hidden"> ${view.words.text('towards')} </span>`;
  return html`<span class="parties">${side(from)} ${arrow} ${side(to)}</span>`;
}

/** The same in plain letters, for titles: `Russia → Türkiye`. */
export function partiesText(view: View, { from, to, type }: Sides): string {
  const side = (codes: string[]) => codes.map((code) => view.names.actor(code)).join(', ');
  const between = type !== undefined && SYMMETRIC.has(type) ? '–' : '→';
  return to.length > 0 ? `${side(from)} ${between} ${side(to)}` : side(from);
}

/** What was done, in a word or two: `Phone call`, `Sanction`, `Request: mediation`. */
export function deed(view: View, act: { type: string; mode: ActMode | null; subtype: string | null }): string {
  const { words } = view;
  if (act.mode && act.type === 'CONSULT') return words.label('mode', act.mode);
  const kind = words.label('type', act.type);
  const finer = act.subtype ?? act.mode;
  return finer
    ? `${kind}: ${words.label(act.subtype ? 'subtype' : 'mode', finer).toLocaleLowerCase(words.locale)}`
    : kind;
}

/** How far the deed got, as a tag; nothing for what happened. */
export function statusTag(view: View, status: string): Html | '' {
  if (status === 'happened') return '';
  return html` <span class="tag status-${status}">${view.words.label('status', status)}</span>`;
}

/** The title of an event: `Phone call: Russia → Türkiye`. */
export function eventTitle(view: View, event: ReadoutEvent): string {
  return `${deed(view, event)}: ${partiesText(view, event)}`;
}

/** A person with the post held on the day. */
export function person(view: View, { id, name, post }: ActPerson): Html {
  const { words, names } = view;
  const postClass = post && words.locale !== 'en' ? names.postClass(post) : null;
  const title = postClass ? words.label('post', postClass) : post;
  return html`${names.person({ id, name })}${title ? html`<span class="minor">, ${title}</span>` : ''}`;
}

/** A table of events, one row each. */
export function eventTable(view: View, events: readonly ReadoutEvent[], caption: string): Html {
  const { words } = view;
  if (events.length === 0) return html`<p class="none">${words.text('events.none')}</p>`;
  const heads = (['when', 'what', 'who', 'where', 'told'] as const).map((key) => words.text(key));
  return table(
    'events',
    caption,
    heads,
    events.map((event) => eventRow(view, event)),
  );
}

function eventRow(view: View, event: ReadoutEvent): Html {
  const { words, names } = view;
  const days = isoDays(event.when);
  return html`<tr data-row><td class="day">${days || html`<span class="minor">${words.text('undated')}</span>`}</td>
<td class="deed"><a href="${view.href(`/events/${event.id}`)}">${deed(view, event)}</a>${statusTag(view, event.status)}</td>
<td>${parties(view, event)}</td>
<td>${event.place ? names.place(event.place) : ''}</td>
<td class="told">${toldBy(view, event)}</td></tr>\n`;
}

function toldBy({ words }: View, { reports, origins, languages, disputed }: ReadoutEvent): Html {
  const fields = disputed.map(({ field }) => words.label('field', field)).join(', ');
  const told = html`<span title="${words.count('origins', origins)}">${words.count('reports', reports.length)}</span>`;
  const spoken = languages.map((tag) => words.language(tag)).join(', ');
  const doubt =
    disputed.length > 0 ? html` <span class="tag disputed" title="${fields}">${words.text('disputed')}</span>` : '';
  return html`${told} <span class="minor" title="${spoken}">${languages.join(' ')}</span>${doubt}`;
}
