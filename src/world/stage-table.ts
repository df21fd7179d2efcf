import type { Frame } from './frames.ts';
import type { StageEntry, StageWord } from './stage-words.ts';

type WordEntry = Extract<StageEntry, { kind: 'word' }>;

/** A stage word with its frames by their place in the list of all. */
type PlainWord = Omit<StageWord, 'frames'> & { frames: number[] };

/** Stage entries as plain data: each word once, and entries that name theirs by its place. */
export interface StageData {
  words: PlainWord[];
  entries: (Exclude<StageEntry, WordEntry> | (Omit<WordEntry, 'word'> & { word: number }))[];
}

/** Lays out stage entries for `openStages`. */
export function layOutStages(stages: readonly StageEntry[], frames: readonly Frame[]): StageData {
  const places = new Map(frames.map((frame, at) => [frame, at]));
  const words = new Map<StageWord, number>();
  const data: StageData = { words: [], entries: [] };
  for (const entry of stages) {
    if (entry.kind === 'track') {
      data.entries.push(entry);
      continue;
    }
    const { word } = entry;
    const known = words.get(word) ?? data.words.length;
    words.set(word, known);
    if (known === data.words.length)
      data.words.push({ ...word, frames: word.frames.map((frame) => places.get(frame) as number) });
    data.entries.push({ ...entry, word: known });
  }
  return data;
}

/** The stage entries of plain data, with the frames they name. */
export function openStages(data: StageData, frames: readonly Frame[]): StageEntry[] {
  const words = data.words.map((word) => ({ ...word, frames: word.frames.map((at) => frames[at] as Frame) }));
  return data.entries.map((entry) =>
    entry.kind === 'track' ? entry : { ...entry, word: words[entry.word] as StageWord },
  );
}
