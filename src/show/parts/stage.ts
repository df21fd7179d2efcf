import type { TrackStage } from '../../model/index.ts';
import { isoDays } from '../days.ts';
import type { View } from '../view.ts';

/** When a stage was reached, in ISO days; for one without a time, the day by which a report knows of it. */
export function stageTime({ words }: View, { when, asOf }: TrackStage): string {
  if (when) return isoDays(when);
  return asOf ? words.text('track.as-of', { day: asOf }) : words.text('undated');
}
