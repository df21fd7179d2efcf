import type { Track, TrackStage } from '../../model/index.ts';
import { inDays } from './eventLine.ts';

/** A track on one line: its name, parties and where it stands. */
export function trackLine({ id, name, kind, parties, current, reports }: Track): string {
  const stands = current ? `${current.stage} ${stageTime(current)}` : 'only named';
  const told = `${reports.length} ${reports.length === 1 ? 'report' : 'reports'}`;
  return `${id.slice(0, 9)}  ${kind.padEnd(12)}  ${stands.padEnd(26)}  ${name} (${parties.join(', ') || 'many'}; ${told})`;
}

/** When a stage was reached, or by when it is known to have been. */
export function stageTime({ when, asOf }: TrackStage): string {
  if (when) return inDays(when);
  return asOf ? `by ${asOf}` : 'undated';
}
