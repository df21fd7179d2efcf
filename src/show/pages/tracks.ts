import type { Track } from '../../model/index.ts';
import { DATA_EXPORTS } from '../exports.ts';
import type { Page } from '../layout.ts';
import { bytesARow, downloads } from '../parts/downloads.ts';
import { actor } from '../parts/event.ts';
import { stageTime } from '../parts/stage.ts';
import { html, type View } from '../view.ts';

/** The long processes of the record, with the stage that each has reached. */
export function tracksPage(view: View, tracks: readonly Track[]): Page {
  const { words, names } = view;
  const title = words.text('tracks.title');
  const row = (track: Track) =>
    html`<tr data-row><td><a href="${view.href(`/tracks/${track.id}`)}">${names.track(track)}</a></td><td>${words.label('track-kind', track.kind)}</td><td>${track.parties.slice(0, 8).map((code, at) => html`${at > 0 ? ', ' : ''}${actor(view, code)}`)}</td><td>${track.current ? words.label('stage', track.current.stage) : html`<span class="minor">${words.text('track.no-stage')}</span>`}</td><td class="day">${track.current ? stageTime(view, track.current) : ''}</td><td class="number">${words.number(track.reports.length)}</td></tr>`;
  return {
    title,
    section: '/tracks',
    alternates: [{ href: view.href('/tracks.json'), type: 'application/json' }],
    body: html`<h1>${title}</h1><p>${words.text('tracks.lead')}</p>${
      tracks.length === 0
        ? html`<p class="none">${words.text('tracks.none')}</p>`
        : html`<div class="scroll" tabindex="0" role="region" aria-label="${title}"><table class="tracks"><caption class="hidden">${title}</caption><thead><tr><th scope="col">${words.text('track')}</th><th scope="col">${words.text('track.kind')}</th><th scope="col">${words.text('track.parties')}</th><th scope="col">${words.text('track.stage')}</th><th scope="col">${words.text('when')}</th><th scope="col">${words.text('event.reports')}</th></tr></thead><tbody>${tracks.map(row)}</tbody></table></div>
${downloads(view, '/tracks', {}, { rows: tracks.length, bytesARow: bytesARow(tracks.slice(0, 50)) }, DATA_EXPORTS)}`
    }`,
  };
}
