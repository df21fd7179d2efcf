import type { StageFact, Track } from '../model/index.ts';
import { type ToldStage, trackId, trackOf } from '../resolve/tracks/index.ts';
import type { TrackKnowledge } from '../world/knowledge.ts';
import type { Driver } from './driver.ts';
import { parsed } from './load.ts';

/** The tracks of the record by key, worked out from the kept stages as they are asked for; `all`: also those that are only named. */
export function* listTracks(driver: Driver, knowledge: TrackKnowledge, all: boolean): Generator<Track> {
  for (const { track } of driver.all(all ? ALL_KEYS : STAGED_KEYS)) yield loadTrack(driver, knowledge, String(track));
}

const STAGED_KEYS = 'SELECT DISTINCT track FROM stages ORDER BY track';
const ALL_KEYS = 'SELECT track FROM stages UNION SELECT track FROM tracks ORDER BY track';

/** A track by its key, its id or the beginning of that, or its name; null when the record has none. */
export function findTrack(driver: Driver, knowledge: TrackKnowledge, wanted: string): Track | null {
  const keys = driver.all(ALL_KEYS).map(({ track }) => String(track));
  const key =
    keys.find((known) => known === wanted) ??
    keys.find((known) => wanted.length > 1 && trackId(known).startsWith(wanted)) ??
    keyOfName(knowledge, keys, wanted);
  return key === undefined ? null : loadTrack(driver, knowledge, key);
}

/** "Dòng chảy phương Bắc 2": a name in any of the languages. */
function keyOfName(knowledge: TrackKnowledge, keys: readonly string[], wanted: string): string | undefined {
  const folded = wanted.normalize('NFC').toLowerCase();
  const named = [...knowledge.initiatives, ...knowledge.tracks].find(({ names }) =>
    Object.values(names).some((forms) => forms.some((form) => form.toLowerCase() === folded)),
  );
  return named && (keys.find((key) => key === named.id) ?? keys.find((key) => key.startsWith(`${named.id}:`)));
}

function loadTrack(driver: Driver, knowledge: TrackKnowledge, key: string): Track {
  return trackOf(key, toldOf(driver, key), reportsNaming(driver, key), knowledge);
}

function toldOf(driver: Driver, key: string): ToldStage[] {
  return driver.all(TOLD, key).map((row) => ({
    fact: parsed<StageFact>(row, 'stage'),
    id: String(row.report),
    report: String(row.path || row.url || row.report),
    language: String(row.language),
    text: String(row.words),
  }));
}

const TOLD = `SELECT stages.stage, stages.words, stages.report, reports.path, reports.url, reports.language
  FROM stages JOIN reports ON reports.id = stages.report WHERE track = ? ORDER BY key`;

function reportsNaming(driver: Driver, key: string): string[] {
  return driver.all(NAMING, key, key).map(({ id, path, url }) => String(path || url || id));
}

const NAMING = `SELECT id, path, url FROM reports
  WHERE id IN (SELECT report FROM tracks WHERE track = ? UNION SELECT report FROM stages WHERE track = ?) ORDER BY id`;
