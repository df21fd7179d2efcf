import type { Track } from '../../model/index.ts';
import { DATA_EXPORTS } from '../exports.ts';
import type { Page } from '../layout.ts';
import { joined, wideTable } from '../parts/blocks.ts';
import { bytesARow, downloads } from '../parts/downloads.ts';
import { actor } from '../parts/event.ts';
import { stageTime } from '../parts/stage.ts';
import { type Html, html, type View } from '../view.ts';

/** The long processes of the record, with the stage that each has reached. */
export function tracksPage(view: View, tracks: readonly Track[]): Page {
  const { words } = view;
  const title = words.text('tracks.title');
  const row = (track: Track) => trackRow(view, track);
  const heads = ['track', 'track.kind', 'track.parties', 'track.stage', 'when', 'event.reports'] as const;
  const list = wideTable(
    'tracks',
    title,
    heads.map((key) => words.text(key)),
    tracks.map(row),
  );
  return {
    title,
    section: '/tracks',
    alternates: [{ href: view.href('/tracks.json'), type: 'application/json' }],
    body: html`<h1>${title}</h1><p>${words.text('tracks.lead')}</p>${
      tracks.length === 0
        ? html`<p class="none">${words.text('tracks.none')}</p>`
        : html`${list}
${downloads(view, '/tracks', {}, { rows: tracks.length, bytesARow: bytesARow(tracks.slice(0, 50)) }, DATA_EXPORTS)}`
    }`,
  };
}

/** Parties that a row names. */
const MOST_PARTIES = 8;

function trackRow(view: View, track: Track): Html {
  const { words, names } = view;
  const { current } = track;
  const parties = joined(track.parties.slice(0, MOST_PARTIES).map((code) => actor(view, code)));
  const stage = current
    ? words.label('stage', current.stage)
    : html`<span class="minor">${words.text('track.no-stage')}</span>`;
  return html`<tr data-row><td><a href="${view.href(`/tracks/${track.id}`)}">${names.track(track)}</a></td>
<td>${words.label('track-kind', track.kind)}</td><td>${parties}</td><td>${stage}</td>
<td class="day">${current ? stageTime(view, current) : ''}</td><td class="number">${words.number(track.reports.length)}</td></tr>\n`;
}
