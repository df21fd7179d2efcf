import type { StageEvidence, Track, TrackStage } from '../../model/index.ts';
import { isoDays } from '../days.ts';
import type { Page } from '../layout.ts';
import { factList, joined, section } from '../parts/blocks.ts';
import { actor } from '../parts/event.ts';
import { stageTime } from '../parts/stage.ts';
import { Problem } from '../problem.ts';
import { shortName } from '../reportLabel.ts';
import { type Html, html, original, type View } from '../view.ts';

/** Loads a track. @throws Problem (404) */
export function loadTrack(view: View, id: string): Track {
  const track = id.length <= 100 ? view.store.track(id) : null;
  if (!track) throw new Problem(404, 'no-track', `there is no track ${id.slice(0, 60)} in this record`);
  return track;
}

/** One long process: its stages in time, each with the words it was read from. */
export function trackPage(view: View, id: string): Page {
  const { words, names } = view;
  const track = loadTrack(view, id);
  const title = names.track(track);
  const facts = [
    [
      words.text('track.parties'),
      track.parties.length > 0 ? joined(track.parties.map((code) => actor(view, code))) : null,
    ],
    [words.text('id'), html`<code>${track.id}</code> <code>${track.key}</code>`],
  ] as const;
  const reports = track.reports.map((name) => html`<li data-row>${reportLink(view, name)}</li>`);
  return {
    title,
    section: '/tracks',
    alternates: [{ href: view.href(`/tracks/${track.id}.json`), type: 'application/json' }],
    body: html`<p class="kicker">${words.text('track')} · ${words.label('track-kind', track.kind)}</p><h1>${title}</h1>
${track.current ? html`<p class="lead">${words.label('stage', track.current.stage)} · ${words.interval(track.current.when)}</p>` : ''}
${factList(facts, 'facts')}
${section('stages', words.text('track.stages'), html`<ol class="plain life">${track.stages.map((stage) => stageItem(view, stage))}</ol>`)}
${section('reports', words.text('event.reports'), html`<ul class="plain reports">${reports}</ul>`)}`,
  };
}

function stageItem(view: View, stage: TrackStage): Html {
  const { words, names } = view;
  const by =
    stage.by.length > 0
      ? ` ${words.text('track.by', { actors: stage.by.map((code) => names.actor(code)).join(', ') })}`
      : '';
  const said =
    stage.status === 'reached'
      ? ''
      : html` <span class="tag status-${stage.status}">${words.label('stage-status', stage.status)}</span>`;
  return html`<li data-row><span class="day">${stageTime(view, stage)}</span>
<strong>${words.label('stage', stage.stage)}</strong>${by}${said}${disputes(view, stage)}${stage.evidence.map((one) => evidenceItem(view, one))}</li>`;
}

/** Times of a stage that do not agree, with the reports that give them. */
function disputes({ words }: View, { disputed }: TrackStage): Html | '' {
  if (disputed.length === 0) return '';
  const values = disputed.map(({ value, reports }) => `${value}: ${reports.map(shortName).join(', ')}`);
  return html`<p class="minor"><span class="tag disputed">${words.text('disputed')}</span> ${values.join('; ')}</p>`;
}

function evidenceItem(view: View, { report, language, text, when, according }: StageEvidence): Html {
  const { words } = view;
  const said = according.map(({ speaker, via }) => [speaker, ...via].join(' ← ')).join('; ');
  const source = [reportLink(view, report), words.language(language), when ? isoDays(when) : '', said].filter(Boolean);
  return html`<blockquote>${original(language, text)}</blockquote><p class="minor">${joined(source, ' · ')}</p>`;
}

/** A report by its name, where it can be found. */
function reportLink(view: View, name: string): Html {
  const id = view.store.browse.reportNamed(name);
  return id ? html`<a href="${view.href(`/reports/${id}`)}">${shortName(name)}</a>` : html`${shortName(name)}`;
}
