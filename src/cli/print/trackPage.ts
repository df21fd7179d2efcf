import type { StageEvidence, StageStatus, Track, TrackStage } from '../../model/index.ts';
import { wrap } from './columns.ts';
import { inDays } from './eventLine.ts';
import { stageTime } from './trackLine.ts';

/** How a stage that was not reached is marked. */
const SAID: Record<StageStatus, string> = {
  reached: '',
  planned: ' (planned)',
  denied: ' (denied)',
  possible: ' (possible)',
};

/** A track for a terminal: its stages in time, what contradicts what, and the words of each report. */
export function trackPage(track: Track, columns: number, strong: (text: string) => string): string[] {
  const { key, kind, parties, current, stages, reports } = track;
  return [
    strong(`${track.name}: ${current ? `${current.stage} ${stageTime(current)}` : 'no stage told'}`),
    `  id       ${track.id}`,
    `  key      ${key}`,
    `  kind     ${kind}`,
    ...(parties.length > 0 ? [`  parties  ${parties.join(', ')}`] : []),
    ...stages.flatMap((stage) => ['', ...stageLines(stage, columns, strong)]),
    '',
    strong('Reports'),
    ...reports.map((report) => `  ${report}`),
  ];
}

function stageLines(stage: TrackStage, columns: number, strong: (text: string) => string): string[] {
  const by = stage.by.length > 0 ? ` by ${stage.by.join(', ')}` : '';
  return [
    strong(`${stageTime(stage).padEnd(12)}  ${stage.stage}${by}${SAID[stage.status]}`),
    ...stage.disputed.map(({ value, reports }) => `  disputed: ${value} (${reports.join(', ')})`),
    ...stage.evidence.flatMap((evidence) => evidenceLines(evidence, columns)),
  ];
}

function evidenceLines({ report, language, text, when, according, teaser }: StageEvidence, columns: number): string[] {
  const said = according.map(({ speaker, via }) => (via.length > 0 ? `${speaker} via ${via.join(', ')}` : speaker));
  const source = [
    report,
    language,
    teaser ? 'a teaser on its page' : '',
    when ? inDays(when) : 'no time',
    said.length > 0 ? `according to ${said.join(', ')}` : '',
  ];
  return [
    ...wrap(`“${text.replace(/\s+/g, ' ')}”`, columns - 2).map((line) => `  ${line}`),
    ...wrap(`[${source.filter(Boolean).join(' · ')}]`, columns - 2).map((line) => `  ${line}`),
  ];
}
